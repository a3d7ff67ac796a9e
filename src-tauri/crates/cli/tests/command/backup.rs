//! Backups by the command line: made, refused, killed in the middle, restored; and a vault
//! where nothing can be written.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::place::*;

/// How often a program is killed, and where the random points begin.
const ROUNDS: u64 = 5;
const SEED: u64 = 0x5eed_0006;

/// Backs the vault up into `drive` and returns the row that is printed.
fn back_up(place: &Place) -> serde_json::Value {
    let _ = fs::create_dir(place.0.join("drive"));
    let ended = place.run("vault backup ... --to drive --json");
    assert_eq!(ended.code, 0, "{ended:?}");
    serde_json::from_str::<Vec<_>>(&ended.out)
        .unwrap()
        .remove(0)
}

fn attach(place: &Place, id: &str, name: &str, bytes: Vec<u8>) {
    place.file(name, bytes);
    let words = format!("attach ... --assessment {id} --control TEC-EN-3 {name}");
    assert_eq!(place.run(&words).code, 0);
}

/// Checks the vault that was restored to a folder: all is sound, and something is in it.
fn assert_whole(place: &Place, folder: &str) {
    let open = format!("--vault {folder} --passphrase-file pw");
    let checked = place.run(&format!("vault check {open}"));
    assert_eq!(checked.code, 0, "{checked:?}");
    let rows = place.run(&format!("assessments {open} --json"));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&rows.out).unwrap();
    assert_eq!(rows.len(), 1);
}

/// Returns the names in a folder that begin with a dot: what is unfinished.
fn unfinished(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn a_backup_is_made_again_with_what_is_new_and_restored() {
    let (place, id) = Place::with_sample("backup");
    let first = back_up(&place);
    assert_eq!(names(&first), ["id", "at", "objects", "copied", "head"]);
    assert_eq!(first["objects"], first["copied"]);
    attach(&place, &id, "new.txt", b"new".to_vec());
    let second = back_up(&place);
    assert_eq!(second["copied"], 1);
    assert_eq!(second["id"], first["id"]);
    let restored = place.run("vault restore --from drive --vault back.auscult");
    assert_eq!(restored.code, 0, "{restored:?}");
    assert!(restored.err.contains("as it was on"), "{restored:?}");
    assert_whole(&place, "back.auscult");
    let again = place.run("vault restore --from drive --vault back.auscult");
    assert_eq!(again.code, 1);
    assert!(again.err.contains("something of that name"), "{again:?}");
    assert_whole(&place, "back.auscult");
    let inside = place.run("vault backup ... --to demo.auscult");
    assert_eq!(inside.code, 1);
    assert!(inside.err.contains("own folder"), "{inside:?}");
}

#[test]
fn a_check_is_saved_and_repairs_what_it_is_told_to() {
    let place = Place::with_sample("check-repair").0;
    fs::write(place.vault().join("header.copy.json"), "{").unwrap();
    let saved = place.run("vault check ... --out check.json --repair header");
    assert_eq!(saved.code, 0, "{saved:?}");
    let report = fs::read(place.0.join("check.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["sound"], true);
    let wrong = place.run("vault check ... --repair everything");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("set-aside"), "{wrong:?}");
}

/// Runs the program where no file may become larger than so many blocks of 512 bytes.
#[cfg(target_os = "linux")]
fn limited(place: &Place, blocks: u64, words: &str) -> Ended {
    let program = env!("CARGO_BIN_EXE_auscult");
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {program} {words}");
    let mut limited = Command::new("/bin/sh");
    limited
        .args(["-c", &script])
        .current_dir(&place.0)
        .stdin(Stdio::null())
        .env("HOME", place.0.join("home"))
        .env_remove("XDG_DATA_HOME");
    Ended::of(limited.output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_no_half_of_a_backup_and_the_one_before_it_whole() {
    let (place, id) = Place::with_sample("backup-no-more");
    back_up(&place);
    attach(&place, &id, "large.bin", vec![7; 8 << 20]);
    let open = "--vault demo.auscult --passphrase-file pw";
    let before = files_below(&place.0.join("drive"));
    fs::create_dir(place.0.join("other")).unwrap();
    for blocks in [100, 12 << 10] {
        for drive in ["drive", "other"] {
            let ended = limited(&place, blocks, &format!("vault backup {open} --to {drive}"));
            assert_eq!(ended.code, 1, "{blocks}: {ended:?}");
            let is_said = ["takes no file", "full", "did not take"];
            assert!(
                is_said.iter().any(|said| ended.err.contains(said)),
                "{ended:?}"
            );
        }
        assert_eq!(files_below(&place.0.join("drive")), before, "{blocks}");
        assert_eq!(fs::read_dir(place.0.join("other")).unwrap().count(), 0);
    }
    assert_eq!(back_up(&place)["copied"], 1);
    for blocks in [100, 12 << 10] {
        let ended = limited(
            &place,
            blocks,
            "vault restore --from drive --vault back.auscult",
        );
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(!place.0.join("back.auscult").exists());
        assert_eq!(unfinished(&place.0), Vec::<String>::new());
    }
}

#[cfg(target_os = "linux")]
fn files_below(folder: &Path) -> Vec<(std::path::PathBuf, u64)> {
    let (mut files, mut left) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
            if entry.path().is_dir() {
                left.push(entry.path());
            } else {
                files.push((entry.path(), entry.metadata().unwrap().len()));
            }
        }
    }
    files.sort();
    files
}

/// A random moment within a span, and the next state of the random numbers.
fn moment(random: &mut u64, within: Duration) -> Duration {
    *random = random
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    within.mul_f64((*random >> 33) as f64 / (1_u64 << 31) as f64)
}

/// Starts a command, kills it after a moment, and returns whether it was still at work.
fn killed(place: &Place, words: &[&str], after: Duration) -> bool {
    let begun = Instant::now();
    let mut child = place
        .command(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while begun.elapsed() < after && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let was_at_work = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_at_work
}

#[test]
fn a_backup_that_is_killed_anywhere_is_the_new_one_or_the_one_before_it() {
    let (place, id) = Place::with_sample("backup-killed");
    attach(&place, &id, "large.bin", vec![1; 12 << 20]);
    fs::create_dir(place.0.join("drive")).unwrap();
    let begun = Instant::now();
    let words = ["vault", "backup", "...", "--to", "drive"];
    let mut was_at_work = killed(&place, &words, Duration::from_millis(1));
    let none = place.run("vault restore --from drive --vault none.auscult");
    assert_eq!(none.code, 1, "there is none before the first: {none:?}");
    back_up(&place);
    let whole = begun.elapsed();
    let mut random = SEED;
    for round in 0..ROUNDS {
        let name = format!("more-{round}.bin");
        attach(&place, &id, &name, vec![round as u8 + 2; 6 << 20]);
        was_at_work |= killed(&place, &words, moment(&mut random, whole));
        let folder = format!("back-{round}.auscult");
        let restored = place.run(&format!("vault restore --from drive --vault {folder}"));
        assert_eq!(
            restored.code, 0,
            "round {round}, seed {SEED:#x}: {restored:?}"
        );
        assert!(
            !restored.err.contains("damaged"),
            "round {round}: {restored:?}"
        );
        assert_whole(&place, &folder);
        fs::remove_dir_all(place.0.join(folder)).unwrap();
        assert_eq!(place.run("vault check ...").code, 0, "the vault itself");
    }
    assert!(was_at_work, "at least one kill came in the middle");
    let last = back_up(&place);
    let backup = Path::new(last["id"].as_str().unwrap());
    assert_eq!(unfinished(backup), Vec::<String>::new());
    let evidence = fs::read_dir(backup.join("evidence")).unwrap().count() as u64;
    assert_eq!(
        evidence,
        last["objects"].as_u64().unwrap(),
        "nothing is left over"
    );
}

#[test]
fn restoring_that_is_killed_anywhere_leaves_a_whole_vault_or_none() {
    let (place, id) = Place::with_sample("restore-killed");
    attach(&place, &id, "large.bin", vec![1; 24 << 20]);
    back_up(&place);
    let begun = Instant::now();
    let restored = place.run("vault restore --from drive --vault first.auscult");
    assert_eq!(restored.code, 0);
    let whole = begun.elapsed();
    let (mut random, mut was_at_work) = (SEED, false);
    let words = [
        "vault",
        "restore",
        "--from",
        "drive",
        "--vault",
        "back.auscult",
    ];
    for round in 0..ROUNDS {
        was_at_work |= killed(&place, &words, moment(&mut random, whole));
        if !place.0.join("back.auscult").exists() {
            let again = place.run_words(&words);
            assert_eq!(again.code, 0, "round {round}, seed {SEED:#x}: {again:?}");
        }
        assert_whole(&place, "back.auscult");
        assert_eq!(unfinished(&place.0), Vec::<String>::new(), "round {round}");
        fs::remove_dir_all(place.0.join("back.auscult")).unwrap();
    }
    assert!(was_at_work, "at least one kill came in the middle");
}

/// Runs the program where the vault's folder cannot be written to: as somebody who may not,
/// or, for whom everything is allowed, on a mount that takes no writing.
#[cfg(target_os = "linux")]
fn read_only(place: &Place, words: &str) -> Ended {
    let program = env!("CARGO_BIN_EXE_auscult");
    let script = format!(
        "set -e; if [ $(id -u) = 0 ]; then
         mount --bind demo.auscult demo.auscult; mount -o remount,bind,ro demo.auscult;
         else chmod -R a-w demo.auscult; trap 'chmod -R u+w demo.auscult' EXIT; fi
         {program} {words}"
    );
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let mut command = if is_root {
        let mut command = Command::new("unshare");
        command.args(["-m", "/bin/sh", "-c", &script]);
        command
    } else {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script]);
        command
    };
    command
        .current_dir(&place.0)
        .stdin(Stdio::null())
        .env("HOME", place.0.join("home"))
        .env_remove("XDG_DATA_HOME");
    Ended::of(command.output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_vault_where_nothing_can_be_written_opens_to_be_read_and_says_so() {
    let (place, id) = Place::with_sample("read-only");
    let open = "--vault demo.auscult --passphrase-file pw";
    let untouched = |place: &Place| {
        let mut files = files_below(&place.vault());
        files.retain(|(path, _)| !path.ends_with("lock"));
        files
    };
    // Once as it was closed, without a lock; once with its last save in the log only.
    let before = untouched(&place);
    let rows = read_only(&place, &format!("assessments {open} --json"));
    assert_eq!(rows.code, 0, "{rows:?}");
    assert!(rows.err.contains("opened to be read"), "{rows:?}");
    assert!(rows.out.contains(&id));
    let checked = read_only(&place, &format!("vault check {open}"));
    assert_eq!(checked.code, 0, "{checked:?}");
    let found = read_only(&place, &format!("search {open} clinic"));
    assert_eq!(found.code, 0, "{found:?}");
    let refused = read_only(
        &place,
        &format!("answer {open} --assessment {id} --control TEC-EN-3 --implementation partial"),
    );
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("cannot be written to"), "{refused:?}");
    assert_eq!(untouched(&place), before);
    leave_in_log(&place, &id);
    let before = untouched(&place);
    let log = place.vault().join("vault.db-wal");
    assert!(fs::metadata(log).unwrap().len() > 0);
    let found = read_only(&place, &format!("search {open} Unwritten"));
    assert_eq!(found.code, 0, "{found:?}");
    assert!(
        !found.err.contains("missing"),
        "the log was read: {found:?}"
    );
    assert!(found.out.contains("Unwritten"), "{found:?}");
    assert_eq!(untouched(&place), before);
}

/// Saves a note and leaves it in the log only, as a program does that is killed.
#[cfg(target_os = "linux")]
fn leave_in_log(place: &Place, id: &str) {
    let mut workbench = place.unlock();
    let words = domain::answer::AnswerWords {
        note: "Unwritten words".to_owned(),
        ..Default::default()
    };
    let subject = domain::answer::Subject::All;
    workbench
        .answer(id.parse().unwrap(), "TEC-EN-3", subject, words, now())
        .unwrap();
    let files = files_below(&place.vault());
    let kept: Vec<_> = files
        .iter()
        .map(|(path, _)| (path.clone(), fs::read(path).unwrap()))
        .collect();
    workbench.close().unwrap();
    for (path, bytes) in kept {
        fs::write(path, bytes).unwrap();
    }
}
