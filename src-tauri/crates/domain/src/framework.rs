//! The published rule set: controls, provisions and the rules of judging, as read
//! from a catalogue file of one edition.
//!
//! Everything a rule needs to know about a framework is a value here: class weights,
//! answer values, assurance factors, bands, gates, profile effects, wording.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::answer::{Implementation, ItemState};
use crate::evidence::Strength;

/// A published rule set in one edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Framework {
    /// The short name that stays the same over editions.
    pub id: String,
    /// The edition, `year.month`.
    pub edition: String,
    /// The title as printed.
    pub title: String,
    /// What the framework covers, in a sentence or two.
    pub description: String,
    /// The day up to which its facts were checked.
    pub as_of: NaiveDate,
    /// Where the controls come from.
    pub source: String,
    /// The sentence that stands wherever a figure stands.
    pub disclaimer: String,
    /// The legal text's name before a citation, such as `45 CFR`.
    pub citation_prefix: String,
    /// What each class of control means and weighs.
    pub classes: Vec<Class>,
    /// What each answer word means and is worth.
    pub answers: Vec<AnswerWord>,
    /// How proof is weighed.
    pub assurance: AssuranceRule,
    /// The most an item can be worth when the assessor finds it other than satisfied.
    pub determination_cap: f64,
    /// Words for the provisions figure, best first.
    pub bands: Vec<Band>,
    /// What caps the word, whatever the figure.
    pub gates: Vec<Gate>,
    /// Below which coverage the word is provisional, and the prefix it then gets.
    pub coverage_floor: CoverageFloor,
    /// How a gap is worded, by the role that the control plays for a provision.
    pub gap_wording: Vec<GapWording>,
    /// The scoping profile, asked first.
    pub profile: Vec<ProfileQuestion>,
    /// The fields of a decision record.
    pub decision_record: Vec<DecisionField>,
    /// Who usually holds an artefact.
    pub owners: Vec<Code>,
    /// How an artefact is collected.
    pub collections: Vec<Code>,
    /// How large a remedy is for a small organisation.
    pub efforts: Vec<Code>,
    /// Severity words, one per weight.
    pub severities: Vec<SeverityWord>,
    /// What each designation of a provision means.
    pub designations: Vec<Code>,
    /// All provisions in the order of the law.
    pub provisions: Vec<Provision>,
    /// Duties outside the controls that the profile may point at.
    pub duties: Vec<Duty>,
    /// Facts with a date, shown beside the controls.
    pub facts: Vec<DatedFact>,
    /// The controls, in their tree.
    pub sections: Vec<Section>,
}

/// A code with its meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Code {
    /// The code.
    pub id: String,
    /// The word for people.
    pub label: String,
    /// What it means, when the word alone does not say it.
    #[serde(default)]
    pub meaning: String,
}

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
    /// Raises or lowers the severity weight.
    Weight {
        /// Ids of controls or groups.
        controls: Vec<String>,
        /// By how much.
        by: i8,
        /// Why.
        reason: String,
    },
    /// Sets the severity weight.
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

/// A fact that ages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DatedFact {
    /// A stable name.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// The fact.
    pub text: String,
    /// The day on which it was checked.
    pub as_of: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// Whether it was written from memory and not checked in a copy of the source.
    #[serde(default)]
    pub from_memory: bool,
    /// The controls it bears on.
    #[serde(default)]
    pub controls: Vec<String>,
}

/// A top heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Section {
    /// A stable name.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A middle heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Part {
    /// A stable name.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its groups.
    pub groups: Vec<Group>,
}

/// A low heading with its controls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Group {
    /// The prefix of its controls' ids.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its controls.
    pub controls: Vec<Control>,
}

impl Section {
    /// Returns the section's controls in order.
    pub fn controls(&self) -> impl Iterator<Item = &Control> {
        self.parts
            .iter()
            .flat_map(|p| p.groups.iter())
            .flat_map(|g| g.controls.iter())
    }
}

impl Framework {
    /// Returns all controls in order.
    pub fn controls(&self) -> impl Iterator<Item = &Control> {
        self.sections.iter().flat_map(Section::controls)
    }

    /// Returns one control.
    pub fn control(&self, id: &str) -> Option<&Control> {
        self.controls().find(|c| c.id == id)
    }

    /// Returns one class.
    pub fn class(&self, id: &str) -> Option<&Class> {
        self.classes.iter().find(|c| c.id == id)
    }

    /// Returns the meaning and value of an answer word.
    pub fn answer(&self, word: Implementation) -> Option<&AnswerWord> {
        self.answers.iter().find(|a| a.id == word)
    }

    /// Returns whether a selector, the id of a control, group, part or section, covers a control.
    pub fn selects(&self, selector: &str, control: &str) -> bool {
        selector == control
            || self.sections.iter().any(|s| {
                let holds = |g: &Group| g.controls.iter().any(|c| c.id == control);
                (s.id == selector && s.controls().any(|c| c.id == control))
                    || s.parts.iter().any(|p| {
                        (p.id == selector && p.groups.iter().any(holds))
                            || p.groups.iter().any(|g| g.id == selector && holds(g))
                    })
            })
    }

    /// Returns the class of a control, and whether it rests on a provision.
    pub fn rests_on_provision(&self, control: &Control) -> bool {
        self.class(&control.class)
            .is_some_and(|c| c.rests_on_provision)
    }

    /// Returns whether the control may be answered with a recorded decision.
    pub fn allows_decision(&self, control: &Control) -> bool {
        self.class(&control.class)
            .is_some_and(|c| c.allows_decision)
    }
}
