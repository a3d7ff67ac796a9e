//! Some seventy hostile pictures, PDFs and the like: each takes down the process that decodes it at
//! most, and never this one.
//!
//! All are made here, each by what is wrong with it. This program runs itself as the decoder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout
)]

use std::io::{self, Cursor, Read};
use std::process::{Command, ExitCode};

use preview::{Answer, Ask, Hint, What, Why, ask, confine, serve};

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        return ExitCode::from(u8::from(!(confine() && serve().is_ok())));
    }
    let all: Vec<_> = pictures()
        .into_iter()
        .chain(pdfs())
        .chain(others())
        .chain(books())
        .collect();
    assert!(all.len() >= 40, "there are {}", all.len());
    let mut given_up = Vec::new();
    for (name, bytes) in &all {
        // What is no workbook has no sheets, and each question is a process of its own.
        let sheets = name.contains("workbook").then_some(What::Sheets);
        let page = What::Page {
            number: 1,
            width: Some(800),
        };
        for what in [What::Look, page].into_iter().chain(sheets) {
            let answer = of(what, bytes);
            if answer == Answer::Unshown(Why::GaveUp) {
                given_up.push(*name);
            }
        }
    }
    println!("{} files; the decoder gave up on: {given_up:?}", all.len());
    let endless = all.iter().find(|(name, _)| *name == ENDLESS).unwrap();
    for what in [What::Look, What::Sheets] {
        assert_eq!(of(what, &endless.1), Answer::Unshown(Why::Unfolds));
    }
    // After all of that the next piece of evidence is shown.
    let sound = of(What::Look, &drawn_png(8, 8));
    assert!(matches!(sound, Answer::Picture { .. }), "{sound:?}");
    // And one that takes its process down is told apart from one that is not understood.
    assert_eq!(of(What::Look, b"\0\x01\x02"), Answer::Unshown(Why::Unknown));
    ExitCode::SUCCESS
}

fn of(what: What, bytes: &[u8]) -> Answer {
    let mut program = Command::new(std::env::current_exe().unwrap());
    let asked = Ask {
        what,
        hint: Hint::Nothing,
    };
    ask(
        program.arg("serve").env_clear(),
        asked,
        &mut Cursor::new(bytes),
    )
    .unwrap()
}

type Named = (&'static str, Vec<u8>);

/// A PNG out of chunks, each with its right sum.
fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, body) in chunks {
        file.extend(u32::try_from(body.len()).unwrap().to_be_bytes());
        file.extend(*kind);
        file.extend(*body);
        file.extend(sum(&[kind.as_slice(), body].concat()).to_be_bytes());
    }
    file
}

/// The sum of a chunk (PNG, annex D).
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
        })
    })
}

fn head(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([depth, colour, 0, 0, 0]);
    head
}

/// A sound picture, black all over and so far smaller than what it unfolds to.
fn drawn_png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let rows = vec![0; (width * height) as usize];
    writer.write_image_data(&rows).unwrap();
    writer.finish().unwrap();
    file
}

/// Zeros, deflated: what such a picture holds.
fn deflated(length: u32) -> Vec<u8> {
    let file = drawn_png(length / 1024, 1024);
    let mut packed = Vec::new();
    let mut at = 8;
    while let Some(length) = file.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap()) as usize;
        if &file[at + 4..at + 8] == b"IDAT" {
            packed.extend_from_slice(&file[at + 8..at + 8 + length]);
        }
        at += 12 + length;
    }
    packed
}

fn drawn(kind: image::ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([x as u8, y as u8, 7]));
    picture.write_to(&mut file, kind).unwrap();
    file.into_inner()
}

fn halved(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn pictures() -> Vec<Named> {
    let packed = deflated(1 << 20);
    let large = head(65_535, 65_535, 8, 2);
    let jpeg = drawn(image::ImageFormat::Jpeg);
    let gif = drawn(image::ImageFormat::Gif);
    let jpeg_of = |at: &[u8], bytes: [u8; 4]| {
        let mut jpeg = jpeg.clone();
        let place = jpeg.windows(2).position(|two| two == at).unwrap();
        jpeg[place + 5..place + 9].copy_from_slice(&bytes);
        jpeg
    };
    let mut wrong_sum = drawn_png(64, 64);
    wrong_sum[40] ^= 1;
    let mut gif_codes = gif.clone();
    let codes = gif_codes.len() / 3;
    gif_codes[codes..].fill(0xFF);
    let mut gif_large = gif.clone();
    gif_large[6..10].fill(0xFF);
    let many: Vec<(&[u8; 4], &[u8])> =
        std::iter::repeat_n((b"tEXt", b"k\0v".as_slice()), 20_000).collect();
    vec![
        (
            "a picture of no size",
            png(&[(b"IHDR", &head(0, 0, 8, 0)), (b"IDAT", &packed)]),
        ),
        (
            "four billion pixels in little",
            png(&[(b"IHDR", &large), (b"IDAT", &packed), (b"IEND", &[])]),
        ),
        (
            "more pixels than there are numbers",
            png(&[
                (b"IHDR", &head(u32::MAX, u32::MAX, 16, 6)),
                (b"IDAT", &packed),
            ]),
        ),
        (
            "one very long row",
            png(&[(b"IHDR", &head(0x7FFF_FFFF, 1, 8, 6)), (b"IDAT", &packed)]),
        ),
        ("a head and no more", png(&[(b"IHDR", &large)])),
        ("a wrong sum", wrong_sum),
        ("half a picture", halved(drawn_png(4096, 64))),
        (
            "a picture that unfolds to all of memory",
            drawn_png(16_384, 16_384),
        ),
        (
            "a chunk as long as can be said",
            [&png(&[(b"IHDR", &large)])[..], &[0xFF; 64]].concat(),
        ),
        (
            "an end before its beginning",
            png(&[(b"IEND", &[]), (b"IHDR", &large)]),
        ),
        (
            "colours that are not there",
            png(&[(b"IHDR", &head(64, 64, 8, 3)), (b"IDAT", &packed)]),
        ),
        (
            "a depth that is none",
            png(&[(b"IHDR", &head(64, 64, 77, 9)), (b"IDAT", &packed)]),
        ),
        (
            "a profile that unfolds",
            png(&[
                (b"IHDR", &head(64, 64, 8, 0)),
                (b"iCCP", &[b"x\0\0".as_slice(), &deflated(1 << 26)].concat()),
                (b"IDAT", &packed),
            ]),
        ),
        (
            "twenty thousand remarks",
            png(&[
                &[(b"IHDR", head(64, 64, 8, 0).as_slice())],
                &many[..],
                &[(b"IDAT", &packed)],
            ]
            .concat()),
        ),
        ("a photograph's first bytes", b"\xFF\xD8\xFF\xE0".to_vec()),
        ("half a photograph", halved(jpeg.clone())),
        (
            "a photograph of 65,535 by 65,535",
            jpeg_of(&[0xFF, 0xC0], [0xFF; 4]),
        ),
        ("a photograph of no size", jpeg_of(&[0xFF, 0xC0], [0; 4])),
        ("a photograph whose tables are filled up", {
            let mut odd = jpeg.clone();
            let at = odd.windows(2).position(|two| two == [0xFF, 0xC4]).unwrap();
            odd[at + 5..at + 40].fill(0xFF);
            odd
        }),
        (
            "a photograph that never ends",
            [&halved(jpeg.clone())[..], &[0xFF, 0xD0].repeat(500_000)].concat(),
        ),
        (
            "two photographs in one",
            [halved(jpeg.clone()), jpeg.clone()].concat(),
        ),
        ("codes that lead nowhere", gif_codes),
        ("a moving picture of 65,535 by 65,535", gif_large),
        ("half a moving picture", halved(gif)),
        ("a bitmap deeper than any", {
            let mut odd = drawn(image::ImageFormat::Bmp);
            odd[18..26].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0x80]);
            odd
        }),
        ("a bitmap of a million colours", {
            let mut odd = drawn(image::ImageFormat::Bmp);
            odd[46..50].fill(0xFF);
            odd
        }),
        (
            "a scan whose pages go round",
            b"II*\0\x08\0\0\0\0\0\x08\0\0\0".to_vec(),
        ),
        (
            "a scan with four billion strips",
            [
                b"II*\0\x08\0\0\0\x02\0".as_slice(),
                &[0x11, 1, 4, 0, 0xFF, 0xFF, 0xFF, 0xFF, 8, 0, 0, 0],
                &[0x00, 1, 4, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0],
                &[0; 4],
            ]
            .concat(),
        ),
        (
            "a WebP that lies about its length",
            [b"RIFF\xFF\xFF\xFF\xFFWEBPVP8L".as_slice(), &[0xFF; 256]].concat(),
        ),
        (
            "a WebP of 16,384 by 16,384",
            [
                b"RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2F".as_slice(),
                &[0xFF, 0xFF, 0xFF, 0x0F],
                &[0; 11],
            ]
            .concat(),
        ),
    ]
}

/// A PDF out of numbered objects, with a right table of where they are; the first is its root.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    file.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").bytes(),
    );
    file
}

/// A PDF of one page, with what is drawn on it, more entries of the page, and more objects.
fn page(content: &[u8], entries: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let entries = format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R {entries}>>");
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 300]>>".to_vec(),
        entries.into_bytes(),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

fn stream(entries: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {} {entries}>>\nstream\n", body.len());
    [head.as_bytes(), body, b"\nendstream"].concat()
}

fn pdfs() -> Vec<Named> {
    let catalog = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
    let form = "/Resources<</XObject<</F 5 0 R>>>>";
    let drawing = stream(
        &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]{form}"),
        b"/F Do /F Do",
    );
    let picture = |entries: &str, body: &[u8]| {
        let entries = format!("/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB {entries}");
        page(b"/F Do", form, &[stream(&entries, body)])
    };
    let tail =
        |tail: &str| [b"%PDF-1.7\n1 0 obj<<>>endobj\n".as_slice(), tail.as_bytes()].concat();
    vec![
        ("a PDF of its first bytes", b"%PDF-1.7".to_vec()),
        ("a table that points at itself", tail("xref\n0 1\n0000000000 65535 f \ntrailer<</Size 2/Root 1 0 R/Prev 28>>\nstartxref\n28\n%%EOF")),
        ("a table beyond all bytes", tail("startxref\n9223372036854775807\n%%EOF")),
        ("a table of four billion", tail("xref\n0 4294967295\ntrailer<</Size 4294967295/Root 1 0 R>>\nstartxref\n28\n%%EOF")),
        ("half a PDF", halved(page(b"0 0 9 9 re f", "", &[]))),
        ("pages that hold themselves", pdf(&[catalog.clone(), b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>".to_vec()])),
        ("two billion pages", pdf(&[catalog.clone(), b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>".to_vec(), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_vec()])),
        ("fewer pages than none", pdf(&[catalog.clone(), b"<</Type/Pages/Kids[]/Count -1>>".to_vec()])),
        ("a page as wide as the moon is far", page(b"0 0 9 9 re f", "/MediaBox[0 0 1e12 1e12]", &[])),
        ("a page of no width", page(b"0 0 9 9 re f", "/MediaBox[0 0 0 0]", &[])),
        ("a page of odd numbers", page(b"0 0 9 9 re f", "/MediaBox[nan -inf 99999999999999999999 1]", &[])),
        ("lists in lists", page(&b"[".repeat(200_000), "", &[])),
        ("entries in entries", pdf(&[[b"<</A".repeat(100_000), b">>".repeat(100_000)].concat()])),
        ("brackets in a name of brackets", page(&b"(".repeat(300_000), "", &[])),
        ("a stream that unfolds to all of memory", page(b"", "/Contents 5 0 R", &[stream("/Filter/FlateDecode", &deflated(1 << 28))])),
        ("a stream unfolded a hundred times", page(b"", "/Contents 5 0 R", &[stream(&format!("/Filter[{}]", "/FlateDecode".repeat(100)), &deflated(1 << 22))])),
        ("a stream that is its own length", pdf(&[catalog, b"<</Length 2 0 R>>\nstream\nx\nendstream".to_vec()])),
        ("objects inside themselves", page(b"", "", &[stream("/Type/ObjStm/N 1/First 4/Extends 5 0 R", b"5 0 <<>>")])),
        ("a drawing that draws itself twice", page(b"/F Do", form, std::slice::from_ref(&drawing))),
        ("a pattern made of itself", page(b"/Pattern cs /P scn 0 0 300 300 re f", "/Resources<</Pattern<</P 5 0 R>>>>", &[stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<</Pattern<</P 5 0 R>>>>", b"/Pattern cs /P scn 0 0 1 1 re f")])),
        ("a million saved states", page(&b"q ".repeat(1_000_000), "", &[])),
        ("a million curves", page(&b"0 0 m 1 9 9 1 300 300 c S ".repeat(200_000), "", &[])),
        ("a line of endless dashes", page(b"[0.000001] 0 d 0.0001 w 0 0 m 300 300 l S", "", &[])),
        ("a picture inside of 60,000 by 60,000", picture("/Width 60000/Height 60000/BitsPerComponent 8/Filter/FlateDecode", &deflated(1 << 24))),
        ("a picture inside of no width", picture("/Width 0/Height -4/BitsPerComponent 77", b"x")),
        ("a picture inside that is masked by itself", picture("/Width 4/Height 4/BitsPerComponent 8/SMask 5 0 R", &[0; 48])),
        ("half a JPEG 2000 inside", picture("/Width 9/Height 9/Filter/JPXDecode", b"\0\0\0\x0CjP  \r\n\x87\n\xFF\x4F\xFF\x51")),
        ("a JBIG2 of nonsense inside", picture("/Width 9000/Height 9000/Filter/JBIG2Decode", &[0xFF; 4096])),
        ("a fax of nonsense inside", picture("/Width 9000/Height 9000/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>", &[0xAA; 4096])),
        ("a font of nonsense", page(b"BT /F 9 Tf (words) Tj ET", "/Resources<</Font<</F<</Type/Font/Subtype/TrueType/FontDescriptor<</FontFile2 5 0 R>>>>>>>>", &[stream("", &[0xFF; 4096])])),
        ("a shading by a program without end", page(b"/S sh", "/Resources<</Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Function 5 0 R>>>>>>", &[stream("/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]", &b"{".repeat(50_000))])),
        ("a sealed PDF of nonsense", [&page(b"", "", &[])[..], b"\ntrailer<</Root 1 0 R/Encrypt<</Filter/Standard/V 9/R 99/O(x)/U(y)/P -1>>/ID[(a)(b)]>>\nstartxref\n0\n%%EOF"].concat()),
    ]
}

fn others() -> Vec<Named> {
    let pdf = page(b"0 0 9 9 re f", "", &[]);
    vec![
        (
            "a picture that is a PDF too",
            [&drawn_png(8, 8)[..], &pdf].concat(),
        ),
        (
            "a PDF behind a moving picture's name",
            [b"GIF89a/*".as_slice(), &pdf, b"*/"].concat(),
        ),
        (
            "a page that is a picture too",
            [
                b"\x89PNG\r\n\x1a\n<script>alert(1)</script>".as_slice(),
                &pdf,
            ]
            .concat(),
        ),
        (
            "a text of one endless line",
            b"=HYPERLINK(".repeat(1_000_000),
        ),
        ("a table of a million columns", b",".repeat(4_000_000)),
        ("quotes that never close", b"\"a\n".repeat(500_000)),
        (
            "a text in wide letters, cut",
            [b"\xFF\xFE".as_slice(), &[0xD8; 9999]].concat(),
        ),
    ]
}

const ENDLESS: &str = "a workbook of a gigabyte of zeros";

/// A workbook of one sheet, which is what these bytes are.
fn book(sheet: &mut dyn Read) -> Vec<u8> {
    let plain = rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap();
    let mut plain = zip::ZipArchive::new(Cursor::new(plain)).unwrap();
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..plain.len() {
        let mut part = plain.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let is_sheet = name == "xl/worksheets/sheet1.xml";
        file.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        if is_sheet {
            io::copy(sheet, &mut file).unwrap();
        } else {
            io::copy(&mut part, &mut file).unwrap();
        }
    }
    file.finish().unwrap().into_inner()
}

fn books() -> Vec<Named> {
    let cells = |cells: &str| {
        let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
        book(&mut sheet.as_bytes())
    };
    let deep = "<x>".repeat(1_000_000);
    vec![
        (ENDLESS, book(&mut io::repeat(0).take(1 << 30))),
        (
            "a workbook with a cell beyond all",
            cells("<row r=\"1\"><c r=\"ZZZZZZZ9999999999\"><v>1</v></c></row>"),
        ),
        (
            "a workbook with a word that is not there",
            cells("<row><c t=\"s\"><v>-1</v></c></row>"),
        ),
        (
            "a workbook with a day that never was",
            cells("<row><c t=\"d\"><v>1e308</v></c><c s=\"99999\"><v>1e308</v></c></row>"),
        ),
        ("a workbook that goes down for ever", cells(&deep)),
        ("half a workbook", halved(cells(""))),
    ]
}
