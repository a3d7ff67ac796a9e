//! Organisations and what belongs to them: sites, systems, vendors, people.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{OrganisationId, PersonId, SiteId, SystemId, VendorId};

/// A clinic, practice, company: whoever is assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What it is, such as "outpatient clinic".
    #[serde(default)]
    pub kind: String,
    /// Where its letters go.
    #[serde(default)]
    pub address: String,
    /// Whom to write to.
    #[serde(default)]
    pub contact: String,
    /// Anything else.
    #[serde(default)]
    pub remarks: String,
}

/// A place where the organisation works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// The organisation it belongs to.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// Where it is.
    #[serde(default)]
    pub address: String,
    /// Anything else.
    #[serde(default)]
    pub remarks: String,
}

/// A machine-learning system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct System {
    /// Its id.
    pub id: SystemId,
    /// The organisation it belongs to.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub purpose: String,
    /// Who works with it.
    #[serde(default)]
    pub users: String,
    /// The kind of model.
    #[serde(default)]
    pub model_kind: String,
    /// The model's version.
    #[serde(default)]
    pub model_version: String,
    /// Where it runs.
    #[serde(default)]
    pub hosting: String,
    /// What it learnt from.
    #[serde(default)]
    pub training_data: String,
    /// What it sees in use.
    #[serde(default)]
    pub inference_data: String,
    /// The vendor behind it, if any.
    #[serde(default)]
    pub vendor: Option<VendorId>,
}

/// Somebody outside who supplies a system or touches its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Vendor {
    /// Its id.
    pub id: VendorId,
    /// The organisation that uses it.
    pub organisation: OrganisationId,
    /// Its name.
    pub name: String,
    /// What it supplies.
    #[serde(default)]
    pub service: String,
    /// Whom to ask there.
    #[serde(default)]
    pub contact: String,
    /// The business associate agreement with it.
    #[serde(default)]
    pub agreement: Agreement,
}

/// A business associate agreement (45 CFR 164.504(e), 164.314(a)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Agreement {
    /// Whether there is one.
    pub state: AgreementState,
    /// When it was signed.
    #[serde(default)]
    pub signed: Option<NaiveDate>,
    /// Until when it holds.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where it is kept, its number, what it leaves out.
    #[serde(default)]
    pub remarks: String,
}

/// Whether an agreement is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum AgreementState {
    /// Nobody has looked yet.
    #[default]
    Unknown,
    /// Signed and kept.
    Signed,
    /// Being negotiated.
    InPreparation,
    /// There is none.
    Missing,
    /// None is needed.
    NotNeeded,
}

/// Somebody with a name and contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The organisation they belong to.
    pub organisation: OrganisationId,
    /// Their name.
    pub name: String,
    /// What they do there.
    #[serde(default)]
    pub role: String,
    /// How to reach them.
    #[serde(default)]
    pub contact: String,
}
