//! Slabs: what layout stacks on pages. A line is a slab, a table row is a slab.

use crate::display::{AnchorId, Mark};
use crate::style::Rgb;

/// A full-width piece of a page that is never cut, unless it holds a [`Row`] that may be.
///
/// Marks stand at their x on the page and at their y from the slab's top.
#[derive(Debug, Default)]
pub(crate) struct Slab {
    pub(crate) height: f32,
    /// Space before, but for the top of a page; the larger of two neighbours' wins.
    pub(crate) before: f32,
    pub(crate) after: f32,
    /// Stays on one page with the next slab.
    pub(crate) glue: bool,
    /// Begins a new page.
    pub(crate) fresh: bool,
    pub(crate) under: Vec<Mark>,
    pub(crate) body: Vec<Mark>,
    /// The tinted grounds that it stands on, outermost first.
    pub(crate) grounds: Vec<u32>,
    /// The table header that is repeated above it on a new page.
    pub(crate) header: Option<u32>,
    pub(crate) anchor: Option<AnchorId>,
    /// Begins what this heading heads: its level, and its number among the headings.
    pub(crate) heads: Option<(u8, u32)>,
    /// A row that may be cut where no page holds it with what it must stand with.
    pub(crate) row: Option<Box<Row>>,
}

/// A tinted ground behind several slabs, with a bar at its left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) fill: Option<Rgb>,
    pub(crate) bar: Rgb,
}

/// A table's header, as it is repeated.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
}

/// A table row: the slabs of each cell side by side.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Vec<Slab>>,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    /// Grounds and rules: drawn for the height of whatever part is taken.
    pub(crate) dress: Dress,
}

/// What a row wears: a rule below.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dress {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) rule: Option<(Rgb, f32)>,
}

impl Slab {
    /// An empty slab of a height.
    pub(crate) fn space(height: f32) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Moves all that stands in the slab down and makes it taller by as much.
    pub(crate) fn push_down(&mut self, by: f32) {
        if by == 0.0 {
            return;
        }
        self.height += by;
        for mark in self.under.iter_mut().chain(&mut self.body) {
            mark.shift(0.0, by);
        }
        if let Some(row) = &mut self.row {
            row.top += by;
        }
    }
}

/// The height of slabs stacked on each other.
pub(crate) fn stacked(slabs: &[Slab]) -> f32 {
    let mut height = 0.0;
    let mut after = 0.0_f32;
    for (at, slab) in slabs.iter().enumerate() {
        height += slab.height + if at == 0 { 0.0 } else { after.max(slab.before) };
        after = slab.after;
    }
    height
}

/// Turns the spaces between slabs into heights, so that a ground behind them has no gaps.
pub(crate) fn solidify(slabs: &mut [Slab], top: f32, bottom: f32) {
    let count = slabs.len();
    let mut after = 0.0_f32;
    for (at, slab) in slabs.iter_mut().enumerate() {
        let gap = if at == 0 { top } else { after.max(slab.before) };
        after = slab.after;
        slab.before = 0.0;
        slab.after = 0.0;
        slab.push_down(gap);
        if at + 1 == count {
            slab.height += bottom;
            if let Some(row) = &mut slab.row {
                row.bottom += bottom;
            }
        }
    }
}

impl Row {
    pub(crate) fn height(&self) -> f32 {
        let tallest = self
            .cells
            .iter()
            .map(|cell| stacked(cell))
            .fold(0.0, f32::max);
        self.top + tallest + self.bottom
    }

    /// Puts the whole row into one slab.
    pub(crate) fn whole(self) -> Slab {
        let height = self.height();
        let mut slab = Slab::space(height);
        for cell in self.cells {
            let mut y = self.top;
            let mut after = 0.0_f32;
            for (at, part) in cell.into_iter().enumerate() {
                y += if at == 0 { 0.0 } else { after.max(part.before) };
                after = part.after;
                y = lay(&mut slab, part, y);
            }
        }
        self.dress.wear(&mut slab);
        slab
    }

    /// Takes as much of the row as fits a height; what is left is the row from there on.
    /// Takes at least one slab of each cell when `force` says that a page is empty. Slabs that
    /// belong together stay together where the height allows: no line stands alone.
    pub(crate) fn take(&mut self, room: f32, force: bool) -> Option<Slab> {
        let left = room - self.top - self.bottom;
        let cuts: Vec<Cut> = self
            .cells
            .iter_mut()
            .map(|cell| Cut::of(cell, left, force))
            .collect();
        if cuts.iter().all(|cut| cut.height <= 0.0) && !self.is_hollow() {
            return None;
        }
        let mut slab = Slab::default();
        let mut deepest = self.top;
        for (cell, cut) in self.cells.iter_mut().zip(cuts) {
            let mut y = self.top;
            let mut after = 0.0_f32;
            for (at, part) in cell.drain(..cut.count).enumerate() {
                y += if at == 0 { 0.0 } else { after.max(part.before) };
                after = part.after;
                y = lay(&mut slab, part, y);
            }
            if let Some((gap, piece)) = cut.piece {
                y = lay(&mut slab, piece, y + gap);
            }
            deepest = deepest.max(y);
        }
        slab.height = deepest + self.bottom;
        self.dress.wear(&mut slab);
        Some(slab)
    }

    /// Says whether nothing in the row has a height.
    fn is_hollow(&self) -> bool {
        self.cells.iter().flatten().all(|slab| slab.height <= 0.0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// Where a cell is cut.
struct Cut {
    /// So many of its slabs stand above the cut,
    count: usize,
    /// so high.
    height: f32,
    /// What was cut from the next one, and the space before it.
    piece: Option<(f32, Slab)>,
}

impl Cut {
    fn of(cell: &mut [Slab], room: f32, force: bool) -> Self {
        // The height above each slab, and with it.
        let mut ends = Vec::with_capacity(cell.len());
        let (mut y, mut after) = (0.0_f32, 0.0_f32);
        for (at, slab) in cell.iter().enumerate() {
            let gap = if at == 0 { 0.0 } else { after.max(slab.before) };
            after = slab.after;
            y += gap + slab.height;
            ends.push((gap, y));
        }
        let fit = ends
            .iter()
            .take_while(|(_, end)| *end <= room + 0.01)
            .count();
        let height = |count: usize| {
            count
                .checked_sub(1)
                .and_then(|at| ends.get(at))
                .map_or(0.0, |(_, end)| *end)
        };
        let rest = cell.get(fit);
        if rest.is_some_and(|slab| slab.row.is_some())
            && let Some((gap, _)) = ends.get(fit)
            && let Some(part) = cell.get_mut(fit)
            && let Some(inner) = part.row.as_mut()
            && let Some(piece) = inner.take(room - height(fit) - gap, false)
        {
            part.height = inner.height();
            let height = height(fit) + gap + piece.height;
            let piece = Some((*gap, piece));
            return Self {
                count: fit,
                height,
                piece,
            };
        }
        let mut count = fit;
        if fit < cell.len() {
            while count > 0 && cell.get(count - 1).is_some_and(|slab| slab.glue) {
                count -= 1;
            }
            // A page that is empty takes what it can.
            if force && height(count) <= 0.0 {
                count = if height(fit) > 0.0 {
                    fit
                } else {
                    ends.iter().take_while(|(_, end)| *end <= 0.0).count() + 1
                };
            }
        }
        let count = count.min(cell.len());
        Self {
            count,
            height: height(count),
            piece: None,
        }
    }
}

impl Dress {
    fn wear(self, slab: &mut Slab) {
        if let Some((ink, width)) = self.rule {
            let (x, y) = (self.x, slab.height);
            slab.under.push(Mark::Line {
                x,
                y,
                dx: self.width,
                dy: 0.0,
                width,
                ink,
            });
        }
    }
}

fn lay(into: &mut Slab, mut part: Slab, y: f32) -> f32 {
    let below = y + part.height;
    if let Some(row) = part.row.take() {
        part = Slab {
            grounds: part.grounds,
            anchor: part.anchor,
            ..row.whole()
        };
    }
    for mark in part.under.iter_mut().chain(&mut part.body) {
        mark.shift(0.0, y);
    }
    into.under.append(&mut part.under);
    into.body.append(&mut part.body);
    into.anchor = into.anchor.or(part.anchor);
    below
}
