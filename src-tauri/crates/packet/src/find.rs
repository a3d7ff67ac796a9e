//! Words on laid-out pages: where they stand, for whoever searches in what is shown.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::display::{Mark, Page};
use crate::font::{SOFT_HYPHEN, Shaped};
use crate::pages::Pages;

/// How far letters reach above and below their baseline, as shares of the type size.
const ABOVE: f32 = 0.85;
const BELOW: f32 = 0.25;

/// Words that were found on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The page, counted from 0.
    pub page: usize,
    /// The line in which they begin.
    pub line: String,
    /// Where they stand in it, in bytes.
    pub place: Range<usize>,
    /// From the left edge, from the upper edge, across and down: shares of the page.
    pub rectangle: [f32; 4],
}

/// A heading of laid-out pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headed<'a> {
    /// From 1.
    pub level: u8,
    /// The words.
    pub title: &'a str,
    /// The page, counted from 0.
    pub page: usize,
}

impl Pages {
    /// Lists the headings in reading order.
    pub fn headings(&self) -> impl Iterator<Item = Headed<'_>> {
        self.bookmarks.iter().map(|bookmark| Headed {
            level: bookmark.level,
            title: &bookmark.title,
            page: bookmark.page,
        })
    }

    /// Returns the width and height of every page in points.
    pub fn size(&self) -> (f32, f32) {
        self.paper.size()
    }

    /// Looks for words as they are written, whatever their case and accents: the first finds,
    /// as many as are asked for, and how many there are.
    pub fn find(&self, words: &str, most: usize) -> (Vec<Found>, usize) {
        let wanted = folded(words);
        let wanted = wanted.trim();
        let (mut found, mut total) = (Vec::new(), 0);
        if wanted.is_empty() {
            return (found, total);
        }
        for (number, page) in self.pages.iter().enumerate() {
            let read = Read::of(self, page);
            for (at, _) in read.folded.match_indices(wanted) {
                total += 1;
                if found.len() < most {
                    found.extend(read.found(self, number, at..at + wanted.len()));
                }
            }
        }
        (found, total)
    }
}

/// Returns text as it is compared: without case, accents and the width of its spaces.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    text.chars().for_each(|letter| fold(letter, &mut folded));
    folded
}

fn fold(letter: char, into: &mut String) {
    if letter.is_whitespace() {
        if !into.ends_with(' ') {
            into.push(' ');
        }
        return;
    }
    for part in std::iter::once(letter).nfkd() {
        if !is_combining_mark(part) && part != SOFT_HYPHEN {
            into.extend(part.to_lowercase());
        }
    }
}

/// A letter on a page.
struct Letter {
    line: usize,
    /// Where it stands in its line, in bytes.
    in_line: Range<usize>,
    /// Which of the page's words it belongs to, and where it stands there, in bytes.
    word: usize,
    in_word: usize,
}

/// A word as it is placed.
struct Placed<'a> {
    x: f32,
    y: f32,
    size: f32,
    word: &'a Shaped,
}

/// The words of a page as they are searched.
#[derive(Default)]
struct Read<'a> {
    folded: String,
    /// The letter that each byte of the folded text comes from.
    origins: Vec<usize>,
    letters: Vec<Letter>,
    lines: Vec<String>,
    words: Vec<Placed<'a>>,
}

impl<'a> Read<'a> {
    fn of(pages: &'a Pages, page: &Page) -> Self {
        let mut read = Self::default();
        for mark in &page.body {
            let Mark::Word {
                x, y, size, word, ..
            } = mark
            else {
                continue;
            };
            let Some(word) = pages.lexicon.get(*word) else {
                continue;
            };
            let before = read.words.last().map(|placed| placed.y);
            if before.is_none_or(|before| (before - y).abs() > size * 0.4) {
                read.begin_line();
            }
            read.words.push(Placed {
                x: *x,
                y: *y,
                size: *size,
                word,
            });
            read.add(&word.text);
        }
        read
    }

    fn begin_line(&mut self) {
        let is_cut = self
            .lines
            .last()
            .is_some_and(|line| line.ends_with(SOFT_HYPHEN));
        if !self.lines.is_empty() && !is_cut && !self.folded.ends_with(' ') {
            self.folded.push(' ');
            self.origins.push(self.letters.len().saturating_sub(1));
        }
        self.lines.push(String::new());
    }

    fn add(&mut self, text: &str) {
        let (line, word) = (self.lines.len() - 1, self.words.len() - 1);
        for (in_word, letter) in text.char_indices() {
            let Some(of_line) = self.lines.last_mut() else {
                return;
            };
            let start = of_line.len();
            of_line.push(letter);
            self.letters.push(Letter {
                line,
                in_line: start..of_line.len(),
                word,
                in_word,
            });
            fold(letter, &mut self.folded);
            self.origins
                .resize(self.folded.len(), self.letters.len() - 1);
        }
    }

    fn found(&self, pages: &Pages, page: usize, at: Range<usize>) -> Option<Found> {
        let first = *self.origins.get(at.start)?;
        let last = *self.origins.get(at.end.checked_sub(1)?)?;
        let begin = self.letters.get(first)?;
        let of_line = self.letters.get(first..=last)?;
        let of_line = of_line.split(|letter| letter.line != begin.line).next()?;
        let end = of_line.last()?;
        let line = self.lines.get(begin.line)?;
        Some(Found {
            page,
            line: line.trim_end_matches(SOFT_HYPHEN).trim_end().to_owned(),
            place: begin.in_line.start..end.in_line.end.min(line.trim_end().len()),
            rectangle: self.rectangle(pages, of_line)?,
        })
    }

    fn rectangle(&self, pages: &Pages, letters: &[Letter]) -> Option<[f32; 4]> {
        let mut edges: Option<[f32; 4]> = None;
        for several in letters.chunk_by(|one, other| one.word == other.word) {
            let (first, last) = (several.first()?, several.last()?);
            let Placed { x, y, size, word } = self.words.get(first.word)?;
            let (from, to) = across(word, first.in_word..last.in_word + 1)?;
            let [left, right] = [from, to].map(|along| x + along * size / 1000.0);
            let (top, bottom) = (y - size * ABOVE, y + size * BELOW);
            edges = Some(edges.map_or([left, top, right, bottom], |[l, t, r, b]| {
                [l.min(left), t.min(top), r.max(right), b.max(bottom)]
            }));
        }
        let (wide, tall) = pages.paper.size();
        edges.map(|[left, top, right, bottom]| {
            [
                left / wide,
                top / tall,
                (right - left) / wide,
                (bottom - top) / tall,
            ]
        })
    }
}

/// Returns from where to where letters of a word reach, in thousandths of the type size.
fn across(word: &Shaped, letters: Range<usize>) -> Option<(f32, f32)> {
    let mut pen = 0.0;
    let mut reach: Option<(f32, f32)> = None;
    for glyph in &word.glyphs {
        let next = pen + glyph.advance;
        let (start, len) = (usize::from(glyph.start), usize::from(glyph.len).max(1));
        if start < letters.end && start + len > letters.start {
            reach = Some(reach.map_or((pen, next), |(from, to): (f32, f32)| {
                (from.min(pen), to.max(next))
            }));
        }
        pen = next;
    }
    reach.or(Some((0.0, word.width)))
}

#[cfg(test)]
mod tests {
    use crate::document::{Block, Document};
    use crate::{Paper, layout};

    fn pages(text: &str) -> crate::Pages {
        let document = Document {
            title: "A title".to_owned(),
            blocks: vec![Block::text(text)],
            ..Document::default()
        };
        layout(document, Paper::Letter).unwrap()
    }

    #[test]
    fn words_are_found_whatever_their_case_and_accents_and_across_lines() {
        let mut text = "The clinic\u{2019}s R\u{e9}sum\u{e9} service. ".to_owned();
        text.push_str(&"More words stand here. ".repeat(60));
        let pages = pages(&text);
        let (found, total) = pages.find("RESUME  Service", 10);
        assert_eq!((found.len(), total), (1, 1));
        let one = &found[0];
        assert_eq!(&one.line[one.place.clone()], "R\u{e9}sum\u{e9} service");
        assert_eq!(one.page, 0);
        // Sixty sentences take several lines, and each is found though some are broken.
        assert_eq!(pages.find("more words stand here.", 10).1, 60);
        assert_eq!(pages.find("more words stand here.", 10).0.len(), 10);
        for nothing in ["", "  ", "resumee", "s\u{301}\u{301}zz"] {
            assert_eq!(pages.find(nothing, 10), (Vec::new(), 0), "{nothing}");
        }
    }

    #[test]
    fn a_find_has_the_place_where_its_letters_are_drawn() {
        let pages = pages("aaaa marker bbbb");
        let find = |words| {
            let (found, _) = pages.find(words, 1);
            found[0].rectangle
        };
        let [left, top, wide, tall] = find("marker");
        assert!(left > 0.05 && top > 0.02 && left + wide < 0.95);
        assert!(wide > 0.0 && tall > 0.005 && tall < 0.05);
        let [from, ..] = find("ker");
        assert!(left < from && from < left + wide);
        // There is ink where the marker is said to be, and none below the only line.
        let picture = pages.picture(0, 1224).unwrap();
        let pixel = |share: f32, of: u32| (share * of as f32) as usize;
        let (x, width) = (pixel(left, picture.width), pixel(wide, picture.width));
        let dark = |y: usize| {
            let row = (y * picture.width as usize + x) * 3;
            picture.rgb[row..row + width * 3].iter().any(|c| *c < 100)
        };
        let (y, height) = (pixel(top, picture.height), pixel(tall, picture.height));
        assert!((y..y + height).any(dark));
        assert!(!(y + height..y + 2 * height).any(dark));
    }

    #[test]
    fn headings_are_listed_with_their_pages() {
        let document = Document {
            title: "A title".to_owned(),
            blocks: vec![
                Block::heading(1, "First", "a"),
                Block::heading(2, "Under it", "b"),
                Block::heading(1, "Second", "c"),
            ],
            ..Document::default()
        };
        let pages = layout(document, Paper::Letter).unwrap();
        let listed: Vec<_> = pages
            .headings()
            .map(|headed| (headed.level, headed.title, headed.page))
            .collect();
        let last = pages.count() - 1;
        assert_eq!(
            listed,
            [(1, "First", 0), (2, "Under it", 0), (1, "Second", last)]
        );
    }
}
