//! Answers: what they need, what follows from them, and that nothing a person wrote is lost.

use std::collections::BTreeMap;

use domain::answer::{AnswerWords, Implementation, Subject};
use domain::finding::{Response, ResponseCourse};
use domain::framework::SubjectKind;
use domain::id::SystemId;
use domain::request::{Origin, RequestState};
use uuid::Uuid;
use workbench::Error;

use crate::place::*;

fn per_system(clinic: &mut Clinic) -> String {
    control_per(&clinic.dossier().framework, SubjectKind::System)
}

#[test]
fn a_decision_is_for_addressable_specifications_only() {
    let place = Place::new("decision");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let firm = first(&framework, |c| !framework.allows_decision(c));
    for word in [Implementation::Alternative, Implementation::NotReasonable] {
        let sentence = refused(clinic.answer(&firm, said(word, "")));
        assert!(sentence.contains("addressable"), "{sentence}");
    }
    assert!(clinic.dossier().answers.is_empty());
}

#[test]
fn an_answer_outside_the_framework_or_the_scope_is_refused() {
    let place = Place::new("outside");
    let mut clinic = Clinic::new(&place);
    let control = per_system(&mut clinic);
    let words = || said(Implementation::Implemented, "");
    assert!(matches!(
        clinic.answer("NO-SUCH-1", words()),
        Err(Error::NotFound("control"))
    ));
    let unknown = AnswerWords {
        qualifiers: vec!["no-such".into()],
        ..words()
    };
    refused(clinic.answer(&control, unknown));
    let unknown = AnswerWords {
        decision: BTreeMap::from([("no-such".to_owned(), String::new())]),
        ..words()
    };
    refused(clinic.answer(&control, unknown));
    let assessment = clinic.assessment;
    for subject in [
        Subject::System(clinic.systems[0]),
        Subject::System(SystemId(Uuid::nil())),
    ] {
        refused(
            clinic
                .workbench
                .answer(assessment, &control, subject, words(), later(1)),
        );
        refused(clinic.workbench.write_working_note(
            assessment,
            &control,
            subject,
            "n",
            later(1),
        ));
    }
    assert!(clinic.dossier().answers.is_empty());
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

#[test]
fn an_open_question_is_asked_once_and_goes_when_the_answer_is_known() {
    let place = Place::new("unknown");
    let mut clinic = Clinic::new(&place);
    let control = per_system(&mut clinic);
    let who = |who: &str| AnswerWords {
        who_would_know: who.into(),
        ..said(Implementation::Unknown, "")
    };
    let asked = |clinic: &mut Clinic| -> Vec<_> {
        let dossier = clinic.dossier();
        dossier
            .requests
            .iter()
            .filter(|r| r.origin == Origin::Unknown)
            .cloned()
            .collect()
    };
    clinic.answer(&control, who("Kim")).unwrap();
    clinic.answer(&control, who("Dana")).unwrap();
    let requests = asked(&mut clinic);
    assert_eq!(
        (requests.len(), requests[0].course.ask.as_str()),
        (1, "Dana")
    );
    clinic
        .answer(&control, said(Implementation::Implemented, ""))
        .unwrap();
    assert!(asked(&mut clinic).is_empty());
    // One that was acted on stays, with what was written.
    clinic.answer(&control, who("Dana")).unwrap();
    let mut request = asked(&mut clinic).remove(0);
    request.course.state = RequestState::Asked;
    clinic
        .workbench
        .save_request(request.clone(), later(3))
        .unwrap();
    clinic
        .answer(&control, said(Implementation::Implemented, ""))
        .unwrap();
    assert_eq!(asked(&mut clinic), [request]);
}

#[test]
fn answering_the_same_again_writes_nothing() {
    let place = Place::new("same");
    let mut clinic = Clinic::new(&place);
    let control = per_system(&mut clinic);
    clinic
        .answer(&control, said(Implementation::Partial, "Note"))
        .unwrap();
    let head = clinic.workbench.head().unwrap();
    clinic
        .answer(&control, said(Implementation::Partial, "Note"))
        .unwrap();
    assert_eq!(clinic.workbench.head().unwrap(), head);
}

#[test]
fn an_answer_writes_its_row_and_what_follows_and_no_other() {
    let place = Place::new("rows");
    let mut clinic = Clinic::new(&place);
    let controls: Vec<String> = clinic
        .dossier()
        .framework
        .controls()
        .map(|c| c.id.clone())
        .collect();
    for control in &controls {
        clinic
            .answer(control, said(Implementation::NotImplemented, "Note"))
            .unwrap();
    }
    let before = clinic.workbench.head().unwrap().entries;
    clinic
        .answer(
            &controls[40],
            said(Implementation::NotImplemented, "Another"),
        )
        .unwrap();
    assert_eq!(
        clinic.workbench.head().unwrap().entries,
        before + 1,
        "the note alone"
    );
    clinic
        .answer(&controls[40], said(Implementation::Partial, "Another"))
        .unwrap();
    let written = clinic.workbench.head().unwrap().entries - before - 1;
    assert!(written <= 2, "the answer and its finding: {written}");
}

#[test]
fn every_note_is_kept_to_the_letter() {
    let place = Place::new("letters");
    let mut clinic = Clinic::new(&place);
    let controls: Vec<String> = clinic
        .dossier()
        .framework
        .controls()
        .map(|c| c.id.clone())
        .collect();
    let notes = [
        "a line of a note that is long\n".repeat(36_000),
        "👩🏽‍⚕️🏥 ✅ 𝒜".to_owned(),
        "العربية من اليمين إلى اليسار مع 123 و(أقواس)".to_owned(),
        "漢字、ひらがな、カタカナ、한국어".to_owned(),
        "**bold *and `code [link](  ~~ <b> | table \n> quote\n```\nnever closed".to_owned(),
        "\u{202e}turned\u{202c} \u{0} \u{7} \u{feff}\u{fffd}".to_owned(),
        "e\u{301} is not é".to_owned(),
        " \n ".to_owned(),
    ];
    for (control, note) in controls.iter().zip(&notes) {
        clinic
            .answer(control, said(Implementation::Partial, note))
            .unwrap();
    }
    let mut clinic = clinic.reopen(&place);
    let dossier = clinic.dossier();
    for (control, note) in controls.iter().zip(&notes) {
        assert!(dossier.answer(control, Subject::All).unwrap().words.note == *note);
    }
    for printed in [
        workbench::Printed::AuditPacket(clinic.assessment),
        workbench::Printed::EvidencePlan(clinic.assessment),
    ] {
        let path = place.0.join("letters.pdf");
        clinic
            .workbench
            .print(printed, packet::Paper::A4, &path, later(3))
            .unwrap();
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    }
}

#[test]
fn every_id_is_of_version_7() {
    let place = Place::new("ids");
    let mut clinic = Clinic::new(&place);
    let control = per_system(&mut clinic);
    clinic
        .answer(&control, said(Implementation::NotImplemented, ""))
        .unwrap();
    clinic.attach(&control, "file", b"bytes");
    let dossier = clinic.dossier();
    let mut ids = vec![dossier.assessment.id.0, dossier.organisation.id.0];
    ids.extend(dossier.sites.iter().map(|x| x.id.0));
    ids.extend(dossier.systems.iter().map(|x| x.id.0));
    ids.extend(dossier.vendors.iter().map(|x| x.id.0));
    ids.extend(dossier.people.iter().map(|x| x.id.0));
    ids.extend(dossier.answers.iter().map(|x| x.id.0));
    ids.extend(dossier.evidence.iter().map(|x| x.id.0));
    ids.extend(
        dossier
            .evidence
            .iter()
            .filter_map(|x| Some(x.attachment.as_ref()?.id.0)),
    );
    ids.extend(dossier.links.iter().map(|x| x.id.0));
    ids.extend(dossier.requests.iter().map(|x| x.id.0));
    ids.extend(dossier.findings.iter().map(|x| x.id.0));
    assert!(ids.iter().all(|id| id.get_version_num() == 7));
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "each is one's own");
}
