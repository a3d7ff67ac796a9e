//! Cutting a word that a line cannot hold.

use unicode_segmentation::UnicodeSegmentation;

use super::text::After;
use super::{Filler, Piece};
use crate::document::Face;
use crate::font::SOFT_HYPHEN;

/// Mono words from this length on, digests and identifiers, are cut wherever a line ends.
pub(super) const LONG_MONO: usize = 16;
/// Digests are cut in fours, so that the eye can compare them.
const STEP: usize = 4;
/// The shortest word that is hyphenated.
const SHORTEST: usize = 7;

impl Filler<'_> {
    /// Cuts a piece so that its head fits the room, by syllables where it is a word, else
    /// between letters. On an empty line at least one letter is taken.
    pub(super) fn cut(
        &mut self,
        piece: Piece,
        room: f32,
        empty: bool,
    ) -> Option<(Vec<Piece>, Piece)> {
        let text = self.prepared.text.get(piece.start..piece.end)?.to_owned();
        let mono = self
            .runs
            .get(piece.run)
            .is_some_and(|run| run.face == Face::Mono);
        if mono && text.len() >= LONG_MONO {
            let found = self.between_letters(piece, &text, room, STEP, false);
            if found.is_some() || !empty {
                return found;
            }
        }
        if !mono && let Some(cut) = self.by_syllables(piece, &text, room) {
            return Some(cut);
        }
        if empty {
            self.between_letters(piece, &text, room, 1, true)
        } else {
            None
        }
    }

    fn by_syllables(
        &mut self,
        piece: Piece,
        text: &str,
        room: f32,
    ) -> Option<(Vec<Piece>, Piece)> {
        let word = text
            .trim_end()
            .trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_word = word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_word {
            return None;
        }
        let mut ends = Vec::new();
        let mut end = 0;
        for syllable in hypher::hyphenate(word, hypher::Lang::English) {
            end += syllable.len();
            ends.push(end);
        }
        ends.pop();
        let face = self.runs.get(piece.run)?.face;
        for end in ends.into_iter().rev() {
            let head = format!("{}{SOFT_HYPHEN}", text.get(..end)?);
            let entry = self.shaper.shape(face, false, &head);
            let width = entry.width * self.size / 1000.0;
            if width <= room {
                let head = Piece {
                    entry,
                    width,
                    trail: 0.0,
                    after: After::May,
                    ..piece
                };
                let tail = self.piece(piece.start + end, piece.end, piece.after);
                return Some((vec![head], tail));
            }
        }
        None
    }

    fn between_letters(
        &mut self,
        piece: Piece,
        text: &str,
        room: f32,
        step: usize,
        force: bool,
    ) -> Option<(Vec<Piece>, Piece)> {
        let ends: Vec<usize> = text
            .grapheme_indices(true)
            .skip(1)
            .enumerate()
            .filter(|(at, _)| (at + 1) % step == 0)
            .map(|(_, (end, _))| end)
            .collect();
        let (mut low, mut high) = (0, ends.len());
        while low < high {
            let middle = (low + high).div_ceil(2);
            let end = piece.start + ends.get(middle - 1)?;
            if self.piece(piece.start, end, After::May).width <= room {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        let low = if force { low.max(1) } else { low };
        let end = piece.start + ends.get(low.checked_sub(1)?)?;
        let head = self.piece(piece.start, end, After::May);
        let tail = self.piece(end, piece.end, piece.after);
        Some((vec![head], tail))
    }
}
