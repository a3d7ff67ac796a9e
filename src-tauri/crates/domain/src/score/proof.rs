//! How well an answer is proven: by its best evidence, as fresh as it was on the as-of date.

use std::cmp::Ordering;
use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use crate::answer::Subject;
use crate::dossier::Dossier;
use crate::evidence::{Bearing, Evidence, EvidenceLink};
use crate::framework::Control;
use crate::id::EvidenceLinkId;
use crate::lookup::Lookup;

/// What a link proves.
#[derive(Clone, Copy)]
pub(super) struct Proof {
    pub(super) link: EvidenceLinkId,
    pub(super) factor: f64,
    pub(super) stale: bool,
}

impl Proof {
    /// Compares what two links prove. Of equals the one that is fresh is better, then the one
    /// linked first.
    fn against(&self, other: &Self) -> Ordering {
        self.factor
            .total_cmp(&other.factor)
            .then(other.stale.cmp(&self.stale))
            .then(other.link.cmp(&self.link))
    }

    fn better(self, other: Option<Self>) -> Self {
        match other {
            Some(other) if self.against(&other).is_lt() => other,
            _ => self,
        }
    }
}

/// Returns the best proof of each answer of a control. What contradicts it, and what was
/// withdrawn, never counts for it.
///
/// What was shown for one subject speaks for that subject alone. An answer for all is
/// therefore proven as well as the subject in scope for which least was shown; what is linked
/// to all counts for each of them.
pub(super) struct Proofs<'d> {
    subjects: &'d [Subject],
    for_all: Option<Proof>,
    by_subject: HashMap<Subject, Proof>,
}

impl<'d> Proofs<'d> {
    /// Weighs the evidence of a control, whose subjects in scope are these.
    pub(super) fn of(
        dossier: &Dossier,
        lookup: &Lookup<'_>,
        control: &Control,
        subjects: &'d [Subject],
    ) -> Self {
        let mut by_subject: HashMap<Subject, Proof> = HashMap::new();
        for (link, evidence) in lookup.evidence(&control.id) {
            if link.bearing == Bearing::Supports {
                let known = by_subject.get(&link.subject).copied();
                let proof = weigh(dossier, control, link, evidence).better(known);
                by_subject.insert(link.subject, proof);
            }
        }
        Self {
            subjects,
            for_all: by_subject.remove(&Subject::All),
            by_subject,
        }
    }

    /// Returns the best proof of one answer.
    pub(super) fn best(&self, subject: Subject) -> Option<Proof> {
        if subject != Subject::All || self.subjects.is_empty() || self.by_subject.is_empty() {
            return self.of_one(subject);
        }
        let each: Option<Vec<Proof>> = self.subjects.iter().map(|s| self.of_one(*s)).collect();
        each?.into_iter().min_by(Proof::against)
    }

    fn of_one(&self, subject: Subject) -> Option<Proof> {
        let own = self.by_subject.get(&subject).copied();
        match own {
            Some(own) => Some(own.better(self.for_all)),
            None => self.for_all,
        }
    }
}

fn weigh(
    dossier: &Dossier,
    control: &Control,
    link: &EvidenceLink,
    evidence: &Evidence,
) -> Proof {
    let rule = &dossier.framework.assurance;
    let rank = rule
        .ranks
        .iter()
        .find(|r| r.strength == link.strength)
        .map_or(0, |r| r.rank);
    let wanted = rule
        .sufficient
        .iter()
        .find(|s| s.method == control.sufficient_method)
        .map_or(rank, |s| s.rank);
    let short = usize::from(wanted.saturating_sub(rank));
    let factor = rule.factors.get(short).copied().unwrap_or(0.0);
    let stale = !is_fresh(evidence, control.fresh_months, dossier.assessment.as_of);
    let factor = if stale {
        factor * rule.stale_factor
    } else {
        factor
    };
    Proof {
        link: link.id,
        factor,
        stale,
    }
}

/// Returns whether evidence counts in full on a day: its document is in force, and what it
/// shows is not older than the months. With 0 months only the document's own dates decide.
///
/// What was collected on a day cannot speak for a later one, whatever period it names.
pub fn is_fresh(evidence: &Evidence, months: u32, on: NaiveDate) -> bool {
    let described = &evidence.description;
    let not_yet = described.effective.is_some_and(|since| since > on);
    let no_longer = described.valid_until.is_some_and(|until| until < on);
    if not_yet || no_longer {
        return false;
    }
    if months == 0 {
        return true;
    }
    let collected = described
        .collected_on
        .unwrap_or_else(|| evidence.added.date_naive());
    described
        .covers_to
        .map_or(collected, |covered| covered.min(collected))
        .checked_add_months(Months::new(months))
        .is_none_or(|last| last >= on)
}
