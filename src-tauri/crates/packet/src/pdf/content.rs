//! A page's marks as drawing steps in PDF's coordinates: words joined to runs, every mark
//! inside the content of its node or an artifact.

use super::codes::Codes;
use crate::display::{Mark, Page, Paint, Path, Step};
use crate::font::{Glyph, Shaped};
use crate::pages::Pages;
use crate::style::Rgb;

/// What a page can be drawn on. Coordinates are points from the lower left corner.
pub(super) trait Drawing {
    fn begin_content(&mut self, tag: &str, mcid: usize);
    fn begin_artifact(&mut self, kind: Option<&str>);
    fn begin_replaced(&mut self, text: &str);
    fn end(&mut self);
    fn begin_text(&mut self);
    fn end_text(&mut self);
    fn font(&mut self, name: &str, size: f32);
    fn fill(&mut self, ink: [f32; 3]);
    fn stroke(&mut self, ink: [f32; 3]);
    fn line_width(&mut self, width: f32);
    fn text(&mut self, run: TextRun);
    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32);
    fn line(&mut self, from: (f32, f32), to: (f32, f32));
    fn dots(&mut self, from: (f32, f32), to: (f32, f32), width: f32, gap: f32);
    fn path(&mut self, path: &Path);
    fn image(&mut self, name: &str, matrix: [f32; 6]);
}

/// Glyphs on one baseline.
#[derive(Debug, Default)]
pub(super) struct TextRun {
    pub(super) x: f32,
    pub(super) y: f32,
    /// For each part how far the pen goes back before it, in thousandths of the type size,
    /// and the codes of its glyphs, two bytes each.
    pub(super) parts: Vec<(f32, Vec<u8>)>,
}

/// A run that still grows.
struct Open {
    run: TextRun,
    font: u8,
    size: f32,
    ink: Rgb,
    pen: f64,
}

/// Puts marks on a drawing.
pub(super) struct Canvas<'a, D> {
    pages: &'a Pages,
    codes: &'a Codes,
    height: f32,
    on: &'a mut D,
    open: Option<Open>,
    in_text: bool,
    font: Option<(u8, f32)>,
    fill: Option<Rgb>,
    stroke: Option<Rgb>,
    width: Option<f32>,
    mcid: usize,
}

impl<'a, D: Drawing> Canvas<'a, D> {
    pub(super) fn new(pages: &'a Pages, codes: &'a Codes, height: f32, on: &'a mut D) -> Self {
        Self {
            pages,
            codes,
            height,
            on,
            open: None,
            in_text: false,
            font: None,
            fill: None,
            stroke: None,
            width: None,
            mcid: 0,
        }
    }

    pub(super) fn page(&mut self, page: &Page) {
        self.artifacts(&page.under, None);
        for mark in &page.body {
            self.mark(mark);
        }
        self.artifacts(&page.running, Some("Pagination"));
        self.end_text();
    }

    fn artifacts(&mut self, marks: &[Mark], kind: Option<&str>) {
        if marks.is_empty() {
            return;
        }
        self.on.begin_artifact(kind);
        for mark in marks {
            self.mark(mark);
        }
        self.end_text();
        self.on.end();
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Begin(node) => {
                self.end_text();
                let tag = self
                    .pages
                    .tree
                    .get(*node)
                    .map_or("P", |node| node.role.tag());
                self.on.begin_content(tag, self.mcid);
                self.mcid += 1;
            }
            Mark::End => {
                self.end_text();
                self.on.end();
            }
            Mark::Word {
                x,
                y,
                size,
                ink,
                word,
            } => {
                if let Some(shaped) = self.pages.lexicon.get(*word) {
                    self.word(shaped, *word, (*x, *y), *size, *ink);
                }
            }
            Mark::Rect { x, y, w, h, ink } => {
                self.end_text();
                self.set_fill(*ink);
                self.on
                    .rectangle(r(*x), r(self.height - y - h), r(*w), r(*h));
            }
            Mark::Line {
                x,
                y,
                dx,
                dy,
                width,
                ink,
            } => {
                self.end_text();
                self.set_stroke(*ink);
                self.set_width(*width);
                let y = self.height - y;
                self.on.line((r(*x), r(y)), (r(x + dx), r(y - dy)));
            }
            Mark::Dots { x, y, dx, ink } => {
                self.end_text();
                self.set_stroke(*ink);
                let y = r(self.height - y);
                self.on.dots((r(*x), y), (r(x + dx), y), 1.0, 4.0);
            }
            Mark::Path(path) => self.path(path),
            Mark::Image { image, x, y, w, h } => {
                self.end_text();
                let turns = self
                    .pages
                    .images
                    .get(*image as usize)
                    .map_or(0, |i| i.turns());
                let matrix = upright(turns, *x, self.height - y - h, *w, *h);
                self.on.image(&format!("I{image}"), matrix.map(r));
            }
            Mark::Touch(_) | Mark::Link { .. } | Mark::PageOf { .. } => {}
        }
    }

    fn path(&mut self, path: &Path) {
        self.end_text();
        match path.paint {
            Paint::Fill(ink) => self.set_fill(ink),
            Paint::Stroke { ink, width } => {
                self.set_stroke(ink);
                self.set_width(width);
            }
        }
        let flip = |y: f32| r(self.height - y);
        let steps = path
            .steps
            .iter()
            .map(|step| match *step {
                Step::Move(x, y) => Step::Move(r(x), flip(y)),
                Step::Line(x, y) => Step::Line(r(x), flip(y)),
                Step::Curve(a, b, c, d, x, y) => {
                    Step::Curve(r(a), flip(b), r(c), flip(d), r(x), flip(y))
                }
                Step::Close => Step::Close,
            })
            .collect();
        self.on.path(&Path {
            steps,
            paint: path.paint,
        });
    }

    fn word(&mut self, shaped: &Shaped, word: u32, at: (f32, f32), size: f32, ink: Rgb) {
        let complex = shaped.is_complex();
        if complex {
            self.end_text();
            self.on.begin_replaced(&shaped.text);
        }
        let (mut x, y) = (at.0, self.height - at.1);
        let codes = self.codes.word(word);
        for (glyph, code) in shaped.glyphs.iter().zip(codes) {
            self.glyph(shaped.font, glyph, *code, (x, y), size, ink);
            x += glyph.advance * size / 1000.0;
        }
        if complex {
            self.end_text();
            self.on.end();
        }
    }

    fn glyph(
        &mut self,
        font: u8,
        glyph: &Glyph,
        code: u16,
        (x, y): (f32, f32),
        size: f32,
        ink: Rgb,
    ) {
        let (x, y) = (
            x + glyph.shift * size / 1000.0,
            y + glyph.rise * size / 1000.0,
        );
        let goes_on = self.open.as_ref().is_some_and(|open| {
            open.font == font
                && (open.run.y - y).abs() < 0.01
                && (open.size - size).abs() < 0.001
                && open.ink == ink
        });
        if !goes_on {
            self.flush();
            let run = TextRun {
                x: r(x),
                y: r(y),
                parts: Vec::new(),
            };
            self.open = Some(Open {
                pen: f64::from(run.x),
                run,
                font,
                size,
                ink,
            });
        }
        let Some(open) = &mut self.open else { return };
        let unit = f64::from(size) / 1000.0;
        let back = (open.pen - f64::from(x)) / unit;
        if back.abs() >= 1.0 || open.run.parts.is_empty() {
            #[expect(clippy::cast_possible_truncation, reason = "a page is small")]
            let back = if back.abs() < 1.0 {
                0.0
            } else {
                back.round() as f32
            };
            open.pen -= f64::from(back) * unit;
            open.run.parts.push((back, Vec::new()));
        }
        if let Some((_, codes)) = open.run.parts.last_mut() {
            codes.extend_from_slice(&code.to_be_bytes());
        }
        open.pen += f64::from(self.codes.width(font, code)) * unit;
    }

    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        if !self.in_text {
            self.on.begin_text();
            self.in_text = true;
        }
        if self.font != Some((open.font, open.size)) {
            self.on.font(&format!("F{}", open.font), open.size);
            self.font = Some((open.font, open.size));
        }
        self.set_fill(open.ink);
        self.on.text(open.run);
    }

    fn end_text(&mut self) {
        self.flush();
        if self.in_text {
            self.on.end_text();
            self.in_text = false;
        }
    }

    fn set_fill(&mut self, ink: Rgb) {
        if self.fill != Some(ink) {
            self.on.fill(unit(ink));
            self.fill = Some(ink);
        }
    }

    fn set_stroke(&mut self, ink: Rgb) {
        if self.stroke != Some(ink) {
            self.on.stroke(unit(ink));
            self.stroke = Some(ink);
        }
    }

    fn set_width(&mut self, width: f32) {
        if self.width != Some(width) {
            self.on.line_width(width);
            self.width = Some(width);
        }
    }
}

fn unit(ink: Rgb) -> [f32; 3] {
    ink.map(|part| r(f32::from(part) / 255.0))
}

/// A thousandth of a point is finer than any printer.
fn r(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

/// The matrix that puts a picture of so many quarter turns upright into a rectangle.
fn upright(turns: u8, x: f32, y: f32, w: f32, h: f32) -> [f32; 6] {
    match turns % 4 {
        1 => [0.0, -h, w, 0.0, x, y + h],
        2 => [-w, 0.0, 0.0, -h, x + w, y + h],
        3 => [0.0, h, -w, 0.0, x + w, y],
        _ => [w, 0.0, 0.0, h, x, y],
    }
}
