//! The summary for leadership: two to four pages in plain words, whatever the assessment holds.

mod decide;
mod harm;
mod next;
mod position;

pub(super) use decide::to_decide;
pub(super) use harm::harm;
pub(super) use next::next_steps;
pub(super) use position::position;

use domain::answer::{Determination, Implementation};
use domain::finding::{Finding, FindingStanding};
use domain::framework::Control;
use domain::lookup::Lookup;

use super::gathered::Packet;
use super::{Source, words};
use crate::document::{Block, Ink, Run, Tone};

/// The head of the first page, in place of a cover.
pub(super) fn masthead(packet: &Packet<'_>) -> Vec<Block> {
    let source = &packet.source;
    let assessment = &source.dossier.assessment;
    let mut facts = vec![
        words::stage(source),
        format!("judged on {}", words::day(assessment.as_of)),
        format!("made on {}", words::day(source.now.date_naive())),
    ];
    let assessor = assessment.engagement.assessor.trim();
    if !assessor.is_empty() {
        facts.push(format!("by {assessor}"));
    }
    if !packet.issuing.to.trim().is_empty() {
        facts.push(format!("for {}", packet.issuing.to.trim()));
    }
    vec![
        Block::heading(1, assessment.title.clone(), "leadership"),
        Block::Paragraph(
            Tone::Lead,
            vec![
                Run::plain(source.dossier.organisation.name.clone()),
                Run::plain(format!(" \u{b7} {}", words::packet_kind(packet.audience())))
                    .ink(Ink::Muted),
            ],
        ),
        Block::small(facts.join(" \u{b7} ")),
        Block::Rule,
    ]
}

/// The open gaps of one control, taken together over its systems, sites or vendors.
struct Gap<'a> {
    control: &'a Control,
    /// The worst of them.
    worst: &'a Finding,
    findings: Vec<&'a Finding>,
}

/// Returns the open gaps by control, those that weigh most first.
fn gaps<'a>(source: &Source<'a>) -> Vec<Gap<'a>> {
    let framework = &source.dossier.framework;
    let mut gaps: Vec<Gap<'_>> = Vec::new();
    let open = source.dossier.findings.iter();
    let open = open.filter(|f| f.standing == FindingStanding::Open && f.raised.kind.is_gap());
    for finding in open {
        let of_control = |gap: &&mut Gap<'_>| gap.control.id == finding.raised.control;
        if let Some(gap) = gaps.iter_mut().rev().find(of_control) {
            gap.findings.push(finding);
            if finding.raised.severity > gap.worst.raised.severity {
                gap.worst = finding;
            }
        } else if let Some(control) = framework.control(&finding.raised.control) {
            gaps.push(Gap {
                control,
                worst: finding,
                findings: vec![finding],
            });
        }
    }
    gaps.sort_by_key(|gap| {
        let raised = &gap.worst.raised;
        (std::cmp::Reverse(raised.severity), raised.kind)
    });
    gaps
}

/// How it is with a gap, in plain words that follow the control's name.
fn how_it_is(lookup: &Lookup<'_>, finding: &Finding) -> &'static str {
    let raised = &finding.raised;
    let answer = lookup.answer(&raised.control, raised.subject);
    let Some(words) = answer.map(|a| &a.words) else {
        return "not in place";
    };
    if raised.contradiction {
        return "said to be in place, found otherwise";
    }
    let otherwise = words.determination == Some(Determination::OtherThanSatisfied);
    match words.implementation {
        Some(Implementation::Partial) => "in place only in part",
        Some(Implementation::Planned) => "planned, not in place yet",
        Some(Implementation::Alternative | Implementation::NotReasonable) if otherwise => {
            "decided otherwise, and found not enough"
        }
        Some(Implementation::Alternative | Implementation::NotReasonable) => {
            "decided otherwise, without a complete record"
        }
        Some(
            Implementation::Implemented
            | Implementation::NotImplemented
            | Implementation::NotApplicable
            | Implementation::Unknown,
        )
        | None => "not in place",
    }
}
