//! What nobody knows yet, and what was not asked.

use domain::answer::Subject;
use domain::framework::Control;
use domain::lookup::Lookup;
use domain::owed::{Lack, Owed, owed};

use super::{Source, words};
use crate::document::{Block, Column, Run, Table};

pub(super) fn questions(source: &Source<'_>) -> Vec<Block> {
    let owed = owed(source.dossier, source.standing);
    let of = |lack: Lack| owed.iter().filter(move |o| o.lack == lack);
    let [unknown, unanswered, excluded, otherwise] = [
        Lack::Knowledge,
        Lack::Answer,
        Lack::Exclusion,
        Lack::Contradiction,
    ]
    .map(|lack| of(lack).count());
    let mut blocks = vec![Block::heading(1, "Open questions", "open-questions")];
    if unknown + unanswered + excluded + otherwise == 0 {
        blocks.push(Block::text(
            "No question is open: every control that applies was answered by somebody who \
             knew.",
        ));
        return blocks;
    }
    blocks.push(Block::text(format!(
        "{} nobody asked so far could answer; {} not answered yet; {} said not to apply without \
         what that needs; {} said to be in place and found otherwise. What is open counts as \
         nothing in place, and is no finding against anybody.",
        words::count(unknown, "question", "questions"),
        words::count(unanswered, "control is", "controls are"),
        words::count(excluded, "is", "are"),
        words::count(otherwise, "is", "are"),
    )));
    blocks.extend(who_would_know(source, of(Lack::Knowledge)));
    blocks.extend(lacking(source, of(Lack::Exclusion)));
    blocks.extend(plain(
        source,
        of(Lack::Contradiction),
        ("Said and found otherwise", "contradictions"),
        "Either what was said or what was found has to be corrected, by looking once more.",
    ));
    blocks.extend(plain(
        source,
        of(Lack::Answer),
        ("Not answered yet", "unanswered"),
        "These controls were not answered. Nothing is known of them here, good or bad.",
    ));
    blocks
}

fn who_would_know<'o>(
    source: &Source<'_>,
    unknown: impl Iterator<Item = &'o Owed>,
) -> Vec<Block> {
    let lookup = Lookup::of(source.dossier);
    let rows: Vec<_> = unknown
        .filter_map(|o| {
            let control = control(source, o)?;
            let answer = lookup.answer(&control.id, o.subject)?;
            let who = answer.words.who_would_know.trim();
            let who = if who.is_empty() {
                "Not known yet".to_owned()
            } else {
                who.to_owned()
            };
            Some(vec![
                named(source, control, o.subject),
                words::cell(control.question.clone()),
                words::cell(who),
            ])
        })
        .collect();
    table(
        ("Nobody knows yet", "nobody-knows"),
        "Whoever would know is named, where somebody could say who that is.",
        ["Control", "Question", "Who would know"],
        rows,
    )
}

fn lacking<'o>(source: &Source<'_>, excluded: impl Iterator<Item = &'o Owed>) -> Vec<Block> {
    let rows: Vec<_> = excluded
        .filter_map(|o| {
            let control = control(source, o)?;
            Some(vec![
                named(source, control, o.subject),
                words::cell(control.question.clone()),
                words::cell(o.fields.join(", ")),
            ])
        })
        .collect();
    table(
        ("Said not to apply, not settled", "exclusions"),
        "A control is left out only with a reason, an approver and, where the law asks for it, \
         the support of the scoping profile.",
        ["Control", "Question", "What lacks"],
        rows,
    )
}

fn plain<'o>(
    source: &Source<'_>,
    owed: impl Iterator<Item = &'o Owed>,
    heading: (&str, &str),
    sentence: &str,
) -> Vec<Block> {
    let rows: Vec<_> = owed
        .filter_map(|o| {
            let control = control(source, o)?;
            Some(vec![
                named(source, control, o.subject),
                words::cell(control.question.clone()),
            ])
        })
        .collect();
    table(heading, sentence, ["Control", "Question"], rows)
}

fn table<const N: usize>(
    (title, anchor): (&str, &str),
    sentence: &str,
    header: [&str; N],
    rows: Vec<Vec<Vec<Block>>>,
) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let shares = [0.8, 1.4, 0.6];
    vec![
        Block::heading(2, title, anchor),
        Block::text(sentence),
        Block::Table(Table {
            columns: shares.into_iter().take(N).map(Column::Share).collect(),
            header: header.map(str::to_owned).to_vec(),
            rows,
        }),
    ]
}

fn control<'a>(source: &Source<'a>, owed: &Owed) -> Option<&'a Control> {
    source.dossier.framework.control(owed.control.as_deref()?)
}

fn named(source: &Source<'_>, control: &Control, subject: Subject) -> Vec<Block> {
    let mut blocks = words::cell_runs(vec![
        words::control_run(&control.id),
        Run::plain(format!(" {}", control.label)),
    ]);
    if subject != Subject::All {
        blocks.push(Block::small(source.dossier.subject_name(subject)));
    }
    blocks
}
