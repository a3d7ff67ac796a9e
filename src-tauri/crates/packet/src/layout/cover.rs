//! The cover: a page of its own, without a running head.

use super::paragraph::Setting;
use super::slab::{Slab, stacked};
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Paint, Path, Role};
use crate::document::{Cover, Face, Ink, Run};
use crate::style::{self, Place, Scale};

const KIND: Scale = Scale {
    size: 11.0,
    line: 15.0,
    before: 0.0,
    after: 10.0,
};
const TITLE: Scale = Scale {
    size: 32.0,
    line: 37.0,
    before: 0.0,
    after: 8.0,
};
const SUBTITLE: Scale = Scale {
    size: 15.0,
    line: 20.0,
    before: 0.0,
    after: 0.0,
};
const FACT: Scale = Scale {
    size: 9.8,
    line: 13.8,
    before: 0.0,
    after: 0.0,
};
const NOTE: Scale = Scale {
    size: 8.8,
    line: 12.4,
    before: 0.0,
    after: 0.0,
};
/// From the top of the text to the kind of document.
const DROP: f32 = 120.0;

impl Setter<'_> {
    pub(super) fn cover(
        &mut self,
        cover: &Cover,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        // Only a first page goes without a running head.
        self.covers |= into.is_empty();
        let node = self.tree.add(node, Role::Division);
        let height = self.body_height();
        let mut page = Slab {
            fresh: true,
            height,
            ..Slab::default()
        };
        let ink = style::rgb(Ink::Accent);
        let full = self.height;
        page.under.push(Mark::Rect {
            x: 0.0,
            y: -style::TOP,
            w: 14.0,
            h: full,
            ink,
        });
        let marked = self.marking(&cover.marking, frame, node, &mut page);
        self.place_logos(frame, frame.width - marked, node, &mut page);
        let mut y = DROP;
        let words = [Run::set(cover.kind.clone(), Face::Semibold).ink(Ink::Accent)];
        y = self.lay_lines(&words, KIND, frame, node, y, &mut page);
        let words = [Run::set(cover.title.clone(), Face::Bold)];
        y = self.lay_lines(&words, TITLE, frame, node, y, &mut page);
        let words = [Run::plain(cover.subtitle.clone()).ink(Ink::Muted)];
        y = self.lay_lines(&words, SUBTITLE, frame, node, y, &mut page);
        let (x, width) = (frame.x, 0.9);
        y += 22.0;
        page.under.push(Mark::Line {
            x,
            y,
            dx: 60.0,
            dy: 0.0,
            width,
            ink,
        });
        y = self.facts(cover, frame, node, y + 22.0, &mut page);
        self.cover_note(&cover.note, frame, node, y, &mut page);
        into.push(page);
        into.push(Slab {
            fresh: true,
            ..Slab::default()
        });
    }

    /// Lays a paragraph onto the page from a height on, and returns where it ends.
    fn lay_lines(
        &mut self,
        runs: &[Run],
        scale: Scale,
        frame: Frame,
        node: NodeId,
        y: f32,
        page: &mut Slab,
    ) -> f32 {
        let node = self.tree.add(node, Role::Paragraph);
        let mut slabs = Vec::new();
        self.paragraph(runs, Setting::new(scale), frame, node, &mut slabs);
        if slabs.is_empty() {
            return y;
        }
        let below = y + stacked(&slabs) + scale.after;
        let mut at = y;
        // A title of a hundred lines must not run off the page.
        for mut slab in slabs {
            if at + slab.height > page.height {
                break;
            }
            let step = slab.height;
            slab.push_down(at);
            page.under.append(&mut slab.under);
            page.body.append(&mut slab.body);
            at += step;
        }
        below.min(page.height)
    }

    fn facts(
        &mut self,
        cover: &Cover,
        frame: Frame,
        node: NodeId,
        mut y: f32,
        page: &mut Slab,
    ) -> f32 {
        let key = Frame {
            width: 100.0,
            place: Place::Cell,
            ..frame
        };
        let value = Frame {
            place: Place::Cell,
            ..frame.inset(112.0, 40.0)
        };
        for (name, words) in &cover.facts {
            let runs = [Run::plain(name.clone()).ink(Ink::Muted)];
            let left = self.lay_lines(&runs, FACT, key, node, y, page);
            let runs = [Run::plain(words.clone())];
            let right = self.lay_lines(&runs, FACT, value, node, y, page);
            y = left.max(right) + 3.4;
        }
        y
    }

    /// A marking such as "Confidential" in a frame at the head. Returns how wide it is.
    fn marking(&mut self, marking: &str, frame: Frame, node: NodeId, page: &mut Slab) -> f32 {
        let marking = marking.trim();
        if marking.is_empty() {
            return 0.0;
        }
        let (face, size, pad) = (Face::Semibold, 9.6, 9.0);
        let words = self.shortened(marking, face, size, frame.width - 2.0 * pad);
        let width = self.shaper.width(face, size, &words) + 2.0 * pad;
        let ink = style::rgb(Ink::Bad);
        let (x, y) = (frame.x + frame.width - width, -4.0);
        let paint = Paint::Stroke { ink, width: 0.9 };
        page.under.push(Mark::Path(Box::new(Path::rounded(
            x, y, width, 22.0, 2.5, paint,
        ))));
        let node = self.tree.add(node, Role::Paragraph);
        page.body.push(Mark::Begin(node));
        self.word_at(&words, face, (x + pad, y + 14.4), size, ink, &mut page.body);
        page.body.push(Mark::End);
        width
    }

    /// What the document is not, at the foot.
    fn cover_note(
        &mut self,
        note: &str,
        frame: Frame,
        node: NodeId,
        least: f32,
        page: &mut Slab,
    ) {
        let narrow = Frame {
            width: style::MEASURE,
            ..frame
        };
        let runs = [Run::plain(note).ink(Ink::Muted)];
        let lines = super::lines::lines(&mut self.shaper, &runs, NOTE.size, narrow.width).len();
        if lines == 0 {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "a note has few lines")]
        let tall = lines as f32 * NOTE.line;
        let y = (page.height - tall).max(least + 14.0);
        let (x, dx, width) = (frame.x, frame.width, style::HAIR);
        let ink = style::RULE;
        page.under.push(Mark::Line {
            x,
            y: y - 11.0,
            dx,
            dy: 0.0,
            width,
            ink,
        });
        self.lay_lines(&runs, NOTE, narrow, node, y, page);
    }
}
