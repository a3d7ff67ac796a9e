//! Findings: which answers leave one, how it is worded, and how it follows its answer.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Determination::*, Subject};
use domain::evidence::Strength;
use domain::finding::{
    self, Finding, FindingKind, FindingStanding, Raised, Response, ResponseCourse,
    ResponseState,
};
use domain::framework::{Control, Designation, Role};
use domain::id::{AssessmentId, FindingId};
use uuid::Uuid;

use crate::bench::*;

fn raised(bench: &Bench) -> Vec<Raised> {
    finding::raise(&bench.dossier, &bench.standing())
}

/// Checks kind and severity of what an answer to a control of severity 3 leaves.
fn check(class: &str, words: AnswerWords, expected: Option<(FindingKind, u8)>) {
    let bench = Bench::with(vec![control("A", class, 3)]).answer("A", words.clone());
    let found = raised(&bench).pop().map(|r| (r.kind, r.severity));
    assert_eq!(found, expected, "{class}: {words:?}");
}

#[test]
fn an_answer_that_leaves_a_gap_raises_a_finding() {
    use FindingKind::*;
    for class in ["MUST", "MAY", "NICE"] {
        check(class, said(Partial), Some((Gap, 2)));
        check(class, said(Planned), Some((Gap, 3)));
        check(class, said(NotImplemented), Some((Gap, 3)));
        check(class, said(Implemented), Some((EvidenceGap, 1)));
        check(
            class,
            found(said(Implemented), OtherThanSatisfied),
            Some((Gap, 2)),
        );
        check(class, said(Unknown), Some((OpenQuestion, 3)));
        check(class, said(NotApplicable), Some((OpenQuestion, 3)));
        check(class, AnswerWords::default(), None);
    }
    for word in [Alternative, NotReasonable] {
        check("MAY", said(word), Some((DocumentationGap, 3)));
        check("MAY", decided(word), None);
        check(
            "MAY",
            found(decided(word), OtherThanSatisfied),
            Some((Gap, 2)),
        );
        check("MUST", decided(word), Some((Gap, 3)));
    }
    check("NICE", excluded(), None);
    check(
        "NICE",
        found(excluded(), OtherThanSatisfied),
        Some((OpenQuestion, 3)),
    );
}

#[test]
fn an_unanswered_control_raises_nothing() {
    assert_eq!(raised(&Bench::with(vec![control("A", "MUST", 5)])), []);
}

#[test]
fn an_evidence_gap_closes_when_the_proof_is_good_enough() {
    use domain::framework::Method;
    let proven = |strength: Option<Strength>| {
        let asked = Control {
            sufficient_method: Method::Test,
            ..control("A", "MUST", 3)
        };
        let bench = Bench::with(vec![asked]).answer("A", said(Implemented));
        let bench = match strength {
            Some(strength) => bench.shown("A", strength, evidence()),
            None => bench,
        };
        raised(&bench).pop().map(|r| r.kind)
    };
    assert_eq!(proven(None), Some(FindingKind::EvidenceGap));
    assert_eq!(
        proven(Some(Strength::Stated)),
        Some(FindingKind::EvidenceGap)
    );
    assert_eq!(
        proven(Some(Strength::Examined)),
        None,
        "0.7 is not below 0.7"
    );
    assert_eq!(proven(Some(Strength::Tested)), None);
}

#[test]
fn relief_never_takes_the_severity_below_one() {
    for severity in 1..=5 {
        let bench =
            Bench::with(vec![control("A", "MUST", severity)]).answer("A", said(Partial));
        assert_eq!(
            raised(&bench)[0].severity,
            severity.saturating_sub(1).max(1)
        );
    }
}

#[test]
fn only_what_was_said_to_be_in_place_contradicts_what_was_found() {
    for (words, contradiction) in [
        (found(said(Implemented), OtherThanSatisfied), true),
        (found(said(Partial), OtherThanSatisfied), false),
        (found(said(NotImplemented), OtherThanSatisfied), false),
        (found(said(Implemented), Satisfied), false),
        (said(Implemented), false),
    ] {
        let bench = Bench::with(vec![control("A", "MUST", 3)]).answer("A", words.clone());
        assert_eq!(raised(&bench)[0].contradiction, contradiction, "{words:?}");
    }
}

/// Checks how a gap in a control with these links is worded.
fn check_wording(class: &str, links: &[(&str, Role)], words: AnswerWords, expected: &str) {
    let asked = Control {
        provisions: links
            .iter()
            .map(|(citation, role)| link(citation, Designation::Addressable, *role))
            .collect(),
        ..control("A", class, 3)
    };
    let bench = Bench::with(vec![asked]).answer("A", words);
    assert_eq!(raised(&bench)[0].wording, expected);
}

#[test]
fn a_gap_is_worded_by_the_role_that_the_control_plays_for_each_provision() {
    use Role::*;
    let gap = || said(NotImplemented);
    check_wording("MUST", &[("1.1", Is)], gap(), "Potential gap against §1.1");
    check_wording(
        "MUST",
        &[("1.1", Is), ("1.2", Means), ("1.3", Is), ("1.4", Supports)],
        gap(),
        "Potential gap against §1.1, §1.3; weak point in meeting §1.2 (what else meets it?)",
    );
    check_wording(
        "MUST",
        &[("1.1", Supports), ("1.2", Means)],
        gap(),
        "Weak point in meeting §1.2 (what else meets it?)",
    );
    check_wording("MUST", &[("1.1", Supports)], gap(), "Good-practice gap");
    check_wording("MUST", &[], gap(), "Good-practice gap");
    for role in [Is, Means, Supports] {
        check_wording("NICE", &[("1.1", role)], gap(), "Good-practice gap");
    }
}

#[test]
fn what_is_no_gap_has_words_of_its_own() {
    let is = &[("1.1", Role::Is)];
    check_wording(
        "MAY",
        is,
        said(Alternative),
        "Documentation gap until the decision record is complete: potential gap against §1.1",
    );
    check_wording(
        "MAY",
        is,
        said(Implemented),
        "Evidence gap: said to be in place, not yet shown",
    );
    check_wording(
        "MAY",
        is,
        said(Unknown),
        "Open question: nobody asked so far could say",
    );
    check_wording(
        "MAY",
        is,
        said(NotApplicable),
        "Open question: said not to apply, without the reason and the approver",
    );
    check_wording(
        "MAY",
        is,
        found(excluded(), OtherThanSatisfied),
        "Open question: said not to apply, found other than satisfied",
    );
    let bench = Bench::with(vec![control("A", "MUST", 3)]).answer("A", excluded());
    assert_eq!(
        raised(&bench)[0].wording,
        "Open question: said not to apply, without the support of the scoping profile"
    );
}

#[test]
fn no_finding_speaks_of_non_compliance_or_of_a_violation() {
    for class in ["MUST", "MAY", "NICE"] {
        for word in [
            Implemented,
            Partial,
            Planned,
            Alternative,
            NotReasonable,
            NotImplemented,
            NotApplicable,
            Unknown,
        ] {
            for words in [said(word), found(said(word), OtherThanSatisfied)] {
                let bench = Bench::with(vec![control("A", class, 3)]).answer("A", words);
                for finding in raised(&bench) {
                    let wording = finding.wording.to_lowercase();
                    assert!(!wording.contains("complian"), "{wording}");
                    assert!(!wording.contains("violat"), "{wording}");
                }
            }
        }
    }
}

#[test]
fn each_subject_of_a_split_answer_has_its_own_finding() {
    let bench = Bench::with(vec![per_system("A", "MAY", 3)])
        .answer("A", said(NotImplemented))
        .answer_for("A", SYSTEMS[0], said(Partial))
        .answer_for("A", SYSTEMS[1], said(Planned));
    let found: Vec<(Subject, u8)> = raised(&bench)
        .into_iter()
        .map(|r| (r.subject, r.severity))
        .collect();
    assert_eq!(found, [(SYSTEMS[0], 2), (SYSTEMS[1], 3)]);
}

/// Lets the findings of an assessment follow its answers, as a keeper of them would.
fn follow(bench: &mut Bench) {
    let raised = raised(bench);
    let findings = &mut bench.dossier.findings;
    for raised in finding::follow(findings, raised) {
        findings.push(Finding {
            id: FindingId(Uuid::from_u128(findings.len() as u128)),
            assessment: AssessmentId(Uuid::nil()),
            raised,
            standing: FindingStanding::Open,
            first_raised: noon(AS_OF),
            consequence: String::new(),
            response: Response::default(),
        });
    }
}

#[test]
fn a_finding_settles_and_opens_again_and_loses_nothing() {
    let mut bench = Bench::with(vec![control("A", "MUST", 4), control("B", "MUST", 2)])
        .answer("A", said(NotImplemented))
        .answer("B", said(Planned));
    follow(&mut bench);
    let written = &mut bench.dossier.findings[0];
    written.consequence = "The night shift would not notice.".to_owned();
    written.response = Response {
        course: ResponseCourse::Other,
        text: "We lock the room instead.".to_owned(),
        owner: "B. Brandt".to_owned(),
        due: Some(day("2030-09-01")),
        state: ResponseState::InProgress,
    };
    let before = bench.dossier.findings.clone();

    let mut bench = bench
        .answer("A", decided(NotReasonable))
        .answer("A", excluded());
    bench = bench.answer("A", AnswerWords::default());
    follow(&mut bench);
    let settled = &bench.dossier.findings[0];
    assert_eq!(settled.standing, FindingStanding::Settled);
    assert_eq!(
        Finding {
            standing: FindingStanding::Open,
            ..settled.clone()
        },
        before[0]
    );
    assert_eq!(
        bench.dossier.findings[1], before[1],
        "the other one is left alone"
    );

    let mut bench = bench.answer("A", said(Partial));
    follow(&mut bench);
    assert_eq!(bench.dossier.findings.len(), 2, "it is the same finding");
    let again = &bench.dossier.findings[0];
    assert_eq!(again.standing, FindingStanding::Open);
    assert_eq!(
        (again.raised.kind, again.raised.severity),
        (FindingKind::Gap, 3)
    );
    assert_eq!(again.id, before[0].id);
    assert_eq!(again.first_raised, before[0].first_raised);
    assert_eq!(again.consequence, before[0].consequence);
    assert_eq!(again.response, before[0].response);
}

#[test]
fn following_twice_changes_nothing() {
    let mut bench = Bench::with(vec![per_system("A", "MAY", 3)])
        .answer_for("A", SYSTEMS[0], said(Unknown))
        .answer_for("A", SYSTEMS[1], said(Implemented));
    follow(&mut bench);
    let once = bench.dossier.findings.clone();
    follow(&mut bench);
    assert_eq!(bench.dossier.findings, once);
}
