//! Findings by severity, with what the client replies.

use domain::answer::Implementation;
use domain::finding::{Finding, FindingKind, FindingStanding, ResponseCourse};
use domain::framework::Control;
use domain::lookup::Lookup;

use super::{Source, words};
use crate::document::{Block, Face, Ink, Run, Tone};

pub(super) fn findings(source: &Source<'_>) -> Vec<Block> {
    let mut open: Vec<&Finding> = source
        .dossier
        .findings
        .iter()
        .filter(|f| f.standing == FindingStanding::Open)
        .collect();
    open.sort_by_key(|f| {
        (
            std::cmp::Reverse(f.raised.severity),
            f.raised.kind,
            f.raised.control.clone(),
        )
    });
    let mut blocks = vec![
        Block::heading(1, "Findings and responses", "findings"),
        Block::text(
            "A finding follows from an answer. It is worded by the role that the control plays \
             for a provision; whether a rule is broken is for counsel and regulators to say.",
        ),
    ];
    if open.is_empty() {
        blocks.push(Block::text("No finding stands."));
    }
    let framework = &source.dossier.framework;
    let lookup = Lookup::of(source.dossier);
    let mut severity = None;
    for finding in open {
        if severity != Some(finding.raised.severity) {
            severity = Some(finding.raised.severity);
            let word = words::severity(framework, finding.raised.severity);
            blocks.push(Block::heading(
                2,
                word,
                format!("findings-{}", finding.raised.severity),
            ));
        }
        blocks.push(one(source, &lookup, finding));
    }
    blocks
}

fn one(source: &Source<'_>, lookup: &Lookup<'_>, finding: &Finding) -> Block {
    let dossier = source.dossier;
    let raised = &finding.raised;
    let control = dossier.framework.control(&raised.control);
    let label = control.map_or("", |c| c.label.as_str());
    let subject = dossier.subject_name(raised.subject);
    let mut terms = vec![(
        "Finding".to_owned(),
        vec![Run::plain(raised.wording.clone())],
    )];
    if raised.contradiction {
        terms.push((
            "To resolve".to_owned(),
            vec![Run::plain(
                "It was answered as implemented and found other than satisfied.",
            )],
        ));
    }
    if let Some(control) = control {
        let happen = if finding.consequence.trim().is_empty() {
            &control.ml_failure
        } else {
            &finding.consequence
        };
        terms.push((
            "What could happen".to_owned(),
            vec![Run::plain(happen.clone())],
        ));
        terms.extend(ways(source, lookup, finding, control));
    }
    terms.push(("Response".to_owned(), response(finding)));
    Block::Together(vec![
        Block::Paragraph(
            Tone::Label,
            vec![
                words::control_run(&raised.control),
                Run::set(format!(" {label}"), Face::Semibold),
                Run::plain(format!(
                    " \u{b7} {} \u{b7} {subject}",
                    words::finding_kind(raised.kind)
                ))
                .ink(Ink::Muted),
            ],
        ),
        Block::Terms(terms),
        Block::Space(6.0),
    ])
}

/// What can be done, by what the finding is: a gap has a remedy, what was only said has to be
/// shown, what nobody knew has to be found out.
fn ways(
    source: &Source<'_>,
    lookup: &Lookup<'_>,
    finding: &Finding,
    control: &Control,
) -> Vec<(String, Vec<Run>)> {
    let framework = &source.dossier.framework;
    let raised = &finding.raised;
    let answer = lookup
        .answer(&raised.control, raised.subject)
        .map(|a| &a.words);
    let term = |name: &str, text: String| (name.to_owned(), vec![Run::plain(text)]);
    let remedy = |name: &str| {
        let effort = format!(" Effort: {}.", words::effort(framework, control));
        let runs = vec![
            Run::plain(control.remedy.clone()),
            Run::plain(effort).ink(Ink::Muted),
        ];
        (name.to_owned(), runs)
    };
    match raised.kind {
        FindingKind::EvidenceGap => {
            let artefacts: Vec<&str> = control
                .evidence
                .iter()
                .map(|wanted| wanted.artefact.as_str())
                .collect();
            vec![term("To show it", format!("{}.", artefacts.join("; ")))]
        }
        FindingKind::OpenQuestion
            if answer.is_some_and(|words| {
                words.implementation == Some(Implementation::NotApplicable)
            }) =>
        {
            let settle = "Complete what the exclusion is without, or answer the control.";
            vec![term("To settle", settle.to_owned())]
        }
        FindingKind::OpenQuestion => {
            let who = answer.map_or("", |words| words.who_would_know.trim());
            let ask = if who.is_empty() {
                "Ask who would know."
            } else {
                &format!("Ask {who}.")
            };
            vec![
                term("To find out", ask.to_owned()),
                remedy("If it is not in place"),
            ]
        }
        FindingKind::Gap | FindingKind::DocumentationGap => {
            let planned =
                answer.filter(|words| words.implementation == Some(Implementation::Planned));
            let plan = planned.map(|words| {
                let due = words
                    .plan_due
                    .map_or_else(|| "no date".to_owned(), |d| d.to_string());
                term(
                    "Plan",
                    format!("{}, by {due}", words::or_dash(&words.plan_owner)),
                )
            });
            plan.into_iter().chain([remedy("Remedy")]).collect()
        }
    }
}

fn response(finding: &Finding) -> Vec<Run> {
    let response = &finding.response;
    if response.course == ResponseCourse::None {
        let ink = if finding.raised.kind.is_gap() {
            Ink::Bad
        } else {
            Ink::Muted
        };
        return vec![Run::plain("No response yet.").ink(ink)];
    }
    let mut text = format!("{}.", words::course(response.course));
    if !response.text.trim().is_empty() {
        text.push_str(&format!(" {}", response.text.trim()));
    }
    if !response.owner.trim().is_empty() {
        text.push_str(&format!(" Owner: {}.", response.owner));
    }
    if let Some(due) = response.due {
        text.push_str(&format!(" Due {due}."));
    }
    if response.course != ResponseCourse::WillNot {
        text.push_str(&format!(
            " State: {}.",
            words::response_state(response.state)
        ));
    }
    vec![Run::plain(text)]
}
