//! Controls, the provisions they speak to, and what shows them.

use serde::{Deserialize, Serialize};

use super::Code;

/// The smallest thing that the framework asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Control {
    /// The stable id.
    pub id: String,
    /// The running number in the source checklist.
    pub number: u32,
    /// A short name.
    pub label: String,
    /// What must be in place.
    pub text: String,
    /// The same as a question in plain language.
    pub question: String,
    /// The law or source it rests on, as a sentence.
    pub citation: String,
    /// The class's code.
    pub class: String,
    /// The provisions it speaks to.
    pub provisions: Vec<ProvisionLink>,
    /// What it is asked per.
    pub asked_per: SubjectKind,
    /// The method that is enough proof.
    pub sufficient_method: Method,
    /// How many months evidence stays fresh; 0 means while the document is in force.
    pub fresh_months: u32,
    /// Other standards that say the same.
    pub references: Vec<Reference>,
    /// The artefacts that show it.
    pub evidence: Vec<Artefact>,
    /// How an assessor checks it.
    pub procedures: Vec<Procedure>,
    /// What usually goes wrong with machine learning.
    pub ml_failure: String,
    /// The severity weight, 1 to 5.
    pub severity: u8,
    /// When it is a finding.
    pub finding_when: String,
    /// What to do about it.
    pub remedy: String,
    /// How large the remedy is: an effort's code.
    pub effort: String,
    /// Statements about an answer that a gate may read, such as "a checklist only".
    #[serde(default)]
    pub qualifiers: Vec<Code>,
}

/// How a control relates to one provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProvisionLink {
    /// The provision's citation.
    pub citation: String,
    /// Its designation.
    pub designation: Designation,
    /// The role that the control plays for it.
    pub role: Role,
}

/// A line of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Provision {
    /// The citation, the key.
    pub citation: String,
    /// The title.
    pub title: String,
    /// How binding it is.
    pub designation: Designation,
    /// The rule it belongs to.
    pub rule: String,
}

/// Returns whether a citation is another or stands below it: `1.2(a)` is of `1.2`, and `1.20`
/// is not.
pub fn is_of(citation: &str, of: &str) -> bool {
    citation
        .strip_prefix(of)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
}

/// How binding a provision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Designation {
    /// A required implementation specification.
    Required,
    /// A standard.
    Standard,
    /// An addressable specification: assess, then implement, substitute or record why not
    /// (45 CFR 164.306(d)(3)).
    Addressable,
    /// A duty of the Privacy or Breach Notification Rule.
    PrivacyOrBreach,
    /// A rule outside the framework's own law, named for context.
    OtherLaw,
}

/// The role that a control plays for a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Role {
    /// The control, as worded, is what the provision asks or a part of it.
    Is,
    /// One way toward it that the provision does not name.
    Means,
    /// Context only.
    Supports,
}

/// How an assessor finds out (NIST SP 800-53A).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Method {
    /// Reading documents, records and settings.
    Examine,
    /// Asking people.
    Interview,
    /// Trying it.
    Test,
}

/// What a control is asked per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum SubjectKind {
    /// Once for the organisation.
    Organisation,
    /// For each site.
    Site,
    /// For each machine-learning system.
    System,
    /// For each vendor.
    Vendor,
}

/// A pointer to another standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Reference {
    /// The pointer as printed.
    pub text: String,
    /// Whether it was written from memory and not checked in a copy of the source.
    #[serde(default)]
    pub from_memory: bool,
}

/// An artefact that shows a control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Artefact {
    /// What is wanted.
    pub artefact: String,
    /// Who usually has it: codes of owners.
    pub owners: Vec<String>,
    /// How it is collected: a collection's code.
    pub collection: String,
}

/// A step of checking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Procedure {
    /// How.
    pub method: Method,
    /// What to do.
    pub text: String,
}
