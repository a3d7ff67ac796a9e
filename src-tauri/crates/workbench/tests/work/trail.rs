//! The trail as a person reads it: names, what it is about, proof, and a file of it.

use std::fs;

use serde_json::Value;
use store::{Chain, Freshness};
use workbench::{Occasion, TrailFilter, TrailFormat, Work, Workbench, said};

use crate::place::*;

fn remembering(place: &Place) -> Work {
    Work {
        own: Some(place.0.join("own")),
        ..work()
    }
}

fn open(place: &Place, minutes: i64) -> Workbench {
    let work = Work {
        now: later(minutes),
        ..remembering(place)
    };
    Workbench::unlock(&place.vault(), &passphrase(), &work).unwrap()
}

#[test]
fn each_entry_says_who_did_what_to_what() {
    let place = Place::new("trail-told");
    let mut clinic = Clinic::new(&place);
    let control = clinic.first_control();
    let words = crate::place::said(domain::answer::Implementation::Partial, "Seen");
    clinic.answer(&control, words).unwrap();
    let workbench = &mut clinic.workbench;
    let page = workbench.trail(&TrailFilter::default(), 0, 10_000).unwrap();
    assert_eq!(page.total, page.head.entries);
    assert!(
        page.entries
            .iter()
            .all(|e| e.who == "Robin Ashdown" && e.here)
    );
    let about = |kind: &str| {
        let found = page.entries.iter().find(|e| e.entry.kind == kind).unwrap();
        (
            found.about.clone().unwrap_or_default(),
            found.organisation.clone(),
        )
    };
    let fenwick = Some("Fenwick Clinic".to_owned());
    assert_eq!(about("answer"), (control, fenwick.clone()));
    assert_eq!(about("organisation").0, "Fenwick Clinic");
    assert_eq!(
        about("assessment"),
        ("Autumn 2026".to_owned(), fenwick.clone())
    );
    assert_eq!(about("site").1, fenwick);
    assert_eq!(about("setting"), ("person".to_owned(), None));
    assert_eq!(page.people.len(), 1);
    assert!(page.actions.contains(&"create".to_owned()));
}

#[test]
fn what_is_printed_or_exported_is_signed_and_an_entry_has_its_proof() {
    let place = Place::new("trail-signed");
    let mut clinic = Clinic::new(&place);
    let file = place.0.join("trail.json");
    let workbench = &mut clinic.workbench;
    let done = workbench
        .export_trail(&TrailFilter::default(), TrailFormat::Json, &file, later(5))
        .unwrap();
    let bytes = fs::read(&file).unwrap();
    assert_eq!(done.sha256, vault::hex(&vault::sha256(&bytes)));
    let exported: Value = serde_json::from_slice(&bytes).unwrap();
    let entries = exported["entries"].as_array().unwrap();
    let heads = exported["signedHeads"].as_array().unwrap();
    let last = heads.last().unwrap();
    assert_eq!(last["occasion"], "export");
    assert_eq!(
        last["entries"],
        entries.len(),
        "it stands over all that is in the file"
    );
    assert_eq!(last["head"], entries.last().unwrap()["head"]);
    let page = workbench.trail(&TrailFilter::default(), 0, 1).unwrap();
    assert_eq!(page.entries[0].entry.action, "export-trail");
    assert_eq!(page.signed.unwrap().1, "Robin Ashdown");
    let proof = workbench.trail_entry(3).unwrap();
    assert!(!proof.nodes.is_empty());
    assert_eq!(proof.signed.unwrap().0.head.entries, entries.len() as u64);
    assert!(workbench.trail_entry(10_000).is_err());
}

#[test]
fn the_trail_of_one_client_holds_nothing_of_another_and_no_formula() {
    let place = Place::new("trail-client");
    let mut clinic = Clinic::new(&place);
    let workbench = &mut clinic.workbench;
    let evil = "=HYPERLINK(\"x\")";
    let other = workbench
        .save_organisation(new_organisation(evil), now())
        .unwrap();
    for (organisation, hidden) in [(other, "Fenwick"), (clinic.organisation, "HYPERLINK")] {
        let only = TrailFilter {
            chain: Some(Chain::Organisation(organisation)),
            ..TrailFilter::default()
        };
        for (name, format) in [
            ("one.csv", TrailFormat::Csv),
            ("one.json", TrailFormat::Json),
        ] {
            let file = place.0.join(name);
            workbench.export_trail(&only, format, &file, now()).unwrap();
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains(hidden), "{name}");
            assert!(text.contains(&organisation.to_string()), "{name}");
        }
        let page = workbench.trail(&only, 0, 200).unwrap();
        let chain = organisation.to_string();
        assert!(page.entries.iter().all(|e| e.entry.chain == chain));
    }
    let all = place.0.join("all.csv");
    workbench
        .export_trail(&TrailFilter::default(), TrailFormat::Csv, &all, now())
        .unwrap();
    let text = fs::read_to_string(&all).unwrap();
    assert!(
        text.contains("\"'=HYPERLINK(\"\"x\"\")\""),
        "the formula is text"
    );
    assert!(!text.contains("\"=HYPERLINK"));
}

#[test]
fn a_session_is_signed_when_it_begins_and_when_it_ends() {
    let place = Place::new("trail-session");
    let made = Workbench::create(&place.vault(), &passphrase(), "Robin", &remembering(&place));
    made.unwrap().lock(later(1)).unwrap();
    let mut workbench = open(&place, 2);
    workbench
        .save_organisation(new_organisation("Clinic"), later(3))
        .unwrap();
    workbench.lock(later(4)).unwrap();
    open(&place, 5).lock(later(6)).unwrap();
    let mut workbench = open(&place, 7);
    workbench
        .export_trail(
            &TrailFilter::default(),
            TrailFormat::Json,
            &place.0.join("heads.json"),
            later(8),
        )
        .unwrap();
    let text = fs::read(place.0.join("heads.json")).unwrap();
    let exported: Value = serde_json::from_slice(&text).unwrap();
    let heads = exported["signedHeads"].as_array().unwrap();
    let occasions: Vec<&str> = heads
        .iter()
        .map(|h| h["occasion"].as_str().unwrap())
        .collect();
    assert_eq!(
        occasions,
        ["lock", "unlock", "lock", "unlock", "unlock"],
        "nothing is signed twice"
    );
    let found = workbench.verify_trail().unwrap();
    assert_eq!(
        (found.breaks.len(), found.signatures),
        (0, 5),
        "{}",
        said(found)
    );
    assert!(
        workbench
            .sign_head(Occasion::Backup, later(9))
            .unwrap()
            .is_some()
    );
}

#[test]
fn a_whole_folder_put_back_to_an_older_state_is_read_only_until_it_is_accepted() {
    let place = Place::new("trail-older");
    let made = Workbench::create(&place.vault(), &passphrase(), "Robin", &remembering(&place));
    made.unwrap().lock(later(1)).unwrap();
    let older = files(&place.vault());
    let mut workbench = open(&place, 2);
    workbench
        .save_organisation(new_organisation("Clinic"), later(3))
        .unwrap();
    workbench.lock(later(4)).unwrap();
    fs::remove_dir_all(place.vault()).unwrap();
    for (path, bytes) in &older {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let mut workbench = open(&place, 5);
    assert_eq!(
        workbench.opening().freshness,
        Freshness::Older { missing: 2 }
    );
    assert!(workbench.is_held_back());
    let warnings = workbench.warnings();
    assert!(
        warnings.iter().any(|w| w.contains("2 saves are missing")),
        "{warnings:?}"
    );
    assert!(
        workbench
            .save_organisation(new_organisation("Too soon"), later(6))
            .is_err()
    );
    workbench.accept(later(7)).unwrap();
    workbench
        .save_organisation(new_organisation("After"), later(8))
        .unwrap();
    workbench.lock(later(9)).unwrap();
    assert!(open(&place, 10).warnings().is_empty());
}

#[test]
fn an_older_copy_beside_the_vault_is_a_copy_and_no_alarm() {
    let place = Place::new("trail-beside");
    let made = Workbench::create(&place.vault(), &passphrase(), "Robin", &remembering(&place));
    made.unwrap().lock(later(1)).unwrap();
    let beside = place.0.join("Beside.auscult");
    for (path, bytes) in files(&place.vault()) {
        let target = beside.join(path.strip_prefix(place.vault()).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let mut workbench = open(&place, 2);
    workbench
        .save_organisation(new_organisation("Clinic"), later(3))
        .unwrap();
    workbench.lock(later(4)).unwrap();
    let copied = Workbench::unlock(&beside, &passphrase(), &remembering(&place)).unwrap();
    assert!(!copied.is_held_back());
    assert!(
        copied
            .warnings()
            .iter()
            .any(|w| w.contains("copy of a vault"))
    );
    copied.lock(later(5)).unwrap();
    assert!(
        open(&place, 6).warnings().is_empty(),
        "the first is as it was"
    );
}

#[test]
fn a_clock_that_was_set_back_is_said_at_once() {
    let place = Place::new("trail-clock");
    let made = Workbench::create(&place.vault(), &passphrase(), "Robin", &remembering(&place));
    made.unwrap().lock(later(60)).unwrap();
    let mut workbench = open(&place, -60);
    assert!(
        workbench
            .warnings()
            .iter()
            .any(|w| w.contains("clock stands earlier"))
    );
    let page = workbench.trail(&TrailFilter::default(), 0, 2).unwrap();
    let actions: Vec<&str> = page
        .entries
        .iter()
        .map(|e| e.entry.action.as_str())
        .collect();
    assert_eq!(actions, ["unlock", "clock-back"]);
    assert!(page.entries.iter().all(|e| e.entry.clock_back));
}
