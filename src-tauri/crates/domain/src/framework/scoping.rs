//! The scoping profile with its effects, and the fields of a decision record.

use serde::{Deserialize, Serialize};

use super::SubjectKind;
use crate::answer::Implementation;

/// A question of the scoping profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProfileQuestion {
    /// A stable name.
    pub id: String,
    /// The question.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// What it is asked per: the organisation or each system.
    pub asked_per: SubjectKind,
    /// The choices.
    pub options: Vec<ProfileOption>,
}

/// A choice, with what it changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProfileOption {
    /// A stable name.
    pub id: String,
    /// The words of the choice.
    pub label: String,
    /// What it changes.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// What a profile choice changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Effect {
    /// Proposes that the controls do not apply, with the reason.
    NotApplicable {
        /// Ids of controls or groups.
        controls: Vec<String>,
        /// Why.
        reason: String,
    },
    /// Raises or lowers the severity weight. Asked per system, the heaviest system counts.
    Weight {
        /// Ids of controls or groups.
        controls: Vec<String>,
        /// By how much.
        by: i8,
        /// Why.
        reason: String,
    },
    /// Sets the severity weight. Asked per system, the heaviest system counts.
    WeightSet {
        /// Ids of controls or groups.
        controls: Vec<String>,
        /// To what.
        to: u8,
        /// Why.
        reason: String,
    },
    /// Says something about how the controls are answered here.
    Remark {
        /// Ids of controls or groups.
        controls: Vec<String>,
        /// What.
        reason: String,
    },
    /// Says that provisions do not bind here: no gap is worded against them, and no
    /// conclusion drawn. The controls stay.
    NotBinding {
        /// Citations, or their beginnings before a bracket.
        provisions: Vec<String>,
        /// Why.
        reason: String,
    },
    /// Points at duties outside the catalogue.
    Duty {
        /// Ids of duties.
        duties: Vec<String>,
        /// Why.
        reason: String,
    },
}

/// A field of a decision record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DecisionField {
    /// A stable name.
    pub id: String,
    /// The name of the field.
    pub label: String,
    /// What belongs into it.
    pub hint: String,
    /// How it is filled.
    pub kind: FieldKind,
    /// The answer words for which it must be filled.
    pub required_for: Vec<Implementation>,
}

/// How a field is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FieldKind {
    /// Text.
    Text,
    /// A person's name.
    Person,
    /// A date, `year-month-day`.
    Date,
}

/// A duty outside the controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Duty {
    /// A stable name.
    pub id: String,
    /// What it asks.
    pub title: String,
    /// Where it stands.
    pub citation: String,
    /// Why it matters for machine learning.
    pub why: String,
    /// Whether it was written from memory and not checked in a copy of the source.
    #[serde(default)]
    pub from_memory: bool,
}
