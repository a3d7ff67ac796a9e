//! How well what is in place is proven.

use domain::answer::Implementation::*;
use domain::answer::Subject;
use domain::evidence::{Bearing, Evidence, EvidenceDescription, Strength, Withdrawal};
use domain::framework::{Control, Method};
use domain::score;

use crate::bench::*;

fn needs(method: Method, fresh_months: u32) -> Control {
    Control {
        sufficient_method: method,
        fresh_months,
        ..control("A", "MUST", 3)
    }
}

fn of(description: EvidenceDescription) -> Evidence {
    Evidence {
        description,
        ..evidence()
    }
}

fn collected(on: &str) -> Evidence {
    of(EvidenceDescription {
        collected_on: Some(day(on)),
        ..EvidenceDescription::default()
    })
}

/// Checks the assurance of an implemented control that needs a method, by its evidence.
fn check(method: Method, evidence: &[(Strength, Evidence)], assurance: f64) {
    let mut bench = Bench::with(vec![needs(method, 12)]).answer("A", said(Implemented));
    for (strength, evidence) in evidence {
        bench = bench.shown("A", *strength, evidence.clone());
    }
    assert_eq!(
        bench.item("A").assurance,
        assurance,
        "{method:?}: {evidence:?}"
    );
}

#[test]
fn a_link_is_ranked_against_the_method_that_is_sufficient() {
    use Method::*;
    use Strength::*;
    for (method, strength, assurance) in [
        (Test, Stated, 0.4),
        (Test, Examined, 0.7),
        (Test, Tested, 1.0),
        (Test, Observed, 1.0),
        (Examine, Stated, 0.7),
        (Examine, Examined, 1.0),
        (Examine, Tested, 1.0),
        (Interview, Stated, 1.0),
        (Interview, Observed, 1.0),
    ] {
        check(method, &[(strength, evidence())], assurance);
    }
    check(Test, &[], 0.0);
}

#[test]
fn the_best_link_counts_and_staleness_halves_it() {
    use Method::Test;
    use Strength::*;
    let old = || collected("2029-06-29");
    check(Test, &[(Tested, old())], 0.5);
    check(Test, &[(Examined, old())], 0.35);
    check(Test, &[(Stated, old())], 0.2);
    check(Test, &[(Tested, old()), (Stated, evidence())], 0.5);
    check(Test, &[(Tested, old()), (Examined, evidence())], 0.7);
    check(Test, &[(Stated, evidence()), (Examined, evidence())], 0.7);
}

#[test]
fn a_row_names_the_link_it_rests_on_and_whether_it_is_stale() {
    let bench = Bench::with(vec![needs(Method::Test, 12)])
        .answer("A", said(Implemented))
        .shown("A", Strength::Stated, evidence())
        .shown("A", Strength::Tested, collected("2028-01-01"))
        .shown("A", Strength::Tested, collected("2028-01-02"));
    let row = &bench.item("A").rows[0];
    assert_eq!(
        row.best_link,
        Some(bench.dossier.links[1].id),
        "the first of equals"
    );
    assert!(row.stale);
    // A fresh one that is worth the same is named before a stale one.
    let bench = Bench::with(vec![needs(Method::Test, 12)])
        .ruled(|f| f.assurance.factors = vec![0.8, 0.4])
        .answer("A", said(Implemented))
        .shown("A", Strength::Tested, collected("2028-01-01"))
        .shown("A", Strength::Examined, evidence());
    let row = &bench.item("A").rows[0];
    assert_eq!(
        (row.best_link, row.stale),
        (Some(bench.dossier.links[1].id), false)
    );
}

#[test]
fn what_contradicts_or_was_withdrawn_never_counts_for_an_answer() {
    let against = |evidence| {
        Bench::with(vec![needs(Method::Test, 12)])
            .answer("A", said(Implemented))
            .linked(
                "A",
                Subject::All,
                Strength::Observed,
                Bearing::Contradicts,
                evidence,
            )
    };
    let row = against(evidence()).item("A").rows[0].clone();
    assert_eq!(
        (row.assurance, row.best_link, row.contradicted),
        (0.0, None, true)
    );
    let withdrawn = || Evidence {
        withdrawn: Some(Withdrawal {
            reason: "Wrong clinic.".to_owned(),
            by: String::new(),
            at: noon(AS_OF),
        }),
        ..evidence()
    };
    assert!(!against(withdrawn()).item("A").rows[0].contradicted);
    check(Method::Test, &[(Strength::Tested, withdrawn())], 0.0);
}

/// Checks whether evidence is fresh on the as-of date.
fn check_fresh(months: u32, description: EvidenceDescription, fresh: bool) {
    let evidence = of(description);
    assert_eq!(
        score::is_fresh(&evidence, months, day(AS_OF)),
        fresh,
        "{evidence:?}"
    );
}

#[test]
fn freshness_is_judged_on_the_as_of_date() {
    let blank = EvidenceDescription::default;
    for (date, fresh) in [
        ("2030-06-30", true),
        ("2029-06-30", true),
        ("2029-06-29", false),
        ("2030-07-01", true),
    ] {
        let on = Some(day(date));
        check_fresh(
            12,
            EvidenceDescription {
                collected_on: on,
                ..blank()
            },
            fresh,
        );
        check_fresh(
            0,
            EvidenceDescription {
                collected_on: on,
                ..blank()
            },
            true,
        );
        // What it covers is what it speaks for, though it was collected later …
        let late = Some(day("2030-06-01"));
        let covers = EvidenceDescription {
            covers_to: on,
            collected_on: late,
            ..blank()
        };
        check_fresh(12, covers, fresh);
        // … and what was collected long ago does not speak for today.
        let ahead = Some(day("2031-01-01"));
        let covers = EvidenceDescription {
            covers_to: ahead,
            collected_on: on,
            ..blank()
        };
        check_fresh(12, covers, fresh);
    }
    // The last day of a short month stands for the day that it does not have.
    let evidence = collected("2029-12-31");
    assert!(score::is_fresh(&evidence, 2, day("2030-02-28")));
    assert!(!score::is_fresh(&evidence, 2, day("2030-03-01")));
    // Without a date it speaks for the day on which it was taken in.
    check_fresh(1, blank(), true);
    assert!(!score::is_fresh(&of(blank()), 1, day("2030-07-31")));
}

#[test]
fn a_document_counts_in_full_while_it_is_in_force() {
    for (effective, valid_until, fresh) in [
        (None, None, true),
        (None, Some("2030-06-30"), true),
        (None, Some("2030-06-29"), false),
        (Some("2030-06-30"), None, true),
        (Some("2030-07-01"), None, false),
        (Some("2010-01-01"), Some("2040-01-01"), true),
    ] {
        for months in [0, 12] {
            let description = EvidenceDescription {
                effective: effective.map(day),
                valid_until: valid_until.map(day),
                ..EvidenceDescription::default()
            };
            check_fresh(months, description, fresh);
        }
    }
}

#[test]
fn the_same_evidence_ages_with_the_as_of_date() {
    let mut bench = Bench::with(vec![needs(Method::Test, 12)])
        .answer("A", said(Implemented))
        .shown("A", Strength::Tested, collected("2030-01-15"));
    assert_eq!(bench.item("A").assurance, 1.0);
    bench.dossier.assessment.as_of = day("2031-01-16");
    assert_eq!(bench.item("A").assurance, 0.5);
}

#[test]
fn assurance_runs_over_what_has_a_value_only() {
    let bench = Bench::with(vec![
        control("A", "MUST", 4),
        control("B", "MAY", 5),
        control("C", "NICE", 2),
    ])
    .answer("A", said(Implemented))
    .answer("B", said(NotImplemented))
    .answer("C", said(Partial))
    .shown("A", Strength::Examined, evidence())
    .shown("B", Strength::Examined, evidence());
    let standing = bench.standing();
    assert_eq!(shown(standing.all.assurance), "75.0", "6 of 8 by weight");
    assert_eq!(shown(standing.provisions.assurance), "100.0");
    let sections: Vec<String> = standing
        .sections
        .iter()
        .map(|s| shown(s.figures.assurance))
        .collect();
    assert_eq!(sections, ["100.0", "none", "0.0"]);
}

#[test]
fn proof_for_all_counts_for_each_and_the_lowest_row_with_a_value_counts() {
    let split = || {
        Bench::with(vec![per_system("A", "MAY", 3)])
            .answer_for("A", SYSTEMS[0], said(Implemented))
            .answer_for("A", SYSTEMS[1], said(Partial))
    };
    let own = |bench: Bench, number: usize, strength| {
        bench.linked(
            "A",
            SYSTEMS[number],
            strength,
            Bearing::Supports,
            evidence(),
        )
    };
    assert_eq!(
        split()
            .shown("A", Strength::Examined, evidence())
            .item("A")
            .assurance,
        1.0
    );
    assert_eq!(own(split(), 0, Strength::Examined).item("A").assurance, 0.0);
    let both = own(own(split(), 0, Strength::Examined), 1, Strength::Stated);
    assert_eq!(both.item("A").assurance, 0.7);
    let absent =
        own(split(), 0, Strength::Examined).answer_for("A", SYSTEMS[1], said(NotImplemented));
    assert_eq!(
        absent.item("A").assurance,
        1.0,
        "what has no value has nothing to prove"
    );
    let left_out = own(split(), 0, Strength::Examined).answer_for("A", SYSTEMS[1], excluded());
    assert_eq!(left_out.item("A").assurance, 1.0);
}

#[test]
fn an_answer_for_all_is_proven_as_well_as_the_subject_for_which_least_was_shown() {
    let whole = || Bench::with(vec![per_system("A", "MAY", 3)]).answer("A", said(Implemented));
    let own = |bench: Bench, subject, strength| {
        bench.linked("A", subject, strength, Bearing::Supports, evidence())
    };
    // What one system showed does not speak for the other.
    let one = own(whole(), SYSTEMS[0], Strength::Examined).item("A");
    assert_eq!((one.assurance, one.rows[0].best_link), (0.0, None));
    let both = own(
        own(whole(), SYSTEMS[0], Strength::Examined),
        SYSTEMS[1],
        Strength::Stated,
    );
    let row = both.item("A").rows[0].clone();
    assert_eq!(row.assurance, 0.7);
    assert_eq!(row.best_link, Some(both.dossier.links[1].id), "the lowest");
    // What was shown for all counts for each of them.
    let all = both.shown("A", Strength::Examined, evidence());
    assert_eq!(all.item("A").assurance, 1.0);
    // With one system left in scope, its evidence is enough, and the other's counts no more.
    let mut alone = own(whole(), SYSTEMS[0], Strength::Examined);
    alone.dossier.assessment.scope.systems.truncate(1);
    assert_eq!(alone.item("A").assurance, 1.0);
    let mut gone = own(whole(), SYSTEMS[1], Strength::Examined);
    gone.dossier.assessment.scope.systems.truncate(1);
    assert_eq!(gone.item("A").assurance, 0.0);
}

#[test]
fn what_speaks_against_one_subject_in_scope_contradicts_an_answer_for_all() {
    let against = |subject| {
        Bench::with(vec![per_system("A", "MAY", 3)])
            .answer("A", said(Implemented))
            .linked(
                "A",
                subject,
                Strength::Tested,
                Bearing::Contradicts,
                evidence(),
            )
    };
    assert!(against(SYSTEMS[1]).item("A").rows[0].contradicted);
    let mut gone = against(SYSTEMS[1]);
    gone.dossier.assessment.scope.systems.truncate(1);
    assert!(!gone.item("A").rows[0].contradicted);
}
