//! Fonts: the glyphs that are used, their widths, and the letters that they stand for.

use std::fmt::Write;

use lopdf::{Object, Stream, dictionary};
use subsetter::GlyphRemapper;

use super::Streams;
use super::codes::{Codes, Used};
use super::file::{deflated, name};
use super::frame::Frame;
use crate::Error;
use crate::font::{FONTS, metrics};

/// The objects of a font, from its first number on.
pub(super) const OBJECTS: u32 = 6;
const TYPE0: u32 = 0;
const DESCENDANT: u32 = 1;
const DESCRIPTOR: u32 = 2;
const PROGRAM: u32 = 3;
const TO_UNICODE: u32 = 4;
const TO_GLYPH: u32 = 5;

/// The streams of a font: its program cut down to what is used, and two maps.
pub(super) fn streams(codes: &Codes, at: usize, frame: &Frame) -> Result<Streams, Error> {
    let (Some(used), first) = (codes.fonts.get(at), frame.font(at)) else {
        return Ok(Vec::new());
    };
    let bytes = FONTS
        .get(usize::from(used.font))
        .map_or(&[][..], |font| font.bytes);
    let mut remapper = GlyphRemapper::new();
    // Code 0 is never shown; it has to be glyph 0.
    let mut to_glyph = vec![0, 0];
    for coded in &used.glyphs {
        to_glyph.extend_from_slice(&remapper.remap(coded.glyph).to_be_bytes());
    }
    let program = subsetter::subset(bytes, 0, &remapper)
        .map_err(|_| Error::Pdf("a font could not be cut down to what is used"))?;
    let length = i64::try_from(program.len()).unwrap_or(0);
    let program = deflated(dictionary! { "Length1" => length }, &program);
    Ok(vec![
        (first + PROGRAM, program),
        (first + TO_UNICODE, to_unicode(used)),
        (first + TO_GLYPH, deflated(dictionary! {}, &to_glyph)),
    ])
}

/// The dictionaries of a font.
pub(super) fn dictionaries(used: &Used, at: usize, first: u32) -> Vec<(u32, Object)> {
    let plain = FONTS
        .get(usize::from(used.font))
        .map_or("", |font| font.name);
    // Six letters mark a font that is not whole (9.6.4).
    let tag: String = ["AAAAA", letter(at)].concat();
    let base = name(&format!("{tag}+{plain}"));
    let widths: Vec<Object> = used
        .glyphs
        .iter()
        .map(|coded| number(coded.width))
        .collect();
    let type0 = dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => base.clone(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![(first + DESCENDANT, 0).into()],
        "ToUnicode" => (first + TO_UNICODE, 0),
    };
    let descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => base.clone(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => (first + DESCRIPTOR, 0),
        "DW" => 0,
        "W" => vec![1.into(), widths.into()],
        "CIDToGIDMap" => (first + TO_GLYPH, 0),
    };
    vec![
        (first + TYPE0, type0.into()),
        (first + DESCENDANT, descendant.into()),
        (first + DESCRIPTOR, descriptor(used.font, base, first)),
    ]
}

fn descriptor(font: u8, base: Object, first: u32) -> Object {
    let mut dict = dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => base,
        // Bit 3: its letters are not those of the standard Latin set.
        "Flags" => 4,
        "StemV" => 80,
        "FontFile2" => (first + PROGRAM, 0),
    };
    if let Some(of) = metrics(font) {
        let rounded = |value: f32| number(value.round());
        dict.set("FontBBox", of.bounds.map(rounded).to_vec());
        dict.set("Ascent", rounded(of.ascent));
        dict.set("Descent", rounded(of.descent));
        dict.set("CapHeight", rounded(of.capitals));
        dict.set("ItalicAngle", number(of.slant));
    }
    dict.into()
}

/// The letters of each code (9.10.3).
fn to_unicode(used: &Used) -> Stream {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for (part, glyphs) in used.glyphs.chunks(100).enumerate() {
        // Writing to a string does not fail.
        let _ = writeln!(map, "{} beginbfchar", glyphs.len());
        for (at, coded) in glyphs.iter().enumerate() {
            let _ = write!(map, "<{:04X}> <", part * 100 + at + 1);
            // The text of such a glyph stands beside it as replacement text; by itself it
            // adds nothing, which has to be said with a letter all the same.
            let letters = if coded.letters.is_empty() {
                "\u{200b}"
            } else {
                &coded.letters
            };
            for unit in letters.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    deflated(dictionary! {}, map.as_bytes())
}

fn letter(at: usize) -> &'static str {
    let at = at.min(25);
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ".get(at..=at).unwrap_or("Z")
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "widths and metrics are small"
)]
fn number(value: f32) -> Object {
    if value.fract() == 0.0 {
        (value as i64).into()
    } else {
        Object::Real(value)
    }
}
