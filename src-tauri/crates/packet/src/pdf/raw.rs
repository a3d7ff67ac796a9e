//! The fastest way known to write the same pages: untagged, one page after another, with
//! pdf-writer. Only there to be measured against (feature `baseline`).

use std::io::Write;

use pdf_writer::types::{CidFontType, FontFlags, LineCapStyle, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use super::codes::{Codes, Used};
use super::content::{Canvas, Drawing, TextRun};
use crate::Error;
use crate::display::{Paint, Path, Step};
use crate::font::FONTS;
use crate::image::Ready;
use crate::pages::Pages;

const CATALOG: Ref = Ref::new(1);
const TREE: Ref = Ref::new(2);
const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Writes pages as a plain PDF file.
pub(crate) fn write(pages: &Pages, into: &mut dyn Write) -> Result<(), Error> {
    let codes = Codes::of(pages);
    let (width, height) = pages.paper.size();
    let mut next = 3;
    let mut fresh = || {
        next += 1;
        Ref::new(next - 1)
    };
    let mut pdf = Pdf::new();
    pdf.catalog(CATALOG).pages(TREE);
    let fonts: Vec<(u8, Ref)> = codes
        .fonts
        .iter()
        .map(|used| Ok((used.font, font(&mut pdf, used, &mut fresh)?)))
        .collect::<Result<_, Error>>()?;
    let images: Vec<Ref> = pages
        .images
        .iter()
        .map(|picture| image(&mut pdf, &picture.ready(), fresh()))
        .collect();
    let mut kids = Vec::with_capacity(pages.count());
    for page in &pages.pages {
        let mut plain = Plain(Content::new());
        Canvas::new(pages, &codes, height, &mut plain).page(page);
        let (id, content) = (fresh(), fresh());
        let mut object = pdf.page(id);
        object
            .parent(TREE)
            .media_box(Rect::new(0.0, 0.0, width, height))
            .contents(content);
        let mut resources = object.resources();
        let mut named = resources.fonts();
        for (font, id) in &fonts {
            named.pair(Name(format!("F{font}").as_bytes()), *id);
        }
        named.finish();
        let mut named = resources.x_objects();
        for (at, id) in images.iter().enumerate() {
            named.pair(Name(format!("I{at}").as_bytes()), *id);
        }
        named.finish();
        resources.finish();
        object.finish();
        pdf.stream(content, &packed(&plain.0.finish()))
            .filter(Filter::FlateDecode);
        kids.push(id);
    }
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    pdf.pages(TREE).kids(kids).count(count);
    into.write_all(&pdf.finish())?;
    Ok(())
}

fn packed(content: &[u8]) -> Vec<u8> {
    super::file::deflated(lopdf::Dictionary::new(), content).content
}

fn font(pdf: &mut Pdf, used: &Used, fresh: &mut impl FnMut() -> Ref) -> Result<Ref, Error> {
    let file = FONTS.get(usize::from(used.font)).ok_or(Error::Font)?;
    let mut remapper = GlyphRemapper::new();
    let mut to_glyph = vec![0, 0];
    let mut letters = UnicodeCmap::new(Name(b"Adobe-Identity-UCS"), SYSTEM);
    for (code, coded) in (1_u16..).zip(&used.glyphs) {
        to_glyph.extend_from_slice(&remapper.remap(coded.glyph).to_be_bytes());
        letters.pair_with_multiple(code, coded.letters.chars());
    }
    let program = subsetter::subset(file.bytes, 0, &remapper).map_err(|_| Error::Font)?;
    let name = Name(file.name.as_bytes());
    let (type0, cid, descriptor, data, cmap, map) =
        (fresh(), fresh(), fresh(), fresh(), fresh(), fresh());
    pdf.type0_font(type0)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(cmap);
    let mut descendant = pdf.cid_font(cid);
    descendant
        .subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(0.0)
        .cid_to_gid_map_stream(map);
    descendant
        .widths()
        .consecutive(1, used.glyphs.iter().map(|coded| coded.width));
    descendant.finish();
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(0.0, -250.0, 1000.0, 1000.0))
        .italic_angle(0.0)
        .ascent(1000.0)
        .descent(-250.0)
        .cap_height(700.0)
        .stem_v(80.0)
        .font_file2(data);
    pdf.stream(data, &packed(&program))
        .filter(Filter::FlateDecode);
    pdf.stream(cmap, &packed(&letters.finish()))
        .filter(Filter::FlateDecode);
    pdf.stream(map, &packed(&to_glyph))
        .filter(Filter::FlateDecode);
    Ok(type0)
}

fn image(pdf: &mut Pdf, ready: &Ready, id: Ref) -> Ref {
    let (bytes, filter, width, height) = match ready {
        Ready::Jpeg {
            bytes,
            width,
            height,
            ..
        } => (bytes.clone(), Filter::DctDecode, *width, *height),
        Ready::Points(points) => (
            packed(&points.rgb),
            Filter::FlateDecode,
            points.width,
            points.height,
        ),
    };
    let mut object = pdf.image_xobject(id, &bytes);
    object.filter(filter);
    object.width(i32::try_from(width).unwrap_or(i32::MAX));
    object.height(i32::try_from(height).unwrap_or(i32::MAX));
    object.bits_per_component(8);
    if matches!(ready, Ready::Jpeg { gray: true, .. }) {
        object.color_space().device_gray();
    } else {
        object.color_space().device_rgb();
    }
    id
}

/// Drawing without a structure.
struct Plain(Content);

impl Drawing for Plain {
    fn begin_content(&mut self, _: &str, _: usize) {}

    fn begin_artifact(&mut self, _: Option<&str>) {}

    fn begin_replaced(&mut self, _: &str) {}

    fn end(&mut self) {}

    fn begin_text(&mut self) {
        self.0.begin_text();
    }

    fn end_text(&mut self) {
        self.0.end_text();
    }

    fn font(&mut self, name: &str, size: f32) {
        self.0.set_font(Name(name.as_bytes()), size);
    }

    fn fill(&mut self, [r, g, b]: [f32; 3]) {
        self.0.set_fill_rgb(r, g, b);
    }

    fn stroke(&mut self, [r, g, b]: [f32; 3]) {
        self.0.set_stroke_rgb(r, g, b);
    }

    fn line_width(&mut self, width: f32) {
        self.0.set_line_width(width);
    }

    fn text(&mut self, run: TextRun) {
        self.0.set_text_matrix([1.0, 0.0, 0.0, 1.0, run.x, run.y]);
        let mut shown = self.0.show_positioned();
        let mut items = shown.items();
        for (back, codes) in run.parts {
            if back != 0.0 {
                items.adjust(back);
            }
            items.show(Str(&codes));
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.0.rect(x, y, width, height).fill_nonzero();
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.0.move_to(from.0, from.1).line_to(to.0, to.1).stroke();
    }

    fn dots(&mut self, from: (f32, f32), to: (f32, f32), width: f32, gap: f32) {
        self.0.save_state();
        self.0.set_line_width(width);
        self.0.set_line_cap(LineCapStyle::RoundCap);
        self.0.set_dash_pattern([0.0, gap], 0.0);
        self.line(from, to);
        self.0.restore_state();
    }

    fn path(&mut self, path: &Path) {
        for step in &path.steps {
            match *step {
                Step::Move(x, y) => self.0.move_to(x, y),
                Step::Line(x, y) => self.0.line_to(x, y),
                Step::Curve(a, b, c, d, x, y) => self.0.cubic_to(a, b, c, d, x, y),
                Step::Close => self.0.close_path(),
            };
        }
        match path.paint {
            Paint::Fill(_) => self.0.fill_nonzero(),
            Paint::Stroke { .. } => self.0.stroke(),
        };
    }

    fn image(&mut self, name: &str, matrix: [f32; 6]) {
        self.0.save_state();
        self.0.transform(matrix);
        self.0.x_object(Name(name.as_bytes()));
        self.0.restore_state();
    }
}
