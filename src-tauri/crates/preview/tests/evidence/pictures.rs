//! Pictures.

use image::ImageFormat;
use preview::{Answer, Pixels, Size, Why};

use crate::files::{halves, scan, turned};
use crate::{look, page};

/// The colour at a place, as the page gets it.
fn colour(pixels: &Pixels, x: u32, y: u32) -> [u8; 3] {
    let png = pixels.png();
    let image = image::load_from_memory(&png).unwrap().into_rgb8();
    image.get_pixel(x, y).0
}

fn is_red([red, green, blue]: [u8; 3]) -> bool {
    red > 200 && green < 60 && blue < 60
}

fn picture(bytes: &[u8]) -> (Size, Pixels) {
    match look(bytes) {
        Answer::Picture { whole, pixels } => (whole, pixels),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_format_is_shown_as_a_picture() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::Bmp,
        ImageFormat::Tiff,
        ImageFormat::WebP,
    ] {
        let (whole, pixels) = picture(&halves(64, 32, format));
        let size = Size {
            width: 64,
            height: 32,
        };
        assert_eq!((whole, pixels.size()), (size, size), "{format:?}");
        assert!(is_red(colour(&pixels, 4, 4)), "{format:?}");
        assert!(!is_red(colour(&pixels, 60, 4)), "{format:?}");
    }
}

#[test]
fn a_picture_stands_as_its_camera_was_held() {
    let (whole, pixels) = picture(&turned(64, 32));
    assert_eq!((whole.width, whole.height), (32, 64));
    assert_eq!(pixels.size(), whole);
    assert!(is_red(colour(&pixels, 16, 8)), "what was left is above");
    assert!(!is_red(colour(&pixels, 16, 56)));
    let Answer::Page(narrow) = page(&turned(640, 320), 1, Some(100)) else {
        panic!("a page was asked for");
    };
    assert_eq!((narrow.size().width, narrow.size().height), (100, 200));
    assert!(is_red(colour(&narrow, 50, 20)));
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let clear = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    let mut file = std::io::Cursor::new(Vec::new());
    clear.write_to(&mut file, ImageFormat::Png).unwrap();
    let (_, pixels) = picture(file.get_ref());
    assert_eq!(colour(&pixels, 3, 3), [255; 3]);
}

#[test]
fn a_large_picture_is_given_smaller_and_at_the_width_asked_for() {
    let large = halves(6000, 100, ImageFormat::Png);
    let (whole, pixels) = picture(&large);
    assert_eq!(whole.width, 6000);
    assert_eq!(pixels.size().width, 2048);
    for (asked, given) in [(300, 300), (1, 64), (9000, 4096)] {
        let Answer::Page(drawn) = page(&large, 1, Some(asked)) else {
            panic!("a page was asked for");
        };
        assert_eq!(drawn.size().width, given);
    }
    assert_eq!(page(&large, 2, None), Answer::Unshown(Why::NoPage));
    assert_eq!(page(&large, 0, None), Answer::Unshown(Why::NoPage));
}

#[test]
fn a_scan_of_several_pages_is_turned_page_by_page() {
    let Answer::Pages { sizes, total } = look(&scan(3)) else {
        panic!("pages were expected");
    };
    let widths: Vec<u32> = sizes.iter().map(|size| size.width).collect();
    assert_eq!((widths, total), (vec![8, 9, 10], 3));
    let Answer::Page(last) = page(&scan(3), 3, None) else {
        panic!("a page was asked for");
    };
    assert_eq!(last.size().width, 10);
    assert_eq!(page(&scan(3), 4, None), Answer::Unshown(Why::NoPage));
    assert!(matches!(look(&scan(1)), Answer::Picture { .. }));
}

#[test]
fn a_scan_whose_pages_bite_their_tail_ends_there() {
    let mut scan = scan(2);
    let first = scan[4..8].to_vec();
    let end = scan.len() - 4;
    scan[end..].copy_from_slice(&first);
    assert!(matches!(look(&scan), Answer::Pages { total: 2, .. }));
}

#[test]
fn a_picture_that_claims_to_be_endless_is_not_drawn() {
    let mut bomb = halves(8, 8, ImageFormat::Png);
    // Width and height stand behind the signature and the chunk's length and name.
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let crc = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&crc);
    assert_eq!(look(&bomb), Answer::Unshown(Why::TooManyPixels));
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[test]
fn a_picture_that_is_cut_anywhere_is_shown_in_part_or_said_to_be_broken() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Tiff] {
        let whole = halves(64, 32, format);
        for cut in (12..whole.len()).step_by(7) {
            match look(&whole[..cut]) {
                Answer::Picture { .. } | Answer::Unshown(Why::Broken | Why::TooManyPixels) => {}
                other => panic!("{format:?} cut at {cut}: {other:?}"),
            }
        }
    }
}
