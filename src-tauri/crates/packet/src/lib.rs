//! From a dossier to a document, from a document to pages, from pages to a PDF.
//!
//! [`part`] turns an assessment into a [`document::Document`], which knows headings, tables
//! and figures but no coordinates. [`layout`] shapes, breaks and places it into [`Pages`];
//! [`Pages::write`] writes the PDF, [`Pages::picture`] draws a page for the window, and
//! [`Pages::text`] gives its words for a screen reader. Preview and record stand on the same
//! pages, so what was seen is what leaves.
//!
//! Inside, the way is `document` → `layout` (lines, tables, pages) → `display` (marks on
//! pages and the structure tree) → `pdf` or `picture`.
//!
//! # Invariants
//!
//! - Only `pdf.rs` names printpdf; everything before it is about paper, not about a format.
//! - The same document gives the same bytes: time and identifier stand in it, nothing here
//!   reads a clock, a file, the environment or a vault.
//! - Each mark on a page belongs to a node of the structure tree or is an artifact, so that
//!   the file reads in order with a screen reader (PDF/UA-1, PDF/A-3a).
//! - No glyph is ever missing without a word: what no font has is drawn as its code in
//!   brackets and said in [`Pages::warnings`].
//! - No content makes layout fail: a note of a megabyte, unpaired Markdown, a broken picture
//!   or a row of three pages all have a place on paper.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod document;
mod markdown;
pub mod part;

mod style;

mod display;
mod font;
mod image;
mod layout;
mod pages;

mod find;

mod outline;
mod pdf;
mod picture;

pub use find::{Found, Headed};
pub use layout::layout;
pub use markdown::markdown;
pub use outline::outline;
pub use pages::Pages;
pub use picture::Picture;

/// What can go wrong on the way to a PDF.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A font inside the program cannot be read.
    #[error("a font inside the program cannot be read")]
    Font,
    /// There is no page of this number.
    #[error("there is no page {0}")]
    NoPage(usize),
    /// The page could not be drawn.
    #[error("the page could not be drawn at this size")]
    Draw,
    /// The PDF could not be put together.
    #[error("the PDF could not be put together: {0}")]
    Pdf(&'static str),
    /// The PDF could not be written.
    #[error("the PDF could not be written")]
    Write(#[from] std::io::Error),
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 8.5 by 11 inches.
    Letter,
    /// 210 by 297 millimetres.
    A4,
}

impl Paper {
    /// Returns width and height in points.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Letter => (612.0, 792.0),
            Self::A4 => (595.276, 841.89),
        }
    }
}
