//! A packet while its parts are made: what each of them may look at.

use domain::evidence::Evidence;
use domain::packet::{Audience, Exhibit, PacketPart, PacketPlan};

use super::{Facts, Issuing, Papers, PrintedExhibit, Source};

/// What the parts of a packet are made from.
pub(super) struct Packet<'a> {
    /// The assessment as its audience may have it.
    pub(super) source: Source<'a>,
    pub(super) papers: Papers<'a>,
    pub(super) issuing: Issuing<'a>,
    pub(super) plan: PacketPlan,
    pub(super) exhibits: Vec<Numbered<'a>>,
}

/// An exhibit with its number.
pub(super) struct Numbered<'a> {
    /// Its number, counted from 1.
    pub(super) number: usize,
    /// The running number of its first page over all exhibits, counted from 1.
    pub(super) first: usize,
    pub(super) evidence: &'a Evidence,
    pub(super) chosen: &'a Exhibit,
    /// Its pages; nothing where nobody drew them.
    pub(super) printed: Option<&'a PrintedExhibit>,
}

impl<'a> Packet<'a> {
    pub(super) fn new(papers: Papers<'a>, facts: &Facts<'a>, issuing: &Issuing<'a>) -> Self {
        let source = Source {
            dossier: papers.dossier(),
            standing: facts.standing,
            trail: facts.trail,
            cryptography: facts.cryptography,
            now: facts.now,
            identifier: facts.identifier,
        };
        let plan = PacketPlan {
            audience: papers.audience(),
            ..issuing.plan.clone()
        };
        Self {
            source,
            papers,
            issuing: *issuing,
            plan: plan.sound(),
            exhibits: numbered(&source, issuing),
        }
    }

    pub(super) fn audience(&self) -> Audience {
        self.papers.audience()
    }

    /// Returns whether a part is shown and has something to say.
    pub(super) fn shows(&self, part: PacketPart) -> bool {
        self.plan.shows(part) && self.lacks(part).is_none()
    }

    /// Returns the parts that are shown, in their order.
    pub(super) fn parts(&self) -> impl Iterator<Item = PacketPart> {
        self.plan.shown().filter(|part| self.lacks(*part).is_none())
    }

    /// Returns how many items of evidence this audience does not have.
    pub(super) fn kept_back(&self) -> usize {
        match self.papers {
            Papers::Leadership(disclosed) | Papers::Client(disclosed) => disclosed.kept_back(),
            Papers::Working { .. } => 0,
        }
    }

    /// Returns the exhibit that shows evidence, if one does.
    pub(super) fn exhibit_of(&self, evidence: &Evidence) -> Option<&Numbered<'a>> {
        self.exhibits.iter().find(|e| e.evidence.id == evidence.id)
    }

    /// Returns why a part would be an empty page, in a sentence.
    fn lacks(&self, part: PacketPart) -> Option<&'static str> {
        match part {
            PacketPart::ExhibitList | PacketPart::Exhibits if self.exhibits.is_empty() => {
                Some("Exhibits: none was chosen for this copy.")
            }
            PacketPart::Decisions if !super::decisions::is_any(&self.source) => Some(
                "Decision records: no control was answered with a decision, and none was said \
                 not to apply.",
            ),
            PacketPart::Custodian if super::custodian::records(self).is_empty() => {
                Some("Certificate of the custodian: no file was taken in as evidence.")
            }
            PacketPart::WorkingNotes if super::working_notes::of(self).is_empty() => {
                Some("Working notes: none was written.")
            }
            PacketPart::Trail if super::trail_lines::of(self).is_empty() => {
                Some("Trail: its entries were not printed with this copy.")
            }
            _ => None,
        }
    }

    /// Returns a sentence for each part that was asked for and has nothing to say.
    pub(super) fn empty(&self) -> Vec<&'static str> {
        let mut sentences: Vec<&str> =
            self.plan.shown().filter_map(|p| self.lacks(p)).collect();
        sentences.dedup();
        sentences
    }
}

/// Numbers the exhibits that were chosen, in their order. Evidence that this audience does not
/// have is not found, and so has no number either.
fn numbered<'a>(source: &Source<'a>, issuing: &Issuing<'a>) -> Vec<Numbered<'a>> {
    let mut left: Vec<&PrintedExhibit> = issuing.exhibits.iter().collect();
    let mut first = 1;
    let mut found = Vec::new();
    for chosen in &issuing.plan.exhibits {
        let mut evidence = source.dossier.evidence.iter();
        let Some(evidence) = evidence.find(|e| e.id == chosen.evidence) else {
            continue;
        };
        let at = left.iter().position(|p| p.evidence == chosen.evidence);
        let printed = at.map(|at| left.remove(at));
        found.push(Numbered {
            number: found.len() + 1,
            first,
            evidence,
            chosen,
            printed,
        });
        first += printed.map_or(0, |p| p.pages.len());
    }
    found
}
