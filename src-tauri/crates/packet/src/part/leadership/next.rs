//! Next steps, with owners and dates where they are set.

use chrono::NaiveDate;

use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::part::gathered::Packet;
use crate::part::steps::{self, Requests, Step, StepOrigin};
use crate::part::words;

/// How many steps toward closing a gap are told.
const TOP: usize = 9;
/// How many people's papers are told.
const PEOPLE: usize = 6;
/// How many letters of a step there is room for.
const LETTERS: usize = 170;

pub(in crate::part) fn next_steps(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let today = source.now.date_naive();
    let steps = together(steps::steps(source, Requests::ByPerson));
    let mut blocks = vec![Block::heading(2, "Next steps", "next-steps")];
    if steps.is_empty() {
        blocks.push(Block::text(
            "No step is open: nothing is planned, promised or asked for that was not done.",
        ));
        return blocks;
    }
    let (papers, work): (Vec<Step>, Vec<Step>) = steps
        .into_iter()
        .partition(|step| step.origin == StepOrigin::Request);
    if !work.is_empty() {
        let undated = work.iter().filter(|step| step.on.is_none()).count();
        let ownerless = work.iter().filter(|step| step.who.is_none()).count();
        blocks.push(Block::text(format!(
            "To close the gaps, {} open, those with a date first: {ownerless} without an owner, \
             {undated} without a date.",
            words::count(work.len(), "step is", "steps are"),
        )));
        blocks.push(table("What", &work, TOP, today));
        blocks.extend(more(&work, TOP));
    }
    if !papers.is_empty() {
        blocks.push(Block::text(
            "To show what is in place, papers are still wanted. The day is that of the first.",
        ));
        blocks.push(table("Papers", &papers, PEOPLE, today));
        blocks.extend(more(&papers, PEOPLE));
    }
    blocks
}

fn table(name: &str, steps: &[Step], top: usize, today: NaiveDate) -> Block {
    let rows = steps.iter().take(top).map(|step| {
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
    Block::Table(Table {
        columns: vec![
            Column::Share(1.0),
            Column::Fixed(124.0),
            Column::Fixed(66.0),
        ],
        header: [name, "Who", "By when"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    })
}

fn more(steps: &[Step], top: usize) -> Option<Block> {
    let more = steps.len().checked_sub(top).filter(|more| *more > 0)?;
    Some(Block::small(format!(
        "And {more} more in the audit packet."
    )))
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
