//! Content that nobody planned for has a place on paper all the same.

use packet::document::{Block, Column, Table};
use packet::markdown;

use super::{laid_out, words, written};

/// Lays out and writes; every page can be drawn. Returns the words with all space taken out,
/// because a long word is cut where a line ends.
fn check(blocks: Vec<Block>) -> String {
    let pages = laid_out(blocks);
    assert!(pages.count() > 0);
    assert!(written(&pages).starts_with(b"%PDF-1.7"));
    for page in 0..pages.count().min(3) {
        pages.picture(page, 200).unwrap();
    }
    words(&pages).split_whitespace().collect()
}

#[test]
fn a_note_of_a_megabyte_loses_no_word() {
    let note: String = (0..150_000).map(|n| format!("w{n} ")).collect();
    assert!(note.len() > 1_000_000);
    let found = check(markdown(&note));
    for word in ["w0", "w74999w75000", "w149999"] {
        assert!(found.contains(word), "{word} is lost");
    }
}

#[test]
fn unpaired_markdown_loses_no_word() {
    for note in [
        "**bold that never ends",
        "[a link without an address](",
        "```\ncode without an end",
        "| one | two\n|--\n| three",
        "- a\n   - b\n        - c\n  > d\n> > e",
        "# # # #",
        "<b>raw &lt; html</b> &amp; <script>alert(1)</script>",
        "![a picture](file:///etc/hostname)",
        "\\ \\* \u{0}\u{7}\u{1b}[31m red",
        "~~~~\n~~~",
        "a\n===\nb\n---\n***\n___",
    ] {
        let found = check(markdown(note));
        for word in note
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|w| w.len() > 4)
        {
            assert!(
                found.contains(word) || note.contains("file:///"),
                "{word} of {note:?} is lost"
            );
        }
    }
}

#[test]
fn lists_quotes_and_emphasis_nested_a_thousand_deep_have_an_end() {
    for unit in ["> ", "- ", "**", "[", "1. "] {
        check(markdown(&format!("{}bottom", unit.repeat(1000))));
    }
}

#[test]
fn every_script_is_on_the_page_and_can_be_read_back() {
    for words in [
        "Привет мир",
        "Ελλάδα",
        "Nguyễn Thị",
        "患者記録",
        "こんにちは",
        "환자 기록",
        "नमस्ते",
        "😀☐",
    ] {
        let found = check(vec![Block::text(words)]);
        let wanted: String = words.split_whitespace().collect();
        assert!(found.contains(&wanted), "{wanted} is not in {found}");
    }
}

#[test]
fn letters_without_a_glyph_become_their_code_and_are_said() {
    let pages = laid_out(vec![Block::text("before \u{16800} after")]);
    assert!(words(&pages).contains("[U+16800]"));
    assert!(
        pages
            .warnings()
            .iter()
            .any(|warning| warning.contains("U+16800"))
    );
}

#[test]
fn a_row_of_many_pages_is_cut_and_loses_nothing() {
    let long: String = (0..6000).map(|n| format!("r{n} ")).collect();
    let table = Table {
        columns: vec![Column::Share(1.0), Column::Share(1.0)],
        header: vec!["Left head".to_owned(), "Right head".to_owned()],
        rows: vec![vec![vec![Block::text(long)], vec![Block::text("beside")]]],
    };
    let pages = laid_out(vec![Block::Table(table)]);
    assert!(pages.count() > 3);
    let found = words(&pages);
    for word in ["r0 ", "r2999 ", "r5999"] {
        assert!(found.contains(word), "{word} is lost");
    }
}

#[test]
fn a_table_with_ragged_rows_and_no_header_has_a_place() {
    let rows = vec![
        vec![],
        vec![vec![]],
        vec![
            vec![Block::text("one")],
            vec![Block::text("two")],
            vec![Block::text("three")],
        ],
    ];
    let table = Table {
        columns: vec![Column::Fixed(4.0), Column::Share(0.0)],
        header: vec![],
        rows,
    };
    assert!(check(vec![Block::Table(table)]).contains("one"));
    check(vec![Block::Table(Table::default())]);
}

#[test]
fn a_broken_picture_becomes_a_sentence_and_a_warning() {
    for bytes in [
        &b""[..],
        b"not a picture",
        b"\x89PNG\r\n\x1a\nbroken",
        b"\xff\xd8\xff\xd9",
    ] {
        let image = Block::Image {
            bytes: bytes.to_vec(),
            alternative: "the server closet".to_owned(),
            caption: String::new(),
        };
        let pages = laid_out(vec![image]);
        assert_eq!(pages.warnings().len(), 1);
        assert!(words(&pages).contains("the server closet"));
    }
}

#[test]
fn an_empty_document_is_a_page() {
    assert_eq!(laid_out(Vec::new()).count(), 1);
    check(vec![
        Block::text(""),
        Block::Contents,
        Block::Space(f32::NAN),
        Block::PageBreak,
    ]);
}

#[test]
fn marks_that_turn_a_name_round_are_taken_out() {
    let found = check(vec![Block::text("invoice\u{202e}fdp.exe")]);
    assert!(found.contains("invoicefdp.exe"));
}
