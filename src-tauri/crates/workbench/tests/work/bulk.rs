//! Several controls answered alike: seen before, done in one step, undone in one.

use domain::answer::{AnswerWords, Implementation, Subject};
use domain::framework::SubjectKind;
use workbench::{Bulk, BulkWords};

use crate::place::*;

fn bulk(clinic: &Clinic, controls: &[&String], set: BulkWords) -> Bulk {
    Bulk {
        assessment: clinic.assessment,
        controls: controls.iter().map(|id| (*id).clone()).collect(),
        only_unanswered: false,
        set,
    }
}

fn word(implementation: Implementation) -> BulkWords {
    BulkWords {
        implementation: Some(implementation),
        ..BulkWords::default()
    }
}

#[test]
fn what_the_preview_shows_is_what_the_step_does_and_one_undo_takes_back() {
    let place = Place::new("bulk");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let system = control_per(&framework, SubjectKind::System);
    let other = first(&framework, |c| c.asked_per == SubjectKind::Organisation);
    clinic
        .answer(&other, said(Implementation::Partial, "Half of it"))
        .unwrap();
    clinic
        .workbench
        .split_answer(clinic.assessment, &system, later(2))
        .unwrap();
    let before = clinic.dossier();
    let set = BulkWords {
        note: Some(" Seen on the tour. ".into()),
        flagged: Some(true),
        ..word(Implementation::Implemented)
    };
    let bulk = bulk(&clinic, &[&system, &other], set);
    let (_, rows) = clinic.workbench.preview_bulk(&bulk).unwrap();
    assert_eq!(
        rows.len(),
        3,
        "each system of the split control, and the other one"
    );
    assert!(
        rows.iter()
            .all(|row| row.changes() && row.refused.is_none())
    );
    assert_eq!(clinic.dossier(), before, "a preview changes nothing");
    let (dossier, standing) = clinic.workbench.answer_bulk(&bulk, later(3)).unwrap();
    for row in rows {
        let answer = dossier.answer(&row.control, row.subject).unwrap();
        assert_eq!(answer.words, row.after);
        assert_eq!(answer.assessor, "Robin Ashdown");
    }
    let note = &dossier.answer(&other, Subject::All).unwrap().words.note;
    assert_eq!(note, "Half of it\n\nSeen on the tour.");
    assert!(
        dossier
            .findings
            .iter()
            .any(|f| f.raised.control == other && f.raised.wording.starts_with("Evidence gap")),
        "what follows is worked out"
    );
    assert_eq!(
        standing,
        clinic.workbench.standing(clinic.assessment).unwrap().1
    );
    clinic
        .workbench
        .undo(clinic.assessment.0, later(4))
        .unwrap();
    assert_eq!(clinic.dossier().answers, before.answers, "one step");
}

#[test]
fn what_cannot_be_said_of_a_control_is_refused_for_that_control_alone() {
    let place = Place::new("bulk-refused");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let decidable = first(&framework, |c| framework.allows_decision(c));
    let binding = first(&framework, |c| !framework.allows_decision(c));
    let bulk = bulk(
        &clinic,
        &[&binding, &decidable],
        word(Implementation::Alternative),
    );
    let (_, rows) = clinic.workbench.preview_bulk(&bulk).unwrap();
    let row = |id: &String| rows.iter().find(|r| r.control == *id).unwrap();
    let refusal = row(&binding).refused.clone().unwrap();
    assert!(refusal.contains("addressable"), "{refusal}");
    assert!(row(&decidable).changes() && !row(&binding).changes());
    let (dossier, _) = clinic.workbench.answer_bulk(&bulk, later(2)).unwrap();
    assert!(dossier.answer(&binding, Subject::All).is_none());
    assert!(dossier.answer(&decidable, Subject::All).is_some());
}

#[test]
fn answers_that_are_there_can_be_left_as_they_are() {
    let place = Place::new("bulk-unanswered");
    let mut clinic = Clinic::new(&place);
    let framework = clinic.dossier().framework.clone();
    let ids: Vec<String> = framework.controls().take(3).map(|c| c.id.clone()).collect();
    clinic
        .answer(&ids[0], said(Implementation::NotImplemented, "No"))
        .unwrap();
    // A note alone is no answer yet.
    let noted = AnswerWords {
        note: "To ask".into(),
        ..AnswerWords::default()
    };
    clinic.answer(&ids[1], noted).unwrap();
    let bulk = Bulk {
        only_unanswered: true,
        ..bulk(
            &clinic,
            &[&ids[0], &ids[1], &ids[2]],
            word(Implementation::Implemented),
        )
    };
    let (_, rows) = clinic.workbench.preview_bulk(&bulk).unwrap();
    let changes: Vec<bool> = rows.iter().map(|row| row.changes()).collect();
    assert_eq!(changes, [false, true, true]);
    let (dossier, _) = clinic.workbench.answer_bulk(&bulk, later(2)).unwrap();
    let words = |id: &String| dossier.answer(id, Subject::All).unwrap().words.clone();
    assert_eq!(words(&ids[0]), said(Implementation::NotImplemented, "No"));
    assert_eq!(words(&ids[1]), said(Implementation::Implemented, "To ask"));
}

#[test]
fn a_bulk_answer_that_sets_nothing_or_names_no_control_of_the_framework_is_refused() {
    let place = Place::new("bulk-nothing");
    let mut clinic = Clinic::new(&place);
    let id = clinic.first_control();
    let nothing = bulk(&clinic, &[&id], BulkWords::default());
    refused(clinic.workbench.answer_bulk(&nothing, later(1)));
    let unknown = bulk(
        &clinic,
        &[&"NO-SUCH-1".to_owned()],
        word(Implementation::Partial),
    );
    assert!(clinic.workbench.preview_bulk(&unknown).is_err());
    assert!(clinic.workbench.answer_bulk(&unknown, later(1)).is_err());
}
