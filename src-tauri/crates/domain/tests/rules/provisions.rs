//! The index by provision.

use domain::answer::Implementation::*;
use domain::answer::{AnswerWords, Determination::*, ItemState};
use domain::framework::{Control, Designation, Role};
use domain::provision::{self, Conclusion, ProvisionStanding};

use crate::bench::*;

/// Returns what the index says about one provision, to which controls speak in roles.
fn index(designation: Designation, speakers: &[(Role, AnswerWords)]) -> ProvisionStanding {
    let ids: Vec<String> = (0..speakers.len()).map(|n| format!("A{n}")).collect();
    let controls = ids
        .iter()
        .zip(speakers)
        .map(|(id, (role, _))| Control {
            provisions: vec![link("1.1", designation, *role)],
            ..control(id, "MAY", 3)
        })
        .collect();
    let bench = Bench::with(controls)
        .ruled(|framework| framework.provisions = vec![provision("1.1", designation)]);
    let bench = ids
        .iter()
        .zip(speakers)
        .fold(bench, |bench, (id, (_, words))| {
            bench.answer(id, words.clone())
        });
    provision::index(&bench.dossier, &bench.standing())
        .pop()
        .unwrap()
}

/// Checks what controls that are what an addressable specification asks conclude.
fn check(answers: &[AnswerWords], conclusion: Conclusion) {
    let speakers: Vec<_> = answers
        .iter()
        .map(|words| (Role::Is, words.clone()))
        .collect();
    let found = index(Designation::Addressable, &speakers);
    assert_eq!(found.conclusion, conclusion, "{answers:?}");
    assert_eq!(found.rests_on, Some(Role::Is));
}

#[test]
fn the_answers_of_what_a_provision_asks_conclude() {
    use Conclusion as C;
    check(&[said(Implemented)], C::Met);
    check(&[said(Implemented), said(Implemented)], C::Met);
    check(&[said(Implemented), said(Partial)], C::Partly);
    check(&[said(Implemented), said(NotImplemented)], C::Partly);
    check(&[said(Partial)], C::Partly);
    check(&[found(said(Implemented), OtherThanSatisfied)], C::Partly);
    check(&[said(NotImplemented)], C::NotMet);
    check(&[said(Planned), said(NotImplemented)], C::NotMet);
    check(&[said(Alternative)], C::NotMet);
    check(&[decided(Alternative)], C::Decided);
    check(&[decided(NotReasonable), said(Implemented)], C::Decided);
    check(&[decided(NotReasonable), said(NotImplemented)], C::Partly);
    check(&[said(Unknown)], C::Open);
    check(&[said(Implemented), said(Unknown)], C::Open);
    check(&[AnswerWords::default()], C::Open);
    check(&[said(NotApplicable)], C::Open);
    check(&[excluded()], C::NotApplicable);
    check(&[excluded(), said(Implemented)], C::Met);
}

#[test]
fn a_decision_answers_for_addressable_specifications_only() {
    use Conclusion as C;
    use Designation::*;
    for designation in [Required, Standard, PrivacyOrBreach] {
        for (words, conclusion) in [
            (decided(Alternative), C::Open),
            (found(decided(Alternative), Satisfied), C::Met),
            (found(decided(Alternative), OtherThanSatisfied), C::Partly),
            (decided(NotReasonable), C::Open),
            (found(decided(NotReasonable), Satisfied), C::Open),
        ] {
            let found = index(designation, &[(Role::Is, words.clone())]);
            assert_eq!(found.conclusion, conclusion, "{designation:?}: {words:?}");
        }
    }
    let means = index(Addressable, &[(Role::Means, decided(NotReasonable))]);
    assert_eq!(
        means.conclusion,
        C::Open,
        "the record is about another specification"
    );
}

#[test]
fn a_means_concludes_only_where_nothing_is_what_the_provision_asks() {
    let both = [
        (Role::Is, said(Implemented)),
        (Role::Means, said(NotImplemented)),
    ];
    let found = index(Designation::Required, &both);
    assert_eq!(
        (found.conclusion, found.rests_on),
        (Conclusion::Met, Some(Role::Is))
    );
    let states: Vec<ItemState> = found.speakers.iter().map(|s| s.state).collect();
    assert_eq!(states, [ItemState::Implemented, ItemState::NotImplemented]);
    for (words, conclusion) in [
        (said(Implemented), Conclusion::Met),
        (said(Partial), Conclusion::Partly),
        (said(NotImplemented), Conclusion::Open),
        (said(Planned), Conclusion::Open),
    ] {
        let found = index(Designation::Required, &[(Role::Means, words)]);
        assert_eq!(
            (found.conclusion, found.rests_on),
            (conclusion, Some(Role::Means))
        );
    }
}

#[test]
fn context_concludes_nothing_and_silence_is_not_assessed() {
    let context = index(
        Designation::Required,
        &[(Role::Supports, said(NotImplemented))],
    );
    assert_eq!(
        (context.conclusion, context.rests_on),
        (Conclusion::ContextOnly, None)
    );
    assert_eq!(context.speakers.len(), 1);
    let silence = index(Designation::Required, &[]);
    assert_eq!(
        (silence.conclusion, silence.rests_on),
        (Conclusion::NotAssessed, None)
    );
}

#[test]
fn every_provision_stands_in_the_order_of_the_law() {
    let citations = ["2.1", "10.4", "10.11"];
    let bench = Bench::with(vec![Control {
        provisions: vec![
            link("10.11", Designation::Required, Role::Is),
            link("2.1", Designation::Required, Role::Means),
        ],
        ..control("A", "MUST", 3)
    }])
    .ruled(|framework| {
        let provisions = citations.map(|c| provision(c, Designation::Required));
        framework.provisions = provisions.to_vec();
    })
    .answer("A", said(Implemented));
    let index = provision::index(&bench.dossier, &bench.standing());
    let found: Vec<(&str, Conclusion)> = index
        .iter()
        .map(|p| (p.provision.citation.as_str(), p.conclusion))
        .collect();
    let expected = [
        ("2.1", Conclusion::Met),
        ("10.4", Conclusion::NotAssessed),
        ("10.11", Conclusion::Met),
    ];
    assert_eq!(found, expected);
}
