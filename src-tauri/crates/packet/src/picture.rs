//! A page as a picture, for the window: the same marks that the PDF is written from.

use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, Paint as Brush, PathBuilder, Pattern, Pixmap,
    PixmapPaint, Rect, SpreadMode, Stroke, StrokeDash, Transform,
};

use crate::Error;
use crate::display::{Mark, Page, Paint, Path, Step};
use crate::font::{self, Shaped};
use crate::image::Points;
use crate::pages::Pages;
use crate::style::Rgb;

/// The narrowest and the widest picture, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 16..=8192;

/// A page as points of colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row from the top.
    pub rgb: Vec<u8>,
}

impl Picture {
    /// Returns the picture as a PNG file.
    ///
    /// # Errors
    ///
    /// When the picture's parts do not fit each other.
    pub fn png(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().map_err(|_| Error::Draw)?;
        writer
            .write_image_data(&self.rgb)
            .map_err(|_| Error::Draw)?;
        writer.finish().map_err(|_| Error::Draw)?;
        Ok(bytes)
    }
}

/// Draws a page this many pixels wide.
pub(crate) fn draw(pages: &Pages, page: &Page, width: u32) -> Result<Picture, Error> {
    if !WIDTHS.contains(&width) {
        return Err(Error::Draw);
    }
    let paper = pages.paper.size();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a picture has fewer than 2^24 pixels a side"
    )]
    let scale = width as f32 / paper.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is at most some thousand pixels high"
    )]
    let height = (paper.1 * scale).round() as u32;
    let mut sheet = Pixmap::new(width, height).ok_or(Error::Draw)?;
    sheet.fill(Color::WHITE);
    let mut canvas = Canvas {
        pages,
        sheet,
        to_pixels: Transform::from_scale(scale, scale),
    };
    for mark in page.under.iter().chain(&page.body).chain(&page.running) {
        canvas.mark(mark);
    }
    let rgb = canvas
        .sheet
        .pixels()
        .iter()
        .flat_map(|p| [p.red(), p.green(), p.blue()])
        .collect();
    Ok(Picture { width, height, rgb })
}

struct Canvas<'a> {
    pages: &'a Pages,
    sheet: Pixmap,
    /// From points of the page to pixels.
    to_pixels: Transform,
}

impl Canvas<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Word {
                x,
                y,
                size,
                ink,
                word,
            } => {
                if let Some(shaped) = self.pages.lexicon.get(*word) {
                    self.word(shaped, (*x, *y), *size, *ink);
                }
            }
            Mark::Rect { x, y, w, h, ink } => {
                if let Some(rect) = Rect::from_xywh(*x, *y, *w, *h) {
                    self.sheet
                        .fill_rect(rect, &brush(*ink), self.to_pixels, None);
                }
            }
            Mark::Line {
                x,
                y,
                dx,
                dy,
                width,
                ink,
            } => {
                let stroke = Stroke {
                    width: *width,
                    ..Stroke::default()
                };
                self.line((*x, *y), (x + dx, y + dy), &stroke, *ink);
            }
            Mark::Dots { x, y, dx, ink } => {
                let stroke = Stroke {
                    width: 1.0,
                    line_cap: LineCap::Round,
                    dash: StrokeDash::new(vec![0.01, 4.0], 0.0),
                    ..Stroke::default()
                };
                self.line((*x, *y), (x + dx, *y), &stroke, *ink);
            }
            Mark::Path(path) => self.path(path),
            Mark::Image { image, x, y, w, h } => self.image(*image, (*x, *y), (*w, *h)),
            Mark::Begin(_)
            | Mark::End
            | Mark::Touch(_)
            | Mark::Link { .. }
            | Mark::PageOf { .. } => {}
        }
    }

    fn word(&mut self, shaped: &Shaped, (mut x, y): (f32, f32), size: f32, ink: Rgb) {
        let brush = brush(ink);
        for glyph in &shaped.glyphs {
            let mut outline = Outline(PathBuilder::new());
            let drawn = font::outline(shaped.font, glyph.id, &mut outline);
            if let (Some(units), Some(path)) = (drawn, outline.0.finish()) {
                let unit = size / units;
                let at = (
                    x + glyph.shift * size / 1000.0,
                    y - glyph.rise * size / 1000.0,
                );
                // A font's y goes up, the page's goes down.
                let place = Transform::from_row(unit, 0.0, 0.0, -unit, at.0, at.1);
                let to_pixels = place.post_concat(self.to_pixels);
                self.sheet
                    .fill_path(&path, &brush, FillRule::Winding, to_pixels, None);
            }
            x += glyph.advance * size / 1000.0;
        }
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: &Stroke, ink: Rgb) {
        let mut line = PathBuilder::new();
        line.move_to(from.0, from.1);
        line.line_to(to.0, to.1);
        if let Some(path) = line.finish() {
            self.sheet
                .stroke_path(&path, &brush(ink), stroke, self.to_pixels, None);
        }
    }

    fn path(&mut self, path: &Path) {
        let mut shape = PathBuilder::new();
        for step in &path.steps {
            match *step {
                Step::Move(x, y) => shape.move_to(x, y),
                Step::Line(x, y) => shape.line_to(x, y),
                Step::Curve(a, b, c, d, x, y) => shape.cubic_to(a, b, c, d, x, y),
                Step::Close => shape.close(),
            }
        }
        let Some(shape) = shape.finish() else { return };
        match path.paint {
            Paint::Fill(ink) => {
                let rule = FillRule::Winding;
                self.sheet
                    .fill_path(&shape, &brush(ink), rule, self.to_pixels, None);
            }
            Paint::Stroke { ink, width } => {
                let stroke = Stroke {
                    width,
                    ..Stroke::default()
                };
                self.sheet
                    .stroke_path(&shape, &brush(ink), &stroke, self.to_pixels, None);
            }
        }
    }

    fn image(&mut self, image: u32, (x, y): (f32, f32), (w, h): (f32, f32)) {
        let Some(picture) = self.pages.images.get(image as usize) else {
            return;
        };
        let points = picture.points();
        let Some(pixmap) = pixmap(&points) else {
            return;
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "pictures have fewer than 2^24 points a side"
        )]
        let (across, down) = (points.width as f32, points.height as f32);
        let upright = upright(picture.turns(), across, down);
        let (across, down) = if picture.turns() % 2 == 1 {
            (down, across)
        } else {
            (across, down)
        };
        let place = upright
            .post_scale(w / across, h / down)
            .post_translate(x, y);
        let shader = Pattern::new(
            pixmap.as_ref(),
            SpreadMode::Pad,
            FilterQuality::Bilinear,
            PixmapPaint::default().opacity,
            place,
        );
        let brush = Brush {
            shader,
            ..Brush::default()
        };
        if let Some(rect) = Rect::from_xywh(x, y, w, h) {
            self.sheet.fill_rect(rect, &brush, self.to_pixels, None);
        }
    }
}

/// Turns a picture of this size clockwise by so many quarters, its upper left corner at the
/// origin.
fn upright(turns: u8, across: f32, down: f32) -> Transform {
    match turns % 4 {
        1 => Transform::from_row(0.0, 1.0, -1.0, 0.0, down, 0.0),
        2 => Transform::from_row(-1.0, 0.0, 0.0, -1.0, across, down),
        3 => Transform::from_row(0.0, -1.0, 1.0, 0.0, 0.0, across),
        _ => Transform::identity(),
    }
}

fn pixmap(points: &Points) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(points.width, points.height)?;
    for (pixel, rgb) in pixmap
        .data_mut()
        .chunks_exact_mut(4)
        .zip(points.rgb.chunks_exact(3))
    {
        pixel.iter_mut().zip(rgb).for_each(|(to, from)| *to = *from);
        if let Some(alpha) = pixel.last_mut() {
            *alpha = 255;
        }
    }
    Some(pixmap)
}

fn brush([r, g, b]: Rgb) -> Brush<'static> {
    let mut brush = Brush::default();
    brush.set_color_rgba8(r, g, b, 255);
    brush
}

/// A glyph's outline as a path, in the font's units.
struct Outline(PathBuilder);

impl font::Outline for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use crate::document::{Block, Document};
    use crate::{Error, Paper, layout};

    fn pages(blocks: Vec<Block>) -> crate::Pages {
        let document = Document {
            title: "A title".to_owned(),
            subject: String::new(),
            author: String::new(),
            created: DateTime::UNIX_EPOCH,
            identifier: [7; 16],
            foot: String::new(),
            banner: String::new(),
            blocks,
            ..Document::default()
        };
        layout(document, Paper::Letter).unwrap()
    }

    #[test]
    fn a_page_with_words_has_ink_where_an_empty_one_has_none() {
        let dark = |blocks| {
            let picture = pages(blocks).picture(0, 300).unwrap();
            // Below the running head and above the foot.
            let row = picture.width as usize * 3;
            picture.rgb[row * 30..row * 360]
                .iter()
                .filter(|p| **p < 128)
                .count()
        };
        assert!(dark(vec![Block::text("Words ".repeat(40))]) > 200);
        assert_eq!(dark(vec![Block::Space(10.0)]), 0);
    }

    #[test]
    fn a_picture_has_the_proportions_of_its_paper() {
        let picture = pages(vec![Block::text("One page.")])
            .picture(0, 612)
            .unwrap();
        assert_eq!((picture.width, picture.height), (612, 792));
        assert!(picture.png().unwrap().starts_with(b"\x89PNG"));
    }

    #[test]
    fn a_page_that_is_not_there_is_refused() {
        let pages = pages(vec![Block::text("One page.")]);
        assert!(matches!(pages.picture(1, 300), Err(Error::NoPage(1))));
        assert!(matches!(pages.picture(0, 2), Err(Error::Draw)));
    }
}
