//! One assessment with all that belongs to it: what scores, findings, packets and
//! versions are made from. It has no place for a private working note.

use std::sync::Arc;

use serde::Serialize;

use crate::answer::{Answer, Observation, Subject};
use crate::assessment::{Assessment, Version};
use crate::evidence::{Evidence, EvidenceLink};
use crate::finding::Finding;
use crate::framework::{Control, Framework};
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

    /// Returns the links that bear on a control's answer for a subject: its own, and those
    /// that stand for all. For all, every link of the control.
    pub fn links_of(
        &self,
        control: &str,
        subject: Subject,
    ) -> impl Iterator<Item = &EvidenceLink> {
        self.links.iter().filter(move |l| {
            l.control == control
                && (subject == Subject::All
                    || l.subject == Subject::All
                    || l.subject == subject)
        })
    }
}
