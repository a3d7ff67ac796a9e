//! The trail, entry by entry. Only working papers hold it.

use super::gathered::Packet;
use super::{Papers, TrailLine, words};
use crate::document::{Block, Column, Table};

/// Returns the entries.
pub(super) fn of<'a>(packet: &Packet<'a>) -> &'a [TrailLine] {
    match packet.papers {
        Papers::Working { trail, .. } => trail,
        Papers::Leadership(_) | Papers::Client(_) => &[],
    }
}

pub(super) fn trail(packet: &Packet<'_>) -> Vec<Block> {
    let lines = of(packet);
    let rows = lines.iter().map(|line| {
        vec![
            vec![Block::small(line.number.to_string())],
            vec![Block::small(
                line.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            )],
            vec![Block::small(words::or_dash(&line.who))],
            vec![Block::small(line.what.clone())],
        ]
    });
    vec![
        Block::heading(1, "The trail", "trail-entries"),
        Block::text(format!(
            "{} of this organisation, oldest first, times in UTC. An entry holds no content: \
             what was written lies sealed in the vault, and the entry keeps a keyed digest of \
             it.",
            words::count(lines.len(), "entry", "entries")
        )),
        Block::Table(Table {
            columns: vec![
                Column::Figure(40.0),
                Column::Fixed(92.0),
                Column::Share(0.6),
                Column::Share(1.4),
            ],
            header: ["No.", "When", "Who", "What"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
    ]
}
