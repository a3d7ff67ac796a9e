//! A small framework of the tests' own.

use domain::answer::Implementation;
use domain::evidence::Strength;
use domain::framework::*;

use crate::bench::day;

/// Returns a control of a class with a severity: it is what provision `1.<id>` asks when its
/// class rests on one, and is asked once for the organisation.
pub(crate) fn control(id: &str, class: &str, severity: u8) -> Control {
    let provisions = match class {
        "MUST" => vec![link(&format!("1.{id}"), Designation::Required, Role::Is)],
        "MAY" => vec![link(&format!("1.{id}"), Designation::Addressable, Role::Is)],
        _ => Vec::new(),
    };
    Control {
        id: id.to_owned(),
        number: 1,
        label: id.to_owned(),
        text: String::new(),
        question: String::new(),
        citation: String::new(),
        class: class.to_owned(),
        provisions,
        asked_per: SubjectKind::Organisation,
        sufficient_method: Method::Examine,
        fresh_months: 0,
        references: Vec::new(),
        evidence: Vec::new(),
        procedures: Vec::new(),
        ml_failure: String::new(),
        severity,
        finding_when: String::new(),
        remedy: String::new(),
        effort: String::new(),
        qualifiers: Vec::new(),
    }
}

/// Returns a control that is asked per system.
pub(crate) fn per_system(id: &str, class: &str, severity: u8) -> Control {
    Control {
        asked_per: SubjectKind::System,
        ..control(id, class, severity)
    }
}

/// Returns how a control relates to a provision.
pub(crate) fn link(citation: &str, designation: Designation, role: Role) -> ProvisionLink {
    ProvisionLink {
        citation: citation.to_owned(),
        designation,
        role,
    }
}

/// Returns a provision.
pub(crate) fn provision(citation: &str, designation: Designation) -> Provision {
    Provision {
        citation: citation.to_owned(),
        title: String::new(),
        designation,
        rule: String::new(),
    }
}

fn class(id: &str, weight: f64, rests_on_provision: bool, allows_decision: bool) -> Class {
    Class {
        id: id.to_owned(),
        label: id.to_owned(),
        meaning: String::new(),
        weight,
        rests_on_provision,
        allows_decision,
    }
}

fn word(id: Implementation, value: f64, severity_relief: u8) -> AnswerWord {
    AnswerWord {
        id,
        label: String::new(),
        meaning: String::new(),
        value,
        severity_relief,
    }
}

fn field(id: &str, kind: FieldKind, required_for: &[Implementation]) -> DecisionField {
    DecisionField {
        id: id.to_owned(),
        label: String::new(),
        hint: String::new(),
        kind,
        required_for: required_for.to_vec(),
    }
}

/// Returns the framework of the tests, with the controls in one section each.
pub(crate) fn framework(controls: Vec<Control>) -> Framework {
    use Implementation::*;
    let band = |word: &str, at_least| Band {
        word: word.to_owned(),
        at_least,
    };
    let wording = |role, wording: &str| GapWording {
        role,
        wording: wording.to_owned(),
    };
    Framework {
        id: "own".to_owned(),
        edition: "2030.1".to_owned(),
        title: String::new(),
        description: String::new(),
        as_of: day("2030-01-01"),
        source: String::new(),
        disclaimer: "An estimate.".to_owned(),
        citation_prefix: String::new(),
        limits: Vec::new(),
        decision_citation: String::new(),
        classes: vec![
            class("MUST", 1.5, true, false),
            class("MAY", 1.2, true, true),
            class("NICE", 1.0, false, false),
        ],
        answers: vec![
            word(Implemented, 1.0, 2),
            word(Partial, 0.5, 1),
            word(Planned, 0.0, 0),
            word(Alternative, 1.0, 0),
            word(NotReasonable, 1.0, 0),
            word(NotImplemented, 0.0, 0),
            word(NotApplicable, 0.0, 0),
            word(Unknown, 0.0, 0),
        ],
        assurance: AssuranceRule {
            ranks: [
                (Strength::Stated, 1),
                (Strength::Examined, 2),
                (Strength::Tested, 3),
                (Strength::Observed, 3),
            ]
            .map(|(strength, rank)| StrengthRank { strength, rank })
            .to_vec(),
            sufficient: [
                (Method::Interview, 1),
                (Method::Examine, 2),
                (Method::Test, 3),
            ]
            .map(|(method, rank)| MethodRank { method, rank })
            .to_vec(),
            factors: vec![1.0, 0.7, 0.4],
            stale_factor: 0.5,
            gap_below: 0.7,
        },
        determination_cap: 0.5,
        bands: vec![
            band("Strong", 90.0),
            band("Good", 75.0),
            band("Partial", 60.0),
            band("Weak", 0.0),
        ],
        gates: Vec::new(),
        coverage_floor: CoverageFloor {
            below: 90.0,
            prefix: "Provisional".to_owned(),
        },
        gap_wording: vec![
            wording(Role::Is, "potential gap against {provision}"),
            wording(
                Role::Means,
                "weak point in meeting {provision} (what else meets it?)",
            ),
            wording(Role::Supports, "good-practice gap"),
        ],
        profile: Vec::new(),
        decision_record: vec![
            field("measure", FieldKind::Text, &[Alternative]),
            field("why", FieldKind::Text, &[Alternative, NotReasonable]),
            field("approver", FieldKind::Person, &[Alternative, NotReasonable]),
            field("on", FieldKind::Date, &[Alternative, NotReasonable]),
        ],
        owners: Vec::new(),
        collections: Vec::new(),
        efforts: Vec::new(),
        severities: Vec::new(),
        designations: Vec::new(),
        provisions: Vec::new(),
        duties: Vec::new(),
        facts: Vec::new(),
        sections: controls
            .into_iter()
            .enumerate()
            .map(|(number, control)| Section {
                id: format!("S{number}"),
                title: format!("Section {number}"),
                parts: vec![Part {
                    id: format!("P{number}"),
                    title: String::new(),
                    groups: vec![Group {
                        id: format!("G{number}"),
                        title: String::new(),
                        controls: vec![control],
                    }],
                }],
            })
            .collect(),
    }
}
