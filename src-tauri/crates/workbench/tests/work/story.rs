//! The main job from the first day to the packet, as one person would do it.

use std::fs;

use domain::answer::{AnswerWords, Determination, Implementation, Observation, Subject};
use domain::assessment::{ProfileAnswer, Stage};
use domain::evidence::{Bearing, Evidence, EvidenceDescription};
use domain::finding::{FindingStanding, Response, ResponseCourse};
use domain::framework::{Method, SubjectKind};
use domain::id::{EvidenceId, ObservationId};
use domain::packet::PaperSize;
use domain::request::{Origin, RequestState};
use packet::Paper;
use uuid::Uuid;

use crate::place::*;

#[test]
fn a_consultant_assesses_a_clinic_and_leaves_with_two_pdfs() {
    let place = Place::new("story");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();

    // The profile is asked first, and what it changes is only proposed.
    let question = &framework.profile[0];
    let profile = vec![ProfileAnswer {
        question: question.id.clone(),
        subject: Subject::All,
        option: question.options[0].id.clone(),
    }];
    let dossier = change(&mut clinic, |a| a.profile = profile).unwrap();
    assert!(dossier.answers.is_empty(), "only a person answers");
    let asked = framework
        .controls()
        .map(|c| c.evidence.len())
        .sum::<usize>();
    assert_eq!(
        dossier.requests.len(),
        asked,
        "what the catalogue asks for is the plan"
    );

    // Every kind of answer, each in another control.
    let decidable = first(&framework, |c| framework.allows_decision(c));
    let mut others = framework
        .controls()
        .filter(|c| c.id != decidable)
        .map(|c| c.id.clone());
    let mut next = || others.next().unwrap();
    let decision = framework
        .decision_record
        .iter()
        .map(|field| (field.id.clone(), "Weighed on 12 November".to_owned()))
        .collect();
    let alternative = AnswerWords {
        decision,
        ..said(Implementation::Alternative, "A second lock")
    };
    clinic.answer(&decidable, alternative).unwrap();
    let (implemented, partial, planned) = (next(), next(), next());
    let (missing, excluded, unknown) = (next(), next(), next());
    clinic
        .answer(&implemented, said(Implementation::Implemented, "In place"))
        .unwrap();
    let partly = AnswerWords {
        determination: Some(Determination::OtherThanSatisfied),
        flagged: true,
        ..said(Implementation::Partial, "Half of it")
    };
    clinic.answer(&partial, partly).unwrap();
    let plan = AnswerWords {
        plan_owner: "Dana".into(),
        plan_due: Some(day("2027-03-01")),
        ..said(Implementation::Planned, "")
    };
    clinic.answer(&planned, plan).unwrap();
    clinic
        .answer(&missing, said(Implementation::NotImplemented, ""))
        .unwrap();
    let exclusion = AnswerWords {
        exclusion_reason: "Nothing is trained here".into(),
        exclusion_approver: "Dana".into(),
        ..said(Implementation::NotApplicable, "")
    };
    clinic.answer(&excluded, exclusion).unwrap();
    let open = AnswerWords {
        who_would_know: "The vendor's engineer".into(),
        ..said(Implementation::Unknown, "")
    };
    let dossier = clinic.answer(&unknown, open).unwrap();
    let asked: Vec<_> = dossier
        .requests
        .iter()
        .filter(|r| r.origin == Origin::Unknown)
        .collect();
    assert_eq!(asked.len(), 1, "who would know is asked");
    assert_eq!(asked[0].course.ask, "The vendor's engineer");

    // One answer by system, with a note of one's own that goes along.
    let per_system = first(&framework, |c| {
        c.asked_per == SubjectKind::System && dossier.answer(&c.id, Subject::All).is_none()
    });
    clinic
        .answer(&per_system, said(Implementation::Implemented, "Both"))
        .unwrap();
    let private = "PRIVATE-WORKING-NOTE";
    let (assessment, systems) = (clinic.assessment, clinic.systems.clone());
    clinic
        .workbench
        .write_working_note(assessment, &per_system, Subject::All, private, later(3))
        .unwrap();
    clinic
        .workbench
        .split_answer(assessment, &per_system, later(4))
        .unwrap();
    let second = Subject::System(systems[1]);
    let worse = said(Implementation::NotImplemented, "Not in the second");
    let (dossier, standing) = clinic
        .workbench
        .answer(assessment, &per_system, second, worse, later(5))
        .unwrap();
    let item = standing
        .items
        .iter()
        .find(|i| i.control == per_system)
        .unwrap();
    assert!(item.value.abs() < f64::EPSILON, "the lowest counts");
    assert_eq!(
        dossier
            .findings
            .iter()
            .filter(|f| f.raised.control == per_system && f.raised.subject == second)
            .count(),
        1
    );
    for subject in systems.iter().map(|id| Subject::System(*id)) {
        let note = clinic
            .workbench
            .working_note(assessment, &per_system, subject)
            .unwrap();
        assert_eq!(note, private);
    }

    // Evidence: the same bytes twice, a written reference, an observation, a contradiction.
    let first_time = clinic.attach(&implemented, "policy.txt", b"The policy of 2026");
    let again = clinic.attach(&partial, "another name.txt", b"The policy of 2026");
    assert!(!first_time.already_there && again.already_there);
    assert_eq!(first_time.evidence.id, again.evidence.id);
    let reference = Evidence {
        id: EvidenceId(Uuid::nil()),
        assessment,
        title: "The binder in the server room".into(),
        attachment: None,
        description: EvidenceDescription::default(),
        added: now(),
        withdrawn: None,
        redacts: None,
    };
    let target = clinic.target(&missing);
    clinic
        .workbench
        .save_evidence(reference, Some(target), later(6))
        .unwrap();
    let observation = Observation {
        id: ObservationId(Uuid::nil()),
        assessment,
        control: implemented.clone(),
        subject: Subject::All,
        method: Method::Interview,
        procedure: String::new(),
        with_whom: "Dana".into(),
        on: day("2026-11-20"),
        population: "12 accounts".into(),
        sample: "4 of them".into(),
        result: "All four as said".into(),
        by: "Robin".into(),
    };
    let (dossier, _) = clinic
        .workbench
        .save_observation(observation, later(7))
        .unwrap();
    assert_eq!(dossier.observations.len(), 1);
    let mut link = dossier
        .links
        .iter()
        .find(|l| l.control == partial)
        .unwrap()
        .clone();
    link.bearing = Bearing::Contradicts;
    link.remark = "Page 3 says otherwise".into();
    clinic.workbench.save_link(link, later(8)).unwrap();
    let (dossier, _) = clinic
        .workbench
        .withdraw_evidence(first_time.evidence.id, "Wrong year", later(9))
        .unwrap();
    let item = dossier
        .evidence
        .iter()
        .find(|e| e.id == first_time.evidence.id)
        .unwrap();
    assert_eq!(item.withdrawn.as_ref().unwrap().reason, "Wrong year");

    // A request through its whole life, to the evidence that answered it.
    let mut request = dossier
        .requests
        .iter()
        .find(|r| r.control == missing)
        .unwrap()
        .clone();
    request.course.person = Some(dossier.people[0].id);
    request.course.due = Some(day("2026-12-01"));
    for state in [
        RequestState::Asked,
        RequestState::Received,
        RequestState::Accepted,
        RequestState::Refused,
        RequestState::NotToBeHad,
        RequestState::Wanted,
    ] {
        request.course.state = state;
        request.course.reason = "Said on the telephone".into();
        request.course.evidence = vec![first_time.evidence.id];
        let (dossier, _) = clinic
            .workbench
            .save_requests(request.assessment, vec![request.clone()], later(10))
            .unwrap();
        assert!(dossier.requests.contains(&request));
    }

    // A finding is answered, and what was written survives that the answer changes twice.
    let finding = clinic
        .dossier()
        .findings
        .iter()
        .find(|f| f.raised.control == missing)
        .unwrap()
        .clone();
    let response = Response {
        course: ResponseCourse::Other,
        text: "We buy a lock".into(),
        owner: "Dana".into(),
        due: Some(day("2027-01-15")),
        ..Response::default()
    };
    clinic
        .workbench
        .save_response(
            finding.id,
            "A door stands open".into(),
            response.clone(),
            later(11),
        )
        .unwrap();
    let dossier = clinic.answer(&missing, AnswerWords::default()).unwrap();
    let settled = dossier
        .findings
        .iter()
        .find(|f| f.id == finding.id)
        .unwrap();
    assert_eq!(
        (settled.standing, &settled.response),
        (FindingStanding::Settled, &response)
    );
    let dossier = clinic
        .answer(&missing, said(Implementation::Partial, "Back"))
        .unwrap();
    let back = dossier
        .findings
        .iter()
        .find(|f| f.id == finding.id)
        .unwrap();
    assert_eq!(
        (back.standing, &back.response),
        (FindingStanding::Open, &response)
    );
    assert_eq!(back.consequence, "A door stands open");

    // Another day: all of it is there.
    let before = clinic.dossier();
    let mut clinic = clinic.reopen(&place);
    assert_eq!(*clinic.dossier(), *before);
    let note = clinic
        .workbench
        .working_note(assessment, &per_system, second)
        .unwrap();
    assert_eq!(note, private);

    // Final, printed, and nothing private on any page or in the state that is pinned.
    let (dossier, _) = clinic.workbench.finalise(assessment, later(12)).unwrap();
    assert_eq!(dossier.assessment.stage, Stage::Final);
    assert!(!serde_json::to_string(&*dossier).unwrap().contains(private));
    let path = |name| place.0.join(name);
    let workbench = &mut clinic.workbench;
    let packet = write_packet(workbench, assessment, &path("packet.pdf"), later(13)).unwrap();
    let plan = write_plan(workbench, assessment, &path("plan.pdf"), later(13)).unwrap();
    let list = workbench::print_checklist(Paper::Letter, &path("checklist.pdf"), later(13));
    for (sha256, name) in [
        (packet.sha256, "packet.pdf"),
        (plan.sha256, "plan.pdf"),
        (list.unwrap().sha256, "checklist.pdf"),
    ] {
        let bytes = fs::read(path(name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        assert_eq!(sha256, vault::hex(&vault::sha256(&bytes)));
    }
    let plan = workbench
        .lay_out_plan(assessment, PaperSize::Letter, later(13))
        .unwrap();
    assert!(plan.count() > 1 && !words_of(&plan).contains(private));
    assert!(!words_of(&packet_of(&mut clinic, later(13)).pages).contains(private));
    assert!(place.names().iter().all(|name| !name.ends_with(".part")));

    // A later change opens the next version and leaves the pinned one.
    let dossier = clinic
        .answer(&planned, said(Implementation::Implemented, "Done"))
        .unwrap();
    assert_eq!(
        (dossier.assessment.stage, dossier.assessment.version),
        (Stage::Draft, 2)
    );
    assert_eq!(dossier.versions.len(), 1);
    let report = clinic.workbench.check_vault(now()).unwrap();
    assert!(report.is_sound(), "{report:?}");
}
