//! Steps: what a change wrote is put back as it was, and nothing else is.

use chrono::TimeDelta;
use domain::id::{OrganisationId, SystemId};
use domain::organisation::{Organisation, System};
use domain::step::{Step, StepKind};
use store::{Chain, Error, Store};

use crate::place::{Place, now, organisation};

const KIND: StepKind = StepKind::Organisation;

/// Writes an organisation as one step.
fn write(store: &mut Store, clinic: &Organisation, step: &Step, seconds: i64) {
    let at = now() + TimeDelta::seconds(seconds);
    store
        .change(Chain::Organisation(clinic.id), at, |change| {
            change.begin_step(clinic.id.0);
            change.put(clinic)?;
            change.end_step(step)
        })
        .unwrap();
}

fn typing(field: &str) -> Step {
    Step {
        typed_in: Some(field.to_owned()),
        ..Step::of(KIND)
    }
}

fn named(clinic: &Organisation, name: &str) -> Organisation {
    Organisation {
        name: name.to_owned(),
        ..clinic.clone()
    }
}

fn system(clinic: &Organisation, name: &str) -> System {
    serde_json::from_value(serde_json::json!({
        "id": SystemId(store::new_id(now()).unwrap()), "organisation": clinic.id, "name": name,
    }))
    .unwrap()
}

fn name(store: &Store, id: OrganisationId) -> Option<String> {
    store
        .get::<Organisation>(&id.to_string())
        .unwrap()
        .map(|clinic| clinic.name)
}

#[test]
fn a_step_counts_what_was_changed_and_not_what_followed_from_it() {
    let place = Place::new("history_counts");
    let mut store = place.create();
    let clinic = organisation("One");
    let systems = ["Notes", "Triage", "Forecast"].map(|name| system(&clinic, name));
    store
        .change(Chain::Organisation(clinic.id), now(), |change| {
            change.begin_step(clinic.id.0);
            change.put(&clinic)?;
            for system in &systems {
                change.put(system)?;
            }
            change.end_step(&Step::of(KIND))
        })
        .unwrap();
    let history = store.history(clinic.id.0).unwrap();
    assert_eq!(history.undo.unwrap().records, 3);
}

fn is_sound(store: &Store) -> bool {
    store.check().unwrap().iter().all(|found| found.faults == 0)
}

#[test]
fn steps_are_undone_and_redone_in_one_line_across_restarts() {
    let place = Place::new("history");
    let mut store = place.create();
    let clinic = organisation("One");
    let of = clinic.id.0;
    for (at, name) in ["One", "Two", "Three"].into_iter().enumerate() {
        write(
            &mut store,
            &named(&clinic, name),
            &Step::of(KIND),
            at as i64,
        );
    }
    assert_eq!(store.undo(of, now()).unwrap().unwrap().step, Step::of(KIND));
    assert_eq!(name(&store, clinic.id).as_deref(), Some("Two"));
    store.close().unwrap();

    let mut store = place.reopen().unwrap().0;
    let history = store.history(of).unwrap();
    assert_eq!(
        (history.undo.unwrap().records, history.redo.unwrap().records),
        (1, 1)
    );
    store.undo(of, now()).unwrap().unwrap();
    assert_eq!(name(&store, clinic.id).as_deref(), Some("One"));
    store.undo(of, now()).unwrap().unwrap();
    assert_eq!(name(&store, clinic.id), None, "the first step had added it");
    assert!(store.undo(of, now()).unwrap().is_none());
    assert!(is_sound(&store));
    for expected in ["One", "Two", "Three"] {
        store.redo(of, now()).unwrap().unwrap();
        assert_eq!(name(&store, clinic.id).as_deref(), Some(expected));
    }
    assert!(store.redo(of, now()).unwrap().is_none());
    assert!(is_sound(&store));
}

#[test]
fn a_new_step_after_an_undo_cuts_what_could_be_redone() {
    let place = Place::new("history-cut");
    let mut store = place.create();
    let clinic = organisation("One");
    for (at, name) in ["One", "Two"].into_iter().enumerate() {
        write(
            &mut store,
            &named(&clinic, name),
            &Step::of(KIND),
            at as i64,
        );
    }
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    write(&mut store, &named(&clinic, "One"), &Step::of(KIND), 3);
    assert!(
        store.history(clinic.id.0).unwrap().redo.is_some(),
        "a step that changes nothing is none"
    );
    write(&mut store, &named(&clinic, "Other"), &Step::of(KIND), 4);
    assert!(store.redo(clinic.id.0, now()).unwrap().is_none());
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    assert_eq!(name(&store, clinic.id).as_deref(), Some("One"));
}

#[test]
fn typing_in_one_field_is_one_step_until_a_pause() {
    let place = Place::new("history-typing");
    let mut store = place.create();
    let clinic = organisation("");
    write(&mut store, &clinic, &Step::of(KIND), 0);
    let at = [(1, "F"), (3, "Fe"), (17, "Fen"), (33, "Fenw")];
    for (seconds, name) in at {
        write(&mut store, &named(&clinic, name), &typing("name"), seconds);
    }
    write(&mut store, &named(&clinic, "Fenwick"), &typing("other"), 34);
    for expected in ["Fenw", "Fen", ""] {
        store.undo(clinic.id.0, now()).unwrap().unwrap();
        assert_eq!(name(&store, clinic.id).as_deref(), Some(expected));
    }
    store.redo(clinic.id.0, now()).unwrap().unwrap();
    assert_eq!(
        name(&store, clinic.id).as_deref(),
        Some("Fen"),
        "all of it at once"
    );
    write(&mut store, &named(&clinic, "Fens"), &typing("name"), 18);
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    assert_eq!(
        name(&store, clinic.id).as_deref(),
        Some("Fen"),
        "after an undo a step begins anew"
    );
}

#[test]
fn typing_without_a_pause_is_more_than_one_step_after_two_minutes() {
    let place = Place::new("history-long");
    let mut store = place.create();
    let clinic = organisation("");
    write(&mut store, &clinic, &Step::of(KIND), 0);
    for second in (1..=131).step_by(10) {
        write(
            &mut store,
            &named(&clinic, &second.to_string()),
            &typing("name"),
            second,
        );
    }
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    assert_eq!(name(&store, clinic.id).as_deref(), Some("121"));
}

#[test]
fn what_was_written_beside_the_history_is_not_overwritten() {
    let place = Place::new("history-beside");
    let mut store = place.create();
    let clinic = organisation("One");
    write(&mut store, &clinic, &Step::of(KIND), 0);
    write(&mut store, &named(&clinic, "Two"), &Step::of(KIND), 1);
    let chain = Chain::Organisation(clinic.id);
    let beside = named(&clinic, "Beside");
    store.change(chain, now(), |c| c.put(&beside)).unwrap();
    let head = store.head().unwrap();
    assert!(matches!(
        store.undo(clinic.id.0, now()),
        Err(Error::ChangedSince)
    ));
    assert_eq!(name(&store, clinic.id).as_deref(), Some("Beside"));
    assert_eq!(store.head().unwrap(), head, "nothing was written");
    assert!(store.history(clinic.id.0).unwrap().undo.is_some());
}

#[test]
fn what_a_system_names_is_not_taken_away_nor_a_name_of_the_gone_put_back() {
    use domain::organisation::Vendor;
    let place = Place::new("history-named");
    let mut store = place.create();
    let clinic = organisation("One");
    let chain = Chain::Organisation(clinic.id);
    store.change(chain, now(), |c| c.put(&clinic)).unwrap();
    let vendor: Vendor = serde_json::from_value(serde_json::json!({
        "id": store::new_id(now()).unwrap(), "organisation": clinic.id, "name": "Host",
    }))
    .unwrap();
    let system: System = serde_json::from_value(serde_json::json!({
        "id": SystemId(store::new_id(now()).unwrap()), "organisation": clinic.id,
        "name": "Triage", "vendor": vendor.id,
    }))
    .unwrap();
    // Two histories, so that the order of the one does not hold the other.
    let other = store::new_id(now()).unwrap();
    store
        .change(chain, now(), |change| {
            change.begin_step(clinic.id.0);
            change.put(&vendor)?;
            change.end_step(&Step::of(KIND))
        })
        .unwrap();
    store
        .change(chain, now(), |change| {
            change.begin_step(other);
            change.put(&system)?;
            change.end_step(&Step::of(KIND))
        })
        .unwrap();
    assert!(matches!(
        store.undo(clinic.id.0, now()),
        Err(Error::StillNamed)
    ));
    store.undo(other, now()).unwrap().unwrap();
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    assert!(matches!(store.redo(other, now()), Err(Error::NamesGone)));
    store.redo(clinic.id.0, now()).unwrap().unwrap();
    store.redo(other, now()).unwrap().unwrap();
    assert!(is_sound(&store));
}

#[test]
fn a_history_is_bounded_in_steps_and_bytes_and_keeps_the_newest() {
    let place = Place::new("history-bounds");
    let mut store = place.create();
    let clinic = organisation("0");
    for at in 0..=205 {
        write(
            &mut store,
            &named(&clinic, &at.to_string()),
            &Step::of(KIND),
            at,
        );
    }
    let mut undone = 0;
    while store.undo(clinic.id.0, now()).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(
        (undone, name(&store, clinic.id).as_deref()),
        (200, Some("5"))
    );

    let large = |letter: &str| named(&clinic, &letter.repeat(20 << 20));
    for (at, letter) in ["a", "b", "c", "d"].into_iter().enumerate() {
        write(&mut store, &large(letter), &Step::of(KIND), 300 + at as i64);
    }
    let mut undone = 0;
    while store.undo(clinic.id.0, now()).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 1);
    assert!(name(&store, clinic.id).unwrap().starts_with('c'));
    assert!(is_sound(&store));
}

#[test]
fn an_ended_history_is_empty_and_a_failed_change_keeps_none() {
    let place = Place::new("history-end");
    let mut store = place.create();
    let clinic = organisation("One");
    let chain = Chain::Organisation(clinic.id);
    write(&mut store, &clinic, &Step::of(KIND), 0);
    let failed: Result<(), Error> = store.change(chain, now(), |change| {
        change.begin_step(clinic.id.0);
        change.put(&named(&clinic, "Two"))?;
        change.end_step(&Step::of(KIND))?;
        Err(Error::Busy)
    });
    assert!(failed.is_err());
    assert_eq!(store.history(clinic.id.0).unwrap().undo.unwrap().at, now());
    store
        .change(chain, now(), |change| {
            change.begin_step(clinic.id.0);
            change.put(&named(&clinic, "Three"))?;
            change.end_history(clinic.id.0)
        })
        .unwrap();
    assert_eq!(
        store.history(clinic.id.0).unwrap(),
        store::History::default()
    );
    assert_eq!(name(&store, clinic.id).as_deref(), Some("Three"));
}

#[test]
fn a_vault_behind_its_anchor_shows_its_history_and_undoes_nothing() {
    let place = Place::new("history-behind");
    let mut store = place.create();
    let clinic = organisation("One");
    write(&mut store, &clinic, &Step::of(KIND), 0);
    write(&mut store, &named(&clinic, "Two"), &Step::of(KIND), 1);
    store.close().unwrap();
    let older = std::fs::read(place.database()).unwrap();
    let mut store = place.reopen().unwrap().0;
    write(&mut store, &named(&clinic, "Three"), &Step::of(KIND), 2);
    store.close().unwrap();
    std::fs::write(place.database(), older).unwrap();
    let mut store = place.reopen().unwrap().0;
    assert!(store.history(clinic.id.0).unwrap().undo.is_some());
    assert!(matches!(
        store.undo(clinic.id.0, now()),
        Err(Error::NotAccepted)
    ));
    assert_eq!(name(&store, clinic.id).as_deref(), Some("Two"));
    store.accept(now()).unwrap();
    store.undo(clinic.id.0, now()).unwrap().unwrap();
    assert_eq!(name(&store, clinic.id).as_deref(), Some("One"));
}
