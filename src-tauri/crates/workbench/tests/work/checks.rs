//! The check says what it found, how bad it is, and puts in order what can be.

use std::fs;

use workbench::{CheckLine, CheckReport, Repair, Severity, Workbench};

use crate::place::*;

fn line<'r>(report: &'r CheckReport, part: &str) -> &'r CheckLine {
    report.lines.iter().find(|line| line.part == part).unwrap()
}

/// Asserts that a part is found wanting, repairs it, and asserts that all is sound then.
fn repaired(workbench: &mut Workbench, part: &str, severity: Severity, repair: Repair) {
    let found = workbench.check_vault(later(1)).unwrap();
    let found = line(&found, part);
    assert_eq!(
        (found.severity, found.repair),
        (severity, Some(repair)),
        "{found:?}"
    );
    let entries = workbench.head().unwrap().entries;
    workbench.repair(repair, later(2)).unwrap();
    assert!(
        workbench.head().unwrap().entries > entries,
        "the trail says so"
    );
    let after = workbench.check_vault(later(3)).unwrap();
    assert_eq!(line(&after, part).severity, Severity::Sound, "{after:?}");
    assert!(after.is_sound());
}

#[test]
fn a_copy_of_the_header_that_was_damaged_at_work_is_found_and_written_anew() {
    let place = Place::new("check-header");
    let mut workbench = place.create();
    for name in ["header.json", "header.copy.json"] {
        fs::write(place.vault().join(name), "{").unwrap();
        repaired(&mut workbench, "Header", Severity::Warning, Repair::Header);
    }
    for name in ["header.json", "header.copy.json"] {
        fs::remove_file(place.vault().join(name)).unwrap();
    }
    repaired(&mut workbench, "Header", Severity::Fault, Repair::Header);
    workbench.close().unwrap();
    assert!(place.unlock().unwrap().warnings().is_empty());
}

#[test]
fn a_place_of_the_anchor_that_was_damaged_is_found_at_work_and_said_when_opening() {
    let place = Place::new("check-anchor");
    let mut workbench = place.create();
    let path = place.vault().join("anchor");
    for at in [20, 300, 511, 512 + 20, 512 + 300, 1023] {
        let mut bytes = fs::read(&path).unwrap();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        repaired(&mut workbench, "Anchor", Severity::Warning, Repair::Anchor);
    }
    workbench.close().unwrap();
    for at in [100, 900] {
        let mut bytes = fs::read(&path).unwrap();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let workbench = place.unlock().unwrap();
        let said = workbench.warnings();
        assert!(
            said.iter().any(|w| w.contains("anchor's two places")),
            "{said:?}"
        );
        workbench.close().unwrap();
        assert!(
            place.unlock().unwrap().warnings().is_empty(),
            "it was made good"
        );
    }
    let mut bytes = fs::read(&path).unwrap();
    bytes.push(0);
    fs::write(&path, &bytes).unwrap();
    assert!(!place.unlock().unwrap().warnings().is_empty());
    assert_eq!(fs::read(&path).unwrap().len(), 1024);
}

#[test]
fn an_attachment_that_was_undone_long_ago_is_found_and_removed_with_its_bytes() {
    let place = Place::new("check-unused");
    let mut clinic = Clinic::new(&place);
    let control = clinic.first_control();
    clinic.attach(&control, "kept.txt", b"kept");
    clinic.attach(&control, "gone.txt", b"gone");
    let assessment = clinic.assessment;
    clinic.workbench.undo(assessment.0, later(3)).unwrap();
    let report = clinic.workbench.check_vault(later(4)).unwrap();
    assert_eq!(
        line(&report, "Attachments left over").severity,
        Severity::Sound,
        "it can still be done again"
    );
    let words = said(
        domain::answer::Implementation::Partial,
        "Cuts what was undone",
    );
    clinic.answer(&control, words).unwrap();
    let count = || {
        fs::read_dir(place.vault().join("evidence"))
            .unwrap()
            .count()
    };
    assert_eq!(count(), 2);
    repaired(
        &mut clinic.workbench,
        "Attachments left over",
        Severity::Note,
        Repair::Unused,
    );
    assert_eq!(count(), 1);
    let kept = &clinic.dossier().evidence[0];
    let mut bytes = Vec::new();
    let mut reader = clinic.workbench.open_evidence(kept.id).unwrap().1.unwrap();
    std::io::Read::read_to_end(&mut reader, &mut bytes).unwrap();
    assert_eq!(bytes, b"kept");
}

#[test]
fn what_was_set_aside_is_found_and_removed_when_a_person_says_so() {
    let place = Place::new("check-aside");
    place.create().close().unwrap();
    let name = "00112233445566778899aabbccddeeff";
    fs::write(place.vault().join("evidence").join(name), "sealed").unwrap();
    let mut workbench = place.unlock().unwrap();
    let aside = place.vault().join("evidence/set-aside").join(name);
    assert!(aside.exists());
    repaired(
        &mut workbench,
        "Set aside",
        Severity::Note,
        Repair::SetAside,
    );
    assert!(!aside.exists());
}

#[test]
fn a_report_that_is_kept_tells_what_when_and_of_which_vault() {
    let place = Place::new("check-report");
    let workbench = place.create();
    fs::write(place.vault().join("header.json"), "{").unwrap();
    let report = workbench.check_vault(later(1)).unwrap();
    let (text, json) = (place.0.join("check.txt"), place.0.join("check.json"));
    report.save(&text).unwrap();
    report.save(&json).unwrap();
    let text = fs::read_to_string(text).unwrap();
    let vault = workbench.vault().id().to_string();
    for part in [
        "Check of a vault",
        &vault,
        "2026-11-24T10:01:00Z",
        "Header: warning",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json: serde_json::Value = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    assert_eq!(json["vault"], vault);
    assert_eq!(json["sound"], false);
    assert_eq!(json["lines"][0]["repair"], "header");
    assert!(!text.contains(place.0.to_str().unwrap()));
}
