//! Files made by somebody hostile: changed at random, with checksums made anew where there are
//! any, so that what is behind them is reached. Nothing falls over, and nothing is believed.

use std::fs;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::Utc;
use vault::{Holder, Passphrase, Vault};

use crate::chance::Chance;
use crate::place::{Outcome, PASSPHRASE, Place, copy, make};
use crate::tally::Tally;

/// The last line of a header: its checksum in hex.
const CHECKSUM: &str = ",\n  \"checksum\": \"";

/// Reads headers that nobody made.
pub(crate) fn header(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("hostile-header")?;
    let vault = place.at("Clinic.auscult");
    make(&vault)?;
    let whole = fs::read(vault.join("header.json"))?;
    let mut tally = Tally::default();
    for round in 0..rounds {
        let mut bytes = whole.clone();
        mutate(&mut bytes, chance);
        // Three of four get a right checksum, so that what is behind it is read.
        if chance.below(4) > 0 {
            bytes = with_checksum(&bytes);
        }
        for name in ["header.json", "header.copy.json"] {
            fs::write(vault.join(name), &bytes)?;
        }
        tally.rounds += 1;
        match catch_unwind(|| Vault::look(&vault)) {
            Ok(Ok(_)) => tally.count("read"),
            Ok(Err(_)) => tally.count("refused"),
            Err(_) => tally.lost.push(format!("round {round}: it fell over")),
        }
    }
    Ok(tally)
}

/// Opens sealed evidence that was changed.
pub(crate) fn object(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("hostile-object")?;
    let folder = place.at("Clinic.auscult");
    make(&folder)?;
    let vault = open(&folder)?;
    let plain: Vec<u8> = (0..40_000_u32).map(|n| (n % 251) as u8).collect();
    let mut from = plain.as_slice();
    let sealed =
        vault.seal_evidence(&mut from, &mut |_| std::ops::ControlFlow::Continue(()))?;
    let file = folder.join("evidence").join(sealed.object.name());
    let whole = fs::read(&file)?;
    let read = || -> Outcome<Vec<u8>> {
        let mut reader = vault.open_evidence(&sealed.object, &sealed.key, sealed.length)?;
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    if read()? != plain {
        return Err(
            "evidence that nobody changed does not open: this row proves nothing".into(),
        );
    }
    let mut tally = Tally::default();
    for round in 0..rounds {
        let mut bytes = whole.clone();
        mutate(&mut bytes, chance);
        fs::write(&file, &bytes)?;
        tally.rounds += 1;
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Err(_)) => tally.count("refused"),
            Ok(Ok(_)) if bytes == whole => tally.count("was no change"),
            Ok(Ok(_)) => tally.lost.push(format!("round {round}: it was believed")),
            Err(_) => tally.lost.push(format!("round {round}: it fell over")),
        }
    }
    Ok(tally)
}

/// Reads an anchor that was changed.
pub(crate) fn anchor(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("hostile-anchor")?;
    let (folder, beside) = (place.at("Clinic.auscult"), place.at("Copy.auscult"));
    make(&folder)?;
    copy(&folder, &beside)?;
    let vault = open(&folder)?;
    let whole = fs::read(folder.join("anchor"))?;
    let right = vault.look_at_copy(&beside)?;
    let mut tally = Tally::default();
    for round in 0..rounds {
        let mut bytes = whole.clone();
        mutate(&mut bytes, chance);
        fs::write(beside.join("anchor"), &bytes)?;
        tally.rounds += 1;
        match catch_unwind(AssertUnwindSafe(|| vault.look_at_copy(&beside))) {
            Ok(Err(_)) => tally.count("refused"),
            Ok(Ok(found)) if found == right && bytes == whole => tally.count("was no change"),
            // What comes after the two places is no part of it.
            Ok(Ok(found)) if found == right && bytes.get(..1024) == whole.get(..1024) => {
                tally.count("grown, and read as before");
            }
            Ok(Ok(_)) => tally.lost.push(format!("round {round}: it was believed")),
            Err(_) => tally.lost.push(format!("round {round}: it fell over")),
        }
    }
    Ok(tally)
}

fn open(folder: &std::path::Path) -> Outcome<Vault> {
    let holder = Holder {
        program: "torture".to_owned(),
        host: String::new(),
        process: std::process::id(),
        since: Utc::now(),
    };
    let passphrase = Passphrase::given(PASSPHRASE.to_owned());
    Ok(Vault::unlock(folder, &passphrase, holder)?)
}

/// Changes bytes in one to four ways.
fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => {
                let grown = 1 + chance.below(2_000);
                bytes.resize(bytes.len() + grown, b'{');
            }
            2 if at < bytes.len() => bytes[at] = b"0123456789{}[]\",:-e"[chance.below(19)],
            3 => {
                let piece: Vec<u8> = bytes
                    .iter()
                    .skip(at)
                    .take(chance.below(300))
                    .copied()
                    .collect();
                bytes.splice(at..at, piece);
            }
            4 => {
                let end = (at + chance.below(80)).min(bytes.len());
                bytes.drain(at..end);
            }
            5 => {
                let number = ["0", "-1", "4294967296", "18446744073709551616", "1e400"];
                let number = number[chance.below(5)].bytes();
                let end = (at + chance.below(6)).min(bytes.len());
                bytes.splice(at..end, number);
            }
            _ if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            _ => {}
        }
    }
}

/// Puts a right checksum on a header, as anybody can.
fn with_checksum(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let summed = text.rfind(CHECKSUM).map_or(text.as_ref(), |at| &text[..at]);
    let sum = vault::hex(&vault::sha256(summed.as_bytes()));
    format!("{summed}{CHECKSUM}{sum}\"\n}}\n").into_bytes()
}
