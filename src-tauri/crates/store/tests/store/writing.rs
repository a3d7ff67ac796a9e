//! Writing: a trail entry with each write, all of a change or nothing, ids, order.

use std::fs;

use domain::id::OrganisationId;
use domain::organisation::Organisation;
use rusqlite::Connection;
use store::{Chain, Error, Progress, Setting};
use vault::Vault;

use crate::place::{Place, files, now, organisation, save, unlock};
use crate::records;

fn trail(connection: &Connection) -> Vec<(String, String, String)> {
    let mut statement = connection
        .prepare("SELECT action, kind, object FROM trail ORDER BY number")
        .unwrap();
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn each_write_appends_one_entry_and_each_reading_none() {
    let place = Place::new("entries");
    let mut store = place.create();
    let mut clinic = organisation("Clinic");
    let id = clinic.id.to_string();
    save(&mut store, &clinic).unwrap();
    clinic.name = "Another name".into();
    save(&mut store, &clinic).unwrap();
    let before = store.head().unwrap();
    assert_eq!(store.all::<Organisation>().unwrap(), [clinic.clone()]);
    assert_eq!(
        store.get::<Organisation>(&id).unwrap(),
        Some(clinic.clone())
    );
    assert_eq!(store.head().unwrap(), before, "reading leaves no trace");
    let chain = Chain::Organisation(clinic.id);
    store
        .change(chain, now(), |c| c.remove::<Organisation>(&id))
        .unwrap();
    store
        .change(Chain::Vault, now(), |c| c.record("lock", "vault", "vault"))
        .unwrap();
    store.close().unwrap();
    let expected = [
        ("add", "organisation", id.as_str()),
        ("change", "organisation", &id),
        ("remove", "organisation", &id),
        ("lock", "vault", "vault"),
    ]
    .map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(trail(&place.direct()), expected);
}

#[test]
fn writing_what_is_there_already_or_removing_what_is_not_leaves_no_trace() {
    let place = Place::new("traces");
    let mut store = place.create();
    let clinic = organisation("Clinic");
    save(&mut store, &clinic).unwrap();
    let head = store.head().unwrap();
    save(&mut store, &clinic).unwrap();
    let gone = organisation("Gone").id.to_string();
    store
        .change(Chain::Vault, now(), |c| c.remove::<Organisation>(&gone))
        .unwrap();
    assert_eq!(store.head().unwrap(), head);
}

#[test]
fn a_change_that_fails_keeps_neither_rows_nor_entries() {
    let place = Place::new("nothing");
    let mut store = place.create();
    let first = organisation("Kept");
    save(&mut store, &first).unwrap();
    let head = store.head().unwrap();
    let failed: Result<(), Error> = store.change(Chain::Vault, now(), |change| {
        change.put(&organisation("Lost"))?;
        change.remove::<Organisation>(&first.id.to_string())?;
        Err(Error::FullDisk)
    });
    assert!(matches!(failed, Err(Error::FullDisk)));
    assert_eq!(store.all::<Organisation>().unwrap(), [first]);
    assert_eq!(store.head().unwrap(), head);
}

#[test]
fn the_anchor_follows_each_commit() {
    let place = Place::new("follows");
    let mut store = place.create();
    for number in 0..3 {
        save(&mut store, &organisation(&format!("Clinic {number}"))).unwrap();
        let head = store.head().unwrap();
        let anchor = vault::Anchor {
            entries: head.entries,
            head: head.hash,
        };
        assert_eq!(
            store.vault().read_anchor(),
            vault::AnchorState::Present(anchor)
        );
    }
}

#[test]
fn a_row_is_known_by_one_subject_per_control() {
    let place = Place::new("unique");
    let mut store = place.create();
    let written = records::write(&mut store);
    let mut second = written.answer.clone();
    second.id = domain::id::AnswerId(store::new_id(now()).unwrap());
    let twice = store.change(Chain::Vault, now(), |change| change.put(&second));
    assert!(matches!(twice, Err(Error::Database { .. })), "{twice:?}");
    let found = store
        .of_control(second.assessment, &second.control, second.subject)
        .unwrap();
    assert_eq!(found, Some(written.answer));
}

#[test]
fn ids_are_of_their_moment_and_of_version_7() {
    let id = store::new_id(now()).unwrap();
    assert_eq!(id.get_version_num(), 7, "RFC 9562");
    let (seconds, nanoseconds) = id.get_timestamp().unwrap().to_unix();
    let found = (i64::try_from(seconds).unwrap(), nanoseconds);
    assert_eq!(found, (now().timestamp(), 0));
    assert_ne!(id, store::new_id(now()).unwrap());
    let later = store::new_id(now() + chrono::TimeDelta::milliseconds(1)).unwrap();
    assert!(id < later, "ids of later moments sort later");
}

#[test]
fn a_clock_that_was_set_back_changes_nothing_about_the_order_of_the_trail() {
    let place = Place::new("clock");
    let mut store = place.create();
    for years in [0, -30, 10] {
        let at = now() + chrono::TimeDelta::days(365 * years);
        let clinic = organisation(&format!("Clinic of {years}"));
        store
            .change(Chain::Vault, at, |change| change.put(&clinic))
            .unwrap();
    }
    store.close().unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, store::Freshness::Fresh);
    assert_eq!(
        store.head().unwrap().entries,
        5,
        "three saves, and that the clock jumped twice"
    );
    assert!(
        store
            .check()
            .unwrap()
            .iter()
            .all(|finding| finding.faults == 0)
    );
}

#[test]
fn what_is_read_does_not_lean_on_the_order_of_rows() {
    let place = Place::new("order");
    let mut store = place.create();
    for number in 0..40 {
        save(&mut store, &organisation(&format!("Clinic {number}"))).unwrap();
    }
    let before = store.all::<Organisation>().unwrap();
    store.close().unwrap();
    place.tamper(
        "CREATE TEMP TABLE shuffled AS SELECT * FROM organisation;
         DELETE FROM organisation;
         INSERT INTO organisation SELECT * FROM shuffled ORDER BY random();",
    );
    let (store, _) = place.reopen().unwrap();
    assert_eq!(store.all::<Organisation>().unwrap(), before);
    assert!(
        store
            .check()
            .unwrap()
            .iter()
            .all(|finding| finding.faults == 0)
    );
}

#[test]
fn what_is_written_is_read_back_by_id_by_owner_and_by_control() {
    let place = Place::new("back");
    let mut store = place.create();
    let written = records::write(&mut store);
    store.close().unwrap();
    let (store, _) = place.reopen().unwrap();
    records::assert_read(&store, &written);
    let progress = store.progress().unwrap();
    let expected = Progress {
        answered: 1,
        flagged: 1,
        findings: 1,
        changed: Some(written.answer.changed),
    };
    assert_eq!(progress.len(), 1);
    assert_eq!(progress[&written.assessment.id], expected);
    let setting = store.get::<Setting>("person").unwrap().unwrap();
    assert_eq!(setting.value, "Robin");
    let other = OrganisationId(store::new_id(now()).unwrap());
    assert!(
        store
            .of_organisation::<domain::organisation::Site>(other)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_second_program_is_refused_and_told_who_holds_the_vault_since_when() {
    let place = Place::new("second");
    let store = place.create();
    match unlock(&place.vault()) {
        Err(vault::Error::Held(Some(holder))) => {
            assert_eq!((holder.program.as_str(), holder.since), ("test", now()));
        }
        other => panic!("{other:?}"),
    }
    drop(store);
    assert!(place.reopen().is_ok());
}

#[test]
fn the_database_itself_is_held_against_whoever_passes_by_the_lock() {
    let place = Place::new("exclusive");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    let key = store.vault().database_key().unwrap();
    let other = Connection::open(place.database()).unwrap();
    other
        .execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.keyspec().as_str()))
        .unwrap();
    let found = other.query_row("SELECT COUNT(*) FROM trail", [], |row| row.get::<_, u32>(0));
    assert!(found.is_err(), "the log is not shared");
}

#[test]
fn no_word_that_was_written_lies_in_clear_in_any_file() {
    let place = Place::new("clear");
    let mut store = place.create();
    let marker = "Marker of a clinic that nobody may read";
    save(&mut store, &organisation(marker)).unwrap();
    let seen = |place: &Place| {
        files(&place.vault()).iter().any(|(_, bytes)| {
            bytes
                .windows(marker.len())
                .any(|window| window == marker.as_bytes())
        })
    };
    assert!(!seen(&place), "with the log beside it");
    store.close().unwrap();
    assert!(!seen(&place), "closed");
}

#[test]
fn a_vault_that_is_removed_or_replaced_while_open_saves_nothing_and_says_so() {
    let place = Place::new("removed");
    let mut store = place.create();
    save(&mut store, &organisation("Kept")).unwrap();
    let aside = place.0.join("Aside.auscult");
    fs::rename(place.vault(), &aside).unwrap();
    let found = save(&mut store, &organisation("Lost"));
    assert!(matches!(found, Err(Error::Unreachable)), "{found:?}");
    let whole = files(&aside);
    for (path, bytes) in &whole {
        let path = place.vault().join(path.strip_prefix(&aside).unwrap());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let found = save(&mut store, &organisation("Lost"));
    assert!(
        matches!(found, Err(Error::Unreachable)),
        "another file in its place: {found:?}"
    );
    fs::remove_dir_all(place.vault()).unwrap();
    fs::rename(&aside, place.vault()).unwrap();
    save(&mut store, &organisation("Back again")).unwrap();
    drop(store);
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, store::Freshness::Fresh);
    assert_eq!(store.all::<Organisation>().unwrap().len(), 2);
}

#[test]
fn making_the_database_can_be_interrupted_and_is_then_done_again() {
    let place = Place::new("interrupted");
    drop(crate::place::create(&place.vault()));
    fs::write(place.database(), b"").unwrap();
    let (store, opening) = place.open(unlock(&place.vault()).unwrap()).unwrap();
    assert_eq!(opening.freshness, store::Freshness::Fresh);
    assert_eq!(store.head().unwrap().entries, 0);
    drop(store);
    assert!(Vault::look(&place.vault()).is_ok());
}
