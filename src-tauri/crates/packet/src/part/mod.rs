//! The parts of a document: from a dossier to blocks. Each part is a file, named for what it
//! prints.

mod certificate;
mod controls;
mod cover;
mod evidence;
mod findings;
mod method;
mod papers;
mod plan;
mod provisions;
mod recovery;
mod scope;
mod summary;
pub mod words;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::framework::Framework;
use domain::packet::{PacketPart, PacketPlan};
use domain::score::Standing;

use crate::document::{Block, Document};

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
    let source = &Source {
        dossier: papers.dossier(),
        standing: facts.standing,
        trail: facts.trail,
        cryptography: facts.cryptography,
        now: facts.now,
        identifier: facts.identifier,
    };
    let mut blocks = vec![cover::cover(source, "Audit packet"), Block::Contents];
    let plan = PacketPlan {
        audience: papers.audience(),
        ..issuing.plan.clone()
    };
    for part in plan.sound().shown() {
        blocks.extend(match part {
            PacketPart::HowToRead => method::how_to_read(source),
            PacketPart::Summary => summary::summary(source),
            PacketPart::Scope => [scope::engagement(source), scope::scope(source)].concat(),
            PacketPart::Sections => controls::sections(source),
            PacketPart::Findings => findings::findings(source),
            PacketPart::Provisions => provisions::index(source),
            PacketPart::Evidence => evidence::index(source),
            PacketPart::Method => method::method(source),
            _ => Vec::new(),
        });
    }
    document(source, "Audit packet", blocks)
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
