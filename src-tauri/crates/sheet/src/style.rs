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

/// The height of a line in points.
const LINE_HEIGHT: f64 = 15.0;

/// The tallest row that a program of tables shows (Microsoft's limits of Excel).
const TALLEST: f64 = 405.0;

/// Returns how high a row must be for texts in cells of these widths: not every program works
/// that out when it opens a workbook.
pub(crate) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let lines = cells.map(|(text, width)| lines(text, width)).max();
    let lines = f64::from(u32::try_from(lines.unwrap_or(1)).unwrap_or(u32::MAX));
    (lines * LINE_HEIGHT + 3.0).min(TALLEST)
}

/// Counts the lines of a text that is wrapped at its blanks.
fn lines(text: &str, width: f64) -> usize {
    // Letters are somewhat narrower than the figure that columns are measured by, also in the
    // wider fonts that stand in for the one asked for. Widths are positive and small.
    let room = (width * 1.05) as usize;
    let wide = |word: &str| {
        let size = |c: char| if c.len_utf8() > 2 { 2 } else { 1 };
        word.chars().map(size).sum::<usize>()
    };
    let mut lines = 0;
    for line in text.split('\n') {
        lines += 1;
        let mut used = 0;
        for word in line.split_whitespace().map(wide) {
            if used > 0 && used + 1 + word > room {
                lines += 1;
                used = 0;
            }
            used += word + usize::from(used > 0);
            lines += used.saturating_sub(1) / room.max(1);
            used = if used > room {
                used % room.max(1)
            } else {
                used
            };
        }
    }
    lines
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_the_longest_of_its_cells() {
        for (text, width, expected) in [
            ("", 20.0, 1),
            ("one line", 20.0, 1),
            ("a line that is wrapped at its blanks", 20.0, 2),
            ("first\nsecond\n\nfourth", 20.0, 4),
            ("awordthatislongerthanacellisandsoisbroken", 20.0, 2),
            ("\u{4e00}\u{4e00}\u{4e00}\u{4e00}\u{4e00}\u{4e00}", 10.0, 2),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
        let cells = [("a", 20.0), ("a\nb", 20.0)];
        assert!((height(cells.into_iter()) - 33.0).abs() < 0.01);
        let endless = "x ".repeat(9_000);
        assert!(height([(endless.as_str(), 20.0)].into_iter()) <= TALLEST);
    }
}
