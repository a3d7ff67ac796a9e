//! What holds for whatever was recorded.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Determination};
use domain::evidence::{Bearing, Strength};
use domain::framework::{Control, SubjectKind};
use domain::score::Standing;
use domain::{finding, owed, provision};
use proptest::prelude::*;

use crate::bench::*;

const CONTROLS: usize = 6;

/// What is recorded for one control: an answer for each system, and links.
#[derive(Debug, Clone)]
struct Recorded {
    class: &'static str,
    severity: u8,
    split: bool,
    answers: [AnswerWords; 2],
    links: Vec<(Strength, Bearing, i64)>,
}

fn words() -> impl Strategy<Value = AnswerWords> {
    let word = prop::sample::select(vec![
        Implemented,
        Partial,
        Planned,
        Alternative,
        NotReasonable,
        NotImplemented,
        NotApplicable,
        Unknown,
    ]);
    let determination = prop::sample::select(vec![
        None,
        Some(Determination::Satisfied),
        Some(Determination::OtherThanSatisfied),
    ]);
    (prop::option::of(word), any::<bool>(), determination).prop_map(
        |(implementation, complete, determination)| {
            let full = match implementation {
                Some(NotApplicable) => excluded(),
                Some(word) => decided(word),
                None => AnswerWords::default(),
            };
            let bare = AnswerWords {
                implementation,
                ..AnswerWords::default()
            };
            AnswerWords {
                determination,
                ..if complete { full } else { bare }
            }
        },
    )
}

fn recorded() -> impl Strategy<Value = Recorded> {
    let strength = prop::sample::select(vec![
        Strength::Stated,
        Strength::Examined,
        Strength::Tested,
        Strength::Observed,
    ]);
    let bearing = prop::sample::select(vec![Bearing::Supports, Bearing::Contradicts]);
    (
        prop::sample::select(vec!["MUST", "MAY", "NICE"]),
        1u8..=5,
        any::<bool>(),
        [words(), words()],
        prop::collection::vec((strength, bearing, 0i64..1000), 0..3),
    )
        .prop_map(|(class, severity, split, answers, links)| Recorded {
            class,
            severity,
            split,
            answers,
            links,
        })
}

fn all() -> impl Strategy<Value = Vec<Recorded>> {
    prop::collection::vec(recorded(), CONTROLS)
}

fn id(number: usize) -> String {
    format!("A{number}")
}

fn lay_out(all: &[Recorded]) -> Bench {
    let controls = all.iter().enumerate().map(|(number, recorded)| Control {
        asked_per: SubjectKind::System,
        fresh_months: 12,
        ..control(&id(number), recorded.class, recorded.severity)
    });
    let mut bench = Bench::with(controls.collect());
    for (number, recorded) in all.iter().enumerate() {
        let id = id(number);
        if recorded.split {
            for (subject, words) in SYSTEMS.into_iter().zip(&recorded.answers) {
                bench = bench.answer_for(&id, subject, words.clone());
            }
        } else {
            bench = bench.answer(&id, recorded.answers[0].clone());
        }
        for (strength, bearing, age) in &recorded.links {
            let mut evidence = evidence();
            let collected = day(AS_OF) - chrono::Duration::days(*age);
            evidence.description.collected_on = Some(collected);
            let all = domain::answer::Subject::All;
            bench = bench.linked(&id, all, *strength, *bearing, evidence);
        }
    }
    bench
}

fn in_range(standing: &Standing) -> bool {
    let figures = standing
        .sections
        .iter()
        .map(|s| s.figures)
        .chain([standing.all, standing.provisions]);
    let within = |x: Option<f64>| x.is_none_or(|x| (0.0..=100.0 + 1e-9).contains(&x));
    figures.into_iter().all(|f| {
        [f.conformity, f.assurance, f.coverage]
            .into_iter()
            .all(within)
            && f.resolved <= f.applicable
            && f.applicable <= f.items
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn every_figure_lies_between_none_and_all(all in all()) {
        prop_assert!(in_range(&lay_out(&all).standing()));
    }

    #[test]
    fn a_better_answer_never_lowers_a_figure(all in all(), number in 0..CONTROLS) {
        let before = lay_out(&all);
        let id = id(number);
        for (worse, better) in [(NotImplemented, Partial), (Partial, Implemented), (Unknown, Planned)] {
            let put = |word| {
                let mut bench = before.clone();
                bench.dossier.answers.retain(|a| a.control != id);
                bench.answer(&id, said(word)).standing()
            };
            let (low, high) = (put(worse), put(better));
            prop_assert!(low.all.conformity <= high.all.conformity);
            prop_assert!(low.provisions.conformity <= high.provisions.conformity);
            prop_assert!(low.all.coverage <= high.all.coverage);
        }
    }

    #[test]
    fn more_evidence_for_an_answer_never_lowers_its_proof(all in all(), number in 0..CONTROLS) {
        let before = lay_out(&all);
        let id = id(number);
        let after = before.clone().shown(&id, Strength::Stated, evidence());
        prop_assert!(before.item(&id).assurance <= after.item(&id).assurance);
        prop_assert_eq!(before.item(&id).value, after.item(&id).value);
    }

    #[test]
    fn the_order_of_records_changes_nothing(all in all()) {
        let before = lay_out(&all);
        let mut after = before.clone();
        after.dossier.answers.reverse();
        after.dossier.links.reverse();
        after.dossier.evidence.reverse();
        prop_assert_eq!(before.standing(), after.standing());
    }

    #[test]
    fn an_item_is_never_better_than_one_of_its_rows(all in all()) {
        for item in lay_out(&all).standing().items {
            for row in item.rows.iter().filter(|r| r.state != domain::answer::ItemState::NotApplicable) {
                prop_assert!(item.value <= row.value);
            }
        }
    }

    #[test]
    fn whoever_reads_the_standing_is_never_refused(all in all()) {
        let bench = lay_out(&all);
        let standing = bench.standing();
        for raised in finding::raise(&bench.dossier, &standing) {
            prop_assert!((1..=5).contains(&raised.severity));
            prop_assert!(!raised.wording.is_empty());
        }
        let owed = owed::owed(&bench.dossier, &standing);
        let unresolved = standing.items.iter().flat_map(|i| &i.rows)
            .filter(|r| r.state == domain::answer::ItemState::Unresolved).count();
        prop_assert!(owed.len() >= unresolved, "what is unresolved is owed");
        prop_assert_eq!(provision::index(&bench.dossier, &standing).len(), 0);
    }
}
