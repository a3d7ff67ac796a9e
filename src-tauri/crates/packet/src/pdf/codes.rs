//! The codes of glyphs: one for each pair of a glyph and the letters that it stands for.
//!
//! A glyph may serve two letters, as a hyphen does for the one that must not break a line.
//! With a code for each, what is copied or searched is always what was typed.

use std::collections::HashMap;

use crate::display::Mark;
use crate::font;
use crate::pages::Pages;

/// From here on no glyph gets a second code.
const MOST: usize = 60_000;

/// The codes of all glyphs on the pages.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// The codes of each word of the lexicon; empty where it stands on no page.
    words: Vec<Box<[u16]>>,
    pub(super) fonts: Vec<Used>,
    /// The place of each font in `fonts`.
    place: HashMap<u8, usize>,
}

/// A font as far as it is used.
#[derive(Debug)]
pub(super) struct Used {
    pub(super) font: u8,
    /// The glyph, width and letters of each code from 1 on.
    pub(super) glyphs: Vec<Coded>,
}

/// What a code stands for.
#[derive(Debug)]
pub(super) struct Coded {
    pub(super) glyph: u16,
    /// Thousandths of the type size, as the file says it.
    pub(super) width: f32,
    pub(super) letters: Box<str>,
}

impl Codes {
    pub(super) fn of(pages: &Pages) -> Self {
        let count = pages.lexicon.words.len();
        let mut seen = vec![false; count];
        for page in &pages.pages {
            for mark in page.under.iter().chain(&page.body).chain(&page.running) {
                if let Mark::Word { word, .. } = mark
                    && let Some(seen) = seen.get_mut(*word as usize)
                {
                    *seen = true;
                }
            }
        }
        let mut codes = Self::default();
        let mut known: HashMap<(u8, u16), Vec<u16>> = HashMap::new();
        for (word, seen) in pages.lexicon.words.iter().zip(seen) {
            let mut of_word = Vec::new();
            if seen {
                let used = codes.used(word.font);
                for glyph in &word.glyphs {
                    let letters = word.letters(glyph);
                    let same = known.entry((word.font, glyph.id)).or_default();
                    of_word.push(used.code(glyph.id, letters, same));
                }
            }
            codes.words.push(of_word.into());
        }
        codes
    }

    /// The codes of a word's glyphs.
    pub(super) fn word(&self, word: u32) -> &[u16] {
        self.words.get(word as usize).map_or(&[], |codes| codes)
    }

    pub(super) fn width(&self, font: u8, code: u16) -> f32 {
        self.place
            .get(&font)
            .and_then(|place| self.fonts.get(*place))
            .and_then(|used| used.glyphs.get(usize::from(code).checked_sub(1)?))
            .map_or(0.0, |coded| coded.width)
    }

    fn used(&mut self, font: u8) -> &mut Used {
        let next = self.fonts.len();
        let place = *self.place.entry(font).or_insert(next);
        if place == next {
            self.fonts.push(Used {
                font,
                glyphs: Vec::new(),
            });
        }
        &mut self.fonts[place]
    }
}

impl Used {
    fn code(&mut self, glyph: u16, letters: &str, same: &mut Vec<u16>) -> u16 {
        let found = same.iter().copied().find(|code| {
            let coded = usize::from(*code)
                .checked_sub(1)
                .and_then(|at| self.glyphs.get(at));
            coded.is_some_and(|coded| &*coded.letters == letters)
        });
        if let Some(code) = found {
            return code;
        }
        // Stacked marks without end make letters without end: beyond two bytes the glyph is
        // right and its letters are those of its first use.
        if let Some(first) = same.first().filter(|_| self.glyphs.len() >= MOST) {
            return *first;
        }
        let width = (font::advance(self.font, glyph) * 10.0).round() / 10.0;
        self.glyphs.push(Coded {
            glyph,
            width,
            letters: letters.into(),
        });
        let code = u16::try_from(self.glyphs.len()).unwrap_or(u16::MAX);
        same.push(code);
        code
    }
}
