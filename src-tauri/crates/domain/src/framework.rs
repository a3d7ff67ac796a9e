//! The published rule set: controls, provisions and the rules of judging, as read
//! from a catalogue file of one edition.
//!
//! Everything a rule needs to know about a framework is a value here: class weights,
//! answer values, assurance factors, bands, gates, profile effects, wording.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::answer::Implementation;

mod control;
mod judging;
mod scoping;

pub use control::{
    Artefact, Control, Designation, Method, Procedure, Provision, ProvisionLink, Reference,
    Role, SubjectKind, is_of,
};
pub use judging::{
    AnswerWord, AssuranceRule, Band, Class, CoverageFloor, GapWording, Gate, GateRule,
    MethodRank, SeverityWord, StrengthRank,
};
pub use scoping::{DecisionField, Duty, Effect, FieldKind, ProfileOption, ProfileQuestion};

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
    /// What an assessment under this framework is not and does not do, in sentences.
    #[serde(default)]
    pub limits: Vec<String>,
    /// Where the law asks for a decision record; empty when it does not.
    #[serde(default)]
    pub decision_citation: String,
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
