//! What changed terms would do, seen before they are saved.

use domain::answer::Implementation::*;
use domain::answer::Subject;
use domain::assessment::{Assessment, ProfileAnswer};
use domain::evidence::{Evidence, EvidenceDescription, Strength};
use domain::framework::{Control, Effect, ProfileOption, ProfileQuestion, SubjectKind};
use domain::terms::{self, TermsChange, TermsEffect};

use crate::bench::*;

/// Two controls, the second asked per system; the question "q" takes the first out, and "w"
/// makes it weigh more.
fn bench() -> Bench {
    let first = || vec!["A".to_owned()];
    let reason = String::new;
    let out = Effect::NotApplicable {
        controls: first(),
        reason: reason(),
    };
    let heavier = Effect::Weight {
        controls: first(),
        by: 2,
        reason: reason(),
    };
    let question = |id: &str, effect| ProfileQuestion {
        id: id.to_owned(),
        question: String::new(),
        why: String::new(),
        asked_per: SubjectKind::Organisation,
        options: vec![ProfileOption {
            id: "yes".to_owned(),
            label: String::new(),
            effects: vec![effect],
        }],
    };
    let dated = Control {
        fresh_months: 12,
        ..control("A", "MUST", 3)
    };
    Bench::with(vec![dated, per_system("B", "MUST", 3)])
        .ruled(|f| f.profile = vec![question("q", out), question("w", heavier)])
}

fn change(bench: &Bench, change: impl FnOnce(&mut Assessment)) -> TermsChange {
    let mut terms = bench.dossier.assessment.clone();
    change(&mut terms);
    terms::change(&bench.dossier, terms)
}

fn says_yes(question: &str) -> impl FnOnce(&mut Assessment) {
    let answer = ProfileAnswer {
        question: question.to_owned(),
        subject: Subject::All,
        option: "yes".to_owned(),
    };
    |terms| terms.profile.push(answer)
}

/// Returns what is touched, as control, subject and effect.
fn touched(change: &TermsChange) -> Vec<(&str, Subject, TermsEffect)> {
    let rows = change.touched.iter();
    rows.map(|t| (t.control.as_str(), t.subject, t.effect))
        .collect()
}

#[test]
fn terms_that_change_nothing_touch_nothing() {
    let bench = bench().answer("A", said(Implemented));
    let same = change(&bench, |terms| terms.title = "Another title".to_owned());
    assert!(touched(&same).is_empty());
    assert!(same.added.is_empty() && same.gone.is_empty());
    assert_eq!(same.before, same.after);
}

#[test]
fn an_answer_whose_subject_leaves_is_named_and_one_that_enters_too() {
    let bench = bench()
        .answer_for("B", SYSTEMS[0], said(Implemented))
        .answer_for("B", SYSTEMS[1], said(NotImplemented));
    let less = change(&bench, |terms| {
        terms.scope.systems.truncate(1);
    });
    assert_eq!(touched(&less), [("B", SYSTEMS[1], TermsEffect::Leaves)]);
    assert_eq!(less.touched[0].implementation, Some(NotImplemented));
    assert_eq!(
        (shown(less.before), shown(less.after)),
        ("0.0".into(), "50.0".into())
    );
    // It comes back: what it had counts again.
    let mut smaller = bench.clone();
    smaller.dossier.assessment.scope.systems.truncate(1);
    let again = change(&smaller, |terms| {
        terms.scope.clone_from(&bench.dossier.assessment.scope);
    });
    assert_eq!(touched(&again), [("B", SYSTEMS[1], TermsEffect::Enters)]);
    assert_eq!(again.touched[0].implementation, Some(NotImplemented));
}

#[test]
fn an_unanswered_row_that_leaves_takes_nothing_along() {
    let bench = bench().answer_for("B", SYSTEMS[0], said(Implemented));
    let less = change(&bench, |terms| {
        terms.scope.systems.truncate(1);
    });
    assert!(touched(&less).is_empty());
}

#[test]
fn a_profile_that_proposes_to_leave_out_what_was_answered_is_seen() {
    let bench = bench().answer("A", said(Implemented));
    let out = change(&bench, says_yes("q"));
    assert_eq!(touched(&out), [("A", Subject::All, TermsEffect::Proposes)]);
    assert_eq!((out.added.len(), out.gone.len()), (1, 0));
    assert_eq!(out.before, out.after, "a proposal is no answer");
    let mut without = bench.profiled("q", Subject::All, "yes");
    without.dossier.answers.clear();
    let back = change(&without, |terms| terms.profile.clear());
    assert!(touched(&back).is_empty(), "nothing was said there");
    assert_eq!((back.added.len(), back.gone.len()), (0, 1));
}

#[test]
fn what_loses_the_support_of_the_profile_or_weighs_otherwise_counts_otherwise() {
    let bench = bench().answer("B", said(Implemented));
    let excluded = bench
        .clone()
        .profiled("q", Subject::All, "yes")
        .answer("A", excluded());
    let back = change(&excluded, |terms| terms.profile.clear());
    assert_eq!(
        touched(&back),
        [("A", Subject::All, TermsEffect::CountsOtherwise)]
    );
    assert_eq!(
        (shown(back.before), shown(back.after)),
        ("100.0".into(), "50.0".into())
    );
    let heavier = change(&bench.answer("A", said(NotImplemented)), says_yes("w"));
    assert_eq!(
        touched(&heavier),
        [("A", Subject::All, TermsEffect::CountsOtherwise)]
    );
    assert_eq!(shown(heavier.after), "37.5", "3 of 8");
}

#[test]
fn a_later_as_of_date_makes_evidence_count_less() {
    let old = Evidence {
        description: EvidenceDescription {
            collected_on: Some(day("2029-07-15")),
            ..EvidenceDescription::default()
        },
        ..evidence()
    };
    let bench = bench()
        .answer("A", said(Implemented))
        .shown("A", Strength::Examined, old);
    let later = change(&bench, |terms| terms.as_of = day("2030-07-16"));
    assert_eq!(
        touched(&later),
        [("A", Subject::All, TermsEffect::CountsOtherwise)]
    );
}
