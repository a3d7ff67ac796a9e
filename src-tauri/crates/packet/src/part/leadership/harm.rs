//! What could hurt us: the gaps that weigh most, as what could happen.

use chrono::NaiveDate;
use domain::answer::Implementation;
use domain::finding::{FindingKind, FindingStanding, ResponseCourse};
use domain::lookup::Lookup;

use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::part::gathered::Packet;
use crate::part::words;

/// How many gaps are told.
const TOP: usize = 6;
/// How many letters of what could happen there is room for.
const LETTERS: usize = 260;

pub(in crate::part) fn harm(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let mut blocks = vec![Block::heading(2, "What could hurt us", "harm")];
    let gaps = super::gaps(source);
    let unshown = source
        .dossier
        .findings
        .iter()
        .filter(|f| {
            f.standing == FindingStanding::Open && f.raised.kind == FindingKind::EvidenceGap
        })
        .count();
    if gaps.is_empty() {
        blocks.push(Block::text("No gap follows from what was answered."));
    } else {
        blocks.push(Block::text(
            "What could happen because of the gaps that weigh most, if nothing is done. It says \
             what is possible, not that it happened or will.",
        ));
        blocks.push(table(packet, &gaps));
    }
    if gaps.len() > TOP {
        blocks.push(Block::small(format!(
            "And {} in the audit packet.",
            words::count(gaps.len() - TOP, "more gap", "more gaps")
        )));
    }
    if unshown > 0 {
        blocks.push(Block::text(format!(
            "{} said to be in place and not yet shown. If one of them is not as it was said, \
             nobody would know.",
            words::count(unshown, "more thing is", "more things are")
        )));
    }
    blocks
}

fn table(packet: &Packet<'_>, gaps: &[super::Gap<'_>]) -> Block {
    let source = &packet.source;
    let framework = &source.dossier.framework;
    let lookup = Lookup::of(source.dossier);
    let rows = gaps.iter().take(TOP).map(|gap| {
        let severity = gap.worst.raised.severity;
        let own = gap.findings.iter().map(|f| f.consequence.trim());
        let happen = own
            .clone()
            .find(|text| !text.is_empty())
            .unwrap_or(&gap.control.ml_failure);
        let mut because = format!(
            "{}: {}",
            gap.control.label,
            super::how_it_is(&lookup, gap.worst)
        );
        if gap.findings.len() > 1 {
            because.push_str(&format!(", in {} places", gap.findings.len()));
        } else if gap.worst.raised.subject != domain::answer::Subject::All {
            let name = source.dossier.subject_name(gap.worst.raised.subject);
            because.push_str(&format!(", {}", words::brief(&name, 60)));
        }
        vec![
            words::cell_runs(vec![
                Run::set(words::severity(framework, severity), Face::Semibold)
                    .ink(words::severity_ink(severity)),
            ]),
            vec![
                Block::Paragraph(
                    Tone::Body,
                    vec![Run::set(words::brief(happen, LETTERS), Face::Semibold)],
                ),
                Block::Paragraph(
                    Tone::Body,
                    vec![Run::plain(format!("{because}.")).ink(Ink::Muted)],
                ),
            ],
            response(gap, &lookup),
        ]
    });
    Block::Table(Table {
        columns: vec![
            Column::Fixed(54.0),
            Column::Share(1.0),
            Column::Fixed(116.0),
        ],
        header: ["Severity", "What could happen", "What is done about it"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    })
}

/// Who does what about a gap, as far as somebody said.
fn response(gap: &super::Gap<'_>, lookup: &Lookup<'_>) -> Vec<Block> {
    let mut responses = gap.findings.iter().map(|f| &f.response);
    let said = responses.find(|r| r.course != ResponseCourse::None);
    if let Some(response) = said {
        return match response.course {
            ResponseCourse::WillNot => {
                words::cell_runs(vec![Run::set("Will not be done", Face::Semibold)])
            }
            ResponseCourse::None | ResponseCourse::Remedy | ResponseCourse::Other => {
                let state = words::response_state(response.state);
                seen_to(&response.owner, response.due, state)
            }
        };
    }
    let raised = &gap.worst.raised;
    let answer = lookup.answer(&raised.control, raised.subject);
    let planned = answer
        .map(|a| &a.words)
        .filter(|words| words.implementation == Some(Implementation::Planned));
    planned.map_or_else(
        || {
            let run = Run::set("No response yet", Face::Semibold).ink(Ink::Bad);
            words::cell_runs(vec![run])
        },
        |plan| seen_to(&plan.plan_owner, plan.plan_due, "planned"),
    )
}

fn seen_to(owner: &str, due: Option<NaiveDate>, state: &str) -> Vec<Block> {
    let owner = match owner.trim() {
        "" => "No owner yet".to_owned(),
        owner => words::brief(owner, 60),
    };
    let due = due.map_or_else(|| "no date yet".to_owned(), |due| format!("by {due}"));
    vec![
        Block::text(owner),
        Block::Paragraph(
            Tone::Body,
            vec![Run::plain(format!("{due}, {state}")).ink(Ink::Muted)],
        ),
    ]
}
