//! Findings: the conclusion that a control is other than satisfied, and the reply to it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::answer::{AnswerWords, Determination, Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::framework::{Control, Framework, Role};
use crate::id::{AssessmentId, FindingId};
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};
use crate::score::{self, ItemStanding, RowStanding, Standing};

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
    /// The gap, worded by the roles that the control plays (never "non-compliance").
    pub wording: String,
    /// Whether it was said to be in place and found otherwise.
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
    /// Nobody could say, or it is said not to apply without what that needs.
    OpenQuestion,
}

impl FindingKind {
    /// Returns whether something lacks, the record of a decision included: such a finding
    /// asks for a response.
    pub fn is_gap(self) -> bool {
        matches!(self, Self::Gap | Self::DocumentationGap)
    }
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
    let consequences = profile::of(dossier);
    let lookup = Lookup::of(dossier);
    let mut raised = Vec::new();
    for item in &standing.items {
        let Some(control) = framework.control(&item.control) else {
            continue;
        };
        let rows = item.rows.iter();
        raised.extend(rows.filter_map(|row| {
            let words = &lookup.answer(&control.id, row.subject)?.words;
            of_row(dossier, control, item, row, words, &consequences)
        }));
    }
    raised
}

/// Lets the findings follow what the answers leave: those that still stand are judged anew
/// and open, the others are settled, and nothing that a person wrote is touched. Returns what
/// was raised for the first time, to be given an id and kept.
pub fn follow(findings: &mut [Finding], raised: Vec<Raised>) -> Vec<Raised> {
    let mut known: HashMap<(String, Subject), &mut Finding> = HashMap::new();
    for finding in findings.iter_mut().rev() {
        finding.standing = FindingStanding::Settled;
        let place = (finding.raised.control.clone(), finding.raised.subject);
        known.insert(place, finding);
    }
    raised
        .into_iter()
        .filter_map(|raised| {
            let place = (raised.control.clone(), raised.subject);
            let Some(finding) = known.get_mut(&place) else {
                return Some(raised);
            };
            finding.raised = raised;
            finding.standing = FindingStanding::Open;
            None
        })
        .collect()
}

fn of_row(
    dossier: &Dossier,
    control: &Control,
    item: &ItemStanding,
    row: &RowStanding,
    words: &AnswerWords,
    consequences: &[Consequence],
) -> Option<Raised> {
    let framework = &dossier.framework;
    let implementation = words.implementation?;
    let otherwise = words.determination == Some(Determination::OtherThanSatisfied);
    let scope = &dossier.assessment.scope;
    let binds = |citation: &str| profile::binds(citation, consequences, scope);
    let (kind, wording) = match row.state {
        ItemState::Partial | ItemState::Planned | ItemState::NotImplemented => {
            (FindingKind::Gap, gap(framework, control, &binds))
        }
        ItemState::DecisionIncomplete => (
            FindingKind::DocumentationGap,
            format!(
                "documentation gap until the decision record is complete: {}",
                gap(framework, control, &binds)
            ),
        ),
        ItemState::Implemented if row.assurance < framework.assurance.gap_below => (
            FindingKind::EvidenceGap,
            "evidence gap: said to be in place, not yet shown".to_owned(),
        ),
        ItemState::Unresolved => {
            let excluded =
                profile::supports_exclusion(&control.id, row.subject, consequences, scope);
            let lacks = score::missing_exclusion(control, words, excluded);
            (FindingKind::OpenQuestion, question(implementation, &lacks))
        }
        ItemState::Implemented | ItemState::Decided | ItemState::NotApplicable => return None,
    };
    let word = if row.state == ItemState::Partial {
        Implementation::Partial
    } else {
        implementation
    };
    let relief = framework.answer(word).map_or(0, |w| w.severity_relief);
    Some(Raised {
        control: control.id.clone(),
        subject: row.subject,
        kind,
        severity: item.severity.saturating_sub(relief).max(1),
        wording: sentence(&wording),
        contradiction: otherwise && implementation == Implementation::Implemented,
    })
}

/// Returns how a gap is worded: for each role that the control plays, with the provisions
/// that bind here for which it plays it. What rests on no provision is worded as context is.
fn gap(framework: &Framework, control: &Control, binds: &dyn Fn(&str) -> bool) -> String {
    let bound = || control.provisions.iter().filter(|p| binds(&p.citation));
    let of = |role: Role| {
        let citations: Vec<String> = bound()
            .filter(|p| p.role == role)
            .map(|p| format!("§{}", p.citation))
            .collect();
        let wording = framework.gap_wording.iter().find(|w| w.role == role)?;
        Some(
            wording
                .wording
                .replace("{provision}", &citations.join(", ")),
        )
    };
    let plays = |role: &Role| bound().any(|p| p.role == *role);
    let mut parts: Vec<String> = if framework.rests_on_provision(control) {
        let roles = [Role::Is, Role::Means].into_iter();
        roles.filter(plays).filter_map(of).collect()
    } else {
        Vec::new()
    };
    if parts.is_empty() {
        parts.extend(of(Role::Supports));
    }
    parts.join("; ")
}

/// Returns how an open question is worded: nobody knows, or "not applicable" lacks something,
/// or it was found otherwise.
fn question(said: Implementation, lacks: &[&str]) -> String {
    if said != Implementation::NotApplicable {
        return "open question: nobody asked so far could say".to_owned();
    }
    if lacks.is_empty() {
        return "open question: said not to apply, found other than satisfied".to_owned();
    }
    format!(
        "open question: said not to apply, without {}",
        lacks.join(" and ")
    )
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
