//! One assessment with all that belongs to it: what scores, findings, packets and
//! versions are made from. It has no place for a private working note.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use crate::answer::{Answer, Observation, Subject};
use crate::assessment::{Assessment, Version};
use crate::evidence::{Evidence, EvidenceLink};
use crate::finding::Finding;
use crate::framework::{Control, Framework};
use crate::id::EvidenceId;
use crate::organisation::{Organisation, Person, Site, System, Vendor};
use crate::request::EvidenceRequest;

/// One assessment with all that belongs to it. Serialized, it is the state that a version pins.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dossier {
    /// The framework edition it was answered under; the assessment names its digest.
    #[serde(skip)]
    pub framework: Arc<Framework>,
    /// The organisation assessed.
    pub organisation: Organisation,
    /// The assessment.
    pub assessment: Assessment,
    /// The organisation's sites.
    pub sites: Vec<Site>,
    /// Its systems.
    pub systems: Vec<System>,
    /// Its vendors.
    pub vendors: Vec<Vendor>,
    /// Its people.
    pub people: Vec<Person>,
    /// What was answered.
    pub answers: Vec<Answer>,
    /// What was observed.
    pub observations: Vec<Observation>,
    /// What was examined, withdrawn items included.
    pub evidence: Vec<Evidence>,
    /// How it bears on the answers.
    pub links: Vec<EvidenceLink>,
    /// What follows, settled findings included.
    pub findings: Vec<Finding>,
    /// What is still wanted, and what came.
    pub requests: Vec<EvidenceRequest>,
    /// The versions made final; not part of the state that a version pins.
    #[serde(skip)]
    pub versions: Vec<Version>,
}

impl Dossier {
    /// Puts every list into an order that means something to a reader: names by the alphabet,
    /// what belongs to a control by the framework, the rest by its day. Ids decide only between
    /// what is otherwise alike.
    pub fn put_in_order(&mut self) {
        self.sites
            .sort_by_cached_key(|s| (s.name.to_lowercase(), s.id.0));
        self.systems
            .sort_by_cached_key(|s| (s.name.to_lowercase(), s.id.0));
        self.vendors
            .sort_by_cached_key(|v| (v.name.to_lowercase(), v.id.0));
        self.people
            .sort_by_cached_key(|p| (p.name.to_lowercase(), p.id.0));
        let framework = Arc::clone(&self.framework);
        let places: HashMap<&str, usize> = framework
            .controls()
            .enumerate()
            .map(|(at, c)| (c.id.as_str(), at))
            .collect();
        let place = |control: &str| places.get(control).copied().unwrap_or(usize::MAX);
        let wanted = |request: &EvidenceRequest| {
            let artefacts = framework.control(&request.control).map(|c| &c.evidence);
            let at =
                artefacts.and_then(|a| a.iter().position(|a| a.artefact == request.artefact));
            (
                place(&request.control),
                at.unwrap_or(usize::MAX),
                request.artefact.clone(),
            )
        };
        let named: HashSet<Subject> = self
            .answers
            .iter()
            .map(|a| a.subject)
            .chain(self.findings.iter().map(|f| f.raised.subject))
            .chain(self.links.iter().map(|l| l.subject))
            .collect();
        let names: HashMap<Subject, String> = named
            .into_iter()
            .map(|subject| (subject, self.subject_name(subject).to_lowercase()))
            .collect();
        let name = |subject: Subject| names.get(&subject).cloned().unwrap_or_default();
        self.answers
            .sort_by_cached_key(|a| (place(&a.control), name(a.subject), a.id.0));
        self.findings
            .sort_by_cached_key(|f| (place(&f.raised.control), name(f.raised.subject), f.id.0));
        self.observations
            .sort_by_cached_key(|o| (place(&o.control), o.on, o.result.clone(), o.id.0));
        self.evidence
            .sort_by_cached_key(|e| (e.added, e.title.to_lowercase(), e.id.0));
        let item: HashMap<EvidenceId, usize> = self
            .evidence
            .iter()
            .enumerate()
            .map(|(at, e)| (e.id, at))
            .collect();
        self.links.sort_by_cached_key(|l| {
            let at = item.get(&l.evidence).copied().unwrap_or(usize::MAX);
            (place(&l.control), at, name(l.subject), l.id.0)
        });
        self.requests.sort_by_cached_key(|r| (wanted(r), r.id.0));
        self.versions.sort_by_key(|v| v.number);
    }

    /// Returns the answer of a control for exactly this subject.
    pub fn answer(&self, control: &str, subject: Subject) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|a| a.control == control && a.subject == subject)
    }

    /// Returns whether the control was split into an answer for each subject.
    pub fn is_split(&self, control: &str) -> bool {
        self.answers
            .iter()
            .any(|a| a.control == control && a.subject != Subject::All)
    }

    /// Returns what a control is answered for: all, or once split each subject in scope.
    pub fn rows(&self, control: &Control) -> Vec<Subject> {
        if self.is_split(&control.id) {
            let subjects = self.assessment.scope.subjects(control.asked_per);
            if !subjects.is_empty() {
                return subjects;
            }
        }
        vec![Subject::All]
    }

    /// Returns a subject's name for people.
    pub fn subject_name(&self, subject: Subject) -> String {
        let gone = || "no longer listed".to_owned();
        match subject {
            Subject::All => "All in scope".to_owned(),
            Subject::Site(id) => self
                .sites
                .iter()
                .find(|s| s.id == id)
                .map_or_else(gone, |s| s.name.clone()),
            Subject::System(id) => self
                .systems
                .iter()
                .find(|s| s.id == id)
                .map_or_else(gone, |s| s.name.clone()),
            Subject::Vendor(id) => self
                .vendors
                .iter()
                .find(|v| v.id == id)
                .map_or_else(gone, |v| v.name.clone()),
        }
    }

    /// Returns the evidence behind a link, unless it was withdrawn.
    pub fn evidence_of(&self, link: &EvidenceLink) -> Option<&Evidence> {
        self.evidence
            .iter()
            .find(|e| e.id == link.evidence && e.withdrawn.is_none())
    }
}
