//! What belongs to an answer, found without a search through the whole dossier.

use std::collections::HashMap;

use crate::answer::{Answer, Subject};
use crate::dossier::Dossier;
use crate::evidence::{Evidence, EvidenceLink};
use crate::id::EvidenceId;

/// A dossier's answers, links and evidence by what they are asked for: a control that is
/// split over hundreds of systems stays quick.
pub struct Lookup<'d> {
    answers: HashMap<(&'d str, Subject), &'d Answer>,
    links: HashMap<&'d str, Vec<&'d EvidenceLink>>,
    evidence: HashMap<EvidenceId, &'d Evidence>,
}

impl<'d> Lookup<'d> {
    /// Looks through a dossier once.
    pub fn of(dossier: &'d Dossier) -> Self {
        let mut links: HashMap<&str, Vec<&EvidenceLink>> = HashMap::new();
        for link in &dossier.links {
            links.entry(&link.control).or_default().push(link);
        }
        let answers = dossier.answers.iter();
        Self {
            answers: answers
                .map(|a| ((a.control.as_str(), a.subject), a))
                .collect(),
            links,
            evidence: dossier.evidence.iter().map(|e| (e.id, e)).collect(),
        }
    }

    /// Returns the answer of a control for exactly this subject.
    pub fn answer(&self, control: &str, subject: Subject) -> Option<&'d Answer> {
        self.answers.get(&(control, subject)).copied()
    }

    /// Returns the links to a control with their evidence, but for what was withdrawn.
    pub fn evidence(
        &self,
        control: &str,
    ) -> impl Iterator<Item = (&'d EvidenceLink, &'d Evidence)> {
        let links = self.links.get(control).into_iter().flatten().copied();
        links.filter_map(|link| {
            let evidence = self.evidence.get(&link.evidence).copied()?;
            evidence.withdrawn.is_none().then_some((link, evidence))
        })
    }
}
