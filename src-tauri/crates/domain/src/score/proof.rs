//! How well an answer is proven: by its best evidence, as fresh as it was on the as-of date.

use chrono::{Months, NaiveDate};

use crate::answer::Subject;
use crate::dossier::Dossier;
use crate::evidence::{Bearing, Evidence, EvidenceLink};
use crate::framework::Control;
use crate::id::EvidenceLinkId;

/// What a link proves.
pub(super) struct Proof {
    pub(super) link: EvidenceLinkId,
    pub(super) factor: f64,
    pub(super) stale: bool,
}

/// Returns the best proof of an answer. What contradicts it, and what was withdrawn, never
/// counts for it. Of equals the one that is fresh is named, then the one linked first.
pub(super) fn best(dossier: &Dossier, control: &Control, subject: Subject) -> Option<Proof> {
    dossier
        .links_of(&control.id, subject)
        .filter(|l| l.bearing == Bearing::Supports)
        .filter_map(|l| dossier.evidence_of(l).map(|e| (l, e)))
        .map(|(link, evidence)| weigh(dossier, control, link, evidence))
        .max_by(|a, b| {
            a.factor
                .total_cmp(&b.factor)
                .then(b.stale.cmp(&a.stale))
                .then(b.link.cmp(&a.link))
        })
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
