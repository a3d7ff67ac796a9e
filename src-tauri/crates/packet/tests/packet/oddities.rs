//! What the document of all that nobody plans for becomes.

use packet::document::{Block, Column, Table};
use packet::{Paper, layout};

use super::odd::{ANIMATED, CMYK, SCRIPTS, TRANSPARENT, odd, png};
use super::{laid_out, words, written};

#[test]
fn a_document_of_all_that_is_odd_has_a_place_and_says_what_it_lacks() {
    for paper in [Paper::Letter, Paper::A4] {
        let pages = layout(odd(), paper).unwrap();
        let text = words(&pages);
        for (name, said) in SCRIPTS.iter().take(9) {
            let squeezed: String = said.split_whitespace().collect();
            let found: String = text.split_whitespace().collect();
            assert!(found.contains(&squeezed), "{name}: {squeezed} is lost");
        }
        for said in [
            "U+16800",
            "A logo cannot be shown",
            "A picture cannot be shown",
            "moves",
            "can hardly be seen",
            "has no words for somebody who cannot see it",
        ] {
            let warned = pages
                .warnings()
                .iter()
                .any(|warning| warning.contains(said));
            assert!(warned, "{said} is not in {:?}", pages.warnings());
        }
        for page in 0..pages.count() {
            pages.picture(page, 120).unwrap();
        }
    }
}

fn image(bytes: &[u8]) -> Block {
    Block::Image {
        bytes: bytes.to_vec(),
        alternative: "the server room".to_owned(),
        caption: String::new(),
    }
}

#[test]
fn a_picture_that_is_odd_is_shown_or_said_in_a_sentence_with_a_warning() {
    for (bytes, sentence, warnings) in [
        (png(1, 1), "This picture is only 1 by 1 pixels.", 1),
        (png(20_000, 1), "This picture is only 20000 by 1 pixels.", 1),
        (png(20_000, 400), "", 0),
        (CMYK.to_vec(), "", 0),
        (TRANSPARENT.to_vec(), "", 0),
        (
            ANIMATED.to_vec(),
            "This picture moves; its first state is shown.",
            1,
        ),
        (
            png(9, 9)[..50].to_vec(),
            "cannot be shown: the file is damaged",
            1,
        ),
        (
            CMYK[..300].to_vec(),
            "cannot be shown: the file is damaged",
            1,
        ),
    ] {
        let pages = laid_out(vec![image(&bytes)]);
        let text = words(&pages).replace('\n', " ");
        assert!(text.contains(sentence), "{text}");
        assert_eq!(pages.warnings().len(), warnings, "{:?}", pages.warnings());
        assert!(written(&pages).starts_with(b"%PDF"));
        pages.picture(0, 200).unwrap();
    }
}

#[test]
fn a_picture_of_20_000_points_a_side_is_refused_before_it_is_decoded() {
    // The header is enough: 400 million points would be 1.2 GB.
    let mut bytes = png(8, 8);
    bytes[16..24].copy_from_slice(&[0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]);
    let pages = laid_out(vec![image(&bytes)]);
    assert_eq!(pages.warnings().len(), 1);
    assert!(words(&pages).contains("cannot be shown"));
}

#[test]
fn an_exhibit_stays_with_its_words_whatever_stands_before_it() {
    let exhibit = |label: &str, caption: &str| Block::Exhibit {
        label: label.to_owned(),
        png: png(1240, 1754),
        alternative: "a page".to_owned(),
        caption: caption.to_owned(),
    };
    for lines in 0..40 {
        let mut blocks = vec![Block::heading(1, "Exhibit 1: a record", "one")];
        blocks.extend((0..lines).map(|n| Block::text(format!("Line {n}."))));
        blocks.push(exhibit("Exhibit 1, page 1 of 2", "Sealed in November"));
        blocks.push(exhibit("Exhibit 1, page 2 of 2", "Sealed in December"));
        let pages = laid_out(blocks);
        for (label, caption) in [("page 1 of 2", "November"), ("page 2 of 2", "December")] {
            let page = (0..pages.count())
                .find(|page| pages.text(*page).contains(label))
                .expect("each label is on a page");
            assert!(
                pages.text(page).contains(caption),
                "{label} after {lines} lines"
            );
        }
        if lines == 0 {
            assert!(
                pages.text(0).contains("page 1 of 2"),
                "the head stands alone"
            );
            assert_eq!(pages.count(), 2);
        }
    }
}

#[test]
fn an_exhibit_in_a_cell_and_one_with_a_book_for_a_caption_have_a_place() {
    let exhibit = Block::Exhibit {
        label: "In a cell".to_owned(),
        png: png(1240, 1754),
        alternative: "a page".to_owned(),
        caption: "word ".repeat(9000),
    };
    let table = Table {
        columns: vec![Column::Fixed(30.0), Column::Share(1.0)],
        header: Vec::new(),
        rows: vec![vec![vec![exhibit.clone()], vec![Block::text("beside")]]],
    };
    let pages = laid_out(vec![Block::Table(table), exhibit]);
    assert_eq!(words(&pages).matches("word").count(), 18_000);
}

#[test]
fn a_control_character_in_a_title_or_a_banner_turns_nothing_into_codes() {
    let pages = layout(odd(), Paper::Letter).unwrap();
    let pdf = lopdf::Document::load_mem(&written(&pages)).unwrap();
    for page in [1, 3] {
        let said = pdf.extract_text(&[page]).unwrap();
        assert!(!said.contains("[U+004"), "{said}");
    }
}
