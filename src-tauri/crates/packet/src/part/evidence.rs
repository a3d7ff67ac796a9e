//! The evidence index, with digests.

use domain::disclosed::is_private;

use super::gathered::Packet;
use super::words;
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};

pub(super) fn index(packet: &Packet<'_>) -> Vec<Block> {
    let dossier = packet.source.dossier;
    let mut blocks = vec![
        Block::heading(1, "Evidence index", "evidence"),
        Block::text(
            "What was examined. A digest lets anybody who has the file check that it is the \
             same, byte for byte.",
        ),
    ];
    if dossier.evidence.is_empty() {
        blocks.push(Block::text("No evidence was recorded."));
        return blocks;
    }
    let rows = dossier
        .evidence
        .iter()
        .map(|evidence| {
            let d = &evidence.description;
            let mut what = vec![Block::Paragraph(
                Tone::Body,
                vec![Run::set(evidence.title.clone(), Face::Semibold)],
            )];
            if !d.text.trim().is_empty() {
                what.push(Block::text(d.text.clone()));
            }
            if let Some(withdrawn) = &evidence.withdrawn {
                what.push(Block::Paragraph(
                    Tone::Body,
                    vec![
                        Run::plain(format!(
                            "Withdrawn by {}, {}: {}",
                            words::or_dash(&withdrawn.by),
                            withdrawn.at.format("%Y-%m-%d"),
                            withdrawn.reason
                        ))
                        .ink(Ink::Bad),
                    ],
                ));
            }
            if let Some(attachment) = &evidence.attachment {
                what.push(Block::small(attachment.file_name.clone()));
                let mono = Run::set(attachment.sha256.clone(), Face::Mono).ink(Ink::Muted);
                what.push(Block::Paragraph(Tone::Small, vec![mono]));
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
            let mut facts = Vec::new();
            let mut fact = |text: String| facts.push(Block::small(text));
            let by = d.collected_by.trim();
            match (d.collected_on, by.is_empty()) {
                (Some(on), true) => fact(format!("collected {on}")),
                (Some(on), false) => fact(format!("collected {on} by {by}")),
                (None, false) => fact(format!("collected by {by}")),
                (None, true) => {}
            }
            if !d.provided_by.trim().is_empty() {
                fact(format!("from {}", d.provided_by));
            }
            if let (Some(from), Some(to)) = (d.covers_from, d.covers_to) {
                fact(format!("covers {from} to {to}"));
            }
            if !d.document_version.trim().is_empty() {
                fact(format!("version {}", d.document_version));
            }
            if let Some(until) = d.valid_until {
                fact(format!("valid until {until}"));
            }
            fact(words::phi(d.phi).to_owned());
            let size = evidence
                .attachment
                .as_ref()
                .map_or_else(|| "reference".to_owned(), |a| bytes(a.length));
            fact(size);
            let mut controls: Vec<&str> = dossier
                .links
                .iter()
                .filter(|l| l.evidence == evidence.id)
                .map(|l| l.control.as_str())
                .collect();
            controls.sort_unstable();
            controls.dedup();
            let mut bears = Vec::new();
            for (i, control) in controls.iter().enumerate() {
                if i > 0 {
                    bears.push(Run::plain(", "));
                }
                bears.push(words::control_run(control));
            }
            if bears.is_empty() {
                bears.push(Run::plain("not linked yet").ink(Ink::Muted));
            }
            vec![what, facts, words::cell_runs(bears)]
        })
        .collect();
    blocks.push(Block::Table(Table {
        columns: vec![Column::Share(1.5), Column::Share(0.7), Column::Share(0.5)],
        header: ["Evidence", "Facts", "Bears on"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    }));
    blocks
}

fn bytes(length: u64) -> String {
    let units = [(1_u64 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    units.iter().find(|(unit, _)| length >= *unit).map_or_else(
        || format!("{length} bytes"),
        |(unit, name)| format!("{}.{} {name}", length / unit, (length % unit) * 10 / unit),
    )
}
