//! Files made for the tests.

use std::fmt::Write;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A picture that is red on its left half and blue on its right.
pub(crate) fn halves(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |x: u32, _| {
        if x < width / 2 {
            Rgb([255, 0, 0])
        } else {
            Rgb([0, 0, 255])
        }
    };
    let image = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, colour));
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The same as a JPEG of a camera that was turned to the right.
pub(crate) fn turned(width: u32, height: u32) -> Vec<u8> {
    let plain = halves(width, height, ImageFormat::Jpeg);
    // One entry: the orientation, 6, "the top of the picture is on its right".
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [
        &plain[..2],
        b"\xff\xe1".as_slice(),
        &length,
        exif,
        &plain[2..],
    ]
    .concat()
}

/// A scan of several pages in one file, each one pixel wider than the one before.
pub(crate) fn scan(pages: u32) -> Vec<u8> {
    let mut file = b"II*\0\0\0\0\0".to_vec();
    let mut link = 4;
    for page in 0..pages {
        let width = 8 + page;
        let strip = u32::try_from(file.len()).unwrap();
        file.extend(vec![200_u8; width as usize * 4]);
        if file.len() % 2 == 1 {
            file.push(0);
        }
        let here = u32::try_from(file.len()).unwrap();
        file[link..link + 4].copy_from_slice(&here.to_le_bytes());
        let fields = [
            (256, width),
            (257, 4),
            (258, 8),
            (259, 1),
            (262, 1),
            (273, strip),
            (277, 1),
            (278, 4),
            (279, width * 4),
        ];
        file.extend(u16::try_from(fields.len()).unwrap().to_le_bytes());
        for (tag, value) in fields {
            file.extend(u16::to_le_bytes(tag));
            file.extend(4_u16.to_le_bytes());
            file.extend(1_u32.to_le_bytes());
            file.extend(u32::to_le_bytes(value));
        }
        link = file.len();
        file.extend([0; 4]);
    }
    file
}

/// A PDF whose pages are letter paper with a black square in the lower left corner.
pub(crate) fn pdf(pages: u32) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    let mut object = |file: &mut String, body: &str| {
        places.push(file.len());
        let number = places.len();
        write!(file, "{number} 0 obj\n{body}\nendobj\n").unwrap();
    };
    object(&mut file, "<</Type/Catalog/Pages 2 0 R>>");
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 4)).collect();
    let kids = kids.join(" ");
    object(
        &mut file,
        &format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"),
    );
    let drawing = "0 0 0 rg 0 0 306 396 re f";
    let length = drawing.len();
    object(
        &mut file,
        &format!("<</Length {length}>>\nstream\n{drawing}\nendstream"),
    );
    for _ in 0..pages {
        object(
            &mut file,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R>>",
        );
    }
    let start = file.len();
    let count = places.len() + 1;
    write!(file, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(
        file,
        "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}
