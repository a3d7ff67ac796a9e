//! Half-circle gauges.

use std::f32::consts::PI;

use super::{WORDS, path, share};
use crate::display::{Mark, NodeId, Paint, Step};
use crate::document::{Dial, Face, Ink};
use crate::layout::slab::Slab;
use crate::layout::{Frame, Setter};
use crate::style::{self, Rgb};

const RADIUS: f32 = 44.0;
const WIDTH: f32 = 11.0;

impl Setter<'_> {
    pub(super) fn dials(
        &mut self,
        dials: &[Dial],
        frame: Frame,
        figure: NodeId,
        into: &mut Vec<Slab>,
    ) {
        for row in dials.chunks(4) {
            let mut slab = Slab::space(RADIUS + 46.0);
            slab.before = 6.0;
            slab.after = 10.0;
            #[expect(clippy::cast_precision_loss, reason = "four at most")]
            let step = frame.width / row.len() as f32;
            slab.body.push(Mark::Begin(figure));
            let mut x = frame.x + step / 2.0;
            for dial in row {
                self.dial(dial, (x, RADIUS + 8.0), step - 10.0, &mut slab);
                x += step;
            }
            slab.body.push(Mark::End);
            into.push(slab);
        }
    }

    fn dial(&mut self, dial: &Dial, (x, y): (f32, f32), room: f32, slab: &mut Slab) {
        slab.body.push(arc((x, y), 1.0, style::TRACK));
        let known = dial.value.filter(|value| value.is_finite());
        let value = known.map(share);
        if let Some(share) = value.filter(|share| *share > 0.0) {
            slab.body.push(arc((x, y), share, style::rgb(dial.ink)));
        }
        let words = known.map_or_else(
            || "\u{2013}".to_owned(),
            |v| format!("{:.0}", v.clamp(0.0, 100.0)),
        );
        let ink = style::rgb(Ink::Text);
        let spaced = format!("{words} ");
        self.word_about(
            &spaced,
            Face::Semibold,
            (x, y - 4.0),
            23.0,
            ink,
            &mut slab.body,
        );
        let label = self.shortened(&dial.label, Face::Semibold, WORDS, room);
        self.word_about(
            &label,
            Face::Semibold,
            (x, y + 15.0),
            WORDS,
            ink,
            &mut slab.body,
        );
        let word = self.shortened(&dial.word, Face::Regular, WORDS, room);
        let ink = style::rgb(dial.ink);
        self.word_about(
            &word,
            Face::Regular,
            (x, y + 27.0),
            WORDS,
            ink,
            &mut slab.body,
        );
    }
}

/// An arc from the left over the top, for a share of the half circle.
fn arc((x, y): (f32, f32), share: f32, ink: Rgb) -> Mark {
    let radius = RADIUS - WIDTH / 2.0;
    let pieces = 4;
    let turn = PI * share / 4.0;
    // The handles of a cubic that follows an arc of this turn.
    let handle = 4.0 / 3.0 * (turn / 4.0).tan() * radius;
    let at = |angle: f32| (x - radius * angle.cos(), y - radius * angle.sin());
    let (start_x, start_y) = at(0.0);
    let mut steps = vec![Step::Move(start_x, start_y)];
    let mut angle = 0.0;
    for _ in 0..pieces {
        let ((ax, ay), (bx, by)) = (at(angle), at(angle + turn));
        let (from, to) = (angle, angle + turn);
        steps.push(Step::Curve(
            ax + handle * from.sin(),
            ay - handle * from.cos(),
            bx - handle * to.sin(),
            by + handle * to.cos(),
            bx,
            by,
        ));
        angle = to;
    }
    path(steps, Paint::Stroke { ink, width: WIDTH })
}
