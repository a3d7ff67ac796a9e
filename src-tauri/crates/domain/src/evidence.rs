//! Evidence: a record of an artefact examined, and how it bears on answers.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::answer::Subject;
use crate::id::{AssessmentId, AttachmentId, EvidenceId, EvidenceLinkId};

/// A record of an artefact examined. Without an attachment it is a written reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// What it is called.
    pub title: String,
    /// The sealed bytes, if there are any.
    #[serde(default)]
    pub attachment: Option<Attachment>,
    /// What it is said to be and by whom.
    #[serde(flatten)]
    pub description: EvidenceDescription,
    /// When it was taken in.
    pub added: DateTime<Utc>,
    /// Why it no longer counts, if so.
    #[serde(default)]
    pub withdrawn: Option<Withdrawal>,
    /// The evidence of which this is a redacted copy, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub redacts: Option<EvidenceId>,
}

/// What a person writes about evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EvidenceDescription {
    /// What it shows, or where it is when it was only referred to.
    #[serde(default)]
    pub text: String,
    /// Who gave it.
    #[serde(default)]
    pub provided_by: String,
    /// Who took it.
    #[serde(default)]
    pub collected_by: String,
    /// When.
    #[serde(default)]
    pub collected_on: Option<NaiveDate>,
    /// The first day it speaks for.
    #[serde(default)]
    pub covers_from: Option<NaiveDate>,
    /// The last day it speaks for.
    #[serde(default)]
    pub covers_to: Option<NaiveDate>,
    /// The version of the document.
    #[serde(default)]
    pub document_version: String,
    /// Since when it is in effect.
    #[serde(default)]
    pub effective: Option<NaiveDate>,
    /// Until when it is in effect.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    /// How it was collected: a collection's code.
    #[serde(default)]
    pub collection: String,
    /// Who may see it.
    #[serde(default)]
    pub confidentiality: Confidentiality,
    /// Whether it holds protected health information.
    #[serde(default)]
    pub phi: Phi,
}

/// Who may see evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Confidentiality {
    /// The client and whoever they show it to.
    #[default]
    Client,
    /// Named people only.
    Restricted,
    /// The assessor's working papers only.
    WorkingOnly,
}

/// Whether evidence holds protected health information (45 CFR 160.103).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Phi {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody has looked.
    #[default]
    Unknown,
}

/// What is known of the sealed bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Attachment {
    /// The bytes' id; equal bytes have one.
    pub id: AttachmentId,
    /// The name that the file had.
    pub file_name: String,
    /// Bytes.
    #[cfg_attr(feature = "bindings", ts(type = "number"))]
    pub length: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
}

/// Why evidence no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Withdrawal {
    /// Why.
    pub reason: String,
    /// Who withdrew it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// How evidence bears on an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EvidenceLink {
    /// Its id.
    pub id: EvidenceLinkId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The evidence.
    pub evidence: EvidenceId,
    /// The control's id.
    pub control: String,
    /// What the answer is about.
    pub subject: Subject,
    /// How strong it is.
    pub strength: Strength,
    /// Which way it points.
    pub bearing: Bearing,
    /// Anything to add.
    #[serde(default)]
    pub remark: String,
}

/// How strong a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Strength {
    /// Somebody said so.
    Stated,
    /// A document was read.
    Examined,
    /// It was tried.
    Tested,
    /// It was seen at work.
    Observed,
}

/// Which way evidence points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Bearing {
    /// For the answer.
    Supports,
    /// Against it.
    Contradicts,
}
