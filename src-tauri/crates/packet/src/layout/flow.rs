//! Slabs onto pages: what stays together, where a page ends, which headers are repeated.

use super::slab::{Ground, Header, Slab};
use crate::display::{AnchorId, Mark, Page};
use crate::style;

/// Where each anchor came to stand: its page and its y.
pub(super) type Places = Vec<Option<(usize, f32)>>;

/// What pagination gives.
pub(super) struct Flowed {
    pub(super) pages: Vec<Page>,
    pub(super) places: Places,
    /// The chapter in progress at the top of each page, or that begins on it.
    pub(super) chapters: Vec<Option<u32>>,
}

/// Puts slabs onto pages of a height.
pub(super) fn flow(
    slabs: Vec<Slab>,
    headers: &[Header],
    grounds: &[Ground],
    anchors: usize,
    bottom: f32,
) -> Flowed {
    let mut flow = Flow {
        headers,
        grounds,
        bottom,
        y: style::TOP,
        after: 0.0,
        empty: true,
        page: Page::default(),
        spans: Vec::new(),
        chapter: None,
        chapter_here: None,
        done: Flowed {
            pages: Vec::new(),
            places: vec![None; anchors],
            chapters: Vec::new(),
        },
    };
    flow.run(slabs);
    flow.done
}

struct Flow<'a> {
    headers: &'a [Header],
    grounds: &'a [Ground],
    bottom: f32,
    y: f32,
    after: f32,
    empty: bool,
    page: Page,
    /// For each ground on this page: its number, and from where to where it reaches.
    spans: Vec<(u32, f32, f32)>,
    chapter: Option<u32>,
    chapter_here: Option<u32>,
    done: Flowed,
}

impl Flow<'_> {
    fn run(&mut self, slabs: Vec<Slab>) {
        let chains = chains(&slabs);
        for (slab, chain) in slabs.into_iter().zip(chains) {
            if slab.fresh && !self.empty {
                self.end_page();
            }
            let gap = self.gap(&slab);
            let wanted = if chain > self.bottom - style::TOP {
                slab.height
            } else {
                chain
            };
            let fits = self.y + gap + wanted <= self.bottom + 0.01;
            if slab.row.is_some() {
                self.place_row(slab);
                continue;
            }
            if !fits && !self.empty {
                self.end_page();
                self.repeat_header(&slab);
            }
            self.place(slab);
        }
        if !self.empty || self.done.pages.is_empty() {
            self.end_page();
        }
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
        if slab.chapter.is_some() {
            self.chapter = slab.chapter;
            self.chapter_here = self.chapter_here.or(slab.chapter);
        }
        for ground in &slab.grounds {
            match self.spans.iter_mut().find(|(id, _, _)| id == ground) {
                Some((_, _, end)) => *end = y + slab.height,
                None => self.spans.push((*ground, y, y + slab.height)),
            }
        }
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

    /// Places a row that is taller than a page, piece by piece.
    fn place_row(&mut self, mut slab: Slab) {
        let Some(mut row) = slab.row.take() else {
            return;
        };
        // Fewer than four lines at the foot of a page are not worth a cut.
        let least = 60.0;
        if !self.empty && self.bottom - self.y < least {
            self.end_page();
            self.repeat_header(&slab);
        }
        let mut first = true;
        while !row.is_empty() {
            let gap = if first { self.gap(&slab) } else { 0.0 };
            let room = self.bottom - self.y - gap;
            let alone = self.bottom - style::TOP - room < 1.0 || !first;
            let Some(mut piece) = row.take(room, alone) else {
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
            piece.chapter = slab.chapter.take();
            self.place(piece);
            first = false;
            if !row.is_empty() {
                self.end_page();
                self.repeat_header(&slab);
            }
        }
    }

    fn repeat_header(&mut self, slab: &Slab) {
        let header = slab
            .header
            .and_then(|header| self.headers.get(header as usize));
        let Some(header) = header else { return };
        let y = self.y;
        self.page
            .running
            .extend(header.marks.iter().cloned().map(|mark| shifted(mark, y)));
        self.y += header.height;
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
        self.done.pages.push(page);
        self.done
            .chapters
            .push(self.chapter_here.take().or(self.chapter));
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

/// For each slab, the height of all that must stand on one page with it, from it on.
fn chains(slabs: &[Slab]) -> Vec<f32> {
    let mut chains = vec![0.0; slabs.len()];
    let mut next: Option<(&Slab, f32)> = None;
    for (slab, chain) in slabs.iter().zip(&mut chains).rev() {
        *chain = slab.height;
        if let Some((after, height)) = next
            && slab.glue
            && !after.fresh
        {
            // A tall row is cut where it must be: only its beginning stays with the heading.
            let height = if after.row.is_some() {
                height.min(60.0)
            } else {
                height
            };
            *chain += slab.after.max(after.before) + height;
        }
        next = Some((slab, *chain));
    }
    chains
}
