//! What evidence still has to be asked for.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Subject};
use domain::evidence::Strength;
use domain::framework::{Artefact, Control};
use domain::request::{self, EvidenceRequest, Origin, RequestState};

use crate::bench::*;

fn wanting(control: Control) -> Control {
    let artefact = |name: &str| Artefact {
        artefact: format!("{name} of {}", control.id),
        owners: vec!["SO".to_owned()],
        collection: "D".to_owned(),
    };
    Control {
        evidence: vec![artefact("Policy"), artefact("Log")],
        ..control
    }
}

fn two() -> Bench {
    Bench::with(vec![
        wanting(control("A", "MUST", 3)),
        wanting(per_system("B", "MUST", 3)),
    ])
}

/// Returns what is still to be asked for, as control, subject and artefact.
fn unasked(bench: &Bench) -> Vec<String> {
    let wanted = request::unasked(&bench.dossier);
    let line = |r: &EvidenceRequest| format!("{} {} {}", r.control, r.subject, r.artefact);
    wanted.iter().map(line).collect()
}

fn asked(mut bench: Bench, number: usize, state: RequestState) -> Bench {
    let mut request = request::unasked(&bench.dossier).remove(number);
    request.course.state = state;
    bench.dossier.requests.push(request);
    bench
}

#[test]
fn what_is_said_and_not_shown_is_asked_for_as_the_catalogue_names_it() {
    let said = two().answer("A", said(Implemented)).followed();
    assert_eq!(unasked(&said), ["A all Policy of A", "A all Log of A"]);
    let request = request::unasked(&said.dossier).remove(0);
    assert!(request.id.0.is_nil());
    assert_eq!(request.origin, Origin::Catalogue);
    assert_eq!(
        (request.owners, request.collection),
        (vec!["SO".to_owned()], "D".to_owned())
    );
    let shown = said.shown("A", Strength::Examined, evidence()).followed();
    assert!(unasked(&shown).is_empty(), "shown is not asked for");
}

#[test]
fn what_nobody_knows_is_asked_for_and_a_gap_is_not() {
    assert_eq!(
        unasked(&two().answer("A", said(Unknown)).followed()).len(),
        2
    );
    for word in [Partial, Planned, NotImplemented] {
        assert!(unasked(&two().answer("A", said(word)).followed()).is_empty());
    }
    let lacking = two().answer("A", said(NotApplicable)).followed();
    assert!(unasked(&lacking).is_empty(), "a reason lacks, no evidence");
    let settled = two().answer("A", said(Implemented)).followed();
    let settled = settled.answer("A", AnswerWords::default()).followed();
    assert!(unasked(&settled).is_empty());
}

#[test]
fn what_is_being_asked_is_not_asked_twice() {
    let bench = || two().answer("A", said(Implemented)).followed();
    for state in [
        RequestState::Wanted,
        RequestState::Asked,
        RequestState::Received,
    ] {
        assert!(unasked(&asked(bench(), 0, state)).is_empty(), "{state:?}");
    }
    // It came and shows too little, or was refused: it is asked for again.
    for state in [RequestState::Accepted, RequestState::Refused] {
        assert_eq!(unasked(&asked(bench(), 0, state)).len(), 2, "{state:?}");
    }
    let none = asked(bench(), 0, RequestState::NotToBeHad);
    assert_eq!(
        unasked(&none),
        ["A all Log of A"],
        "what does not exist is let be"
    );
}

#[test]
fn of_a_split_control_only_the_subjects_that_lack_are_asked() {
    let split = two()
        .answer_for("B", SYSTEMS[0], said(Implemented))
        .answer_for("B", SYSTEMS[1], said(NotImplemented))
        .followed();
    let first = SYSTEMS[0];
    assert_eq!(
        unasked(&split),
        [
            format!("B {first} Policy of B"),
            format!("B {first} Log of B")
        ]
    );
    let both = split.answer_for("B", SYSTEMS[1], said(Unknown)).followed();
    let for_all = format!("B {} Policy of B", Subject::All);
    assert_eq!(
        unasked(&both)[0],
        for_all,
        "both lack it: one request for all"
    );
    let one = asked(both, 0, RequestState::Asked);
    assert!(
        unasked(&one).is_empty(),
        "what is asked for all is asked for each"
    );
}
