//! Runs into lines: where a line may break (UAX 14), how a word is cut that no line holds,
//! in which order a line is drawn (UAX 9).

mod cut;
mod text;

use crate::document::{Face, Run};
use crate::font::{Entry, Shaper};
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
    start: usize,
    end: usize,
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
        let mut rest = piece;
        loop {
            let room = self.width - self.used;
            if rest.width - rest.trail <= room + 0.01 {
                self.used += rest.width;
                self.line.push(rest);
                return;
            }
            let empty = self.line.is_empty();
            match self.cut(rest, room, empty) {
                Some((head, tail)) => {
                    self.line.extend(head);
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
mod tests {
    use super::*;

    fn set(text: &str, face: Face, width: f32) -> (Shaper, Vec<Line>) {
        let mut shaper = Shaper::default();
        let lines = lines(&mut shaper, &[Run::set(text, face)], 10.0, width);
        (shaper, lines)
    }

    fn drawn(shaper: &Shaper, line: &Line) -> String {
        let words = line.pieces.iter().flat_map(|piece| piece.entry.words());
        words
            .filter_map(|word| shaper.lexicon.get(word))
            .map(|word| &*word.text)
            .collect()
    }

    #[test]
    fn no_line_is_wider_than_its_column() {
        let text = "The quick brown fox jumps over the incomprehensibilities of antidisestablishmentarianism. ";
        for width in [24.0, 60.0, 90.0, 200.0] {
            let (_, lines) = set(&text.repeat(4), Face::Regular, width);
            assert!(
                lines.iter().all(|line| line.width <= width + 0.1),
                "{width}"
            );
        }
    }

    #[test]
    fn a_digest_breaks_anywhere_and_loses_nothing() {
        let digest = "0123456789abcdef".repeat(4);
        let (shaper, lines) = set(&digest, Face::Mono, 100.0);
        assert!(lines.len() > 1);
        let whole: String = lines.iter().map(|line| drawn(&shaper, line)).collect();
        assert_eq!(whole, digest);
    }

    #[test]
    fn a_word_of_five_thousand_letters_has_a_place() {
        let (shaper, lines) = set(&"x".repeat(5000), Face::Regular, 80.0);
        let letters: usize = lines
            .iter()
            .map(|line| drawn(&shaper, line).matches('x').count())
            .sum();
        assert_eq!(letters, 5000);
    }

    #[test]
    fn hebrew_is_drawn_from_the_right() {
        let (shaper, lines) = set("שלום עולם", Face::Regular, 200.0);
        let line = lines.first().expect("one line");
        assert!(line.rtl);
        assert!(
            drawn(&shaper, line).starts_with("עולם"),
            "the second word stands at the left"
        );
    }

    #[test]
    fn numbers_inside_arabic_stay_in_order() {
        let (shaper, lines) = set("غرفة 123 هنا", Face::Regular, 300.0);
        assert!(drawn(&shaper, lines.first().expect("one line")).contains("123"));
    }

    #[test]
    fn a_code_is_never_torn_at_its_hyphens() {
        for width in (50..120_u8).map(f32::from) {
            let (shaper, lines) = set(
                "See AUD-CA-4, TEC-MS-2 and SP 800-66.",
                Face::Regular,
                width,
            );
            for line in &lines {
                let words = drawn(&shaper, line);
                assert!(!words.trim_end().ends_with('-'), "{words:?} at {width}");
            }
        }
    }

    #[test]
    fn a_line_end_that_was_typed_is_kept() {
        let (_, lines) = set("one\ntwo\n\nthree", Face::Regular, 300.0);
        assert_eq!(lines.len(), 4);
    }
}
