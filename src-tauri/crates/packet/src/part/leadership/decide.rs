//! What only leadership can decide.

use domain::finding::ResponseCourse;
use domain::organisation::AgreementState;
use domain::owed::{Lack, owed};

use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::part::gathered::Packet;
use crate::part::steps::{self, Requests, StepOrigin};
use crate::part::{Source, words};

/// How many decisions are put.
const TOP: usize = 8;
/// How many things of a kind are named one by one.
const NAMED: usize = 3;
/// How many letters of a reason there is room for.
const LETTERS: usize = 180;

/// A decision, and why it waits.
struct Decision {
    what: String,
    why: String,
}

pub(in crate::part) fn to_decide(packet: &Packet<'_>) -> Vec<Block> {
    let decisions = decisions(&packet.source);
    let mut blocks = vec![Block::heading(2, "What to decide", "to-decide")];
    if decisions.is_empty() {
        blocks.push(Block::text(
            "As far as is recorded, nothing waits for a decision by leadership.",
        ));
        return blocks;
    }
    let rows = decisions.iter().take(TOP).map(|decision| {
        vec![
            vec![Block::TickBox],
            vec![
                Block::Paragraph(
                    Tone::Body,
                    vec![Run::set(decision.what.clone(), Face::Semibold)],
                ),
                Block::Paragraph(
                    Tone::Body,
                    vec![Run::plain(decision.why.clone()).ink(Ink::Muted)],
                ),
            ],
        ]
    });
    blocks.push(Block::Table(Table {
        columns: vec![Column::Fixed(14.0), Column::Share(1.0)],
        header: ["", "Decision, and why it waits"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }));
    if decisions.len() > TOP {
        blocks.push(Block::small(format!(
            "And {} in the audit packet.",
            words::count(decisions.len() - TOP, "more", "more")
        )));
    }
    blocks
}

fn decisions(source: &Source<'_>) -> Vec<Decision> {
    let mut found = Vec::new();
    found.extend(unanswered(source));
    found.extend(agreements(source));
    found.extend(overdue(source));
    found.extend(will_not(source));
    found.extend(records(source));
    found.extend(ownerless(source));
    found
}

/// Gaps to which nobody has said a word, and that are not planned either.
fn unanswered(source: &Source<'_>) -> Option<Decision> {
    let steps = steps::steps(source, Requests::ByDay);
    let proposed = steps.iter().filter(|s| s.origin == StepOrigin::Proposal);
    let mut names: Vec<&str> = Vec::new();
    let mut severe = 0;
    for step in proposed {
        if !names.contains(&step.about.as_str()) {
            names.push(&step.about);
            severe += usize::from(step.severity >= 4);
        }
    }
    if names.is_empty() {
        return None;
    }
    let weighs = match severe {
        0 => String::new(),
        some => format!(" {some} of them high or critical."),
    };
    Some(Decision {
        what: format!(
            "Say what will be done about {}.",
            words::count(
                names.len(),
                "gap without a response",
                "gaps without a response"
            )
        ),
        why: format!("{}.{weighs}", listed(&names)),
    })
}

/// Vendors in scope without the agreement that they need.
fn agreements(source: &Source<'_>) -> Vec<Decision> {
    let dossier = source.dossier;
    let scope = &dossier.assessment.scope;
    let as_of = dossier.assessment.as_of;
    words::names(&dossier.vendors, &scope.vendors, |v| v.id)
        .filter_map(|vendor| {
            let agreement = &vendor.agreement;
            let over = agreement.until.filter(|until| *until < as_of);
            let why = match (agreement.state, over) {
                (AgreementState::Missing, _) => {
                    "No business associate agreement is there.".to_owned()
                }
                (AgreementState::InPreparation, _) => {
                    "The business associate agreement is still being prepared.".to_owned()
                }
                (AgreementState::Signed, Some(until)) => {
                    format!("The business associate agreement ended on {until}.")
                }
                (
                    AgreementState::Signed
                    | AgreementState::Unknown
                    | AgreementState::NotNeeded,
                    _,
                ) => return None,
            };
            Some(Decision {
                what: format!(
                    "Sign an agreement with {}, or stop what goes there.",
                    words::brief(&vendor.name, 60)
                ),
                why,
            })
        })
        .collect()
}

fn overdue(source: &Source<'_>) -> Option<Decision> {
    let today = source.now.date_naive();
    let steps = steps::steps(source, Requests::ByDay);
    let late: Vec<_> = steps
        .iter()
        .filter(|s| s.is_late(today) && s.origin != StepOrigin::Request)
        .collect();
    let first = late.first()?;
    let names: Vec<&str> = late.iter().map(|step| step.about.as_str()).collect();
    let since = first
        .on
        .map_or_else(String::new, |on| format!(" The first was due on {on}."));
    Some(Decision {
        what: format!(
            "Set a new date, or give more help, for {}.",
            words::count(late.len(), "step that is overdue", "steps that are overdue")
        ),
        why: format!("{}.{since}", listed(&names)),
    })
}

/// What the organisation said it will not do, one by one: a risk that somebody has to carry.
fn will_not(source: &Source<'_>) -> Vec<Decision> {
    let gaps = super::gaps(source);
    gaps.iter()
        .filter_map(|gap| {
            let mut findings = gap.findings.iter();
            let finding = findings.find(|f| f.response.course == ResponseCourse::WillNot)?;
            let reason = finding.response.text.trim();
            let why = if reason.is_empty() {
                "It will not be done, and no reason is written down.".to_owned()
            } else {
                format!("Not to be done, because: {}", words::brief(reason, LETTERS))
            };
            Some(Decision {
                what: format!(
                    "Accept the risk in writing, or change course: {}.",
                    gap.control.label
                ),
                why,
            })
        })
        .collect()
}

fn records(source: &Source<'_>) -> Option<Decision> {
    let owed = owed(source.dossier, source.standing);
    let framework = &source.dossier.framework;
    let mut names: Vec<&str> = Vec::new();
    for one in owed.iter().filter(|o| o.lack == Lack::Decision) {
        let control = one.control.as_deref().and_then(|id| framework.control(id));
        let name = control.map_or("", |c| c.label.as_str());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return None;
    }
    Some(Decision {
        what: format!(
            "Complete {}, or do what was asked.",
            words::count(names.len(), "decision record", "decision records")
        ),
        why: format!("{}.", listed(&names)),
    })
}

/// Responses and plans that nobody sees to.
fn ownerless(source: &Source<'_>) -> Option<Decision> {
    let steps = steps::steps(source, Requests::ByDay);
    let without: Vec<&str> = steps
        .iter()
        .filter(|s| {
            s.who.is_none() && matches!(s.origin, StepOrigin::Response | StepOrigin::Plan)
        })
        .map(|step| step.about.as_str())
        .collect();
    if without.is_empty() {
        return None;
    }
    Some(Decision {
        what: format!(
            "Name an owner for {}.",
            words::count(without.len(), "step", "steps")
        ),
        why: format!("{}.", listed(&without)),
    })
}

/// The first few names, and how many more there are.
fn listed(names: &[&str]) -> String {
    let mut text = names
        .iter()
        .take(NAMED)
        .map(|name| name.trim_end_matches('.'))
        .collect::<Vec<_>>()
        .join("; ");
    if names.len() > NAMED {
        text.push_str(&format!("; and {} more", names.len() - NAMED));
    }
    text
}
