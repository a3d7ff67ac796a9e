//! Undoing and redoing whole tasks: what was there before is there again, with all that
//! followed from it.

use std::fs;

use domain::answer::{Implementation, Observation, Subject};
use domain::assessment::Stage;
use domain::finding::{Response, ResponseCourse};
use domain::framework::SubjectKind;
use domain::id::OrganisationId;
use domain::step::StepKind;
use store::History;

use crate::place::*;

/// Everything of an assessment that a person can see, private notes included.
fn seen(clinic: &mut Clinic, control: &str) -> String {
    let dossier = clinic.dossier();
    let mut text = serde_json::to_string(&*dossier).unwrap();
    let systems = clinic.systems.iter().map(|id| Subject::System(*id));
    for subject in std::iter::once(Subject::All).chain(systems) {
        let note = clinic
            .workbench
            .working_note(clinic.assessment, control, subject);
        text.push_str(&format!("\n{subject}: {}", note.unwrap()));
    }
    text
}

fn undo(clinic: &mut Clinic) -> StepKind {
    let of = clinic.assessment.0;
    clinic.workbench.undo(of, later(60)).unwrap().step.kind
}

fn redo(clinic: &mut Clinic) -> StepKind {
    let of = clinic.assessment.0;
    clinic.workbench.redo(of, later(61)).unwrap().step.kind
}

fn assert_sound(clinic: &Clinic) {
    let report = clinic.workbench.check_vault(now()).unwrap();
    let faults: Vec<_> = report
        .lines
        .iter()
        .filter(|line| !line.is_sound())
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

/// Each kind of task once, on one control. Returns what was seen after each.
fn every_task(clinic: &mut Clinic, control: &str) -> Vec<(StepKind, String)> {
    let (assessment, mut tasks) = (clinic.assessment, Vec::new());
    let mut did = |clinic: &mut Clinic, kind| {
        let seen = seen(clinic, control);
        tasks.push((kind, seen));
    };
    let mut unknown = said(Implementation::Unknown, "");
    unknown.who_would_know = "Dana".into();
    clinic.answer(control, unknown).unwrap();
    did(clinic, StepKind::Answer);
    let words = said(Implementation::NotImplemented, "Nothing there");
    clinic.answer(control, words).unwrap();
    did(clinic, StepKind::Answer);
    clinic
        .workbench
        .write_working_note(assessment, control, Subject::All, "Mine", later(1))
        .unwrap();
    did(clinic, StepKind::WorkingNote);
    clinic
        .workbench
        .split_answer(assessment, control, later(2))
        .unwrap();
    did(clinic, StepKind::Split);
    let finding = clinic.dossier().findings[0].id;
    let response = Response {
        course: ResponseCourse::Other,
        text: "We will".into(),
        ..Response::default()
    };
    clinic
        .workbench
        .save_response(finding, "So what".into(), response, later(3))
        .unwrap();
    did(clinic, StepKind::Response);
    let attached = clinic.attach(control, "policy.txt", b"The policy of 2026");
    did(clinic, StepKind::Attach);
    let mut evidence = attached.evidence.clone();
    evidence.description.provided_by = "Dana Whitlock".into();
    clinic
        .workbench
        .save_evidence(evidence, None, later(3))
        .unwrap();
    did(clinic, StepKind::Evidence);
    let link = clinic.dossier().links[0].id;
    clinic.workbench.remove_link(link, later(3)).unwrap();
    did(clinic, StepKind::Link);
    clinic
        .workbench
        .withdraw_evidence(attached.evidence.id, "The wrong year", later(4))
        .unwrap();
    did(clinic, StepKind::Withdraw);
    let observation = Observation {
        population: "40 accounts".into(),
        sample: "5".into(),
        ..clinic.observed(control, "Two of five")
    };
    clinic
        .workbench
        .save_observation(observation, later(4))
        .unwrap();
    did(clinic, StepKind::Observation);
    change(clinic, |a| a.title = "Winter 2026".into()).unwrap();
    did(clinic, StepKind::Terms);
    let keep = Subject::System(clinic.systems[1]);
    clinic
        .workbench
        .join_answers(assessment, control, keep, later(6))
        .unwrap();
    did(clinic, StepKind::Join);
    tasks
}

#[test]
fn every_kind_of_task_is_undone_and_redone_across_restarts() {
    let place = Place::new("undo-all");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::System);
    let begun = seen(&mut clinic, &control);
    let tasks = every_task(&mut clinic, &control);
    let mut clinic = clinic.reopen(&place);
    assert!(clinic.workbench.warnings().is_empty());
    for at in (0..tasks.len()).rev() {
        assert_eq!(undo(&mut clinic), tasks[at].0);
        let before = at.checked_sub(1).map_or(&begun, |at| &tasks[at].1);
        assert_eq!(
            &seen(&mut clinic, &control),
            before,
            "undone: {:?}",
            tasks[at].0
        );
    }
    let nothing = clinic.workbench.undo(clinic.assessment.0, later(60));
    assert_eq!(refused(nothing), "There is nothing to undo here.");
    assert_sound(&clinic);
    let mut clinic = clinic.reopen(&place);
    for (kind, after) in &tasks {
        assert_eq!(redo(&mut clinic), *kind);
        assert_eq!(&seen(&mut clinic, &control), after, "redone: {kind:?}");
    }
    let nothing = clinic.workbench.redo(clinic.assessment.0, later(60));
    assert_eq!(refused(nothing), "There is nothing to redo here.");
    assert_sound(&clinic);
}

#[test]
fn an_attached_file_that_was_undone_is_there_again_when_redone() {
    let place = Place::new("undo-attach");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    let attached = clinic.attach(&control, "policy.txt", b"The policy of 2026");
    undo(&mut clinic);
    assert!(clinic.dossier().evidence.is_empty() && clinic.dossier().links.is_empty());
    let mut clinic = clinic.reopen(&place);
    assert_eq!(clinic.workbench.opening().set_aside, 0);
    assert_sound(&clinic);
    redo(&mut clinic);
    assert_eq!(
        clinic.dossier().evidence,
        std::slice::from_ref(&attached.evidence)
    );
    let copy = place.0.join("copy.txt");
    clinic
        .workbench
        .save_copy(attached.evidence.id, &copy, later(62))
        .unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"The policy of 2026");
    // Undone once more and attached anew: the same bytes are sealed once.
    undo(&mut clinic);
    let anew = clinic.attach(&control, "again.txt", b"The policy of 2026");
    assert!(!anew.already_there, "it was no longer evidence");
    assert_eq!(clinic.dossier().evidence.len(), 1);
    assert_sound(&clinic);
}

#[test]
fn a_withdrawal_is_a_step_and_what_was_done_before_it_is_undone_after() {
    let place = Place::new("undo-withdrawal");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    clinic
        .answer(&control, said(Implementation::Implemented, "In place"))
        .unwrap();
    let evidence = clinic.attach(&control, "policy.txt", b"Policy").evidence.id;
    let proven = clinic.workbench.standing(clinic.assessment).unwrap().1;
    clinic
        .workbench
        .withdraw_evidence(evidence, "Too old", later(3))
        .unwrap();
    assert_ne!(
        clinic.workbench.standing(clinic.assessment).unwrap().1,
        proven
    );
    undo(&mut clinic);
    assert_eq!(
        clinic.workbench.standing(clinic.assessment).unwrap().1,
        proven
    );
    redo(&mut clinic);
    undo(&mut clinic);
    assert_eq!(
        (undo(&mut clinic), undo(&mut clinic)),
        (StepKind::Attach, StepKind::Answer)
    );
    assert!(clinic.dossier().answers.is_empty() && clinic.dossier().evidence.is_empty());
}

#[test]
fn a_renamed_system_keeps_its_name_when_an_answer_about_it_is_undone() {
    let place = Place::new("undo-rename");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::System);
    let (assessment, organisation) = (clinic.assessment, clinic.organisation);
    clinic
        .workbench
        .split_answer(assessment, &control, later(1))
        .unwrap();
    let mut system = clinic.dossier().systems[0].clone();
    system.name = "Renamed".into();
    clinic
        .workbench
        .save_system(system.clone(), later(2))
        .unwrap();
    let subject = Subject::System(system.id);
    let words = said(Implementation::Partial, "Half");
    clinic
        .workbench
        .answer(assessment, &control, subject, words, later(3))
        .unwrap();
    undo(&mut clinic);
    assert_eq!(clinic.dossier().subject_name(subject), "Renamed");
    assert_eq!(
        clinic
            .dossier()
            .answer(&control, subject)
            .unwrap()
            .words
            .note,
        ""
    );
    undo(&mut clinic);
    let undone = clinic.workbench.undo(organisation.0, later(60)).unwrap();
    assert_eq!(undone.step.kind, StepKind::Organisation);
    assert_ne!(clinic.dossier().subject_name(subject), "Renamed");
    clinic.workbench.redo(organisation.0, later(61)).unwrap();
    redo(&mut clinic);
    redo(&mut clinic);
    let dossier = clinic.dossier();
    assert_eq!(dossier.subject_name(subject), "Renamed");
    assert_eq!(
        dossier.answer(&control, subject).unwrap().words.note,
        "Half"
    );
}

#[test]
fn a_profile_change_is_undone_with_what_it_proposed() {
    let place = Place::new("undo-profile");
    let mut clinic = Clinic::new(&place);
    let question = clinic.dossier().framework.profile[0].clone();
    let before = clinic.workbench.standing(clinic.assessment).unwrap();
    change(&mut clinic, |assessment| {
        assessment.profile.push(domain::assessment::ProfileAnswer {
            question: question.id.clone(),
            option: question.options[0].id.clone(),
            subject: Subject::All,
        });
        assessment.scope.systems.truncate(1);
    })
    .unwrap();
    assert_eq!(undo(&mut clinic), StepKind::Terms);
    assert_eq!(
        clinic.workbench.standing(clinic.assessment).unwrap(),
        before
    );
    redo(&mut clinic);
    assert_eq!(clinic.dossier().assessment.profile.len(), 1);
}

#[test]
fn what_an_assessment_names_is_not_undone_from_under_it() {
    let place = Place::new("undo-named");
    let mut clinic = Clinic::new(&place);
    let of = clinic.organisation.0;
    clinic
        .workbench
        .save_system(new_system(clinic.organisation, "New model"), later(1))
        .unwrap();
    let file = clinic.workbench.organisation(clinic.organisation).unwrap();
    let all = file.systems.iter().map(|system| system.id).collect();
    change(&mut clinic, |assessment| assessment.scope.systems = all).unwrap();
    let named = clinic.workbench.undo(of, later(6));
    assert!(matches!(
        named,
        Err(workbench::Error::Store(store::Error::StillNamed))
    ));
    assert_eq!(clinic.dossier().systems.len(), 3);
    undo(&mut clinic);
    clinic.workbench.undo(of, later(7)).unwrap();
    assert_eq!(clinic.dossier().systems.len(), 2);
    let gone = clinic.workbench.redo(clinic.assessment.0, later(8));
    assert!(matches!(
        gone,
        Err(workbench::Error::Store(store::Error::NamesGone))
    ));
    assert_sound(&clinic);
}

#[test]
fn making_an_assessment_final_is_not_undone_nor_what_was_before() {
    let place = Place::new("undo-final");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    clinic
        .answer(&control, said(Implementation::Partial, "Half"))
        .unwrap();
    clinic
        .workbench
        .finalise(clinic.assessment, later(2))
        .unwrap();
    let history = clinic.workbench.history(clinic.assessment.0).unwrap();
    assert_eq!(history, History::default());
    let pinned = serde_json::to_string(&*clinic.dossier()).unwrap();
    // A change opens the next version. Undone, the version made final stands as it was.
    clinic
        .answer(&control, said(Implementation::Implemented, "All"))
        .unwrap();
    assert_eq!(clinic.dossier().assessment.version, 2);
    undo(&mut clinic);
    assert_eq!(serde_json::to_string(&*clinic.dossier()).unwrap(), pinned);
    assert_eq!(clinic.dossier().assessment.stage, Stage::Final);
    redo(&mut clinic);
    let dossier = clinic.dossier();
    assert_eq!(
        (dossier.assessment.stage, dossier.assessment.version),
        (Stage::Draft, 2)
    );
    assert_eq!(dossier.versions.len(), 1);
    assert_sound(&clinic);
}

#[test]
fn typing_is_one_step_and_choosing_a_word_another() {
    let place = Place::new("undo-typing");
    let mut clinic = Clinic::new(&place);
    let control = control_per(&clinic.dossier().framework, SubjectKind::Organisation);
    let notes = ["Th", "The l", "The lock"];
    for note in notes {
        clinic
            .answer(&control, said(Implementation::Partial, note))
            .unwrap();
    }
    clinic
        .answer(&control, said(Implementation::Planned, "The lock"))
        .unwrap();
    clinic
        .answer(&control, said(Implementation::Implemented, "The lock"))
        .unwrap();
    let words = |clinic: &mut Clinic| {
        undo(clinic);
        let dossier = clinic.dossier();
        let answer = dossier.answer(&control, Subject::All);
        answer.map(|answer| {
            (
                answer.words.implementation.unwrap(),
                answer.words.note.clone(),
            )
        })
    };
    use Implementation::{Partial, Planned};
    assert_eq!(words(&mut clinic), Some((Planned, "The lock".into())));
    assert_eq!(words(&mut clinic), Some((Partial, "The lock".into())));
    // The first save chose a word and began to type.
    assert_eq!(words(&mut clinic), Some((Partial, "Th".into())));
    assert_eq!(words(&mut clinic), None);
}

#[test]
fn an_organisation_itself_is_not_undone_away() {
    let place = Place::new("undo-organisation");
    let mut clinic = Clinic::new(&place);
    let of = clinic.organisation;
    let left =
        |clinic: &mut Clinic, of: OrganisationId| clinic.workbench.undo(of.0, later(1)).is_ok();
    // Two systems are named by the assessment, a person and a vendor came after.
    assert!(left(&mut clinic, of), "the person");
    assert!(!left(&mut clinic, of), "the vendor is in scope");
    let mut organisation = clinic.dossier().organisation.clone();
    organisation.name = "Renamed".into();
    clinic
        .workbench
        .save_organisation(organisation, later(2))
        .unwrap();
    assert!(left(&mut clinic, of));
    assert_eq!(clinic.dossier().organisation.name, "Fenwick Clinic");
}
