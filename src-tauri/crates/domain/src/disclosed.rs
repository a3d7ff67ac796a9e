//! What may be shown to others: an assessment without what only its assessor may see.

use std::collections::HashSet;

use crate::dossier::Dossier;
use crate::evidence::{Confidentiality, Evidence};
use crate::id::EvidenceId;

/// An assessment without its working-only evidence. It can only be made by leaving that out, so
/// whatever is built from it holds none. Private working notes are not in a [`Dossier`] at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosed {
    dossier: Dossier,
    kept_back: usize,
}

impl Disclosed {
    /// Leaves out what only the assessor may see: working-only evidence, copies of it, its
    /// links to answers, and its mention in requests.
    pub fn of(dossier: &Dossier) -> Self {
        let kept_back: HashSet<EvidenceId> = dossier
            .evidence
            .iter()
            .filter(|e| is_private(e))
            .map(|e| e.id)
            .collect();
        let mut dossier = dossier.clone();
        dossier.evidence.retain(|e| !kept_back.contains(&e.id));
        for evidence in &mut dossier.evidence {
            if evidence.redacts.is_some_and(|of| kept_back.contains(&of)) {
                evidence.redacts = None;
            }
        }
        dossier.links.retain(|l| !kept_back.contains(&l.evidence));
        for request in &mut dossier.requests {
            request.course.evidence.retain(|id| !kept_back.contains(id));
        }
        Self {
            dossier,
            kept_back: kept_back.len(),
        }
    }

    /// Returns the assessment as it may be shown.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Returns how many items of evidence were kept back.
    pub fn kept_back(&self) -> usize {
        self.kept_back
    }
}

/// Returns whether only the assessor may see evidence.
pub fn is_private(evidence: &Evidence) -> bool {
    evidence.description.confidentiality == Confidentiality::WorkingOnly
}
