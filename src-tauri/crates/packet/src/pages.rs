//! A document on paper: what preview and record both stand on.

use std::io::Write;

use chrono::{DateTime, Utc};

use crate::display::{Mark, Page, Target, Tree};
use crate::document::Associated;
use crate::font::Lexicon;
use crate::{Error, Paper, Picture, image, pdf, picture};

/// The pages of a document.
#[derive(Debug)]
pub struct Pages {
    pub(crate) paper: Paper,
    pub(crate) pages: Vec<Page>,
    /// Where each anchor stands: its page and its y.
    pub(crate) places: Vec<Option<(usize, f32)>>,
    pub(crate) lexicon: Lexicon,
    pub(crate) tree: Tree,
    pub(crate) targets: Vec<Target>,
    pub(crate) images: Vec<image::Picture>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) warnings: Vec<String>,
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) created: DateTime<Utc>,
    pub(crate) identifier: [u8; 16],
    /// How many pages at the beginning are not counted: the cover.
    pub(crate) covers: usize,
    pub(crate) associated: Vec<Associated>,
}

/// A heading as readers list it at the side.
#[derive(Debug)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

impl Pages {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// What a page, counted from 0, is called: "Cover", or the number at its foot.
    pub fn label(&self, page: usize) -> String {
        match (page + 1).checked_sub(self.covers) {
            Some(number) if number > 0 => number.to_string(),
            _ => "Cover".to_owned(),
        }
    }

    /// What a person should know before the document leaves: letters that no font has,
    /// pictures that cannot be shown.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Draws a page, counted from 0, this many pixels wide.
    ///
    /// # Errors
    ///
    /// When there is no such page, or the width is not between 16 and 8,192.
    pub fn picture(&self, page: usize, width: u32) -> Result<Picture, Error> {
        let drawn = self.pages.get(page).ok_or(Error::NoPage(page))?;
        picture::draw(self, drawn, width)
    }

    /// The words of a page, counted from 0, in reading order: a line for each line.
    ///
    /// There is no running head or foot in it, nor what repeats from the page before.
    pub fn text(&self, page: usize) -> String {
        let Some(page) = self.pages.get(page) else {
            return String::new();
        };
        let mut text = String::new();
        let mut last: Option<f32> = None;
        for mark in &page.body {
            let Mark::Word { y, size, word, .. } = mark else {
                continue;
            };
            let Some(word) = self.lexicon.get(*word) else {
                continue;
            };
            match last {
                Some(before) if (before - y).abs() > size * 0.4 => {
                    while text.ends_with(' ') {
                        text.pop();
                    }
                    if text.ends_with(crate::font::SOFT_HYPHEN) {
                        text.pop();
                    } else {
                        text.push('\n');
                    }
                }
                _ => {}
            }
            last = Some(*y);
            text.push_str(&word.text);
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// Writes the PDF as a stream.
    ///
    /// # Errors
    ///
    /// When writing fails. Nothing of the document can make it fail.
    pub fn write(&self, into: &mut dyn Write) -> Result<(), Error> {
        pdf::write(self, into)
    }

    /// Writes the same pages untagged, as fast as is known, to be measured against.
    ///
    /// # Errors
    ///
    /// When writing fails.
    #[cfg(feature = "baseline")]
    pub fn write_raw(&self, into: &mut dyn Write) -> Result<(), Error> {
        pdf::write_raw(self, into)
    }
}
