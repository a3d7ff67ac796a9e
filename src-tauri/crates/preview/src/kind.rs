//! What bytes are, told by the bytes.

use image::ImageFormat as F;

use crate::answer::Why;

/// How many bytes are looked at to tell what they are.
pub(crate) const SAMPLE: usize = 64 << 10;

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A picture of one of these formats.
    Picture(F),
    /// A PDF.
    Pdf,
    /// Files packed into one, as office programs do since 2007.
    Package,
    /// Office documents as they were before, and newer ones behind a password.
    Compound,
    /// Text in one of these encodings.
    Text(&'static encoding_rs::Encoding),
    /// Something that is not shown.
    Unshown(Why),
}

/// Beginnings that leave no doubt.
const MARKS: [(&[u8], Kind); 21] = [
    (b"\x89PNG\r\n\x1a\n", Kind::Picture(F::Png)),
    (b"\xff\xd8\xff", Kind::Picture(F::Jpeg)),
    (b"GIF87a", Kind::Picture(F::Gif)),
    (b"GIF89a", Kind::Picture(F::Gif)),
    (b"II*\0", Kind::Picture(F::Tiff)),
    (b"MM\0*", Kind::Picture(F::Tiff)),
    (b"II+\0", Kind::Picture(F::Tiff)),
    (b"MM\0+", Kind::Picture(F::Tiff)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Compound),
    (b"{\\rtf", Kind::Unshown(Why::Office)),
    (b"7z\xbc\xaf\x27\x1c", Kind::Unshown(Why::Archive)),
    (b"Rar!\x1a\x07", Kind::Unshown(Why::Archive)),
    (b"\x1f\x8b", Kind::Unshown(Why::Archive)),
    (b"BZh", Kind::Unshown(Why::Archive)),
    (b"\xfd7zXZ\0", Kind::Unshown(Why::Archive)),
    (b"\x28\xb5\x2f\xfd", Kind::Unshown(Why::Archive)),
    (b"ID3", Kind::Unshown(Why::Media)),
    (b"OggS", Kind::Unshown(Why::Media)),
    (b"fLaC", Kind::Unshown(Why::Media)),
    (b"\x1a\x45\xdf\xa3", Kind::Unshown(Why::Media)),
    (b"FLV\x01", Kind::Unshown(Why::Media)),
];

/// Tells what bytes are by their beginning.
pub(crate) fn of(sample: &[u8]) -> Kind {
    if sample.is_empty() {
        return Kind::Unshown(Why::Empty);
    }
    let marked = MARKS.iter().find(|(mark, _)| sample.starts_with(mark));
    if let Some((_, kind)) = marked {
        return *kind;
    }
    let at = |place: usize, is: &[u8]| sample.get(place..place + is.len()) == Some(is);
    if sample.starts_with(b"RIFF") {
        let is_picture = at(8, b"WEBP");
        return if is_picture {
            Kind::Picture(F::WebP)
        } else {
            Kind::Unshown(Why::Media)
        };
    }
    // Two letters alone also begin a sentence; the header's reserved bytes do not.
    if sample.starts_with(b"BM") && at(6, &[0; 4]) {
        return Kind::Picture(F::Bmp);
    }
    if at(4, b"ftyp") {
        return Kind::Unshown(of_boxes(sample));
    }
    if sample.starts_with(b"PK\x03\x04") || sample.starts_with(b"PK\x05\x06") {
        return of_zip(sample);
    }
    if at(257, b"ustar") {
        return Kind::Unshown(Why::Archive);
    }
    if has_pdf_mark(sample) {
        return Kind::Pdf;
    }
    of_text(sample).map_or(Kind::Unshown(Why::Unknown), Kind::Text)
}

/// The mark may stand somewhat behind the beginning (ISO 32000-2, annex I).
fn has_pdf_mark(sample: &[u8]) -> bool {
    let beginning = sample.get(..1024).unwrap_or(sample);
    let at = beginning.windows(5).position(|five| five == b"%PDF-");
    // Text that speaks of the mark is text: what stands before a true one is not.
    at.is_some_and(|at| at == 0 || sample.get(..at).is_some_and(is_padding))
}

fn is_padding(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| *byte == 0 || *byte >= 0x80)
        || bytes.iter().all(u8::is_ascii_whitespace)
}

fn of_boxes(sample: &[u8]) -> Why {
    let brands = sample.get(8..).unwrap_or_default();
    let still = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif",
    ];
    let is_still = brands
        .chunks_exact(4)
        .take(14)
        .any(|brand| still.iter().any(|known| brand == *known));
    if is_still { Why::Heic } else { Why::Media }
}

fn of_zip(sample: &[u8]) -> Kind {
    let has = |mark: &[u8]| sample.windows(mark.len()).any(|part| part == mark);
    if has(b"mimetypeapplication/vnd.oasis.opendocument") {
        return Kind::Unshown(Why::Office);
    }
    // Programs write the parts in any order, and a large one hides those behind it.
    let marks: [&[u8]; 4] = [b"[Content_Types].xml", b"_rels/.rels", b"docProps/", b"xl/"];
    if marks.into_iter().any(has) {
        Kind::Package
    } else {
        Kind::Unshown(Why::Archive)
    }
}

/// Returns the encoding of text, or nothing when bytes are no text.
fn of_text(sample: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(sample) {
        return Some(marked);
    }
    if let Some(wide) = of_wide_text(sample) {
        return Some(wide);
    }
    let odd = sample.iter().filter(|byte| is_odd(**byte)).count();
    // Printers' form feeds and a stray mark happen in logs; more of them is no text.
    if sample.contains(&0) || odd * 100 > sample.len() {
        return None;
    }
    let is_utf8 = match std::str::from_utf8(sample) {
        Ok(_) => true,
        // A letter that the sample cuts in two.
        Err(error) => error.error_len().is_none(),
    };
    if is_utf8 {
        return Some(encoding_rs::UTF_8);
    }
    // The five places that the code page leaves free do not come in its texts.
    let is_1252 = !sample
        .iter()
        .any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
    let high = sample.iter().filter(|byte| **byte >= 0x80).count();
    (is_1252 && high * 3 < sample.len()).then_some(encoding_rs::WINDOWS_1252)
}

fn is_odd(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)
}

/// Text of two bytes a letter without its mark: in most languages written with spaces and
/// digits, every other byte of much of it is zero.
fn of_wide_text(sample: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let pairs = sample.chunks_exact(2);
    let count = pairs.len();
    let zeros = |which: usize| {
        let is_zero = |pair: &&[u8]| pair.get(which) == Some(&0);
        pairs.clone().filter(is_zero).count()
    };
    let (first, second) = (zeros(0), zeros(1));
    if count < 8 {
        None
    } else if second * 2 > count && first == 0 {
        Some(encoding_rs::UTF_16LE)
    } else if first * 2 > count && second == 0 {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_are_is_told_by_the_bytes() {
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        let video = b"\0\0\0\x18ftypisom\0\0\0\0isommp42";
        let office = b"PK\x03\x04\x14\0\0\0\0\0......[Content_Types].xml";
        let open = b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text";
        let late = b"\0\0\xff junk before %PDF-1.7\n";
        let wide: Vec<u8> = "Name;Role\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let cases: [(&[u8], Kind); 23] = [
            (b"", Kind::Unshown(Why::Empty)),
            (b"\x89PNG\r\n\x1a\n....", Kind::Picture(F::Png)),
            (b"\xff\xd8\xff\xe1..", Kind::Picture(F::Jpeg)),
            (b"GIF89a..", Kind::Picture(F::Gif)),
            (b"RIFF....WEBPVP8 ", Kind::Picture(F::WebP)),
            (b"RIFF....WAVEfmt ", Kind::Unshown(Why::Media)),
            (b"MM\0*....", Kind::Picture(F::Tiff)),
            (b"BM\x10\0\0\0\0\0\0\0", Kind::Picture(F::Bmp)),
            (b"BMI of patients", Kind::Text(encoding_rs::UTF_8)),
            (b"%PDF-1.4\n", Kind::Pdf),
            (late, Kind::Pdf),
            (
                b"A PDF begins with %PDF-1.7",
                Kind::Text(encoding_rs::UTF_8),
            ),
            (heic, Kind::Unshown(Why::Heic)),
            (video, Kind::Unshown(Why::Media)),
            (office, Kind::Package),
            (open, Kind::Unshown(Why::Office)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", Kind::Compound),
            (b"PK\x03\x04photo.jpg", Kind::Unshown(Why::Archive)),
            (b"\x1f\x8b\x08", Kind::Unshown(Why::Archive)),
            ("Größe".as_bytes(), Kind::Text(encoding_rs::UTF_8)),
            (b"Gr\xf6\xdfe", Kind::Unshown(Why::Unknown)),
            (
                b"Gr\xf6\xdfe und Gewicht",
                Kind::Text(encoding_rs::WINDOWS_1252),
            ),
            (&wide, Kind::Text(encoding_rs::UTF_16LE)),
        ];
        for (bytes, kind) in cases {
            assert_eq!(of(bytes), kind, "{:?}", String::from_utf8_lossy(bytes));
        }
        let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert_eq!(of(&noise), Kind::Unshown(Why::Unknown));
    }
}
