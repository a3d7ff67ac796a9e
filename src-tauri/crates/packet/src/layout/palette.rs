//! Somebody's own accent colour, in the place of the program's on every page.
//!
//! Only colour changes: what stands where is the same for everybody.

use crate::display::{Mark, Page, Paint};
use crate::document::Ink;
use crate::style::{self, Rgb};

/// The least contrast of words on their ground (WCAG 2.2, 1.4.3).
const LEAST: f32 = 4.5;
const PAPER: Rgb = [0xff, 0xff, 0xff];

/// Colours in the place of the program's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Palette {
    /// For bars, rules and grounds.
    accent: Rgb,
    /// For words, which also stand on tinted grounds.
    words: Rgb,
    /// The light ground of what is marked with the accent.
    tint: Rgb,
    /// The second series of a chart.
    second: Rgb,
}

impl Palette {
    /// Returns the palette of an accent; the reason where it cannot be read on paper.
    pub(super) fn of(accent: Rgb) -> Result<Self, String> {
        let found = style::contrast(accent, PAPER);
        if found < LEAST {
            let [r, g, b] = accent;
            return Err(format!(
                "The colour #{r:02x}{g:02x}{b:02x} is too light for words on white paper: its \
                 contrast is {found:.1} and {LEAST} is needed. The program's own colour is used."
            ));
        }
        let tint = mixed(accent, PAPER, 0.12);
        let mut words = accent;
        // On its own tint the colour is a little weaker: words get a little darker there.
        let darkest = style::contrast([0; 3], tint);
        while style::contrast(words, tint) < LEAST.min(darkest) {
            words = mixed(words, [0; 3], 0.94);
        }
        let second = mixed(accent, PAPER, 0.45);
        Ok(Self {
            accent,
            words,
            tint,
            second,
        })
    }

    pub(super) fn paint(&self, page: &mut Page) {
        let marks = page.under.iter_mut().chain(&mut page.body);
        for mark in marks.chain(&mut page.running) {
            match mark {
                Mark::Word { ink, .. } | Mark::PageOf { ink, .. } => {
                    if *ink == style::rgb(Ink::Accent) {
                        *ink = self.words;
                    }
                }
                Mark::Rect { ink, .. } | Mark::Line { ink, .. } | Mark::Dots { ink, .. } => {
                    *ink = self.instead(*ink);
                }
                Mark::Path(path) => match &mut path.paint {
                    Paint::Fill(ink) | Paint::Stroke { ink, .. } => *ink = self.instead(*ink),
                },
                Mark::Begin(_)
                | Mark::End
                | Mark::Touch(_)
                | Mark::Image { .. }
                | Mark::Link { .. } => {}
            }
        }
    }

    fn instead(&self, ink: Rgb) -> Rgb {
        if ink == style::rgb(Ink::Accent) {
            self.accent
        } else if ink == style::tint(Ink::Accent) {
            self.tint
        } else if ink == style::SECOND {
            self.second
        } else {
            ink
        }
    }
}

/// So much of one colour, the rest of another.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a mean of two bytes is a byte"
)]
fn mixed(one: Rgb, other: Rgb, share: f32) -> Rgb {
    let mut mixed = other;
    for (into, from) in mixed.iter_mut().zip(one) {
        *into = (f32::from(from) * share + f32::from(*into) * (1.0 - share)).round() as u8;
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_with_its_contrast() {
        let why = Palette::of([0xff, 0xd7, 0x00]).unwrap_err();
        assert!(why.contains("#ffd700") && why.contains("1.4"), "{why}");
        assert!(Palette::of([0x77, 0x77, 0x77]).is_err());
        assert!(Palette::of([0x76, 0x76, 0x76]).is_ok());
    }

    #[test]
    fn words_in_any_colour_that_is_taken_can_be_read_on_every_ground() {
        for r in (0..=255).step_by(51) {
            for g in (0..=255).step_by(51) {
                for b in (0..=255).step_by(51) {
                    let Ok(palette) = Palette::of([r, g, b]) else {
                        continue;
                    };
                    assert!(style::contrast(palette.words, palette.tint) >= LEAST);
                    assert!(style::contrast(palette.words, style::GROUND) >= LEAST);
                    assert!(style::contrast(palette.accent, PAPER) >= LEAST);
                    let steps =
                        style::luminance(palette.second) - style::luminance(palette.accent);
                    assert!(steps > 0.1, "two series of {r} {g} {b} look alike in grey");
                }
            }
        }
    }
}
