//! Answers: what they need, what follows from them, and that nothing a person wrote is lost.

use std::collections::BTreeMap;

use domain::answer::{AnswerWords, Implementation, Subject};
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
        .save_requests(request.assessment, vec![request.clone()], later(3))
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
    let (workbench, id) = (&mut clinic.workbench, clinic.assessment);
    let path = place.0.join("letters.pdf");
    write_packet(workbench, id, &path, later(3)).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
    write_plan(workbench, id, &path, later(3)).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF-"));
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
