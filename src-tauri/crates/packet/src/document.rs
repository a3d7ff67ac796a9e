//! What a document says, without a word on where it stands on the page.
//!
//! A [`Document`] is a list of [`Block`]s, a block holds [`Run`]s of words.
//! Nothing here has a coordinate, a font file or a page number.

mod chart;
mod text;

pub use chart::{
    Bar, BigFigure, Chart, Coverage, CoverageRow, Dial, Matrix, Part, Stack, Timeline,
    TimelineEntry,
};
pub use text::{Face, Ink, Link, Run, Tone};

use chrono::{DateTime, Utc};

/// The language that every document of this program is written in, as a BCP 47 tag.
pub const LANGUAGE: &str = "en-US";

/// A whole document.
///
/// The time and the identifier are given, never taken from the machine, so that the same
/// document gives the same bytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The title, shown by readers in place of the file's name.
    pub title: String,
    /// What the document is about, in a sentence.
    pub subject: String,
    /// Who answers for the document.
    pub author: String,
    /// When the document was made.
    pub created: DateTime<Utc>,
    /// Sixteen bytes that name this issue of the document.
    pub identifier: [u8; 16],
    /// At the foot of every page but the cover, on the left.
    pub foot: String,
    /// A banner on every page, the cover included; empty for none.
    pub banner: String,
    /// Files that go along inside the PDF, such as the data that the pages were made from.
    pub associated: Vec<Associated>,
    /// Whose document it is to look like.
    pub look: DocumentLook,
    /// What a person should know before the document leaves, such as a damaged exhibit.
    pub warnings: Vec<String>,
    /// The content in reading order.
    pub blocks: Vec<Block>,
}

/// A file inside the PDF that belongs to the whole document (ISO 19005-3, 6.8).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Associated {
    /// Its name, as a reader lists and saves it.
    pub name: String,
    /// Its media type, such as `application/json`.
    pub media_type: String,
    /// What it is, in a sentence.
    pub description: String,
    /// When it was last changed.
    pub modified: DateTime<Utc>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// The colour and the logos that somebody puts on their documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentLook {
    /// The accent colour as red, green and blue; `None` for the program's own.
    ///
    /// One that cannot be read on white paper (contrast below 4.5, WCAG 1.4.3) is not used, and
    /// a warning says so.
    pub accent: Option<[u8; 3]>,
    /// Logos from the left at the head of the cover.
    pub logos: Vec<PlacedLogo>,
}

/// A logo.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlacedLogo {
    /// The whole PNG file.
    pub png: Vec<u8>,
    /// What someone who cannot see it must know: whose it is.
    pub alternative: String,
}

/// One block of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading, kept with what follows it.
    Heading {
        /// 1 begins a chapter on a new page; 4 is the smallest.
        level: u8,
        /// The words.
        text: String,
        /// The name that [`Link::Anchor`] reaches it by; empty for none.
        anchor: String,
    },
    /// A paragraph in a tone.
    Paragraph(Tone, Vec<Run>),
    /// A list with numbers or bullets.
    List {
        /// Whether the items are counted.
        ordered: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A table that repeats its header on every page.
    Table(Table),
    /// Terms at the left, what they mean at the right.
    Terms(Vec<(String, Vec<Run>)>),
    /// A PNG or JPEG picture.
    ///
    /// The bytes are not trusted: what cannot be shown becomes a sentence and a warning.
    Image {
        /// The whole file.
        bytes: Vec<u8>,
        /// What someone who cannot see it must know.
        alternative: String,
        /// The words below it; empty for none.
        caption: String,
    },
    /// One page of an exhibit, as large as the page allows and kept whole with its words.
    ///
    /// The bytes are not trusted: what cannot be shown becomes a sentence and a warning.
    Exhibit {
        /// The words above it, such as "Exhibit 3, page 1 of 4".
        label: String,
        /// The whole PNG or JPEG file.
        png: Vec<u8>,
        /// What someone who cannot see it must know.
        alternative: String,
        /// The words below it; empty for none.
        caption: String,
    },
    /// Horizontal bars between 0 and 100 %, one group for each row.
    Bars {
        /// The rows from the top.
        bars: Vec<Bar>,
        /// What someone who cannot see it must know.
        alternative: String,
    },
    /// Any other chart.
    Chart {
        /// What is drawn.
        chart: Chart,
        /// What someone who cannot see it must know.
        alternative: String,
    },
    /// Big numbers side by side.
    Figures(Vec<BigFigure>),
    /// Blocks on a tinted ground with a bar in the accent colour.
    Callout(Vec<Block>),
    /// Blocks on a tinted ground with a bar in an ink; the words say what the ink hints at.
    Toned(Ink, Vec<Block>),
    /// Another's words, set in from the left.
    Quote(Vec<Block>),
    /// Text as it was typed: mono, line ends kept.
    Code(String),
    /// A page of its own with the title and what a reader must know first.
    Cover(Cover),
    /// The table of contents, filled with page numbers after layout.
    Contents,
    /// Blocks that stay together on one page where they fit.
    Together(Vec<Block>),
    /// An empty box to tick.
    TickBox,
    /// So many empty lines to write on.
    Lines(u8),
    /// A hairline across the text.
    Rule,
    /// What follows begins a new page.
    PageBreak,
    /// Empty height in points.
    Space(f32),
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The header's words, repeated on every page; empty for no header.
    pub header: Vec<String>,
    /// The rows, each cell a list of blocks; a row stays whole unless it is taller than a page.
    pub rows: Vec<Vec<Vec<Block>>>,
}

/// How wide a column is and where its text stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column {
    /// This many points.
    Fixed(f32),
    /// A share of what the other columns leave.
    Share(f32),
    /// This many points, figures at the right edge.
    Figure(f32),
}

/// The first page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cover {
    /// What kind of document it is.
    pub kind: String,
    /// The title: whom it is about.
    pub title: String,
    /// The line below it.
    pub subtitle: String,
    /// Facts as key and value.
    pub facts: Vec<(String, String)>,
    /// A marking such as "Confidential"; empty for none.
    pub marking: String,
    /// A sentence or two at the foot: what the document is not.
    pub note: String,
}

impl Block {
    /// Makes a paragraph of running text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(Tone::Body, vec![Run::plain(text)])
    }

    /// Makes a small grey paragraph.
    pub fn small(text: impl Into<String>) -> Self {
        Self::Paragraph(Tone::Small, vec![Run::plain(text).ink(Ink::Muted)])
    }

    /// Makes a short label above what it names.
    pub fn label(text: impl Into<String>) -> Self {
        Self::Paragraph(
            Tone::Label,
            vec![Run::set(text, Face::Semibold).ink(Ink::Accent)],
        )
    }

    /// Makes a heading.
    pub fn heading(level: u8, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
            anchor: anchor.into(),
        }
    }
}
