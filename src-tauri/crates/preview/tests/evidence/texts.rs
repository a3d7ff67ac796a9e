//! Text and tables.

use preview::{Answer, Extent, Hint, Why};

use crate::{look, named};

fn text(bytes: &[u8]) -> (String, u32, Extent) {
    match look(bytes) {
        Answer::Text {
            text,
            lines,
            extent,
        } => (text, lines, extent),
        other => panic!("{other:?}"),
    }
}

fn table(bytes: &[u8]) -> (Vec<Vec<String>>, u32, Extent) {
    match named(bytes, Hint::Table) {
        Answer::Table {
            rows,
            total,
            columns,
            extent,
            ..
        } => {
            assert!(rows.iter().all(|row| row.len() <= columns as usize));
            (rows, total, extent)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn text_is_read_in_the_encodings_it_comes_in() {
    let words = "Größe: 1 € und so weiter\nzwei";
    let (windows_1252, _, _) = encoding_rs::WINDOWS_1252.encode(words);
    let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases = [
        words.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", words.as_bytes()].concat(),
        windows_1252.into_owned(),
        little.clone(),
        [b"\xff\xfe".as_slice(), &little].concat(),
        [b"\xfe\xff".as_slice(), &big].concat(),
        words.replace('\n', "\r\n").into_bytes(),
    ];
    for bytes in cases {
        assert_eq!(text(&bytes), (words.to_owned(), 2, Extent::Whole));
    }
}

#[test]
fn long_text_is_cut_between_letters_and_its_lines_are_counted() {
    let long = "ä\n".repeat(200_000);
    let (beginning, lines, extent) = text(long.as_bytes());
    assert!(beginning.len() <= 256 << 10 && long.starts_with(&beginning));
    assert_eq!((lines, extent), (200_000, Extent::Beginning));
    let without_end = "x".repeat(1 << 20);
    let (beginning, lines, extent) = text(without_end.as_bytes());
    assert_eq!(
        (beginning.len(), lines, extent),
        (256 << 10, 1, Extent::Beginning)
    );
}

#[test]
fn a_table_is_split_where_its_columns_are() {
    for sign in [',', ';', '\t', '|'] {
        let written = "Name,Role\n\"Ash, Robin\",Lead\nBo,\"two\nlines\"\n";
        let written = match sign {
            ',' => written.to_owned(),
            _ => written
                .replace(',', &sign.to_string())
                .replace(&format!("Ash{sign} "), "Ash, "),
        };
        let (rows, total, extent) = table(written.as_bytes());
        assert_eq!((total, extent), (3, Extent::Whole), "{sign:?}");
        assert_eq!(rows[1], ["Ash, Robin", "Lead"], "{sign:?}");
        assert_eq!(rows[2], ["Bo", "two\nlines"], "{sign:?}");
    }
    let (rows, _, _) = table(b"Name\nRobin\n");
    assert_eq!(
        rows,
        [["Name"], ["Robin"]],
        "a list is a table of one column"
    );
}

#[test]
fn a_table_of_a_million_rows_shows_its_first_thousand_and_counts_all() {
    let million = "id,name,value\n".repeat(1_000_000);
    let (rows, total, extent) = table(million.as_bytes());
    assert_eq!((rows.len(), total), (1_000, 1_000_000));
    assert_eq!(extent, Extent::Beginning);
}

#[test]
fn a_table_is_cut_at_its_right_and_in_long_cells() {
    let wide = format!("{}\n", vec!["x"; 500].join(",")).repeat(3);
    let (rows, total, extent) = table(wide.as_bytes());
    assert_eq!((rows[0].len(), total), (200, 3));
    assert_eq!(extent, Extent::Beginning);
    let Answer::Table { columns, .. } = named(wide.as_bytes(), Hint::Table) else {
        panic!("a table was expected");
    };
    assert_eq!(columns, 500, "what is cut is counted");
    let long = format!("a,{}\nb,c\n", "ö".repeat(100_000));
    let (rows, _, _) = table(long.as_bytes());
    assert!(rows[0][1].len() <= 510 && rows[0][1].ends_with('…'));
    let full = format!("{}\n", vec!["y".repeat(400); 200].join(";")).repeat(900);
    let (rows, total, _) = table(full.as_bytes());
    assert!(rows.len() < 20, "a page lays out a megabyte, not seventy");
    assert_eq!(total, 900);
}

#[test]
fn a_quote_that_nobody_closes_is_read_to_the_end() {
    let (rows, total, _) = table(b"a,b\n\"c,d\ne,f\n");
    assert_eq!((rows.len(), total), (2, 2));
}

#[test]
fn only_text_is_a_table_whatever_its_name_says() {
    let wide: Vec<u8> = "id\tname\n1\tAsh\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(table(&wide).0[1], ["1", "Ash"]);
    let picture = named(b"GIF89a", Hint::Table);
    assert_eq!(picture, Answer::Unshown(Why::Broken));
    assert_eq!(named(b"", Hint::Table), Answer::Unshown(Why::Empty));
    assert!(matches!(look(b"a,b\nc,d\n"), Answer::Text { .. }));
}
