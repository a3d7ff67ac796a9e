//! What the recipient of a packet will not see, and why.

use domain::disclosed::Disclosed;
use domain::packet::{Audience, PacketPart};

use super::gathered::GatheredPacket;
use super::lines::MOST_LINES;
use super::plan::has_redacted;

/// Something that a recipient will not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// What.
    pub what: String,
    /// How many.
    pub count: usize,
    /// Why.
    pub why: String,
}

/// Lists what the recipient will not see; what there is none of is not listed.
pub(super) fn excluded(gathered: &GatheredPacket, disclosed: &Disclosed) -> Vec<Excluded> {
    let mut rows = Vec::new();
    let mut add = |what: &str, count: usize, why: &str| {
        if count > 0 {
            rows.push(Excluded {
                what: what.to_owned(),
                count,
                why: why.to_owned(),
            });
        }
    };
    let plan = &gathered.plan;
    let evidence = &gathered.dossier.evidence;
    let entries = usize::try_from(gathered.trail.entries).unwrap_or(usize::MAX);
    if plan.audience == Audience::Working {
        let most = MOST_LINES as usize;
        if plan.shows(PacketPart::Trail) {
            add(
                "Older entries of the trail",
                entries.saturating_sub(most),
                "The last 2,000 entries are printed. Export the trail to have all of it.",
            );
        }
    } else {
        add(
            "Private working notes",
            gathered.notes.len(),
            "They are yours alone. Only working papers hold them.",
        );
        add(
            "Working-only evidence",
            disclosed.kept_back(),
            "It is marked for working papers only, so neither its title nor its links are here.",
        );
        add(
            "Entries of the trail",
            entries,
            "Only the head of the trail is printed, with which the rest can be checked.",
        );
    }
    let kept = |id| disclosed.dossier().evidence.iter().any(|e| e.id == id);
    let withdrawn = evidence
        .iter()
        .filter(|e| e.withdrawn.is_some() && kept(e.id));
    add(
        "Files of withdrawn evidence",
        withdrawn.filter(|e| e.attachment.is_some()).count(),
        "They count for nothing any more. The evidence index names them as withdrawn.",
    );
    let printed = |id| gathered.chosen.iter().any(|one| one.evidence.id == id);
    let originals = evidence.iter().filter(|e| {
        has_redacted(&gathered.dossier, e.id) && !printed(e.id) && e.withdrawn.is_none()
    });
    add(
        "Originals of redacted copies",
        originals.count(),
        "What was blacked out stays so: the copy stands in place of the original.",
    );
    let names = plan.parts.iter().filter(|choice| !choice.shown);
    for choice in names {
        add(name(choice.part), 1, "This part is switched off.");
    }
    if plan.audience == Audience::Leadership {
        let own = Audience::Leadership.parts();
        let full = Audience::Client.parts().iter();
        add(
            "Parts of the client's packet",
            full.filter(|part| !own.contains(part)).count(),
            "The summary for leadership is short by design. The client's packet has the \
             controls, the evidence and the index by provision.",
        );
    }
    rows
}

/// Returns what a part is called.
fn name(part: PacketPart) -> &'static str {
    match part {
        PacketPart::DocumentControl => "Document control",
        PacketPart::Attestation => "Attestation to sign",
        PacketPart::HowToRead => "How to read this",
        PacketPart::Position => "Where you stand",
        PacketPart::Harm => "What could hurt",
        PacketPart::ToDecide => "What to decide",
        PacketPart::NextSteps => "Next steps",
        PacketPart::Summary => "Summary",
        PacketPart::Scope => "Scope and systems",
        PacketPart::Sections => "Sections with their controls",
        PacketPart::Findings => "Findings",
        PacketPart::Provisions => "Index by provision",
        PacketPart::Decisions => "Decision records",
        PacketPart::Evidence => "Evidence index",
        PacketPart::ExhibitList => "List of exhibits",
        PacketPart::Exhibits => "Exhibits",
        PacketPart::Custodian => "Certificate of the custodian",
        PacketPart::OpenQuestions => "Open questions",
        PacketPart::Method => "Method and limits",
        PacketPart::Glossary => "Glossary",
        PacketPart::Proof => "Trail head and how to verify",
        PacketPart::WorkingNotes => "Private working notes",
        PacketPart::Trail => "The trail's entries",
    }
}
