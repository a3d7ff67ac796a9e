//! Every kind of fault, planted by itself and named with its place.

use serde_json::{Value, json};

use crate::{built_in, check};

const CONTROL: &str = "/sections/0/parts/0/groups/0/controls/0";

/// Plants each value at its place and looks for the fault that names it.
fn each_is_named(cases: &[(&str, Value, &str, &str)]) {
    for (at, value, place, sentence) in cases {
        let mut catalogue = built_in();
        let at = at.replace("CONTROL", CONTROL);
        *catalogue
            .pointer_mut(&at)
            .unwrap_or_else(|| panic!("nothing stands at {at}")) = value.clone();
        let faults = check(&catalogue);
        let named = faults
            .iter()
            .any(|f| f.place.contains(place) && f.sentence.contains(sentence));
        assert!(named, "{at} = {value} is not named: {faults:#?}");
    }
}

#[test]
fn a_fault_of_a_control_is_named() {
    each_is_named(&[
        ("CONTROL/class", json!("XYZ"), "ADM-SO-1.class", "no class"),
        (
            "CONTROL/class",
            json!("GP"),
            "ADM-SO-1.provisions",
            "does not rest on law",
        ),
        (
            "CONTROL/id",
            json!("ADM-SO-2"),
            "controls (ADM-SO-2)",
            "twice",
        ),
        ("CONTROL/id", json!("SO-1"), "SO-1.id", "id of its group"),
        ("CONTROL/id", json!(""), "controls", "An id is empty"),
        ("CONTROL/number", json!(2), ".number", "has the number 2"),
        ("CONTROL/label", json!(""), "ADM-SO-1.label", "empty"),
        ("CONTROL/text", json!("\n"), "ADM-SO-1.text", "empty"),
        ("CONTROL/question", json!(""), "ADM-SO-1.question", "empty"),
        ("CONTROL/citation", json!(" "), "ADM-SO-1.citation", "empty"),
        (
            "CONTROL/mlFailure",
            json!(""),
            "ADM-SO-1.mlFailure",
            "empty",
        ),
        (
            "CONTROL/findingWhen",
            json!(""),
            "ADM-SO-1.findingWhen",
            "empty",
        ),
        ("CONTROL/remedy", json!(""), "ADM-SO-1.remedy", "empty"),
        (
            "CONTROL/effort",
            json!("ZZ"),
            "ADM-SO-1.effort",
            "no effort",
        ),
        ("CONTROL/severity", json!(9), "ADM-SO-1.severity", "1 and 5"),
        (
            "CONTROL/procedures",
            json!([]),
            "ADM-SO-1.procedures",
            "none",
        ),
        (
            "CONTROL/procedures/0/text",
            json!(""),
            "ADM-SO-1.procedures[0]",
            "empty",
        ),
        (
            "CONTROL/references/0/text",
            json!(""),
            "ADM-SO-1.references[0]",
            "empty",
        ),
    ]);
}

#[test]
fn a_fault_of_a_provision_is_named() {
    each_is_named(&[
        (
            "CONTROL/provisions/0/citation",
            json!(""),
            "ADM-SO-1.provisions[0]",
            "without a provision",
        ),
        (
            "CONTROL/provisions/0/citation",
            json!("1.2"),
            "ADM-SO-1.provisions[0]",
            "not in the list",
        ),
        (
            "CONTROL/provisions/0/designation",
            json!("standard"),
            "ADM-SO-1.provisions[0]",
            "differs",
        ),
        (
            "CONTROL/provisions/1/citation",
            json!("164.308(a)(2)"),
            "ADM-SO-1.provisions[1]",
            "",
        ),
        (
            "CONTROL/provisions",
            json!([]),
            "ADM-SO-1.provisions",
            "rests on law",
        ),
        (
            "/provisions/1/citation",
            json!("164.306(d)(3)"),
            "provisions (164.306(d)(3))",
            "twice",
        ),
        (
            "/provisions/0/title",
            json!(""),
            "provisions (164.306(d)(3)).title",
            "empty",
        ),
        (
            "/designations/0/id",
            json!("dire"),
            "provisions (164.308(a)(1)(ii)(A))",
            "not explained",
        ),
    ]);
}

#[test]
fn a_fault_of_the_evidence_asked_is_named() {
    each_is_named(&[
        ("CONTROL/evidence", json!([]), "ADM-SO-1.evidence", "empty"),
        (
            "CONTROL/evidence/0/artefact",
            json!(""),
            "ADM-SO-1.evidence[0]",
            "no words",
        ),
        (
            "CONTROL/evidence/0/owners",
            json!([]),
            "ADM-SO-1.evidence[0]",
            "Nobody",
        ),
        (
            "CONTROL/evidence/0/owners",
            json!(["ZZ"]),
            "ADM-SO-1.evidence[0]",
            "no owner",
        ),
        (
            "CONTROL/evidence/0/collection",
            json!("ZZ"),
            "ADM-SO-1.evidence[0]",
            "no collection",
        ),
    ]);
}

#[test]
fn a_fault_of_the_rules_of_judging_is_named() {
    each_is_named(&[
        (
            "/classes/0/weight",
            json!(0),
            "classes (REQ)",
            "not above 0",
        ),
        ("/classes/1/id", json!("REQ"), "classes (REQ)", "twice"),
        (
            "/answers/0/value",
            json!(7),
            "answers (implemented)",
            "between 0 and 1",
        ),
        ("/answers/0/id", json!("partial"), "answers", "no entry"),
        (
            "/answers/0/id",
            json!("partial"),
            "answers",
            "more than one",
        ),
        ("/determinationCap", json!(2), "determinationCap", "0 and 1"),
        (
            "/assurance/ranks/0/strength",
            json!("tested"),
            "assurance.ranks",
            "stated",
        ),
        (
            "/assurance/sufficient",
            json!([]),
            "assurance.sufficient",
            "examine",
        ),
        (
            "/assurance/factors",
            json!([]),
            "assurance.factors",
            "empty",
        ),
        ("/assurance/staleFactor", json!(3), "assurance", "factor"),
        ("/bands/0/atLeast", json!(10), "bands", "fall"),
        ("/bands/0/word", json!(""), "bands[0].word", "empty"),
        (
            "/coverageFloor/below",
            json!(900),
            "coverageFloor.below",
            "0 and 100",
        ),
        (
            "/gapWording/0/wording",
            json!("a gap"),
            "gapWording (is)",
            "does not name",
        ),
        (
            "/gapWording/0/role",
            json!("means"),
            "gapWording",
            "no entry",
        ),
        ("/severities/0/weight", json!(9), "severities", "no entry"),
    ]);
}

#[test]
fn a_fault_of_a_gate_is_named() {
    each_is_named(&[
        (
            "/gates/0/cap",
            json!("Fine"),
            "gates (risk-analysis-missing)",
            "no word",
        ),
        (
            "/gates/0/when/control",
            json!("X"),
            "gates (risk-analysis-missing)",
            "no control",
        ),
        (
            "/gates/0/when/qualifiers",
            json!(["x"]),
            "gates (risk-analysis-missing)",
            "no qualifier",
        ),
        (
            "/gates/4/when/class",
            json!("XYZ"),
            "gates (addressable-undecided)",
            "no class",
        ),
        (
            "/gates/5/when/percent",
            json!(-1),
            "gates (said-not-shown)",
            "0 and 100",
        ),
        (
            "/gates/1/id",
            json!("risk-analysis-missing"),
            "gates (risk-analysis-missing)",
            "twice",
        ),
    ]);
}

#[test]
fn a_fault_of_the_profile_is_named() {
    let effects = "/profile/0/options/0/effects";
    let cases = [
        (
            json!([{"type": "remark", "controls": ["ZZ"], "reason": "r"}]),
            "names no control",
        ),
        (
            json!([{"type": "remark", "controls": ["ADM"], "reason": ""}]),
            "no reason",
        ),
        (
            json!([{"type": "remark", "controls": [], "reason": "r"}]),
            "changes nothing",
        ),
        (
            json!([{"type": "duty", "duties": ["ZZ"], "reason": "r"}]),
            "no duty",
        ),
        (
            json!([{"type": "not-binding", "provisions": ["164.53"], "reason": "r"}]),
            "not in the list of provisions",
        ),
        (
            json!([{"type": "weight-set", "controls": ["ADM"], "to": 9, "reason": "r"}]),
            "not between 1 and 5",
        ),
    ];
    for (value, sentence) in cases {
        each_is_named(&[(effects, value, "profile (entity).options (", sentence)]);
    }
    each_is_named(&[
        ("/profile/0/why", json!(""), "profile (entity).why", "empty"),
        (
            "/profile/0/options",
            json!([]),
            "profile (entity)",
            "no options",
        ),
        (
            "/profile/0/options/1/id",
            json!("covered-entity"),
            "profile (entity).options (covered-entity)",
            "twice",
        ),
        ("/decisionRecord", json!([]), "decisionRecord", "no field"),
    ]);
}

#[test]
fn a_fault_of_the_head_or_of_a_heading_is_named() {
    each_is_named(&[
        ("/disclaimer", json!(""), "disclaimer", "empty"),
        ("/edition", json!(" "), "edition", "empty"),
        ("/limits/0", json!(""), "limits[0]", "empty"),
        (
            "/decisionCitation",
            json!("1.2"),
            "decisionCitation",
            "not in the list",
        ),
        ("/sections", json!([]), "sections", "no control"),
        ("/sections/0/title", json!(""), "sections (ADM)", "title"),
        ("/sections/0/parts", json!([]), "sections (ADM)", "no part"),
        ("/sections/1/id", json!("ADM"), "sections (ADM)", "twice"),
        (
            "/facts/0/asOf",
            json!("2999-01-01"),
            "facts (checklist)",
            "after",
        ),
        (
            "/facts/1/controls",
            json!(["ZZ"]),
            "facts (risk-analysis)",
            "ZZ",
        ),
        ("/duties/0/why", json!(""), "duties (XTR-01).why", "empty"),
    ]);
}

#[test]
fn a_fault_of_shape_is_named_and_does_not_hide_the_next() {
    each_is_named(&[
        (
            "CONTROL/severity",
            json!("high"),
            "controls[0] (ADM-SO-1)",
            "cannot be read",
        ),
        (
            "CONTROL/askedPer",
            json!("planet"),
            "controls[0] (ADM-SO-1)",
            "cannot be read",
        ),
        (
            "/bands/0/atLeast",
            json!("top"),
            "bands[0]",
            "cannot be read",
        ),
        ("/assurance", json!({}), "assurance", "cannot be read"),
        ("/severities/2", json!(3), "severities[2]", "cannot be read"),
        ("/asOf", json!("soon"), "catalogue", "cannot be read"),
    ]);
    let mut catalogue = built_in();
    for control in [0, 1] {
        let at = format!("/sections/0/parts/0/groups/0/controls/{control}/severity");
        *catalogue.pointer_mut(&at).unwrap() = json!("high");
    }
    let faults = check(&catalogue);
    assert_eq!(faults.len(), 2, "{faults:?}");
}

#[test]
fn a_missing_citation_is_named() {
    let mut catalogue = built_in();
    let control = catalogue.pointer_mut(CONTROL).unwrap();
    control.as_object_mut().unwrap().remove("citation");
    let faults = check(&catalogue);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].place.contains("(ADM-SO-1)"), "{faults:?}");
    assert!(faults[0].sentence.contains("citation"), "{faults:?}");
}

#[test]
fn what_cannot_be_read_hides_no_fault_of_meaning_and_is_not_said_twice() {
    let mut catalogue = built_in();
    // The control that two gates and several facts name.
    let last = "/sections/5/parts/0/groups/1/controls/0";
    let analysis = catalogue
        .pointer_mut(last)
        .unwrap()
        .as_object_mut()
        .unwrap();
    assert_eq!(analysis["id"], "AUD-CA-1");
    analysis.remove("citation");
    *catalogue
        .pointer_mut(CONTROL)
        .unwrap()
        .get_mut("class")
        .unwrap() = json!("XYZ");
    catalogue["answers"][0]["value"] = json!("all");
    let faults = check(&catalogue);
    let places: Vec<&str> = faults.iter().map(|f| f.place.as_str()).collect();
    let expected = [
        "answers[0] (implemented)",
        "sections[5].parts[0].groups[1].controls[0] (AUD-CA-1)",
        "ADM-SO-1.class",
    ];
    assert_eq!(places, expected, "{faults:#?}");
}

#[test]
fn faults_of_meaning_are_named_together() {
    let mut catalogue = built_in();
    *catalogue
        .pointer_mut(CONTROL)
        .unwrap()
        .get_mut("class")
        .unwrap() = json!("XYZ");
    catalogue["disclaimer"] = json!("");
    catalogue["gates"][0]["cap"] = json!("Fine");
    assert_eq!(check(&catalogue).len(), 3);
}

#[test]
fn a_file_that_is_not_json_is_refused_with_line_and_column() {
    let faults = catalog::check(b"{\n  \"id\": ,\n}");
    assert!(faults[0].place.starts_with("line 2"), "{faults:?}");
}

#[test]
fn unknown_fields_are_refused() {
    let mut catalogue = built_in();
    catalogue["colour"] = json!("green");
    assert_eq!(check(&catalogue).len(), 1);
}
