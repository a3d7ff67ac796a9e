//! What is in place: states, values, splits and sums.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Determination::*, ItemState, Subject};
use domain::assessment::Scope;
use domain::framework::{Control, Designation, Role, SubjectKind};
use domain::id::{SiteId, VendorId};
use domain::score;
use uuid::Uuid;

use crate::bench::*;

/// Checks the state and value of a control of a class after one answer.
fn check(class: &str, words: AnswerWords, state: ItemState, value: f64) {
    let bench = Bench::with(vec![control("A", class, 3)]).answer("A", words.clone());
    let item = bench.item("A");
    assert_eq!(
        (item.state, item.value),
        (state, value),
        "{class}: {words:?}"
    );
}

#[test]
fn an_answer_has_a_state_and_a_value() {
    for class in ["MUST", "MAY", "NICE"] {
        check(class, said(Implemented), ItemState::Implemented, 1.0);
        check(class, said(Partial), ItemState::Partial, 0.5);
        check(class, said(Planned), ItemState::Planned, 0.0);
        check(class, said(NotImplemented), ItemState::NotImplemented, 0.0);
        check(class, said(Unknown), ItemState::Unresolved, 0.0);
        check(class, AnswerWords::default(), ItemState::Unresolved, 0.0);
        check(class, said(NotApplicable), ItemState::Unresolved, 0.0);
    }
}

#[test]
fn a_note_alone_is_no_answer() {
    let words = AnswerWords {
        note: "They will look it up.".to_owned(),
        ..AnswerWords::default()
    };
    check("MUST", words, ItemState::Unresolved, 0.0);
}

#[test]
fn a_decision_counts_with_a_complete_record_and_for_an_addressable_class_only() {
    for word in [Alternative, NotReasonable] {
        check("MAY", decided(word), ItemState::Decided, 1.0);
        check("MAY", said(word), ItemState::DecisionIncomplete, 0.0);
        check("MUST", decided(word), ItemState::NotImplemented, 0.0);
        check("NICE", decided(word), ItemState::NotImplemented, 0.0);
    }
}

#[test]
fn every_field_of_a_decision_record_is_needed_for_its_words() {
    let framework = framework(Vec::new());
    let check = |words: AnswerWords, missing: &[&str]| {
        assert_eq!(
            score::missing_decision(&framework, &words),
            missing,
            "{words:?}"
        );
    };
    check(said(Alternative), &["measure", "why", "approver", "on"]);
    check(said(NotReasonable), &["why", "approver", "on"]);
    check(decided(Alternative), &[]);
    check(said(Implemented), &[]);
    check(AnswerWords::default(), &[]);
    for field in ["measure", "why", "approver", "on"] {
        let mut words = decided(Alternative);
        words.decision.insert(field.to_owned(), "  ".to_owned());
        check(words, &[field]);
    }
    let mut words = decided(NotReasonable);
    words.decision.remove("measure");
    check(words.clone(), &[]);
    words
        .decision
        .insert("on".to_owned(), "last spring".to_owned());
    check(words, &["on"]);
}

#[test]
fn a_determination_prevails() {
    for (words, state, value) in [
        (said(Implemented), ItemState::Partial, 0.5),
        (decided(Alternative), ItemState::Partial, 0.5),
        (decided(NotReasonable), ItemState::Partial, 0.5),
        (said(Partial), ItemState::Partial, 0.5),
        (said(Planned), ItemState::Planned, 0.0),
        (said(NotImplemented), ItemState::NotImplemented, 0.0),
        (said(Alternative), ItemState::DecisionIncomplete, 0.0),
        (said(Unknown), ItemState::Unresolved, 0.0),
        (excluded(), ItemState::Unresolved, 0.0),
    ] {
        check("MAY", found(words, OtherThanSatisfied), state, value);
    }
    check(
        "MAY",
        found(said(Implemented), Satisfied),
        ItemState::Implemented,
        1.0,
    );
    check(
        "MAY",
        found(said(NotImplemented), Satisfied),
        ItemState::NotImplemented,
        0.0,
    );
}

#[test]
fn the_cap_of_a_determination_is_the_frameworks() {
    let bench = Bench::with(vec![control("A", "MUST", 3)])
        .ruled(|f| f.determination_cap = 0.25)
        .answer("A", found(said(Implemented), OtherThanSatisfied));
    assert_eq!(bench.item("A").value, 0.25);
}

/// Checks the state of "not applicable" on a control that speaks to one provision.
fn check_excluded(designation: Designation, role: Role, words: AnswerWords, state: ItemState) {
    let asked = Control {
        provisions: vec![link("1.1", designation, role)],
        ..control("A", "MUST", 3)
    };
    let item = Bench::with(vec![asked]).answer("A", words).item("A");
    assert_eq!(item.state, state, "{designation:?}, {role:?}");
}

#[test]
fn not_applicable_needs_reason_and_approver_and_sometimes_the_profile() {
    use Designation::*;
    use ItemState::{NotApplicable as Out, Unresolved};
    for (designation, role, state) in [
        (Required, Role::Is, Unresolved),
        (Standard, Role::Is, Unresolved),
        (Addressable, Role::Is, Out),
        (PrivacyOrBreach, Role::Is, Out),
        (Required, Role::Means, Out),
        (Standard, Role::Supports, Out),
    ] {
        check_excluded(designation, role, excluded(), state);
        for lacking in [
            AnswerWords {
                exclusion_reason: " ".to_owned(),
                ..excluded()
            },
            AnswerWords {
                exclusion_approver: String::new(),
                ..excluded()
            },
        ] {
            check_excluded(designation, role, lacking, Unresolved);
        }
    }
}

#[test]
fn what_does_not_apply_is_left_out_and_what_is_unknown_is_not() {
    let bench = Bench::with(vec![
        control("A", "NICE", 3),
        control("B", "NICE", 3),
        control("C", "NICE", 3),
        control("D", "NICE", 3),
    ])
    .answer("A", said(Implemented))
    .answer("B", excluded())
    .answer("C", said(Unknown));
    let all = bench.standing().all;
    assert_eq!((all.items, all.applicable, all.resolved), (4, 3, 1));
    assert_eq!(shown(all.conformity), "33.3");
    assert_eq!(shown(all.coverage), "33.3");
    let known = bench.answer("C", said(NotImplemented)).standing().all;
    assert_eq!(
        shown(known.conformity),
        "33.3",
        "not implemented is no better than unknown"
    );
    assert_eq!(shown(known.coverage), "66.7", "but it is resolved");
}

#[test]
fn nothing_that_applies_gives_no_figure() {
    let bench = Bench::with(vec![control("A", "NICE", 3)]).answer("A", excluded());
    let all = bench.standing().all;
    assert_eq!(
        (all.conformity, all.assurance, all.coverage),
        (None, None, None)
    );
}

#[test]
fn figures_are_sums_by_weight_and_never_means_of_sections() {
    let bench = Bench::with(vec![
        control("A", "MUST", 5),
        control("B", "MAY", 4),
        control("C", "NICE", 2),
    ])
    .answer("A", said(Implemented))
    .answer("B", said(Partial))
    .answer("C", said(NotImplemented));
    let standing = bench.standing();
    assert_eq!(shown(standing.all.conformity), "69.2");
    assert_eq!(shown(standing.provisions.conformity), "80.5");
    assert_eq!((standing.provisions.items, standing.all.items), (2, 3));
    let sections: Vec<String> = standing
        .sections
        .iter()
        .map(|s| shown(s.figures.conformity))
        .collect();
    assert_eq!(sections, ["100.0", "50.0", "0.0"]);
}

/// Every figure is the sum of its rows: nothing but what an item shows goes into it.
#[test]
fn a_figure_can_be_opened_into_its_rows_and_weights() {
    let bench = Bench::with(vec![
        control("A", "MUST", 5),
        control("B", "MAY", 4),
        control("C", "NICE", 2),
        control("D", "MAY", 3),
    ])
    .answer("A", said(Implemented))
    .answer("B", said(Partial))
    .answer("C", said(Implemented))
    .answer("D", excluded())
    .shown("A", domain::evidence::Strength::Stated, evidence())
    .shown("B", domain::evidence::Strength::Examined, evidence());
    let standing = bench.standing();
    let weights: Vec<f64> = standing.items.iter().map(|i| i.weight()).collect();
    assert_eq!(weights, [7.5, 4.8, 2.0, 3.5999999999999996]);
    let open = |keep: fn(&score::ItemStanding) -> bool, x: fn(&score::ItemStanding) -> f64| {
        let kept: Vec<_> = standing.items.iter().filter(|i| keep(i)).collect();
        let whole: f64 = kept.iter().map(|i| i.weight()).sum();
        Some(100.0 * kept.iter().map(|i| i.weight() * x(i)).sum::<f64>() / whole)
    };
    let (all, law) = (standing.all, standing.provisions);
    assert_eq!(
        shown(all.conformity),
        shown(open(|i| i.applies(), |i| i.value))
    );
    assert_eq!(
        shown(law.conformity),
        shown(open(|i| i.applies() && i.rests_on_provision, |i| i.value))
    );
    assert_eq!(
        shown(all.assurance),
        shown(open(|i| i.value > 0.0, |i| i.assurance))
    );
    assert_eq!(
        shown(law.assurance),
        shown(open(
            |i| i.value > 0.0 && i.rests_on_provision,
            |i| i.assurance
        ))
    );
}

/// Checks what becomes of an item with an answer for each of two systems.
fn check_split(first: AnswerWords, second: AnswerWords, state: ItemState, value: f64) {
    for (one, other) in [(&first, &second), (&second, &first)] {
        let bench = Bench::with(vec![per_system("A", "MAY", 3)])
            .answer("A", said(Implemented))
            .answer_for("A", SYSTEMS[0], one.clone())
            .answer_for("A", SYSTEMS[1], other.clone());
        let item = bench.item("A");
        assert_eq!(
            (item.state, item.value),
            (state, value),
            "{one:?}, {other:?}"
        );
        assert_eq!(item.rows.len(), 2);
    }
}

#[test]
fn the_lowest_of_split_answers_counts() {
    use ItemState as S;
    check_split(said(Implemented), said(Implemented), S::Implemented, 1.0);
    check_split(said(Implemented), said(Partial), S::Partial, 0.5);
    check_split(said(Implemented), said(Planned), S::Planned, 0.0);
    check_split(said(Partial), said(NotImplemented), S::NotImplemented, 0.0);
    check_split(said(Planned), said(NotImplemented), S::NotImplemented, 0.0);
    check_split(said(Implemented), decided(Alternative), S::Decided, 1.0);
    check_split(said(Planned), said(Alternative), S::DecisionIncomplete, 0.0);
    check_split(said(Implemented), said(Unknown), S::Unresolved, 0.0);
    check_split(said(NotImplemented), said(Unknown), S::Unresolved, 0.0);
    check_split(
        said(Implemented),
        AnswerWords::default(),
        S::Unresolved,
        0.0,
    );
    check_split(said(Partial), excluded(), S::Partial, 0.5);
    check_split(excluded(), excluded(), S::NotApplicable, 0.0);
    check_split(excluded(), said(NotApplicable), S::Unresolved, 0.0);
}

#[test]
fn a_split_answer_left_out_for_one_system_is_open() {
    let bench = Bench::with(vec![per_system("A", "MAY", 3)])
        .answer("A", said(Implemented))
        .answer_for("A", SYSTEMS[0], said(Implemented));
    assert_eq!(bench.item("A").state, ItemState::Unresolved);
}

#[test]
fn an_answer_stands_for_all_until_it_is_split() {
    let bench = Bench::with(vec![per_system("A", "MAY", 3)]).answer("A", said(Implemented));
    let item = bench.item("A");
    assert_eq!(item.rows.len(), 1);
    assert_eq!(
        (item.rows[0].subject, item.state),
        (Subject::All, ItemState::Implemented)
    );
}

#[test]
fn only_subjects_of_the_controls_kind_that_are_in_scope_have_a_row() {
    let (site, vendor) = (SiteId(Uuid::from_u128(7)), VendorId(Uuid::from_u128(8)));
    let scope = |bench: &mut Bench| {
        bench.dossier.assessment.scope = Scope {
            sites: vec![site],
            vendors: vec![vendor],
            ..bench.dossier.assessment.scope.clone()
        };
    };
    for (kind, rows) in [
        (SubjectKind::Organisation, vec![Subject::All]),
        (SubjectKind::Site, vec![Subject::Site(site)]),
        (SubjectKind::System, SYSTEMS.to_vec()),
        (SubjectKind::Vendor, vec![Subject::Vendor(vendor)]),
    ] {
        let asked = Control {
            asked_per: kind,
            ..control("A", "MAY", 3)
        };
        let mut bench = Bench::with(vec![asked]).answer_for("A", SYSTEMS[0], said(Implemented));
        scope(&mut bench);
        let found: Vec<Subject> = bench.item("A").rows.iter().map(|r| r.subject).collect();
        assert_eq!(found, rows, "{kind:?}");
    }
}

#[test]
fn with_no_subject_left_in_scope_the_answer_for_all_stands() {
    let mut bench = Bench::with(vec![per_system("A", "MAY", 3)])
        .answer("A", said(Partial))
        .answer_for("A", SYSTEMS[0], said(Implemented));
    bench.dossier.assessment.scope.systems.clear();
    assert_eq!(bench.item("A").state, ItemState::Partial);
}
