//! The section chapters: every control with what was answered, observed and shown.

use domain::answer::{Answer, Implementation};
use domain::disclosed::is_private;
use domain::framework::{Control, Group, Section};
use domain::packet::PacketPart;
use domain::score::{self, ItemStanding, RowStanding};

use super::gathered::Packet;
use super::{Source, words};
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::markdown;

pub(super) fn sections(packet: &Packet<'_>) -> Vec<Block> {
    packet
        .source
        .dossier
        .framework
        .sections
        .iter()
        .flat_map(|s| section(packet, s))
        .collect()
}

fn section(packet: &Packet<'_>, section: &Section) -> Vec<Block> {
    let source = &packet.source;
    let mut blocks = vec![Block::heading(
        1,
        section.title.clone(),
        format!("section-{}", section.id),
    )];
    if let Some(found) = source
        .standing
        .sections
        .iter()
        .find(|s| s.section == section.id)
    {
        let f = &found.figures;
        blocks.push(Block::text(format!(
            "Conformity {}, assurance {}, coverage {} per cent; {} of {} controls apply.",
            words::figure(f.conformity),
            words::figure(f.assurance),
            words::figure(f.coverage),
            f.applicable,
            f.items
        )));
    }
    for part in &section.parts {
        for group in &part.groups {
            blocks.extend(of_group(packet, group));
        }
    }
    blocks
}

fn of_group(packet: &Packet<'_>, group: &Group) -> Vec<Block> {
    let source = &packet.source;
    let mut blocks = vec![Block::heading(
        2,
        group.title.clone(),
        format!("group-{}", group.id),
    )];
    for control in &group.controls {
        if let Some(item) = source
            .standing
            .items
            .iter()
            .find(|i| i.control == control.id)
        {
            blocks.extend(of_control(packet, control, item));
        }
    }
    blocks
}

fn of_control(packet: &Packet<'_>, control: &Control, item: &ItemStanding) -> Vec<Block> {
    let source = &packet.source;
    let framework = &source.dossier.framework;
    let class = framework.class(&control.class);
    let mut facts = vec![
        words::state_run(item.state),
        Run::plain("   "),
        Run::set(class.map_or("", |c| c.label.as_str()), Face::Semibold).ink(Ink::Muted),
        Run::plain(format!(
            " \u{b7} severity {} \u{b7} asked for {} \u{b7} ",
            words::severity(framework, item.severity).to_lowercase(),
            words::kind(control.asked_per)
        ))
        .ink(Ink::Muted),
        Run::plain(control.citation.clone()).ink(Ink::Muted),
    ];
    if item.applies() {
        let mut figures = format!(" (weight {:.1}, value {}", item.weight(), item.value);
        if item.value > 0.0 {
            figures.push_str(&format!(", assurance {:.0}", item.assurance * 100.0));
        }
        facts.insert(1, Run::plain(figures + ")").ink(Ink::Muted));
    }
    let mut blocks = vec![Block::Together(vec![
        Block::heading(
            3,
            format!("{} {}", control.id, control.label),
            words::anchor(&control.id),
        ),
        Block::Paragraph(Tone::Small, facts),
        Block::text(control.text.clone()),
    ])];
    for row in &item.rows {
        blocks.extend(of_row(packet, control, item, row));
    }
    blocks.extend(observations(source, control));
    blocks.extend(evidence(packet, control));
    blocks
}

fn of_row(
    packet: &Packet<'_>,
    control: &Control,
    item: &ItemStanding,
    row: &RowStanding,
) -> Vec<Block> {
    let dossier = packet.source.dossier;
    let mut blocks = Vec::new();
    if item.rows.len() > 1 {
        blocks.push(Block::Paragraph(
            Tone::Label,
            vec![
                Run::set(dossier.subject_name(row.subject), Face::Semibold).ink(Ink::Accent),
                Run::plain("   "),
                words::state_run(row.state),
            ],
        ));
    }
    let Some(answer) = dossier.answer(&control.id, row.subject) else {
        blocks.push(Block::small("Not answered."));
        return blocks;
    };
    blocks.extend(of_answer(packet, control, answer));
    if row.stale {
        blocks.push(Block::small(format!(
            "The best evidence was not fresh, or its document not in force, on {}: it counts {} \
             times.",
            dossier.assessment.as_of, dossier.framework.assurance.stale_factor
        )));
    }
    if row.contradicted {
        blocks.push(Block::Paragraph(
            Tone::Small,
            vec![Run::plain("Evidence speaks against this answer.").ink(Ink::Bad)],
        ));
    }
    blocks
}

fn of_answer(packet: &Packet<'_>, control: &Control, answer: &Answer) -> Vec<Block> {
    let source = &packet.source;
    let framework = &source.dossier.framework;
    let words_of = &answer.words;
    let mut terms = vec![(
        "Answer".to_owned(),
        vec![
            Run::set(
                words::implementation(framework, words_of.implementation),
                Face::Semibold,
            ),
            Run::plain(format!(
                " \u{b7} {} \u{b7} {}, {}",
                words::determination(words_of.determination),
                words::or_dash(&answer.assessor),
                answer.changed.format("%Y-%m-%d")
            ))
            .ink(Ink::Muted),
        ],
    )];
    let mut term = |name: &str, value: String| {
        if !value.trim().is_empty() {
            terms.push((name.to_owned(), vec![Run::plain(value)]));
        }
    };
    for qualifier in control
        .qualifiers
        .iter()
        .filter(|q| words_of.qualifiers.contains(&q.id))
    {
        term(
            "Qualified",
            format!("{}: {}", qualifier.label, qualifier.meaning),
        );
    }
    match words_of.implementation {
        Some(Implementation::NotApplicable) => {
            term("Reason", words::or_dash(&words_of.exclusion_reason));
            term("Approved by", words::or_dash(&words_of.exclusion_approver));
        }
        Some(Implementation::Planned) => {
            term("Owner", words::or_dash(&words_of.plan_owner));
            let due = words_of
                .plan_due
                .map_or_else(|| "no date".to_owned(), |d| d.to_string());
            term("Due", due);
        }
        Some(Implementation::Unknown) => {
            term("Who would know", words::or_dash(&words_of.who_would_know));
        }
        _ => {}
    }
    let mut blocks = vec![Block::Terms(terms)];
    if words_of
        .implementation
        .is_some_and(Implementation::is_decision)
    {
        blocks.extend(decision(packet, answer));
    }
    if !words_of.note.trim().is_empty() {
        blocks.push(Block::label("Note"));
        blocks.extend(markdown(&words_of.note));
    }
    blocks
}

/// The decision record; where it has a chapter of its own, only how to get there.
fn decision(packet: &Packet<'_>, answer: &Answer) -> Vec<Block> {
    let framework = &packet.source.dossier.framework;
    if packet.shows(PacketPart::Decisions) {
        let complete = score::missing_decision(framework, &answer.words).is_empty();
        let word = if complete { "complete" } else { "not complete" };
        let anchor = format!("decision-{}-{}", answer.control, answer.subject);
        return vec![Block::Paragraph(
            Tone::Body,
            vec![
                Run::plain(words::decision_record(framework)).to(anchor),
                Run::plain(format!(": {word}.")),
            ],
        )];
    }
    let terms = framework.decision_record.iter().map(|field| {
        let text = answer.words.decision.get(&field.id);
        let text = text.map_or("", String::as_str);
        (field.label.clone(), vec![Run::plain(words::or_dash(text))])
    });
    vec![
        Block::label(words::decision_record(framework)),
        Block::Terms(terms.collect()),
    ]
}

fn observations(source: &Source<'_>, control: &Control) -> Vec<Block> {
    let rows: Vec<_> = source
        .dossier
        .observations
        .iter()
        .filter(|o| o.control == control.id)
        .map(|o| {
            let mut found = vec![Block::text(o.result.clone())];
            let mut small = Vec::new();
            for (name, value) in [
                ("Procedure", &o.procedure),
                ("Population", &o.population),
                ("Sample", &o.sample),
            ] {
                if !value.trim().is_empty() {
                    small.push(format!("{name}: {value}"));
                }
            }
            if !small.is_empty() {
                found.push(Block::small(small.join(" \u{b7} ")));
            }
            vec![
                words::cell(o.on.to_string()),
                words::cell(words::method(o.method)),
                words::cell(words::or_dash(&o.with_whom)),
                found,
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::label("Observations"),
        Block::Table(Table {
            columns: vec![
                Column::Fixed(54.0),
                Column::Fixed(50.0),
                Column::Share(0.5),
                Column::Share(1.5),
            ],
            header: ["Date", "Method", "With", "What was found"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

fn evidence(packet: &Packet<'_>, control: &Control) -> Vec<Block> {
    let dossier = packet.source.dossier;
    let rows: Vec<_> = dossier
        .links
        .iter()
        .filter(|l| l.control == control.id)
        .filter_map(|l| dossier.evidence_of(l).map(|e| (l, e)))
        .map(|(link, evidence)| {
            let mut what = vec![Block::text(evidence.title.clone())];
            if !link.remark.trim().is_empty() {
                what.push(Block::small(link.remark.clone()));
            }
            if let Some(exhibit) = packet.exhibit_of(evidence) {
                let run = Run::plain(format!("Exhibit {}", exhibit.number));
                what.push(Block::Paragraph(
                    Tone::Small,
                    vec![run.to(exhibit.anchor())],
                ));
            }
            if is_private(evidence) {
                let run = Run::set("Working papers only", Face::Semibold).ink(Ink::Bad);
                what.push(Block::Paragraph(Tone::Small, vec![run]));
            }
            let digest = evidence.attachment.as_ref().map_or_else(
                || vec![Block::small("written reference")],
                |a| {
                    let mono = Run::set(a.sha256.clone(), Face::Mono).ink(Ink::Muted);
                    vec![Block::Paragraph(Tone::Small, vec![mono])]
                },
            );
            let bears = format!(
                "{}, {}",
                words::strength(link.strength),
                words::bearing(link.bearing)
            );
            vec![what, words::cell(bears), digest]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::label("Evidence"),
        Block::Table(Table {
            columns: vec![
                Column::Share(1.0),
                Column::Fixed(90.0),
                Column::Fixed(178.0),
            ],
            header: ["Evidence", "How it bears", "SHA-256"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}
