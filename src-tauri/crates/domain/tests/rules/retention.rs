//! How long documents are kept (45 CFR 164.316(b)(2)(i)), and who may destroy them when.

use chrono::NaiveDate;
use domain::assessment::{Assessment, EngagementKind, Stage, Version};
use domain::evidence::{Evidence, EvidenceDescription, Withdrawal};
use domain::id::{AssessmentId, OrganisationId, VersionId};
use domain::retention::{
    Destruction, Holding, Retention, Term, destruction, of_assessment, of_evidence,
};
use uuid::Uuid;

use crate::bench::*;

fn maybe(text: &str) -> Option<NaiveDate> {
    (text != "-").then(|| day(text))
}

#[test]
fn six_years_run_from_the_later_of_creation_and_last_effect_and_not_at_all_while_in_effect() {
    for (created, last_in_effect, until) in [
        ("2020-01-15", "2020-01-15", "2026-01-15"),
        ("2020-01-15", "2023-07-01", "2029-07-01"),
        // A document that was taken in after it had ended counts from its creation here.
        ("2024-03-31", "2019-12-31", "2030-03-31"),
        ("2020-01-15", "-", "-"),
        // Leap days: there is no 29 February six years later, nor always in between.
        ("2020-02-29", "2020-02-29", "2026-03-01"),
        ("2024-02-29", "2024-02-28", "2030-03-01"),
        ("2018-02-28", "2018-02-28", "2024-02-28"),
        ("2022-03-01", "2022-03-01", "2028-03-01"),
        ("2026-12-31", "2026-12-31", "2032-12-31"),
    ] {
        let term = Term {
            created: day(created),
            last_in_effect: maybe(last_in_effect),
        };
        assert_eq!(
            term.keep_until(),
            maybe(until),
            "{created} {last_in_effect}"
        );
        if let Some(until) = term.keep_until() {
            assert!(!term.is_over(until), "the last day itself still counts");
            assert!(term.is_over(until.succ_opt().unwrap()));
        } else {
            assert!(!term.is_over(day("2999-01-01")));
        }
    }
}

fn assessment(number: u128, started: &str) -> Assessment {
    Assessment {
        id: AssessmentId(Uuid::from_u128(number)),
        started: noon(started),
        ..Bench::with(vec![control("A", "MUST", 3)])
            .dossier
            .assessment
    }
}

fn made_final(number: u128, on: &str) -> Version {
    Version {
        id: VersionId(Uuid::from_u128(number * 100 + u128::from(on.len() as u8))),
        assessment: AssessmentId(Uuid::from_u128(number)),
        number: 1,
        digest: String::new(),
        by: String::new(),
        at: noon(on),
    }
}

#[test]
fn an_assessment_is_in_effect_until_a_later_one_is_final_in_its_place_or_it_is_put_away() {
    let (first, second) = (assessment(1, "2020-01-01"), assessment(2, "2022-01-01"));
    let put_away = Assessment {
        archived: true,
        ..first.clone()
    };
    let other_framework = Assessment {
        framework: domain::assessment::FrameworkRef {
            id: "another".to_owned(),
            ..second.framework.clone()
        },
        ..second.clone()
    };
    let period_end = first.period.to.to_string();
    let both = [first.clone(), second.clone()];
    for (what, of, all, versions, last) in [
        ("alone", &first, &both[..1], vec![], "-"),
        (
            "made final",
            &first,
            &both[..1],
            vec![made_final(1, "2020-05-01")],
            "-",
        ),
        (
            "a later draft",
            &first,
            &both[..],
            vec![made_final(1, "2020-05-01")],
            "-",
        ),
        (
            "a later final one",
            &first,
            &both[..],
            vec![made_final(1, "2020-05-01"), made_final(2, "2022-03-01")],
            "2022-03-01",
        ),
        (
            "the later one itself",
            &second,
            &both[..],
            vec![made_final(1, "2020-05-01"), made_final(2, "2022-03-01")],
            "-",
        ),
        (
            "another framework",
            &first,
            &[first.clone(), other_framework][..],
            vec![made_final(2, "2022-03-01")],
            "-",
        ),
        (
            "made final once more after it was replaced",
            &first,
            &both[..],
            vec![made_final(1, "2023-05-01"), made_final(2, "2022-03-01")],
            "2023-05-01",
        ),
        (
            "put away",
            &put_away,
            &both[..1],
            vec![],
            period_end.as_str(),
        ),
        (
            "put away after it was final",
            &put_away,
            &both[..1],
            vec![made_final(1, "2040-05-01")],
            "2040-05-01",
        ),
    ] {
        let term = of_assessment(of, all, &versions);
        assert_eq!(term.last_in_effect, maybe(last), "{what}");
        assert_eq!(term.created, of.started.date_naive());
    }
}

#[test]
fn evidence_is_kept_by_its_own_dates_and_as_long_as_its_assessment() {
    let today = day("2030-06-30");
    let dated = |effective: &str, valid_until: &str| Evidence {
        description: EvidenceDescription {
            effective: maybe(effective),
            valid_until: maybe(valid_until),
            ..EvidenceDescription::default()
        },
        ..evidence()
    };
    let withdrawn = Evidence {
        withdrawn: Some(Withdrawal {
            reason: String::new(),
            by: String::new(),
            at: noon("2029-01-01"),
        }),
        ..dated("2010-01-01", "2050-01-01")
    };
    for (what, of, assessed, last) in [
        ("a screenshot", dated("-", "-"), "2025-01-01", "2025-01-01"),
        ("of one in effect", dated("-", "-"), "-", "-"),
        (
            "a policy still in effect",
            dated("2020-01-01", "-"),
            "2025-01-01",
            "-",
        ),
        (
            "one that ended",
            dated("2020-01-01", "2028-01-01"),
            "2025-01-01",
            "2028-01-01",
        ),
        (
            "ended before",
            dated("2020-01-01", "2021-01-01"),
            "2025-01-01",
            "2025-01-01",
        ),
        (
            "ends today",
            dated("2020-01-01", "2030-06-30"),
            "2025-01-01",
            "-",
        ),
        (
            "ends later",
            dated("2020-01-01", "2031-01-01"),
            "2025-01-01",
            "-",
        ),
        ("withdrawn", withdrawn.clone(), "2025-01-01", "2029-01-01"),
        ("withdrawn of one in effect", withdrawn, "-", "-"),
    ] {
        let assessed = Term {
            created: day("2020-01-01"),
            last_in_effect: maybe(assessed),
        };
        let term = of_evidence(&of, assessed, today);
        assert_eq!(term.last_in_effect, maybe(last), "{what}");
        assert_eq!(term.created, of.added.date_naive());
    }
}

#[test]
fn one_self_assessment_makes_the_documents_the_organisations_own() {
    let of = |kind| {
        let mut one = assessment(1, "2020-01-01");
        one.engagement.kind = kind;
        one.stage = Stage::Draft;
        one
    };
    let (own, outside) = (
        of(EngagementKind::SelfAssessment),
        of(EngagementKind::Independent),
    );
    for (all, holding) in [
        (vec![], Holding::Record),
        (vec![own.clone()], Holding::Record),
        (vec![outside.clone()], Holding::Consultant),
        (vec![outside.clone(), outside.clone()], Holding::Consultant),
        (vec![outside, own], Holding::Record),
    ] {
        assert_eq!(Holding::of(&all), holding);
    }
}

#[test]
fn a_hold_stops_everything_and_only_a_consultants_copy_may_go_early() {
    use Destruction::*;
    use Holding::*;
    let today = day("2030-06-30");
    let ended = |last: &str| Term {
        created: day("2015-01-01"),
        last_in_effect: maybe(last),
    };
    let (old, young, live) = (ended("2020-01-01"), ended("2028-01-01"), ended("-"));
    let until = Some(day("2034-01-01"));
    for (what, hold, contract, terms, holding, verdict) in [
        ("nothing to keep", false, "-", vec![], Record, Over),
        ("all past", false, "-", vec![old, old], Record, Over),
        (
            "one still kept",
            false,
            "-",
            vec![old, young],
            Record,
            Kept(until),
        ),
        (
            "one in effect",
            false,
            "-",
            vec![young, live],
            Record,
            Kept(None),
        ),
        (
            "own record, contract over",
            false,
            "2029-01-01",
            vec![young],
            Record,
            Kept(until),
        ),
        (
            "copy",
            false,
            "-",
            vec![old, young],
            Consultant,
            WithReason(until),
        ),
        (
            "copy in effect",
            false,
            "-",
            vec![live],
            Consultant,
            WithReason(None),
        ),
        (
            "contract ends today",
            false,
            "2030-06-30",
            vec![young],
            Consultant,
            WithReason(until),
        ),
        (
            "contract over",
            false,
            "2030-06-29",
            vec![young, live],
            Consultant,
            ContractOver(day("2030-06-29")),
        ),
        ("held, all past", true, "-", vec![old], Record, Held),
        (
            "held, contract over",
            true,
            "2020-01-01",
            vec![young],
            Consultant,
            Held,
        ),
        ("held, empty", true, "-", vec![], Consultant, Held),
    ] {
        let said = Retention {
            hold,
            contract_until: maybe(contract),
            ..Retention::unsaid(OrganisationId(Uuid::nil()))
        };
        assert_eq!(
            destruction(&said, &terms, holding, today),
            verdict,
            "{what}"
        );
    }
}
