//! The page on which the client confirms what was said in its name.

use domain::packet::PacketPart;

use super::gathered::Packet;
use super::words;
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};

/// The height that a hand needs above a line.
const ROOM: f32 = 16.0;

pub(super) fn attestation(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let dossier = source.dossier;
    let assessment = &dossier.assessment;
    let mut blocks = vec![
        Block::heading(1, "Attestation of the client", "attestation"),
        Block::Paragraph(
            Tone::Lead,
            vec![Run::plain(format!(
                "For somebody who may speak for {}.",
                dossier.organisation.name
            ))],
        ),
        Block::text(
            "Signing this page confirms what was told and handed over for this assessment. It \
             does not confirm that safeguards are enough or that any law is kept, and it does \
             not make the assessor's conclusions the signer's own. Strike out what you cannot \
             confirm.",
        ),
    ];
    if words::is_draft(source) {
        blocks.push(Block::Toned(
            Ink::Warn,
            vec![Block::text(
                "This copy is a draft: its answers can still change. Sign the page of a \
                 version that was made final.",
            )],
        ));
    }
    blocks.extend([
        Block::label("I confirm, to the best of my knowledge and after asking those who know:"),
        Block::List {
            ordered: true,
            items: statements(packet),
        },
        Block::label("Exceptions, or anything to add"),
        Block::Lines(3),
        sign_here(),
        Block::small(format!(
            "It is about \u{201c}{}\u{201d}, {}, period {} to {}, in the state whose SHA-256 is \
             {}.",
            assessment.title,
            words::stage(source).to_lowercase(),
            assessment.period.from,
            assessment.period.to,
            words::or_dash(&source.trail.state)
        )),
    ]);
    blocks
}

fn statements(packet: &Packet<'_>) -> Vec<Vec<Block>> {
    let assessment = &packet.source.dossier.assessment;
    let mut statements = vec![
        format!(
            "The answers recorded for this assessment were given in the organisation's name, \
             and describe what was in place on {}.",
            assessment.as_of
        ),
        "The scope names the machine-learning systems, sites and vendors that matter to it. I \
         know of none that was left out but for those that it says are left out."
            .to_owned(),
        "What was handed over as evidence is what it is said to be, and was not altered for \
         this assessment."
            .to_owned(),
        "Where something was not known, that was said. What is listed as open is open."
            .to_owned(),
    ];
    if packet.plan.shows(PacketPart::Findings) || packet.plan.shows(PacketPart::NextSteps) {
        statements.push(
            "I have read the findings that stand. The responses recorded with them are the \
             organisation's, with the owners and dates that it set."
                .to_owned(),
        );
    }
    statements
        .into_iter()
        .map(|statement| vec![Block::text(statement)])
        .collect()
}

/// Lines for name, title, date and signature, kept on one page.
pub(super) fn sign_here() -> Block {
    let line = |name: &str| {
        vec![
            vec![Block::Paragraph(
                Tone::Body,
                vec![Run::set(name, Face::Semibold)],
            )],
            vec![Block::Space(ROOM)],
        ]
    };
    let rows = ["Name", "Title", "Date", "Signature"].map(line).to_vec();
    Block::Together(vec![
        Block::label("Signed"),
        Block::Table(Table {
            columns: vec![Column::Fixed(70.0), Column::Share(1.0)],
            header: Vec::new(),
            rows,
        }),
    ])
}
