//! What was recorded for a control: the answer, and the observations under it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::framework::Method;
use crate::id::{AnswerId, AssessmentId, ObservationId, SiteId, SystemId, VendorId};

/// What an answer is about. It stands for all of the control's kind in scope until
/// someone splits it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(type = "string"))]
pub enum Subject {
    /// All of the control's kind in scope, or the organisation itself.
    All,
    /// One site.
    Site(SiteId),
    /// One system.
    System(SystemId),
    /// One vendor.
    Vendor(VendorId),
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Site(id) => write!(f, "site:{id}"),
            Self::System(id) => write!(f, "system:{id}"),
            Self::Vendor(id) => write!(f, "vendor:{id}"),
        }
    }
}

impl TryFrom<String> for Subject {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let unknown = || "a subject is all, site:ID, system:ID or vendor:ID".to_owned();
        if text == "all" {
            return Ok(Self::All);
        }
        let (kind, id) = text.split_once(':').ok_or_else(unknown)?;
        let id: Uuid = id.parse().map_err(|_| unknown())?;
        match kind {
            "site" => Ok(Self::Site(SiteId(id))),
            "system" => Ok(Self::System(SystemId(id))),
            "vendor" => Ok(Self::Vendor(VendorId(id))),
            _ => Err(unknown()),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::try_from(text.to_owned())
    }
}

/// What is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Implementation {
    /// In place as asked.
    Implemented,
    /// In place in part.
    Partial,
    /// Not yet, with an owner and a date.
    Planned,
    /// Something else stands in for it, with a decision record (45 CFR 164.306(d)(3)).
    Alternative,
    /// Neither it nor an alternative is reasonable, with a decision record
    /// (45 CFR 164.306(d)(3)).
    NotReasonable,
    /// Not in place.
    NotImplemented,
    /// Does not apply, with reason and approver.
    NotApplicable,
    /// Nobody asked so far knows.
    Unknown,
}

impl Implementation {
    /// Returns whether it stands on a decision record (45 CFR 164.306(d)(3)).
    pub fn is_decision(self) -> bool {
        matches!(self, Self::Alternative | Self::NotReasonable)
    }
}

/// What the assessor concludes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Determination {
    /// The control does what it should.
    Satisfied,
    /// It does not, whatever was said.
    OtherThanSatisfied,
}

/// The state of a control as judged from its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum ItemState {
    /// In place.
    Implemented,
    /// In place in part, or found other than satisfied.
    Partial,
    /// Not yet, planned.
    Planned,
    /// Decided otherwise with a complete record.
    Decided,
    /// Decided otherwise, but the record lacks something.
    DecisionIncomplete,
    /// Not in place.
    NotImplemented,
    /// Does not apply.
    NotApplicable,
    /// Unanswered, unknown, or said not to apply without what that needs.
    Unresolved,
}

/// What was recorded for a control and subject. Absent means unanswered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control's id.
    pub control: String,
    /// What it is about.
    pub subject: Subject,
    /// What was recorded.
    #[serde(flatten)]
    pub words: AnswerWords,
    /// Who answered.
    #[serde(default)]
    pub assessor: String,
    /// When it was last changed.
    pub changed: DateTime<Utc>,
}

/// The part of an answer that a person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AnswerWords {
    /// What is in place; nothing when only a note was written so far.
    #[serde(default)]
    pub implementation: Option<Implementation>,
    /// What the assessor concludes.
    #[serde(default)]
    pub determination: Option<Determination>,
    /// The assessor's prose, as Markdown.
    #[serde(default)]
    pub note: String,
    /// Names of the control's qualifiers that hold.
    #[serde(default)]
    pub qualifiers: Vec<String>,
    /// The decision record: the framework's field names with what was written.
    #[serde(default)]
    pub decision: BTreeMap<String, String>,
    /// Why it does not apply.
    #[serde(default)]
    pub exclusion_reason: String,
    /// Who approved that it does not apply.
    #[serde(default)]
    pub exclusion_approver: String,
    /// Who sees to what is planned.
    #[serde(default)]
    pub plan_owner: String,
    /// By when.
    #[serde(default)]
    pub plan_due: Option<NaiveDate>,
    /// Who would know.
    #[serde(default)]
    pub who_would_know: String,
    /// Whether to come back to this.
    #[serde(default)]
    pub flagged: bool,
}

/// A dated fact, found by following a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Observation {
    /// Its id.
    pub id: ObservationId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control's id.
    pub control: String,
    /// What it is about.
    pub subject: Subject,
    /// How it was found.
    pub method: Method,
    /// The procedure that was followed, in the catalogue's or the assessor's words.
    #[serde(default)]
    pub procedure: String,
    /// With whom.
    #[serde(default)]
    pub with_whom: String,
    /// On which day.
    pub on: NaiveDate,
    /// Out of what was looked at.
    #[serde(default)]
    pub population: String,
    /// What was looked at.
    #[serde(default)]
    pub sample: String,
    /// What was found.
    pub result: String,
    /// By whom it was found.
    #[serde(default)]
    pub by: String,
}
