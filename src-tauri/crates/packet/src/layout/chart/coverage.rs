//! Bars that are all cut into the same parts, one below the other.

use super::{STEP, WORDS, shade};
use crate::display::{Mark, NodeId};
use crate::document::{Coverage, CoverageRow, Face, Ink};
use crate::layout::slab::Slab;
use crate::layout::{Frame, Setter};
use crate::style;

const TALL: f32 = 12.0;
/// Room for the sum at the right of its bar.
const SUM: f32 = 30.0;

impl Setter<'_> {
    pub(super) fn coverage(
        &mut self,
        coverage: &Coverage,
        frame: Frame,
        figure: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let start = into.len();
        for part in coverage.parts.chunks(5) {
            let legend = self.legend(part, frame, figure);
            into.push(legend);
        }
        for row in &coverage.rows {
            let slab = self.coverage_row(row, &coverage.parts, frame, figure);
            into.push(slab);
        }
        super::keep_some(into, start);
    }

    fn coverage_row(
        &mut self,
        row: &CoverageRow,
        parts: &[(String, Ink)],
        frame: Frame,
        figure: NodeId,
    ) -> Slab {
        let label = super::label_width(frame);
        let mut slab = Slab::space(2.0 * STEP + 3.0);
        slab.body.push(Mark::Begin(figure));
        self.row_label(&row.label, 2.0 * STEP, label, frame, &mut slab);
        let total: f32 = row.counts.iter().map(|count| super::count(*count)).sum();
        let (mut x, full) = (frame.x + label, frame.width - label - SUM);
        let y = (2.0 * STEP - TALL) / 2.0;
        slab.body.push(Mark::Rect {
            x,
            y,
            w: full,
            h: TALL,
            ink: style::TRACK,
        });
        for (count, (_, ink)) in row.counts.iter().zip(parts).filter(|(c, _)| **c > 0) {
            let w = full * super::count(*count) / total.max(1.0);
            self.part(*count, *ink, (x, y, w, TALL), &mut slab.body);
            x += w;
        }
        let sum = format!("{total:.0} ");
        let at = (frame.x + frame.width, y + TALL / 2.0 + WORDS * 0.34);
        let ink = style::rgb(Ink::Muted);
        self.word_ending_at(&sum, Face::Regular, at, WORDS, ink, &mut slab.body);
        slab.body.push(Mark::End);
        slab
    }

    /// One part of a bar, with its count where that fits.
    pub(super) fn part(
        &mut self,
        count: u32,
        ink: Ink,
        (x, y, w, h): (f32, f32, f32, f32),
        into: &mut Vec<Mark>,
    ) {
        // A white seam keeps parts apart in grey.
        let inner = (w - 1.0).max(0.6);
        shade::fill(x, y, (inner, h), ink, into);
        let words = format!("{count} ");
        let wide = self.shaper.width(Face::Semibold, WORDS, words.trim_end());
        if wide + 8.0 > inner {
            return;
        }
        // Figures stand on the plain colour, whatever the pattern.
        let middle = x + inner / 2.0;
        let color = style::rgb(ink);
        let paper = style::rgb(Ink::Paper);
        let (ground, words_ink) = if ink == Ink::Paper {
            (style::GROUND, style::rgb(Ink::Text))
        } else {
            (color, paper)
        };
        if shade::pattern(ink) != shade::Pattern::Solid {
            let pad = 2.6;
            into.push(Mark::Rect {
                x: middle - wide / 2.0 - pad,
                y: y + 1.0,
                w: wide + 2.0 * pad,
                h: h - 2.0,
                ink: ground,
            });
        }
        let at = (middle - wide / 2.0, y + h / 2.0 + WORDS * 0.34);
        self.word_at(&words, Face::Semibold, at, WORDS, words_ink, into);
    }
}
