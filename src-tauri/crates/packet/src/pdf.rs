//! Pages into a PDF file. The only file that names printpdf.
//!
//! printpdf turns a page's operations into its content stream, a batch of pages at a time,
//! and each batch is compressed and written at once: memory does not grow with the packet.
//! Fonts, pictures, the structure tree and all that makes the file PDF/UA-1 and PDF/A-3a are
//! written around it from lopdf's objects.

mod codes;
mod content;
mod file;
mod font;
mod frame;
mod icc;
mod objects;
#[cfg(feature = "baseline")]
mod raw;
mod structure;

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::mpsc;

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Line, LineCapStyle, LineDashPattern, LinePoint, Mm,
    Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use crate::Error;
use crate::display::{Paint, Path, Step};
use crate::pages::Pages;
use codes::Codes;
use content::{Canvas, Drawing, TextRun};
use file::File;
use frame::Frame;
use structure::Structure;

#[cfg(feature = "baseline")]
pub(crate) use raw::write as write_raw;

/// Pages that are put together and compressed at once.
const BATCH: usize = 4;
/// Finished pieces that wait for each processor to be written.
const AHEAD: usize = 2;

/// Writes pages as a PDF file.
pub(crate) fn write(pages: &Pages, into: &mut dyn Write) -> Result<(), Error> {
    let structure = Structure::of(pages);
    let codes = Codes::of(pages);
    let frame = Frame::of(pages, &structure, &codes);
    let mut file = File::begin(into, frame.objects())?;
    run(pages, &codes, &frame, &mut file)?;
    frame.write(pages, &structure, &codes, &mut file)?;
    file.finish(frame.catalog(), frame.info(), &pages.identifier)
}

/// A piece of work that needs no other.
enum Job {
    Font(usize),
    Image(usize),
    Pages(usize),
}

/// What a job gives: streams by their object number, ready to be written.
type Streams = Vec<(u32, lopdf::Stream)>;

/// Does the heavy work on all processors and writes the results in order, so that the file
/// is the same however many there are. Each takes every so manieth piece and gets only a
/// little ahead: where one is slow, what the others have done does not pile up.
fn run(pages: &Pages, codes: &Codes, frame: &Frame, file: &mut File<'_>) -> Result<(), Error> {
    let mut jobs: Vec<Job> = (0..codes.fonts.len()).map(Job::Font).collect();
    jobs.extend((0..pages.images.len()).map(Job::Image));
    jobs.extend((0..pages.count()).step_by(BATCH).map(Job::Pages));
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8);
    let jobs = &jobs;
    std::thread::scope(|scope| {
        let mut done = Vec::with_capacity(workers);
        for first in 0..workers {
            let (sender, receiver) = mpsc::sync_channel::<Result<Streams, Error>>(AHEAD);
            done.push(receiver);
            scope.spawn(move || {
                for job in jobs.iter().skip(first).step_by(workers) {
                    // Nobody listens any more once writing has failed.
                    if sender.send(work(job, pages, codes, frame)).is_err() {
                        return;
                    }
                }
            });
        }
        for (_, done) in jobs.iter().zip(done.iter().cycle()) {
            let streams = done
                .recv()
                .map_err(|_| Error::Pdf("a page was not finished"))?;
            for (id, stream) in streams? {
                file.stream(id, &stream)?;
            }
        }
        Ok(())
    })
}

fn work(job: &Job, pages: &Pages, codes: &Codes, frame: &Frame) -> Result<Streams, Error> {
    match *job {
        Job::Font(at) => font::streams(codes, at, frame),
        Job::Image(at) => Ok(objects::image(pages, at, frame)),
        Job::Pages(first) => batch(pages, first, codes, frame),
    }
}

/// The compressed content streams of a batch of pages.
fn batch(pages: &Pages, first: usize, codes: &Codes, frame: &Frame) -> Result<Streams, Error> {
    let (_, height) = pages.paper.size();
    let mut document = PdfDocument::new("");
    for page in pages.pages.iter().skip(first).take(BATCH) {
        let mut ops = Ops { ops: Vec::new() };
        Canvas::new(pages, codes, height, &mut ops).page(page);
        document.pages.push(PdfPage::new(Mm(0.0), Mm(0.0), ops.ops));
    }
    // Glyph runs go through as operators of their own, which "secure" would drop.
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: false,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let mut written = printpdf::serialize::to_lopdf_doc(&document, &options, &mut warnings);
    if !warnings.is_empty() {
        return Err(Error::Pdf("a page's operators were not understood"));
    }
    let mut streams = Vec::new();
    for (at, page) in written.get_pages().into_values().enumerate() {
        let content = written
            .get_page_contents(page)
            .first()
            .and_then(|id| written.objects.remove(id))
            .and_then(|object| match object {
                lopdf::Object::Stream(stream) => Some(stream.content),
                _ => None,
            })
            .ok_or(Error::Pdf("a page has no content"))?;
        streams.push((
            frame.content(first + at),
            file::deflated(lopdf::Dictionary::new(), &content),
        ));
    }
    Ok(streams)
}

/// The drawing of a page as printpdf's operations.
struct Ops {
    ops: Vec<Op>,
}

impl Drawing for Ops {
    fn begin_content(&mut self, tag: &str, mcid: usize) {
        let number = i64::try_from(mcid).unwrap_or(i64::MAX);
        self.begin(tag, "MCID", DictItem::Int(number));
    }

    fn begin_artifact(&mut self, kind: Option<&str>) {
        match kind {
            Some(kind) => self.begin("Artifact", "Type", DictItem::Name(kind.into())),
            None => self.ops.push(Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            }),
        }
    }

    fn begin_replaced(&mut self, text: &str) {
        let mut data = vec![0xfe, 0xff];
        data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        self.begin(
            "Span",
            "ActualText",
            DictItem::String {
                data,
                literal: false,
            },
        );
    }

    fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn begin_text(&mut self) {
        self.ops.push(Op::StartTextSection);
    }

    fn end_text(&mut self) {
        self.ops.push(Op::EndTextSection);
    }

    fn font(&mut self, name: &str, size: f32) {
        let font = PdfFontHandle::External(FontId(name.to_owned()));
        self.ops.push(Op::SetFont {
            font,
            size: Pt(size),
        });
    }

    fn fill(&mut self, ink: [f32; 3]) {
        self.ops.push(Op::SetFillColor { col: color(ink) });
    }

    fn stroke(&mut self, ink: [f32; 3]) {
        self.ops.push(Op::SetOutlineColor { col: color(ink) });
    }

    fn line_width(&mut self, width: f32) {
        self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
    }

    fn text(&mut self, run: TextRun) {
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, run.x, run.y]);
        self.ops.push(Op::SetTextMatrix { matrix });
        let mut items = Vec::with_capacity(run.parts.len() * 2);
        for (back, codes) in run.parts {
            if back != 0.0 {
                items.push(DictItem::Real(back));
            }
            items.push(DictItem::String {
                data: codes,
                literal: false,
            });
        }
        // One string for many glyphs: printpdf's own glyph run writes a string for each.
        self.ops.push(Op::Unknown {
            key: "TJ".to_owned(),
            value: vec![DictItem::Array(items)],
        });
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.ops.push(Op::DrawRectangle {
            rectangle: Rect {
                x: Pt(x),
                y: Pt(y),
                width: Pt(width),
                height: Pt(height),
                mode: Some(PaintMode::Fill),
                winding_order: Some(WindingOrder::NonZero),
            },
        });
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let points = vec![point(from, false), point(to, false)];
        self.ops.push(Op::DrawLine {
            line: Line {
                points,
                is_closed: false,
            },
        });
    }

    fn dots(&mut self, from: (f32, f32), to: (f32, f32), width: f32, gap: f32) {
        self.ops.push(Op::SaveGraphicsState);
        self.line_width(width);
        self.ops.push(Op::SetLineCapStyle {
            cap: LineCapStyle::Round,
        });
        let dash = LineDashPattern::new(0.0, &[0.0, gap]);
        self.ops.push(Op::SetLineDashPattern { dash });
        self.line(from, to);
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn path(&mut self, path: &Path) {
        let closed = path.steps.iter().any(|step| matches!(step, Step::Close));
        let points = points(&path.steps);
        self.ops.push(match path.paint {
            Paint::Stroke { .. } => Op::DrawLine {
                line: Line {
                    points,
                    is_closed: closed,
                },
            },
            Paint::Fill(_) => Op::DrawPolygon {
                polygon: Polygon {
                    rings: vec![PolygonRing { points }],
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                },
            },
        });
    }

    fn image(&mut self, name: &str, matrix: [f32; 6]) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw(matrix),
        });
        self.ops.push(Op::UseXobject {
            id: XObjectId(name.to_owned()),
            transform: XObjectTransform::default(),
        });
        self.ops.push(Op::RestoreGraphicsState);
    }
}

impl Ops {
    fn begin(&mut self, tag: &str, key: &str, value: DictItem) {
        let map = BTreeMap::from([(key.to_owned(), value)]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
    }
}

fn color([r, g, b]: [f32; 3]) -> Color {
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

fn point((x, y): (f32, f32), bezier: bool) -> LinePoint {
    LinePoint {
        p: Point { x: Pt(x), y: Pt(y) },
        bezier,
    }
}

fn points(steps: &[Step]) -> Vec<LinePoint> {
    let mut points = Vec::with_capacity(steps.len() * 2);
    for step in steps {
        match *step {
            Step::Move(x, y) | Step::Line(x, y) => points.push(point((x, y), false)),
            Step::Curve(a, b, c, d, x, y) => {
                points.push(point((a, b), true));
                points.push(point((c, d), true));
                points.push(point((x, y), false));
            }
            Step::Close => {}
        }
    }
    points
}
