//! Where we stand: the word, two figures, how much was answered, and what holds the word down.

use crate::document::{Block, Chart, Dial, Face, Ink, Run, Tone};
use crate::part::gathered::Packet;
use crate::part::{Source, charts, words};

/// How many reasons are named.
const REASONS: usize = 3;

pub(in crate::part) fn position(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let standing = source.standing;
    let all = &standing.all;
    let organisation = &source.dossier.organisation.name;
    let mut blocks = vec![Block::heading(2, "Where we stand", "position")];
    let lead = |text: String| Block::Paragraph(Tone::Lead, vec![Run::plain(text)]);
    if all.applicable == 0 {
        blocks.push(lead(format!(
            "None of the {} applies to {organisation} as answered, so this checklist has no \
             word for its readiness.",
            words::count(whole(all.items), "control", "controls")
        )));
        return blocks;
    }
    if all.resolved == 0 {
        blocks.push(lead(format!(
            "None of the {} that apply was answered yet. There is no picture to give, good or \
             bad.",
            words::count(whole(all.applicable), "control", "controls")
        )));
        blocks.push(Block::small(standing.disclaimer.clone()));
        return blocks;
    }
    blocks.push(Block::Paragraph(
        Tone::Lead,
        vec![
            Run::plain("By this checklist our readiness is called "),
            Run::set(format!("\u{201c}{}\u{201d}", standing.word), Face::Semibold),
            Run::plain("."),
        ],
    ));
    blocks.push(gauges(source));
    blocks.push(Block::Terms(vec![
        meaning(
            "In place",
            standing.provisions.conformity,
            "How much is in place of what the law's provisions ask, as this checklist reads \
             them and as people told us.",
        ),
        meaning(
            "Shown",
            standing.provisions.assurance,
            "How well that is shown by papers, tests and settings that somebody looked at. What \
             is only said cannot be proved to anybody else.",
        ),
        (
            "Answered".to_owned(),
            vec![Run::plain(format!(
                "{} of {} that apply. What nobody could answer counts as not in place.",
                all.resolved,
                words::count(whole(all.applicable), "control", "controls")
            ))],
        ),
    ]));
    blocks.extend(held_down(source));
    blocks.push(Block::text(open_gaps(source)));
    blocks.push(Block::small(format!(
        "{} The figures run from 0 to 100.",
        standing.disclaimer
    )));
    blocks
}

fn gauges(source: &Source<'_>) -> Block {
    let standing = source.standing;
    let (conformity, assurance) = (
        standing.provisions.conformity.or(standing.all.conformity),
        standing.provisions.assurance.or(standing.all.assurance),
    );
    let coverage = standing.all.coverage;
    let dial = |label: &str, value: Option<f64>, word: String| Dial {
        label: label.to_owned(),
        value,
        word,
        ink: charts::ink(value),
    };
    Block::Chart {
        alternative: format!(
            "Three gauges from 0 to 100. In place {}, shown {}, answered {}.",
            words::figure(conformity),
            words::figure(assurance),
            words::figure(coverage)
        ),
        chart: Chart::Dials(vec![
            dial("In place", conformity, standing.word.clone()),
            dial("Shown", assurance, "of what is in place".to_owned()),
            dial(
                "Answered",
                coverage,
                format!("{} of {}", standing.all.resolved, standing.all.applicable),
            ),
        ]),
    }
}

fn meaning(name: &str, figure: Option<f64>, words_of: &str) -> (String, Vec<Run>) {
    let figure = match figure {
        Some(_) => words::figure(figure),
        None => "Not assessed".to_owned(),
    };
    (
        name.to_owned(),
        vec![Run::plain(format!("{figure}. {words_of}"))],
    )
}

/// Why the word is not better, as far as something holds it down.
fn held_down(source: &Source<'_>) -> Vec<Block> {
    let gates = &source.standing.gates;
    if gates.is_empty() {
        return Vec::new();
    }
    let mut reasons: Vec<Vec<Block>> = gates
        .iter()
        .take(REASONS)
        .map(|gate| {
            let mut runs = vec![Run::plain(gate.title.clone())];
            if gate.controls.len() > 1 {
                runs.push(
                    Run::plain(format!(" ({} controls)", gate.controls.len())).ink(Ink::Muted),
                );
            }
            vec![Block::Paragraph(Tone::Body, runs)]
        })
        .collect();
    if gates.len() > REASONS {
        reasons.push(vec![Block::text(format!(
            "{} in the audit packet.",
            words::count(gates.len() - REASONS, "more reason", "more reasons")
        ))]);
    }
    vec![Block::Toned(
        Ink::Warn,
        vec![
            Block::label("What holds the word down, whatever the figures say"),
            Block::List {
                ordered: false,
                items: reasons,
            },
        ],
    )]
}

fn open_gaps(source: &Source<'_>) -> String {
    let gaps = super::gaps(source);
    if gaps.is_empty() {
        return "No gap follows from what was answered.".to_owned();
    }
    let framework = &source.dossier.framework;
    let mut weights: Vec<u8> = gaps.iter().map(|g| g.worst.raised.severity).collect();
    weights.dedup();
    let counts: Vec<String> = weights
        .iter()
        .map(|weight| {
            let of = |gap: &&super::Gap<'_>| gap.worst.raised.severity == *weight;
            format!(
                "{} {}",
                gaps.iter().filter(of).count(),
                words::severity(framework, *weight).to_lowercase()
            )
        })
        .collect();
    format!(
        "{} a gap that is open: {}.",
        words::count(gaps.len(), "control has", "controls have"),
        counts.join(", ")
    )
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
