//! The check names whatever was changed behind the trail's back.

use store::{CheckPart, Freshness};

use crate::place::{Place, now, organisation, save};
use crate::records;

/// Makes a vault with one record of each kind, runs statements on it, and returns what the
/// check then says: the parts with a fault.
fn found(name: &str, sql: &str) -> Vec<(CheckPart, u64)> {
    let place = Place::new(name);
    let mut store = place.create();
    records::write(&mut store);
    store.close().unwrap();
    place.tamper(sql);
    let (store, _) = place.reopen().unwrap();
    let found = store.check().unwrap();
    found
        .iter()
        .filter(|f| f.faults > 0)
        .map(|f| (f.part, f.faults))
        .collect()
}

#[test]
fn a_whole_vault_has_no_fault_and_all_of_it_was_looked_at() {
    let place = Place::new("whole");
    let mut store = place.create();
    records::write(&mut store);
    let found = store.check().unwrap();
    assert!(found.iter().all(|finding| finding.faults == 0), "{found:?}");
    let looked_at = |part| found.iter().find(|f| f.part == part).unwrap().looked_at;
    assert_eq!(looked_at(CheckPart::Rows), 17, "a row of each kind");
    assert_eq!(looked_at(CheckPart::Trail), 18, "an entry for each row");
    assert_eq!(looked_at(CheckPart::Attachments), 1);
    assert!(looked_at(CheckPart::Pages) > 10);
}

#[test]
fn a_body_or_digest_that_was_changed_is_seen() {
    let body = "UPDATE answer SET body = json_set(body, '$.note', 'Better words')";
    assert_eq!(found("body", body), [(CheckPart::Rows, 1)]);
    let digest = "UPDATE working_note SET digest = randomblob(32)";
    assert_eq!(found("digest", digest), [(CheckPart::Rows, 1)]);
    let framework = "UPDATE framework SET body = x'00'";
    assert_eq!(found("framework", framework), [(CheckPart::Rows, 1)]);
}

#[test]
fn a_row_that_was_moved_to_another_assessment_or_client_is_seen() {
    let moved = "UPDATE answer SET assessment = 'another'";
    assert_eq!(found("moved", moved), [(CheckPart::Rows, 1)]);
    let site = "UPDATE site SET organisation = NULL";
    assert_eq!(found("moved-site", site), [(CheckPart::Rows, 1)]);
}

#[test]
fn a_row_that_was_deleted_inserted_or_doubled_is_seen() {
    let deleted = "DELETE FROM observation; DELETE FROM framework";
    assert_eq!(found("deleted", deleted), [(CheckPart::Rows, 2)]);
    let inserted =
        "INSERT INTO person SELECT 'x', organisation, assessment, body, digest FROM person";
    assert_eq!(found("inserted", inserted), [(CheckPart::Rows, 1)]);
    let attachment = "DELETE FROM attachment";
    assert_eq!(
        found("deleted-attachment", attachment),
        [(CheckPart::Rows, 1)]
    );
}

#[test]
fn an_older_state_of_a_row_put_back_is_seen() {
    let place = Place::new("older");
    let mut store = place.create();
    let mut clinic = organisation("First");
    save(&mut store, &clinic).unwrap();
    store.close().unwrap();
    place.tamper("CREATE TABLE kept AS SELECT * FROM organisation");
    let (mut store, _) = place.reopen().unwrap();
    clinic.name = "Second".into();
    save(&mut store, &clinic).unwrap();
    store.close().unwrap();
    place.tamper(
        "DELETE FROM organisation; INSERT INTO organisation SELECT * FROM kept; DROP TABLE kept",
    );
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(
        opening.freshness,
        Freshness::Fresh,
        "the trail itself is whole"
    );
    let found = store.check().unwrap();
    assert_eq!(
        found
            .iter()
            .find(|f| f.part == CheckPart::Rows)
            .unwrap()
            .faults,
        1
    );
}

#[test]
fn an_attachments_row_that_was_changed_is_seen() {
    for (name, sql) in [
        ("key", "UPDATE attachment SET key = randomblob(32)"),
        ("length", "UPDATE attachment SET length = length - 1"),
        ("negative", "UPDATE attachment SET length = -length"),
        ("object", "UPDATE attachment SET object = x'00'"),
        ("sha256", "UPDATE attachment SET sha256 = x''"),
    ] {
        assert_eq!(found(name, sql), [(CheckPart::Attachments, 1)], "{sql}");
    }
}

#[test]
fn a_trail_entry_that_was_changed_is_named_by_its_number() {
    let place = Place::new("entry");
    let mut store = place.create();
    records::write(&mut store);
    store.close().unwrap();
    place.tamper(
        "DROP TRIGGER trail_is_not_altered;
         UPDATE trail SET who = 'somebody else' WHERE number = 7;",
    );
    let (store, _) = place.reopen().unwrap();
    let found = store.check().unwrap();
    let trail = found.iter().find(|f| f.part == CheckPart::Trail).unwrap();
    assert_eq!((trail.faults, trail.first), (1, Some(7)));
}

#[test]
fn an_index_that_disagrees_with_its_table_is_seen() {
    let place = Place::new("index");
    let mut store = place.create();
    records::write(&mut store);
    store.close().unwrap();
    let connection = place.direct();
    connection
        .set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .unwrap();
    connection
        .execute_batch(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET rootpage =
             (SELECT rootpage FROM sqlite_schema WHERE name = 'vendor_of_organisation')
             WHERE name = 'site_of_organisation';",
        )
        .unwrap();
    drop(connection);
    match place.reopen() {
        Ok((store, _)) => {
            let found = store.check().unwrap();
            assert!(
                found
                    .iter()
                    .any(|f| f.part == CheckPart::Structure && f.faults > 0)
            );
        }
        Err(error) => assert!(matches!(error, store::Error::Damaged), "{error:?}"),
    }
}

#[test]
fn a_record_that_was_removed_by_the_program_is_not_missed() {
    let place = Place::new("removed-rightly");
    let mut store = place.create();
    let written = records::write(&mut store);
    let chain = store::Chain::Organisation(written.organisation.id);
    let id = written.observation.id.to_string();
    store
        .change(chain, now(), |c| {
            c.remove::<domain::answer::Observation>(&id)
        })
        .unwrap();
    assert!(
        store
            .check()
            .unwrap()
            .iter()
            .all(|finding| finding.faults == 0)
    );
}

#[test]
fn a_guard_that_was_taken_away_and_a_table_that_was_put_in_are_seen() {
    for (name, sql) in [
        ("guard", "DROP TRIGGER trail_is_not_altered"),
        (
            "planted",
            "CREATE TRIGGER gone AFTER INSERT ON trail BEGIN SELECT 1; END",
        ),
        ("foreign", "CREATE TABLE foreign_words (text TEXT)"),
    ] {
        assert_eq!(found(name, sql), [(CheckPart::Structure, 1)], "{name}");
    }
}
