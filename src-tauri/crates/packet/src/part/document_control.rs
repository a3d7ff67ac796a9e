//! Document control: what this copy is, who stands behind it, which versions there were, and
//! what left before.

use domain::packet::{Audience, Issue, IssueKind};

use super::gathered::Packet;
use super::{scope, words};
use crate::document::{Block, Column, Face, Run, Table, Tone};

pub(super) fn control(packet: &Packet<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "Document control", "document-control")];
    blocks.push(this_copy(packet));
    blocks.push(Block::small(
        "A marking is a label that its user sets; it is not legal protection.",
    ));
    blocks.extend(versions(packet));
    blocks.extend(issued(packet));
    blocks.push(Block::heading(2, "Engagement", "engagement"));
    blocks.push(scope::engagement(&packet.source));
    blocks.extend(people(packet));
    blocks
}

fn this_copy(packet: &Packet<'_>) -> Block {
    let Packet {
        source, issuing, ..
    } = packet;
    let assessment = &source.dossier.assessment;
    let term = |name: &str, value: String| {
        (
            name.to_owned(),
            vec![Run::plain(words::or_dash(value.trim()))],
        )
    };
    let to = if issuing.to.trim().is_empty() {
        "Not named".to_owned()
    } else {
        issuing.to.to_owned()
    };
    let marking = &assessment.engagement.marking;
    let mut terms = vec![
        term("Document", words::packet_kind(packet.audience()).to_owned()),
        term("For whom", words::audience(packet.audience()).to_owned()),
        term("Organisation", source.dossier.organisation.name.clone()),
        term("Assessment", assessment.title.clone()),
        term("State", words::stage(source)),
        term(
            "Period",
            format!(
                "{} to {}, judged on {}",
                assessment.period.from, assessment.period.to, assessment.as_of
            ),
        ),
        term(
            "Made",
            format!("{} UTC", source.now.format("%Y-%m-%d %H:%M")),
        ),
        term("Issued by", issuing.by.to_owned()),
        term("Issued to", to),
        term("Marking", marking.clone()),
    ];
    if !issuing.signer.is_empty() {
        terms.push((
            "Signer's fingerprint".to_owned(),
            vec![Run::set(issuing.signer, Face::Mono)],
        ));
    }
    Block::Terms(terms)
}

fn people(packet: &Packet<'_>) -> Vec<Block> {
    let people = &packet.source.dossier.people;
    if people.is_empty() {
        return Vec::new();
    }
    let people: Vec<String> = people
        .iter()
        .map(|person| match person.role.trim() {
            "" => person.name.clone(),
            role => format!("{}, {role}", person.name),
        })
        .collect();
    vec![Block::Terms(vec![(
        "People of the organisation".to_owned(),
        vec![Run::plain(people.join("; "))],
    )])]
}

fn versions(packet: &Packet<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(2, "Versions made final", "versions")];
    let versions = &packet.source.dossier.versions;
    if versions.is_empty() {
        blocks.push(Block::text("No version was made final yet."));
        return blocks;
    }
    let rows = versions.iter().map(|version| {
        vec![
            words::cell(version.number.to_string()),
            words::cell(version.at.format("%Y-%m-%d %H:%M UTC").to_string()),
            words::cell(words::or_dash(&version.by)),
            words::digest(&version.digest),
        ]
    });
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::Fixed(46.0),
            Column::Fixed(104.0),
            Column::Share(0.6),
            Column::Share(1.4),
        ],
        header: ["Version", "When", "By", "SHA-256 of the state"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }));
    blocks
}

/// What left before, as far as this audience may know: that working papers went to somebody is
/// the assessor's own affair.
fn issued(packet: &Packet<'_>) -> Vec<Block> {
    let is_working = packet.audience() == Audience::Working;
    let issues: Vec<&Issue> = packet
        .issuing
        .issued
        .iter()
        .filter(|issue| is_working || issue.audience != Some(Audience::Working))
        .collect();
    let mut blocks = vec![Block::heading(2, "Issued before", "issued")];
    if issues.is_empty() {
        blocks.push(Block::text(
            "Nothing of this assessment was issued before this copy.",
        ));
        return blocks;
    }
    let rows = issues.into_iter().map(|issue| {
        let mut what = vec![Block::text(kind(issue))];
        if !issue.sha256.is_empty() {
            what.extend(words::digest(&issue.sha256));
        }
        let draft = if issue.draft { ", draft" } else { "" };
        vec![
            words::cell(issue.at.format("%Y-%m-%d %H:%M UTC").to_string()),
            what,
            words::cell(format!("{}{draft}", issue.version)),
            words::cell(words::or_dash(&issue.to)),
            words::cell(words::or_dash(&issue.by)),
        ]
    });
    blocks.push(Block::Paragraph(
        Tone::Body,
        vec![Run::plain(
            "From the register that the program keeps. A digest is the SHA-256 of the file that \
             left.",
        )],
    ));
    blocks.push(Block::Table(Table {
        columns: vec![
            Column::Fixed(62.0),
            Column::Share(1.5),
            Column::Fixed(54.0),
            Column::Share(0.8),
            Column::Share(0.6),
        ],
        header: ["When", "What", "Version", "To", "By"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }));
    blocks
}

fn kind(issue: &Issue) -> String {
    let what = match issue.kind {
        IssueKind::Packet => "PDF",
        IssueKind::Print => "on paper",
        IssueKind::Record => "packet of record",
        IssueKind::PlanPdf => return "Evidence plan, PDF".to_owned(),
        IssueKind::PlanXlsx => return "Evidence plan, workbook".to_owned(),
        IssueKind::PlanIcs => return "Evidence plan, calendar".to_owned(),
    };
    match issue.audience {
        Some(audience) => format!("{}, {what}", words::packet_kind(audience)),
        None => "Packet of record".to_owned(),
    }
}
