//! One block after another into slabs.

use super::paragraph::{Setting, baseline};
use super::slab::{Ground, Row, Slab, solidify, stacked};
use super::{Frame, Setter};
use crate::display::{AnchorId, Mark, NodeId, Paint, Path, Role};
use crate::document::{Block, Face, Ink, Run, Tone};
use crate::style::{self, Place, Scale};

/// Callouts and groups up to this share of a page are kept whole.
const WHOLE: f32 = 0.45;
/// A row on the page that is taller than this share of it may be cut in need.
const TALL: f32 = 0.5;

impl Setter<'_> {
    pub(super) fn block(
        &mut self,
        block: &Block,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        match block {
            Block::Heading { level, text, .. } => self.heading(*level, text, frame, node, into),
            Block::Paragraph(tone, runs) => self.toned(*tone, runs, frame, node, into),
            Block::List { ordered, items } => self.list(*ordered, items, frame, node, into),
            Block::Table(table) => self.table(table, frame, node, into),
            Block::Terms(terms) => self.terms(terms, frame, node, into),
            Block::Image {
                bytes,
                alternative,
                caption,
            } => {
                self.image(bytes, (alternative, caption), frame, node, into);
            }
            Block::Exhibit {
                label,
                png,
                alternative,
                caption,
            } => {
                self.exhibit(label, png, (alternative, caption), frame, node, into);
            }
            Block::Bars { bars, alternative } => {
                self.bars(bars, alternative, frame, node, into);
            }
            Block::Chart { chart, alternative } => {
                self.chart(chart, alternative, frame, node, into);
            }
            Block::Figures(figures) => self.figures(figures, frame, node, into),
            Block::Callout(blocks) => self.callout(Ink::Accent, blocks, frame, node, into),
            Block::Toned(ink, blocks) => self.callout(*ink, blocks, frame, node, into),
            Block::Quote(blocks) => self.quote(blocks, frame, node, into),
            Block::Code(code) => self.code(code, frame, node, into),
            Block::Cover(cover) => self.cover(cover, frame, node, into),
            Block::Contents => self.contents(frame, node, into),
            Block::Together(blocks) => self.together(blocks, frame, node, into),
            Block::TickBox => into.push(tick_box(frame)),
            Block::Lines(count) => into.push(lines_to_write_on(*count, frame)),
            Block::Rule => into.push(rule(frame)),
            Block::PageBreak => into.push(Slab {
                fresh: true,
                ..Slab::default()
            }),
            Block::Space(height) => into.push(Slab::space(height.clamp(0.0, 400.0))),
        }
    }

    fn heading(
        &mut self,
        level: u8,
        text: &str,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let number = u32::try_from(self.headings).unwrap_or(u32::MAX);
        self.headings += 1;
        let level = level.clamp(1, 4);
        let on_page = frame.place == Place::Page;
        let start = into.len();
        if level == 1 && on_page {
            let mut mark = chapter_mark(frame);
            // Without a cover, logos stand above the first chapter's title.
            self.logos_above(frame, node, &mut mark);
            into.push(mark);
        }
        // ISO 14289-1, 7.4.2: a heading's level never skips one.
        self.level = level.min(self.level + 1);
        let node = self.tree.add(node, Role::Heading(self.level));
        let ink = if level == 2 { Ink::Accent } else { Ink::Text };
        let face = if level == 1 {
            Face::Bold
        } else {
            Face::Semibold
        };
        let scale = match frame.place {
            Place::Page => style::heading(level),
            Place::Cell => Scale {
                before: 4.0,
                ..style::scale(Tone::Body, Place::Cell)
            },
        };
        let runs = [Run::set(text, face).ink(ink)];
        self.paragraph(&runs, Setting::new(scale), frame, node, into);
        for slab in into.iter_mut().skip(start) {
            slab.glue = true;
        }
        if let Some(first) = into.get_mut(start) {
            first.anchor = Some(AnchorId(number));
            first.heads = on_page.then_some((level, number)).filter(|_| level < 4);
        }
    }

    pub(super) fn toned(
        &mut self,
        tone: Tone,
        runs: &[Run],
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let node = self.tree.add(node, Role::Paragraph);
        let frame = Frame {
            width: frame.measure(),
            ..frame
        };
        let start = into.len();
        let setting = Setting::new(style::scale(tone, frame.place));
        self.paragraph(runs, setting, frame, node, into);
        if tone == Tone::Label {
            for slab in into.iter_mut().skip(start) {
                slab.glue = true;
            }
        }
    }

    fn list(
        &mut self,
        ordered: bool,
        items: &[Vec<Block>],
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let list = self.tree.add(node, Role::List { ordered });
        let frame = Frame {
            width: frame.measure(),
            ..frame
        };
        let scale = style::scale(Tone::Body, frame.place);
        let widest = format!("{}.", items.len());
        let indent = if ordered {
            style::INDENT.max(self.shaper.width(Face::Regular, scale.size, &widest) + 5.0)
        } else {
            style::INDENT
        };
        let ink = style::rgb(Ink::Accent);
        for (at, item) in items.iter().enumerate() {
            let start = into.len();
            let node = self.tree.add(list, Role::Item);
            let label = self.tree.add(node, Role::Label);
            let body = self.tree.add(node, Role::ItemBody);
            self.blocks(item, frame.inset(indent, 0.0), body, into);
            if into.len() == start {
                into.push(Slab::space(scale.line));
            }
            let marker = if ordered {
                format!("{}.", at + 1)
            } else {
                "\u{2022}".to_owned()
            };
            let mut marks = vec![Mark::Begin(label)];
            let from = (frame.x + if ordered { 0.0 } else { 3.0 }, baseline(scale));
            self.word_at(&marker, Face::Regular, from, scale.size, ink, &mut marks);
            marks.push(Mark::End);
            if let Some(first) = into.get_mut(start) {
                marks.append(&mut first.body);
                first.body = marks;
            }
            if let Some(last) = into.last_mut() {
                last.after = if at + 1 == items.len() {
                    scale.after
                } else {
                    2.6
                };
            }
        }
    }

    fn terms(
        &mut self,
        terms: &[(String, Vec<Run>)],
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let list = self.tree.add(node, Role::List { ordered: false });
        let setting = Setting::new(style::scale(Tone::Body, Place::Cell));
        let key = style::TERM.min(frame.width * 0.34);
        let gap = style::GUTTER;
        let left = Frame {
            width: key,
            place: Place::Cell,
            ..frame
        };
        let right = Frame {
            place: Place::Cell,
            ..frame.inset(key + gap, 0.0)
        };
        let right = Frame {
            width: right.width.min(style::MEASURE),
            ..right
        };
        let count = terms.len();
        for (at, (term, runs)) in terms.iter().enumerate() {
            let item = self.tree.add(list, Role::Item);
            let label = self.tree.add(item, Role::Label);
            let body = self.tree.add(item, Role::ItemBody);
            let mut row = Row {
                top: 1.4,
                bottom: 1.4,
                ..Row::default()
            };
            let mut keys = Vec::new();
            let words = [Run::plain(term.clone()).ink(Ink::Muted)];
            self.paragraph(&words, setting, left, label, &mut keys);
            let mut values = Vec::new();
            self.paragraph(runs, setting, right, body, &mut values);
            row.cells = vec![keys, values];
            let mut slab = self.row(row, None, frame.place);
            slab.before = if at == 0 { 2.0 } else { 0.0 };
            slab.after = if at + 1 == count { 6.0 } else { 0.0 };
            slab.glue = count > 1 && (at == 0 || at + 2 == count);
            into.push(slab);
        }
    }

    /// Makes a row one slab, or leaves it to be cut: where it is taller than a page, or so tall
    /// that no page may hold it with the heading above it.
    pub(super) fn row(&mut self, row: Row, header: Option<u32>, place: Place) -> Slab {
        let above = header
            .and_then(|header| self.flow.repeated(header))
            .map_or(0.0, |header| header.height);
        let height = row.height();
        let share = match place {
            Place::Page => TALL,
            Place::Cell => 1.0,
        };
        let mut slab = if height > (self.body_height() - above) * share {
            Slab {
                height,
                row: Some(Box::new(row)),
                ..Slab::default()
            }
        } else {
            row.whole()
        };
        slab.header = header;
        slab
    }

    fn callout(
        &mut self,
        ink: Ink,
        blocks: &[Block],
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let fill = if ink == Ink::Accent {
            style::GROUND
        } else {
            style::tint(ink)
        };
        let node = self.tree.add(node, Role::Division);
        let ground = Ground {
            x: frame.x,
            width: frame.width,
            fill: Some(fill),
            bar: style::rgb(ink),
        };
        self.on_ground(ground, blocks, frame.inset(15.0, 13.0), node, 9.0, into);
    }

    fn quote(&mut self, blocks: &[Block], frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        let node = self.tree.add(node, Role::Quote);
        let ground = Ground {
            x: frame.x,
            width: 2.4,
            fill: None,
            bar: style::RULE,
        };
        self.on_ground(ground, blocks, frame.inset(13.0, 0.0), node, 2.0, into);
    }

    fn on_ground(
        &mut self,
        ground: Ground,
        blocks: &[Block],
        frame: Frame,
        node: NodeId,
        pad: f32,
        into: &mut Vec<Slab>,
    ) {
        let id = self.flow.add_ground(ground);
        let mut slabs = Vec::new();
        self.blocks(blocks, frame, node, &mut slabs);
        solidify(&mut slabs, pad, pad);
        let whole = stacked(&slabs) < self.body_height() * WHOLE;
        let count = slabs.len();
        for (at, slab) in slabs.iter_mut().enumerate() {
            slab.grounds.insert(0, id);
            slab.glue |= whole && at + 1 < count;
        }
        if let Some(first) = slabs.first_mut() {
            first.before = 7.0;
        }
        if let Some(last) = slabs.last_mut() {
            last.after = 9.0;
            last.glue = false;
        }
        into.append(&mut slabs);
    }

    fn code(&mut self, code: &str, frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        let paragraph = self.tree.add(node, Role::Paragraph);
        let node = self.tree.add(paragraph, Role::Code);
        let id = self.flow.add_ground(Ground {
            x: frame.x,
            width: frame.width,
            fill: Some(style::GROUND),
            bar: style::RULE,
        });
        let runs = [Run::set(code.replace('\t', "    "), Face::Mono)];
        let mut slabs = Vec::new();
        let setting = Setting::new(style::code(frame.place));
        self.paragraph(&runs, setting, frame.inset(11.0, 8.0), node, &mut slabs);
        solidify(&mut slabs, 5.0, 5.0);
        for slab in &mut slabs {
            slab.grounds.insert(0, id);
        }
        if let Some(last) = slabs.last_mut() {
            last.after = 7.0;
        }
        into.append(&mut slabs);
    }

    fn together(&mut self, blocks: &[Block], frame: Frame, node: NodeId, into: &mut Vec<Slab>) {
        let start = into.len();
        self.blocks(blocks, frame, node, into);
        // What no page holds as a whole is better broken where its blocks allow.
        if stacked(into.get(start..).unwrap_or_default()) > self.body_height() {
            return;
        }
        let count = into.len();
        for slab in into.iter_mut().take(count.saturating_sub(1)).skip(start) {
            slab.glue = true;
        }
    }
}

fn rule(frame: Frame) -> Slab {
    let mut slab = Slab::space(1.0);
    slab.before = 8.0;
    slab.after = 8.0;
    let (x, dx, width) = (frame.x, frame.width, style::HAIR);
    slab.under.push(Mark::Line {
        x,
        y: 0.5,
        dx,
        dy: 0.0,
        width,
        ink: style::RULE,
    });
    slab
}

/// A box that a pen can tick.
fn tick_box(frame: Frame) -> Slab {
    const SIDE: f32 = 9.5;
    let mut slab = Slab::space(SIDE + 2.5);
    let ink = style::STRONG_RULE;
    let paint = Paint::Stroke { ink, width: 0.8 };
    let path = Path::rounded(frame.x + 0.5, 1.5, SIDE, SIDE, 1.4, paint);
    slab.under.push(Mark::Path(Box::new(path)));
    slab
}

/// Room for a hand: a line every quarter inch.
fn lines_to_write_on(count: u8, frame: Frame) -> Slab {
    const STEP: f32 = 18.0;
    let mut slab = Slab::space(STEP * f32::from(count));
    slab.after = 8.0;
    let (x, dx, width) = (frame.x, frame.width, style::HAIR);
    for number in 1..=count {
        let y = STEP * f32::from(number) - 1.0;
        slab.under.push(Mark::Line {
            x,
            y,
            dx,
            dy: 0.0,
            width,
            ink: style::RULE,
        });
    }
    slab
}

/// The short bar above a chapter's title.
fn chapter_mark(frame: Frame) -> Slab {
    let mut slab = Slab::space(13.0);
    slab.fresh = true;
    let ink = style::rgb(Ink::Accent);
    slab.under.push(Mark::Rect {
        x: frame.x,
        y: 0.0,
        w: 30.0,
        h: 3.0,
        ink,
    });
    slab
}
