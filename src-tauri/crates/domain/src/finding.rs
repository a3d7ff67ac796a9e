//! Findings: the conclusion that a control is other than satisfied, and the reply to it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::answer::{Determination, Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::framework::{Control, Framework, Role};
use crate::id::{AssessmentId, FindingId};
use crate::score::{ItemStanding, RowStanding, Standing};

/// A conclusion that follows its answer, with what people wrote about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// What the answer says, judged anew whenever it changes.
    #[serde(flatten)]
    pub raised: Raised,
    /// Whether the answer still leaves it.
    pub standing: FindingStanding,
    /// When it was first raised.
    pub first_raised: DateTime<Utc>,
    /// What could happen here, in the assessor's words; empty means the catalogue's.
    #[serde(default)]
    pub consequence: String,
    /// The client's reply.
    #[serde(default)]
    pub response: Response,
}

/// A finding as it follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Raised {
    /// The control's id.
    pub control: String,
    /// What the answer is about.
    pub subject: Subject,
    /// Of which kind it is.
    pub kind: FindingKind,
    /// The severity weight, 1 to 5.
    pub severity: u8,
    /// The gap, worded by the role that the control plays (never "non-compliance").
    pub wording: String,
    /// Whether what was said and what was found contradict each other.
    pub contradiction: bool,
}

/// Of which kind a finding is, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FindingKind {
    /// Something is not in place.
    Gap,
    /// A decision was taken, but its record is not complete.
    DocumentationGap,
    /// It is said to be in place, but not shown.
    EvidenceGap,
    /// Nobody could say.
    OpenQuestion,
}

/// Whether a finding still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FindingStanding {
    /// The answer leaves it.
    Open,
    /// The answer no longer leaves it; what was written is kept.
    Settled,
}

/// What the client says to a finding, in their words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Response {
    /// What will be done.
    #[serde(default)]
    pub course: ResponseCourse,
    /// In their words: the remedy, another one, or why not.
    #[serde(default)]
    pub text: String,
    /// Who sees to it.
    #[serde(default)]
    pub owner: String,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// How far it is.
    #[serde(default)]
    pub state: ResponseState,
}

/// What will be done about a finding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum ResponseCourse {
    /// Nobody has replied yet.
    #[default]
    None,
    /// The remedy that the catalogue proposes.
    Remedy,
    /// Another one.
    Other,
    /// Nothing, for the reason given.
    WillNot,
}

/// How far a response is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum ResponseState {
    /// Not begun.
    #[default]
    Open,
    /// Under way.
    InProgress,
    /// Done, says the client.
    Done,
}

/// Returns the findings that the answers leave, in the order of the framework.
pub fn raise(dossier: &Dossier, standing: &Standing) -> Vec<Raised> {
    let framework = &dossier.framework;
    standing
        .items
        .iter()
        .filter_map(|item| framework.control(&item.control).map(|c| (item, c)))
        .flat_map(|(item, control)| {
            item.rows
                .iter()
                .filter_map(move |row| of_row(dossier, control, item, row))
        })
        .collect()
}

fn of_row(
    dossier: &Dossier,
    control: &Control,
    item: &ItemStanding,
    row: &RowStanding,
) -> Option<Raised> {
    let words = &dossier.answer(&control.id, row.subject)?.words;
    let implementation = words.implementation?;
    let kind = match row.state {
        ItemState::Partial | ItemState::Planned | ItemState::NotImplemented => FindingKind::Gap,
        ItemState::DecisionIncomplete => FindingKind::DocumentationGap,
        ItemState::Implemented | ItemState::Decided => {
            if row.assurance >= dossier.framework.assurance.gap_below {
                return None;
            }
            FindingKind::EvidenceGap
        }
        ItemState::Unresolved => FindingKind::OpenQuestion,
        ItemState::NotApplicable => return None,
    };
    let word = if kind == FindingKind::Gap && row.state == ItemState::Partial {
        Implementation::Partial
    } else {
        implementation
    };
    let relief = dossier
        .framework
        .answer(word)
        .map_or(0, |w| w.severity_relief);
    Some(Raised {
        control: control.id.clone(),
        subject: row.subject,
        kind,
        severity: item.severity.saturating_sub(relief).max(1),
        wording: wording(&dossier.framework, control, kind),
        contradiction: implementation == Implementation::Implemented
            && words.determination == Some(Determination::OtherThanSatisfied),
    })
}

/// Returns how a gap is worded: by the strongest role that the control plays.
pub fn wording(framework: &Framework, control: &Control, kind: FindingKind) -> String {
    let role = [Role::Is, Role::Means, Role::Supports]
        .into_iter()
        .find(|role| control.provisions.iter().any(|p| p.role == *role))
        .unwrap_or(Role::Supports);
    let role = if framework.rests_on_provision(control) {
        role
    } else {
        Role::Supports
    };
    let citations: Vec<String> = control
        .provisions
        .iter()
        .filter(|p| p.role == role)
        .map(|p| format!("§{}", p.citation))
        .collect();
    let gap = framework
        .gap_wording
        .iter()
        .find(|w| w.role == role)
        .map_or_else(
            || "gap".to_owned(),
            |w| w.wording.replace("{provision}", &citations.join(", ")),
        );
    let sentence = match kind {
        FindingKind::Gap => gap,
        FindingKind::DocumentationGap => {
            format!("documentation gap: {gap} until the decision record is complete")
        }
        FindingKind::EvidenceGap => {
            "evidence gap: said to be in place, not yet shown".to_owned()
        }
        FindingKind::OpenQuestion => "open question: nobody asked so far could say".to_owned(),
    };
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
