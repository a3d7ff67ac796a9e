//! The index by provision: what the answers say about each line of the law.

use serde::Serialize;

use crate::answer::{Determination, Implementation, ItemState};
use crate::dossier::Dossier;
use crate::framework::{Designation, Provision, Role};
use crate::profile;
use crate::score::{ItemStanding, Standing};

/// One provision with what the answers say about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProvisionStanding {
    /// The provision.
    pub provision: Provision,
    /// The controls that speak to it.
    pub speakers: Vec<Speaker>,
    /// What follows.
    pub conclusion: Conclusion,
    /// The role of the controls that the conclusion rests on.
    pub rests_on: Option<Role>,
}

/// A control that speaks to a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Speaker {
    /// The control's id.
    pub control: String,
    /// The role it plays.
    pub role: Role,
    /// How it stands.
    pub state: ItemState,
}

/// What the answers say about a provision. A reading of the checklist, not of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Conclusion {
    /// All that speaks to it is in place.
    Met,
    /// Some of it is.
    Partly,
    /// None of it is.
    NotMet,
    /// Decided otherwise with a complete record (45 CFR 164.306(d)(3)).
    Decided,
    /// Something is not resolved yet: an answer lacks, an alternative was not yet judged, or
    /// the only means that the framework asks for is not there and another may be.
    Open,
    /// It does not apply here, or does not bind who is assessed.
    NotApplicable,
    /// Controls give context only.
    ContextOnly,
    /// No control speaks to it.
    NotAssessed,
}

/// Returns the index in the order of the law.
pub fn index(dossier: &Dossier, standing: &Standing) -> Vec<ProvisionStanding> {
    let consequences = profile::of(dossier);
    let scope = &dossier.assessment.scope;
    dossier
        .framework
        .provisions
        .iter()
        .map(|provision| {
            let binds = profile::binds(&provision.citation, &consequences, scope);
            one(dossier, standing, provision, binds)
        })
        .collect()
}

fn one(
    dossier: &Dossier,
    standing: &Standing,
    provision: &Provision,
    binds: bool,
) -> ProvisionStanding {
    let framework = &dossier.framework;
    let mut speakers = Vec::new();
    let mut readings = Vec::new();
    for (control, item) in framework.controls().zip(&standing.items) {
        let links = control.provisions.iter();
        for link in links.filter(|l| l.citation == provision.citation) {
            speakers.push(Speaker {
                control: control.id.clone(),
                role: link.role,
                state: item.state,
            });
            readings.push((link.role, reading(dossier, provision, link.role, item)));
        }
    }
    let rests_on = [Role::Is, Role::Means]
        .into_iter()
        .find(|role| speakers.iter().any(|s| s.role == *role));
    let conclusion = match rests_on {
        _ if !binds => Conclusion::NotApplicable,
        Some(role) => conclude(
            role,
            readings
                .into_iter()
                .filter_map(|(r, state)| (r == role).then_some(state))
                .filter(|state| *state != ItemState::NotApplicable)
                .collect(),
        ),
        None if speakers.is_empty() => Conclusion::NotAssessed,
        None => Conclusion::ContextOnly,
    };
    ProvisionStanding {
        provision: provision.clone(),
        speakers,
        conclusion,
        rests_on,
    }
}

/// Returns the state in which an item speaks to a provision.
///
/// A recorded decision answers for an addressable specification that the item itself is
/// (45 CFR 164.306(d)(3)). Everything else in the same item stays as binding as it is: there
/// the alternative counts as in place once it was found satisfied, and is open until then.
fn reading(
    dossier: &Dossier,
    provision: &Provision,
    role: Role,
    item: &ItemStanding,
) -> ItemState {
    let may_decide = role == Role::Is && provision.designation == Designation::Addressable;
    if item.state != ItemState::Decided || may_decide {
        return item.state;
    }
    let mut decided = item.rows.iter().filter(|r| r.state == ItemState::Decided);
    let stands_in = decided.all(|row| {
        dossier
            .answer(&item.control, row.subject)
            .is_some_and(|answer| {
                answer.words.implementation == Some(Implementation::Alternative)
                    && answer.words.determination == Some(Determination::Satisfied)
            })
    });
    if stands_in {
        ItemState::Implemented
    } else {
        ItemState::Unresolved
    }
}

fn conclude(role: Role, states: Vec<ItemState>) -> Conclusion {
    let all = |wanted: &[ItemState]| states.iter().all(|s| wanted.contains(s));
    if states.is_empty() {
        Conclusion::NotApplicable
    } else if states.contains(&ItemState::Unresolved) {
        Conclusion::Open
    } else if all(&[ItemState::Implemented]) {
        Conclusion::Met
    } else if all(&[ItemState::Implemented, ItemState::Decided]) {
        Conclusion::Decided
    } else if all(&[
        ItemState::NotImplemented,
        ItemState::Planned,
        ItemState::DecisionIncomplete,
    ]) {
        // A means that is not there leaves open what else meets the provision.
        match role {
            Role::Is => Conclusion::NotMet,
            Role::Means | Role::Supports => Conclusion::Open,
        }
    } else {
        Conclusion::Partly
    }
}
