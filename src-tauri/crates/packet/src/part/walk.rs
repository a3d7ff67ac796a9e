//! What is done to the blocks of a whole packet: links that lead nowhere become words, chapters
//! become sections of a short paper, words are looked through.

use std::collections::HashSet;

use crate::document::{Block, Ink, Link, Run};

/// Makes plain words of links whose heading is not in the document, as when a part was left
/// out.
pub(super) fn settle_links(blocks: &mut [Block]) {
    let mut anchors = HashSet::new();
    for block in blocks.iter() {
        gather_anchors(block, &mut anchors);
    }
    for block in blocks {
        each_run(block, &mut |run| {
            if let Some(Link::Anchor(name)) = &run.link
                && !anchors.contains(name)
            {
                run.link = None;
                if run.ink == Ink::Accent {
                    run.ink = Ink::Text;
                }
            }
        });
    }
}

/// Sets each heading a level lower.
pub(super) fn lower(blocks: &mut [Block]) {
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            *level += 1;
        }
        for inner in inner_mut(block) {
            lower(inner);
        }
    }
}

/// Calls with each piece of text, in reading order.
pub(super) fn each_text(blocks: &[Block], call: &mut dyn FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Code(text) => call(text),
            Block::Paragraph(_, runs) => runs.iter().for_each(|run| call(&run.text)),
            Block::Terms(terms) => {
                for (term, runs) in terms {
                    call(term);
                    runs.iter().for_each(|run| call(&run.text));
                }
            }
            Block::Table(table) => table.header.iter().for_each(|word| call(word)),
            Block::Figures(figures) => figures.iter().for_each(|figure| call(&figure.label)),
            Block::List { .. }
            | Block::Callout(_)
            | Block::Toned(..)
            | Block::Quote(_)
            | Block::Together(_)
            | Block::Image { .. }
            | Block::Exhibit { .. }
            | Block::Bars { .. }
            | Block::Chart { .. }
            | Block::Cover(_)
            | Block::Contents
            | Block::TickBox
            | Block::Lines(_)
            | Block::Rule
            | Block::PageBreak
            | Block::Space(_) => {}
        }
        for inner in inner(block) {
            each_text(inner, call);
        }
    }
}

fn gather_anchors(block: &Block, into: &mut HashSet<String>) {
    if let Block::Heading { anchor, .. } = block {
        into.insert(anchor.clone());
    }
    for inner in inner(block) {
        inner.iter().for_each(|block| gather_anchors(block, into));
    }
}

fn each_run(block: &mut Block, call: &mut dyn FnMut(&mut Run)) {
    match block {
        Block::Paragraph(_, runs) => runs.iter_mut().for_each(&mut *call),
        Block::Terms(terms) => terms
            .iter_mut()
            .flat_map(|(_, runs)| runs)
            .for_each(&mut *call),
        _ => {}
    }
    for inner in inner_mut(block) {
        inner.iter_mut().for_each(|block| each_run(block, call));
    }
}

/// The blocks inside a block.
fn inner(block: &Block) -> Vec<&Vec<Block>> {
    match block {
        Block::List { items, .. } => items.iter().collect(),
        Block::Table(table) => table.rows.iter().flatten().collect(),
        Block::Callout(blocks)
        | Block::Toned(_, blocks)
        | Block::Quote(blocks)
        | Block::Together(blocks) => vec![blocks],
        _ => Vec::new(),
    }
}

fn inner_mut(block: &mut Block) -> Vec<&mut Vec<Block>> {
    match block {
        Block::List { items, .. } => items.iter_mut().collect(),
        Block::Table(table) => table.rows.iter_mut().flatten().collect(),
        Block::Callout(blocks)
        | Block::Toned(_, blocks)
        | Block::Quote(blocks)
        | Block::Together(blocks) => vec![blocks],
        _ => Vec::new(),
    }
}
