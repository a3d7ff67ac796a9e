//! The rules of judging: class weights, answer values, proof, bands, gates, wording.

use serde::{Deserialize, Serialize};

use super::{Designation, Method, Role};
use crate::answer::{Implementation, ItemState};
use crate::evidence::Strength;

/// A class of control: whether it rests on law, and what it weighs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Class {
    /// The code, such as `REQ`.
    pub id: String,
    /// The word for people.
    pub label: String,
    /// What it means.
    pub meaning: String,
    /// The factor on an item's severity weight.
    pub weight: f64,
    /// Whether the items of this class rest on a provision of law.
    pub rests_on_provision: bool,
    /// Whether an alternative or "not reasonable" may be answered, with a decision record.
    pub allows_decision: bool,
}

/// What one answer word means and is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AnswerWord {
    /// The word recorded.
    pub id: Implementation,
    /// The word shown.
    pub label: String,
    /// What it means, for somebody who answers for the first time.
    pub meaning: String,
    /// What the item is worth, 0 to 1, when the answer is complete.
    pub value: f64,
    /// How the severity of the gap it leaves is lowered, in steps.
    #[serde(default)]
    pub severity_relief: u8,
}

/// How proof is weighed against what a control needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AssuranceRule {
    /// The rank of each strength of an evidence link.
    pub ranks: Vec<StrengthRank>,
    /// The rank that is enough for each sufficient method.
    pub sufficient: Vec<MethodRank>,
    /// The factor by how many ranks the best evidence falls short: at or above, one below, …
    pub factors: Vec<f64>,
    /// The factor on evidence older than the control's freshness.
    pub stale_factor: f64,
    /// Below which assurance an implemented item is an evidence gap.
    pub gap_below: f64,
}

/// The rank of one strength.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct StrengthRank {
    /// The strength of an evidence link.
    pub strength: Strength,
    /// Its rank.
    pub rank: u8,
}

/// The rank that one method asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MethodRank {
    /// The method that is sufficient for a control.
    pub method: Method,
    /// The rank it asks for.
    pub rank: u8,
}

/// A word for a range of the provisions figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Band {
    /// The word.
    pub word: String,
    /// The figure from which it holds, 0 to 100.
    pub at_least: f64,
}

/// Below which coverage a word is provisional.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CoverageFloor {
    /// The coverage in per cent below which the prefix stands.
    pub below: f64,
    /// The prefix.
    pub prefix: String,
}

/// A cap on the word that the figure alone would earn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Gate {
    /// A stable name.
    pub id: String,
    /// What is the matter, in a sentence.
    pub title: String,
    /// When it closes.
    pub when: GateRule,
    /// The best word left.
    pub cap: String,
}

/// When a gate closes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum GateRule {
    /// One named control is in one of the states or carries one of the qualifiers.
    Control {
        /// The control's id.
        control: String,
        /// The states that close the gate.
        states: Vec<ItemState>,
        /// The qualifiers that close it whatever the state.
        #[serde(default)]
        qualifiers: Vec<String>,
    },
    /// Any item that plays role *is* for a provision of one of the designations is in a state.
    RoleIs {
        /// The designations that count.
        designations: Vec<Designation>,
        /// The states that close the gate.
        states: Vec<ItemState>,
    },
    /// Any item of a class is in a state.
    Class {
        /// The class.
        class: String,
        /// The states that close the gate.
        states: Vec<ItemState>,
    },
    /// The assurance of all items is below a figure.
    AssuranceBelow {
        /// Per cent.
        percent: f64,
    },
}

/// How a gap is worded for one role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct GapWording {
    /// The role that the control plays.
    pub role: Role,
    /// The wording; `{provision}` stands for the citation.
    pub wording: String,
}

/// The word for one severity weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SeverityWord {
    /// The weight, 1 to 5.
    pub weight: u8,
    /// The word.
    pub label: String,
}
