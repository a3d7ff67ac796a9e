//! Charts drawn as shapes and words. Each is one figure with its alternative; each value
//! stands beside its colour in words, so that grey paper loses nothing.

mod coverage;
mod dial;
mod matrix;
mod shade;
mod stack;
mod timeline;

use super::slab::Slab;
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Paint, Path, Role};
use crate::document::{Bar, BigFigure, Chart, Face, Ink};
use crate::style::{self, Rgb};

/// The height of one bar and the step to the next.
const BAR: f32 = 7.0;
const STEP: f32 = 10.5;
/// The size of a chart's words.
const WORDS: f32 = 8.4;
/// Room for a value at the right of its bar.
const VALUE: f32 = 40.0;

impl Setter<'_> {
    pub(super) fn chart(
        &mut self,
        chart: &Chart,
        alternative: &str,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let figure = self.tree.add_with(node, Role::Figure, alternative);
        match chart {
            Chart::Dials(dials) => self.dials(dials, frame, figure, into),
            Chart::Stack(stack) => self.stack(stack, frame, figure, into),
            Chart::Matrix(matrix) => self.matrix(matrix, frame, figure, into),
            Chart::Coverage(coverage) => self.coverage(coverage, frame, figure, into),
            Chart::Timeline(timeline) => self.timeline(timeline, frame, figure, into),
        }
    }

    /// Bars in groups, one group a slab, so that a long chart may go over pages.
    pub(super) fn bars(
        &mut self,
        bars: &[Bar],
        alternative: &str,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let figure = self.tree.add_with(node, Role::Figure, alternative);
        let Some(first) = bars.first() else { return };
        let start = into.len();
        let series: Vec<(String, Rgb)> = first
            .values
            .iter()
            .enumerate()
            .map(|(at, (name, _))| (name.clone(), color(at)))
            .collect();
        let legend = self.series(&series, frame, figure);
        into.push(legend);
        for bar in bars {
            let slab = self.bar_group(bar, frame, figure);
            into.push(slab);
        }
        keep_some(into, start);
    }

    fn bar_group(&mut self, bar: &Bar, frame: Frame, figure: NodeId) -> Slab {
        #[expect(clippy::cast_precision_loss, reason = "a group has few bars")]
        let tall = bar.values.len().max(1) as f32 * STEP;
        let mut slab = Slab::space(tall + 6.0);
        let label = label_width(frame);
        let (ink, muted) = (style::rgb(Ink::Text), style::rgb(Ink::Muted));
        slab.body.push(Mark::Begin(figure));
        self.row_label(&bar.label, tall, label, frame, &mut slab);
        let (x, w) = (frame.x + label, frame.width - label - VALUE);
        for (at, (_, value)) in bar.values.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a group has few bars")]
            let y = at as f32 * STEP + (STEP - BAR) / 2.0;
            slab.body.push(Mark::Rect {
                x,
                y,
                w,
                h: BAR,
                ink: style::TRACK,
            });
            let share = value.map(share);
            if let Some(share) = share.filter(|share| *share > 0.0) {
                let w = (w * share).max(0.8);
                slab.body.push(Mark::Rect {
                    x,
                    y,
                    w,
                    h: BAR,
                    ink: color(at),
                });
            }
            let words = value.map_or_else(|| "\u{2013}".to_owned(), |v| format!("{v:.1}"));
            let at = (frame.x + frame.width, y + BAR - 0.9);
            let ink = if value.is_some() { ink } else { muted };
            self.word_ending_at(&words, Face::Regular, at, WORDS, ink, &mut slab.body);
        }
        slab.body.push(Mark::End);
        slab
    }

    /// The label at the left of a row, in the middle of a height.
    fn row_label(&mut self, label: &str, tall: f32, width: f32, frame: Frame, slab: &mut Slab) {
        let ink = style::rgb(Ink::Text);
        let lines = self.two_lines(label, width - 8.0);
        let mut y = tall / 2.0 + WORDS * 0.33;
        if lines.len() > 1 {
            y -= STEP / 2.0;
        }
        for line in lines {
            let spaced = format!("{line} ");
            let at = (frame.x, y);
            self.word_at(&spaced, Face::Regular, at, WORDS, ink, &mut slab.body);
            y += STEP;
        }
    }

    /// A label on one line, or on two where it needs them; the second is shortened.
    fn two_lines(&mut self, label: &str, width: f32) -> Vec<String> {
        let words: Vec<&str> = label.split_whitespace().collect();
        let mut first = 0;
        while first < words.len() {
            let head = words.get(..=first).unwrap_or_default().join(" ");
            if self.shaper.width(Face::Regular, WORDS, &head) > width {
                break;
            }
            first += 1;
        }
        let (head, tail) = words.split_at(first.max(1).min(words.len()));
        [head.join(" "), tail.join(" ")]
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(|line| self.shortened(&line, Face::Regular, WORDS, width))
            .collect()
    }

    /// What the parts of a bar stand for: their colour and pattern with their words.
    fn legend(&mut self, parts: &[(String, Ink)], frame: Frame, figure: NodeId) -> Slab {
        self.legend_of(parts, frame, figure, |x, y, ink, into| {
            shade::fill(x, y, (12.0, 8.0), *ink, into);
        })
    }

    /// What the bars of a group stand for.
    fn series(&mut self, series: &[(String, Rgb)], frame: Frame, figure: NodeId) -> Slab {
        self.legend_of(series, frame, figure, |x, y, fill, into| {
            let (w, h, ink) = (12.0, 8.0, *fill);
            into.push(Mark::Rect { x, y, w, h, ink });
        })
    }

    fn legend_of<T>(
        &mut self,
        names: &[(String, T)],
        frame: Frame,
        figure: NodeId,
        draw: impl Fn(f32, f32, &T, &mut Vec<Mark>),
    ) -> Slab {
        let mut slab = Slab::space(16.0);
        let ink = style::rgb(Ink::Muted);
        let (mut x, y) = (frame.x, 1.5);
        slab.body.push(Mark::Begin(figure));
        for (name, of) in names {
            draw(x, y, of, &mut slab.body);
            x += 16.0;
            let spaced = format!("{name} ");
            let at = (x, y + 7.0);
            x += self.word_at(&spaced, Face::Regular, at, WORDS, ink, &mut slab.body);
            x += 14.0;
        }
        slab.body.push(Mark::End);
        slab
    }

    /// Big numbers side by side.
    pub(super) fn figures(
        &mut self,
        figures: &[BigFigure],
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        for row in figures.chunks(4) {
            let mut slab = Slab::space(64.0);
            slab.before = 6.0;
            slab.after = 12.0;
            #[expect(clippy::cast_precision_loss, reason = "four at most")]
            let count = row.len() as f32;
            let step = (frame.width + 12.0) / count;
            let mut x = frame.x;
            for figure in row {
                self.tile(figure, x, step - 12.0, node, &mut slab);
                x += step;
            }
            into.push(slab);
        }
    }

    fn tile(&mut self, tile: &BigFigure, x: f32, w: f32, node: NodeId, slab: &mut Slab) {
        let node = self.tree.add(node, Role::Paragraph);
        let accent = style::rgb(Ink::Accent);
        slab.under.push(Mark::Rect {
            x,
            y: 0.0,
            w,
            h: slab.height,
            ink: style::GROUND,
        });
        slab.under.push(Mark::Rect {
            x,
            y: 0.0,
            w,
            h: 1.6,
            ink: accent,
        });
        let (room, x) = (w - 18.0, x + 9.0);
        let (ink, muted) = (style::rgb(Ink::Text), style::rgb(Ink::Muted));
        let mut line = |words: &str, face, y: f32, size: f32, ink, slab: &mut Slab| {
            let words = self.shortened(words, face, size, room);
            let spaced = format!("{words} ");
            self.word_at(&spaced, face, (x, y), size, ink, &mut slab.body);
        };
        slab.body.push(Mark::Begin(node));
        line(&tile.label, Face::Semibold, 16.0, WORDS, ink, slab);
        line(&tile.figure, Face::Semibold, 42.0, 24.0, accent, slab);
        line(&tile.remark, Face::Regular, 56.0, 7.8, muted, slab);
        slab.body.push(Mark::End);
    }
}

/// Keeps the rows of a short chart together, and the beginning of a long one.
fn keep_some(rows: &mut [Slab], start: usize) {
    let count = rows.len();
    for (at, slab) in rows.iter_mut().enumerate().skip(start) {
        slab.glue = at + 1 < count && (count - start < 14 || at < start + 2);
    }
    if let Some(first) = rows.get_mut(start) {
        first.before = 6.0;
    }
    if let Some(last) = rows.get_mut(start..).and_then(<[Slab]>::last_mut) {
        last.after = 12.0;
    }
}

/// Room for the labels at the left of a chart.
fn label_width(frame: Frame) -> f32 {
    (frame.width * 0.34).min(170.0)
}

#[expect(clippy::cast_precision_loss, reason = "a bar needs no exact count")]
fn count(of: u32) -> f32 {
    of as f32
}

/// The colour of a series: the second is lighter, so that grey tells them apart.
fn color(series: usize) -> Rgb {
    match series {
        0 => style::rgb(Ink::Accent),
        1 => style::SECOND,
        _ => style::STRONG_RULE,
    }
}

/// A value of 0 to 100 as a share.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a share needs no more than f32"
)]
fn share(value: f64) -> f32 {
    if value.is_finite() {
        (value / 100.0).clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

fn path(steps: Vec<crate::display::Step>, paint: Paint) -> Mark {
    Mark::Path(Box::new(Path { steps, paint }))
}
