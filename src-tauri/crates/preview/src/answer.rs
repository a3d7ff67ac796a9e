//! What is asked about evidence, and what is answered.

use serde::{Deserialize, Serialize};

use crate::limit;

/// What is asked about evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// To look at it, or to draw a page of it.
    pub what: What,
    /// What its name says.
    pub hint: Hint,
}

/// To look at evidence, or to draw a page of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// To say what it is and how it can be shown.
    Look,
    /// To draw a page, counted from 1, at a width in pixels or its natural one.
    Page {
        /// Which page; a picture is one.
        number: u32,
        /// How wide it is to be.
        width: Option<u32>,
    },
    /// To read all sheets of a workbook as text, whole or not at all.
    Sheets,
}

/// What a file's name says about text: nothing else is believed of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hint {
    /// Nothing.
    Nothing,
    /// That text is a table.
    Table,
}

impl Hint {
    /// Reads a file's name.
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let is_table = ["csv", "tsv", "tab"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending));
        if is_table { Self::Table } else { Self::Nothing }
    }
}

/// What can be shown of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// One picture, drawn at its natural width.
    Picture {
        /// Its own size, which may be larger.
        whole: Size,
        /// The picture.
        pixels: Pixels,
    },
    /// Pages that are drawn when they are asked for.
    Pages {
        /// The size of each at its natural width, in order.
        sizes: Vec<Size>,
        /// Pages in all.
        total: u32,
    },
    /// A page that was asked for.
    Page(Pixels),
    /// Text.
    Text {
        /// The text, or its beginning.
        text: String,
        /// Lines in all that were counted.
        lines: u32,
        /// How much of it is here.
        extent: Extent,
    },
    /// A table.
    Table {
        /// The rows, or the first of them.
        rows: Vec<Vec<String>>,
        /// Rows in all that were counted.
        total: u32,
        /// Columns of the widest row.
        columns: u32,
        /// How much of it is here.
        extent: Extent,
        /// How many sheets the workbook has of which this is the first; none when it is no
        /// workbook's.
        sheets: u32,
    },
    /// All sheets of a workbook.
    Sheets {
        /// The sheets in order, those that are hidden included.
        sheets: Vec<Sheet>,
        /// Whether macros lie in it. They are never looked at.
        macros: bool,
    },
    /// It cannot be shown.
    Unshown(Why),
}

/// A sheet of a workbook, as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows that hold something, in order.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Its number as programs of tables show it: counted from 1.
    pub number: u32,
    /// Its cells from the first column on. A day is written as ISO 8601 has it.
    pub cells: Vec<String>,
}

/// How much of text or a table is in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The beginning; the rest was counted.
    Beginning,
    /// The beginning; the rest is too much even to be counted.
    BeginningUncounted,
}

/// A size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

impl Size {
    /// Returns whether a picture of this size may be given to a page.
    pub(crate) fn is_given(self) -> bool {
        let edges = 1..=limit::EDGE;
        edges.contains(&self.width)
            && edges.contains(&self.height)
            && u64::from(self.width) * u64::from(self.height) <= limit::GIVEN
    }

    /// Returns the size that a page gets when it asks for a width, or for none.
    pub(crate) fn asked(self, width: Option<u32>) -> Self {
        let (wide, tall) = (f64::from(self.width.max(1)), f64::from(self.height.max(1)));
        let wanted = width.map_or_else(
            || (f64::from(limit::NATURAL_EDGE) / wide.max(tall)).min(1.0),
            |width| f64::from(width.clamp(limit::NARROWEST, limit::EDGE)) / wide,
        );
        let edge = f64::from(limit::EDGE);
        let area = (limit::GIVEN as f64 / (wide * tall)).sqrt();
        let scale = wanted.min(edge / wide).min(edge / tall).min(area);
        // Rounded down, so that no bound is passed; between 1 and the edge, so it fits.
        let pixels = |length: f64| ((length * scale) as u32).clamp(1, limit::EDGE);
        Self {
            width: pixels(wide),
            height: pixels(tall),
        }
    }
}

/// A picture as colours: three bytes for each pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    size: Size,
    rgb: Vec<u8>,
}

impl Pixels {
    /// Takes colours of a size; nothing when they do not fit it, or it is larger than a page
    /// is given.
    pub(crate) fn new(size: Size, rgb: Vec<u8>) -> Option<Self> {
        let fits = size.is_given() && rgb.len() == Self::length(size);
        fits.then_some(Self { size, rgb })
    }

    /// Returns the bytes that colours of a size have.
    pub(crate) fn length(size: Size) -> usize {
        3 * size.width as usize * size.height as usize
    }

    /// Returns the size.
    pub fn size(&self) -> Size {
        self.size
    }

    pub(crate) fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Returns the picture as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.size.width, self.size.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        // It goes to a page of this program and nowhere else: quick comes before small.
        encoder.set_compression(png::Compression::Fast);
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&self.rgb));
        // Memory takes all that is written, and the length was looked at.
        debug_assert!(written.is_ok());
        file
    }
}

/// Why evidence cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It has no bytes.
    Empty,
    /// A picture as telephones take it, for which there is no decoder here.
    Heic,
    /// A document of an office program.
    Office,
    /// Files packed into one.
    Archive,
    /// Sound or moving pictures.
    Media,
    /// It asks for a password.
    Password,
    /// A workbook with more cells than are read.
    TooManyCells,
    /// It unfolds to more than is looked at.
    Unfolds,
    /// It is no workbook, and one was asked for.
    NoWorkbook,
    /// It is not what its beginning says.
    Broken,
    /// It has more bytes than are looked at.
    TooLarge,
    /// It has more pixels than are drawn.
    TooManyPixels,
    /// There is no such page.
    NoPage,
    /// It took too long.
    TooLong,
    /// It took too much, or the decoder fell over it.
    GaveUp,
    /// Nothing here knows what it is.
    Unknown,
}
