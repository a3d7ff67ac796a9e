//! One bar cut into parts, with a legend that says each count.

use super::{WORDS, count};
use crate::display::{Mark, NodeId};
use crate::document::{Face, Ink, Stack};
use crate::layout::slab::Slab;
use crate::layout::{Frame, Setter};
use crate::style;

const TALL: f32 = 18.0;

impl Setter<'_> {
    pub(super) fn stack(
        &mut self,
        stack: &Stack,
        frame: Frame,
        figure: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let total: f32 = stack.parts.iter().map(|part| count(part.count)).sum();
        let mut slab = Slab::space(12.0 + TALL);
        slab.before = 6.0;
        slab.glue = true;
        slab.body.push(Mark::Begin(figure));
        let label = self.shortened(&stack.label, Face::Semibold, WORDS, frame.width);
        let label = format!("{label} ");
        let ink = style::rgb(Ink::Text);
        self.word_at(
            &label,
            Face::Semibold,
            (frame.x, 7.0),
            WORDS,
            ink,
            &mut slab.body,
        );
        let (y, h) = (12.0, TALL);
        let (mut x, full) = (frame.x, frame.width);
        slab.body.push(Mark::Rect {
            x,
            y,
            w: full,
            h,
            ink: style::TRACK,
        });
        for part in stack.parts.iter().filter(|part| part.count > 0) {
            let w = full * count(part.count) / total.max(1.0);
            self.part(part.count, part.ink, (x, y, w, h), &mut slab.body);
            x += w;
        }
        slab.body.push(Mark::End);
        into.push(slab);
        let parts: Vec<_> = stack
            .parts
            .iter()
            .map(|part| (format!("{} {}", part.label, part.count), part.ink))
            .collect();
        for row in parts.chunks(5) {
            let mut legend = self.legend(row, frame, figure);
            legend.before = 5.0;
            legend.after = 10.0;
            into.push(legend);
        }
    }
}
