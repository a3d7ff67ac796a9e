//! How cells look: legible in grey, and what is filled in told apart without its colour.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The ink of headings and rules.
const INK: Color = Color::RGB(0x1F_3A_4D);
/// The line between cells.
const LINE: Color = Color::RGB(0xC3_CA_D0);
/// Behind what is filled in.
const OPEN: Color = Color::RGB(0xFF_FB_E8);

/// The formats of a workbook.
pub(crate) struct Style {
    pub(crate) header: Format,
    pub(crate) header_open: Format,
    pub(crate) fixed: Cell,
    pub(crate) open: Cell,
    pub(crate) due: Format,
    pub(crate) title: Format,
    pub(crate) heading: Format,
    pub(crate) name: Format,
    pub(crate) prose: Cell,
}

/// A format of text, and the same for text that a program of tables might take for a formula
/// once somebody edits it.
pub(crate) struct Cell {
    plain: Format,
    quoted: Format,
}

impl Cell {
    fn new(plain: Format) -> Self {
        let quoted = plain.clone().set_quote_prefix();
        Self { plain, quoted }
    }

    /// Returns the format for a text.
    pub(crate) fn of(&self, text: &str) -> &Format {
        if text.starts_with(['=', '+', '-', '@']) {
            &self.quoted
        } else {
            &self.plain
        }
    }
}

impl Style {
    pub(crate) fn new() -> Self {
        let cell = || {
            Format::new()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE)
        };
        // Text in every cell that takes words: what is typed stays as it was typed.
        let open = || {
            cell()
                .set_num_format("@")
                .set_unlocked()
                .set_background_color(OPEN)
        };
        let header = || {
            cell()
                .set_bold()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(INK)
                .set_font_color(Color::White)
        };
        let prose = || {
            Format::new()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_align(FormatAlign::Left)
        };
        Self {
            header: header(),
            header_open: header().set_border_bottom(FormatBorder::Thick),
            fixed: Cell::new(cell()),
            open: Cell::new(open()),
            due: open()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            title: Format::new()
                .set_bold()
                .set_font_size(18)
                .set_font_color(INK),
            heading: Format::new()
                .set_bold()
                .set_font_size(13)
                .set_font_color(INK),
            name: prose().set_bold(),
            prose: Cell::new(prose()),
        }
    }
}
