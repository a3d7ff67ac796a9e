//! Which records are searched, and which of their words.

use domain::answer::{Answer, Observation};
use domain::assessment::Assessment;
use domain::evidence::Evidence;
use domain::finding::Finding;
use domain::note::WorkingNote;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
use uuid::Uuid;

use crate::record::Record;

/// A record that is searched.
pub trait Searched: Record {
    /// Returns what is searched of it, in the order in which it is shown.
    fn texts(&self) -> Vec<&str>;

    /// Returns what it hangs on: an assessment, or an organisation.
    fn hangs_on(&self) -> Uuid {
        self.assessment()
            .or(self.organisation())
            .unwrap_or_default()
    }
}

/// A searched table.
pub(super) struct Kind {
    /// Its name.
    pub(super) name: &'static str,
    /// Reads a record's words; nothing when it cannot be read.
    pub(super) read: fn(&str) -> Option<Read>,
}

impl Kind {
    const fn of<R: Searched>() -> Self {
        Self {
            name: R::KIND,
            read: read::<R>,
        }
    }
}

/// What a record hangs on, and its texts.
type Read = (Uuid, Vec<String>);

fn read<R: Searched>(body: &str) -> Option<Read> {
    let record: R = serde_json::from_str(body).ok()?;
    let texts = record.texts().into_iter().map(str::to_owned).collect();
    Some((record.hangs_on(), texts))
}

/// All searched kinds, in the order in which they are shown. The place of each is part of the
/// index: a new one goes to the end.
pub(super) const KINDS: &[Kind] = &[
    Kind::of::<Answer>(),
    Kind::of::<WorkingNote>(),
    Kind::of::<Observation>(),
    Kind::of::<Evidence>(),
    Kind::of::<Finding>(),
    Kind::of::<EvidenceRequest>(),
    Kind::of::<Person>(),
    Kind::of::<System>(),
    Kind::of::<Vendor>(),
    Kind::of::<Site>(),
    Kind::of::<Organisation>(),
    Kind::of::<Assessment>(),
];

impl Searched for Answer {
    fn texts(&self) -> Vec<&str> {
        let words = &self.words;
        let mut texts = vec![words.note.as_str()];
        texts.extend(words.decision.values().map(String::as_str));
        texts.extend([
            words.exclusion_reason.as_str(),
            &words.exclusion_approver,
            &words.plan_owner,
            &words.who_would_know,
        ]);
        texts
    }
}

impl Searched for WorkingNote {
    fn texts(&self) -> Vec<&str> {
        vec![&self.text]
    }
}

impl Searched for Observation {
    fn texts(&self) -> Vec<&str> {
        vec![
            &self.result,
            &self.procedure,
            &self.with_whom,
            &self.population,
            &self.sample,
            &self.by,
        ]
    }
}

impl Searched for Evidence {
    fn texts(&self) -> Vec<&str> {
        let description = &self.description;
        let mut texts = vec![
            self.title.as_str(),
            &description.text,
            &description.provided_by,
            &description.collected_by,
            &description.document_version,
        ];
        texts.extend(self.attachment.as_ref().map(|a| a.file_name.as_str()));
        texts.extend(self.withdrawn.as_ref().map(|w| w.reason.as_str()));
        texts
    }
}

impl Searched for Finding {
    fn texts(&self) -> Vec<&str> {
        vec![&self.consequence, &self.response.text, &self.response.owner]
    }
}

impl Searched for EvidenceRequest {
    fn texts(&self) -> Vec<&str> {
        vec![&self.artefact, &self.course.ask, &self.course.reason]
    }
}

impl Searched for Person {
    fn texts(&self) -> Vec<&str> {
        vec![&self.name, &self.role, &self.contact]
    }
}

impl Searched for System {
    fn texts(&self) -> Vec<&str> {
        vec![
            &self.name,
            &self.purpose,
            &self.users,
            &self.model_kind,
            &self.model_version,
            &self.hosting,
            &self.training_data,
            &self.inference_data,
        ]
    }
}

impl Searched for Vendor {
    fn texts(&self) -> Vec<&str> {
        vec![
            &self.name,
            &self.service,
            &self.contact,
            &self.agreement.remarks,
        ]
    }
}

impl Searched for Site {
    fn texts(&self) -> Vec<&str> {
        vec![&self.name, &self.address, &self.remarks]
    }
}

impl Searched for Organisation {
    fn texts(&self) -> Vec<&str> {
        vec![
            &self.name,
            &self.kind,
            &self.address,
            &self.contact,
            &self.remarks,
        ]
    }

    fn hangs_on(&self) -> Uuid {
        self.id.0
    }
}

impl Searched for Assessment {
    fn texts(&self) -> Vec<&str> {
        vec![
            &self.title,
            &self.scope.statement,
            &self.scope.left_out,
            &self.engagement.requested_by,
            &self.engagement.assessor,
            &self.engagement.qualifications,
            &self.engagement.independence,
            &self.engagement.agreement.remarks,
        ]
    }

    fn hangs_on(&self) -> Uuid {
        self.id.0
    }
}
