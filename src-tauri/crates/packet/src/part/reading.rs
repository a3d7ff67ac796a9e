//! How to read the packet, for whom it is made.

use domain::packet::{Audience, PacketPart};

use super::gathered::Packet;
use super::words;
use crate::document::{Block, Ink, Run, Tone};

pub(super) fn how_to_read(packet: &Packet<'_>) -> Vec<Block> {
    let framework = &packet.source.dossier.framework;
    let terms = |pairs: Vec<(&str, &str)>| {
        let terms = pairs.into_iter();
        Block::Terms(
            terms
                .map(|(name, meaning)| (name.to_owned(), vec![Run::plain(meaning)]))
                .collect(),
        )
    };
    let classes = framework.classes.iter();
    let answers = framework.answers.iter();
    let mut blocks = vec![
        Block::heading(1, "How to read this", "how-to-read"),
        Block::Paragraph(Tone::Lead, vec![Run::plain(framework.disclaimer.clone())]),
    ];
    if packet.audience() == Audience::Working {
        blocks.push(Block::Toned(
            Ink::Bad,
            vec![Block::text(
                "These are the assessor's own working papers. They hold private notes, evidence \
                 that only the assessor may see, and the trail. Give the client copy to others.",
            )],
        ));
    }
    blocks.push(Block::text(
        "Two figures stand side by side and are never mixed. Conformity says what is in place, \
         as far as it was said. Assurance says how well that is shown by evidence. Coverage \
         says how many of the controls that apply are resolved; what nobody could answer counts \
         as nothing in place, but is named as open.",
    ));
    blocks.extend(where_to_look(packet));
    blocks.extend(not_here(packet));
    blocks.extend([
        Block::heading(2, "Classes of controls", "classes"),
        terms(
            classes
                .map(|c| (c.label.as_str(), c.meaning.as_str()))
                .collect(),
        ),
        Block::heading(2, "Answers", "answers"),
        terms(
            answers
                .map(|a| (a.label.as_str(), a.meaning.as_str()))
                .collect(),
        ),
        Block::heading(2, "Roles", "roles"),
        terms(vec![
            (
                "is",
                "The control, as worded, is what the provision asks, or a part of it.",
            ),
            (
                "means",
                "One way toward the provision, which the provision does not name.",
            ),
            ("supports", "Context only."),
        ]),
    ]);
    blocks
}

/// Which chapter answers which question, of those that are there.
fn where_to_look(packet: &Packet<'_>) -> Vec<Block> {
    let chapters = [
        (
            PacketPart::Summary,
            "In ten minutes",
            "Summary",
            "summary",
            "where things stand and what weighs most",
        ),
        (
            PacketPart::Findings,
            "What to do",
            "Findings and responses",
            "findings",
            "each finding with what could happen, the remedy and the response",
        ),
        (
            PacketPart::Provisions,
            "By the law",
            "Index by provision",
            "provisions",
            "each provision with the controls that speak to it",
        ),
        (
            PacketPart::Decisions,
            "What was decided",
            "Decision records",
            "decisions",
            "what stands in for a control, or why it is left out",
        ),
        (
            PacketPart::Evidence,
            "What it rests on",
            "Evidence index",
            "evidence",
            "what was examined, with a digest of each file",
        ),
        (
            PacketPart::OpenQuestions,
            "What is not known",
            "Open questions",
            "open-questions",
            "what nobody could answer, and who would know",
        ),
        (
            PacketPart::Method,
            "How it was judged",
            "Method and limits",
            "method",
            "all that is needed to reckon the figures again",
        ),
        (
            PacketPart::Proof,
            "Whether it is genuine",
            "Proof",
            "proof",
            "the record behind this copy, and how to check it",
        ),
    ];
    let terms: Vec<_> = chapters
        .into_iter()
        .filter(|(part, ..)| packet.shows(*part))
        .map(|(_, question, title, anchor, what)| {
            let runs = vec![
                Run::plain(title).to(anchor),
                Run::plain(format!(": {what}.")),
            ];
            (question.to_owned(), runs)
        })
        .collect();
    if terms.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "Where to look", "where-to-look"),
        Block::Terms(terms),
    ]
}

/// What this copy leaves out, so that nobody takes it for the whole.
fn not_here(packet: &Packet<'_>) -> Vec<Block> {
    let mut sentences: Vec<String> = Vec::new();
    if packet.audience() != Audience::Working {
        sentences.push(
            "The assessor's private working notes: no copy for others holds them.".to_owned(),
        );
    }
    match packet.kept_back() {
        0 => {}
        one => sentences.push(format!(
            "{} in the assessor's working papers. What it shows counts in the figures; neither \
             its name nor its content stands here.",
            words::count(one, "item of evidence", "items of evidence")
        )),
    }
    let left_out = packet.plan.parts.iter().filter(|choice| !choice.shown);
    let names: Vec<&str> = left_out.map(|choice| words::part(choice.part)).collect();
    if !names.is_empty() {
        sentences.push(format!("Parts left out by choice: {}.", names.join(", ")));
    }
    sentences.extend(packet.empty().into_iter().map(str::to_owned));
    if sentences.is_empty() {
        return Vec::new();
    }
    let items = sentences.into_iter().map(|s| vec![Block::text(s)]);
    vec![
        Block::heading(2, "What is not in this copy", "not-here"),
        Block::List {
            ordered: false,
            items: items.collect(),
        },
    ]
}
