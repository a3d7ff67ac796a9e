//! Worked examples under the rules of the built-in catalogue, with their exact figures.

use domain::answer::Implementation::{self, *};
use domain::evidence::{Evidence, EvidenceDescription, Strength};
use domain::finding;
use domain::framework::{Control, Designation, Framework, Method, Role};
use domain::provision::{self, Conclusion};
use domain::score::Standing;

use crate::bench::*;

fn catalogue() -> Framework {
    catalog::read(catalog::BUILT_IN).unwrap()
}

/// The catalogue's rules over the first control of each class with a severity.
fn over(wanted: &[(&str, u8)]) -> (Framework, Vec<String>) {
    let mut framework = catalogue();
    let ids: Vec<String> = wanted
        .iter()
        .map(|(class, severity)| {
            let found = framework
                .controls()
                .find(|c| c.class == *class && c.severity == *severity);
            found.unwrap().id.clone()
        })
        .collect();
    for section in &mut framework.sections {
        for group in section.parts.iter_mut().flat_map(|p| &mut p.groups) {
            group.controls.retain(|c| ids.contains(&c.id));
        }
    }
    (framework, ids)
}

/// Answers controls, each with fresh proof of the strongest kind.
fn proven<'a>(
    bench: Bench,
    answers: impl IntoIterator<Item = (&'a String, Implementation)>,
) -> Bench {
    answers
        .into_iter()
        .fold(bench, |bench, (id, implementation)| {
            bench
                .answer(id, said(implementation))
                .shown(id, Strength::Observed, evidence())
        })
}

fn closed(standing: &Standing) -> Vec<&str> {
    standing.gates.iter().map(|g| g.gate.as_str()).collect()
}

/// Three items: required of weight 5, addressable of weight 4, good practice of weight 2.
fn three(answers: [Implementation; 3]) -> Standing {
    let (framework, ids) = over(&[("REQ", 5), ("ADD", 4), ("GP", 2)]);
    proven(Bench::under(framework), ids.iter().zip(answers)).standing()
}

#[test]
fn one_required_item_in_place_one_addressable_partial_one_good_practice_missing() {
    let standing = three([Implemented, Partial, NotImplemented]);
    let mut weights: Vec<f64> = standing.items.iter().map(|i| i.weight()).collect();
    weights.sort_by(f64::total_cmp);
    assert_eq!(weights, [2.0, 4.8, 7.5]);
    assert_eq!(shown(standing.all.conformity), "69.2");
    assert_eq!(shown(standing.provisions.conformity), "80.5");
    assert_eq!(
        (standing.band.as_str(), standing.word.as_str()),
        ("Good", "Good")
    );
}

#[test]
fn the_same_with_the_required_item_planned() {
    let standing = three([Planned, Partial, NotImplemented]);
    assert_eq!(shown(standing.provisions.conformity), "19.5");
    assert_eq!(
        (standing.band.as_str(), standing.word.as_str()),
        ("Weak", "Weak")
    );
}

#[test]
fn everything_in_place_and_nothing_shown() {
    let framework = catalogue();
    let ids: Vec<String> = framework.controls().map(|c| c.id.clone()).collect();
    let bench = ids.iter().fold(Bench::under(framework), |bench, id| {
        bench.answer(id, said(Implemented))
    });
    let standing = bench.standing();
    assert_eq!(standing.all.items, 74);
    assert_eq!(standing.provisions.items, 50);
    for figures in [standing.all, standing.provisions] {
        assert_eq!(shown(figures.conformity), "100.0");
        assert_eq!(shown(figures.assurance), "0.0");
        assert_eq!(shown(figures.coverage), "100.0");
    }
    assert_eq!(
        (standing.band.as_str(), standing.word.as_str()),
        ("Strong", "Partial")
    );
    assert_eq!(closed(&standing), ["said-not-shown"]);
}

#[test]
fn everything_shown_but_one_required_item() {
    let framework = catalogue();
    let is_required = |control: &&Control| {
        let mut links = control.provisions.iter();
        control.class == "REQ"
            && control.severity == 4
            && links.any(|l| l.role == Role::Is && l.designation == Designation::Required)
    };
    let missing: Vec<String> = framework
        .controls()
        .filter(is_required)
        .map(|c| c.id.clone())
        .collect();
    assert!(!missing.is_empty());
    let ids: Vec<String> = framework.controls().map(|c| c.id.clone()).collect();
    let answers = ids.iter().map(|id| (id, Implemented));
    let whole = proven(Bench::under(framework), answers);
    assert_eq!(whole.standing().word, "Strong");
    for id in missing {
        let standing = whole.clone().answer(&id, said(NotImplemented)).standing();
        let sum = |law: bool| {
            let items = standing
                .items
                .iter()
                .filter(|i| !law || i.rests_on_provision);
            let (whole, part) = items.fold((0.0, 0.0), |(whole, part), i| {
                (whole + i.weight(), part + i.weight() * i.value)
            });
            format!("{part:.1} / {whole:.1}")
        };
        assert_eq!(sum(true), "270.3 / 276.3", "{id}");
        assert_eq!(sum(false), "348.3 / 354.3", "{id}");
        assert_eq!(shown(standing.provisions.conformity), "97.8", "{id}");
        assert_eq!(shown(standing.all.conformity), "98.3", "{id}");
        assert_eq!(standing.word, "Partial", "{id}");
        assert_eq!(closed(&standing), ["mandatory-open"], "{id}");
    }
}

/// Checks the assurance of an implemented control by one link.
fn check(id: &str, strength: Strength, description: EvidenceDescription, assurance: f64) {
    let bench = Bench::under(catalogue()).answer(id, said(Implemented));
    let bench = bench.shown(
        id,
        strength,
        Evidence {
            description,
            ..evidence()
        },
    );
    assert_eq!(bench.item(id).assurance, assurance, "{id}, {strength:?}");
}

#[test]
fn assurance_of_an_item_that_needs_a_test_and_of_a_signed_agreement() {
    let framework = catalogue();
    let blank = EvidenceDescription::default;
    let stale = || EvidenceDescription {
        collected_on: Some(day("2020-01-01")),
        ..blank()
    };
    let needs_test = |c: &&Control| c.sufficient_method == Method::Test && c.fresh_months > 0;
    for control in framework.controls().filter(needs_test) {
        check(&control.id, Strength::Stated, blank(), 0.4);
        check(&control.id, Strength::Tested, stale(), 0.5);
        check(&control.id, Strength::Examined, blank(), 0.7);
        check(&control.id, Strength::Tested, blank(), 1.0);
    }
    let agreement = framework.control("ADM-BA-1").unwrap();
    assert_eq!(
        (agreement.sufficient_method, agreement.fresh_months),
        (Method::Examine, 0)
    );
    let signed = |valid_until: &str| EvidenceDescription {
        effective: Some(day("2019-01-01")),
        valid_until: Some(day(valid_until)),
        ..stale()
    };
    check("ADM-BA-1", Strength::Examined, signed("2031-01-01"), 1.0);
    check("ADM-BA-1", Strength::Examined, signed("2030-01-01"), 0.5);
}

/// The caps of the catalogue, each on an assessment that would be strong without it.
#[test]
fn every_gate_of_the_catalogue_caps_the_word() {
    let framework = catalogue();
    let ids: Vec<String> = framework.controls().map(|c| c.id.clone()).collect();
    let pick =
        |keep: fn(&Control) -> bool| framework.controls().find(|c| keep(c)).unwrap().id.clone();
    fn is(c: &Control, binding: bool) -> bool {
        let not_binding = [Designation::Addressable, Designation::OtherLaw];
        let mut links = c.provisions.iter().filter(|l| l.role == Role::Is);
        links.any(|l| !not_binding.contains(&l.designation)) == binding
    }
    let privacy = pick(|c| c.class == "PRIV" && is(c, true));
    let standard = pick(|c| c.class == "STD" && is(c, true));
    let addressable = pick(|c| c.class == "ADD" && is(c, false));
    let whole = proven(
        Bench::under(framework.clone()),
        ids.iter().map(|id| (id, Implemented)),
    );
    let hollow = domain::answer::AnswerWords {
        qualifiers: vec!["checklist-only".to_owned()],
        ..said(Implemented)
    };
    let risk = "AUD-CA-1";
    for (id, words, word, gates) in [
        (
            risk,
            said(NotImplemented),
            "Weak",
            &["risk-analysis-missing", "mandatory-open"][..],
        ),
        (
            risk,
            said(Planned),
            "Weak",
            &["risk-analysis-missing", "mandatory-open"],
        ),
        (
            risk,
            said(Unknown),
            "Weak",
            &["risk-analysis-missing", "mandatory-open"],
        ),
        (risk, hollow, "Weak", &["risk-analysis-missing"]),
        (
            risk,
            said(Partial),
            "Partial",
            &["risk-analysis-partial", "mandatory-partial"],
        ),
        (
            &privacy,
            said(NotImplemented),
            "Partial",
            &["mandatory-open"],
        ),
        (&privacy, said(Partial), "Good", &["mandatory-partial"]),
        (&standard, said(Planned), "Partial", &["mandatory-open"]),
        (&standard, said(Partial), "Good", &["mandatory-partial"]),
        (
            &addressable,
            said(NotImplemented),
            "Partial",
            &["addressable-undecided"],
        ),
        (
            &addressable,
            said(NotReasonable),
            "Partial",
            &["addressable-undecided"],
        ),
        (&addressable, said(Partial), "Strong", &[]),
    ] {
        let standing = whole.clone().answer(id, words.clone()).standing();
        assert_eq!(
            (standing.word.as_str(), &closed(&standing)[..]),
            (word, gates),
            "{id}: {words:?}"
        );
    }
    let eight = ids
        .iter()
        .take(8)
        .fold(whole, |bench, id| bench.answer(id, said(Unknown)));
    assert!(
        eight.standing().word.starts_with("Provisional "),
        "66 of 74 are 89.2"
    );
}

#[test]
fn nothing_answered_is_provisional_and_the_lowest_word() {
    let standing = Bench::under(catalogue()).standing();
    assert_eq!(standing.word, "Provisional Weak");
    assert_eq!(shown(standing.all.conformity), "0.0");
    assert_eq!((standing.all.assurance, standing.all.resolved), (None, 0));
    assert_eq!(
        standing.disclaimer,
        "Readiness estimate, not a certification or legal finding."
    );
}

#[test]
fn the_index_names_what_the_catalogue_does_not_assess() {
    let framework = catalogue();
    let order: Vec<String> = framework
        .provisions
        .iter()
        .map(|p| p.citation.clone())
        .collect();
    let bench = Bench::under(framework);
    let index = provision::index(&bench.dossier, &bench.standing());
    let printed: Vec<&str> = index
        .iter()
        .map(|p| p.provision.citation.as_str())
        .collect();
    assert_eq!(printed, order, "every provision, in the order of the law");
    let silent: Vec<&str> = index
        .iter()
        .filter(|p| p.conclusion == Conclusion::NotAssessed)
        .map(|p| p.provision.citation.as_str())
        .collect();
    let outside = [
        "164.308(a)(1)(ii)(C)",
        "164.308(a)(3)(i)",
        "164.308(a)(3)(ii)(A)",
        "164.308(a)(3)(ii)(B)",
        "164.308(a)(3)(ii)(C)",
        "164.308(a)(4)(ii)(A)",
        "164.310(a)(2)(i)",
        "164.312(a)(2)(ii)",
        "164.316(b)(2)(ii)",
    ];
    assert_eq!(silent, outside);
}

#[test]
fn every_control_of_the_catalogue_has_a_gap_worded_by_its_roles() {
    let framework = catalogue();
    let ids: Vec<String> = framework.controls().map(|c| c.id.clone()).collect();
    let bench = ids
        .iter()
        .fold(Bench::under(framework.clone()), |bench, id| {
            bench.answer(id, said(NotImplemented))
        });
    let raised = finding::raise(&bench.dossier, &bench.standing());
    assert_eq!(raised.len(), ids.len());
    for finding in raised {
        let control = framework.control(&finding.control).unwrap();
        let wording = finding.wording;
        let plays = |role| control.provisions.iter().any(|l| l.role == role);
        let good_practice = control.class == "GP";
        assert_eq!(wording == "Good-practice gap", good_practice, "{wording}");
        assert_eq!(
            wording.contains("otential gap against §"),
            plays(Role::Is),
            "{wording}"
        );
        assert_eq!(
            wording.contains("eak point in meeting §"),
            plays(Role::Means),
            "{wording}"
        );
        assert_eq!(finding.severity, control.severity);
        for citation in control
            .provisions
            .iter()
            .filter(|l| l.role != Role::Supports)
        {
            assert!(
                wording.contains(&format!("§{}", citation.citation)),
                "{wording}"
            );
        }
        let lower = wording.to_lowercase();
        assert!(
            !lower.contains("complian") && !lower.contains("violat"),
            "{wording}"
        );
    }
}
