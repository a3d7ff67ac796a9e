//! The index by provision: what the answers say about each line of the law.

use serde::Serialize;

use crate::answer::ItemState;
use crate::dossier::Dossier;
use crate::framework::{Provision, Role};
use crate::score::Standing;

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
    /// Something is not resolved yet.
    Open,
    /// It does not apply here.
    NotApplicable,
    /// Controls give context only.
    ContextOnly,
    /// No control speaks to it.
    NotAssessed,
}

/// Returns the index in the order of the law.
pub fn index(dossier: &Dossier, standing: &Standing) -> Vec<ProvisionStanding> {
    dossier
        .framework
        .provisions
        .iter()
        .map(|p| one(dossier, standing, p))
        .collect()
}

fn one(dossier: &Dossier, standing: &Standing, provision: &Provision) -> ProvisionStanding {
    let speakers: Vec<Speaker> = dossier
        .framework
        .controls()
        .zip(&standing.items)
        .flat_map(|(control, item)| {
            control
                .provisions
                .iter()
                .filter(|link| link.citation == provision.citation)
                .map(|link| Speaker {
                    control: control.id.clone(),
                    role: link.role,
                    state: item.state,
                })
        })
        .collect();
    let rests_on = [Role::Is, Role::Means]
        .into_iter()
        .find(|r| speakers.iter().any(|s| s.role == *r));
    let conclusion = match rests_on {
        Some(role) => conclude(
            speakers
                .iter()
                .filter(|s| s.role == role)
                .map(|s| s.state)
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

fn conclude(mut states: Vec<ItemState>) -> Conclusion {
    states.retain(|s| *s != ItemState::NotApplicable);
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
        Conclusion::NotMet
    } else {
        Conclusion::Partly
    }
}
