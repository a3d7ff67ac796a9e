//! What is read, and in which order.

use packet::document::{Block, Column, Face, Run, Table, Tone};
use packet::outline;

use super::{document, laid_out, words};

#[test]
fn pages_are_read_in_the_order_of_the_document() {
    let blocks = vec![
        Block::heading(1, "First chapter", "one"),
        Block::text("alpha"),
        Block::List {
            ordered: true,
            items: vec![vec![Block::text("beta")], vec![Block::text("gamma")]],
        },
        Block::Terms(vec![("delta".to_owned(), vec![Run::plain("epsilon")])]),
        Block::Callout(vec![Block::text("zeta")]),
        Block::heading(1, "Second chapter", "two"),
        Block::text("iota"),
    ];
    let found = words(&laid_out(blocks));
    let order = [
        "First", "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "Second", "iota",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|word| {
            found
                .find(word)
                .unwrap_or_else(|| panic!("{word} is not there: {found}"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_hyphenated_word_is_whole_when_it_is_read() {
    let table = Table {
        columns: vec![Column::Fixed(52.0), Column::Share(1.0)],
        header: Vec::new(),
        rows: vec![vec![
            vec![Block::text("internationalisation")],
            vec![Block::text("x")],
        ]],
    };
    let pages = laid_out(vec![Block::Table(table)]);
    assert!(
        pages.text(0).contains("internationalisation"),
        "{}",
        pages.text(0)
    );
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines)
            .map(|n| Block::text(format!("Line number {n}.")))
            .collect();
        blocks.push(Block::heading(2, "A heading", "here"));
        blocks.push(Block::text("What it heads."));
        let pages = laid_out(blocks);
        let page = (0..pages.count())
            .find(|page| pages.text(*page).contains("A heading"))
            .expect("the heading is on a page");
        assert!(
            pages.text(page).contains("What it heads"),
            "after {lines} lines"
        );
    }
}

#[test]
fn a_link_to_a_heading_that_is_not_there_is_only_words() {
    let link = Run::plain("nowhere").to("missing");
    let pages = laid_out(vec![Block::Paragraph(Tone::Body, vec![link])]);
    assert!(pages.text(0).contains("nowhere"));
}

#[test]
fn an_outline_says_what_the_pages_say() {
    let text = outline(&document(vec![
        Block::heading(2, "A heading", ""),
        Block::Paragraph(
            Tone::Body,
            vec![Run::plain("One "), Run::set("two", Face::Bold)],
        ),
        Block::Table(Table {
            columns: vec![Column::Share(1.0)],
            header: vec!["Head".to_owned()],
            rows: vec![vec![vec![Block::text("cell")]]],
        }),
    ]));
    assert_eq!(
        text,
        "A title\n\n## A heading\nOne two\n| Head |\n|\n  cell\n"
    );
}
