//! The summary: two figures, the word with its gates, the worst findings.

use domain::finding::{Finding, FindingKind, FindingStanding};
use domain::packet::PacketPart;

use super::gathered::Packet;
use super::{Source, charts, words};
use crate::document::{Block, Chart, Column, Face, Part, Run, Stack, Table, Tone};

/// How many findings the summary names.
const TOP: usize = 8;

pub(super) fn summary(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let standing = source.standing;
    let mut blocks = vec![
        Block::heading(1, "Summary", "summary"),
        Block::Paragraph(Tone::Lead, vec![Run::plain(lead(source))]),
    ];
    if standing.all.applicable > 0 {
        blocks.push(charts::gauges(source));
        blocks.push(figures(source));
    }
    blocks.push(Block::text(coverage(source)));
    blocks.push(Block::small(format!(
        "{} All figures are per cent.",
        standing.disclaimer
    )));
    blocks.extend(gates(source));
    blocks.extend(by_section(source));
    blocks.extend(charts::coverage(source));
    blocks.extend(worst(packet));
    blocks.extend(charts::matrix(source));
    blocks.extend(charts::timeline(source));
    blocks
}

/// The figures that the gauges show, and the same over all items.
fn figures(source: &Source<'_>) -> Block {
    let (provisions, all) = (&source.standing.provisions, &source.standing.all);
    let row = |name: &str, meaning: &str, one: Option<f64>, other: Option<f64>| {
        vec![
            vec![
                Block::Paragraph(Tone::Body, vec![Run::set(name, Face::Semibold)]),
                Block::small(meaning),
            ],
            words::cell(words::figure(one)),
            words::cell(words::figure(other)),
        ]
    };
    Block::Table(Table {
        columns: vec![
            Column::Share(1.0),
            Column::Figure(90.0),
            Column::Figure(90.0),
        ],
        header: ["Figure", "Provisions", "All items"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            row(
                "Conformity",
                "what is in place, as far as it was said",
                provisions.conformity,
                all.conformity,
            ),
            row(
                "Assurance",
                "how well what is in place is shown by evidence",
                provisions.assurance,
                all.assurance,
            ),
            row(
                "Coverage",
                "how many of the controls that apply are resolved",
                provisions.coverage,
                all.coverage,
            ),
        ],
    })
}

fn lead(source: &Source<'_>) -> String {
    let all = &source.standing.all;
    if all.applicable == 0 {
        return format!(
            "None of the {} controls applies to {} as answered, so this checklist has no word \
             for its readiness.",
            all.items, source.dossier.organisation.name
        );
    }
    format!(
        "By this checklist the readiness of {} is called \u{201c}{}\u{201d}. {} of {} controls \
         apply; {} of these are resolved.",
        source.dossier.organisation.name,
        source.standing.word,
        all.applicable,
        all.items,
        all.resolved
    )
}

/// What share of the answers is there, and what the word makes of it.
fn coverage(source: &Source<'_>) -> String {
    let standing = source.standing;
    if standing.all.applicable == 0 {
        return "There is nothing to cover.".to_owned();
    }
    let floor = &source.dossier.framework.coverage_floor;
    let mut text = format!(
        "Coverage is {} per cent of the controls that apply.",
        words::figure(standing.all.coverage)
    );
    if standing
        .all
        .coverage
        .is_some_and(|coverage| coverage < floor.below)
    {
        text.push_str(&format!(
            " The word is provisional, because fewer than {} per cent are resolved.",
            floor.below
        ));
    }
    if standing.provisions.conformity.is_none() {
        text.push_str(
            " No control that rests on a provision applies here; the word follows the figure \
             over all items.",
        );
    }
    text
}

fn gates(source: &Source<'_>) -> Vec<Block> {
    let standing = source.standing;
    if standing.all.applicable == 0 {
        return Vec::new();
    }
    if standing.gates.is_empty() {
        return vec![Block::text(format!(
            "The provisions figure alone earns the word \u{201c}{}\u{201d}, and nothing caps it.",
            standing.band
        ))];
    }
    let mut blocks = vec![
        Block::heading(2, "Gates", "gates"),
        Block::text(format!(
            "The provisions figure alone would earn \u{201c}{}\u{201d}. These gates are closed. \
             Each names the best word that is left; none changes the figure:",
            standing.band
        )),
    ];
    let items = standing
        .gates
        .iter()
        .map(|gate| {
            let mut runs = vec![Run::plain(format!("{} At best: {}.", gate.title, gate.cap))];
            for (i, control) in gate.controls.iter().enumerate() {
                runs.push(Run::plain(if i == 0 { " " } else { ", " }));
                runs.push(words::control_run(control));
            }
            vec![Block::Paragraph(Tone::Body, runs)]
        })
        .collect();
    blocks.push(Block::List {
        ordered: false,
        items,
    });
    blocks
}

fn by_section(source: &Source<'_>) -> Vec<Block> {
    let sections = &source.standing.sections;
    let rows = sections
        .iter()
        .map(|s| {
            let f = &s.figures;
            vec![
                words::cell(s.title.clone()),
                words::cell(words::figure(f.conformity)),
                words::cell(words::figure(f.assurance)),
                words::cell(words::figure(f.coverage)),
                words::cell(format!("{} of {}", f.resolved, f.applicable)),
            ]
        })
        .collect();
    vec![
        Block::heading(2, "By section", "by-section"),
        charts::section_bars(source),
        Block::Table(Table {
            columns: vec![
                Column::Share(1.0),
                Column::Fixed(66.0),
                Column::Fixed(62.0),
                Column::Fixed(60.0),
                Column::Fixed(66.0),
            ],
            header: ["Section", "Conformity", "Assurance", "Coverage", "Resolved"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

/// The open gaps as one bar, the worst at the left.
fn by_severity(source: &Source<'_>, findings: &[&Finding]) -> Block {
    let framework = &source.dossier.framework;
    let mut weights: Vec<u8> = findings.iter().map(|f| f.raised.severity).collect();
    weights.dedup();
    let parts: Vec<Part> = weights
        .iter()
        .map(|weight| {
            let count = findings
                .iter()
                .filter(|f| f.raised.severity == *weight)
                .count();
            Part {
                label: words::severity(framework, *weight),
                count: u32::try_from(count).unwrap_or(u32::MAX),
                ink: words::severity_ink(*weight),
            }
        })
        .collect();
    let counts: Vec<String> = parts
        .iter()
        .map(|p| format!("{} {}", p.count, p.label))
        .collect();
    Block::Chart {
        alternative: format!("Open gaps by severity: {}.", counts.join(", ")),
        chart: Chart::Stack(Stack {
            label: "Open gaps by severity".to_owned(),
            parts,
        }),
    }
}

fn worst(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let elsewhere = if packet.shows(PacketPart::Findings) {
        " in the chapter on findings"
    } else {
        ""
    };
    let mut findings: Vec<_> = source
        .dossier
        .findings
        .iter()
        .filter(|f| f.standing == FindingStanding::Open && f.raised.kind.is_gap())
        .collect();
    findings.sort_by_key(|f| {
        (
            std::cmp::Reverse(f.raised.severity),
            f.raised.control.clone(),
        )
    });
    let mut blocks = vec![Block::heading(2, "What weighs most", "worst")];
    if findings.is_empty() {
        let open = |kind| {
            let all = &source.dossier.findings;
            all.iter()
                .filter(|f| f.standing == FindingStanding::Open && f.raised.kind == kind)
                .count()
        };
        blocks.push(Block::text(format!(
            "No gap follows from what was answered. {} and {} stand{elsewhere}.",
            words::count(
                open(FindingKind::EvidenceGap),
                "evidence gap",
                "evidence gaps"
            ),
            words::count(
                open(FindingKind::OpenQuestion),
                "open question",
                "open questions"
            )
        )));
        return blocks;
    }
    let framework = &source.dossier.framework;
    blocks.push(by_severity(source, &findings));
    let rows = findings
        .iter()
        .take(TOP)
        .filter_map(|f| framework.control(&f.raised.control).map(|c| (f, c)))
        .map(|(f, control)| {
            let severity = f.raised.severity;
            let happen = if f.consequence.trim().is_empty() {
                control.ml_failure.clone()
            } else {
                f.consequence.clone()
            };
            vec![
                words::cell_runs(vec![
                    Run::set(words::severity(framework, severity), Face::Semibold)
                        .ink(words::severity_ink(severity)),
                ]),
                words::cell_runs(vec![
                    words::control_run(&control.id),
                    Run::plain(format!(" {}", control.label)),
                ]),
                words::cell(happen),
            ]
        })
        .collect();
    blocks.push(Block::Table(Table {
        columns: vec![Column::Fixed(58.0), Column::Share(0.8), Column::Share(1.0)],
        header: ["Severity", "Control", "What could happen"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    }));
    if findings.len() > TOP {
        blocks.push(Block::small(format!(
            "{} more stand{elsewhere}.",
            findings.len() - TOP
        )));
    }
    blocks
}
