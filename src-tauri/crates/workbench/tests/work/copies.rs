//! Two copies of one vault on one computer.

use std::fs;
use std::path::Path;

use workbench::Workbench;

use crate::place::*;

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// Unlocks a vault as the programs do: with a look at what was opened here before.
fn open(place: &Place, folder: &Path) -> Workbench {
    let mut workbench = Workbench::unlock(folder, &passphrase(), &work()).unwrap();
    workbench.recognise(&place.0.join("own"), later(1)).unwrap();
    workbench
}

#[test]
fn a_copy_is_given_an_id_of_its_own_and_says_so_once() {
    let place = Place::new("copies");
    place.create().close().unwrap();
    let original = open(&place, &place.vault());
    let (vault_id, first) = (original.vault().id(), original.vault().copy_id());
    original.close().unwrap();
    let other = place.0.join("Copy.auscult");
    copy(&place.vault(), &other);

    let copied = open(&place, &other);
    assert_eq!(copied.vault().id(), vault_id);
    assert_ne!(copied.vault().copy_id(), first);
    assert!(
        copied
            .warnings()
            .iter()
            .any(|w| w.contains("copy of a vault"))
    );
    assert!(copied.check_vault(now()).unwrap().is_sound());
    copied.close().unwrap();

    let copied = open(&place, &other);
    assert!(copied.warnings().is_empty(), "{:?}", copied.warnings());
    copied.close().unwrap();
    let original = open(&place, &place.vault());
    assert_eq!(original.vault().copy_id(), first, "the first keeps its own");
    assert!(original.warnings().is_empty());
}

#[test]
fn a_vault_that_was_moved_keeps_its_id() {
    let place = Place::new("moved");
    place.create().close().unwrap();
    let before = open(&place, &place.vault());
    let id = before.vault().copy_id();
    before.close().unwrap();
    let moved = place.0.join("Moved.auscult");
    fs::rename(place.vault(), &moved).unwrap();
    let after = open(&place, &moved);
    assert_eq!(after.vault().copy_id(), id);
    assert!(after.warnings().is_empty());
}

#[test]
fn what_is_remembered_may_be_damaged_or_not_to_be_kept() {
    let place = Place::new("remembered");
    place.create().close().unwrap();
    fs::create_dir_all(place.0.join("own")).unwrap();
    fs::write(place.0.join("own/vaults.json"), b"{").unwrap();
    open(&place, &place.vault()).close().unwrap();
    let mut workbench = place.unlock().unwrap();
    let nowhere = place.file("file", b"").join("own");
    workbench.recognise(&nowhere, later(1)).unwrap();
}
