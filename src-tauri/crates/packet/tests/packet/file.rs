//! The file itself.

use std::io::{self, Write};

use lopdf::{Document as Pdf, Object};
use packet::document::{Bar, Block, Column, Face, Run, Table, Tone};
use packet::{Error, Paper, layout, markdown};

use super::{document, laid_out, written};

fn rich() -> Vec<Block> {
    let link = Run::set("to the second", Face::Semibold).to("two");
    let mut blocks = vec![
        Block::Contents,
        Block::heading(1, "One", "one"),
        Block::Paragraph(
            Tone::Body,
            vec![
                link,
                Run::plain(" and "),
                Run::plain("out").address("https://example.org/ä"),
            ],
        ),
        Block::heading(2, "Below one", "below"),
        Block::Bars {
            bars: vec![Bar {
                label: "A".to_owned(),
                values: vec![("Share".to_owned(), Some(40.0))],
            }],
            alternative: "One bar at 40.".to_owned(),
        },
        Block::heading(1, "Two", "two"),
        Block::Table(Table {
            columns: vec![Column::Fixed(60.0), Column::Share(1.0)],
            header: vec!["Key".to_owned(), "Value".to_owned()],
            rows: (0..120)
                .map(|n| {
                    vec![
                        vec![Block::text(format!("k{n}"))],
                        vec![Block::text("value")],
                    ]
                })
                .collect(),
        }),
    ];
    blocks.extend(markdown("- a list\n- of *two*\n\n> quoted\n\n`code` مرحبا"));
    blocks
}

fn read(blocks: Vec<Block>) -> Pdf {
    Pdf::load_mem(&written(&laid_out(blocks))).unwrap()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(written(&laid_out(rich())), written(&laid_out(rich())));
}

#[test]
fn every_node_is_tagged_and_the_language_is_said() {
    let pdf = read(rich());
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-US");
    assert!(catalog.get(b"StructTreeRoot").is_ok());
    let mut kinds: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter_map(|dict| dict.get(b"S").and_then(Object::as_name).ok())
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    kinds.sort();
    kinds.dedup();
    for kind in [
        "Document", "Figure", "H1", "H2", "L", "LI", "Link", "P", "TD", "TH", "TOC", "TR",
        "Table",
    ] {
        assert!(
            kinds.iter().any(|found| found == kind),
            "{kind} is missing in {kinds:?}"
        );
    }
}

#[test]
fn bookmarks_nest_as_the_headings_do() {
    let pdf = read(rich());
    let outlines = pdf
        .catalog()
        .unwrap()
        .get(b"Outlines")
        .unwrap()
        .as_reference()
        .unwrap();
    let title = |item: &lopdf::Dictionary| {
        String::from_utf8_lossy(item.get(b"Title").unwrap().as_str().unwrap()).into_owned()
    };
    let child = |of: &lopdf::Dictionary, key: &[u8]| {
        pdf.get_dictionary(of.get(key).unwrap().as_reference().unwrap())
            .unwrap()
    };
    let root = pdf.get_dictionary(outlines).unwrap();
    let one = child(root, b"First");
    assert_eq!(title(one), "One");
    assert_eq!(title(child(one, b"First")), "Below one");
    assert_eq!(title(child(one, b"Next")), "Two");
}

#[test]
fn links_say_where_they_lead_and_their_address_is_plain() {
    let pdf = read(rich());
    let addresses: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"A").ok()?.as_dict().ok())
        .filter_map(|action| action.get(b"URI").ok()?.as_str().ok())
        .map(|address| String::from_utf8_lossy(address).into_owned())
        .collect();
    assert_eq!(addresses, ["https://example.org/%C3%A4"]);
}

#[test]
fn both_papers_have_their_size() {
    for (paper, size) in [(Paper::Letter, 612.0), (Paper::A4, 595.276)] {
        let pages = layout(document(rich()), paper).unwrap();
        let pdf = Pdf::load_mem(&written(&pages)).unwrap();
        let tree = pdf
            .catalog()
            .unwrap()
            .get(b"Pages")
            .unwrap()
            .as_reference()
            .unwrap();
        let media = pdf.get_dictionary(tree).unwrap().get(b"MediaBox").unwrap();
        let width = media.as_array().unwrap()[2].as_float().unwrap();
        assert!((width - size).abs() < 0.01, "{width}");
    }
}

/// A disk that is full after so many bytes.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_disk_that_fills_up_anywhere_is_an_error_and_nothing_worse() {
    let pages = laid_out(rich());
    let whole = written(&pages).len();
    for room in (0..whole).step_by(whole / 23 + 1) {
        assert!(
            matches!(pages.write(&mut Full(room)), Err(Error::Write(_))),
            "{room} of {whole}"
        );
    }
}
