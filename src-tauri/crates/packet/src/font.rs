//! The fonts in the program, and words shaped with them.
//!
//! A word is shaped once and kept in the [`Lexicon`]; pages hold its number. That keeps
//! memory small, and the PDF encodes each word once however often it stands on a page.

mod fallback;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions};
use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, GlyphId, Script, ShapeOptions,
    ShapePlan, ShaperFont, Tag,
};

use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use crate::document::Face;
use fallback::Part;

pub(crate) use harfrust::font::glyph::outline::PathSink as Outline;

/// A font of the program: its PostScript name and its file.
pub(crate) struct Font {
    pub(crate) name: &'static str,
    pub(crate) bytes: &'static [u8],
}

macro_rules! fonts {
    ($($name:literal),* $(,)?) => {
        [$(Font {
            name: $name,
            bytes: include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf")),
        }),*]
    };
}

/// The faces come first, in the order of [`Face`]; the others stand in for letters that the
/// faces lack.
pub(crate) static FONTS: [Font; 17] = fonts![
    "SourceSans3-Regular",
    "SourceSans3-Semibold",
    "SourceSans3-Bold",
    "SourceSans3-It",
    "SourceCodePro-Regular",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
    "NotoSansHebrew-Regular",
    "NotoSansHebrew-Bold",
    "NotoSansDevanagari-Regular",
    "NotoSansDevanagari-Bold",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoEmoji-Regular",
    "DroidSansFallbackFull",
    "NanumSquareRoundR",
];

static PARSED: LazyLock<Vec<Option<harfrust::Font>>> = LazyLock::new(|| {
    FONTS
        .iter()
        .map(|font| harfrust::Font::new(font.bytes, 0))
        .collect()
});

fn parsed(font: u8) -> Option<&'static harfrust::Font> {
    PARSED.get(usize::from(font))?.as_ref()
}

/// Says whether every font of the program can be read.
pub(crate) fn readable() -> bool {
    PARSED.iter().all(Option::is_some)
}

/// What a PDF says of a font as a whole; lengths are thousandths of the type size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Metrics {
    /// The left, low, right and high edge of the box that holds every glyph.
    pub(crate) bounds: [f32; 4],
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    /// The height of capitals.
    pub(crate) capitals: f32,
    /// Degrees against the clock; cursive faces have less than none.
    pub(crate) slant: f32,
}

/// Returns the measures of a font.
pub(crate) fn metrics(font: u8) -> Option<Metrics> {
    let font = parsed(font)?;
    let of = font.metrics();
    let unit = 1000.0 / f32::from(of.units_per_em);
    let line = of.h_line().unwrap_or_default();
    let ascent = line.ascender.to_f32() * unit;
    let corners = [
        of.bounds.x_min,
        of.bounds.y_min,
        of.bounds.x_max,
        of.bounds.y_max,
    ];
    Some(Metrics {
        bounds: corners.map(|edge| edge.to_f32() * unit),
        ascent,
        descent: line.descender.to_f32() * unit,
        capitals: of
            .cap_height
            .map_or(ascent, |height| height.to_f32() * unit),
        slant: font
            .style_metrics()
            .italic_angle
            .map_or(0.0, |angle| angle.to_f32()),
    })
}

/// Returns how far a glyph moves the pen, in thousandths of the type size.
pub(crate) fn advance(font: u8, glyph: u16) -> f32 {
    parsed(font).map_or(0.0, |font| {
        let advance = font.glyph_metrics().h_advance(GlyphId::from(glyph));
        advance * 1000.0 / f32::from(font.units_per_em())
    })
}

/// Draws a glyph's outline, its units those of the font, and says how many of them the type
/// size has. There is nothing to draw for a space.
pub(crate) fn outline(font: u8, glyph: u16, into: &mut dyn Outline) -> Option<f32> {
    let font = parsed(font)?;
    let outline = font.outline_glyphs().get(GlyphId::from(glyph))?;
    outline
        .draw(&DrawOptions::new(), DrawMemory::Scratch, into)
        .ok()?;
    Some(f32::from(font.units_per_em()))
}

/// A glyph; lengths are thousandths of the type size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) shift: f32,
    pub(crate) rise: f32,
    /// Where the letters it stands for begin in the word, and how many bytes they are.
    pub(crate) start: u16,
    pub(crate) len: u16,
}

/// Letters of one font and direction, in the order in which they are drawn.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) font: u8,
    /// Thousandths of the type size.
    pub(crate) width: f32,
    pub(crate) glyphs: Box<[Glyph]>,
    pub(crate) text: Box<str>,
}

impl Shaped {
    /// The letters that a glyph stands for.
    pub(crate) fn letters(&self, glyph: &Glyph) -> &str {
        let start = usize::from(glyph.start);
        self.text
            .get(start..start + usize::from(glyph.len))
            .unwrap_or_default()
    }

    /// Says whether letters and glyphs do not pair one to one, so that a reader needs the
    /// text beside the glyphs.
    pub(crate) fn is_complex(&self) -> bool {
        self.glyphs.iter().any(|glyph| glyph.len == 0)
    }
}

/// Says whether a letter, or a mark beside it, reads from the right.
pub(crate) fn reads_from_right(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}')
}

/// All words of a document, shaped.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) words: Vec<Shaped>,
}

impl Lexicon {
    pub(crate) fn get(&self, word: u32) -> Option<&Shaped> {
        self.words.get(word as usize)
    }
}

/// A word's place in the lexicon: it may take several fonts, in the order drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    pub(crate) first: u32,
    pub(crate) count: u32,
    /// Thousandths of the type size.
    pub(crate) width: f32,
}

impl Entry {
    pub(crate) fn words(self) -> std::ops::Range<u32> {
        self.first..self.first + self.count
    }
}

/// What the mark of a cut word is to who reads the text.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';
/// Ends the first part of a word that a line end cuts: a hyphen is drawn.
pub(crate) const HYPHENATED: &str = "\u{ad}";
/// Ends the first part of an identifier that a line end cuts where it has no sign of its own:
/// an arrow is drawn. Text never holds this code, which stands for no character.
pub(crate) const GOES_ON: &str = "\u{fdd0}";

/// Shapes words and remembers those that come again.
#[derive(Default)]
pub(crate) struct Shaper {
    pub(crate) lexicon: Lexicon,
    /// Letters that no font has.
    pub(crate) missing: BTreeSet<char>,
    known: HashMap<(Face, bool), HashMap<Box<str>, Entry>>,
    plans: HashMap<(u8, bool, Option<Script>), ShapePlan>,
    /// The fonts as far as they were needed, ready to shape with.
    fonts: HashMap<u8, ShaperFont<'static, 'static>>,
    buffer: Option<Buffer>,
}

impl Shaper {
    /// Shapes a word in a face and direction.
    pub(crate) fn shape(&mut self, face: Face, rtl: bool, text: &str) -> Entry {
        let known = self.known.entry((face, rtl)).or_default();
        if let Some(entry) = known.get(text) {
            return *entry;
        }
        let entry = self.shape_new(face, rtl, text);
        self.known
            .entry((face, rtl))
            .or_default()
            .insert(text.into(), entry);
        entry
    }

    /// Shapes a text that stands on one line, in the order in which it is drawn (UAX 9): a
    /// name that reads from the right keeps its place in words that read from the left.
    pub(crate) fn line(&mut self, face: Face, text: &str) -> Vec<Entry> {
        // No font has a glyph for a control character, and none belongs on a page.
        let text = text.replace(char::is_control, " ");
        if !text.chars().any(reads_from_right) {
            return vec![self.shape(face, false, &text)];
        }
        let bidi = BidiInfo::new(&text, Some(Level::ltr()));
        let mut entries = Vec::new();
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                if let Some(letters) = text.get(run) {
                    entries.push(self.shape(face, rtl, letters));
                }
            }
        }
        entries
    }

    /// The width of text in points.
    pub(crate) fn width(&mut self, face: Face, size: f32, text: &str) -> f32 {
        let width: f32 = self.line(face, text).iter().map(|entry| entry.width).sum();
        width * size / 1000.0
    }

    fn shape_new(&mut self, face: Face, rtl: bool, text: &str) -> Entry {
        for (mark, drawn) in [(HYPHENATED, "-"), (GOES_ON, "\u{21b5}")] {
            if let Some(head) = text.strip_suffix(mark) {
                return self.shape_marked(face, rtl, head, drawn);
            }
        }
        let mut parts = fallback::parts(face, text, &mut self.missing);
        if rtl {
            parts.reverse();
        }
        let first = self.lexicon.words.len();
        let mut width = 0.0;
        for part in parts {
            for shaped in self.shape_part(face, &part, rtl) {
                width += shaped.width;
                self.lexicon.words.push(shaped);
            }
        }
        let count = self.lexicon.words.len() - first;
        Entry {
            first: u32::try_from(first).unwrap_or(u32::MAX),
            count: u32::try_from(count).unwrap_or(0),
            width,
        }
    }

    /// Draws a mark at the end of a cut word, which is a soft hyphen to who reads the text:
    /// the word is whole when it is searched or copied.
    fn shape_marked(&mut self, face: Face, rtl: bool, head: &str, mark: &str) -> Entry {
        let entry = self.shape_new(face, rtl, &format!("{head}{mark}"));
        if let Some(last) = self.lexicon.words.last_mut() {
            let letters = last.text.strip_suffix(mark).unwrap_or(&last.text);
            last.text = format!("{letters}{SOFT_HYPHEN}").into();
            if let Some(glyph) = last.glyphs.last_mut() {
                glyph.len = u16::try_from(SOFT_HYPHEN.len_utf8()).unwrap_or(2);
            }
        }
        entry
    }

    /// Shapes letters of one font. Where the font has the letters but not what they become
    /// together, their codes stand in, so that no page ever shows an empty box.
    fn shape_part(&mut self, face: Face, part: &Part, rtl: bool) -> Vec<Shaped> {
        let Some(shaped) = self.run(part.font, &part.text, rtl) else {
            return Vec::new();
        };
        if shaped.glyphs.iter().all(|glyph| glyph.id != 0) {
            return vec![shaped];
        }
        self.missing.extend(
            part.text
                .chars()
                .filter(|letter| !fallback::is_unseen(*letter)),
        );
        let codes = fallback::codes(&part.text);
        self.run(fallback::main(face), &codes, false)
            .into_iter()
            .collect()
    }

    fn run(&mut self, font: u8, text: &str, rtl: bool) -> Option<Shaped> {
        let of = parsed(font)?;
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let direction = if rtl {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        buffer.set_direction(direction);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        // What reads from the right is turned round letter by letter by whoever reads the
        // file, so each glyph has to know its own letters. Words with vowel signs have their
        // text beside them instead: no place says whether a sign comes before its letter.
        let apart_by_letter = rtl && !text.chars().any(is_combining_mark);
        buffer.set_cluster_level(if apart_by_letter {
            ClusterLevel::MonotoneCharacters
        } else {
            ClusterLevel::MonotoneGraphemes
        });
        let script = buffer.script();
        // Figures of one width keep columns of numbers straight.
        let features = [Feature::new(Tag::new(b"tnum"), 1, ..)];
        let plan = self
            .plans
            .entry((font, rtl, script))
            .or_insert_with(|| ShapePlan::new(of, direction, script, None, &features));
        let shaper = self
            .fonts
            .entry(font)
            .or_insert_with(|| ShaperFont::new(of));
        let options = ShapeOptions::new().plan(Some(plan)).features(&features);
        let shaped = harfrust::shape(shaper, &mut buffer, options)
            .ok()
            .map(|()| collect(font, text, of.units_per_em(), &buffer))
            .map(|shaped| {
                if apart_by_letter {
                    apart(shaped, of)
                } else {
                    shaped
                }
            });
        self.buffer = Some(buffer);
        shaped
    }
}

fn collect(font: u8, text: &str, units: u16, output: &Buffer) -> Shaped {
    // Font units fit well within the 24 bits that f32 holds exactly.
    #[expect(clippy::cast_precision_loss, reason = "font units are small")]
    let scaled = |value: i32| value as f32 * 1000.0 / f32::from(units);
    let infos = output.glyph_infos();
    let mut starts: Vec<u32> = infos.iter().map(|info| info.cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let end_of = |start: u32| {
        let next = starts.partition_point(|other| *other <= start);
        starts.get(next).map_or(text.len(), |end| *end as usize)
    };
    let mut told: Option<u32> = None;
    let glyphs: Box<[Glyph]> = infos
        .iter()
        .zip(output.glyph_positions())
        .map(|(info, position)| {
            let first = told != Some(info.cluster);
            told = Some(info.cluster);
            let len = if first {
                end_of(info.cluster) - info.cluster as usize
            } else {
                0
            };
            Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: scaled(position.x_advance),
                shift: scaled(position.x_offset),
                rise: scaled(position.y_offset),
                start: u16::try_from(info.cluster).unwrap_or(0),
                len: u16::try_from(len).unwrap_or(0),
            }
        })
        .collect();
    let width = glyphs.iter().map(|glyph| glyph.advance).sum();
    Shaped {
        font,
        width,
        glyphs,
        text: text.into(),
    }
}

/// Gives each letter of a ligature that reads from the right a place of its own, in the order
/// drawn: glyphs without width and ink stand for all but the first (that of U+200B; a joiner's has
/// ink). Readers turn such words round letter by letter, and would turn the letters of one glyph the wrong way.
fn apart(shaped: Shaped, of: &harfrust::Font) -> Shaped {
    let joined = |glyph: &Glyph| shaped.letters(glyph).chars().nth(1).is_some();
    let empty = of.charmap().map_unicode('\u{200b}').map(|id| id.to_u32());
    let empty = empty.and_then(|id| u16::try_from(id).ok());
    let Some(empty) = empty.filter(|_| shaped.glyphs.iter().any(joined)) else {
        return shaped;
    };
    let mut glyphs = Vec::with_capacity(shaped.glyphs.len() + 2);
    for glyph in &shaped.glyphs {
        let letters = shaped.letters(glyph);
        let at = |place: usize, letter: char| Glyph {
            start: glyph.start + u16::try_from(place).unwrap_or(0),
            len: u16::try_from(letter.len_utf8()).unwrap_or(0),
            ..*glyph
        };
        for (place, letter) in letters
            .char_indices()
            .skip(1)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            glyphs.push(Glyph {
                id: empty,
                advance: 0.0,
                shift: 0.0,
                rise: 0.0,
                ..at(place, letter)
            });
        }
        match letters.chars().next() {
            Some(letter) => glyphs.push(at(0, letter)),
            None => glyphs.push(*glyph),
        }
    }
    Shaped {
        glyphs: glyphs.into(),
        ..shaped
    }
}

#[cfg(test)]
mod tests;
