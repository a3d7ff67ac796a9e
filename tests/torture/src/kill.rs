//! `kill -9` at a random moment: what was told as done is there afterwards, and the vault is
//! sound.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::place::{
    Outcome, Place, answered, assessment, attached, check, copy, evidence_bytes, fresh, make,
    member, numbered, unlock, unlock_with,
};
use crate::tally::Tally;

/// The longest that a child goes on before it is killed, in microseconds.
const LONGEST: usize = 120_000;

/// From when on the time of a child is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Start,
    FirstWord,
}

/// So much is taken as told, at least, of a vault that is then set back.
const PLANTED: u64 = 3;

/// Looks whether a vault holds what was told, up to a number and from one on.
type Look = fn(&Path, u64, u64) -> Outcome<u64>;

/// Kills while somebody answers.
pub(crate) fn answering(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    kill("answering", rounds, chance, |folder, _, told| {
        let mut workbench = unlock(folder)?;
        let id = assessment(&mut workbench)?;
        let kept = answered(&mut workbench, id)?;
        // One more may have been saved than was told.
        if kept < told || kept > told + 1 {
            return Err(format!("{told} was told and {kept} is there").into());
        }
        check(&mut workbench)?;
        workbench.close()?;
        Ok(kept)
    })
}

/// Kills while somebody attaches.
pub(crate) fn attaching(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    kill("attaching", rounds, chance, |folder, from, told| {
        let mut workbench = unlock(folder)?;
        let id = assessment(&mut workbench)?;
        let kept = attached(&mut workbench, id)?;
        for number in from + 1..=told {
            let digest = vault::hex(&vault::sha256(&evidence_bytes(number)));
            if !kept.contains(&digest) {
                return Err(format!("evidence {number} was told and is not there").into());
            }
        }
        check(&mut workbench)?;
        workbench.close()?;
        Ok(told.max(from) + 1)
    })
}

/// Kills while somebody changes their passphrase: the one before or the one after opens.
pub(crate) fn passphrase(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    kill("passphrase", rounds, chance, |folder, _, told| {
        let opened = unlock_with(folder, &numbered(told + 1)).map(|w| (w, told + 1));
        let opened =
            opened.or_else(|_| unlock_with(folder, &numbered(told)).map(|w| (w, told)));
        let (mut workbench, kept) = opened?;
        check(&mut workbench)?;
        workbench.close()?;
        // At most one of them does.
        let other = if kept == told { told + 1 } else { told };
        if unlock_with(folder, &numbered(other)).is_ok() {
            return Err("both passphrases open it".into());
        }
        Ok(kept)
    })
}

/// Kills while members come and go, and with each that goes the vault gets a new key.
pub(crate) fn members(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    kill("members", rounds, chance, |folder, _, told| {
        let mut workbench = unlock(folder)?;
        check(&mut workbench)?;
        let last = told.div_ceil(2).max(1);
        let everybody = workbench.members()?;
        let (all, removed) = (everybody.members, everybody.removed.len() as u64);
        let is_there = |number| all.iter().any(|here| here.member.name == member(number));
        let there: Vec<u64> = (1..=last + 1).filter(|number| is_there(*number)).collect();
        workbench.close()?;
        for number in 1..=last + 1 {
            let opens = unlock_with(folder, &numbered(number)).is_ok();
            // Nearer ones only: each try costs its work.
            if number + 1 >= last && opens != there.contains(&number) {
                return Err(format!("member {number}: in the list and not at the door").into());
            }
        }
        let kept = match (there.as_slice(), told % 2) {
            ([], 0) => told,
            ([number], 0) if *number == told / 2 + 1 => told + 1,
            ([number], _) if *number == told.div_ceil(2) => told,
            ([], _) => told + 1,
            _ => return Err(format!("{told} was told and {there:?} are there").into()),
        };
        // One whose coming was interrupted counts among those who went.
        if removed < kept / 2 {
            return Err(format!("{told} was told and {removed} were removed").into());
        }
        Ok(kept)
    })
}

/// Kills while a vault of an earlier program is brought up to date.
pub(crate) fn migration(rounds: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("migration")?;
    let earlier = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../src-tauri/crates/workbench/tests/fixtures/format-1");
    let vault = place.at("Clinic.auscult");
    let look = || -> Outcome<()> {
        let mut workbench = unlock(&vault)?;
        assessment(&mut workbench)?;
        check(&mut workbench)?;
        Ok(workbench.close()?)
    };
    fresh(&earlier, &vault)?;
    let database = std::fs::File::options()
        .write(true)
        .open(vault.join("vault.db"))?;
    database.set_len(database.metadata()?.len() / 2)?;
    if look().is_ok() {
        return Err("half a database was not found out: this row proves nothing".into());
    }
    let mut tally = Tally::default();
    for round in 0..rounds {
        fresh(&earlier, &vault)?;
        run_and_kill("migration", &vault, 0, From::Start, chance)?;
        tally.rounds += 1;
        if let Err(lost) = look() {
            tally.lost.push(format!("round {round}: {lost}"));
        }
    }
    Ok(tally)
}

fn kill(work: &str, rounds: u64, chance: &mut Chance, look: Look) -> Outcome<Tally> {
    let place = Place::new(work)?;
    let vault = place.at("Clinic.auscult");
    make(&vault)?;
    let mut tally = Tally::default();
    let mut reached = 0;
    // A vault set back behind what was told must be found out.
    let before = place.at("before");
    copy(&vault, &before)?;
    let told = run_and_kill(work, &vault, 0, From::FirstWord, chance)?.max(PLANTED);
    if look(&before, 0, told).is_ok() {
        return Err(
            "a vault that was set back was not found out: this row proves nothing".into(),
        );
    }
    std::fs::remove_dir_all(&vault)?;
    std::fs::rename(&before, &vault)?;
    for round in 0..rounds {
        let told = run_and_kill(work, &vault, reached, From::FirstWord, chance)?;
        tally.rounds += 1;
        tally.done += told.saturating_sub(reached);
        match look(&vault, reached, told.max(reached)) {
            Ok(kept) => reached = kept,
            Err(lost) => {
                tally.lost.push(format!("round {round}: {lost}"));
                return Ok(tally);
            }
        }
    }
    Ok(tally)
}

/// Starts a child and kills it at a random moment. Returns the last number it told; what was
/// told and not read yet is read after its death.
fn run_and_kill(
    work: &str,
    vault: &Path,
    from: u64,
    counted: From,
    chance: &mut Chance,
) -> Outcome<u64> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["child", work])
        .arg(vault)
        .args([from.to_string(), u64::MAX.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let out = child.stdout.take().ok_or("no output")?;
    let (say, hear) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut last = 0;
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some(number) = line.strip_prefix("done ").and_then(|n| n.parse().ok()) {
                last = number;
                let _ = say.send(());
            }
        }
        last
    });
    if counted == From::FirstWord {
        let _ = hear.recv_timeout(Duration::from_secs(60));
    }
    // Whatever it tells meanwhile, it is killed when its time is over.
    let end = Instant::now() + Duration::from_micros(chance.below(LONGEST) as u64);
    while hear
        .recv_timeout(end.saturating_duration_since(Instant::now()))
        .is_ok()
    {}
    child.kill()?;
    child.wait()?;
    reader.join().map_err(|_| "the reader fell".into())
}
