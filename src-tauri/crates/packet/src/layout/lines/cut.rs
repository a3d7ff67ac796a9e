//! Cutting a word that a line cannot hold.
//!
//! A reader must see that the line end is not the writer's. Words get a hyphen, between
//! syllables where the dictionary knows them. Identifiers, file names and addresses end a
//! line behind a sign of their own (`-`, `.`, `_`, `/`); where they have none that fits, an
//! arrow says that they go on, for a hyphen would look like a part of them. Digests are cut
//! in fours, so that the eye can compare them. Chinese, Japanese and Korean need no mark.

use unicode_segmentation::UnicodeSegmentation;

use super::text::After;
use super::{Filler, Piece};
use crate::document::Face;
use crate::font::{GOES_ON, HYPHENATED};

/// Mono words from this length on, digests and identifiers, are cut wherever a line ends.
pub(super) const LONG_MONO: usize = 16;
/// Digests are cut in so many letters.
const STEP: usize = 4;
/// The shortest word that is hyphenated.
const SHORTEST: usize = 7;
/// The fewest letters of a cut word on either line.
const FEWEST: usize = 2;

/// What a piece is, as far as cutting cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters only, in a script that hyphenates.
    Word,
    /// Letters and digits without a sign between, in mono.
    Digest,
    /// Any other mixture of letters, digits and signs.
    Identifier,
    /// A script that is cut between letters without a mark.
    Unmarked,
}

/// When a piece may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It would fit a line of its own: only where that looks well.
    Wish,
    /// No line holds it, but this one may end before it.
    Long,
    /// It begins the line, or goes on from what stands there: something must be cut.
    Must,
}

impl Filler<'_> {
    /// Cuts a piece so that its head fits the room.
    pub(super) fn cut(
        &mut self,
        piece: Piece,
        room: f32,
        need: Need,
    ) -> Option<(Piece, Piece)> {
        let text = self.prepared.text.get(piece.start..piece.end)?.to_owned();
        let face = self.runs.get(piece.run)?.face;
        let kind = kind(&text, face);
        let by_rule = match (kind, need) {
            (Kind::Digest, _) => self.between_letters(piece, &text, room, STEP, ""),
            (Kind::Word, _) => self.by_syllables(piece, &text, face, room),
            (Kind::Identifier, Need::Long | Need::Must) => {
                self.behind_a_sign(piece, &text, room)
            }
            (Kind::Identifier, Need::Wish) | (Kind::Unmarked, _) => None,
        };
        if by_rule.is_some() || need != Need::Must {
            return by_rule;
        }
        let mark = match kind {
            Kind::Word => HYPHENATED,
            Kind::Identifier => GOES_ON,
            Kind::Digest | Kind::Unmarked => "",
        };
        self.between_letters(piece, &text, room, 1, mark)
            .or_else(|| self.one_letter(piece, &text, mark))
    }

    /// Hyphenates a word, with the signs around it left where they are.
    fn by_syllables(
        &mut self,
        piece: Piece,
        text: &str,
        face: Face,
        room: f32,
    ) -> Option<(Piece, Piece)> {
        let from = text.find(char::is_alphanumeric)?;
        let word = text.get(from..)?;
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let mut ends = Vec::new();
        let mut end = from;
        for syllable in hypher::hyphenate(word, hypher::Lang::English) {
            end += syllable.len();
            ends.push(end);
        }
        ends.pop();
        ends.into_iter()
            .rev()
            .find_map(|end| self.marked(piece, text, face, end, room, HYPHENATED))
    }

    /// Ends the line behind the last sign that fits.
    fn behind_a_sign(&mut self, piece: Piece, text: &str, room: f32) -> Option<(Piece, Piece)> {
        let last = text.trim_end().len();
        let ends: Vec<usize> = text
            .char_indices()
            .filter(|(_, letter)| is_sign(*letter))
            .map(|(at, letter)| at + letter.len_utf8())
            .filter(|end| *end > FEWEST && last.saturating_sub(*end) >= FEWEST)
            .filter(|end| {
                text.get(*end..)
                    .is_some_and(|rest| !rest.starts_with(is_sign))
            })
            .collect();
        ends.into_iter().rev().find_map(|end| {
            let head = self.piece(piece.start, piece.start + end, After::May);
            (head.width <= room).then(|| (head, self.tail(piece, end)))
        })
    }

    /// Cuts between letters: as many as fit, in steps of so many.
    fn between_letters(
        &mut self,
        piece: Piece,
        text: &str,
        room: f32,
        step: usize,
        mark: &str,
    ) -> Option<(Piece, Piece)> {
        let face = self.runs.get(piece.run)?.face;
        let whole = text.trim_end().len();
        let mut ends: Vec<usize> = text
            .grapheme_indices(true)
            .skip(1)
            .map(|(end, _)| end)
            .filter(|end| *end < whole)
            .enumerate()
            .filter(|(at, _)| (at + 1) % step == 0)
            .map(|(_, end)| end)
            .collect();
        if !mark.is_empty() && ends.len() > FEWEST {
            ends.pop();
            ends.remove(0);
        }
        // A guess from the whole width, then steps from there: each try shapes a head.
        #[expect(
            clippy::cast_precision_loss,
            reason = "a piece has some hundred letters"
        )]
        let share = room / piece.width.max(0.1) * ends.len() as f32;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between nothing and the number of letters"
        )]
        let mut count = (share.max(0.0) as usize + 1).min(ends.len());
        let mut best = None;
        while let Some(end) = count.checked_sub(1).and_then(|at| ends.get(at)) {
            match self.marked(piece, text, face, *end, room, mark) {
                Some(found) => {
                    best = Some(found);
                    count += 1;
                }
                None if best.is_some() => break,
                None => count -= 1,
            }
            if count > ends.len() {
                break;
            }
        }
        best
    }

    /// Takes one letter though the column does not hold it: nothing is lost.
    fn one_letter(&mut self, piece: Piece, text: &str, mark: &str) -> Option<(Piece, Piece)> {
        let face = self.runs.get(piece.run)?.face;
        let (end, _) = text.grapheme_indices(true).nth(1)?;
        self.marked(piece, text, face, end, f32::MAX, mark)
    }

    /// The two parts of a piece that is cut at a place, when the first and its mark fit.
    fn marked(
        &mut self,
        piece: Piece,
        text: &str,
        face: Face,
        end: usize,
        room: f32,
        mark: &str,
    ) -> Option<(Piece, Piece)> {
        let rtl = piece.rtl();
        let head = format!("{}{mark}", text.get(..end)?);
        let entry = self.shaper.shape(face, rtl, &head);
        let width = entry.width * self.size / 1000.0;
        if width > room {
            return None;
        }
        let head = Piece {
            entry,
            width,
            trail: 0.0,
            after: After::May,
            end: piece.start + end,
            ..piece
        };
        Some((head, self.tail(piece, end)))
    }

    fn tail(&mut self, piece: Piece, end: usize) -> Piece {
        self.piece(piece.start + end, piece.end, piece.after)
    }
}

fn kind(text: &str, face: Face) -> Kind {
    let text = text.trim_end();
    if face == Face::Mono
        && text.len() >= LONG_MONO
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return Kind::Digest;
    }
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    if word
        .chars()
        .any(|letter| letter.is_ascii_digit() || is_sign(letter))
    {
        return Kind::Identifier;
    }
    // A capital behind a small letter, as names in programs have.
    let humps = word
        .chars()
        .zip(word.chars().skip(1))
        .any(|(one, two)| one.is_lowercase() && two.is_uppercase());
    if humps || face == Face::Mono {
        return Kind::Identifier;
    }
    if word.chars().all(hyphenates) {
        Kind::Word
    } else {
        Kind::Unmarked
    }
}

/// Says whether identifiers and addresses end a line behind this sign.
fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '-' | '_'
            | '.'
            | '/'
            | '\\'
            | ':'
            | ','
            | ';'
            | '='
            | '&'
            | '?'
            | '#'
            | '@'
            | '+'
            | '%'
            | '|'
            | '~'
    )
}

/// Says whether words of this letter's script are hyphenated: Latin, Greek, Cyrillic,
/// Armenian, and the marks and apostrophes inside them.
fn hyphenates(letter: char) -> bool {
    matches!(letter,
        'a'..='z' | 'A'..='Z' | '\'' | '\u{2019}' | '\u{b7}' | '\u{aa}' | '\u{ba}'
        | '\u{c0}'..='\u{58f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1d00}'..='\u{1fff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}'
        | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb17}')
}
