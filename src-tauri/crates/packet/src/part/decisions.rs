//! Decision records, and what was said not to apply: where an answer rests on somebody's word.

use domain::answer::{Answer, Implementation, ItemState};
use domain::framework::Control;
use domain::score;

use super::{Source, words};
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};

/// Returns whether there is anything to list.
pub(super) fn is_any(source: &Source<'_>) -> bool {
    answered(source).any(|(_, answer)| {
        let word = answer.words.implementation;
        word.is_some_and(|w| w.is_decision() || w == Implementation::NotApplicable)
    })
}

pub(super) fn decisions(source: &Source<'_>) -> Vec<Block> {
    let framework = &source.dossier.framework;
    let mut blocks = vec![Block::heading(1, "Decision records", "decisions")];
    let decided: Vec<_> = answered(source)
        .filter(|(_, a)| {
            a.words
                .implementation
                .is_some_and(Implementation::is_decision)
        })
        .collect();
    let incomplete = decided
        .iter()
        .filter(|(_, a)| !score::missing_decision(framework, &a.words).is_empty())
        .count();
    if decided.is_empty() {
        blocks.push(Block::text(
            "No control was answered with an alternative, or as not reasonable.",
        ));
    } else {
        let cited = if framework.decision_citation.is_empty() {
            String::new()
        } else {
            format!(
                " ({} {})",
                framework.citation_prefix, framework.decision_citation
            )
        };
        blocks.push(Block::text(format!(
            "{} answered with an alternative, or as not reasonable. Such an answer stands on a \
             written record of the decision{cited}. {}",
            words::count(decided.len(), "control is", "controls are"),
            match incomplete {
                0 => "Every record is complete.".to_owned(),
                one => format!(
                    "{} not complete.",
                    words::count(one, "record is", "records are")
                ),
            }
        )));
    }
    for (control, answer) in decided {
        blocks.push(one(source, control, answer));
    }
    blocks.extend(excluded(source));
    blocks
}

fn one(source: &Source<'_>, control: &Control, answer: &Answer) -> Block {
    let dossier = source.dossier;
    let framework = &dossier.framework;
    let lacks = score::missing_decision(framework, &answer.words);
    let word = words::implementation(framework, answer.words.implementation);
    let mut head = vec![
        words::control_run(&control.id),
        Run::plain(format!(
            " \u{b7} {word} \u{b7} {} \u{b7} {}, {} \u{b7} ",
            dossier.subject_name(answer.subject),
            words::or_dash(&answer.assessor),
            answer.changed.format("%Y-%m-%d")
        ))
        .ink(Ink::Muted),
    ];
    head.push(if lacks.is_empty() {
        Run::set("Record complete", Face::Semibold).ink(Ink::Good)
    } else {
        Run::set("Record not complete", Face::Semibold).ink(Ink::Bad)
    });
    let terms = framework.decision_record.iter().map(|field| {
        let text = answer.words.decision.get(&field.id);
        let text = text.map_or("", |text| text.trim());
        let value = match text {
            "" if lacks.contains(&field.id.as_str()) => {
                Run::set("Not written yet", Face::Semibold).ink(Ink::Bad)
            }
            "" => Run::plain("\u{2013}").ink(Ink::Muted),
            text => Run::plain(text),
        };
        (field.label.clone(), vec![value])
    });
    Block::Together(vec![
        Block::heading(
            2,
            format!("{} {}", control.id, control.label),
            format!("decision-{}-{}", control.id, answer.subject),
        ),
        Block::Paragraph(Tone::Small, head),
        Block::Terms(terms.collect()),
    ])
}

fn excluded(source: &Source<'_>) -> Vec<Block> {
    let dossier = source.dossier;
    let rows: Vec<_> = answered(source)
        .filter(|(_, a)| a.words.implementation == Some(Implementation::NotApplicable))
        .map(|(control, answer)| {
            let mut standing = source.standing.items.iter();
            let row = standing
                .find(|item| item.control == control.id)
                .and_then(|item| item.rows.iter().find(|r| r.subject == answer.subject));
            let counts = row.is_some_and(|row| row.state == ItemState::NotApplicable);
            let mut reason = vec![Block::text(words::or_dash(&answer.words.exclusion_reason))];
            if !counts {
                reason.push(Block::Paragraph(
                    Tone::Small,
                    vec![
                        Run::plain("Does not count as settled: something lacks.").ink(Ink::Bad),
                    ],
                ));
            }
            vec![
                vec![
                    Block::Paragraph(
                        Tone::Body,
                        vec![
                            words::control_run(&control.id),
                            Run::plain(format!(" {}", control.label)),
                        ],
                    ),
                    Block::small(dossier.subject_name(answer.subject)),
                ],
                reason,
                words::cell(words::or_dash(&answer.words.exclusion_approver)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(2, "Said not to apply", "not-applicable"),
        Block::text(
            "Each was left out by a person, for the reason given, with the name of who approved \
             it.",
        ),
        Block::Table(Table {
            columns: vec![Column::Share(1.0), Column::Share(1.3), Column::Share(0.6)],
            header: ["Control", "Why", "Approved by"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

/// The answers that count, with their controls, in the order of the framework.
fn answered<'a>(source: &Source<'a>) -> impl Iterator<Item = (&'a Control, &'a Answer)> {
    let dossier = source.dossier;
    let lookup = domain::lookup::Lookup::of(dossier);
    source.standing.items.iter().flat_map(move |item| {
        let control = dossier.framework.control(&item.control);
        let rows = item.rows.iter();
        let answers = rows.filter_map(|row| lookup.answer(&item.control, row.subject));
        let answers: Vec<_> = control
            .into_iter()
            .flat_map(|control| answers.clone().map(move |answer| (control, answer)))
            .collect();
        answers
    })
}
