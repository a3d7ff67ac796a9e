//! A database that is not as new as its anchor says: said at once, and left as it is until
//! somebody accepts it.

use std::fs;

use domain::organisation::Organisation;
use store::{Error, Freshness};

use crate::place::{Place, files, now, organisation, put_back, save, seal};

/// Makes a vault whose last saves are still in its log, as after a crash, and returns its
/// files. The first `closed` saves are in the database.
fn crashed(place: &Place, closed: u32, in_log: u32) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut store = place.create();
    for number in 0..closed {
        save(&mut store, &organisation(&format!("Closed {number}"))).unwrap();
    }
    store.close().unwrap();
    let (mut store, _) = place.reopen().unwrap();
    for number in 0..in_log {
        save(&mut store, &organisation(&format!("In log {number}"))).unwrap();
    }
    let crashed = files(&place.vault());
    drop(store);
    put_back(&place.vault(), &crashed);
    crashed
}

/// Returns the files that hold what was saved; the lock is rewritten by each who comes.
fn content(place: &Place) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut files = files(&place.vault());
    files.retain(|(path, _)| path.file_name().unwrap() != "lock");
    files
}

#[test]
fn after_a_crash_every_save_is_there() {
    let place = Place::new("crash");
    crashed(&place, 2, 3);
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(store.all::<Organisation>().unwrap().len(), 5);
}

#[test]
fn a_first_session_that_crashed_is_found_again() {
    let place = Place::new("first");
    let mut store = place.create();
    save(&mut store, &organisation("Only in the log")).unwrap();
    let left = files(&place.vault());
    drop(store);
    put_back(&place.vault(), &left);
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(store.all::<Organisation>().unwrap().len(), 1);
}

#[test]
fn a_lost_log_is_told_with_how_many_saves_are_missing() {
    let place = Place::new("log");
    crashed(&place, 2, 3);
    fs::remove_file(place.log()).unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Behind { missing: 3 });
    assert_eq!(
        store.all::<Organisation>().unwrap().len(),
        2,
        "the rest can be read"
    );
}

#[test]
fn a_log_that_was_cut_is_told_and_not_touched_until_accepted() {
    let place = Place::new("cut");
    let crashed = crashed(&place, 2, 3);
    let log = crashed
        .iter()
        .find(|(path, _)| *path == place.log())
        .unwrap();
    fs::write(place.log(), &log.1[..log.1.len() - 100]).unwrap();
    let before = content(&place);
    let (mut store, opening) = place.reopen().unwrap();
    assert!(
        matches!(opening.freshness, Freshness::Behind { missing: 1 }),
        "{opening:?}"
    );
    let found = save(&mut store, &organisation("Too soon"));
    assert!(matches!(found, Err(Error::NotAccepted)), "{found:?}");
    assert!(store.check().is_ok(), "it can be looked at");
    store.close().unwrap();
    assert!(content(&place) == before, "closing left all as it was");
    let (store, _) = place.reopen().unwrap();
    drop(store);
    assert!(content(&place) == before, "so does dropping");
}

#[test]
fn a_database_is_written_to_again_once_it_was_accepted() {
    let place = Place::new("accepted");
    crashed(&place, 2, 3);
    fs::remove_file(place.log()).unwrap();
    let (mut store, _) = place.reopen().unwrap();
    store.accept(now()).unwrap();
    save(&mut store, &organisation("After")).unwrap();
    store.close().unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(store.all::<Organisation>().unwrap().len(), 3);
    assert!(
        store
            .check()
            .unwrap()
            .iter()
            .all(|finding| finding.faults == 0)
    );
    drop(store);
    let accepted: u32 = place
        .direct()
        .query_row(
            "SELECT COUNT(*) FROM trail WHERE action = 'accept'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(accepted, 1, "the trail says so");
}

#[test]
fn a_database_that_is_ahead_of_its_anchor_has_lost_nothing() {
    let place = Place::new("ahead");
    let mut store = place.create();
    save(&mut store, &organisation("First")).unwrap();
    let anchor = fs::read(place.vault().join("anchor")).unwrap();
    save(&mut store, &organisation("Second")).unwrap();
    store.close().unwrap();
    // As after a power cut between the commit and the anchor.
    fs::write(place.vault().join("anchor"), anchor).unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(store.all::<Organisation>().unwrap().len(), 2);
}

#[test]
fn an_older_database_put_in_its_place_is_told() {
    let place = Place::new("older-file");
    let mut store = place.create();
    save(&mut store, &organisation("First")).unwrap();
    store.close().unwrap();
    let older = fs::read(place.database()).unwrap();
    let (mut store, _) = place.reopen().unwrap();
    save(&mut store, &organisation("Second")).unwrap();
    store.close().unwrap();
    fs::write(place.database(), older).unwrap();
    let (_, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Behind { missing: 1 });
}

#[test]
fn a_database_of_another_history_is_told() {
    let place = Place::new("different");
    let mut store = place.create();
    save(&mut store, &organisation("First")).unwrap();
    store.close().unwrap();
    let fork = files(&place.vault());
    let (mut store, _) = place.reopen().unwrap();
    save(&mut store, &organisation("Here")).unwrap();
    store.close().unwrap();
    let anchor = fs::read(place.vault().join("anchor")).unwrap();
    put_back(&place.vault(), &fork);
    let (mut store, _) = place.reopen().unwrap();
    save(&mut store, &organisation("There")).unwrap();
    store.close().unwrap();
    fs::write(place.vault().join("anchor"), anchor).unwrap();
    let (mut store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Different);
    assert!(matches!(
        save(&mut store, &organisation("No")),
        Err(Error::NotAccepted)
    ));
}

#[test]
fn a_missing_or_damaged_anchor_is_told() {
    let place = Place::new("unanchored");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    store.close().unwrap();
    for bytes in [Vec::new(), vec![7; 1024], vec![7; 10]] {
        fs::write(place.vault().join("anchor"), bytes).unwrap();
        let (_, opening) = place.reopen().unwrap();
        assert_eq!(opening.freshness, Freshness::Unanchored);
    }
    fs::remove_file(place.vault().join("anchor")).unwrap();
    let (_, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Unanchored);
}

#[test]
fn a_database_that_is_gone_is_said_to_be_gone_and_not_begun_anew() {
    let place = Place::new("gone");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    store.close().unwrap();
    fs::remove_file(place.database()).unwrap();
    let before = content(&place);
    assert!(matches!(place.reopen().map(|_| ()), Err(Error::Missing)));
    fs::write(place.vault().join("anchor"), b"").unwrap();
    assert!(
        matches!(place.reopen().map(|_| ()), Err(Error::Missing)),
        "nor without an anchor"
    );
    fs::write(place.vault().join("anchor"), &before[0].1).unwrap();
    assert!(content(&place) == before);
}

#[test]
fn the_tables_that_were_in_a_lost_log_are_not_made_again() {
    let place = Place::new("tables");
    let mut store = place.create();
    save(&mut store, &organisation("Only in the log")).unwrap();
    let mut left = files(&place.vault());
    drop(store);
    left.retain(|(path, _)| *path != place.log());
    put_back(&place.vault(), &left);
    let before = content(&place);
    assert!(matches!(place.reopen().map(|_| ()), Err(Error::Missing)));
    assert!(content(&place) == before);
}

#[test]
fn nothing_is_set_aside_while_saves_are_missing() {
    let place = Place::new("kept-objects");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    store.close().unwrap();
    let (mut store, _) = place.reopen().unwrap();
    let sealing = seal(&store, b"in the log only");
    let id = domain::id::AttachmentId(store::new_id(now()).unwrap());
    store
        .change(store::Chain::Vault, now(), |change| {
            change.attach(sealing, "file", id)
        })
        .unwrap();
    let left = files(&place.vault());
    drop(store);
    put_back(&place.vault(), &left);
    let log = fs::read(place.log()).unwrap();
    fs::remove_file(place.log()).unwrap();
    let (_, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Behind { missing: 1 });
    assert_eq!(opening.set_aside, 0, "the evidence waits for its log");
    fs::write(place.log(), log).unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(
        crate::records::bytes(&store, id).unwrap(),
        b"in the log only"
    );
}

#[test]
fn a_newer_database_is_refused_without_touching_a_byte() {
    let place = Place::new("newer");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    store.close().unwrap();
    place.tamper("PRAGMA user_version = 1000");
    let closed = content(&place);
    let found = place.reopen().map(|_| ());
    assert!(
        matches!(
            found,
            Err(Error::NewerFormat {
                found: 1000,
                supported: _
            })
        ),
        "{found:?}"
    );
    assert!(content(&place) == closed);
    // The same with a log beside it, as after a crash of the newer program.
    let connection = place.direct();
    connection
        .execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 1001;")
        .unwrap();
    let left = files(&place.vault());
    drop(connection);
    put_back(&place.vault(), &left);
    let crashed = content(&place);
    assert!(fs::metadata(place.log()).unwrap().len() > 0);
    let found = place.reopen().map(|_| ());
    assert!(
        matches!(found, Err(Error::NewerFormat { found: 1001, .. })),
        "{found:?}"
    );
    assert!(content(&place) == crashed);
}

#[test]
fn another_vaults_database_is_a_damaged_one() {
    let (place, other) = (Place::new("mine"), Place::new("theirs"));
    for place in [&place, &other] {
        let mut store = place.create();
        save(&mut store, &organisation("Clinic")).unwrap();
        store.close().unwrap();
    }
    fs::copy(other.database(), place.database()).unwrap();
    assert!(matches!(place.reopen().map(|_| ()), Err(Error::Damaged)));
    fs::write(place.database(), b"short").unwrap();
    assert!(matches!(place.reopen().map(|_| ()), Err(Error::Damaged)));
}
