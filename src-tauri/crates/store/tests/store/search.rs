//! The index of words: it finds what is there, and tells of nothing that is no longer so.

use domain::organisation::Organisation;
use store::{Chain, Error, Record, Store, Within};

use crate::place::{Place, now, organisation, save};

/// Returns what was found: kinds and ids.
fn found(store: &mut Store, typed: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let more = store.search(typed, Within::Vault, 100, &mut |_, found| {
        ids.push(found.id.to_string());
        Ok::<_, Error>(true)
    });
    assert!(!more.unwrap());
    ids
}

fn remove(store: &mut Store, clinic: &Organisation) {
    let chain = Chain::Organisation(clinic.id);
    let id = clinic.id.to_string();
    store
        .change(chain, now(), |c| c.remove::<Organisation>(&id))
        .unwrap();
}

fn is_sound(store: &Store) -> bool {
    store.check().unwrap().iter().all(|found| found.faults == 0)
}

#[test]
fn what_is_written_changed_and_removed_is_found_changed_and_gone() {
    let place = Place::new("search");
    let mut store = place.create();
    let mut clinic = organisation("Fenwick Clinic");
    let other = organisation("Fenwick Practice");
    save(&mut store, &clinic).unwrap();
    save(&mut store, &other).unwrap();
    let ids = [&other, &clinic].map(|o| o.id.to_string());
    assert_eq!(
        found(&mut store, "fenw"),
        ids,
        "what was written last comes first"
    );
    assert_eq!(found(&mut store, "CLIN fenwick"), ids[1..]);
    clinic.name = "Harbour Clinic".into();
    save(&mut store, &clinic).unwrap();
    assert_eq!(found(&mut store, "fenw"), ids[..1]);
    assert_eq!(found(&mut store, "harbour"), ids[1..]);
    store.close().unwrap();
    let mut store = place.reopen().unwrap().0;
    assert_eq!(
        found(&mut store, "harbour"),
        ids[1..],
        "after a restart too"
    );
    remove(&mut store, &clinic);
    assert!(found(&mut store, "harbour").is_empty());
    remove(&mut store, &other);
    assert!(found(&mut store, "f").is_empty());
    assert!(is_sound(&store));
}

#[test]
fn a_search_writes_nothing_into_the_trail() {
    let place = Place::new("search-trail");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    let head = store.head().unwrap();
    assert_eq!(found(&mut store, "clinic").len(), 1);
    assert_eq!(store.head().unwrap(), head);
}

#[test]
fn longer_words_than_the_index_lists_are_found_among_many_that_begin_alike() {
    let place = Place::new("search-long");
    let mut store = place.create();
    let wanted = organisation("Administrators");
    save(&mut store, &wanted).unwrap();
    let newest = organisation("Administrators");
    let chain = Chain::Organisation(wanted.id);
    store
        .change(chain, now(), |change| {
            for number in 0..400 {
                change.put(&organisation(&format!("Administration {number}")))?;
            }
            change.put(&newest)
        })
        .unwrap();
    let mut looked_at = 0;
    let mut ids = Vec::new();
    let more = store.search("administrators", Within::Vault, 8, &mut |store, found| {
        looked_at += 1;
        let clinic: Organisation = store.get(&found.id.to_string())?.unwrap();
        let is_it = clinic.name == "Administrators";
        ids.extend(is_it.then_some(found.id));
        Ok::<_, Error>(is_it)
    });
    assert!(!more.unwrap());
    assert_eq!(ids, [newest.id.0, wanted.id.0], "each once");
    assert_eq!(looked_at, 301);
}

#[test]
fn more_than_is_asked_for_is_said_to_be_there() {
    let place = Place::new("search-more");
    let mut store = place.create();
    for name in ["Clinic one", "Clinic two", "Clinic three"] {
        save(&mut store, &organisation(name)).unwrap();
    }
    let mut take = |_: &Store, _: &store::Found| Ok::<_, Error>(true);
    assert!(store.search("clinic", Within::Vault, 2, &mut take).unwrap());
    assert!(!store.search("clinic", Within::Vault, 3, &mut take).unwrap());
}

#[test]
fn whatever_is_typed_is_no_error() {
    let place = Place::new("search-typed");
    let mut store = place.create();
    save(
        &mut store,
        &organisation("Zürich Clinic “A* AND NOT” 要アクセス記録"),
    )
    .unwrap();
    let cases = [
        ("a", 1),
        ("\"", 0),
        ("\"a", 1),
        ("*", 0),
        ("a*", 1),
        ("AND", 1),
        ("OR", 0),
        ("zurich NOT clinic", 1),
        ("NEAR(zurich clinic)", 0),
        ("words:zurich", 0),
        ("{words} : zurich", 0),
        ("^zurich", 1),
        ("zurich + clinic", 1),
        ("ZÜRICH", 1),
        ("- ( ) : ; ' \\ % _ \u{0} \u{e000}", 0),
        ("アクセス", 1),
        ("セ", 1),
        ("録", 1),
        ("アス", 0),
        ("記録 clinic", 1),
        ("", 0),
        ("   ", 0),
    ];
    for (typed, expected) in cases {
        assert_eq!(found(&mut store, typed).len(), expected, "{typed:?}");
    }
    let long = "zurich clinic ".repeat(750);
    assert_eq!(found(&mut store, &long).len(), 1, "10 kB");
    assert!(found(&mut store, &"z".repeat(10_240)).is_empty());
}

#[test]
fn a_vault_of_an_earlier_schema_is_indexed_at_its_first_search() {
    let place = Place::new("search-known");
    crate::known::copy(&crate::known::fixture(), &place.vault());
    let mut store = place.reopen().unwrap().0;
    let head = store.head().unwrap();
    let known = crate::records::records();
    let name = known.organisation.name.clone();
    assert!(found(&mut store, &name).contains(&known.organisation.id.to_string()));
    assert_eq!(store.head().unwrap(), head);
    // And what is done from now on can be undone.
    let mut renamed = known.organisation;
    renamed.name = "Renamed".into();
    let chain = Chain::Organisation(renamed.id);
    store
        .change(chain, now(), |change| {
            change.begin_step(renamed.id.0);
            change.put(&renamed)?;
            change.end_step(&domain::step::Step::of(
                domain::step::StepKind::Organisation,
            ))
        })
        .unwrap();
    assert_eq!(found(&mut store, "renamed"), [renamed.id.to_string()]);
    store.undo(renamed.id.0, now()).unwrap().unwrap();
    assert!(found(&mut store, "renamed").is_empty());
    assert!(found(&mut store, &name).contains(&renamed.id.to_string()));
    assert!(is_sound(&store));
}

#[test]
fn a_vault_behind_its_anchor_is_searched_without_a_byte_written() {
    let place = Place::new("search-behind");
    let mut store = place.create();
    save(&mut store, &organisation("Kept")).unwrap();
    assert_eq!(found(&mut store, "kept").len(), 1);
    store.close().unwrap();
    let older = std::fs::read(place.database()).unwrap();
    let mut store = place.reopen().unwrap().0;
    save(&mut store, &organisation("Lost")).unwrap();
    store.close().unwrap();
    std::fs::write(place.database(), &older).unwrap();
    let mut store = place.reopen().unwrap().0;
    assert_eq!(found(&mut store, "kept").len(), 1);
    assert!(found(&mut store, "lost").is_empty());
    store.close().unwrap();
    assert!(std::fs::read(place.database()).unwrap() == older);
}

#[test]
fn kinds_come_in_one_order() {
    use domain::organisation::{Person, Site};
    let place = Place::new("search-kinds");
    let mut store = place.create();
    let clinic = organisation("Harbour");
    let of = |extra: &str| {
        format!(
            r#"{{"id":"{}","organisation":"{}","name":"Harbour {extra}"}}"#,
            store::new_id(now()).unwrap(),
            clinic.id
        )
    };
    let site: Site = serde_json::from_str(&of("site")).unwrap();
    let person: Person = serde_json::from_str(&of("person")).unwrap();
    let chain = Chain::Organisation(clinic.id);
    store
        .change(chain, now(), |change| {
            change.put(&clinic)?;
            change.put(&site)?;
            change.put(&person)
        })
        .unwrap();
    let mut kinds = Vec::new();
    let mut take = |_: &Store, found: &store::Found| {
        kinds.push(found.kind);
        Ok::<_, Error>(true)
    };
    store.search("harb", Within::Vault, 8, &mut take).unwrap();
    assert_eq!(kinds, [Person::KIND, Site::KIND, Organisation::KIND]);
}
