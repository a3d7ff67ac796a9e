//! A grid of counts.

use super::{WORDS, shade};
use crate::display::{Mark, NodeId};
use crate::document::{Face, Ink, Matrix};
use crate::layout::slab::Slab;
use crate::layout::{Frame, Setter};
use crate::style;

const CELL: f32 = 26.0;
const LABELS: f32 = 92.0;

impl Setter<'_> {
    /// Draws the grid: one slab, since a matrix has few rows.
    pub(super) fn matrix(
        &mut self,
        matrix: &Matrix,
        frame: Frame,
        figure: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let (rows, columns) = (index(matrix.rows.len()), index(matrix.columns.len().max(1)));
        let step = ((frame.width - LABELS) / columns).min(76.0);
        let mut slab = Slab::space(rows * CELL + 30.0);
        slab.before = 6.0;
        slab.after = 10.0;
        slab.body.push(Mark::Begin(figure));
        let (ink, muted) = (style::rgb(Ink::Text), style::rgb(Ink::Muted));
        let axis = format!("{} ", matrix.row_axis);
        let at = (frame.x, 9.0);
        self.word_at(&axis, Face::Semibold, at, WORDS, muted, &mut slab.body);
        for (r, (label, cells)) in matrix.rows.iter().zip(&matrix.cells).enumerate() {
            let y = 14.0 + index(r) * CELL;
            let label = self.shortened(label, Face::Regular, WORDS, LABELS - 8.0);
            let at = (frame.x, y + CELL / 2.0 + 2.6);
            self.word_at(
                &format!("{label} "),
                Face::Regular,
                at,
                WORDS,
                ink,
                &mut slab.body,
            );
            for (c, (words, tone)) in cells.iter().enumerate() {
                let x = frame.x + LABELS + index(c) * step;
                let (w, h) = (step - 2.0, CELL - 2.0);
                let (ground, ink) = shade::depth(*tone);
                slab.body.push(Mark::Rect {
                    x,
                    y,
                    w,
                    h,
                    ink: ground,
                });
                let at = (x + w / 2.0, y + h / 2.0 + 3.0);
                let spaced = format!("{words} ");
                self.word_about(&spaced, Face::Semibold, at, 9.0, ink, &mut slab.body);
            }
        }
        let y = 14.0 + rows * CELL + 9.0;
        for (c, label) in matrix.columns.iter().enumerate() {
            let label = self.shortened(label, Face::Regular, WORDS, step - 4.0);
            let at = (frame.x + LABELS + (index(c) + 0.5) * step - 1.0, y);
            self.word_about(
                &format!("{label} "),
                Face::Regular,
                at,
                WORDS,
                ink,
                &mut slab.body,
            );
        }
        let at = (frame.x, y);
        self.word_at(
            &matrix.column_axis,
            Face::Semibold,
            at,
            WORDS,
            muted,
            &mut slab.body,
        );
        slab.body.push(Mark::End);
        into.push(slab);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a matrix has few cells")]
fn index(of: usize) -> f32 {
    of as f32
}
