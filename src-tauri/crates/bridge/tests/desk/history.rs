//! Undoing, redoing and searching, as the window asks for them.

use bridge::commands::*;
use bridge::request::*;
use bridge::{Desk, FaultCode};
use domain::answer::{AnswerWords, Implementation, Subject};
use domain::find::FindKind;
use domain::id::AssessmentId;
use domain::step::StepKind;

use crate::host::{Room, desk};
use crate::screens::sample;

const CONTROL: &str = "TEC-EN-3";

fn write(desk: &Desk, room: &Room, assessment: AssessmentId, note: &str) {
    let words = AnswerWords {
        implementation: Some(Implementation::Partial),
        note: note.to_owned(),
        ..AnswerWords::default()
    };
    let request = AnswerRequest {
        assessment,
        control: CONTROL.to_owned(),
        subject: Subject::All,
        words,
    };
    answer(desk, room, request).unwrap();
}

fn note(desk: &Desk, room: &Room, assessment: AssessmentId) -> String {
    let request = ControlRequest {
        assessment,
        control: CONTROL.to_owned(),
    };
    let mut shown = control(desk, room, request).unwrap();
    shown.answers.remove(0).words.note
}

#[test]
fn a_step_is_named_undone_and_redone() {
    let (desk, room) = (desk(), Room::new("history"));
    let assessment = sample(&desk, &room);
    let of = || HistoryRequest { of: assessment.0 };
    let begun = history(&desk, &room, of()).unwrap();
    assert!(
        begun.undo.is_none() && begun.redo.is_none(),
        "nobody undoes what made the sample"
    );
    let fault = undo(&desk, &room, of()).unwrap_err();
    assert_eq!(fault.code, FaultCode::Input);
    assert!(
        fault.message.contains("nothing to undo"),
        "{}",
        fault.message
    );
    let before = note(&desk, &room, assessment);
    write(&desk, &room, assessment, "Pelargonium");
    let step = history(&desk, &room, of()).unwrap().undo.unwrap();
    assert_eq!(step.what, StepKind::Answer);
    assert_eq!(step.control.as_deref(), Some(CONTROL));
    assert!(step.records > 0);
    let undone = undo(&desk, &room, of()).unwrap();
    assert_eq!(undone.step.what, StepKind::Answer);
    assert!(undone.history.undo.is_none() && undone.history.redo.is_some());
    assert_eq!(note(&desk, &room, assessment), before);
    let redone = redo(&desk, &room, of()).unwrap();
    assert!(redone.history.undo.is_some() && redone.history.redo.is_none());
    assert_eq!(note(&desk, &room, assessment), "Pelargonium");
}

#[test]
fn a_search_shows_where_the_words_stand() {
    let (desk, room) = (desk(), Room::new("search"));
    let assessment = sample(&desk, &room);
    write(&desk, &room, assessment, "The pelargonium on the sill");
    for within in [None, Some(assessment)] {
        let request = SearchRequest {
            text: "sill PELARG".to_owned(),
            assessment: within,
        };
        let found = search(&desk, &room, request).unwrap();
        assert!(!found.more);
        let [find] = found.finds.as_slice() else {
            panic!("{:?}", found.finds);
        };
        assert_eq!(find.kind, FindKind::Answer);
        assert_eq!(find.control.as_deref(), Some(CONTROL));
        assert_eq!(find.subject, Some(Subject::All));
        assert_eq!(find.assessment, Some(assessment));
        let spans: Vec<_> = find
            .snippet
            .iter()
            .map(|s| (s.text.as_str(), s.found))
            .collect();
        assert_eq!(
            spans,
            [
                ("The ", false),
                ("pelargonium", true),
                (" on the ", false),
                ("sill", true)
            ]
        );
    }
    let request = SearchRequest {
        text: "\"*".to_owned(),
        assessment: None,
    };
    assert!(search(&desk, &room, request).unwrap().finds.is_empty());
}
