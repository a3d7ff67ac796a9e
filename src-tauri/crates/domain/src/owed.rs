//! What is still owed before an assessment can be final.

use serde::Serialize;

use crate::answer::{AnswerWords, Implementation, ItemState, Subject};
use crate::dossier::Dossier;
use crate::evidence::Phi;
use crate::finding::{FindingKind, FindingStanding, ResponseCourse};
use crate::framework::Control;
use crate::lookup::Lookup;
use crate::profile::{self, Consequence};
use crate::score::{self, RowStanding, Standing};

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
    /// What lacks: names of fields of the decision record, what a plan or an exclusion is
    /// without, or the title of the evidence.
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
    let consequences = profile::of(dossier);
    let lookup = Lookup::of(dossier);
    let mut found = Vec::new();
    for item in &standing.items {
        let control = dossier.framework.control(&item.control);
        for row in &item.rows {
            let answer = lookup.answer(&item.control, row.subject);
            let mut lacks = |lack, fields: Vec<&str>| {
                found.push(Owed {
                    lack,
                    control: Some(item.control.clone()),
                    subject: row.subject,
                    fields: fields.into_iter().map(str::to_owned).collect(),
                });
            };
            let words = answer.map(|a| &a.words);
            match (words, control) {
                (Some(words), Some(control)) => {
                    if let Some((lack, fields)) =
                        of_answer(dossier, control, row, words, &consequences)
                    {
                        lacks(lack, fields);
                    }
                }
                (None, _) | (_, None) => lacks(Lack::Answer, Vec::new()),
            }
            if words.is_some_and(|w| w.flagged) {
                lacks(Lack::Flag, Vec::new());
            }
        }
    }
    found.extend(of_findings(dossier));
    found.extend(of_evidence(dossier));
    found
}

fn of_answer<'d>(
    dossier: &'d Dossier,
    control: &Control,
    row: &RowStanding,
    words: &AnswerWords,
    consequences: &[Consequence],
) -> Option<(Lack, Vec<&'d str>)> {
    match (words.implementation, row.state) {
        (None, _) => Some((Lack::Answer, Vec::new())),
        (Some(Implementation::Unknown), _) => Some((Lack::Knowledge, Vec::new())),
        (Some(Implementation::NotApplicable), ItemState::Unresolved) => {
            let scope = &dossier.assessment.scope;
            let excluded =
                profile::supports_exclusion(&control.id, row.subject, consequences, scope);
            let lacks = score::missing_exclusion(control, words, excluded);
            // Nothing lacks, and still it is unresolved: it was found otherwise.
            let lack = if lacks.is_empty() {
                Lack::Contradiction
            } else {
                Lack::Exclusion
            };
            Some((lack, lacks))
        }
        (Some(Implementation::Planned), _) => {
            let lacks: Vec<&str> = [
                (words.plan_owner.trim().is_empty(), "the owner"),
                (words.plan_due.is_none(), "the date"),
            ]
            .into_iter()
            .filter_map(|(lacks, name)| lacks.then_some(name))
            .collect();
            (!lacks.is_empty()).then_some((Lack::Plan, lacks))
        }
        (Some(_), ItemState::DecisionIncomplete) => Some((
            Lack::Decision,
            score::missing_decision(&dossier.framework, words),
        )),
        (Some(_), _) => None,
    }
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
