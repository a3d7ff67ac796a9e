//! Pages of a PDF.

use preview::{Answer, Size, Why};

use crate::files::pdf;
use crate::{look, page};

#[test]
fn a_pdf_tells_its_pages_and_draws_the_one_that_is_asked_for() {
    let Answer::Pages { sizes, total } = look(&pdf(3)) else {
        panic!("pages were expected");
    };
    let letter = Size {
        width: 816,
        height: 1056,
    };
    assert_eq!((sizes, total), (vec![letter; 3], 3));
    let Answer::Page(drawn) = page(&pdf(3), 2, Some(612)) else {
        panic!("a page was asked for");
    };
    assert_eq!((drawn.size().width, drawn.size().height), (612, 792));
    let image = image::load_from_memory(&drawn.png()).unwrap().into_rgb8();
    assert_eq!(image.get_pixel(100, 700).0, [0; 3], "the square");
    assert_eq!(image.get_pixel(500, 100).0, [255; 3], "the paper");
    assert_eq!(page(&pdf(3), 4, None), Answer::Unshown(Why::NoPage));
}

#[test]
fn a_pdf_of_three_thousand_pages_tells_them_all_and_draws_the_last() {
    let thick = pdf(3000);
    let Answer::Pages { sizes, total } = look(&thick) else {
        panic!("pages were expected");
    };
    assert_eq!((sizes.len(), total), (3000, 3000));
    assert!(matches!(page(&thick, 3000, Some(200)), Answer::Page(_)));
}

#[test]
fn a_pdf_that_is_cut_anywhere_shows_what_is_left_or_says_that_it_is_broken() {
    let whole = pdf(2);
    for cut in (8..whole.len()).step_by(11) {
        match look(&whole[..cut]) {
            Answer::Pages { total, .. } => assert!(total <= 2),
            Answer::Unshown(Why::Broken) => {}
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
}

#[test]
fn a_page_without_an_end_is_given_within_bounds() {
    let text = String::from_utf8(pdf(1)).unwrap();
    for paper in [
        "0 0 9e9 9",
        "0 0 1 99999",
        "0 0 0 0",
        "0 0 -5 -5",
        "a b c d",
    ] {
        let odd = text.replace("0 0 612 792", paper);
        let Answer::Pages { sizes, .. } = look(odd.as_bytes()) else {
            continue;
        };
        let size = sizes[0];
        assert!((1..=4096).contains(&size.width), "{paper}: {size:?}");
        assert!((1..=4096).contains(&size.height), "{paper}: {size:?}");
        match page(odd.as_bytes(), 1, Some(4096)) {
            Answer::Page(_) | Answer::Unshown(Why::Broken) => {}
            other => panic!("{paper}: {other:?}"),
        }
    }
}
