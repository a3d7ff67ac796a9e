//! The parts of a document: from a dossier to blocks. Each part is a file, named for what it
//! prints.

mod attestation;
mod certificate;
mod charts;
mod controls;
mod cover;
mod custodian;
mod decisions;
mod document_control;
mod evidence;
mod exhibits;
mod findings;
mod gathered;
mod glossary;
mod leadership;
mod look;
mod method;
mod papers;
mod plan;
mod proof;
mod provisions;
mod questions;
mod reading;
mod recovery;
mod scope;
mod steps;
mod summary;
mod trail_lines;
mod walk;
pub mod words;
mod working_notes;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::framework::Framework;
use domain::packet::{Audience, PacketPart};
use domain::score::Standing;

use crate::document::{Associated, Block, Document};
use gathered::Packet;

pub use certificate::{
    Certificate, DestroyedAssessment, DestroyedFile, certificate_of_destruction,
};
pub use method::{Cryptography, Fact};
pub use papers::{ExhibitPage, Facts, Issuing, Papers, PrintedExhibit, TrailLine};
pub use recovery::{RecoverySheet, recovery_sheet};
pub use words::Trail;

/// What a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The assessment with all that belongs to it.
    pub dossier: &'a Dossier,
    /// Where it stands.
    pub standing: &'a Standing,
    /// The trail's head, as printed.
    pub trail: &'a Trail,
    /// What does the cryptography, where something is claimed of it.
    pub cryptography: Option<&'a Cryptography>,
    /// When the document is made.
    pub now: DateTime<Utc>,
    /// What tells it from every other.
    pub identifier: [u8; 16],
}

/// Returns the packet for an audience, of the parts that are shown and in their order.
pub fn packet(papers: &Papers<'_>, facts: &Facts<'_>, issuing: &Issuing<'_>) -> Document {
    let packet = Packet::new(*papers, facts, issuing);
    let audience = packet.audience();
    let kind = words::packet_kind(audience);
    let mut chapters: Vec<Vec<Block>> = vec![match audience {
        Audience::Leadership => leadership::masthead(&packet),
        Audience::Client | Audience::Working => {
            vec![cover::cover(&packet.source, kind), Block::Contents]
        }
    }];
    // The glossary is made last: it explains the words that all others use.
    let mut glossary = None;
    for part in packet.parts() {
        if part == PacketPart::Glossary {
            glossary = Some(chapters.len());
        }
        chapters.push(chapter(&packet, part));
    }
    if let Some(at) = glossary {
        let rest: Vec<&[Block]> = chapters.iter().map(Vec::as_slice).collect();
        let made = in_place(audience, glossary::glossary(&rest));
        if let Some(chapter) = chapters.get_mut(at) {
            *chapter = made;
        }
    }
    let mut blocks = chapters.concat();
    walk::settle_links(&mut blocks);
    let mut document = document(&packet.source, kind, blocks);
    if audience == Audience::Working {
        document.banner = words::private_banner(&packet.source);
    }
    document.warnings = exhibits::warnings(&packet);
    document.look = look::look(issuing);
    document.associated.extend(issuing.data.map(|data| {
        Associated {
            name: "assessment.json".to_owned(),
            media_type: "application/json".to_owned(),
            description: "The assessment that this document was made from, as data, as far as \
                      others may have it."
                .to_owned(),
            modified: facts.now,
            bytes: data.to_vec(),
        }
    }));
    document
}

fn chapter(packet: &Packet<'_>, part: PacketPart) -> Vec<Block> {
    let source = &packet.source;
    let blocks = match part {
        PacketPart::DocumentControl => document_control::control(packet),
        PacketPart::Attestation => attestation::attestation(packet),
        PacketPart::HowToRead => reading::how_to_read(packet),
        PacketPart::Position => return leadership::position(packet),
        // Each fits a page, and is not torn where the page has room for it.
        PacketPart::Harm => return vec![Block::Together(leadership::harm(packet))],
        PacketPart::ToDecide => return vec![Block::Together(leadership::to_decide(packet))],
        PacketPart::NextSteps => return vec![Block::Together(leadership::next_steps(packet))],
        PacketPart::Summary => summary::summary(packet),
        PacketPart::Scope => scope::scope(source),
        PacketPart::Sections => controls::sections(packet),
        PacketPart::Findings => findings::findings(source),
        PacketPart::Provisions => provisions::index(source),
        PacketPart::Decisions => decisions::decisions(source),
        PacketPart::Evidence => evidence::index(packet),
        PacketPart::ExhibitList => exhibits::list(packet),
        PacketPart::Exhibits => exhibits::exhibits(packet),
        PacketPart::Custodian => custodian::certificate(packet),
        PacketPart::OpenQuestions => questions::questions(source),
        PacketPart::Method => method::method(packet),
        PacketPart::Glossary => Vec::new(),
        PacketPart::Proof => proof::proof(packet),
        PacketPart::WorkingNotes => working_notes::notes(packet),
        PacketPart::Trail => trail_lines::trail(packet),
    };
    in_place(packet.audience(), blocks)
}

/// Makes a chapter of a packet a section of the summary for leadership, which is one chapter.
fn in_place(audience: Audience, mut blocks: Vec<Block>) -> Vec<Block> {
    if audience == Audience::Leadership && !blocks.is_empty() {
        walk::lower(&mut blocks);
        blocks.insert(0, Block::PageBreak);
    }
    blocks
}

/// Returns the evidence plan.
pub fn evidence_plan(source: &Source<'_>) -> Document {
    let mut blocks = vec![cover::cover(source, "Evidence plan"), Block::Contents];
    blocks.extend(plan::plan(source));
    document(source, "Evidence plan", blocks)
}

/// Returns a blank checklist of a whole framework, to take along on paper.
pub fn checklist(framework: &Framework, now: DateTime<Utc>, identifier: [u8; 16]) -> Document {
    let mut blocks = vec![cover::blank(framework), Block::Contents];
    blocks.extend(plan::checklist(framework));
    Document {
        title: format!("{}: checklist", framework.title),
        subject: framework.description.clone(),
        author: String::new(),
        created: now,
        identifier,
        foot: format!("{} {}", framework.id, framework.edition),
        banner: String::new(),
        blocks,
        ..Document::default()
    }
}

fn document(source: &Source<'_>, kind: &str, blocks: Vec<Block>) -> Document {
    let Dossier {
        organisation,
        assessment,
        ..
    } = source.dossier;
    Document {
        title: format!("{kind}: {}", organisation.name),
        subject: assessment.title.clone(),
        author: assessment.engagement.assessor.clone(),
        created: source.now,
        identifier: source.identifier,
        foot: words::foot(source),
        banner: words::banner(source),
        blocks,
        ..Document::default()
    }
}
