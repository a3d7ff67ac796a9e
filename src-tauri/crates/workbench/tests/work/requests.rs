//! The evidence plan at work: many at once, and what accepting one does.

use domain::answer::{Implementation, Subject};
use domain::evidence::{Bearing, Strength};
use domain::framework::SubjectKind;
use domain::id::RequestId;
use domain::request::{EvidenceRequest, Origin, RequestState};
use uuid::Uuid;
use workbench::Links;

use crate::place::*;

#[test]
fn many_requests_are_written_in_one_step_and_the_evidence_that_came_is_linked_to_each() {
    let place = Place::new("accept");
    let mut clinic = Clinic::new(&place);
    let dossier = clinic.dossier();
    let mut requests: Vec<EvidenceRequest> = dossier.requests.iter().take(5).cloned().collect();
    let controls: Vec<String> = requests.iter().map(|r| r.control.clone()).collect();
    let evidence = clinic.attach(&controls[0], "memo.pdf", b"memo").evidence;
    let linked = clinic.dossier().links.len();
    for request in &mut requests {
        request.course.state = RequestState::Accepted;
        request.course.evidence = vec![evidence.id];
    }
    let save = |clinic: &mut Clinic, requests: &[EvidenceRequest], minute| {
        let (id, requests) = (clinic.assessment, requests.to_vec());
        let saved = clinic.workbench.save_requests(id, requests, later(minute));
        saved.unwrap().0
    };
    let dossier = save(&mut clinic, &requests, 3);
    for control in &controls {
        let links: Vec<_> = dossier
            .links
            .iter()
            .filter(|l| l.control == *control)
            .collect();
        assert_eq!(
            links.len(),
            1,
            "{control}: once, and what is linked is not doubled"
        );
        assert_eq!(links[0].evidence, evidence.id);
        assert_eq!(
            (links[0].strength, links[0].bearing),
            (Strength::Examined, Bearing::Supports)
        );
    }
    // A link that was taken away again does not come back with the next date.
    let link = dossier
        .links
        .iter()
        .find(|l| l.control == controls[4])
        .unwrap()
        .id;
    clinic.workbench.remove_link(link, later(4)).unwrap();
    requests[4].course.due = Some(day("2026-12-24"));
    let dossier = save(&mut clinic, &requests[4..], 5);
    assert!(!dossier.links.iter().any(|l| l.control == controls[4]));
    for minute in 6..9 {
        clinic
            .workbench
            .undo(clinic.assessment.0, later(minute))
            .unwrap();
    }
    let dossier = clinic.dossier();
    assert_eq!(dossier.links.len(), linked, "accepting was one step");
    assert!(
        dossier
            .requests
            .iter()
            .all(|r| r.course.state == RequestState::Wanted)
    );
}

#[test]
fn a_request_of_ones_own_is_added_and_an_unknown_one_is_refused_with_all_others() {
    let place = Place::new("own-request");
    let mut clinic = Clinic::new(&place);
    let known = clinic.dossier().requests[0].clone();
    let own = EvidenceRequest {
        id: RequestId(Uuid::nil()),
        artefact: "The signed memo".into(),
        origin: Origin::Person,
        ..known.clone()
    };
    let save = |clinic: &mut Clinic, requests: Vec<EvidenceRequest>| {
        clinic
            .workbench
            .save_requests(clinic.assessment, requests, later(1))
    };
    let (dossier, _) = save(&mut clinic, vec![own.clone(), own.clone()]).unwrap();
    let mine = dossier
        .requests
        .iter()
        .filter(|r| r.origin == Origin::Person);
    assert_eq!(mine.count(), 2);
    let before = clinic.dossier();
    let unknown = EvidenceRequest {
        id: RequestId(Uuid::from_u128(7)),
        ..known
    };
    assert!(save(&mut clinic, vec![own.clone(), unknown]).is_err());
    let blank = EvidenceRequest {
        artefact: " ".into(),
        ..own.clone()
    };
    refused(save(&mut clinic, vec![own, blank]));
    assert_eq!(clinic.dossier(), before, "all or nothing");
}

#[test]
fn what_lacks_and_is_not_asked_any_more_is_asked_for_in_one_step() {
    let place = Place::new("missing");
    let mut clinic = Clinic::new(&place);
    let dossier = clinic.dossier();
    let control = first(&dossier.framework, |c| c.evidence.len() > 1);
    clinic
        .answer(&control, said(Implementation::Implemented, "They say so"))
        .unwrap();
    let count = |clinic: &mut Clinic| {
        let dossier = clinic.dossier();
        dossier
            .requests
            .iter()
            .filter(|r| r.control == control)
            .count()
    };
    let (id, asked) = (clinic.assessment, count(&mut clinic));
    clinic.workbench.request_missing(id, later(2)).unwrap();
    assert_eq!(count(&mut clinic), asked, "it is asked for already");
    let mut all: Vec<EvidenceRequest> = clinic.dossier().requests.clone();
    all.retain(|r| r.control == control);
    for request in &mut all {
        request.course.state = RequestState::Refused;
        request.course.reason = "Not today".into();
    }
    clinic.workbench.save_requests(id, all, later(3)).unwrap();
    clinic.workbench.request_missing(id, later(4)).unwrap();
    assert_eq!(count(&mut clinic), 2 * asked);
    clinic.workbench.request_missing(id, later(5)).unwrap();
    assert_eq!(count(&mut clinic), 2 * asked, "once");
}

#[test]
fn evidence_is_linked_to_several_answers_in_one_step_and_never_twice() {
    let place = Place::new("link-many");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let system = control_per(&framework, SubjectKind::System);
    let other = first(&framework, |c| c.asked_per == SubjectKind::Organisation);
    let one = clinic.attach(&other, "one.pdf", b"one").evidence.id;
    let two = clinic.attach(&other, "two.pdf", b"two").evidence.id;
    let subject = Subject::System(clinic.systems[0]);
    let links = Links {
        assessment: clinic.assessment,
        evidence: vec![one, two],
        answers: vec![(system.clone(), subject), (other.clone(), Subject::All)],
        strength: Strength::Tested,
        bearing: Bearing::Supports,
    };
    let (dossier, _) = clinic
        .workbench
        .link_evidence(links.clone(), later(3))
        .unwrap();
    assert_eq!(dossier.links.len(), 4, "two were there");
    let of_other = dossier.links.iter().filter(|l| l.control == other);
    assert!(
        of_other.clone().all(|l| l.strength == Strength::Examined),
        "as it was"
    );
    clinic
        .workbench
        .link_evidence(links.clone(), later(4))
        .unwrap();
    assert_eq!(clinic.dossier().links.len(), 4);
    // Nothing of it where a part is refused.
    let wrong = Links {
        answers: vec![(system.clone(), Subject::All), (other.clone(), subject)],
        ..links.clone()
    };
    refused(clinic.workbench.link_evidence(wrong, later(5)));
    clinic
        .workbench
        .withdraw_evidence(one, "Of another clinic", later(6))
        .unwrap();
    let withdrawn = Links {
        answers: vec![(system, Subject::All)],
        ..links
    };
    let sentence = refused(clinic.workbench.link_evidence(withdrawn, later(7)));
    assert!(sentence.contains("withdrawn"), "{sentence}");
    assert_eq!(clinic.dossier().links.len(), 4);
}
