//! Evidence requests: what is still to be collected, from whom, by when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::answer::Subject;
use crate::id::{AssessmentId, EvidenceId, PersonId, RequestId};

/// An artefact wanted from a person by a date. The requests are the evidence plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EvidenceRequest {
    /// Its id.
    pub id: RequestId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control's id.
    pub control: String,
    /// What it is about.
    pub subject: Subject,
    /// What is wanted.
    pub artefact: String,
    /// Why it is asked.
    pub origin: Origin,
    /// Who usually has it: codes of owners.
    #[serde(default)]
    pub owners: Vec<String>,
    /// How it is collected: a collection's code.
    #[serde(default)]
    pub collection: String,
    /// Where it stands.
    #[serde(flatten)]
    pub course: RequestCourse,
}

/// The part of a request that a person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestCourse {
    /// Where it stands.
    #[serde(default)]
    pub state: RequestState,
    /// Whom to ask, when they are on the organisation's list.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Whom to ask, in words.
    #[serde(default)]
    pub ask: String,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Why it was refused or is not to be had.
    #[serde(default)]
    pub reason: String,
    /// The evidence that answered it.
    #[serde(default)]
    pub evidence: Vec<EvidenceId>,
}

/// Why a request was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Origin {
    /// The catalogue asks for it.
    Catalogue,
    /// An answer was "I don't know".
    Unknown,
    /// Somebody added it.
    Person,
}

/// Where a request stands.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum RequestState {
    /// Nobody was asked yet.
    #[default]
    Wanted,
    /// Somebody was asked.
    Asked,
    /// It came and was not looked at yet.
    Received,
    /// It is what was wanted.
    Accepted,
    /// It is not what was wanted, or was not given.
    Refused,
    /// It does not exist.
    NotToBeHad,
}

impl RequestState {
    /// Returns whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Wanted | Self::Asked | Self::Received)
    }
}
