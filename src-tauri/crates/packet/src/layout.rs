//! A document onto pages: blocks become slabs, slabs are stacked on pages, then what hangs on
//! page numbers is filled in.

mod blocks;
mod chart;
mod contents;
mod cover;
mod figure;
mod flow;
mod lines;
mod logo;
mod names;
mod palette;
mod paragraph;
mod running;
mod slab;
mod table;

use std::collections::HashMap;

use crate::display::{AnchorId, Mark, NodeId, Target, Tree};
use crate::document::{Block, Document, Link};
use crate::font::{self, Shaper};
use crate::image::Picture;
use crate::pages::{Bookmark, Pages};
use crate::style::{self, Place};
use crate::{Error, Paper};
use flow::{Flow, Flowed};
use names::Names;
use palette::Palette;
use paragraph::Align;
use slab::Slab;

/// Lays a document out on paper.
///
/// The document is used up block by block: what is on a page needs no room twice.
///
/// # Errors
///
/// Only when a font inside the program cannot be read; no content makes it fail.
pub fn layout(mut document: Document, paper: Paper) -> Result<Pages, Error> {
    if !font::readable() {
        return Err(Error::Font);
    }
    let (width, height) = paper.size();
    let names = Names::of(&document.blocks);
    let mut setter = Setter::new(&names, height);
    setter.read_logos(&document.look.logos);
    let frame = Frame {
        x: ((width - style::WIDTH) / 2.0).round(),
        width: style::WIDTH,
        place: Place::Page,
        align: Align::Start,
    };
    let mut slabs = Vec::new();
    let mut blocks = std::mem::take(&mut document.blocks).into_iter().peekable();
    while let Some(block) = blocks.next() {
        setter.block_before(&block, blocks.peek(), frame, Tree::ROOT, &mut slabs);
        setter.flow.take(&mut slabs);
    }
    Ok(setter.finish(slabs, document, paper, frame))
}

/// The part of the page that a block may fill.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) place: Place,
    align: Align,
}

impl Frame {
    fn inset(self, left: f32, right: f32) -> Self {
        Self {
            x: self.x + left,
            width: (self.width - left - right).max(12.0),
            ..self
        }
    }

    /// The width of running text: no longer than is pleasant to read.
    fn measure(self) -> f32 {
        match self.place {
            Place::Page => self.width.min(style::MEASURE),
            Place::Cell => self.width,
        }
    }
}

/// Turns blocks into slabs.
struct Setter<'a> {
    names: &'a Names,
    shaper: Shaper,
    tree: Tree,
    flow: Flow,
    targets: Vec<Target>,
    target_of: HashMap<Link, u32>,
    images: Vec<Picture>,
    /// What stands at the head of the cover: pictures by their number, with their words.
    logos: Vec<(u32, (f32, f32), String)>,
    warnings: Vec<String>,
    /// The height of the page.
    height: f32,
    /// How many headings were set so far.
    headings: usize,
    /// The level of the last heading in the tree, which never skips one.
    level: u8,
    /// Whether the document begins with a cover, which has no running head.
    covers: bool,
}

impl<'a> Setter<'a> {
    fn new(names: &'a Names, height: f32) -> Self {
        Self {
            names,
            shaper: Shaper::default(),
            tree: Tree::new(),
            flow: Flow::new(names.headings.len(), height - style::BOTTOM),
            targets: Vec::new(),
            target_of: HashMap::new(),
            images: Vec::new(),
            logos: Vec::new(),
            warnings: Vec::new(),
            height,
            headings: 0,
            level: 0,
            covers: false,
        }
    }

    /// The height that content may fill on a page.
    fn body_height(&self) -> f32 {
        self.height - style::TOP - style::BOTTOM
    }

    fn blocks(&mut self, blocks: &[Block], frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        for (at, block) in blocks.iter().enumerate() {
            self.block_before(block, blocks.get(at + 1), frame, node, into);
        }
    }

    /// Sets a block that another comes after.
    fn block_before(
        &mut self,
        block: &Block,
        next: Option<&Block>,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        self.block(block, frame, node, into);
        // What introduces a table stays with its first row.
        let introduces = matches!((block, next), (Block::Paragraph(..), Some(Block::Table(_))));
        if let Some(last) = into.last_mut().filter(|_| introduces) {
            last.glue = true;
        }
    }

    /// The number of a link's target; `None` where it leads nowhere.
    fn target(&mut self, link: &Link) -> Option<u32> {
        if let Some(known) = self.target_of.get(link) {
            return Some(*known);
        }
        let target = match link {
            Link::Anchor(name) => Target::Anchor(self.names.anchor(name)?),
            Link::Address(address) => Target::Address(address.as_str().into()),
        };
        let number = self.push_target(target);
        self.target_of.insert(link.clone(), number);
        Some(number)
    }

    fn push_target(&mut self, target: Target) -> u32 {
        self.targets.push(target);
        u32::try_from(self.targets.len() - 1).unwrap_or(u32::MAX)
    }

    fn finish(
        mut self,
        slabs: Vec<Slab>,
        document: Document,
        paper: Paper,
        frame: Frame,
    ) -> Pages {
        let Flowed {
            mut pages,
            places,
            heads,
        } = self.flow.finish(slabs);
        for page in &mut pages {
            self.fill_numbers(&mut page.body, &places);
        }
        self.run(&mut pages, &heads, &document, paper, frame);
        match document.look.accent.map(Palette::of) {
            Some(Ok(palette)) => pages.iter_mut().for_each(|page| palette.paint(page)),
            Some(Err(warning)) => self.warnings.push(warning),
            None => {}
        }
        let bookmarks = self
            .names
            .headings
            .iter()
            .zip(&places)
            .filter_map(|(heading, place)| {
                let (page, y) = (*place)?;
                Some(Bookmark {
                    level: heading.level,
                    title: heading.text.clone(),
                    page,
                    y,
                })
            })
            .collect();
        for letter in &self.shaper.missing {
            self.warnings.push(format!(
                "No font has the letter U+{:04X}; its code stands in its place.",
                u32::from(*letter)
            ));
        }
        Pages {
            paper,
            pages,
            places,
            lexicon: self.shaper.lexicon,
            tree: self.tree,
            targets: self.targets,
            images: self.images,
            bookmarks,
            warnings: [document.warnings, self.warnings].concat(),
            title: document.title,
            author: document.author,
            subject: document.subject,
            created: document.created,
            identifier: document.identifier,
            covers: usize::from(self.covers),
            associated: document.associated,
        }
    }

    /// Puts page numbers where the contents left room for them.
    fn fill_numbers(&mut self, marks: &mut Vec<Mark>, places: &flow::Places) {
        if !marks.iter().any(|mark| matches!(mark, Mark::PageOf { .. })) {
            return;
        }
        for mark in std::mem::take(marks) {
            let Mark::PageOf {
                anchor: AnchorId(anchor),
                x,
                y,
                size,
                ink,
            } = mark
            else {
                marks.push(mark);
                continue;
            };
            let place = places.get(anchor as usize).copied().flatten();
            // The cover is not counted, as at the foot.
            let covers = usize::from(self.covers);
            let number = place.map_or_else(String::new, |(page, _)| {
                (page + 1 - covers.min(page)).to_string()
            });
            self.word_ending_at(
                &number,
                crate::document::Face::Regular,
                (x, y),
                size,
                ink,
                marks,
            );
        }
    }
}

#[cfg(test)]
mod tests;
