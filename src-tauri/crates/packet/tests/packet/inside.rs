//! What goes along with the pages: files, labels, and whose document it looks like.

use chrono::DateTime;
use lopdf::{Dictionary, Document as Pdf, Object};
use packet::document::{
    Associated, Block, Cover, Document, DocumentLook, Face, Ink, PlacedLogo, Run, Tone,
};
use packet::{Pages, Paper, layout};

use super::{document, png, written};

fn data(name: &str, bytes: &[u8]) -> Associated {
    Associated {
        name: name.to_owned(),
        media_type: "application/json".to_owned(),
        description: "The assessment's data".to_owned(),
        modified: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        bytes: bytes.to_vec(),
    }
}

fn cover() -> Block {
    Block::Cover(Cover {
        kind: "Audit packet".to_owned(),
        title: "Lakeside".to_owned(),
        marking: "Confidential".to_owned(),
        ..Cover::default()
    })
}

fn with(associated: Vec<Associated>, look: DocumentLook) -> Document {
    let blocks = vec![
        cover(),
        Block::Contents,
        Block::heading(1, "First", "first"),
        Block::Paragraph(Tone::Body, vec![Run::plain("Accent").ink(Ink::Accent)]),
        Block::heading(1, "Second", "second"),
        Block::Paragraph(
            Tone::Body,
            vec![Run::set("back", Face::Regular).to("first")],
        ),
    ];
    Document {
        associated,
        look,
        ..document(blocks)
    }
}

fn laid_out(document: &Document) -> Pages {
    layout(document.clone(), Paper::A4).unwrap()
}

fn read(document: &Document) -> Pdf {
    Pdf::load_mem(&written(&laid_out(document))).unwrap()
}

fn held<'a>(pdf: &'a Pdf, of: &'a Dictionary, key: &str) -> &'a Object {
    let object = of.get(key.as_bytes()).unwrap();
    pdf.dereference(object).unwrap().1
}

#[test]
fn files_go_along_with_their_kind_size_sum_and_date_and_belong_to_the_document() {
    let files = vec![data("b.json", b"{\"two\": 2}"), data("a.json", b"{}")];
    let pdf = read(&with(files, DocumentLook::default()));
    let catalog = pdf.catalog().unwrap();
    let names = held(&pdf, catalog, "Names").as_dict().unwrap();
    let tree = held(&pdf, names, "EmbeddedFiles").as_dict().unwrap();
    let list = held(&pdf, tree, "Names").as_array().unwrap();
    let belonging = held(&pdf, catalog, "AF").as_array().unwrap();
    let named: Vec<&[u8]> = list
        .iter()
        .step_by(2)
        .map(|n| n.as_str().unwrap())
        .collect();
    assert_eq!(named, [b"a.json", b"b.json"]);
    let ids: Vec<_> = list.iter().skip(1).step_by(2).collect();
    assert_eq!(belonging.iter().collect::<Vec<_>>(), ids);
    let file = pdf.dereference(ids[1]).unwrap().1.as_dict().unwrap();
    assert_eq!(
        file.get(b"AFRelationship").unwrap().as_name().unwrap(),
        b"Data"
    );
    assert_eq!(file.get(b"UF").unwrap(), file.get(b"F").unwrap());
    let streams = held(&pdf, file, "EF").as_dict().unwrap();
    let stream = held(&pdf, streams, "F").as_stream().unwrap();
    assert_eq!(stream.decompressed_content().unwrap(), b"{\"two\": 2}");
    assert_eq!(
        stream.dict.get(b"Subtype").unwrap().as_name().unwrap(),
        b"application/json"
    );
    let about = held(&pdf, &stream.dict, "Params").as_dict().unwrap();
    assert_eq!(about.get(b"Size").unwrap().as_i64().unwrap(), 10);
    assert_eq!(
        about.get(b"ModDate").unwrap().as_str().unwrap(),
        b"D:20260921141320Z"
    );
    assert_eq!(about.get(b"CheckSum").unwrap().as_str().unwrap().len(), 16);
}

#[test]
fn a_document_without_files_has_no_list_of_them() {
    let pdf = read(&with(Vec::new(), DocumentLook::default()));
    assert!(pdf.catalog().unwrap().get(b"AF").is_err());
    assert!(pdf.catalog().unwrap().get(b"Names").is_err());
}

#[test]
fn the_same_files_and_look_give_the_same_bytes() {
    let make = || {
        let look = DocumentLook {
            accent: Some([0x6b, 0x1f, 0x5c]),
            logos: vec![logo(&png(40, 20))],
        };
        written(&laid_out(&with(vec![data("a.json", b"{}")], look)))
    };
    assert_eq!(make(), make());
}

#[test]
fn the_cover_is_not_counted_and_every_label_is_what_the_foot_says() {
    let pages = laid_out(&with(Vec::new(), DocumentLook::default()));
    let labels: Vec<String> = (0..pages.count()).map(|page| pages.label(page)).collect();
    assert_eq!(labels, ["Cover", "1", "2", "3"]);
    // The contents lead to the numbers at the feet.
    let contents = pages.text(1);
    assert!(
        contents.contains("First2") && contents.contains("Second3"),
        "{contents}"
    );
    let pdf = Pdf::load_mem(&written(&pages)).unwrap();
    let labels = held(&pdf, pdf.catalog().unwrap(), "PageLabels")
        .as_dict()
        .unwrap();
    let nums = labels.get(b"Nums").unwrap().as_array().unwrap();
    let starts: Vec<i64> = nums
        .iter()
        .step_by(2)
        .map(|n| n.as_i64().unwrap())
        .collect();
    assert_eq!(starts, [0, 1]);
    assert_eq!(
        nums[1]
            .as_dict()
            .unwrap()
            .get(b"P")
            .unwrap()
            .as_str()
            .unwrap(),
        b"Cover"
    );
    assert_eq!(
        nums[3]
            .as_dict()
            .unwrap()
            .get(b"S")
            .unwrap()
            .as_name()
            .unwrap(),
        b"D"
    );
    let feet = pdf.extract_text(&[2]).unwrap();
    assert!(feet.contains("Page 1 of 3"), "{feet}");
}

#[test]
fn a_document_without_a_cover_counts_from_its_first_page() {
    let pages = laid_out(&document(vec![Block::text("One page.")]));
    assert_eq!(pages.label(0), "1");
}

fn logo(bytes: &[u8]) -> PlacedLogo {
    PlacedLogo {
        png: bytes.to_vec(),
        alternative: "Lakeside's logo".to_owned(),
    }
}

/// How many points of a page's picture have about a colour.
fn points_of(pages: &Pages, page: usize, [r, g, b]: [u8; 3]) -> usize {
    let near = |one: u8, other: u8| one.abs_diff(other) < 12;
    let picture = pages.picture(page, 400).unwrap();
    let points = picture.rgb.chunks_exact(3);
    points
        .filter(|p| near(p[0], r) && near(p[1], g) && near(p[2], b))
        .count()
}

#[test]
fn an_accent_colours_every_page_and_moves_nothing() {
    let plum = [0x6b, 0x1f, 0x5c];
    let own = laid_out(&with(Vec::new(), DocumentLook::default()));
    let look = DocumentLook {
        accent: Some(plum),
        logos: Vec::new(),
    };
    let theirs = laid_out(&with(Vec::new(), look));
    let program = [0x0b, 0x55, 0x63];
    assert!(points_of(&own, 0, program) > 1000);
    assert_eq!(points_of(&own, 0, plum), 0);
    for page in [0, 2] {
        assert!(points_of(&theirs, page, plum) > 4, "page {page}");
        assert_eq!(points_of(&theirs, page, program), 0, "page {page}");
        assert_eq!(theirs.text(page), own.text(page));
    }
    assert!(theirs.warnings().is_empty());
}

#[test]
fn an_accent_that_cannot_be_read_is_not_used_and_that_is_said() {
    let look = DocumentLook {
        accent: Some([0xff, 0xd7, 0x00]),
        logos: Vec::new(),
    };
    let pages = laid_out(&with(Vec::new(), look));
    assert_eq!(points_of(&pages, 0, [0xff, 0xd7, 0x00]), 0);
    assert!(points_of(&pages, 0, [0x0b, 0x55, 0x63]) > 1000);
    assert_eq!(pages.warnings().len(), 1, "{:?}", pages.warnings());
    assert!(pages.warnings()[0].contains("#ffd700"));
}

#[test]
fn logos_stand_on_the_cover_with_their_words_and_none_can_stop_the_packet() {
    let good = [logo(&png(400, 100)), logo(&png(60, 60))];
    let bad = [
        logo(b"nothing"),
        logo(&png(1, 1)),
        logo(&png(20_000, 1)),
        logo(&png(40, 40)[..60]),
    ];
    let count = |logos: &[PlacedLogo]| {
        let look = DocumentLook {
            accent: None,
            logos: logos.to_vec(),
        };
        let pages = laid_out(&with(Vec::new(), look));
        let pdf = Pdf::load_mem(&written(&pages)).unwrap();
        let figures = pdf
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        let figures = figures
            .filter(|dict| dict.get(b"S").and_then(Object::as_name).ok() == Some(b"Figure"))
            .filter(|dict| {
                dict.get(b"Alt").and_then(Object::as_str).ok() == Some(b"Lakeside's logo")
            })
            .count();
        pages.picture(0, 300).unwrap();
        (figures, pages.warnings().len())
    };
    assert_eq!(count(&good), (2, 0));
    assert_eq!(count(&bad), (0, 4));
    assert_eq!(count(&[&good[..], &bad[..]].concat()), (2, 4));
    // A logo of 20,000 points a side is refused before it is decoded.
    assert_eq!(count(&vec![good[0].clone(); 12]), (12, 0));
}
