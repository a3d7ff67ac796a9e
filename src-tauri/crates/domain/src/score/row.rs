//! How one answer stands: its state and what that is worth.

use chrono::NaiveDate;

use super::RowStanding;
use super::proof::Proofs;
use crate::answer::{AnswerWords, Determination, Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::evidence::Bearing;
use crate::framework::{Control, Designation, FieldKind, Framework, Role};
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};

pub(super) fn row(
    dossier: &Dossier,
    lookup: &Lookup<'_>,
    control: &Control,
    subject: Subject,
    proofs: &Proofs<'_>,
    consequences: &[Consequence],
) -> RowStanding {
    let framework = &dossier.framework;
    let words = lookup.answer(&control.id, subject).map(|a| &a.words);
    let scope = &dossier.assessment.scope;
    let excluded = profile::supports_exclusion(&control.id, subject, consequences, scope);
    let state = words.map_or(ItemState::Unresolved, |w| {
        state(framework, control, w, excluded)
    });
    let value = words.map_or(0.0, |w| value(framework, state, w));
    let proof = proofs.best(subject);
    RowStanding {
        subject,
        state,
        value,
        assurance: proof.as_ref().map_or(0.0, |p| p.factor),
        best_link: proof.as_ref().map(|p| p.link),
        contradicted: lookup.evidence(&control.id).any(|(link, _)| {
            let speaks = match subject {
                Subject::All => scope.holds(link.subject),
                one => link.subject == Subject::All || link.subject == one,
            };
            speaks && link.bearing == Bearing::Contradicts
        }),
        stale: proof.is_some_and(|p| p.stale),
    }
}

/// Returns the state of an answer. `excluded` says that the profile proposes that the
/// control does not apply.
///
/// A determination prevails: what was found other than satisfied is never more than partial,
/// and is not left out either.
pub fn state(
    framework: &Framework,
    control: &Control,
    words: &AnswerWords,
    excluded: bool,
) -> ItemState {
    let said = match words.implementation {
        None | Some(Implementation::Unknown) => ItemState::Unresolved,
        Some(Implementation::Implemented) => ItemState::Implemented,
        Some(Implementation::Partial) => ItemState::Partial,
        Some(Implementation::Planned) => ItemState::Planned,
        Some(Implementation::NotImplemented) => ItemState::NotImplemented,
        Some(Implementation::Alternative | Implementation::NotReasonable) => {
            if !framework.allows_decision(control) {
                ItemState::NotImplemented
            } else if missing_decision(framework, words).is_empty() {
                ItemState::Decided
            } else {
                ItemState::DecisionIncomplete
            }
        }
        Some(Implementation::NotApplicable) => {
            if missing_exclusion(control, words, excluded).is_empty() {
                ItemState::NotApplicable
            } else {
                ItemState::Unresolved
            }
        }
    };
    match (words.determination, said) {
        (
            Some(Determination::OtherThanSatisfied),
            ItemState::Implemented | ItemState::Decided,
        ) => ItemState::Partial,
        (Some(Determination::OtherThanSatisfied), ItemState::NotApplicable) => {
            ItemState::Unresolved
        }
        _ => said,
    }
}

/// Returns what "not applicable" still lacks, in words: its reason, its approver, or the
/// profile's support (`excluded`) where the control needs it.
pub fn missing_exclusion(
    control: &Control,
    words: &AnswerWords,
    excluded: bool,
) -> Vec<&'static str> {
    [
        (words.exclusion_reason.trim().is_empty(), "the reason"),
        (words.exclusion_approver.trim().is_empty(), "the approver"),
        (
            needs_profile(control) && !excluded,
            "the support of the scoping profile",
        ),
    ]
    .into_iter()
    .filter_map(|(lacks, name)| lacks.then_some(name))
    .collect()
}

/// Returns whether "not applicable" needs the profile's support: the control is, for a
/// required specification or a standard, what the provision asks.
fn needs_profile(control: &Control) -> bool {
    control.provisions.iter().any(|p| {
        p.role == Role::Is
            && matches!(p.designation, Designation::Required | Designation::Standard)
    })
}

/// Returns the fields of the decision record that still lack (45 CFR 164.306(d)(3)): those
/// that are empty, and dates that are none.
pub fn missing_decision<'f>(framework: &'f Framework, words: &AnswerWords) -> Vec<&'f str> {
    let Some(word) = words.implementation else {
        return Vec::new();
    };
    framework
        .decision_record
        .iter()
        .filter(|field| field.required_for.contains(&word))
        .filter(|field| {
            let text = words.decision.get(&field.id).map_or("", |t| t.trim());
            match field.kind {
                FieldKind::Text | FieldKind::Person => text.is_empty(),
                FieldKind::Date => text.parse::<NaiveDate>().is_err(),
            }
        })
        .map(|field| field.id.as_str())
        .collect()
}

fn value(framework: &Framework, state: ItemState, words: &AnswerWords) -> f64 {
    let said = words
        .implementation
        .and_then(|w| framework.answer(w))
        .map_or(0.0, |w| w.value);
    let value = match state {
        ItemState::Implemented | ItemState::Partial | ItemState::Decided => said,
        ItemState::Planned
        | ItemState::DecisionIncomplete
        | ItemState::NotImplemented
        | ItemState::NotApplicable
        | ItemState::Unresolved => 0.0,
    };
    match words.determination {
        Some(Determination::OtherThanSatisfied) => value.min(framework.determination_cap),
        Some(Determination::Satisfied) | None => value,
    }
}
