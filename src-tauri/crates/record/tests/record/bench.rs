//! A vault's key and a small record to work on.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use record::{
    About, AboutAssessment, AboutCryptography, AboutTrail, Entry, Error, Expected, FileKind,
    Verdict, Writer,
};
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

pub(crate) const EVIDENCE: &[u8] = b"the bytes of a policy, as they were taken in";
pub(crate) const PICTURE: &[u8] = &[7; 3000];

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:01Z".parse().unwrap()
}

/// Somebody with a key of their own.
fn somebody(name: &str) -> Vault {
    let folder: PathBuf =
        std::env::temp_dir().join(format!("auscult-record-{name}-{}", std::process::id()));
    let passphrase = Passphrase::choose("three-oaks-under-snow".into()).unwrap();
    let vault = Vault::create(&Creation {
        folder: &folder,
        way: (&passphrase).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: Holder {
            program: "test".into(),
            host: "here".into(),
            process: 1,
            since: now(),
        },
        now: now(),
    })
    .unwrap();
    // The key is in memory; nobody opens the folder again.
    std::fs::remove_dir_all(&folder).unwrap();
    vault
}

/// Whoever makes the records.
pub(crate) fn signer() -> &'static Vault {
    static SIGNER: OnceLock<Vault> = OnceLock::new();
    SIGNER.get_or_init(|| somebody("signer"))
}

/// Somebody else.
pub(crate) fn stranger() -> &'static Vault {
    static STRANGER: OnceLock<Vault> = OnceLock::new();
    STRANGER.get_or_init(|| somebody("stranger"))
}

pub(crate) fn about() -> About {
    About {
        program: "Auscult 1.2.3".into(),
        made_at: now(),
        made_by: "R. Vega".into(),
        vault: "0193-vault".into(),
        assessment: AboutAssessment {
            id: "0193-assessment".into(),
            title: "First \"look\"\n  \"sum\": \"00  evil\"".into(),
            organisation: "Three Oaks".into(),
            version: 2,
            draft: true,
            state: "ab".repeat(32),
        },
        trail: AboutTrail {
            entries: 41,
            head: "cd".repeat(32),
        },
        cryptography: AboutCryptography {
            mode: "standard".into(),
            module: "OpenSSL".into(),
            claim: "Nothing is claimed.".into(),
        },
    }
}

pub(crate) fn on(_: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn pdf<W: Write + std::io::Seek>(writer: &mut Writer<W>) {
    let entry = Entry {
        name: "packets/client.pdf",
        kind: FileKind::Packet,
        about: "The packet for the client.",
        true_name: None,
    };
    let made: Result<(), Error> = writer.add(&entry, |into| {
        into.write_all(b"%PDF-1.7 pages").map_err(Error::Write)
    });
    made.unwrap();
}

pub(crate) fn copy<W: Write + std::io::Seek>(
    writer: &mut Writer<W>,
    number: usize,
    true_name: &str,
    bytes: &[u8],
) -> Result<(), Error> {
    let sha256 = vault::hex(&vault::sha256(bytes));
    let entry = Entry {
        name: &record::evidence_name(number, true_name),
        kind: FileKind::Evidence,
        about: "Evidence.",
        true_name: Some(true_name),
    };
    let expected = Expected {
        size: bytes.len() as u64,
        sha256: &sha256,
    };
    writer.copy(&entry, &expected, &mut Cursor::new(bytes), &mut on)
}

pub(crate) fn data<W: Write + std::io::Seek>(writer: &mut Writer<W>) {
    let entry = Entry {
        name: "data/assessment.json",
        kind: FileKind::Data,
        about: "The assessment's data.",
        true_name: None,
    };
    let made: Result<(), Error> = writer.add(&entry, |into| {
        into.write_all(&b"{\"controls\": []}\n".repeat(200))
            .map_err(Error::Write)
    });
    made.unwrap();
}

/// A record with one file of each kind.
pub(crate) fn record_by(
    signer: &Vault,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, vault::Error>,
) -> Vec<u8> {
    let into = Cursor::new(Vec::new());
    let mut writer = Writer::begin(into, about(), signer.signer_pem().unwrap());
    pdf(&mut writer);
    copy(&mut writer, 1, "Policy – final.txt", EVIDENCE).unwrap();
    copy(&mut writer, 2, "../../screen.PNG", PICTURE).unwrap();
    data(&mut writer);
    writer.finish(sign).unwrap().into_inner()
}

pub(crate) fn record() -> Vec<u8> {
    record_by(signer(), |message| signer().sign(message))
}

pub(crate) fn verify(bytes: &[u8]) -> Verdict {
    record::verify(Cursor::new(bytes), &mut |_, _| ControlFlow::Continue(())).unwrap()
}
