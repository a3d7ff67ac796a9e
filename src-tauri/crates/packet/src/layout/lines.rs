//! Runs into lines: where a line may break (UAX 14), how a word is cut that no line holds,
//! in which order a line is drawn (UAX 9).

mod cut;
mod text;

use crate::document::{Face, Run};
use crate::font::{Entry, Shaper};
use cut::Need;
use text::{After, Prepared};

/// A stretch of one run and direction, shaped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    pub(crate) entry: Entry,
    /// In points, with the space at its end.
    pub(crate) width: f32,
    /// The width of the space at its end.
    pub(crate) trail: f32,
    /// The run that it belongs to.
    pub(crate) run: usize,
    level: u8,
    after: After,
    /// Where its letters stand in the text.
    pub(crate) start: usize,
    end: usize,
}

impl Piece {
    /// Says whether its letters run from right to left.
    pub(crate) fn rtl(&self) -> bool {
        self.level % 2 == 1
    }
}

/// A line in the order in which it is drawn.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    /// Without the space at its end.
    pub(crate) width: f32,
    pub(crate) rtl: bool,
}

/// Breaks runs into lines no wider than `width` points at a type size.
pub(crate) fn lines(shaper: &mut Shaper, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let prepared = Prepared::new(runs);
    if prepared.text.trim().is_empty() {
        return Vec::new();
    }
    let mut filler = Filler {
        shaper,
        runs,
        prepared: &prepared,
        size,
        width: width.max(size),
        lines: Vec::new(),
        line: Vec::new(),
        used: 0.0,
    };
    filler.fill();
    filler.lines
}

struct Filler<'a> {
    shaper: &'a mut Shaper,
    runs: &'a [Run],
    prepared: &'a Prepared,
    size: f32,
    width: f32,
    lines: Vec<Line>,
    line: Vec<Piece>,
    used: f32,
}

impl Filler<'_> {
    fn fill(&mut self) {
        let mut chunk: Vec<Piece> = Vec::new();
        for stretch in self.prepared.stretches() {
            let piece = self.piece(stretch.start, stretch.end, stretch.after);
            chunk.push(piece);
            if stretch.after != After::Stay {
                self.place(&mut chunk);
            }
        }
        self.place(&mut chunk);
        if !self.line.is_empty() {
            self.end_line();
        }
    }

    /// Places what no line may break inside.
    fn place(&mut self, chunk: &mut Vec<Piece>) {
        let Some(last) = chunk.last().copied() else {
            return;
        };
        let advance: f32 = chunk.iter().map(|piece| piece.width).sum();
        if self.used + advance - last.trail <= self.width + 0.01 {
            self.used += advance;
            self.line.append(chunk);
        } else {
            self.place_wide(chunk, advance - last.trail);
        }
        if last.after == After::Must {
            self.end_line();
        }
    }

    fn place_wide(&mut self, chunk: &mut Vec<Piece>, ink: f32) {
        if ink <= self.width && !self.may_cut(chunk) {
            self.end_line();
        }
        for piece in chunk.drain(..) {
            self.place_piece(piece);
        }
    }

    /// Says whether a word that would fit a line of its own may still be cut: digests, and
    /// long words in narrow columns.
    fn may_cut(&self, chunk: &[Piece]) -> bool {
        let [piece] = chunk else { return false };
        let long = piece.end - piece.start >= cut::LONG_MONO;
        let mono = self
            .runs
            .get(piece.run)
            .is_some_and(|run| run.face == Face::Mono);
        (mono && long) || (self.width < 120.0 && piece.width > 0.45 * self.width)
    }

    fn place_piece(&mut self, piece: Piece) {
        let mut rest = self.joined(piece);
        loop {
            let room = self.width - self.used;
            if rest.width - rest.trail <= room + 0.01 {
                self.used += rest.width;
                self.line.push(rest);
                return;
            }
            let empty = self.line.is_empty();
            let need = if empty {
                Need::Must
            } else if rest.width - rest.trail > self.width || self.goes_on(rest) {
                Need::Long
            } else {
                Need::Wish
            };
            match self.cut(rest, room, need) {
                Some((head, tail)) => {
                    self.line.push(head);
                    self.end_line();
                    rest = tail;
                }
                None if empty => {
                    // Not even one letter fits: it stands out rather than be lost.
                    self.used += rest.width;
                    self.line.push(rest);
                    return;
                }
                None => self.end_line(),
            }
        }
    }

    /// Takes what the line ends with back into a piece of the same word, so that the two are
    /// cut as one.
    fn joined(&mut self, piece: Piece) -> Piece {
        match self.line.last().copied() {
            Some(last)
                if self.goes_on(piece)
                    && last.run == piece.run
                    && last.level == piece.level =>
            {
                self.line.pop();
                self.used -= last.width;
                self.piece(last.start, piece.end, piece.after)
            }
            _ => piece,
        }
    }

    /// Says whether a piece belongs to the word that the line ends with.
    fn goes_on(&self, piece: Piece) -> bool {
        self.line
            .last()
            .is_some_and(|last| last.after == After::Stay && last.end == piece.start)
    }

    fn end_line(&mut self) {
        let mut pieces = std::mem::take(&mut self.line);
        self.used = 0.0;
        let rtl = pieces
            .first()
            .is_some_and(|piece| self.prepared.rtl_at(piece.start));
        let trail = pieces.last().map_or(0.0, |piece| piece.trail);
        let width = pieces.iter().map(|piece| piece.width).sum::<f32>() - trail;
        if pieces.iter().any(|piece| piece.level > 0) {
            reorder(&mut pieces);
        }
        self.lines.push(Line { pieces, width, rtl });
    }

    fn piece(&mut self, start: usize, end: usize, after: After) -> Piece {
        let run = self.prepared.run_at(start);
        let level = self.prepared.level_at(start);
        let face = self.runs.get(run).map_or(Face::Regular, |run| run.face);
        let text = self.prepared.text.get(start..end).unwrap_or_default();
        let text = text.trim_end_matches('\n');
        let space = text.get(text.trim_end().len()..).unwrap_or_default();
        let rtl = level % 2 == 1;
        let entry = self.shaper.shape(face, rtl, text);
        let trail = if space.is_empty() {
            0.0
        } else {
            self.shaper.shape(face, rtl, space).width * self.size / 1000.0
        };
        let width = entry.width * self.size / 1000.0;
        Piece {
            entry,
            width,
            trail,
            run,
            level,
            after,
            start,
            end,
        }
    }
}

/// Rule L2 of UAX 9: from the highest level down, each stretch of that level or above is
/// turned round.
fn reorder(pieces: &mut [Piece]) {
    let highest = pieces.iter().map(|piece| piece.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut start = 0;
        while start < pieces.len() {
            let rest = pieces.get(start..).unwrap_or_default();
            let skip = rest.iter().take_while(|piece| piece.level < level).count();
            let run = rest
                .iter()
                .skip(skip)
                .take_while(|piece| piece.level >= level)
                .count();
            let from = start + skip;
            if let Some(turned) = pieces.get_mut(from..from + run) {
                turned.reverse();
            }
            start = from + run.max(1);
        }
    }
}

#[cfg(test)]
mod tests;
