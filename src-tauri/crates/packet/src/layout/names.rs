//! What links and the contents can lead to: every heading, found before anything is laid out.

use std::collections::HashMap;

use crate::display::AnchorId;
use crate::document::Block;

/// A heading as the contents and the bookmarks show it.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) text: String,
}

/// The headings in reading order; an anchor is a heading's number.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) headings: Vec<Heading>,
    anchors: HashMap<String, AnchorId>,
}

impl Names {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut names = Self::default();
        names.walk(blocks);
        names
    }

    pub(super) fn anchor(&self, name: &str) -> Option<AnchorId> {
        self.anchors.get(name).copied()
    }

    fn walk(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading {
                    level,
                    text,
                    anchor,
                } => self.add(*level, text, anchor),
                Block::Together(blocks)
                | Block::Callout(blocks)
                | Block::Toned(_, blocks)
                | Block::Quote(blocks) => self.walk(blocks),
                Block::List { items, .. } => items.iter().for_each(|item| self.walk(item)),
                Block::Table(table) => {
                    table.rows.iter().flatten().for_each(|cell| self.walk(cell));
                }
                Block::Paragraph(..)
                | Block::Terms(_)
                | Block::Image { .. }
                | Block::Exhibit { .. }
                | Block::Bars { .. }
                | Block::Chart { .. }
                | Block::Figures(_)
                | Block::Code(_)
                | Block::Cover(_)
                | Block::Contents
                | Block::TickBox
                | Block::Lines(_)
                | Block::Rule
                | Block::PageBreak
                | Block::Space(_) => {}
            }
        }
    }

    fn add(&mut self, level: u8, text: &str, anchor: &str) {
        let id = AnchorId(u32::try_from(self.headings.len()).unwrap_or(u32::MAX));
        self.headings.push(Heading {
            level: level.clamp(1, 4),
            text: text.trim().to_owned(),
        });
        if !anchor.is_empty() {
            self.anchors.entry(anchor.to_owned()).or_insert(id);
        }
    }
}
