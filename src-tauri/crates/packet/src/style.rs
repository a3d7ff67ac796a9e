//! The page style: grid, type scale, colours. One place for every measure.

use crate::document::{Ink, Tone};

/// The width of the text; the same on both papers, so that lines break alike.
pub(crate) const WIDTH: f32 = 484.0;
/// Where text begins, from the top edge.
pub(crate) const TOP: f32 = 72.0;
/// Where text ends, from the bottom edge.
pub(crate) const BOTTOM: f32 = 66.0;
/// The baseline of the running head, from the top edge.
pub(crate) const HEAD: f32 = 42.0;
/// The baseline of the running foot, from the bottom edge.
pub(crate) const FOOT: f32 = 36.0;
/// The longest line of running text: about ninety letters.
pub(crate) const MEASURE: f32 = 424.0;
/// Space between table columns.
pub(crate) const GUTTER: f32 = 10.0;
/// Space above and below a cell's text.
pub(crate) const CELL: f32 = 4.2;
/// The indent of list items.
pub(crate) const INDENT: f32 = 14.0;
/// The width of the terms in a list of terms.
pub(crate) const TERM: f32 = 104.0;
/// A hairline.
pub(crate) const HAIR: f32 = 0.5;

/// Where a block stands, as far as the type scale cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the page itself.
    Page,
    /// In a cell or a term, where type is smaller.
    Cell,
}

/// Size and line height of a kind of text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    pub(crate) size: f32,
    pub(crate) line: f32,
    /// Space before, unless at the top of a page.
    pub(crate) before: f32,
    /// Space after.
    pub(crate) after: f32,
}

const fn scale_of(size: f32, line: f32, before: f32, after: f32) -> Scale {
    Scale {
        size,
        line,
        before,
        after,
    }
}

/// Returns the scale of a paragraph.
pub(crate) fn scale(tone: Tone, place: Place) -> Scale {
    match (tone, place) {
        (Tone::Body, Place::Page) => scale_of(9.8, 14.0, 0.0, 6.0),
        (Tone::Body, Place::Cell) => scale_of(8.8, 12.0, 0.0, 3.0),
        (Tone::Lead, _) => scale_of(12.4, 17.6, 0.0, 9.0),
        (Tone::Small, Place::Page) => scale_of(8.6, 12.0, 0.0, 5.0),
        (Tone::Small, Place::Cell) => scale_of(7.8, 10.6, 0.0, 2.0),
        (Tone::Label, _) => scale_of(8.6, 12.0, 7.0, 2.5),
    }
}

/// Returns the scale of code.
pub(crate) fn code(place: Place) -> Scale {
    match place {
        Place::Page => scale_of(8.4, 11.8, 2.0, 6.0),
        Place::Cell => scale_of(7.6, 10.4, 1.0, 3.0),
    }
}

/// Returns the scale of a heading.
pub(crate) fn heading(level: u8) -> Scale {
    match level {
        0 | 1 => scale_of(22.0, 27.0, 0.0, 14.0),
        2 => scale_of(14.4, 19.0, 20.0, 6.0),
        3 => scale_of(11.2, 15.0, 15.0, 4.0),
        _ => scale_of(9.8, 14.0, 10.0, 3.0),
    }
}

/// A colour as red, green and blue.
pub(crate) type Rgb = [u8; 3];

/// The lines of tables.
pub(crate) const RULE: Rgb = [0xc9, 0xd1, 0xd4];
/// The line under a table's header.
pub(crate) const STRONG_RULE: Rgb = [0x5b, 0x6b, 0x71];
/// The ground of callouts.
pub(crate) const GROUND: Rgb = [0xf1, 0xf5, 0xf6];
/// The empty part of a bar.
pub(crate) const TRACK: Rgb = [0xe4, 0xea, 0xec];
/// The second series of a chart: lighter, so that grey tells it from the first.
pub(crate) const SECOND: Rgb = [0x8f, 0xb4, 0xbc];

/// Returns the colour of an ink. Each has a contrast of at least 4.5 on white (WCAG 1.4.3).
pub(crate) fn rgb(ink: Ink) -> Rgb {
    match ink {
        Ink::Text => [0x1b, 0x23, 0x27],
        Ink::Muted => [0x58, 0x65, 0x6b],
        Ink::Accent => [0x0b, 0x55, 0x63],
        Ink::Good => [0x17, 0x65, 0x3d],
        Ink::Warn => [0x8a, 0x55, 0x05],
        Ink::Bad => [0xa6, 0x28, 0x23],
        Ink::Paper => [0xff, 0xff, 0xff],
    }
}

/// Returns the light ground of a chip or a callout in an ink.
pub(crate) fn tint(ink: Ink) -> Rgb {
    match ink {
        Ink::Text | Ink::Muted => [0xec, 0xf0, 0xf1],
        Ink::Accent | Ink::Paper => [0xe3, 0xef, 0xf1],
        Ink::Good => [0xe4, 0xf2, 0xe9],
        Ink::Warn => [0xfb, 0xf0, 0xdc],
        Ink::Bad => [0xfb, 0xe9, 0xe7],
    }
}

/// The relative luminance of a colour, from 0 to 1 (WCAG 2.2, "relative luminance").
pub(crate) fn luminance([r, g, b]: Rgb) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
pub(crate) fn contrast(one: Rgb, other: Rgb) -> f32 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../STYLE.md");

    /// The cells of the row that begins with a word, without the word.
    fn row(name: &str) -> Vec<&'static str> {
        let start = format!("| {name} |");
        let rows: Vec<&str> = PAGE
            .lines()
            .filter(|line| line.starts_with(&start))
            .collect();
        assert_eq!(rows.len(), 1, "STYLE.md has one row for {name}");
        let cells = rows[0].trim_matches('|').split('|').skip(1);
        cells.map(str::trim).collect()
    }

    fn numbers(name: &str) -> Vec<f32> {
        let cells = row(name).into_iter();
        cells.map(|cell| cell.parse().unwrap()).collect()
    }

    #[test]
    fn the_written_page_style_has_the_measures_of_this_file() {
        for (name, value) in [
            ("Width of text", WIDTH),
            ("Measure of running text", MEASURE),
            ("Text begins below the top edge", TOP),
            ("Text ends above the bottom edge", BOTTOM),
            ("Baseline of the running head, from the top edge", HEAD),
            ("Baseline of the running foot, from the bottom edge", FOOT),
            ("Space between table columns", GUTTER),
            ("Space above and below a cell's text", CELL),
            ("Indent of lists", INDENT),
            ("Width of terms", TERM),
            ("Hairline", HAIR),
        ] {
            assert_eq!(numbers(name), [value], "{name}");
        }
    }

    #[test]
    fn the_written_page_style_has_the_type_scale_of_this_file() {
        use Place::{Cell, Page};
        for (name, scale) in [
            ("Heading 1", heading(1)),
            ("Heading 2", heading(2)),
            ("Heading 3", heading(3)),
            ("Heading 4", heading(4)),
            ("Lead", scale(Tone::Lead, Page)),
            ("Body", scale(Tone::Body, Page)),
            ("Body in a cell", scale(Tone::Body, Cell)),
            ("Small", scale(Tone::Small, Page)),
            ("Small in a cell", scale(Tone::Small, Cell)),
            ("Label", scale(Tone::Label, Page)),
            ("Code", code(Page)),
            ("Code in a cell", code(Cell)),
        ] {
            let Scale {
                size,
                line,
                before,
                after,
            } = scale;
            assert_eq!(numbers(name), [size, line, before, after], "{name}");
        }
    }

    #[test]
    fn the_written_page_style_has_the_colours_of_this_file_and_all_can_be_read() {
        let hex = |[r, g, b]: Rgb| format!("#{r:02x}{g:02x}{b:02x}");
        for (name, ink) in [
            ("Text", Ink::Text),
            ("Muted", Ink::Muted),
            ("Accent", Ink::Accent),
            ("Good", Ink::Good),
            ("Warn", Ink::Warn),
            ("Bad", Ink::Bad),
        ] {
            assert_eq!(row(name), [hex(rgb(ink)), hex(tint(ink))], "{name}");
            assert!(
                contrast(rgb(ink), rgb(Ink::Paper)) >= 4.5,
                "{name} on white"
            );
            assert!(contrast(rgb(ink), tint(ink)) >= 4.5, "{name} on its ground");
        }
    }
}
