//! Slabs onto pages as they come: what stays together, where a page ends, which headers are repeated.

use super::slab::{Ground, Header, Row, Slab, stacked};
use crate::display::{AnchorId, Mark, Page};
use crate::style;

/// Where each anchor came to stand: its page and its y.
pub(super) type Places = Vec<Option<(usize, f32)>>;

/// What pagination gives.
#[derive(Default)]
pub(super) struct Flowed {
    pub(super) pages: Vec<Page>,
    pub(super) places: Places,
    /// What the running head of each page says.
    pub(super) heads: Vec<Head>,
}

/// Where a reader is who opens a page: headings by their number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The chapter in progress at the top, or that begins on the page.
    pub(super) chapter: Option<u32>,
    /// The heading below it: a control, or a group where no control has begun.
    pub(super) topic: Option<u32>,
}

/// A row that is cut leaves at least so much of it: four lines.
const LEAST: f32 = 60.0;

/// Puts slabs onto pages as they come, so that there are never many of them.
pub(super) struct Flow {
    headers: Vec<Header>,
    grounds: Vec<Ground>,
    bottom: f32,
    y: f32,
    after: f32,
    empty: bool,
    page: Page,
    /// For each ground on this page: its number, and from where to where it reaches.
    spans: Vec<(u32, f32, f32)>,
    /// Whether what was placed last stays on one page with what comes.
    held: bool,
    /// The headings in progress.
    now: Head,
    here: Here,
    done: Flowed,
}

/// What the page's running head is to say, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Here {
    /// Nothing stands on the page.
    Nothing,
    /// It begins with headings: those count that follow without a word between.
    Opening(Head),
    /// It begins in the midst of something, or its headings were read.
    Said(Head),
}

impl Flow {
    /// Begins the first page; its content ends at `bottom`.
    pub(super) fn new(anchors: usize, bottom: f32) -> Self {
        Self {
            headers: Vec::new(),
            grounds: Vec::new(),
            bottom,
            y: style::TOP,
            after: 0.0,
            empty: true,
            page: Page::default(),
            spans: Vec::new(),
            held: false,
            now: Head::default(),
            here: Here::Nothing,
            done: Flowed {
                pages: Vec::new(),
                places: vec![None; anchors],
                heads: Vec::new(),
            },
        }
    }

    /// Adds a table header that slabs to come may name.
    pub(super) fn add_header(&mut self, header: Header) -> Option<u32> {
        self.headers.push(header);
        u32::try_from(self.headers.len() - 1).ok()
    }

    /// Adds a ground that slabs to come may stand on.
    pub(super) fn add_ground(&mut self, ground: Ground) -> u32 {
        self.grounds.push(ground);
        u32::try_from(self.grounds.len() - 1).unwrap_or(u32::MAX)
    }

    /// Places the slabs of which it is known what they must stand with. The last one stays
    /// with what is glued to it: the next block may still say that it belongs to it. So does
    /// what begins a page, until the page is full: an exhibit may still stand below it.
    pub(super) fn take(&mut self, slabs: &mut Vec<Slab>) {
        if slabs.last().is_none_or(|last| last.glue) {
            return;
        }
        let begun = slabs.iter().rposition(|slab| slab.fresh).filter(|start| {
            let head = slabs.get(*start..).unwrap_or_default();
            stacked(head) <= self.bottom - style::TOP
        });
        let end = begun.or_else(|| {
            let apart = |pair: &[Slab]| pair.first().is_some_and(|slab| !slab.glue);
            slabs.windows(2).rposition(apart).map(|last| last + 1)
        });
        self.place_all(slabs.drain(..end.unwrap_or(0)).collect());
    }

    /// Places the last slabs and ends the last page.
    pub(super) fn finish(&mut self, slabs: Vec<Slab>) -> Flowed {
        self.place_all(slabs);
        if !self.empty || self.done.pages.is_empty() {
            self.end_page();
        }
        std::mem::take(&mut self.done)
    }

    fn place_all(&mut self, slabs: Vec<Slab>) {
        let chains = chains(&slabs);
        for (mut slab, chain) in slabs.into_iter().zip(chains) {
            if slab.fresh && !self.empty {
                self.end_page();
            }
            let glue = slab.glue;
            if self.must_turn(&slab, chain) {
                self.end_page();
                self.repeat_header(&slab);
            }
            let room = self.bottom - self.y - self.gap(&slab);
            match slab.row.take() {
                Some(row) if slab.height <= room + 0.01 => {
                    let whole = row.whole();
                    (slab.under, slab.body) = (whole.under, whole.body);
                    slab.anchor = slab.anchor.or(whole.anchor);
                    self.place(slab);
                }
                Some(row) => self.place_row(slab, *row),
                None => self.place(slab),
            }
            self.held = glue && !self.empty;
        }
    }

    /// Says whether a slab begins the next page: its chain does not fit this one. What is kept
    /// with something above goes to the next page only if not even its beginning fits.
    fn must_turn(&self, slab: &Slab, chain: Chain) -> bool {
        if self.empty {
            return false;
        }
        let page = self.bottom - style::TOP - self.header(slab).map_or(0.0, |h| h.height);
        let wanted = if self.held {
            chain.least.min(page).min(slab.height.max(LEAST))
        } else if chain.whole <= page {
            chain.whole
        } else if chain.least <= page {
            chain.least
        } else if slab.row.is_some() {
            LEAST
        } else {
            slab.height
        };
        self.y + self.gap(slab) + wanted > self.bottom + 0.01
    }

    fn gap(&self, slab: &Slab) -> f32 {
        if self.empty {
            0.0
        } else {
            self.after.max(slab.before)
        }
    }

    fn place(&mut self, slab: Slab) {
        let y = self.y + self.gap(&slab);
        self.y = y + slab.height;
        self.after = slab.after;
        // What has no height, such as a page break, leaves the page as empty as it was.
        self.empty &= slab.height == 0.0;
        self.note(&slab, y);
        self.head(&slab);
        for mark in slab.under {
            self.page.under.push(shifted(mark, y));
        }
        for mark in slab.body {
            self.push(shifted(mark, y));
        }
    }

    /// Remembers anchors, the chapter and grounds.
    fn note(&mut self, slab: &Slab, y: f32) {
        let page = self.done.pages.len();
        if let Some(AnchorId(anchor)) = slab.anchor
            && let Some(place) = self.done.places.get_mut(anchor as usize)
        {
            *place = Some((page, y));
        }
        for ground in &slab.grounds {
            match self.spans.iter_mut().find(|(id, _, _)| id == ground) {
                Some((_, _, end)) => *end = y + slab.height,
                None => self.spans.push((*ground, y, y + slab.height)),
            }
        }
    }

    /// Follows the headings, for the running head.
    fn head(&mut self, slab: &Slab) {
        let before = self.now;
        match slab.heads {
            Some((1, number)) => {
                self.now = Head {
                    chapter: Some(number),
                    topic: None,
                };
            }
            Some((_, number)) => self.now.topic = Some(number),
            None => {}
        }
        self.here = match (self.here, slab.heads) {
            (Here::Nothing | Here::Opening(_), Some(_)) => Here::Opening(self.now),
            (Here::Nothing, None) if slab.height > 0.0 => Here::Said(before),
            // A heading of several lines, and the bar above a chapter, are part of it.
            (Here::Opening(head), None) if !slab.glue && slab.height > 0.0 => Here::Said(head),
            (here, _) => here,
        };
    }

    /// Adds a mark to the content; what goes on in the same node stays one stretch.
    fn push(&mut self, mark: Mark) {
        if let (Mark::Begin(node), [.., Mark::End]) = (&mark, &self.page.body[..]) {
            let open = self.page.body.iter().rev().find_map(|mark| match mark {
                Mark::Begin(node) => Some(*node),
                _ => None,
            });
            if open == Some(*node) {
                self.page.body.pop();
                return;
            }
        }
        self.page.body.push(mark);
    }

    /// Places a row piece by piece.
    fn place_row(&mut self, mut slab: Slab, mut row: Row) {
        let mut first = true;
        while !row.is_empty() {
            let gap = if first { self.gap(&slab) } else { 0.0 };
            let room = self.bottom - self.y - gap;
            let Some(mut piece) = row.take(room, self.empty || !first) else {
                if self.empty {
                    return;
                }
                self.end_page();
                self.repeat_header(&slab);
                first = false;
                continue;
            };
            piece.before = if first { slab.before } else { 0.0 };
            piece.after = slab.after;
            piece.grounds.clone_from(&slab.grounds);
            piece.anchor = slab.anchor.take();
            piece.heads = slab.heads.take();
            self.place(piece);
            first = false;
            if !row.is_empty() {
                self.end_page();
                self.repeat_header(&slab);
            }
        }
    }

    /// The header of a number.
    pub(super) fn repeated(&self, header: u32) -> Option<&Header> {
        self.headers.get(header as usize)
    }

    fn header(&self, slab: &Slab) -> Option<&Header> {
        self.repeated(slab.header?)
    }

    fn repeat_header(&mut self, slab: &Slab) {
        let Some(header) = self.header(slab) else {
            return;
        };
        let (y, height) = (self.y, header.height);
        let marks: Vec<Mark> = header.marks.clone();
        self.page
            .running
            .extend(marks.into_iter().map(|mark| shifted(mark, y)));
        self.y += height;
        self.after = 0.0;
        self.empty = false;
    }

    fn end_page(&mut self) {
        let mut page = std::mem::take(&mut self.page);
        let mut spans = std::mem::take(&mut self.spans);
        spans.sort_by_key(|(ground, _, _)| *ground);
        let mut under = Vec::new();
        for (ground, from, to) in spans {
            if let Some(ground) = self.grounds.get(ground as usize) {
                ground.draw(from, to, &mut under);
            }
        }
        under.append(&mut page.under);
        page.under = under;
        // Room for marks to come would double what a long packet takes.
        for marks in [&mut page.under, &mut page.body, &mut page.running] {
            marks.shrink_to_fit();
        }
        self.done.pages.push(page);
        self.done.heads.push(match self.here {
            Here::Nothing => self.now,
            Here::Opening(head) | Here::Said(head) => head,
        });
        self.here = Here::Nothing;
        self.held = false;
        self.y = style::TOP;
        self.after = 0.0;
        self.empty = true;
    }
}

impl Ground {
    fn draw(&self, from: f32, to: f32, into: &mut Vec<Mark>) {
        let h = to - from;
        if let Some(ink) = self.fill {
            into.push(Mark::Rect {
                x: self.x,
                y: from,
                w: self.width,
                h,
                ink,
            });
        }
        into.push(Mark::Rect {
            x: self.x,
            y: from,
            w: 2.4,
            h,
            ink: self.bar,
        });
    }
}

fn shifted(mut mark: Mark, y: f32) -> Mark {
    mark.shift(0.0, y);
    mark
}

/// The height of all that must stand on one page with a slab, from it on.
#[derive(Debug, Clone, Copy, Default)]
struct Chain {
    /// With every row whole.
    whole: f32,
    /// With only the beginning of a row that may be cut.
    least: f32,
}

fn chains(slabs: &[Slab]) -> Vec<Chain> {
    let mut chains = vec![Chain::default(); slabs.len()];
    let mut next: Option<(&Slab, Chain)> = None;
    for (slab, chain) in slabs.iter().zip(&mut chains).rev() {
        let least = if slab.row.is_some() {
            slab.height.min(LEAST)
        } else {
            slab.height
        };
        *chain = Chain {
            whole: slab.height,
            least,
        };
        if let Some((after, of_next)) = next
            && slab.glue
            && !after.fresh
        {
            let gap = slab.after.max(after.before);
            chain.whole += gap + of_next.whole;
            if slab.row.is_none() {
                chain.least += gap + of_next.least;
            }
        }
        next = Some((slab, *chain));
    }
    chains
}
