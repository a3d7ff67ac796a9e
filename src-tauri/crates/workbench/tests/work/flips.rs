//! One bit changed anywhere in any file of a closed vault is noticed: the vault does not open,
//! or says something when it opens, or its check finds something. What changes nothing is
//! counted apart, and only of files that mean nothing.
#![expect(clippy::print_stdout, reason = "each run says its counts and its seed")]

use std::fs;
use std::path::{Path, PathBuf};

use domain::answer::Implementation;
use workbench::{CheckReport, Severity};

use crate::place::*;

/// Each test prints it with its counts.
const SEED: u64 = 0x5eed_2026;

/// The flips of one file.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    noticed: u32,
    nothing: u32,
}

/// A vault with answers and evidence, and something set aside, as it lies on the disk.
struct Whole {
    place: Place,
    files: Vec<(PathBuf, Vec<u8>)>,
    before: CheckReport,
    random: u64,
}

impl Whole {
    fn new(name: &str) -> Self {
        let place = Place::in_memory(&format!("flips-{name}"));
        let mut clinic = Clinic::new(&place);
        let control = clinic.first_control();
        clinic.attach(&control, "one.txt", b"one piece of evidence");
        clinic.attach(&control, "two.txt", &vec![9; (1 << 20) + 77]);
        clinic
            .answer(&control, said(Implementation::Partial, "Words that matter"))
            .unwrap();
        clinic.workbench.close().unwrap();
        let orphan = "00112233445566778899aabbccddeeff";
        fs::write(place.vault().join("evidence").join(orphan), [5; 300]).unwrap();
        place.unlock().unwrap().close().unwrap();
        let files = files(&place.vault());
        let workbench = place.unlock().unwrap();
        assert!(
            workbench.warnings().is_empty(),
            "{:?}",
            workbench.warnings()
        );
        let before = workbench.check_vault(later(3)).unwrap();
        assert!(before.is_sound());
        workbench.close().unwrap();
        Self {
            place,
            files,
            before,
            random: SEED,
        }
    }

    /// As [`Whole::new`], with the last saves in the log only, as after a crash.
    fn crashed(name: &str) -> Self {
        let mut whole = Self::new(name);
        whole.put_back();
        let mut workbench = whole.place.unlock().unwrap();
        for number in 0..4 {
            let clinic = new_organisation(&format!("Clinic {number}"));
            workbench.save_organisation(clinic, later(4)).unwrap();
        }
        whole.files = files(&whole.place.vault());
        drop(workbench);
        whole
    }

    fn put_back(&self) {
        fs::remove_dir_all(self.place.vault()).unwrap();
        for (path, bytes) in &self.files {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.vault().join(name)
    }

    fn bytes(&self, path: &Path) -> &[u8] {
        let found = self.files.iter().find(|(known, _)| known == path);
        &found.unwrap().1
    }

    fn next(&mut self) -> u64 {
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.random >> 33
    }

    /// Flips one bit of each of some bytes of a file and counts what came of it.
    fn flip(&mut self, path: &Path, places: impl IntoIterator<Item = usize>) -> Count {
        let mut count = Count::default();
        for at in places {
            let bit = self.next() % 8;
            self.put_back();
            let mut bytes = self.bytes(path).to_vec();
            bytes[at] ^= 1 << bit;
            fs::write(path, bytes).unwrap();
            if self.is_noticed() {
                count.noticed += 1;
            } else {
                count.nothing += 1;
            }
        }
        let name = path.strip_prefix(self.place.vault()).unwrap();
        println!("{}: {count:?}, seed {SEED:#x}", name.display());
        count
    }

    /// Returns about so many places spread over a file, and not at the same place in each
    /// round of sixteen bytes.
    fn spread(&mut self, path: &Path, times: usize) -> Vec<usize> {
        let length = self.bytes(path).len();
        let step = (length / times).max(1);
        let places = (0..length).step_by(step).collect::<Vec<_>>();
        places
            .into_iter()
            .map(|at| (at + self.next() as usize % step).min(length - 1))
            .collect()
    }

    fn is_noticed(&self) -> bool {
        let Ok(workbench) = self.place.unlock() else {
            return true;
        };
        if !workbench.warnings().is_empty() {
            return true;
        }
        let Ok(report) = workbench.check_vault(later(5)) else {
            return true;
        };
        let worse = |part: &str, severity: Severity| {
            let before = self.before.lines.iter().find(|line| line.part == part);
            before.is_none_or(|before| severity > before.severity)
        };
        report
            .lines
            .iter()
            .any(|line| worse(line.part, line.severity))
    }

    fn assert_all_noticed(&mut self, path: &Path, places: Vec<usize>) {
        let times = places.len() as u32;
        let count = self.flip(path, places);
        assert_eq!(count.noticed, times, "{path:?}: {count:?}, seed {SEED:#x}");
    }
}

#[test]
fn in_either_copy_of_the_header() {
    let mut whole = Whole::new("header");
    for name in ["header.json", "header.copy.json"] {
        let path = whole.path(name);
        let places = whole.spread(&path, 60);
        whole.assert_all_noticed(&path, places);
    }
}

#[test]
fn in_either_place_of_the_anchor_and_its_unused_bytes() {
    let mut whole = Whole::new("anchor");
    let path = whole.path("anchor");
    let places: Vec<usize> = (0..1024).step_by(7).collect();
    whole.assert_all_noticed(&path, places);
}

#[test]
fn in_every_page_of_the_database_and_its_salt() {
    let mut whole = Whole::new("database");
    let path = whole.path("vault.db");
    let pages = whole.bytes(&path).len() / 4096;
    let mut places: Vec<usize> = (0..16).collect();
    for page in 0..pages {
        // Of the content, of the nonce and of the code, in turn; the last page in all three.
        let within = [17 + page * 97 % 3900, 4020, 4095];
        let of_page: &[usize] = if page + 1 == pages {
            &within
        } else {
            &within[page % 3..=page % 3]
        };
        places.extend(of_page.iter().map(|at| page * 4096 + at));
    }
    whole.assert_all_noticed(&path, places);
}

#[test]
fn a_page_that_became_zeros_or_was_cut_off_is_noticed() {
    let mut whole = Whole::new("zeros");
    let path = whole.path("vault.db");
    let bytes = whole.bytes(&path).to_vec();
    let pages = bytes.len() / 4096;
    for page in (0..pages).filter(|page| page % 5 == 0 || page + 1 == pages) {
        whole.put_back();
        let mut zeroed = bytes.clone();
        zeroed[page * 4096..(page + 1) * 4096].fill(0);
        fs::write(&path, zeroed).unwrap();
        assert!(whole.is_noticed(), "page {page} of {pages} zeroed");
    }
    for cut in [1, 4095, 4096, 3 * 4096, bytes.len() - 1, bytes.len()] {
        whole.put_back();
        fs::write(&path, &bytes[..bytes.len() - cut]).unwrap();
        assert!(whole.is_noticed(), "{cut} bytes cut off");
    }
    whole.put_back();
    assert!(
        !whole.is_noticed(),
        "what was not touched is not found wanting"
    );
    whole.random = 0;
}

#[test]
fn in_sealed_evidence() {
    let mut whole = Whole::new("evidence");
    let folder = whole.path("evidence");
    let objects: Vec<PathBuf> = whole
        .files
        .iter()
        .map(|(path, _)| path.clone())
        .filter(|path| path.parent() == Some(&folder))
        .collect();
    assert_eq!(objects.len(), 2);
    for path in objects {
        let places = whole.spread(&path, 50);
        whole.assert_all_noticed(&path, places);
    }
}

#[test]
fn in_the_log_of_a_vault_whose_program_was_killed() {
    let mut whole = Whole::crashed("log");
    let path = whole.path("vault.db-wal");
    let places = whole.spread(&path, 120);
    whole.assert_all_noticed(&path, places);
}

#[test]
fn what_the_lock_says_and_what_was_set_aside_mean_nothing_and_are_counted_apart() {
    let mut whole = Whole::new("nothing");
    let aside = whole.path("evidence/set-aside/00112233445566778899aabbccddeeff");
    for path in [whole.path("lock"), aside] {
        let places = whole.spread(&path, 12);
        let times = places.len() as u32;
        let count = whole.flip(&path, places);
        let nothing = Count {
            noticed: 0,
            nothing: times,
        };
        assert_eq!(count, nothing);
    }
    let mut known: Vec<String> = whole
        .files
        .iter()
        .map(|(path, _)| path.strip_prefix(whole.place.vault()).unwrap())
        .filter(|path| !path.starts_with("evidence"))
        .map(|path| path.display().to_string())
        .collect();
    known.sort();
    let files = [
        "anchor",
        "header.copy.json",
        "header.json",
        "lock",
        "vault.db",
    ];
    assert_eq!(known, files, "no file of a closed vault is left out above");
}
