//! What is still owed before an assessment can be final.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Determination::*, Subject};
use domain::evidence::{Attachment, Evidence, EvidenceDescription, Phi, Strength, Withdrawal};
use domain::finding::{self, Finding, FindingStanding, Response, ResponseCourse};
use domain::id::{AssessmentId, AttachmentId, FindingId};
use domain::owed::{self, Lack};
use uuid::Uuid;

use crate::bench::*;

fn owed(bench: &Bench) -> Vec<(Lack, Vec<String>)> {
    let found = owed::owed(&bench.dossier, &bench.standing());
    found.into_iter().map(|o| (o.lack, o.fields)).collect()
}

/// Checks what one answer owes.
fn check(class: &str, words: AnswerWords, expected: &[(Lack, &[&str])]) {
    let bench = Bench::with(vec![control("A", class, 3)]).answer("A", words.clone());
    let found = owed(&bench);
    let found: Vec<(Lack, Vec<&str>)> = found
        .iter()
        .map(|(lack, fields)| (*lack, fields.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(Lack, Vec<&str>)> = expected
        .iter()
        .map(|(lack, fields)| (*lack, fields.to_vec()))
        .collect();
    assert_eq!(found, expected, "{class}: {words:?}");
}

#[test]
fn an_answer_owes_what_its_word_asks_for() {
    check("MUST", said(Implemented), &[]);
    check("MUST", said(Partial), &[]);
    check("MUST", said(NotImplemented), &[]);
    check("MUST", AnswerWords::default(), &[(Lack::Answer, &[])]);
    check("MUST", said(Unknown), &[(Lack::Knowledge, &[])]);
    check(
        "MUST",
        said(Planned),
        &[(Lack::Plan, &["the owner", "the date"])],
    );
    let planned = |owner: &str, due: Option<&str>| AnswerWords {
        plan_owner: owner.to_owned(),
        plan_due: due.map(day),
        ..said(Planned)
    };
    check(
        "MUST",
        planned("B. Brandt", None),
        &[(Lack::Plan, &["the date"])],
    );
    check(
        "MUST",
        planned(" ", Some("2030-09-01")),
        &[(Lack::Plan, &["the owner"])],
    );
    check("MUST", planned("B. Brandt", Some("2030-09-01")), &[]);
    check(
        "NICE",
        said(NotApplicable),
        &[(Lack::Exclusion, &["the reason", "the approver"])],
    );
    check("NICE", excluded(), &[]);
    check(
        "MUST",
        excluded(),
        &[(Lack::Exclusion, &["the support of the scoping profile"])],
    );
    check(
        "NICE",
        found(excluded(), OtherThanSatisfied),
        &[(Lack::Contradiction, &[])],
    );
    check(
        "MAY",
        said(NotReasonable),
        &[(Lack::Decision, &["why", "approver", "on"])],
    );
    check("MAY", decided(NotReasonable), &[]);
    let flagged = AnswerWords {
        flagged: true,
        ..said(Unknown)
    };
    check(
        "MUST",
        flagged,
        &[(Lack::Knowledge, &[]), (Lack::Flag, &[])],
    );
}

#[test]
fn an_unanswered_control_is_owed_for_each_of_its_rows() {
    let bench = Bench::with(vec![control("A", "MUST", 3), per_system("B", "MAY", 3)])
        .answer_for("B", SYSTEMS[0], said(Partial));
    let found = owed::owed(&bench.dossier, &bench.standing());
    let found: Vec<(Lack, Option<&str>, Subject)> = found
        .iter()
        .map(|o| (o.lack, o.control.as_deref(), o.subject))
        .collect();
    let expected = [
        (Lack::Answer, Some("A"), Subject::All),
        (Lack::Answer, Some("B"), SYSTEMS[1]),
    ];
    assert_eq!(found, expected);
}

/// Checks what the finding that an answer raises owes, with a response to it.
fn check_finding(
    words: AnswerWords,
    course: ResponseCourse,
    standing: FindingStanding,
    expected: &[Lack],
) {
    let mut bench = Bench::with(vec![control("A", "MAY", 3)]).answer("A", words.clone());
    let raised = finding::raise(&bench.dossier, &bench.standing())
        .pop()
        .unwrap();
    bench.dossier.findings.push(Finding {
        id: FindingId(Uuid::nil()),
        assessment: AssessmentId(Uuid::nil()),
        raised,
        standing,
        first_raised: noon(AS_OF),
        consequence: String::new(),
        response: Response {
            course,
            ..Response::default()
        },
    });
    let found: Vec<Lack> = owed(&bench).into_iter().map(|(lack, _)| lack).collect();
    assert_eq!(found, expected, "{words:?}");
}

#[test]
fn an_open_gap_owes_a_response_and_a_contradiction_a_choice() {
    use FindingStanding::{Open, Settled};
    use ResponseCourse as R;
    check_finding(said(NotImplemented), R::None, Open, &[Lack::Response]);
    check_finding(said(NotImplemented), R::Remedy, Open, &[]);
    check_finding(said(NotImplemented), R::WillNot, Open, &[]);
    check_finding(said(NotImplemented), R::None, Settled, &[]);
    check_finding(
        said(Alternative),
        R::None,
        Open,
        &[Lack::Decision, Lack::Response],
    );
    check_finding(said(Implemented), R::None, Open, &[]);
    let contradicted = || found(said(Implemented), OtherThanSatisfied);
    check_finding(
        contradicted(),
        R::None,
        Open,
        &[Lack::Contradiction, Lack::Response],
    );
    check_finding(contradicted(), R::Other, Open, &[Lack::Contradiction]);
}

#[test]
fn an_attachment_owes_a_look_whether_it_holds_health_information() {
    let check = |phi: Phi, file: bool, withdrawn: bool, owes: bool| {
        let evidence = Evidence {
            attachment: file.then(|| Attachment {
                id: AttachmentId(Uuid::nil()),
                file_name: String::new(),
                length: 1,
                sha256: String::new(),
            }),
            description: EvidenceDescription {
                phi,
                ..EvidenceDescription::default()
            },
            withdrawn: withdrawn.then(|| Withdrawal {
                reason: String::new(),
                by: String::new(),
                at: noon(AS_OF),
            }),
            ..evidence()
        };
        let bench = Bench::with(vec![control("A", "MUST", 3)])
            .answer("A", said(Implemented))
            .shown("A", Strength::Examined, evidence);
        let found = owed(&bench);
        let expected = owes.then(|| (Lack::PhiLook, vec!["a paper".to_owned()]));
        assert_eq!(found, Vec::from_iter(expected), "{phi:?}");
    };
    check(Phi::Unknown, true, false, true);
    check(Phi::Unknown, false, false, false);
    check(Phi::Unknown, true, true, false);
    check(Phi::No, true, false, false);
    check(Phi::Yes, true, false, false);
}
