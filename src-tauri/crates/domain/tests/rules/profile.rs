//! What the scoping profile changes.

use domain::answer::Implementation::*;
use domain::answer::{ItemState, Subject};
use domain::finding;
use domain::framework::{
    Control, Designation, Effect, Framework, Gate, GateRule, ProfileOption, ProfileQuestion,
    Role, SubjectKind, is_of,
};
use domain::profile;
use domain::provision::{self, Conclusion};

use crate::bench::*;

fn names(controls: &[&str]) -> Vec<String> {
    controls.iter().map(|&c| c.to_owned()).collect()
}

fn out(controls: &[&str]) -> Effect {
    Effect::NotApplicable {
        controls: names(controls),
        reason: String::new(),
    }
}

fn by(controls: &[&str], by: i8) -> Effect {
    Effect::Weight {
        controls: names(controls),
        by,
        reason: String::new(),
    }
}

fn to(controls: &[&str], to: u8) -> Effect {
    Effect::WeightSet {
        controls: names(controls),
        to,
        reason: String::new(),
    }
}

/// A question with the option "yes", which has the effects, and "no", which has none.
fn question(id: &str, asked_per: SubjectKind, effects: Vec<Effect>) -> ProfileQuestion {
    let option = |id: &str, effects| ProfileOption {
        id: id.to_owned(),
        label: String::new(),
        effects,
    };
    ProfileQuestion {
        id: id.to_owned(),
        question: String::new(),
        why: String::new(),
        asked_per,
        options: vec![option("yes", effects), option("no", Vec::new())],
    }
}

fn asks(questions: Vec<ProfileQuestion>) -> impl FnOnce(&mut Framework) {
    |framework| framework.profile = questions
}

/// Checks the weight of a control of severity 3 after the effects, answered "yes" as listed.
fn check_weight(effects: Vec<Effect>, yes: &[Subject], weight: u8) {
    let mut bench = Bench::with(vec![control("A", "MUST", 3)]).ruled(asks(vec![question(
        "q",
        SubjectKind::System,
        effects.clone(),
    )]));
    for subject in yes {
        bench = bench.profiled("q", *subject, "yes");
    }
    assert_eq!(bench.item("A").severity, weight, "{effects:?} for {yes:?}");
}

#[test]
fn a_weight_follows_the_system_for_which_it_is_greatest() {
    let [one, two] = SYSTEMS;
    check_weight(vec![by(&["A"], 1)], &[], 3);
    check_weight(vec![by(&["A"], 1)], &[Subject::All], 4);
    check_weight(vec![by(&["A"], 1)], &[one], 4);
    check_weight(vec![by(&["A"], 1)], &[one, two], 4);
    check_weight(vec![by(&["A"], 9)], &[one], 5);
    check_weight(vec![to(&["A"], 5)], &[two], 5);
    check_weight(vec![by(&["B"], 1), to(&["B"], 5)], &[one, two], 3);
}

#[test]
fn nothing_weighs_less_because_another_system_is_harmless() {
    let [one, two] = SYSTEMS;
    check_weight(vec![by(&["A"], -1)], &[one], 3);
    check_weight(vec![to(&["A"], 1)], &[two], 3);
    check_weight(vec![by(&["A"], -1)], &[one, two], 2);
    check_weight(vec![by(&["A"], -9)], &[Subject::All], 1);
    check_weight(vec![to(&["A"], 1)], &[Subject::All], 1);
}

#[test]
fn effects_of_several_questions_add_up_for_each_system() {
    let questions = || {
        vec![
            question("p", SubjectKind::Organisation, vec![by(&["A"], 1)]),
            question("q", SubjectKind::System, vec![by(&["A"], 1)]),
        ]
    };
    let bench = || Bench::with(vec![control("A", "MUST", 2)]).ruled(asks(questions()));
    assert_eq!(
        bench()
            .profiled("p", Subject::All, "yes")
            .item("A")
            .severity,
        3
    );
    let both = bench()
        .profiled("p", Subject::All, "yes")
        .profiled("q", SYSTEMS[1], "yes");
    assert_eq!(both.item("A").severity, 4);
}

#[test]
fn a_weight_reaches_the_figures() {
    let bench = Bench::with(vec![control("A", "NICE", 1), control("B", "NICE", 1)])
        .ruled(asks(vec![question(
            "q",
            SubjectKind::System,
            vec![to(&["A"], 4)],
        )]))
        .answer("A", said(Implemented))
        .answer("B", said(NotImplemented));
    assert_eq!(shown(bench.standing().all.conformity), "50.0");
    let bench = bench.profiled("q", SYSTEMS[0], "yes");
    assert_eq!(shown(bench.standing().all.conformity), "80.0");
}

/// Checks whether "not applicable" stands on a control that needs the profile's support.
fn check_out(per: SubjectKind, yes: &[Subject], rows: &[Subject], stand: &[bool]) {
    let asked = Control {
        asked_per: per,
        ..control("A", "MUST", 3)
    };
    let mut bench = Bench::with(vec![asked]).ruled(asks(vec![question(
        "q",
        SubjectKind::System,
        vec![out(&["A"])],
    )]));
    for subject in rows {
        bench = bench.answer_for("A", *subject, excluded());
    }
    for subject in yes {
        bench = bench.profiled("q", *subject, "yes");
    }
    let found: Vec<bool> = bench
        .item("A")
        .rows
        .iter()
        .map(|r| r.state == ItemState::NotApplicable)
        .collect();
    assert_eq!(found, stand, "{per:?}: {yes:?}");
}

#[test]
fn the_profile_supports_not_applicable_for_those_it_was_answered_for() {
    use SubjectKind::{Organisation, System};
    let [one, two] = SYSTEMS;
    check_out(System, &[], &[one, two], &[false, false]);
    check_out(System, &[one], &[one, two], &[true, false]);
    check_out(System, &[one, two], &[one, two], &[true, true]);
    check_out(System, &[Subject::All], &[one, two], &[true, true]);
    // One answer for all needs the same for every system in scope.
    for per in [System, Organisation] {
        check_out(per, &[one], &[Subject::All], &[false]);
        check_out(per, &[one, two], &[Subject::All], &[true]);
        check_out(per, &[Subject::All], &[Subject::All], &[true]);
    }
}

#[test]
fn what_the_profile_proposes_is_proposed_only() {
    let bench = Bench::with(vec![control("A", "MUST", 3)])
        .ruled(asks(vec![question(
            "q",
            SubjectKind::Organisation,
            vec![out(&["A"])],
        )]))
        .profiled("q", Subject::All, "yes");
    assert_eq!(
        bench.item("A").state,
        ItemState::Unresolved,
        "nobody answered"
    );
    let answered = bench.clone().answer("A", said(NotImplemented));
    assert_eq!(
        answered.item("A").state,
        ItemState::NotImplemented,
        "the answer prevails"
    );
    let unsigned = bench.clone().answer("A", said(NotApplicable));
    assert_eq!(
        unsigned.item("A").state,
        ItemState::Unresolved,
        "reason and approver lack"
    );
    assert_eq!(
        bench.answer("A", excluded()).item("A").state,
        ItemState::NotApplicable
    );
}

#[test]
fn a_system_out_of_scope_changes_nothing() {
    let [one, two] = SYSTEMS;
    let effects = vec![to(&["A"], 5), out(&["A"])];
    let mut bench = Bench::with(vec![control("A", "MUST", 3)])
        .ruled(asks(vec![question("q", SubjectKind::System, effects)]))
        .answer("A", excluded())
        .profiled("q", one, "yes");
    assert_eq!(bench.item("A").severity, 5);
    let systems = &mut bench.dossier.assessment.scope.systems;
    systems.retain(|s| Subject::System(*s) == two);
    assert_eq!(bench.item("A").severity, 3);
    assert_eq!(bench.item("A").state, ItemState::Unresolved);
    assert_eq!(profile::of(&bench.dossier), []);
}

#[test]
fn consequences_name_the_controls_they_touch_in_order() {
    let effects = vec![
        Effect::Remark {
            controls: names(&["S1", "A"]),
            reason: "Look.".to_owned(),
        },
        Effect::Duty {
            duties: names(&["D"]),
            reason: "Elsewhere.".to_owned(),
        },
    ];
    let framework = {
        let mut own = framework(vec![control("A", "MUST", 3), control("B", "MAY", 3)]);
        own.profile = vec![
            question(
                "p",
                SubjectKind::System,
                vec![by(&["G0"], 1), by(&["P1"], 1)],
            ),
            question("q", SubjectKind::Organisation, effects),
        ];
        own
    };
    let bench = Bench::under(framework)
        .profiled("q", Subject::All, "yes")
        .profiled("p", SYSTEMS[1], "yes")
        .profiled("p", SYSTEMS[0], "no")
        .profiled("p", SYSTEMS[0], "an option of another edition")
        .profiled("a question of another edition", Subject::All, "yes");
    let found: Vec<(String, Subject, Vec<String>)> = profile::of(&bench.dossier)
        .into_iter()
        .map(|c| (c.question, c.subject, c.controls))
        .collect();
    let expected = [
        ("p", SYSTEMS[1], names(&["A"])),
        ("p", SYSTEMS[1], names(&["B"])),
        ("q", Subject::All, names(&["A", "B"])),
        ("q", Subject::All, Vec::new()),
    ]
    .map(|(question, subject, controls)| (question.to_owned(), subject, controls));
    assert_eq!(found, expected);
}

#[test]
fn a_citation_stands_below_another_at_a_bracket() {
    for (citation, of, below) in [
        ("1.2", "1.2", true),
        ("1.2(a)", "1.2", true),
        ("1.2(a)(1)", "1.2(a)", true),
        ("1.20", "1.2", false),
        ("1.2", "1.2(a)", false),
        ("1.3", "1.2", false),
    ] {
        assert_eq!(is_of(citation, of), below, "{citation} of {of}");
    }
}

/// A control that is what three provisions ask, one of which does not bind where the answer
/// to the profile is "yes".
fn partly_bound() -> Bench {
    let asked = Control {
        provisions: vec![
            link("1.1", Designation::Required, Role::Is),
            link("2.2(a)", Designation::PrivacyOrBreach, Role::Is),
            link("1.3", Designation::Required, Role::Means),
        ],
        ..control("A", "MUST", 3)
    };
    let also = Control {
        provisions: vec![link("2.2(b)", Designation::PrivacyOrBreach, Role::Is)],
        ..control("B", "MUST", 3)
    };
    let effect = Effect::NotBinding {
        provisions: names(&["2.2"]),
        reason: String::new(),
    };
    let designated = |c| crate::bench::provision(c, Designation::Required);
    Bench::with(vec![asked, also, control("C", "MUST", 3)])
        .ruled(asks(vec![question("q", SubjectKind::System, vec![effect])]))
        .ruled(|f| {
            let citations = ["1.1", "2.2(a)", "2.2(b)", "2.2(c)"];
            f.provisions = citations.map(designated).to_vec();
        })
        .answer("A", said(NotImplemented))
        .answer("B", said(NotImplemented))
        .answer("C", said(Implemented))
}

#[test]
fn no_gap_is_worded_against_a_provision_that_does_not_bind() {
    let worded = |bench: &Bench| {
        let raised = finding::raise(&bench.dossier, &bench.standing());
        raised
            .into_iter()
            .take(2)
            .map(|r| r.wording)
            .collect::<Vec<_>>()
    };
    let means = "weak point in meeting §1.3 (what else meets it?)";
    let bound = [
        format!("Potential gap against §1.1, §2.2(a); {means}"),
        "Potential gap against §2.2(b)".to_owned(),
    ];
    let unbound = [
        format!("Potential gap against §1.1; {means}"),
        "Good-practice gap".to_owned(),
    ];
    assert_eq!(worded(&partly_bound()), bound);
    let one = partly_bound().profiled("q", SYSTEMS[0], "yes");
    assert_eq!(worded(&one), bound, "the other system is bound");
    assert_eq!(worded(&one.profiled("q", SYSTEMS[1], "yes")), unbound);
    assert_eq!(
        worded(&partly_bound().profiled("q", Subject::All, "yes")),
        unbound
    );
}

#[test]
fn the_index_concludes_nothing_on_a_provision_that_does_not_bind() {
    use Conclusion::{NotApplicable as Out, NotAssessed, NotMet};
    let concluded = |bench: &Bench| {
        let index = provision::index(&bench.dossier, &bench.standing());
        index.into_iter().map(|p| p.conclusion).collect::<Vec<_>>()
    };
    assert_eq!(
        concluded(&partly_bound()),
        [NotMet, NotMet, NotMet, NotAssessed]
    );
    let unbound = partly_bound().profiled("q", Subject::All, "yes");
    assert_eq!(concluded(&unbound), [NotMet, Out, Out, Out]);
}

#[test]
fn a_provision_that_does_not_bind_closes_no_gate_and_leaves_the_figures_alone() {
    let when = GateRule::RoleIs {
        designations: vec![Designation::PrivacyOrBreach],
        states: vec![ItemState::NotImplemented],
    };
    let gate = Gate {
        id: "g".to_owned(),
        title: String::new(),
        when,
        cap: "Weak".to_owned(),
    };
    let bench = partly_bound().ruled(|f| f.gates = vec![gate]);
    let before = bench.standing();
    assert_eq!(before.gates[0].controls, ["A", "B"]);
    let after = bench.profiled("q", Subject::All, "yes").standing();
    assert!(after.gates.is_empty());
    assert_eq!(before.items, after.items);
}

#[test]
fn whoever_is_told_that_a_provision_does_not_bind_is_told_the_controls_that_cite_it() {
    let bench = partly_bound().profiled("q", Subject::All, "yes");
    assert_eq!(profile::of(&bench.dossier)[0].controls, ["A", "B"]);
}
