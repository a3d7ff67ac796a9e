//! What is still owed before an assessment can be final.

use serde::Serialize;

use crate::answer::{Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::evidence::Phi;
use crate::finding::{FindingKind, FindingStanding, ResponseCourse};
use crate::score::{self, Standing};

/// One thing that is still owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Owed {
    /// What is owed.
    pub lack: Lack,
    /// The control it is owed for, if it is.
    pub control: Option<String>,
    /// What the answer is about.
    pub subject: Subject,
    /// Names of the fields that lack, where the lack is of fields.
    pub fields: Vec<String>,
}

/// What may be owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Lack {
    /// An answer.
    Answer,
    /// Somebody who knows.
    Knowledge,
    /// The reason, the approver or the profile's support of "not applicable".
    Exclusion,
    /// The owner or the date of a plan.
    Plan,
    /// Fields of the decision record.
    Decision,
    /// A choice between what was said and what was found.
    Contradiction,
    /// A response to a gap.
    Response,
    /// A look whether the evidence holds protected health information.
    PhiLook,
    /// A second look at what was flagged.
    Flag,
}

/// Returns what is still owed, in the order of the framework.
pub fn owed(dossier: &Dossier, standing: &Standing) -> Vec<Owed> {
    let mut found = Vec::new();
    for item in &standing.items {
        for row in &item.rows {
            let mut lacks = |lack, fields| {
                found.push(Owed {
                    lack,
                    control: Some(item.control.clone()),
                    subject: row.subject,
                    fields,
                });
            };
            let Some(answer) = dossier.answer(&item.control, row.subject) else {
                lacks(Lack::Answer, Vec::new());
                continue;
            };
            let words = &answer.words;
            match words.implementation {
                None => lacks(Lack::Answer, Vec::new()),
                Some(Implementation::Unknown) => lacks(Lack::Knowledge, Vec::new()),
                Some(Implementation::NotApplicable) if row.state == ItemState::Unresolved => {
                    lacks(Lack::Exclusion, Vec::new());
                }
                Some(Implementation::Planned)
                    if words.plan_owner.trim().is_empty() || words.plan_due.is_none() =>
                {
                    lacks(Lack::Plan, Vec::new());
                }
                Some(Implementation::Alternative | Implementation::NotReasonable)
                    if row.state == ItemState::DecisionIncomplete =>
                {
                    let fields = score::missing_decision(&dossier.framework, words);
                    lacks(
                        Lack::Decision,
                        fields.into_iter().map(str::to_owned).collect(),
                    );
                }
                Some(_) => {}
            }
            if words.flagged {
                lacks(Lack::Flag, Vec::new());
            }
        }
    }
    found.extend(of_findings(dossier));
    found.extend(of_evidence(dossier));
    found
}

fn of_findings(dossier: &Dossier) -> impl Iterator<Item = Owed> {
    let open = dossier
        .findings
        .iter()
        .filter(|f| f.standing == FindingStanding::Open);
    open.flat_map(|finding| {
        let owe = |lack| Owed {
            lack,
            control: Some(finding.raised.control.clone()),
            subject: finding.raised.subject,
            fields: Vec::new(),
        };
        let gap = matches!(
            finding.raised.kind,
            FindingKind::Gap | FindingKind::DocumentationGap
        );
        let unanswered = gap && finding.response.course == ResponseCourse::None;
        [
            finding
                .raised
                .contradiction
                .then(|| owe(Lack::Contradiction)),
            unanswered.then(|| owe(Lack::Response)),
        ]
    })
    .flatten()
}

fn of_evidence(dossier: &Dossier) -> impl Iterator<Item = Owed> {
    dossier
        .evidence
        .iter()
        .filter(|e| {
            e.withdrawn.is_none() && e.attachment.is_some() && e.description.phi == Phi::Unknown
        })
        .map(|e| Owed {
            lack: Lack::PhiLook,
            control: None,
            subject: Subject::All,
            fields: vec![e.title.clone()],
        })
}
