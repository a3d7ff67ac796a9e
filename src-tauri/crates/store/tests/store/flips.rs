//! A flipped bit anywhere in a vault never gives other words than were written without it
//! being said: something fails, or the vault is found not to be fresh, or all is right.

use std::fs;
use std::path::{Path, PathBuf};

use domain::organisation::Organisation;
use store::{Freshness, Store};

use crate::place::{Place, files, now, organisation, put_back, save, unlock};
use crate::records;

/// A vault's files, and what is to be read in them.
struct Whole {
    place: Place,
    files: Vec<(PathBuf, Vec<u8>)>,
    said: Vec<String>,
}

impl Whole {
    /// Makes a vault. As after a crash, its last saves are in the log only.
    fn new(name: &str) -> Self {
        let place = Place::new(name);
        let mut store = place.create();
        records::write(&mut store);
        store.close().unwrap();
        let (mut store, _) = place.reopen().unwrap();
        for number in 0..12 {
            let mut clinic = organisation(&format!("Clinic {number}"));
            clinic.remarks = "A remark of some length. ".repeat(20);
            save(&mut store, &clinic).unwrap();
        }
        let said = said(&store).unwrap();
        let files = files(&place.vault());
        drop(store);
        Self { place, files, said }
    }

    /// Flips bits of one file, a number of times, and asserts that nothing wrong is believed.
    fn flip(&self, name: &Path, times: u64, seed: u64) {
        let path = self.place.vault().join(name);
        let (_, whole) = self.files.iter().find(|(known, _)| *known == path).unwrap();
        let mut random = seed;
        for _ in 0..times {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(now().timestamp() as u64);
            let bit = (random >> 16) % (whole.len() as u64 * 8);
            let (at, bit) = ((bit / 8) as usize, bit % 8);
            put_back(&self.place.vault(), &self.files);
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            fs::write(&path, bytes).unwrap();
            if let Some(found) = self.believed() {
                assert!(found == self.said, "byte {at} of {name:?}, seed {seed}");
            }
        }
    }

    /// Returns what is read of a vault that seems to be as it should; nothing when
    /// something is wrong and is said to be.
    fn believed(&self) -> Option<Vec<String>> {
        let vault = unlock(&self.place.vault()).ok()?;
        let (store, opening) = self.place.open(vault).ok()?;
        (opening.freshness == Freshness::Fresh).then_some(())?;
        said(&store)
    }
}

/// Returns all that a person would read; nothing when some of it cannot be read.
fn said(store: &Store) -> Option<Vec<String>> {
    let mut said = Vec::new();
    macro_rules! read {
        ($($kind:ty),*) => {$(
            for record in store.all::<$kind>().ok()? {
                said.push(format!("{record:?}"));
            }
        )*};
    }
    read!(
        Organisation,
        domain::organisation::Site,
        domain::organisation::System,
        domain::organisation::Vendor,
        domain::organisation::Person,
        domain::assessment::Assessment,
        domain::assessment::Version,
        domain::assessment::Snapshot,
        domain::answer::Answer,
        domain::answer::Observation,
        domain::note::WorkingNote,
        domain::evidence::EvidenceLink,
        domain::request::EvidenceRequest,
        domain::finding::Finding
    );
    for evidence in store.all::<domain::evidence::Evidence>().ok()? {
        let attachment = evidence.attachment.as_ref()?;
        said.push(format!(
            "{evidence:?} {:?}",
            records::bytes(store, attachment.id).ok()?
        ));
    }
    said.push(store.head().ok()?.hex());
    Some(said)
}

#[test]
fn in_the_database() {
    Whole::new("flip-db").flip(Path::new("vault.db"), 200, 1);
}

#[test]
fn in_the_log() {
    Whole::new("flip-wal").flip(Path::new("vault.db-wal"), 200, 2);
}

#[test]
fn in_the_anchor_and_the_headers() {
    let whole = Whole::new("flip-small");
    whole.flip(Path::new("anchor"), 150, 3);
    whole.flip(Path::new("header.json"), 60, 4);
    whole.flip(Path::new("header.copy.json"), 60, 5);
}

#[test]
fn in_sealed_evidence() {
    let whole = Whole::new("flip-evidence");
    let folder = whole.place.vault().join("evidence");
    let (path, _) = whole
        .files
        .iter()
        .find(|(path, _)| path.starts_with(&folder))
        .unwrap();
    let name = path.strip_prefix(whole.place.vault()).unwrap().to_owned();
    whole.flip(&name, 100, 6);
}

/// What is read above may not touch every page; the check does.
#[test]
fn the_check_sees_a_flip_in_any_page() {
    let place = Place::new("flip-check");
    let mut store = place.create();
    records::write(&mut store);
    store.close().unwrap();
    let whole = fs::read(place.database()).unwrap();
    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        // The first sixteen bytes are the salt, which is compared when opening.
        bytes[page * 4096 + 16 + page * 37 % 4080] ^= 0x10;
        fs::write(place.database(), bytes).unwrap();
        let Ok((store, _)) = place.reopen() else {
            continue;
        };
        let is_sound = store
            .check()
            .is_ok_and(|found| found.iter().all(|finding| finding.faults == 0));
        assert!(!is_sound, "page {page}");
    }
}
