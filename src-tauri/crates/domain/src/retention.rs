//! How long what belongs to an organisation is kept.
//!
//! 45 CFR 164.316(b)(2)(i): documentation is kept for six years from the date of its creation
//! or the date when it last was in effect, whichever is later.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::OrganisationId;

/// What was said about keeping an organisation's documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Retention {
    /// The organisation.
    pub id: OrganisationId,
    /// Whether a legal hold stops all deletion.
    pub hold: bool,
    /// Why, or until when.
    pub hold_reason: String,
    /// The day until which the contract lets the consultant keep this copy.
    pub contract_until: Option<NaiveDate>,
}
