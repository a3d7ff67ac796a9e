//! Paragraphs: lines of words as slabs, with links, chips, widows and orphans.

use super::lines::{self, Line, Piece};
use super::slab::Slab;
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Paint, Path, Role};
use crate::document::{Face, Ink, Link, Run};
use crate::style::{self, Place, Rgb, Scale};

/// Where lines stand in their frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    End,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) scale: Scale,
    /// What [`Ink::Text`] means here.
    pub(super) ink: Rgb,
}

impl Setting {
    pub(super) fn new(scale: Scale) -> Self {
        Self {
            scale,
            ink: style::rgb(Ink::Text),
        }
    }
}

/// The baseline below a line's top: the small letters stand in its middle.
pub(super) fn baseline(scale: Scale) -> f32 {
    scale.line * 0.5 + scale.size * 0.33
}

impl Setter<'_> {
    /// Sets runs as a paragraph of a node: one slab for each line.
    pub(super) fn paragraph(
        &mut self,
        runs: &[Run],
        setting: Setting,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let scale = setting.scale;
        let mut lines = lines::lines(&mut self.shaper, runs, scale.size, frame.width);
        // A name in a row stands where the row's other cells begin, whichever way it reads.
        if let ([line], Place::Cell) = (lines.as_mut_slice(), frame.place) {
            line.rtl = false;
        }
        let links = self.links(runs, node);
        let count = lines.len();
        for (at, line) in lines.iter().enumerate() {
            let mut slab = Slab::space(scale.line);
            slab.before = if at == 0 { scale.before } else { 0.0 };
            slab.after = if at + 1 == count { scale.after } else { 0.0 };
            // Two lines at least stand at the foot and at the head of a page.
            slab.glue = at + 1 < count && (count < 4 || at == 0 || at + 2 == count);
            self.line(line, runs, &links, setting, frame, node, &mut slab);
            into.push(slab);
        }
    }

    /// The node and target of each run that leads somewhere.
    fn links(&mut self, runs: &[Run], node: NodeId) -> Vec<Option<(NodeId, u32)>> {
        if runs.iter().all(|run| run.link.is_none()) {
            return Vec::new();
        }
        let mut links = Vec::with_capacity(runs.len());
        for run in runs {
            let target = run.link.as_ref().and_then(|link| self.target(link));
            links.push(target.map(|target| (self.tree.add(node, Role::Link), target)));
        }
        links
    }

    #[expect(clippy::too_many_arguments, reason = "a line stands in all of these")]
    fn line(
        &mut self,
        line: &Line,
        runs: &[Run],
        links: &[Option<(NodeId, u32)>],
        setting: Setting,
        frame: Frame,
        node: NodeId,
        slab: &mut Slab,
    ) {
        let size = setting.scale.size;
        let base = baseline(setting.scale);
        let total: f32 = line.pieces.iter().map(|piece| piece.width).sum();
        let free = frame.width - line.width;
        let right = frame.width - total;
        let mut x = frame.x
            + match (frame.align, line.rtl) {
                (Align::Start, false) | (Align::End, true) => 0.0,
                (Align::Start, true) => right,
                (Align::End, false) => free,
            };
        // Pieces stand as they are seen, but are read as they are said: right-to-left words
        // come in the order of their letters, whatever their place.
        let mut said: Vec<(f32, &Piece)> = Vec::with_capacity(line.pieces.len());
        for piece in &line.pieces {
            said.push((x, piece));
            x += piece.width;
        }
        said.sort_by_key(|(_, piece)| piece.start);
        let mut open: Option<NodeId> = None;
        for (x, piece) in said {
            let Some(run) = runs.get(piece.run) else {
                continue;
            };
            let ink = if run.ink == Ink::Text {
                setting.ink
            } else {
                style::rgb(run.ink)
            };
            let link = links.get(piece.run).copied().flatten();
            let owner = link.map_or(node, |(node, _)| node);
            if run.chip {
                chip_ground(slab, x, piece.width - piece.trail, base, size, run.ink);
            }
            if open != Some(owner) {
                if open.is_some() {
                    slab.body.push(Mark::End);
                }
                slab.body.push(Mark::Begin(owner));
                open = Some(owner);
            }
            let from = slab.body.len();
            self.words(piece.entry.words(), (x, base), size, ink, &mut slab.body);
            if let Some(words) = slab.body.get_mut(from..).filter(|_| piece.rtl()) {
                words.reverse();
            }
            if let Some((node, target)) = link {
                let w = piece.width - piece.trail;
                let h = size * 1.25;
                extend_link(&mut slab.body, (x, base - size * 0.95, w, h), target, node);
                if matches!(run.link, Some(Link::Address(_))) {
                    let y = base + size * 0.16;
                    let width = style::HAIR;
                    slab.under.push(Mark::Line {
                        x,
                        y,
                        dx: w,
                        dy: 0.0,
                        width,
                        ink,
                    });
                }
            }
        }
        if open.is_some() {
            slab.body.push(Mark::End);
        }
    }

    /// Adds the marks of shaped words from a point on.
    fn words(
        &self,
        words: std::ops::Range<u32>,
        (mut x, y): (f32, f32),
        size: f32,
        ink: Rgb,
        into: &mut Vec<Mark>,
    ) {
        for word in words {
            into.push(Mark::Word {
                x,
                y,
                size,
                ink,
                word,
            });
            x += self.shaper.lexicon.get(word).map_or(0.0, |w| w.width) * size / 1000.0;
        }
    }

    /// Adds a short text on one line, from a point on.
    pub(super) fn word_at(
        &mut self,
        text: &str,
        face: Face,
        at: (f32, f32),
        size: f32,
        ink: Rgb,
        into: &mut Vec<Mark>,
    ) -> f32 {
        let mut x = at.0;
        for entry in self.shaper.line(face, text) {
            self.words(entry.words(), (x, at.1), size, ink, into);
            x += entry.width * size / 1000.0;
        }
        x - at.0
    }

    /// Adds a short text on one line that ends at a point.
    pub(super) fn word_ending_at(
        &mut self,
        text: &str,
        face: Face,
        (x, y): (f32, f32),
        size: f32,
        ink: Rgb,
        into: &mut Vec<Mark>,
    ) {
        let width = self.shaper.width(face, size, text);
        self.word_at(text, face, (x - width, y), size, ink, into);
    }

    /// Adds a short text on one line with its middle at a point.
    pub(super) fn word_about(
        &mut self,
        text: &str,
        face: Face,
        (x, y): (f32, f32),
        size: f32,
        ink: Rgb,
        into: &mut Vec<Mark>,
    ) {
        let width = self.shaper.width(face, size, text);
        self.word_at(text, face, (x - width / 2.0, y), size, ink, into);
    }

    /// Shortens a text with an ellipsis until it is no wider than a width.
    pub(super) fn shortened(
        &mut self,
        text: &str,
        face: Face,
        size: f32,
        width: f32,
    ) -> String {
        let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.shaper.width(face, size, &line) <= width {
            return line;
        }
        let letters: Vec<char> = line.chars().take(400).collect();
        let mut count = letters.len();
        while count > 1 {
            count -= 1;
            let head: String = letters.iter().take(count).collect();
            let short = format!("{}\u{2026}", head.trim_end());
            if self.shaper.width(face, size, &short) <= width {
                return short;
            }
        }
        String::new()
    }
}

/// Draws the ground of a status chip; it hangs a little beyond its words.
fn chip_ground(slab: &mut Slab, x: f32, width: f32, base: f32, size: f32, ink: Ink) {
    let hang = 3.0;
    let paint = Paint::Fill(style::tint(ink));
    let (top, h) = (base - size * 0.88, size * 1.2);
    let path = Path::rounded(x - hang, top, width + 2.0 * hang, h, 2.2, paint);
    slab.under.push(Mark::Path(Box::new(path)));
}

/// Adds a link's rectangle, or widens the last one where the link goes on.
fn extend_link(
    body: &mut Vec<Mark>,
    (x, y, w, h): (f32, f32, f32, f32),
    target: u32,
    node: NodeId,
) {
    for mark in body.iter_mut().rev() {
        match mark {
            Mark::Link {
                x: from,
                w: width,
                node: other,
                ..
            } if *other == node => {
                let right = (x + w).max(*from + *width);
                *from = from.min(x);
                *width = right - *from;
                return;
            }
            Mark::Begin(_) | Mark::Word { .. } => {}
            _ => break,
        }
    }
    body.push(Mark::Link {
        x,
        y,
        w,
        h,
        target,
        node,
    });
}
