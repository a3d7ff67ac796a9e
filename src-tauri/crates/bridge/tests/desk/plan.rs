//! Many things in one step, and what is seen before it is done: bulk answers, requests,
//! links, changed terms, the next year's assessment, versions compared.

use bridge::commands::*;
use bridge::request::*;
use bridge::view::*;
use bridge::{Desk, FaultCode, Host};
use domain::answer::{Implementation, Subject};
use domain::difference::DifferenceKind;
use domain::evidence::{Bearing, Strength};
use domain::id::AssessmentId;
use domain::request::RequestState;
use domain::terms::TermsEffect;

use crate::host::{Room, desk};
use crate::screens::sample;

fn shown(desk: &Desk, room: &Room, id: AssessmentId) -> AssessmentView {
    assessment(desk, room, AssessmentRequest { assessment: id }).unwrap()
}

fn alike(assessment: AssessmentId, controls: &[&str], only_unanswered: bool) -> BulkRequest {
    BulkRequest {
        assessment,
        controls: controls.iter().map(|&id| id.to_owned()).collect(),
        only_unanswered,
        set: BulkWords {
            implementation: Some(Implementation::Alternative),
            flagged: None,
            note: Some("On the tour".to_owned()),
            exclusion_reason: None,
            exclusion_approver: None,
            plan_owner: None,
            plan_due: None,
            who_would_know: None,
        },
    }
}

#[test]
fn a_bulk_answer_is_seen_row_by_row_before_it_is_given() {
    let (desk, room) = (desk(), Room::new("bulk"));
    let id = sample(&desk, &room);
    let framework = framework(&desk, &room, FrameworkRequest { digest: None })
        .unwrap()
        .framework;
    let decidable = framework
        .controls()
        .find(|c| framework.allows_decision(c))
        .unwrap();
    let binding = framework
        .controls()
        .find(|c| !framework.allows_decision(c))
        .unwrap();
    let controls = [binding.id.as_str(), decidable.id.as_str()];
    let rows = preview_bulk(&desk, &room, alike(id, &controls, false))
        .unwrap()
        .rows;
    let of = |id: &str| rows.iter().filter(|r| r.control == id).collect::<Vec<_>>();
    for row in of(&binding.id) {
        assert!(
            !row.changes && row.refused.contains("addressable"),
            "{}",
            row.refused
        );
        assert_eq!(row.before, row.after);
    }
    for row in of(&decidable.id) {
        assert!(row.changes && row.refused.is_empty());
        assert_eq!(row.after, Some(Implementation::Alternative));
        assert!(!row.subject_name.is_empty());
    }
    let view = answer_bulk(&desk, &room, alike(id, &controls, false)).unwrap();
    let row = view
        .rows
        .iter()
        .find(|r| r.control == decidable.id)
        .unwrap();
    assert_eq!(row.words, [Implementation::Alternative]);
    let mut nothing = alike(id, &controls, false);
    nothing.set.implementation = None;
    nothing.set.note = None;
    let refused = answer_bulk(&desk, &room, nothing).unwrap_err();
    assert_eq!(refused.code, FaultCode::Input);
}

#[test]
fn the_plan_tells_what_one_artefact_settles_and_what_is_not_asked_for() {
    let (desk, room) = (desk(), Room::new("plan"));
    let id = sample(&desk, &room);
    let request = || AssessmentRequest { assessment: id };
    let plan = requests(&desk, &room, request()).unwrap();
    assert!(plan.settles.is_empty());
    let mut two: Vec<_> = Vec::new();
    for wanted in &plan.requests {
        let is_other = two
            .iter()
            .all(|r: &domain::request::EvidenceRequest| r.control != wanted.control);
        if is_other && two.len() < 2 {
            two.push(wanted.clone());
        }
    }
    two[0].artefact = "Access list".to_owned();
    two[1].artefact = " access  LIST".to_owned();
    for request in &mut two {
        request.course.state = RequestState::Asked;
    }
    let save = |requests: Vec<domain::request::EvidenceRequest>| {
        let request = SaveRequestsRequest {
            assessment: id,
            requests,
        };
        save_requests(&desk, &room, request)
    };
    let plan = save(two.clone()).unwrap();
    assert_eq!(plan.settles.len(), 1);
    assert_eq!(
        plan.settles[0].controls,
        [two[0].control.clone(), two[1].control.clone()]
    );
    assert_eq!(plan.settles[0].requests, [two[0].id, two[1].id]);
    // Nothing is open any more: what lacks is named, and asked for by one press.
    let mut all = plan.requests;
    for request in &mut all {
        request.course.state = RequestState::Refused;
        request.course.reason = "Not today".to_owned();
    }
    let plan = save(all).unwrap();
    assert!(plan.settles.is_empty() && !plan.missing.is_empty());
    let before = plan.requests.len();
    let plan = request_missing(&desk, &room, request()).unwrap();
    assert!(plan.missing.is_empty() && plan.requests.len() > before);
}

#[test]
fn evidence_is_linked_to_several_answers_from_the_shelf() {
    let (desk, room) = (desk(), Room::new("links"));
    let id = sample(&desk, &room);
    let before = shelf(&desk, &room, AssessmentRequest { assessment: id }).unwrap();
    let item = before
        .evidence
        .iter()
        .find(|e| e.withdrawn.is_none())
        .unwrap()
        .id;
    let framework = framework(&desk, &room, FrameworkRequest { digest: None })
        .unwrap()
        .framework;
    let free = framework
        .controls()
        .filter(|c| before.links.iter().all(|l| l.control != c.id));
    let answers = free.take(3).map(|c| AnswerPlace {
        control: c.id.clone(),
        subject: Subject::All,
    });
    let request = LinkEvidenceRequest {
        assessment: id,
        evidence: vec![item],
        answers: answers.collect(),
        strength: Strength::Examined,
        bearing: Bearing::Supports,
    };
    let after = link_evidence(&desk, &room, request).unwrap();
    assert_eq!(after.links.len(), before.links.len() + 3);
}

#[test]
fn changed_terms_are_seen_before_they_are_saved() {
    let (desk, room) = (desk(), Room::new("terms"));
    let id = sample(&desk, &room);
    let now = shown(&desk, &room, id);
    let split = now.rows.iter().any(|row| row.split);
    assert!(split, "the sample has a split answer");
    let mut terms = now.assessment.clone();
    terms.scope.systems.clear();
    terms.profile.clear();
    let view = preview_terms(&desk, &room, terms).unwrap();
    assert!(
        view.rows
            .iter()
            .any(|r| r.effect == TermsEffect::Leaves && r.subject_name != "no longer listed")
    );
    assert!(!view.gone.is_empty() && view.added.is_empty());
    assert_eq!(view.before, now.standing.provisions.conformity);
    assert_eq!(
        shown(&desk, &room, id).assessment,
        now.assessment,
        "nothing was saved"
    );
}

#[test]
fn next_year_begins_with_last_years_answers_and_the_old_one_is_put_away() {
    let (desk, room) = (desk(), Room::new("again"));
    let id = sample(&desk, &room);
    let old = shown(&desk, &room, id);
    let request = DuplicateRequest {
        assessment: id,
        title: "The next year".to_owned(),
        period: old.assessment.period,
        as_of: old.assessment.as_of,
        carry_answers: true,
    };
    let made = duplicate_assessment(&desk, &room, request).unwrap();
    assert!(made.gone.is_empty());
    let new = made.assessment;
    assert_eq!(new.assessment.title, "The next year");
    for row in new.rows.iter().filter(|row| row.answered) {
        assert!(row.flagged && row.evidence == 0, "{}", row.control);
    }
    let request = ArchiveRequest {
        assessment: id,
        archived: true,
    };
    let library = archive_assessment(&desk, &room, request).unwrap();
    let row = |id| library.assessments.iter().find(|a| a.id == id).unwrap();
    assert!(row(id).archived && !row(new.assessment.id).archived);
    assert!(row(id).findings > 0 && row(id).changed <= room.now());
    assert_eq!(row(new.assessment.id).changed, room.now());
}

#[test]
fn a_version_is_compared_with_what_stands_now() {
    let (desk, room) = (desk(), Room::new("compare"));
    let id = sample(&desk, &room);
    finalise(&desk, &room, AssessmentRequest { assessment: id }).unwrap();
    let mut terms = shown(&desk, &room, id).assessment;
    terms.title = "Another title".to_owned();
    save_assessment(&desk, &room, terms).unwrap();
    let request = CompareRequest {
        assessment: id,
        from: 1,
        to: None,
    };
    let view = compare_versions(&desk, &room, request).unwrap();
    assert_eq!(view.rows.len(), 1, "{:#?}", view.rows);
    assert_eq!(
        (view.rows[0].what, view.rows[0].name.as_str()),
        (DifferenceKind::Terms, "Title")
    );
    assert_eq!(view.rows[0].after.as_deref(), Some("Another title"));
    assert_eq!(view.before, view.after);
}
