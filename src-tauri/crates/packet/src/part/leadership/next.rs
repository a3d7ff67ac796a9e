//! Next steps, with owners and dates where they are set.

use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::part::gathered::Packet;
use crate::part::steps::{self, Step, StepOrigin};
use crate::part::words;

/// How many steps are told.
const TOP: usize = 10;
/// How many letters of a step there is room for.
const LETTERS: usize = 170;

pub(in crate::part) fn next_steps(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let today = source.now.date_naive();
    let steps = together(steps::steps(source));
    let mut blocks = vec![Block::heading(2, "Next steps", "next-steps")];
    if steps.is_empty() {
        blocks.push(Block::text(
            "No step is open: nothing is planned, promised or asked for that was not done.",
        ));
        return blocks;
    }
    let undated = steps.iter().filter(|step| step.on.is_none()).count();
    let ownerless = steps.iter().filter(|step| step.who.is_none()).count();
    blocks.push(Block::text(format!(
        "{} open, those with a date first. {} no owner yet, {} no date.",
        words::count(steps.len(), "step is", "steps are"),
        words::count(ownerless, "has", "have"),
        words::count(undated, "has", "have"),
    )));
    let rows = steps.iter().take(TOP).map(|step| {
        let mut when = match step.on {
            Some(on) => vec![Block::text(on.to_string())],
            None => vec![muted("no date yet")],
        };
        if step.is_late(today) {
            let run = Run::set("overdue", Face::Semibold).ink(Ink::Bad);
            when.push(Block::Paragraph(Tone::Body, vec![run]));
        }
        let who = step.who.as_ref().map_or_else(
            || muted("no owner yet"),
            |who| Block::text(words::brief(who, 80)),
        );
        let mut what = vec![Block::text(words::brief(&step.what, LETTERS))];
        if step.origin != StepOrigin::Request {
            what.push(Block::small(format!(
                "{} ({})",
                words::brief(&step.about, 90),
                step.origin.word()
            )));
        }
        vec![what, vec![who], when]
    });
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::Share(1.0),
            Column::Fixed(112.0),
            Column::Fixed(66.0),
        ],
        header: ["What", "Who", "By when"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }));
    if steps.len() > TOP {
        blocks.push(Block::small(format!(
            "And {} in the audit packet.",
            words::count(steps.len() - TOP, "more step", "more steps")
        )));
    }
    blocks
}

/// The same remedy, by the same person and day, for several systems is one step.
fn together(steps: Vec<Step>) -> Vec<Step> {
    let mut seen = std::collections::HashSet::new();
    steps
        .into_iter()
        .filter(|step| {
            seen.insert((
                step.control.clone(),
                step.what.clone(),
                step.who.clone(),
                step.on,
            ))
        })
        .collect()
}

fn muted(words: &str) -> Block {
    Block::Paragraph(Tone::Body, vec![Run::plain(words).ink(Ink::Muted)])
}
