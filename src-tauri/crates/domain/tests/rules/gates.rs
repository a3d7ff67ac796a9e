//! The word, and what lowers it.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, ItemState};
use domain::evidence::Strength;
use domain::framework::{Code, Control, Designation, Framework, Gate, GateRule, Role};

use crate::bench::*;

fn gate(id: &str, when: GateRule, cap: &str) -> Gate {
    Gate {
        id: id.to_owned(),
        title: format!("{id} is the matter."),
        when,
        cap: cap.to_owned(),
    }
}

/// Adds gates of every kind: on control A, on role *is*, on a class, on assurance.
fn gates(framework: &mut Framework) {
    use ItemState::{DecisionIncomplete, NotImplemented, Partial, Planned, Unresolved};
    let binding = || {
        vec![
            Designation::Required,
            Designation::Standard,
            Designation::PrivacyOrBreach,
        ]
    };
    let first = |states, qualifiers: &[&str]| GateRule::Control {
        control: "A".to_owned(),
        states,
        qualifiers: qualifiers.iter().map(|&q| q.to_owned()).collect(),
    };
    framework.gates = vec![
        gate(
            "first",
            first(vec![NotImplemented, Planned, Unresolved], &["hollow"]),
            "Weak",
        ),
        gate("first-partial", first(vec![Partial], &[]), "Partial"),
        gate(
            "binding",
            GateRule::RoleIs {
                designations: binding(),
                states: vec![NotImplemented, Planned, Unresolved],
            },
            "Partial",
        ),
        gate(
            "binding-partial",
            GateRule::RoleIs {
                designations: binding(),
                states: vec![Partial],
            },
            "Good",
        ),
        gate(
            "undecided",
            GateRule::Class {
                class: "MAY".to_owned(),
                states: vec![NotImplemented, DecisionIncomplete],
            },
            "Partial",
        ),
        gate(
            "unshown",
            GateRule::AssuranceBelow { percent: 60.0 },
            "Partial",
        ),
    ];
}

/// Ten heavy items of good standing, so that one more can hardly move the figure.
fn well(mut controls: Vec<Control>) -> Bench {
    let ballast: Vec<String> = (0..10).map(|n| format!("Z{n}")).collect();
    controls.extend(ballast.iter().map(|id| Control {
        provisions: Vec::new(),
        ..control(id, "MUST", 5)
    }));
    ballast
        .iter()
        .fold(Bench::with(controls).ruled(gates), |bench, id| {
            bench
                .answer(id, said(Implemented))
                .shown(id, Strength::Examined, evidence())
        })
}

fn first() -> Control {
    Control {
        qualifiers: vec![Code {
            id: "hollow".to_owned(),
            label: String::new(),
            meaning: String::new(),
        }],
        ..control("A", "MUST", 1)
    }
}

fn hollow() -> AnswerWords {
    AnswerWords {
        qualifiers: vec!["hollow".to_owned()],
        ..said(Implemented)
    }
}

/// Checks the word and the gates that one control with one answer leaves.
fn check(asked: Control, words: AnswerWords, word: &str, closed: &[&str]) {
    let id = asked.id.clone();
    let bench = well(vec![asked]).answer(&id, words.clone());
    let standing = bench.standing();
    let gates: Vec<&str> = standing.gates.iter().map(|g| g.gate.as_str()).collect();
    assert_eq!(
        (standing.word.as_str(), &gates[..]),
        (word, closed),
        "{words:?}"
    );
    assert_eq!(
        standing.band, "Strong",
        "gates leave the figure's own word alone"
    );
    for gate in &standing.gates {
        assert_eq!(gate.controls.concat(), id);
        assert_eq!(gate.title, format!("{} is the matter.", gate.gate));
    }
}

#[test]
fn a_named_control_closes_its_gate() {
    check(first(), said(Implemented), "Strong", &[]);
    check(first(), said(NotImplemented), "Weak", &["first", "binding"]);
    check(first(), said(Planned), "Weak", &["first", "binding"]);
    check(first(), said(Unknown), "Weak", &["first", "binding"]);
    check(
        first(),
        AnswerWords::default(),
        "Weak",
        &["first", "binding"],
    );
    check(first(), excluded(), "Weak", &["first", "binding"]);
    check(
        first(),
        said(Partial),
        "Partial",
        &["first-partial", "binding-partial"],
    );
    check(first(), hollow(), "Weak", &["first"]);
}

#[test]
fn a_control_that_does_not_apply_closes_nothing_though_it_was_qualified() {
    let asked = || Control {
        provisions: Vec::new(),
        ..first()
    };
    let words = AnswerWords {
        qualifiers: vec!["hollow".to_owned()],
        ..excluded()
    };
    check(asked(), words, "Strong", &[]);
}

#[test]
fn a_qualifier_counts_only_on_an_answer_that_stands() {
    let asked = Control {
        asked_per: domain::framework::SubjectKind::System,
        ..first()
    };
    let bench = well(vec![asked])
        .answer("A", hollow())
        .answer_for("A", SYSTEMS[0], said(Implemented))
        .answer_for("A", SYSTEMS[1], said(Implemented));
    assert_eq!(
        bench.standing().word,
        "Strong",
        "the answer for all was split"
    );
    let bench = bench.answer_for("A", SYSTEMS[1], hollow());
    assert_eq!(bench.standing().word, "Weak");
}

#[test]
fn what_a_binding_provision_itself_asks_caps_the_word() {
    use Designation::*;
    let speaks = |designation, role| Control {
        provisions: vec![link("1.1", designation, role)],
        ..control("B", "MUST", 1)
    };
    for designation in [Required, Standard, PrivacyOrBreach] {
        let is = || speaks(designation, Role::Is);
        check(is(), said(NotImplemented), "Partial", &["binding"]);
        check(is(), said(Planned), "Partial", &["binding"]);
        check(is(), said(Unknown), "Partial", &["binding"]);
        check(is(), said(Partial), "Good", &["binding-partial"]);
        check(is(), said(Implemented), "Strong", &[]);
        check(
            speaks(designation, Role::Means),
            said(NotImplemented),
            "Strong",
            &[],
        );
        check(
            speaks(designation, Role::Supports),
            said(NotImplemented),
            "Strong",
            &[],
        );
    }
    check(
        speaks(Addressable, Role::Is),
        said(NotImplemented),
        "Strong",
        &[],
    );
    check(
        speaks(OtherLaw, Role::Is),
        said(NotImplemented),
        "Strong",
        &[],
    );
}

#[test]
fn an_addressable_item_without_implementation_or_record_caps_the_word() {
    let may = || control("B", "MAY", 1);
    check(may(), said(NotImplemented), "Partial", &["undecided"]);
    check(may(), said(Alternative), "Partial", &["undecided"]);
    check(may(), said(NotReasonable), "Partial", &["undecided"]);
    check(may(), decided(Alternative), "Strong", &[]);
    check(may(), decided(NotReasonable), "Strong", &[]);
    check(may(), said(Implemented), "Strong", &[]);
}

#[test]
fn what_one_system_lacks_closes_a_gate_though_another_is_still_open() {
    let bench = well(vec![per_system("B", "MAY", 1)])
        .answer_for("B", SYSTEMS[0], said(NotImplemented))
        .answer_for("B", SYSTEMS[1], said(Unknown));
    assert_eq!(bench.item("B").state, ItemState::Unresolved);
    let gates = bench.standing().gates;
    assert_eq!(
        gates.iter().map(|g| g.gate.as_str()).collect::<Vec<_>>(),
        ["undecided"]
    );
}

#[test]
fn a_gap_in_good_practice_closes_nothing() {
    check(control("B", "NICE", 1), said(NotImplemented), "Strong", &[]);
}

#[test]
fn said_and_not_shown_caps_the_word() {
    let shown = |count: usize| {
        let ids: Vec<String> = (0..10).map(|n| format!("A{n}")).collect();
        let controls = ids.iter().map(|id| control(id, "MUST", 3)).collect();
        let mut bench = Bench::with(controls).ruled(gates);
        for (number, id) in ids.iter().enumerate() {
            bench = bench.answer(id, said(Implemented));
            if number < count {
                bench = bench.shown(id, Strength::Examined, evidence());
            }
        }
        let standing = bench.standing();
        let gates: Vec<String> = standing.gates.into_iter().map(|g| g.gate).collect();
        (standing.word, gates)
    };
    assert_eq!(shown(10), ("Strong".to_owned(), Vec::new()));
    assert_eq!(shown(6), ("Strong".to_owned(), Vec::new()));
    assert_eq!(shown(5), ("Partial".to_owned(), vec!["unshown".to_owned()]));
    assert_eq!(shown(0), ("Partial".to_owned(), vec!["unshown".to_owned()]));
}

/// Checks the word that a figure earns, per cent.
fn check_band(figure: f64, word: &str) {
    let worth = |framework: &mut Framework| {
        for answer in &mut framework.answers {
            answer.value = figure / 100.0;
        }
    };
    let bench = Bench::with(vec![control("A", "MUST", 1)]).ruled(worth);
    let standing = bench.answer("A", said(Implemented)).standing();
    assert_eq!(standing.word, word, "{figure}");
}

#[test]
fn a_figure_earns_a_word_as_it_is_shown() {
    check_band(100.0, "Strong");
    check_band(90.0, "Strong");
    check_band(89.96, "Strong");
    check_band(89.94, "Good");
    check_band(75.0, "Good");
    check_band(74.9, "Partial");
    check_band(60.0, "Partial");
    check_band(59.9, "Weak");
    check_band(0.0, "Weak");
}

#[test]
fn the_word_is_for_the_provisions_and_for_all_items_only_where_there_are_none() {
    let law = || vec![control("A", "MUST", 5), control("B", "NICE", 5)];
    let bench = Bench::with(law())
        .answer("A", said(Implemented))
        .answer("B", said(NotImplemented));
    assert_eq!(bench.standing().word, "Strong");
    let bench = Bench::with(law())
        .answer("A", said(NotImplemented))
        .answer("B", said(Implemented));
    assert_eq!(bench.standing().word, "Weak");
    let bench = Bench::with(vec![control("B", "NICE", 5)]).answer("B", said(Implemented));
    assert_eq!(bench.standing().word, "Strong");
}

#[test]
fn thin_coverage_makes_the_word_provisional() {
    let resolved = |count: usize, of: usize| {
        let ids: Vec<String> = (1..of).map(|n| format!("A{n}")).collect();
        let mut controls: Vec<Control> = ids.iter().map(|id| control(id, "NICE", 1)).collect();
        controls.push(control("B", "MUST", 5));
        let mut bench = Bench::with(controls).answer("B", said(Implemented));
        for id in ids.iter().take(count - 1) {
            bench = bench.answer(id, said(NotImplemented));
        }
        bench.standing().word
    };
    assert_eq!(resolved(10, 10), "Strong");
    assert_eq!(resolved(9, 10), "Strong", "90 are not below 90");
    assert_eq!(resolved(8, 10), "Provisional Strong");
    assert_eq!(resolved(10, 11), "Strong", "90.9");
    assert_eq!(resolved(9, 11), "Provisional Strong", "81.8");
}

#[test]
fn where_no_control_applies_there_is_no_word() {
    let none = Bench::with(vec![control("A", "NICE", 3), control("B", "NICE", 3)])
        .answer("A", excluded())
        .answer("B", excluded());
    let standing = none.standing();
    assert_eq!(
        (standing.word.as_str(), standing.all.coverage),
        ("Nothing applies", None)
    );
    assert_eq!(standing.band, standing.word);
    let one = none.answer("B", said(Implemented)).standing();
    assert_eq!(one.word, "Strong");
}
