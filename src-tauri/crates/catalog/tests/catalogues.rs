//! The built-in catalogue is whole, and every kind of fault is named with its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, HashSet};

use catalog::{BUILT_IN, check, read};
use serde_json::{Value, json};

fn built_in() -> Value {
    serde_json::from_slice(BUILT_IN).unwrap()
}

#[test]
fn the_built_in_catalogue_has_no_fault() {
    let faults = check(BUILT_IN);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_built_in_catalogue_has_every_section_group_and_control() {
    let framework = read(BUILT_IN).unwrap();
    let parts = framework.sections.iter().flat_map(|s| &s.parts);
    let groups = parts.clone().flat_map(|p| &p.groups);
    assert_eq!(
        (
            framework.sections.len(),
            parts.count(),
            groups.count(),
            framework.controls().count()
        ),
        (6, 9, 18, 74)
    );
    let mut classes = BTreeMap::new();
    for control in framework.controls() {
        *classes.entry(control.class.as_str()).or_insert(0) += 1;
    }
    let expected = [
        ("ADD", 11),
        ("GP", 24),
        ("PRIV", 11),
        ("REQ", 24),
        ("STD", 4),
    ];
    assert_eq!(classes, BTreeMap::from(expected));
    let numbers: Vec<u32> = framework.controls().map(|c| c.number).collect();
    assert_eq!(numbers, (1..=74).collect::<Vec<u32>>());
}

#[test]
fn nine_security_rule_provisions_are_outside_the_checklist() {
    let framework = read(BUILT_IN).unwrap();
    let spoken: HashSet<&str> = framework
        .controls()
        .flat_map(|c| c.provisions.iter().map(|p| p.citation.as_str()))
        .collect();
    let silent: Vec<&str> = framework
        .provisions
        .iter()
        .filter(|p| p.rule == "Security Rule" && !spoken.contains(p.citation.as_str()))
        .map(|p| p.citation.as_str())
        .collect();
    let outside = [
        "164.308(a)(1)(ii)(C)",
        "164.308(a)(3)(i)",
        "164.308(a)(3)(ii)(A)",
        "164.308(a)(3)(ii)(B)",
        "164.308(a)(3)(ii)(C)",
        "164.308(a)(4)(ii)(A)",
        "164.310(a)(2)(i)",
        "164.312(a)(2)(ii)",
        "164.316(b)(2)(ii)",
    ];
    for citation in outside {
        assert!(
            silent.contains(&citation),
            "{citation} is not silent: {silent:?}"
        );
    }
}

#[test]
fn no_text_speaks_of_non_compliance() {
    let text = String::from_utf8(BUILT_IN.to_vec()).unwrap().to_lowercase();
    for word in ["non-compliance", "noncompliance", "non-compliant"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn every_planted_fault_is_named_with_its_place() {
    let control = "/sections/0/parts/0/groups/0/controls/0";
    let plant = |at: &str, value: Value| (format!("{control}{at}"), value);
    let cases = [
        (plant("/class", json!("XYZ")), "ADM-SO-1.class", "no class"),
        (
            plant("/id", json!("ADM-SO-2")),
            "controls (ADM-SO-2)",
            "twice",
        ),
        (plant("/citation", json!(" ")), "ADM-SO-1.citation", "empty"),
        (
            plant("/provisions/0/citation", json!("")),
            "ADM-SO-1.provisions[0]",
            "without a",
        ),
        (
            plant("/provisions/0/citation", json!("1.2")),
            "ADM-SO-1.provisions[0]",
            "not in",
        ),
        (
            plant("/provisions/0/designation", json!("standard")),
            "ADM-SO-1.provisions[0]",
            "differs",
        ),
        (
            plant("/provisions", json!([])),
            "ADM-SO-1.provisions",
            "rests on law",
        ),
        (plant("/evidence", json!([])), "ADM-SO-1.evidence", "empty"),
        (
            plant("/evidence/0/owners", json!(["ZZ"])),
            "ADM-SO-1.evidence[0]",
            "no owner",
        ),
        (
            plant("/evidence/0/collection", json!("ZZ")),
            "ADM-SO-1.evidence[0]",
            "no collection",
        ),
        (
            plant("/effort", json!("ZZ")),
            "ADM-SO-1.effort",
            "no effort",
        ),
        (plant("/severity", json!(9)), "ADM-SO-1.severity", "1 and 5"),
        (
            plant("/severity", json!("high")),
            "controls[0] (ADM-SO-1)",
            "cannot be read",
        ),
        (
            plant("/askedPer", json!("planet")),
            "controls[0] (ADM-SO-1)",
            "cannot be read",
        ),
        (
            ("/gates/0/cap".into(), json!("Fine")),
            "gates (risk-analysis-missing)",
            "no word",
        ),
        (
            ("/gates/0/when/control".into(), json!("X")),
            "gates (risk-analysis-missing)",
            "no control",
        ),
        (
            ("/gates/0/when/qualifiers".into(), json!(["x"])),
            "gates (risk",
            "no qualifier",
        ),
        (("/bands/0/atLeast".into(), json!(10)), "bands", "fall"),
        (
            ("/answers/0/value".into(), json!(7)),
            "answers (Implemented)",
            "between 0 and 1",
        ),
        (
            ("/classes/0/weight".into(), json!(0)),
            "classes (REQ)",
            "above 0",
        ),
        (("/disclaimer".into(), json!("")), "disclaimer", "empty"),
    ];
    for ((at, value), place, sentence) in cases {
        let mut catalogue = built_in();
        *catalogue.pointer_mut(&at).unwrap_or_else(|| panic!("{at}")) = value;
        let faults = check(&serde_json::to_vec(&catalogue).unwrap());
        let named = faults
            .iter()
            .any(|f| f.place.contains(place) && f.sentence.contains(sentence));
        assert!(named, "{at}: {faults:?}");
    }
}

#[test]
fn two_faults_in_two_controls_are_both_named() {
    let mut catalogue = built_in();
    for control in [0, 1] {
        let at = format!("/sections/0/parts/0/groups/0/controls/{control}/severity");
        *catalogue.pointer_mut(&at).unwrap() = json!("high");
    }
    let faults = check(&serde_json::to_vec(&catalogue).unwrap());
    assert_eq!(faults.len(), 2, "{faults:?}");
}

#[test]
fn a_file_that_is_not_json_is_refused_with_line_and_column() {
    let faults = check(b"{\n  \"id\": ,\n}");
    assert!(faults[0].place.starts_with("line 2"), "{faults:?}");
}

#[test]
fn unknown_fields_are_refused() {
    let mut catalogue = built_in();
    catalogue["colour"] = json!("green");
    assert!(!check(&serde_json::to_vec(&catalogue).unwrap()).is_empty());
}
