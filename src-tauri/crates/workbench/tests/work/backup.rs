//! Backups made at work, looked at, restored elsewhere; and what may go wrong with each.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::answer::Implementation;
use workbench::{BackedUp, Error, Restored, Workbench, restore};

use crate::place::*;

const GO_ON: ControlFlow<()> = ControlFlow::Continue(());

/// A clinic with two pieces of evidence, and a folder for its backups.
fn clinic(place: &Place) -> (Clinic, String) {
    let mut clinic = Clinic::new(place);
    let control = clinic.first_control();
    clinic.attach(&control, "first.txt", b"the first piece");
    clinic.attach(&control, "second.txt", &vec![7; 3 << 20]);
    fs::create_dir(place.0.join("drive")).unwrap();
    (clinic, control)
}

fn drive(place: &Place) -> PathBuf {
    place.0.join("drive")
}

fn own(place: &Place) -> PathBuf {
    place.0.join("own")
}

fn back_up(place: &Place, workbench: &mut Workbench, minutes: i64) -> Result<BackedUp, Error> {
    let done = workbench
        .begin_backup(&drive(place), later(minutes))?
        .finish(&mut |_| GO_ON)?;
    workbench.end_backup(&done, Some(&own(place)), later(minutes))?;
    Ok(done)
}

fn put_back(place: &Place, name: &str) -> Result<Restored, Error> {
    let to = place.0.join(name);
    restore(&drive(place), &to, Some(&own(place)), &mut |_, _| GO_ON)
}

fn open(place: &Place, folder: &Path) -> Workbench {
    let mut work = work();
    work.own = Some(own(place));
    Workbench::unlock(folder, &passphrase(), &work).unwrap()
}

/// Returns the names of what lies in a backup's folder of evidence.
fn evidence(backup: &Path) -> Vec<String> {
    let entries = fs::read_dir(backup.join("evidence")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_made_at_work_is_opened_and_restored_with_every_word_and_file() {
    let place = Place::new("backup");
    let (mut clinic, control) = clinic(&place);
    clinic
        .answer(&control, said(Implementation::Partial, "Before the backup"))
        .unwrap();
    let done = back_up(&place, &mut clinic.workbench, 10).unwrap();
    assert_eq!((done.copied, done.objects), (2, 2));
    clinic
        .answer(&control, said(Implementation::Partial, "After the backup"))
        .unwrap();

    let restored = put_back(&place, "Back.auscult").unwrap();
    assert!(restored.warnings.iter().any(|w| w.contains("as it was on")));
    let mut workbench = open(&place, &restored.folder);
    assert!(!workbench.is_held_back());
    let answers = workbench
        .dossier(clinic.assessment)
        .unwrap()
        .answers
        .clone();
    assert!(answers.iter().any(|a| a.words.note == "Before the backup"));
    assert!(workbench.check_vault(later(20)).unwrap().is_sound());
    assert_eq!(workbench.vault().id(), clinic.workbench.vault().id());
    assert_ne!(
        workbench.vault().copy_id(),
        clinic.workbench.vault().copy_id(),
        "a restored vault is a copy of its own"
    );
    let said = workbench.warnings();
    for part in ["restored from a backup", "as it was on"] {
        assert!(said.iter().any(|w| w.contains(part)), "{part}: {said:?}");
    }
    workbench.close().unwrap();
    let again = open(&place, &restored.folder);
    assert!(again.warnings().is_empty(), "{:?}", again.warnings());
}

#[test]
fn evidence_that_is_there_is_not_copied_again_and_what_is_damaged_there_is() {
    let place = Place::new("backup-again");
    let (mut clinic, control) = clinic(&place);
    let first = back_up(&place, &mut clinic.workbench, 10).unwrap();
    clinic.attach(&control, "third.txt", b"the third piece");
    let second = back_up(&place, &mut clinic.workbench, 20).unwrap();
    assert_eq!((second.copied, second.objects), (1, 3));
    assert_eq!(first.folder, second.folder);

    let name = &evidence(&second.folder)[0];
    let path = second.folder.join("evidence").join(name);
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[40] ^= 1;
    fs::write(&path, flipped).unwrap();
    let third = back_up(&place, &mut clinic.workbench, 30).unwrap();
    assert_eq!(third.copied, 0);
    assert_eq!(fs::read(&path).unwrap(), whole, "made good from the vault");
    let states = fs::read_dir(&third.folder).unwrap().count();
    assert_eq!(states, 3, "the evidence, this state and the one before it");
}

#[test]
fn a_cancelled_backup_leaves_no_trace_and_the_one_before_it_whole() {
    let place = Place::new("backup-cancel");
    let (mut clinic, control) = clinic(&place);
    let cancel = |clinic: &mut Clinic, after: u32| {
        let begun = clinic
            .workbench
            .begin_backup(&drive(&place), later(9))
            .unwrap();
        let mut left = after;
        let done = begun.finish(&mut |_| {
            left = left.saturating_sub(1);
            if left == 0 {
                ControlFlow::Break(())
            } else {
                GO_ON
            }
        });
        assert!(matches!(done, Err(Error::Cancelled)), "{done:?}");
    };
    for after in 1..4 {
        cancel(&mut clinic, after);
        assert_eq!(files(&drive(&place)), [], "after {after}");
        assert_eq!(fs::read_dir(drive(&place)).unwrap().count(), 0);
    }
    back_up(&place, &mut clinic.workbench, 10).unwrap();
    let before = files(&drive(&place));
    clinic.attach(&control, "third.txt", b"the third piece");
    for after in 1..6 {
        cancel(&mut clinic, after);
        assert!(files(&drive(&place)) == before, "after {after}");
    }
}

#[test]
fn a_backup_goes_neither_into_the_vault_nor_over_what_is_something_elses() {
    let place = Place::new("backup-place");
    let (mut clinic, _) = clinic(&place);
    let mut begin =
        |folder: &Path| refused(clinic.workbench.begin_backup(folder, later(1)).map(|_| ()));
    assert!(begin(&place.vault()).contains("own folder"));
    assert!(begin(&place.vault().join("evidence")).contains("own folder"));
    assert!(begin(&place.0.join("nowhere")).contains("not there"));
    assert!(begin(&place.file("a-file", "x")).contains("is a file"));
    let taken = drive(&place).join("Clinic.auscult-backup");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("holiday.jpg"), "x").unwrap();
    assert!(begin(&drive(&place)).contains("something else"));
    assert_eq!(fs::read_dir(&taken).unwrap().count(), 1);
    #[cfg(unix)]
    {
        let link = place.0.join("link");
        std::os::unix::fs::symlink(place.vault(), &link).unwrap();
        assert!(begin(&link).contains("own folder"));
    }
}

#[test]
fn another_vaults_backup_is_left_alone() {
    let place = Place::new("backup-others");
    let (mut clinic, _) = clinic(&place);
    back_up(&place, &mut clinic.workbench, 10).unwrap();
    let before = files(&drive(&place));
    let other = Place::new("backup-other-vault");
    let mut theirs = other.create();
    let refused = refused(theirs.begin_backup(&drive(&place), later(11)).map(|_| ()));
    assert!(refused.contains("something else"), "{refused}");
    assert!(files(&drive(&place)) == before);
}

#[test]
fn a_backup_is_put_only_where_nothing_is() {
    let place = Place::new("restore-place");
    let (mut clinic, _) = clinic(&place);
    let done = back_up(&place, &mut clinic.workbench, 10).unwrap();
    let before = files(&place.vault());
    assert!(refused(put_back(&place, "Clinic.auscult")).contains("something of that name"));
    assert!(files(&place.vault()) == before);
    fs::create_dir(place.0.join("empty")).unwrap();
    assert!(refused(put_back(&place, "empty")).contains("something of that name"));
    let inside = done.folder.join("Inside.auscult");
    let into = restore(&done.folder, &inside, None, &mut |_, _| GO_ON);
    assert!(refused(into).contains("inside the backup"));
    let none = restore(&place.vault(), &place.0.join("x"), None, &mut |_, _| GO_ON);
    assert!(refused(none).contains("no backup"));
    let cancelled = restore(&drive(&place), &place.0.join("x"), None, &mut |_, _| {
        ControlFlow::Break(())
    });
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    let left: Vec<String> = place.names();
    assert!(
        !left
            .iter()
            .any(|name| name.ends_with(".part") || name == "x"),
        "{left:?}"
    );
}

#[test]
fn a_flip_anywhere_in_a_backup_is_said_when_it_is_restored() {
    let place = Place::new("restore-damaged");
    let (mut clinic, _) = clinic(&place);
    back_up(&place, &mut clinic.workbench, 10).unwrap();
    let whole = files(&drive(&place));
    assert_eq!(
        whole.len(),
        7,
        "four files, their list, two pieces of evidence"
    );
    for (number, (path, bytes)) in whole.iter().enumerate() {
        let mut flipped = bytes.clone();
        let at = flipped.len() / 2;
        flipped[at] ^= 4;
        fs::write(path, flipped).unwrap();
        let name = format!("Flipped {number}.auscult");
        let is_header = path
            .file_stem()
            .is_some_and(|n| n.to_string_lossy().starts_with("header"));
        match put_back(&place, &name) {
            Err(Error::Input(_)) => {}
            // One copy of the header is enough, and opening says that it was made good.
            Ok(restored) if is_header => {
                let workbench = open(&place, &restored.folder);
                let said = workbench.warnings();
                assert!(
                    said.iter().any(|w| w.contains("header's two copies")),
                    "{said:?}"
                );
            }
            Ok(restored) => {
                let said = restored.warnings;
                assert!(
                    said.iter().any(|w| w.contains("damaged")),
                    "{path:?}: {said:?}"
                );
            }
            Err(other) => panic!("{path:?}: {other:?}"),
        }
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn an_older_state_is_taken_when_the_newest_is_damaged() {
    let place = Place::new("restore-older");
    let (mut clinic, control) = clinic(&place);
    back_up(&place, &mut clinic.workbench, 10).unwrap();
    clinic
        .answer(&control, said(Implementation::Partial, "Second"))
        .unwrap();
    back_up(&place, &mut clinic.workbench, 20).unwrap();
    let databases: Vec<PathBuf> = files(&drive(&place))
        .into_iter()
        .map(|(path, _)| path)
        .filter(|path| path.ends_with("vault.db"))
        .collect();
    let newest = databases.iter().max().unwrap();
    let mut bytes = fs::read(newest).unwrap();
    bytes[9000] ^= 1;
    fs::write(newest, bytes).unwrap();
    let restored = put_back(&place, "Older.auscult").unwrap();
    assert_eq!(restored.at, later(10));
    assert!(restored.warnings[0].contains("older one was taken"));
    assert!(!open(&place, &restored.folder).is_held_back());
}

#[test]
fn a_vault_with_a_damaged_piece_is_backed_up_and_that_is_said() {
    let place = Place::new("backup-damaged");
    let (mut clinic, _) = clinic(&place);
    let (path, bytes) = files(&place.vault().join("evidence")).remove(0);
    let mut flipped = bytes;
    flipped[50] ^= 1;
    fs::write(path, flipped).unwrap();
    let done = back_up(&place, &mut clinic.workbench, 10).unwrap();
    assert!(
        done.warnings
            .iter()
            .any(|w| w.contains("damaged or missing")),
        "{:?}",
        done.warnings
    );
}

#[test]
fn how_old_the_last_backup_is_is_remembered_for_each_vault() {
    let place = Place::new("backup-known");
    let (mut clinic, _) = clinic(&place);
    let known = clinic.workbench.backups(&own(&place));
    assert!(known.is_overdue(later(0)));
    assert!(known.sentence(later(0)).contains("no backup"));
    back_up(&place, &mut clinic.workbench, 10).unwrap();
    let day = 24 * 60;
    let known = clinic.workbench.backups(&own(&place));
    assert_eq!(known.0.len(), 1);
    assert!(known.0[0].is_present());
    for (minutes, sentence, overdue) in [
        (20, "Last verified backup today.", false),
        (10 + day, "Last verified backup yesterday.", false),
        (10 + 3 * day, "Last verified backup 3 days ago.", false),
        (10 + 8 * day, "Last verified backup 8 days ago.", true),
    ] {
        assert_eq!(known.sentence(later(minutes)), sentence);
        assert_eq!(known.is_overdue(later(minutes)), overdue, "{sentence}");
    }
    fs::remove_dir_all(drive(&place)).unwrap();
    assert!(!known.0[0].is_present());
    let other = Place::new("backup-known-other");
    assert!(other.create().backups(&own(&place)).0.is_empty());
}
