//! Sealed bytes: object first, row second, and nothing removed that may be needed.

use std::fs;

use domain::id::AttachmentId;
use store::{Chain, Error, Store};

use crate::place::{Place, now, seal};
use crate::records::bytes;

fn attach(store: &mut Store, content: &[u8]) -> (AttachmentId, bool) {
    let sealing = seal(store, content);
    let id = AttachmentId(store::new_id(now()).unwrap());
    let (attachment, already) = store
        .change(Chain::Vault, now(), |change| {
            change.attach(sealing, "file", id)
        })
        .unwrap();
    (attachment.id, already)
}

fn objects(place: &Place) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(place.vault().join("evidence")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths
}

fn faults(store: &Store) -> u64 {
    store
        .check()
        .unwrap()
        .iter()
        .map(|finding| finding.faults)
        .sum()
}

#[test]
fn equal_bytes_are_one_attachment_and_one_object() {
    let place = Place::new("equal");
    let mut store = place.create();
    let (first, already) = attach(&mut store, b"the same");
    assert!(!already);
    let head = store.head().unwrap();
    assert_eq!(attach(&mut store, b"the same"), (first, true));
    assert_eq!(store.head().unwrap(), head, "no row was written");
    assert_eq!(objects(&place).len(), 1);
    assert_eq!(bytes(&store, first).unwrap(), b"the same");
}

#[test]
fn attaching_a_file_again_makes_good_what_was_damaged_or_lost() {
    let place = Place::new("again");
    let mut store = place.create();
    for damage in [
        |path: &std::path::Path| fs::remove_file(path).unwrap(),
        |path: &std::path::Path| {
            let mut bytes = fs::read(path).unwrap();
            let last = bytes.len() - 20;
            bytes[last] ^= 1;
            fs::write(path, bytes).unwrap();
        },
    ] {
        let (id, _) = attach(&mut store, b"needed");
        objects(&place).iter().for_each(|path| damage(path));
        assert!(bytes(&store, id).is_err());
        assert_eq!(attach(&mut store, b"needed"), (id, true));
        assert_eq!(bytes(&store, id).unwrap(), b"needed");
        assert_eq!(faults(&store), 0);
    }
}

#[test]
fn an_object_without_a_row_is_set_aside_and_not_deleted() {
    let place = Place::new("orphan");
    let store = place.create();
    drop(seal(&store, b"its transaction never came"));
    let orphan = objects(&place).remove(0);
    store.close().unwrap();
    let before = fs::read(&orphan).unwrap();
    let (_, opening) = place.reopen().unwrap();
    assert_eq!(opening.set_aside, 1);
    assert!(!orphan.exists());
    let aside = orphan
        .parent()
        .unwrap()
        .join("set-aside")
        .join(orphan.file_name().unwrap());
    assert_eq!(fs::read(aside).unwrap(), before);
}

#[test]
fn only_temporary_files_are_swept() {
    let place = Place::new("sweep");
    let mut store = place.create();
    let (kept, _) = attach(&mut store, b"kept");
    store.close().unwrap();
    let folder = place.vault().join("evidence");
    let temporary = folder.join(format!("{}.tmp", "0a".repeat(16)));
    let strangers =
        ["notes.txt", "notes.tmp", "0a0a.tmp", ".hidden"].map(|name| folder.join(name));
    fs::write(&temporary, b"half").unwrap();
    for stranger in &strangers {
        fs::write(stranger, b"somebody's").unwrap();
    }
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.set_aside, 0);
    assert!(!temporary.exists());
    assert!(strangers.iter().all(|stranger| stranger.exists()));
    assert_eq!(bytes(&store, kept).unwrap(), b"kept");
}

#[test]
fn a_row_whose_object_is_gone_is_named_by_the_check() {
    let place = Place::new("dangling");
    let mut store = place.create();
    attach(&mut store, b"here");
    attach(&mut store, b"gone");
    assert_eq!(faults(&store), 0);
    fs::remove_file(objects(&place).remove(0)).unwrap();
    assert_eq!(faults(&store), 1);
    store.close().unwrap();
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.set_aside, 0);
    assert_eq!(faults(&store), 1);
}

#[test]
fn what_was_sealed_for_a_refused_change_can_be_removed_and_nothing_else() {
    let place = Place::new("refused");
    let mut store = place.create();
    let sealing = seal(&store, b"refused");
    let object = sealing.object();
    let id = AttachmentId(store::new_id(now()).unwrap());
    let refused: Result<(), Error> = store.change(Chain::Vault, now(), |change| {
        change.attach(sealing, "file", id)?;
        Err(Error::FullDisk)
    });
    assert!(refused.is_err());
    store.remove_unnamed(&object).unwrap();
    assert!(objects(&place).is_empty());
    let sealing = seal(&store, b"named");
    let object = sealing.object();
    store
        .change(Chain::Vault, now(), |c| c.attach(sealing, "file", id))
        .unwrap();
    store.remove_unnamed(&object).unwrap();
    assert_eq!(bytes(&store, id).unwrap(), b"named");
}
