//! Makes a vault with more in it than anybody has, to look at how the window bears it:
//! `huge_vault FOLDER ASSESSMENTS SYSTEMS REQUESTS`, with the passphrase on standard input.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a tool of the tests")]

use std::io::stdin;
use std::path::PathBuf;

use chrono::Utc;
use uuid::Uuid;
use vault::{Passphrase, Stretch};
use workbench::{Work, sample};

/// What the one assessment is called that has all the systems and requests.
const TITLE: &str = "Everything at once";

/// A control that is asked per system, split over all of them.
const SPLIT: &str = "TEC-EN-1";

fn main() {
    let mut words = std::env::args_os().skip(1);
    let folder = PathBuf::from(words.next().unwrap());
    let counts: Vec<usize> = words
        .map(|word| word.to_str().unwrap().parse().unwrap())
        .collect();
    let [assessments, systems, requests] = counts[..] else {
        panic!("three numbers are needed");
    };
    let mut passphrase = String::new();
    stdin().read_line(&mut passphrase).unwrap();
    let passphrase = Passphrase::given(passphrase.trim_end().to_owned());
    let now = Utc::now();
    let work = Work {
        device: Uuid::nil(),
        now,
        program: "huge_vault".to_owned(),
        stretch: Stretch::WEAK_FOR_TESTS,
        own: None,
    };
    let mut workbench = sample::make(&folder, &passphrase, now.date_naive(), &work).unwrap();
    let first = workbench.library().unwrap().assessments.remove(0).id;
    sample::many(&mut workbench, first, assessments, now).unwrap();
    sample::crowd(&mut workbench, first, TITLE, systems, requests, now).unwrap();
    if systems > 0 {
        workbench.split_answer(first, SPLIT, now).unwrap();
    }
    workbench.close().unwrap();
}
