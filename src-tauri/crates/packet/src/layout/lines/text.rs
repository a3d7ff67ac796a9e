//! A paragraph's letters, made ready: normalised, with directions and places to break.

use std::borrow::Cow;

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

use crate::document::Run;
use crate::font::reads_from_right;

/// Longer stretches without a place to break are cut here, so that hostile text stays cheap.
const LONGEST: usize = 240;

/// What may happen after a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// The next stretch stays on the same line.
    Stay,
    /// The line may end.
    May,
    /// The line must end.
    Must,
}

/// A stretch of one run and one direction with no place to break inside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: After,
}

/// The text of all runs with what line breaking needs to know.
pub(super) struct Prepared {
    pub(super) text: String,
    /// Where each run ends.
    ends: Vec<usize>,
    /// The level of each byte; empty when all is left to right.
    levels: Vec<Level>,
    /// Each paragraph's end and whether it reads from the right.
    bases: Vec<(usize, bool)>,
}

impl Prepared {
    pub(super) fn new(runs: &[Run]) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(runs.len());
        for run in runs {
            clean(&run.text, &mut text);
            ends.push(text.len());
        }
        let (levels, bases) = if text.chars().any(reads_from_right) {
            let bidi = BidiInfo::new(&text, None);
            let bases = bidi
                .paragraphs
                .iter()
                .map(|p| (p.range.end, p.level.is_rtl()))
                .collect();
            (bidi.levels, bases)
        } else {
            (Vec::new(), Vec::new())
        };
        Self {
            text,
            ends,
            levels,
            bases,
        }
    }

    pub(super) fn run_at(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end <= at)
    }

    pub(super) fn level_at(&self, at: usize) -> u8 {
        self.levels.get(at).map_or(0, |level| level.number())
    }

    pub(super) fn rtl_at(&self, at: usize) -> bool {
        let paragraph = self.bases.partition_point(|(end, _)| *end <= at);
        self.bases.get(paragraph).is_some_and(|(_, rtl)| *rtl)
    }

    /// The stretches in reading order.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let mut cuts: Vec<(usize, After)> = linebreaks(&self.text)
            .filter(|(at, _)| !self.is_inside_code(*at))
            .map(|(at, kind)| (at, self.after(at, kind)))
            .collect();
        cuts.extend(self.ends.iter().map(|end| (*end, After::Stay)));
        let turns = self
            .levels
            .iter()
            .zip(self.levels.iter().skip(1))
            .enumerate();
        cuts.extend(
            turns
                .filter(|(_, (a, b))| a != b)
                .map(|(at, _)| (at + 1, After::Stay)),
        );
        cuts.sort_by_key(|(at, after)| (*at, *after == After::Stay));
        cuts.dedup_by_key(|(at, _)| *at);
        let mut stretches = Vec::with_capacity(cuts.len());
        let mut start = 0;
        for (end, after) in cuts {
            while end - start > LONGEST {
                let cut = self.boundary(start, start + LONGEST);
                stretches.push(Stretch {
                    start,
                    end: cut,
                    after: After::Stay,
                });
                start = cut;
            }
            if end > start {
                stretches.push(Stretch { start, end, after });
            }
            start = end.max(start);
        }
        stretches
    }

    /// The last place up to `most` between letters that do not belong together.
    fn boundary(&self, start: usize, most: usize) -> usize {
        let most = self.text.floor_char_boundary(most);
        let piece = self.text.get(start..most).unwrap_or_default();
        let last = piece.grapheme_indices(true).next_back();
        match last {
            Some((at, _)) if at > 0 => start + at,
            _ => most,
        }
    }

    /// Says whether a place is behind the hyphen of a code such as "SP 800-66" or "AB-1", which
    /// no line end should tear.
    fn is_inside_code(&self, at: usize) -> bool {
        let (Some(before), Some(behind)) = (self.text.get(..at), self.text.get(at..)) else {
            return false;
        };
        let of_code = |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit();
        before
            .strip_suffix('-')
            .is_some_and(|head| head.ends_with(of_code))
            && behind.starts_with(of_code)
    }

    fn after(&self, at: usize, kind: BreakOpportunity) -> After {
        let typed = self
            .text
            .get(..at)
            .is_some_and(|before| before.ends_with('\n'));
        match kind {
            BreakOpportunity::Mandatory if typed => After::Must,
            _ if at == self.text.len() => After::Stay,
            BreakOpportunity::Mandatory | BreakOpportunity::Allowed => After::May,
        }
    }
}

/// Adds letters in their composed form, without control letters.
///
/// Marks that override the direction of what follows are dropped: they can make a file name
/// read as another.
fn clean(from: &str, into: &mut String) {
    let composed: Cow<'_, str> = match is_nfc_quick(from.chars()) {
        IsNormalized::Yes => Cow::Borrowed(from),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(from.nfc().collect()),
    };
    let mut letters = composed.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => {
                into.push('\n');
            }
            '\t' => into.push(' '),
            '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {}
            // No characters at all, by the standard; one of them is our own mark.
            '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => into.push(other),
        }
    }
}
