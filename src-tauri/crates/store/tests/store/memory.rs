//! The head that this computer remembers: an older copy of the whole folder is seen.

use std::fs;
use std::path::PathBuf;

use domain::organisation::Organisation;
use store::{Error, Freshness, Opening, Store, last_seen};
use uuid::Uuid;

use crate::place::{Place, create, files, now, organisation, put_back, save, unlock};

fn own(place: &Place) -> PathBuf {
    place.0.join("own")
}

fn open(place: &Place) -> Result<(Store, Opening), Error> {
    Store::open_here(
        unlock(&place.vault())?,
        Uuid::from_u128(8),
        Some(&own(place)),
    )
}

fn made(place: &Place) -> Store {
    let vault = create(&place.vault());
    Store::open_here(vault, Uuid::from_u128(8), Some(&own(place)))
        .unwrap()
        .0
}

/// Makes a vault, keeps its files, saves twice more, and puts the older files back.
fn rolled_back(place: &Place) -> Vec<(PathBuf, Vec<u8>)> {
    let mut store = made(place);
    save(&mut store, &organisation("First")).unwrap();
    store.close().unwrap();
    let older = files(&place.vault());
    let mut store = open(place).unwrap().0;
    save(&mut store, &organisation("Second")).unwrap();
    save(&mut store, &organisation("Third")).unwrap();
    store.close().unwrap();
    put_back(&place.vault(), &older);
    older
}

#[test]
fn an_older_copy_of_the_whole_folder_is_told_and_only_read_until_accepted() {
    let place = Place::new("rolled-back");
    rolled_back(&place);
    let elsewhere = place.reopen().unwrap().1;
    assert_eq!(
        elsewhere.freshness,
        Freshness::Fresh,
        "in itself it is sound"
    );
    for _ in 0..2 {
        let (mut store, opening) = open(&place).unwrap();
        assert_eq!(opening.freshness, Freshness::Older { missing: 2 });
        assert_eq!(
            store.all::<Organisation>().unwrap().len(),
            1,
            "it can be read"
        );
        let refused = save(&mut store, &organisation("Too soon"));
        assert!(matches!(refused, Err(Error::NotAccepted)), "{refused:?}");
        store.close().unwrap();
    }
    let (mut store, _) = open(&place).unwrap();
    store.accept(now()).unwrap();
    save(&mut store, &organisation("After")).unwrap();
    store.close().unwrap();
    let (store, opening) = open(&place).unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    let accepted = store.trail(&store::TrailFilter::default(), 0, 9).unwrap();
    assert!(
        accepted.iter().any(|entry| entry.action == "accept"),
        "the trail says so"
    );
}

#[test]
fn another_history_of_the_same_copy_is_told() {
    let place = Place::new("forked");
    rolled_back(&place);
    let mut store = place.reopen().unwrap().0;
    for name in ["Another", "And another", "One more"] {
        save(&mut store, &organisation(name)).unwrap();
    }
    store.close().unwrap();
    assert_eq!(open(&place).unwrap().1.freshness, Freshness::Forked);
}

#[test]
fn what_was_saved_on_another_computer_raises_no_alarm() {
    let place = Place::new("elsewhere");
    let mut store = made(&place);
    save(&mut store, &organisation("Here")).unwrap();
    store.close().unwrap();
    let mut store = place.reopen().unwrap().0;
    save(&mut store, &organisation("There")).unwrap();
    store.close().unwrap();
    assert_eq!(open(&place).unwrap().1.freshness, Freshness::Fresh);
}

#[test]
fn a_copy_with_an_id_of_its_own_raises_no_alarm() {
    let place = Place::new("new-copy");
    rolled_back(&place);
    let mut store = place.reopen().unwrap().0;
    store.become_new_copy(now()).unwrap();
    store.remember_in(&own(&place)).unwrap();
    save(&mut store, &organisation("In the copy")).unwrap();
    store.close().unwrap();
    let (store, opening) = open(&place).unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    let seen = last_seen(&own(&place), store.vault().id(), store.vault().copy_id());
    assert_eq!(seen, Some(store.head().unwrap()));
}

#[test]
fn a_crash_leaves_nothing_that_alarms() {
    let place = Place::new("memory-crash");
    let mut store = made(&place);
    save(&mut store, &organisation("First")).unwrap();
    let left = files(&place.vault());
    drop(store);
    put_back(&place.vault(), &left);
    assert_eq!(open(&place).unwrap().1.freshness, Freshness::Fresh);
}

#[test]
fn nobody_without_the_key_can_raise_an_alarm_or_is_believed() {
    let place = Place::new("false-alarm");
    rolled_back(&place);
    let folder = own(&place).join("heads");
    let file = fs::read_dir(&folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let text = fs::read_to_string(&file).unwrap();
    assert!(matches!(
        open(&place).unwrap().1.freshness,
        Freshness::Older { .. }
    ));
    for forged in [
        text.replace("entries 0", "entries 9"),
        text.replace("code ", "code 0"),
        String::new(),
        "\u{0}".repeat(200),
    ] {
        fs::write(&file, forged).unwrap();
        assert_eq!(open(&place).unwrap().1.freshness, Freshness::Fresh);
    }
}

#[test]
fn a_folder_that_cannot_keep_the_head_costs_nothing_but_the_sight() {
    let place = Place::new("no-memory");
    // A file where the folder would be.
    fs::write(own(&place), b"").unwrap();
    let mut store = made(&place);
    save(&mut store, &organisation("Clinic")).unwrap();
    let (vault, copy) = (store.vault().id(), store.vault().copy_id());
    store.close().unwrap();
    assert_eq!(open(&place).unwrap().1.freshness, Freshness::Fresh);
    assert_eq!(last_seen(&own(&place), vault, copy), None);
}
