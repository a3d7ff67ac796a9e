//! What changed between two versions, in words for a reader.

use domain::answer::{AnswerWords, Determination, Implementation, Subject};
use domain::difference::DifferenceKind;
use domain::finding::{Response, ResponseCourse};
use domain::framework::SubjectKind;
use domain::request::RequestState;
use workbench::Comparison;

use crate::place::*;

/// Returns the differences as lines of what, control, name, before and after.
fn lines(comparison: &Comparison) -> Vec<String> {
    let line = |d: &workbench::Difference| {
        let (before, after) = (d.before.as_deref(), d.after.as_deref());
        format!(
            "{:?} {} {}: {} -> {}",
            d.what,
            d.control.as_deref().unwrap_or("-"),
            d.name,
            before.unwrap_or("nothing"),
            after.unwrap_or("nothing")
        )
    };
    comparison.differences.iter().map(line).collect()
}

fn has(lines: &[String], line: &str) {
    assert!(
        lines.iter().any(|l| l == line),
        "{line}\nis not in\n{}",
        lines.join("\n")
    );
}

#[test]
fn two_versions_and_the_present_are_told_apart_in_the_words_of_the_catalogue() {
    let place = Place::new("compare");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let control = first(&framework, |c| c.asked_per == SubjectKind::Organisation);
    let label = |word: Implementation| framework.answer(word).unwrap().label.clone();
    // Who approved an exclusion is told apart from who approved a decision.
    let none = AnswerWords {
        exclusion_approver: "Kim".into(),
        ..said(Implementation::NotImplemented, "Nothing yet")
    };
    clinic.answer(&control, none).unwrap();
    clinic
        .workbench
        .finalise(clinic.assessment, later(2))
        .unwrap();
    let same = clinic
        .workbench
        .compare(clinic.assessment, 1, None)
        .unwrap();
    assert!(same.differences.is_empty(), "{:#?}", lines(&same));

    // A year later nearly everything is different.
    let words = AnswerWords {
        determination: Some(Determination::Satisfied),
        exclusion_approver: "Kim".into(),
        ..said(Implementation::Implemented, "In place since May")
    };
    clinic.answer(&control, words).unwrap();
    change(&mut clinic, |a| {
        a.title = "Spring 2027".into();
        a.scope.systems.truncate(1);
    })
    .unwrap();
    let evidence = clinic.attach(&control, "memo.pdf", b"memo").evidence;
    let mut request = clinic.dossier().requests[0].clone();
    request.course.state = RequestState::Asked;
    request.course.ask = "Dana".into();
    request.course.due = Some(day("2027-01-15"));
    let artefact = request.artefact.clone();
    let requests = vec![request];
    clinic
        .workbench
        .save_requests(clinic.assessment, requests, later(5))
        .unwrap();
    clinic
        .workbench
        .finalise(clinic.assessment, later(6))
        .unwrap();
    let changed = clinic
        .workbench
        .compare(clinic.assessment, 1, Some(2))
        .unwrap();
    let found = lines(&changed);
    has(&found, "Terms - Title: Autumn 2026 -> Spring 2027");
    has(
        &found,
        "Terms - Systems in scope: Coding model, Triage model -> Coding model",
    );
    has(
        &found,
        &format!(
            "Answer {control} All in scope: {} -> {}",
            label(Implementation::NotImplemented),
            label(Implementation::Implemented)
        ),
    );
    has(
        &found,
        &format!("Note {control} All in scope: Nothing yet -> In place since May"),
    );
    has(
        &found,
        &format!("AnswerPart {control} Determination: nothing -> Satisfied"),
    );
    has(
        &found,
        &format!("Evidence {control} memo.pdf: nothing -> examined, supports"),
    );
    has(&found, "Evidence - memo.pdf: nothing -> On the shelf");
    let first_control = framework.controls().next().unwrap().id.clone();
    has(
        &found,
        &format!(
            "Request {first_control} {artefact}: Wanted -> Asked. Of: Dana. By: 2027-01-15"
        ),
    );
    assert!(
        changed
            .differences
            .iter()
            .any(|d| d.what == DifferenceKind::Finding
                && d.before
                    .as_deref()
                    .is_some_and(|was| was.starts_with("Potential gap"))),
        "{found:#?}"
    );
    assert!(
        changed.before < changed.after,
        "{:?} {:?}",
        changed.before,
        changed.after
    );
    let terms = found.iter().rposition(|l| l.starts_with("Terms")).unwrap();
    let answers = found.iter().position(|l| l.starts_with("Answer ")).unwrap();
    assert!(terms < answers, "terms stand first");

    // Against the present: the evidence was withdrawn, a gap answered.
    clinic
        .workbench
        .withdraw_evidence(evidence.id, "Of another clinic", later(7))
        .unwrap();
    clinic
        .answer(
            &control,
            said(Implementation::Partial, "In place since May"),
        )
        .unwrap();
    let finding = clinic.dossier().findings[0].clone();
    let response = Response {
        course: ResponseCourse::Other,
        text: "A new lock".into(),
        owner: "Dana".into(),
        ..Response::default()
    };
    clinic
        .workbench
        .save_response(finding.id, String::new(), response, later(8))
        .unwrap();
    let now = lines(
        &clinic
            .workbench
            .compare(clinic.assessment, 2, None)
            .unwrap(),
    );
    has(
        &now,
        "Evidence - memo.pdf: On the shelf -> Withdrawn: Of another clinic",
    );
    has(
        &now,
        &format!(
            "Finding {control} Reply: nothing -> Another remedy. A new lock. Owner: Dana. open"
        ),
    );
    assert!(
        clinic
            .workbench
            .compare(clinic.assessment, 9, None)
            .is_err()
    );
}

#[test]
fn a_split_answer_is_named_for_its_subject() {
    let place = Place::new("compare-split");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::System);
    clinic
        .workbench
        .finalise(clinic.assessment, later(1))
        .unwrap();
    let id = clinic.assessment;
    clinic
        .workbench
        .split_answer(id, &control, later(2))
        .unwrap();
    let subject = Subject::System(clinic.systems[0]);
    let words = AnswerWords {
        plan_owner: "Dana".into(),
        ..said(Implementation::Planned, "")
    };
    clinic
        .workbench
        .answer(id, &control, subject, words, later(3))
        .unwrap();
    let found = lines(&clinic.workbench.compare(id, 1, None).unwrap());
    let name = clinic.dossier().subject_name(subject);
    has(
        &found,
        &format!("Answer {control} {name}: nothing -> Planned"),
    );
    let part = format!("AnswerPart {control} {name}: Who sees to the plan: nothing -> Dana");
    has(&found, &part);
}

#[test]
fn a_state_compared_with_itself_has_no_difference() {
    let place = Place::new("compare-same");
    let vault = place.vault();
    let mut workbench =
        workbench::sample::make(&vault, &passphrase(), day("2026-11-24"), &work()).unwrap();
    let id = workbench.library().unwrap().assessments[0].id;
    workbench.finalise(id, later(1)).unwrap();
    for to in [Some(1), None] {
        let same = workbench.compare(id, 1, to).unwrap();
        assert!(same.differences.is_empty(), "{:#?}", lines(&same));
        assert_eq!(same.before, same.after);
    }
}
