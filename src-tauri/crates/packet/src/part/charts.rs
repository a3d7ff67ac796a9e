//! The charts of the summary, each with its figures as a table or in words beside it.

use domain::answer::ItemState;
use domain::finding::{Finding, FindingKind, FindingStanding};
use domain::score::ItemStanding;

use super::steps::{self, Requests, Step, StepOrigin};
use super::{Source, words};
use crate::document::{
    Bar, Block, Chart, Column, Coverage, CoverageRow, Dial, Face, Ink, Matrix, Run, Table,
    Timeline, TimelineEntry, Tone,
};

/// How many due dates the timeline shows.
const DATES: usize = 12;

/// The gauges: what is in place, what is shown, what is answered.
pub(super) fn gauges(source: &Source<'_>) -> Block {
    let standing = source.standing;
    let (of, all) = (&standing.provisions, &standing.all);
    let dial = |label: &str, value: Option<f64>, word: String, ink: Ink| Dial {
        label: label.to_owned(),
        value,
        word,
        ink,
    };
    let figure = |value: Option<f64>| match value {
        Some(_) => words::figure(value),
        None => "not assessed".to_owned(),
    };
    Block::Chart {
        chart: Chart::Dials(vec![
            dial(
                "Conformity, provisions",
                of.conformity,
                standing.word.clone(),
                ink(of.conformity),
            ),
            dial(
                "Assurance, provisions",
                of.assurance,
                "of what is in place".to_owned(),
                ink(of.assurance),
            ),
            dial(
                "Coverage",
                all.coverage,
                format!("{} of {}", all.resolved, all.applicable),
                ink(all.coverage),
            ),
        ]),
        alternative: format!(
            "Three gauges from 0 to 100. Conformity over provisions {}, assurance over \
             provisions {}, coverage {}.",
            figure(of.conformity),
            figure(of.assurance),
            figure(all.coverage)
        ),
    }
}

/// The colour of a figure. It only hints: the number stands beside it.
pub(super) fn ink(value: Option<f64>) -> Ink {
    match value {
        Some(value) if value >= 75.0 => Ink::Good,
        Some(value) if value >= 60.0 => Ink::Warn,
        Some(_) => Ink::Bad,
        None => Ink::Muted,
    }
}

pub(super) fn section_bars(source: &Source<'_>) -> Block {
    let sections = source.standing.sections.iter();
    Block::Bars {
        bars: sections
            .map(|s| Bar {
                label: s.title.clone(),
                values: vec![
                    ("Conformity".to_owned(), s.figures.conformity),
                    ("Assurance".to_owned(), s.figures.assurance),
                ],
            })
            .collect(),
        alternative: "Bars of conformity and assurance for each section. The table below \
                      gives the same figures."
            .to_owned(),
    }
}

/// How the answers of each section spread over the states.
pub(super) fn coverage(source: &Source<'_>) -> Vec<Block> {
    let parts = [
        ("In place", Ink::Good),
        ("In part", Ink::Warn),
        ("Not in place", Ink::Bad),
        ("Not resolved", Ink::Text),
        ("Not applicable", Ink::Muted),
    ];
    let framework = &source.dossier.framework;
    let rows: Vec<CoverageRow> = framework
        .sections
        .iter()
        .map(|section| {
            let mut counts = vec![0; parts.len()];
            let of_section =
                |item: &&ItemStanding| section.controls().any(|c| c.id == item.control);
            for item in source.standing.items.iter().filter(of_section) {
                if let Some(count) = counts.get_mut(column(item.state)) {
                    *count += 1;
                }
            }
            CoverageRow {
                label: section.title.clone(),
                counts,
            }
        })
        .collect();
    let twin = rows.iter().map(|row| {
        let counts = row.counts.iter().map(|n| words::cell(n.to_string()));
        std::iter::once(words::cell(row.label.clone()))
            .chain(counts)
            .collect()
    });
    let header = std::iter::once("Section").chain(parts.iter().map(|(name, _)| *name));
    let table = Table {
        columns: std::iter::once(Column::Share(1.0))
            .chain(parts.iter().map(|_| Column::Figure(58.0)))
            .collect(),
        header: header.map(str::to_owned).collect(),
        rows: twin.collect(),
    };
    vec![
        Block::heading(2, "What was answered", "coverage"),
        Block::Chart {
            chart: Chart::Coverage(Coverage {
                parts: parts.map(|(name, ink)| (name.to_owned(), ink)).to_vec(),
                rows,
            }),
            alternative: "For each section a bar of its controls: in place, in part, not in \
                          place, not resolved, not applicable. The table below gives the same \
                          counts."
                .to_owned(),
        },
        Block::Table(table),
    ]
}

fn column(state: ItemState) -> usize {
    match state {
        ItemState::Implemented | ItemState::Decided => 0,
        ItemState::Partial | ItemState::Planned | ItemState::DecisionIncomplete => 1,
        ItemState::NotImplemented => 2,
        ItemState::Unresolved => 3,
        ItemState::NotApplicable => 4,
    }
}

/// The open findings by severity and kind.
pub(super) fn matrix(source: &Source<'_>) -> Vec<Block> {
    let open: Vec<&Finding> = source
        .dossier
        .findings
        .iter()
        .filter(|f| f.standing == FindingStanding::Open)
        .collect();
    if open.is_empty() {
        return Vec::new();
    }
    let kinds = [
        FindingKind::Gap,
        FindingKind::DocumentationGap,
        FindingKind::EvidenceGap,
        FindingKind::OpenQuestion,
    ];
    let mut weights: Vec<u8> = open.iter().map(|f| f.raised.severity).collect();
    weights.extend(source.dossier.framework.severities.iter().map(|s| s.weight));
    weights.sort_unstable_by(|a, b| b.cmp(a));
    weights.dedup();
    let count = |weight: u8, kind: FindingKind| {
        let of = |f: &&&Finding| f.raised.severity == weight && f.raised.kind == kind;
        open.iter().filter(of).count()
    };
    let names = kinds.map(|kind| words::finding_kind(kind).to_owned());
    let rows: Vec<String> = weights
        .iter()
        .map(|weight| words::severity(&source.dossier.framework, *weight))
        .collect();
    let cells = weights.iter().map(|weight| {
        let cell = |kind: FindingKind| match count(*weight, kind) {
            0 => ("0".to_owned(), Ink::Muted),
            some => (some.to_string(), matrix_ink(*weight)),
        };
        kinds.map(cell).to_vec()
    });
    let twin = weights.iter().zip(&rows).map(|(weight, row)| {
        let counts = kinds.map(|kind| words::cell(count(*weight, kind).to_string()));
        std::iter::once(words::cell(row.clone()))
            .chain(counts)
            .collect()
    });
    let table = Table {
        columns: std::iter::once(Column::Share(1.0))
            .chain(kinds.map(|_| Column::Figure(78.0)))
            .collect(),
        header: std::iter::once("Severity".to_owned())
            .chain(names.clone())
            .collect(),
        rows: twin.collect(),
    };
    vec![
        Block::heading(2, "Open findings by severity and kind", "matrix"),
        Block::Chart {
            chart: Chart::Matrix(Matrix {
                row_axis: "Severity".to_owned(),
                column_axis: "Kind of finding".to_owned(),
                rows,
                columns: names.to_vec(),
                cells: cells.collect(),
            }),
            alternative: format!(
                "A grid of {} by severity and kind. The table below gives the same counts.",
                words::count(open.len(), "open finding", "open findings")
            ),
        },
        Block::Table(table),
    ]
}

fn matrix_ink(weight: u8) -> Ink {
    match weight {
        5 | 4 => Ink::Bad,
        3 => Ink::Warn,
        2 => Ink::Accent,
        _ => Ink::Good,
    }
}

/// What falls due when, the earliest first.
pub(super) fn timeline(source: &Source<'_>) -> Vec<Block> {
    let today = source.now.date_naive();
    let dated: Vec<Step> = steps::steps(source, Requests::ByDay)
        .into_iter()
        .filter(|step| step.on.is_some())
        .collect();
    let mut blocks = vec![Block::heading(2, "What falls due", "due")];
    if dated.is_empty() {
        blocks.push(Block::text(
            "No date is set for any response, plan or request.",
        ));
        return blocks;
    }
    let shown = dated.iter().take(DATES);
    let entries = shown.clone().filter_map(|step| {
        let late = step.is_late(today);
        Some(TimelineEntry {
            label: words::brief(&step.about, 42),
            from: None,
            on: step.on?,
            word: match step.on? {
                on if late => format!("{on}, overdue"),
                on => on.to_string(),
            },
            ink: if late { Ink::Bad } else { Ink::Accent },
        })
    });
    let entries: Vec<TimelineEntry> = entries.collect();
    let late = dated.iter().filter(|step| step.is_late(today)).count();
    blocks.push(Block::Chart {
        alternative: format!(
            "A line of time with {}, {late} overdue on {today}. The table below gives the same \
             dates.",
            words::count(entries.len(), "due date", "due dates")
        ),
        chart: Chart::Timeline(Timeline {
            today: Some(today),
            entries,
        }),
    });
    let rows = shown.map(|step| {
        let due = step.on.map(|on| on.to_string()).unwrap_or_default();
        let mut when = vec![Block::text(due)];
        if step.is_late(today) {
            let run = Run::set("overdue", Face::Semibold).ink(Ink::Bad);
            when.push(Block::Paragraph(Tone::Small, vec![run]));
        }
        let mut what = Vec::new();
        if let Some(control) = &step.control {
            what.push(words::control_run(control));
            what.push(Run::plain(" "));
        }
        what.push(Run::plain(step.about.clone()));
        vec![
            when,
            words::cell_runs(what),
            words::cell(
                step.who
                    .clone()
                    .unwrap_or_else(|| "no owner yet".to_owned()),
            ),
            words::cell(match step.origin {
                StepOrigin::Response => "response to a finding",
                StepOrigin::Plan => "plan",
                StepOrigin::Request => "evidence",
                StepOrigin::Proposal => "proposed",
            }),
        ]
    });
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::Fixed(62.0),
            Column::Share(1.3),
            Column::Share(0.8),
            Column::Share(0.5),
        ],
        header: ["Due", "What", "Who", "From"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }));
    if dated.len() > DATES {
        blocks.push(Block::small(format!(
            "{} later.",
            words::count(
                dated.len() - DATES,
                "more date follows",
                "more dates follow"
            )
        )));
    }
    blocks
}
