//! The parts of a document: from a dossier to blocks. Each part is a file, named for what it
//! prints.

mod certificate;
mod controls;
mod cover;
mod evidence;
mod findings;
mod method;
mod plan;
mod provisions;
mod recovery;
mod scope;
mod summary;
pub mod words;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::framework::Framework;
use domain::score::Standing;

use crate::document::{Block, Document};

pub use certificate::{
    Certificate, DestroyedAssessment, DestroyedFile, certificate_of_destruction,
};
pub use method::{Cryptography, Fact};
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

/// Returns the audit packet.
pub fn audit_packet(source: &Source<'_>) -> Document {
    let mut blocks = vec![cover::cover(source, "Audit packet")];
    blocks.extend([Block::Contents]);
    blocks.extend(method::how_to_read(source));
    blocks.extend(summary::summary(source));
    blocks.extend(scope::engagement(source));
    blocks.extend(scope::scope(source));
    blocks.extend(controls::sections(source));
    blocks.extend(findings::findings(source));
    blocks.extend(provisions::index(source));
    blocks.extend(evidence::index(source));
    blocks.extend(method::method(source));
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
    }
}
