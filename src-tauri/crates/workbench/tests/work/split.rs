//! One answer for each subject, and one for all again: nothing that was written is lost.

use domain::answer::{Implementation, Subject};
use domain::finding::{Response, ResponseCourse};
use domain::framework::SubjectKind;
use domain::id::SystemId;

use crate::place::*;

fn per_system(clinic: &mut Clinic) -> String {
    control_per(&clinic.dossier().framework, SubjectKind::System)
}

#[test]
fn splitting_twice_keeps_what_each_subject_has() {
    let place = Place::new("twice");
    let mut clinic = Clinic::new(&place);
    let (control, assessment) = (per_system(&mut clinic), clinic.assessment);
    clinic
        .answer(&control, said(Implementation::Partial, "For all"))
        .unwrap();
    clinic
        .workbench
        .split_answer(assessment, &control, later(2))
        .unwrap();
    let one = Subject::System(clinic.systems[0]);
    let own = said(Implementation::Implemented, "Its own");
    clinic
        .workbench
        .answer(assessment, &control, one, own.clone(), later(3))
        .unwrap();
    clinic
        .workbench
        .split_answer(assessment, &control, later(4))
        .unwrap();
    let dossier = clinic.dossier();
    assert_eq!(dossier.answer(&control, one).unwrap().words, own);
    let other = dossier
        .answer(&control, Subject::System(clinic.systems[1]))
        .unwrap();
    assert_eq!(other.words.note, "For all");
}

#[test]
fn a_system_that_comes_later_is_answered_for_itself_and_takes_nothing_away() {
    let place = Place::new("later-system");
    let mut clinic = Clinic::new(&place);
    let (control, assessment) = (per_system(&mut clinic), clinic.assessment);
    clinic
        .answer(&control, said(Implementation::Partial, "For all"))
        .unwrap();
    clinic
        .workbench
        .split_answer(assessment, &control, later(2))
        .unwrap();
    clinic
        .workbench
        .save_system(new_system(clinic.organisation, "Third"), later(3))
        .unwrap();
    let file = clinic.workbench.organisation(clinic.organisation).unwrap();
    let all: Vec<SystemId> = file.systems.iter().map(|s| s.id).collect();
    change(&mut clinic, |a| a.scope.systems.clone_from(&all)).unwrap();
    let third = all
        .iter()
        .find(|id| !clinic.systems.contains(id))
        .copied()
        .unwrap();
    assert!(
        clinic
            .dossier()
            .answer(&control, Subject::System(third))
            .is_none()
    );
    let words = said(Implementation::Implemented, "Third");
    let subject = Subject::System(third);
    clinic
        .workbench
        .answer(assessment, &control, subject, words, later(4))
        .unwrap();
    assert_eq!(clinic.dossier().answers.len(), 3);
    // Out of scope again, its answer waits.
    let two = clinic.systems.clone();
    change(&mut clinic, |a| a.scope.systems = two).unwrap();
    assert!(clinic.dossier().answer(&control, subject).is_some());
}

#[test]
fn joining_keeps_every_note_private_ones_apart() {
    let place = Place::new("join");
    let mut clinic = Clinic::new(&place);
    let (control, assessment) = (per_system(&mut clinic), clinic.assessment);
    let subjects: Vec<Subject> = clinic
        .systems
        .iter()
        .map(|id| Subject::System(*id))
        .collect();
    clinic
        .workbench
        .split_answer(assessment, &control, later(1))
        .unwrap();
    for (subject, word) in subjects.iter().zip(["first", "second"]) {
        let words = said(Implementation::Partial, &format!("{word} note"));
        clinic
            .workbench
            .answer(assessment, &control, *subject, words, later(2))
            .unwrap();
        let private = format!("{word} private");
        clinic
            .workbench
            .write_working_note(assessment, &control, *subject, &private, later(2))
            .unwrap();
    }
    let finding = clinic
        .dossier()
        .findings
        .iter()
        .find(|f| f.raised.subject == subjects[1])
        .unwrap()
        .clone();
    let response = Response {
        course: ResponseCourse::Other,
        text: "We will".into(),
        ..Response::default()
    };
    clinic
        .workbench
        .save_response(finding.id, "So what".into(), response.clone(), later(3))
        .unwrap();
    clinic
        .workbench
        .join_answers(assessment, &control, subjects[1], later(4))
        .unwrap();
    let dossier = clinic.dossier();
    let joined = &dossier.answer(&control, Subject::All).unwrap().words.note;
    assert!(
        joined.starts_with("second note") && joined.contains("first note"),
        "{joined}"
    );
    assert!(!joined.contains("private"), "{joined}");
    let private = clinic
        .workbench
        .working_note(assessment, &control, Subject::All)
        .unwrap();
    assert!(private.contains("first private") && private.contains("second private"));
    let for_all = dossier
        .findings
        .iter()
        .find(|f| f.raised.control == control && f.raised.subject == Subject::All)
        .unwrap();
    assert_eq!(
        (&for_all.response, for_all.consequence.as_str()),
        (&response, "So what")
    );
    assert!(
        dossier.findings.iter().any(|f| f.id == finding.id),
        "the old one is kept, settled"
    );
}

#[test]
fn a_response_goes_along_when_its_answer_is_split() {
    let place = Place::new("split-response");
    let mut clinic = Clinic::new(&place);
    let (control, assessment) = (per_system(&mut clinic), clinic.assessment);
    clinic
        .answer(&control, said(Implementation::NotImplemented, ""))
        .unwrap();
    let finding = clinic.dossier().findings[0].clone();
    let response = Response {
        course: ResponseCourse::Remedy,
        text: "Yes".into(),
        ..Response::default()
    };
    clinic
        .workbench
        .save_response(finding.id, String::new(), response.clone(), later(2))
        .unwrap();
    let (dossier, _) = clinic
        .workbench
        .split_answer(assessment, &control, later(3))
        .unwrap();
    let with: Vec<_> = dossier
        .findings
        .iter()
        .filter(|f| f.response == response)
        .collect();
    assert_eq!(
        with.len(),
        3,
        "the two and the one for all, which is settled"
    );
}

#[test]
fn one_subject_is_nothing_to_split() {
    let place = Place::new("one");
    let mut clinic = Clinic::new(&place);
    let (control, assessment) = (per_system(&mut clinic), clinic.assessment);
    let one = clinic.systems[..1].to_vec();
    change(&mut clinic, |a| a.scope.systems = one).unwrap();
    refused(
        clinic
            .workbench
            .split_answer(assessment, &control, later(2)),
    );
    let organisation = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    refused(
        clinic
            .workbench
            .split_answer(assessment, &organisation, later(2)),
    );
}
