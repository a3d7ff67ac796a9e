//! The table of contents: every entry links, and has room for a page number that is filled
//! in once pages are known.

use super::paragraph::{Setting, baseline};
use super::slab::Slab;
use super::{Frame, Setter};
use crate::display::{AnchorId, Mark, NodeId, Role, Target};
use crate::document::{Face, Ink, Run};
use crate::style::{self, Scale};

/// The deepest level that is listed; bookmarks go deeper.
const DEPTH: u8 = 2;
/// Room for the page number.
const NUMBER: f32 = 26.0;

impl Setter<'_> {
    pub(super) fn contents(&mut self, frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        let title = self.tree.add(node, Role::Paragraph);
        let start = into.len();
        let runs = [Run::set("Contents", Face::Bold)];
        self.paragraph(&runs, Setting::new(style::heading(1)), frame, title, into);
        for slab in into.iter_mut().skip(start) {
            slab.glue = true;
        }
        if let Some(first) = into.get_mut(start) {
            first.fresh = true;
        }
        let list = self.tree.add(node, Role::Contents);
        for (at, heading) in self.names.headings.iter().enumerate() {
            if heading.level <= DEPTH && !heading.text.is_empty() {
                let anchor = AnchorId(u32::try_from(at).unwrap_or(u32::MAX));
                self.entry(heading.level, &heading.text, anchor, frame, list, into);
            }
        }
    }

    fn entry(
        &mut self,
        level: u8,
        text: &str,
        anchor: AnchorId,
        frame: Frame,
        list: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let item = self.tree.add(list, Role::ContentsItem);
        let reference = self.tree.add(item, Role::Reference);
        let link = self.tree.add(reference, Role::Link);
        let target = self.push_target(Target::Anchor(anchor));
        let chapter = level == 1;
        let (face, scale, indent) = if chapter {
            (
                Face::Semibold,
                Scale {
                    size: 10.4,
                    line: 15.0,
                    before: 8.0,
                    after: 1.0,
                },
                0.0,
            )
        } else {
            (
                Face::Regular,
                Scale {
                    size: 9.4,
                    line: 13.6,
                    before: 0.0,
                    after: 0.6,
                },
                14.0,
            )
        };
        let start = into.len();
        let inner = frame.inset(indent, NUMBER + 8.0);
        self.paragraph(
            &[Run::set(text, face)],
            Setting::new(scale),
            inner,
            link,
            into,
        );
        let lines = into.len() - start;
        for (at, slab) in into.iter_mut().skip(start).enumerate() {
            slab.glue |= chapter;
            let (x, h) = (frame.x + indent, slab.height);
            let w = frame.width - indent;
            // The rectangle belongs inside the marked content of its link.
            let end = slab.body.len().saturating_sub(1);
            slab.body.insert(
                end,
                Mark::Link {
                    x,
                    y: 0.0,
                    w,
                    h,
                    target,
                    node: link,
                },
            );
            if at + 1 == lines {
                self_number(slab, anchor, frame, scale, &self.shaper);
            }
        }
    }
}

/// Leads the eye to the page number at the right edge.
fn self_number(
    slab: &mut Slab,
    anchor: AnchorId,
    frame: Frame,
    scale: Scale,
    shaper: &crate::font::Shaper,
) {
    let right = frame.x + frame.width;
    let y = baseline(scale);
    let end = slab
        .body
        .iter()
        .filter_map(|mark| match mark {
            Mark::Word { x, size, word, .. } => {
                Some(x + shaper.lexicon.get(*word).map_or(0.0, |w| w.width) * size / 1000.0)
            }
            _ => None,
        })
        .fold(frame.x, f32::max);
    let (from, to) = (end + 6.0, right - NUMBER);
    if to - from > 12.0 {
        slab.under.push(Mark::Dots {
            x: from,
            y: y - 0.8,
            dx: to - from,
            ink: style::RULE,
        });
    }
    let ink = style::rgb(Ink::Text);
    let last = slab.body.len().saturating_sub(1);
    slab.body.insert(
        last,
        Mark::PageOf {
            anchor,
            x: right,
            y,
            size: scale.size,
            ink,
        },
    );
}
