//! Evidence requests: what is still to be collected, from whom, by when.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::answer::{Implementation, Subject};
use crate::dossier::Dossier;
use crate::finding::{Finding, FindingKind, FindingStanding, Raised};
use crate::framework::{Artefact, Control};
use crate::id::{AssessmentId, EvidenceId, PersonId, RequestId};

/// An artefact wanted from a person by a date. The requests are the evidence plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EvidenceRequest {
    /// Its id.
    pub id: RequestId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control's id.
    pub control: String,
    /// What it is about.
    pub subject: Subject,
    /// What is wanted.
    pub artefact: String,
    /// Why it is asked.
    pub origin: Origin,
    /// Who usually has it: codes of owners.
    #[serde(default)]
    pub owners: Vec<String>,
    /// How it is collected: a collection's code.
    #[serde(default)]
    pub collection: String,
    /// Where it stands.
    #[serde(flatten)]
    pub course: RequestCourse,
}

/// The part of a request that a person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct RequestCourse {
    /// Where it stands.
    #[serde(default)]
    pub state: RequestState,
    /// Whom to ask, when they are on the organisation's list.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Whom to ask, in words.
    #[serde(default)]
    pub ask: String,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Why it was refused or is not to be had.
    #[serde(default)]
    pub reason: String,
    /// What whoever was asked says to it. Not there when empty, so that a state without remarks
    /// has the digest that it had before there were any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<String>", optional))]
    pub remark: String,
    /// The evidence that answered it.
    #[serde(default)]
    pub evidence: Vec<EvidenceId>,
}

/// Why a request was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Origin {
    /// The catalogue asks for it.
    Catalogue,
    /// An answer was "I don't know".
    Unknown,
    /// Somebody added it.
    Person,
}

/// Where a request stands.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum RequestState {
    /// Nobody was asked yet.
    #[default]
    Wanted,
    /// Somebody was asked.
    Asked,
    /// It came and was not looked at yet.
    Received,
    /// It is what was wanted.
    Accepted,
    /// It is not what was wanted, or was not given.
    Refused,
    /// It does not exist.
    NotToBeHad,
}

impl RequestState {
    /// All states, in the order in which a request comes to them.
    pub const ALL: [Self; 6] = [
        Self::Wanted,
        Self::Asked,
        Self::Received,
        Self::Accepted,
        Self::Refused,
        Self::NotToBeHad,
    ];

    /// Returns its word for people, the same in every document.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wanted => "Wanted",
            Self::Asked => "Asked",
            Self::Received => "Received",
            Self::Accepted => "Accepted",
            Self::Refused => "Refused",
            Self::NotToBeHad => "Not to be had",
        }
    }

    /// Returns whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Wanted | Self::Asked | Self::Received)
    }
}

/// Returns the requests that still have to be made, with nil ids: for each evidence gap, and
/// each answer that nobody knows, for which nothing is asked any more, what the catalogue asks
/// for. What was found not to be had is not asked for again.
pub fn unasked(dossier: &Dossier) -> Vec<EvidenceRequest> {
    let mut asked: HashMap<&str, Vec<&EvidenceRequest>> = HashMap::new();
    for request in &dossier.requests {
        asked.entry(&request.control).or_default().push(request);
    }
    let mut lacking: HashMap<&str, HashSet<Subject>> = HashMap::new();
    for finding in dossier
        .findings
        .iter()
        .filter(|f| calls_for_evidence(dossier, f))
    {
        let Raised {
            control, subject, ..
        } = &finding.raised;
        let requests = asked.get(control.as_str());
        let is_asked = requests.into_iter().flatten().any(|r| {
            let speaks = [r.subject, *subject].contains(&Subject::All) || r.subject == *subject;
            speaks && r.course.state.is_open()
        });
        if !is_asked {
            lacking.entry(control).or_default().insert(*subject);
        }
    }
    let mut wanted = Vec::new();
    for control in dossier.framework.controls() {
        let Some(lacking) = lacking.get(control.id.as_str()) else {
            continue;
        };
        let rows = dossier.rows(control);
        let subjects = if rows.iter().all(|row| lacking.contains(row)) {
            vec![Subject::All]
        } else {
            rows.into_iter()
                .filter(|row| lacking.contains(row))
                .collect()
        };
        let requests = asked.get(control.id.as_str());
        for subject in subjects {
            for artefact in &control.evidence {
                let is_not_to_be_had = requests.into_iter().flatten().any(|r| {
                    r.artefact == artefact.artefact
                        && [Subject::All, subject].contains(&r.subject)
                        && r.course.state == RequestState::NotToBeHad
                });
                if !is_not_to_be_had {
                    let assessment = dossier.assessment.id;
                    wanted.push(of_catalogue(assessment, control, subject, artefact));
                }
            }
        }
    }
    wanted
}

fn calls_for_evidence(dossier: &Dossier, finding: &Finding) -> bool {
    let Raised {
        control, subject, ..
    } = &finding.raised;
    let is_unknown = || {
        dossier
            .answer(control, *subject)
            .is_some_and(|a| a.words.implementation == Some(Implementation::Unknown))
    };
    finding.standing == FindingStanding::Open
        && match finding.raised.kind {
            FindingKind::EvidenceGap => true,
            FindingKind::OpenQuestion => is_unknown(),
            FindingKind::Gap | FindingKind::DocumentationGap => false,
        }
}

/// Returns the request for what the catalogue asks of a control, with a nil id.
pub fn of_catalogue(
    assessment: AssessmentId,
    control: &Control,
    subject: Subject,
    artefact: &Artefact,
) -> EvidenceRequest {
    EvidenceRequest {
        id: RequestId(Uuid::nil()),
        assessment,
        control: control.id.clone(),
        subject,
        artefact: artefact.artefact.clone(),
        origin: Origin::Catalogue,
        owners: artefact.owners.clone(),
        collection: artefact.collection.clone(),
        course: RequestCourse::default(),
    }
}
