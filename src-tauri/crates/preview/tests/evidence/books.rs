//! Workbooks: what is read of a sound one, and what is said of the others.

use std::io::{Cursor, Read, Write};

use preview::{Answer, Ask, Extent, Hint, Sheet, What, Why, decode, limit};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::look;

fn sheets(mut bytes: &[u8]) -> Answer {
    let (what, hint) = (What::Sheets, Hint::Nothing);
    decode(Ask { what, hint }, &mut bytes).unwrap()
}

fn book(write: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(&mut workbook).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A workbook of one sheet with a word in its first cell.
fn plain() -> Vec<u8> {
    book(|w| w.add_worksheet().write_string(0, 0, "word").map(|_| ()))
}

/// Packs a workbook again; what the function returns none for is left out.
fn patched(
    bytes: &[u8],
    mut patch: impl FnMut(&str, Vec<u8>) -> Option<Vec<u8>>,
    more: &[(&str, &[u8])],
) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut again = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..package.len() {
        let mut part = package.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut body = Vec::new();
        part.read_to_end(&mut body).unwrap();
        if let Some(body) = patch(&name, body) {
            again.start_file(name, options).unwrap();
            again.write_all(&body).unwrap();
        }
    }
    for (name, body) in more {
        again.start_file(*name, options).unwrap();
        again.write_all(body).unwrap();
    }
    again.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A workbook whose only sheet is this XML.
fn with_sheet(xml: &[u8]) -> Vec<u8> {
    patched(
        &plain(),
        |name, body| Some(if name == SHEET { xml.to_vec() } else { body }),
        &[],
    )
}

fn with_cells(cells: &str) -> Vec<u8> {
    let open =
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;
    with_sheet(format!("{open}<sheetData>{cells}</sheetData></worksheet>").as_bytes())
}

fn without(part: &str) -> Vec<u8> {
    patched(&plain(), |name, body| (name != part).then_some(body), &[])
}

fn replaced(from: &str, to: &str) -> Vec<u8> {
    let patch = |_: &str, body: Vec<u8>| {
        Some(match String::from_utf8(body) {
            Ok(text) => text.replace(from, to).into_bytes(),
            Err(other) => other.into_bytes(),
        })
    };
    patched(&plain(), patch, &[])
}

/// A compound file with one name in its directory.
fn compound(name: &str) -> Vec<u8> {
    let mut file = vec![0; 512];
    file[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    file[30] = 9;
    file[48] = 200;
    // Far behind what is looked at to tell a kind.
    file.resize(512 * 201, 0);
    file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    file.resize(512 * 203, 0);
    file
}

fn rows(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    sheet
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect()
}

fn sound() -> Vec<u8> {
    book(|w| {
        let date = Format::new().set_num_format("dd.mm.yyyy");
        let day = ExcelDateTime::from_ymd(2026, 12, 1)?;
        w.add_worksheet().set_name("Kept")?.set_hidden(true);
        let sheet = w.add_worksheet().set_name("Shown")?;
        sheet.set_active(true).set_first_tab(true);
        sheet.write_string(0, 0, "=1+1")?;
        sheet.write_number(0, 2, 12)?;
        sheet.write_number(0, 3, 1.5)?;
        sheet.write_datetime_with_format(2, 0, &day, &date)?;
        let noon = day.and_hms(12, 0, 0)?;
        sheet.write_datetime_with_format(2, 1, &noon, &date)?;
        sheet.write_boolean(2, 2, true)?;
        sheet.write_formula(2, 3, Formula::new("=A1").set_result("as worked out"))?;
        sheet.write_string(3, 0, "two\r\nlines\u{1}")?;
        w.add_worksheet().set_name("Empty")?;
        Ok(())
    })
}

#[test]
fn a_workbook_is_shown_by_its_first_visible_sheet() {
    let Answer::Table {
        rows,
        total,
        columns,
        extent,
        sheets,
    } = look(&sound())
    else {
        panic!("it is a table")
    };
    assert_eq!((total, columns, extent, sheets), (4, 4, Extent::Whole, 3));
    assert_eq!(rows[0], ["=1+1", "", "12", "1.5"]);
    assert!(rows[1].is_empty());
    assert_eq!(
        rows[2],
        ["2026-12-01", "2026-12-01T12:00:00", "TRUE", "as worked out"]
    );
    assert_eq!(rows[3], ["two\nlines"]);
}

#[test]
fn all_sheets_are_read_with_the_numbers_of_their_rows() {
    let Answer::Sheets { sheets, macros } = sheets(&sound()) else {
        panic!("these are sheets")
    };
    assert!(!macros);
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Shown", "Empty", "Kept"]);
    let numbers: Vec<u32> = sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3, 4]);
    assert!(sheets[1].rows.is_empty());
}

#[test]
fn days_are_counted_from_where_the_workbook_says() {
    let old = patched(
        &book(|w| {
            let date = Format::new().set_num_format("yyyy-mm-dd");
            let day = ExcelDateTime::from_ymd(2022, 11, 30)?;
            w.add_worksheet()
                .write_datetime_with_format(0, 0, &day, &date)
                .map(|_| ())
        }),
        |name, body| {
            let text = String::from_utf8(body).unwrap();
            let is_book = name == "xl/workbook.xml";
            let to = "<workbookPr date1904=\"1\" ";
            Some(
                if is_book {
                    text.replace("<workbookPr ", to)
                } else {
                    text
                }
                .into_bytes(),
            )
        },
        &[],
    );
    let Answer::Table { rows, .. } = look(&old) else {
        panic!("it is a table")
    };
    assert_eq!(rows[0], ["2026-12-01"], "four years and a day later");
}

#[test]
fn a_formula_that_nobody_worked_out_is_not_an_empty_cell() {
    let bytes = with_cells(
        "<row r=\"1\"><c r=\"A1\"><f>TODAY()</f><v></v></c><c r=\"B1\"><f>1+1</f></c>\
         <c r=\"C1\"><f>1+1</f><v>2</v></c><c r=\"D1\" t=\"str\"><f>IF(A1=1,1,\"\")</f><v></v></c>\
         <c r=\"E1\"><v>9</v></c></row>",
    );
    let Answer::Sheets { sheets, .. } = sheets(&bytes) else {
        panic!("the workbook was not read");
    };
    let expected = vec!["=TODAY()", "=1+1", "2", "", "9"];
    assert_eq!(rows(&sheets[0]), [(1, expected)]);
}

#[test]
fn macros_are_told_of_and_never_looked_at() {
    let part = ("xl/vbaProject.bin", b"not a program at all".as_slice());
    let macros = patched(&plain(), |_, body| Some(body), &[part]);
    let Answer::Sheets { sheets, macros } = sheets(&macros) else {
        panic!("these are sheets")
    };
    assert!(macros);
    assert_eq!(rows(&sheets[0]), [(1, vec!["word"])]);
}

#[test]
fn what_is_far_away_costs_nothing_to_look_at() {
    let far = with_cells(
        r#"<row r="1"><c r="A1"><v>1</v></c></row>
           <row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
    );
    let Answer::Table {
        rows,
        total,
        columns,
        extent,
        ..
    } = look(&far)
    else {
        panic!("it is a table")
    };
    assert_eq!((rows.len(), total, columns), (1, 1_048_576, 16_384));
    assert_eq!(extent, Extent::Beginning);
    assert_eq!(sheets(&far), Answer::Unshown(Why::TooManyCells));
}

#[test]
fn a_workbook_that_nothing_can_be_read_of_is_said_to_be_so() {
    let zeros = vec![0; usize::try_from(limit::UNFOLDED).unwrap() + 1];
    let half = zeros.len() / 2 + 1;
    let tall: String = (1..=limit::SHEETS_ROWS + 1)
        .map(|row| format!("<row r=\"{row}\"><c><v>1</v></c></row>"))
        .collect();
    let long = "x".repeat(32_000);
    let words: String = (1..=200)
        .map(|row| {
            format!("<row r=\"{row}\"><c t=\"inlineStr\"><is><t>{long}</t></is></c></row>")
        })
        .collect();
    let laughs = concat!(
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
    );
    let many: Vec<(String, &[u8])> = (0..=limit::PARTS)
        .map(|at| (format!("xl/p{at}.xml"), b"x".as_slice()))
        .collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    let mut cut = plain();
    cut.truncate(cut.len() / 2);
    let mut sum = plain();
    let at = sum.len() / 3;
    sum[at] ^= 0x40;
    let fifty = book(|w| {
        for _ in 0..=limit::SHEETS {
            w.add_worksheet();
        }
        Ok(())
    });
    let sealed = {
        let mut again = ZipWriter::new(Cursor::new(Vec::new()));
        again
            .start_file("xl/workbook.xml", SimpleFileOptions::default())
            .unwrap();
        again.write_all(b"<workbook/>").unwrap();
        let mut bytes = again.finish().unwrap().into_inner();
        // The mark of a part behind a password, here and in the list of parts (APPNOTE 4.4.4).
        bytes[6] |= 1;
        let at = bytes
            .windows(4)
            .position(|four| four == b"PK\x01\x02")
            .unwrap();
        bytes[at + 8] |= 1;
        bytes
    };
    let cases = [
        (
            "a sheet of zeros without end",
            with_sheet(&zeros),
            Why::Unfolds,
        ),
        (
            "two halves of it",
            patched(
                &plain(),
                |_, body| Some(body),
                &[("xl/a.xml", &zeros[..half]), ("xl/b.xml", &zeros[..half])],
            ),
            Why::Unfolds,
        ),
        (
            "more parts than there are",
            patched(&plain(), |_, b| Some(b), &many),
            Why::Unfolds,
        ),
        (
            "more rows than are read",
            with_cells(&tall),
            Why::TooManyCells,
        ),
        (
            "more words than are read",
            with_cells(&words),
            Why::TooManyCells,
        ),
        ("more sheets than are read", fifty, Why::TooManyCells),
        ("half of it", cut, Why::Broken),
        ("a changed byte", sum, Why::Broken),
        ("a sheet that is not there", without(SHEET), Why::Broken),
        (
            "no list of its parts",
            without("xl/_rels/workbook.xml.rels"),
            Why::Broken,
        ),
        (
            "no sheets in the list",
            replaced("<sheet ", "<other "),
            Why::Broken,
        ),
        ("a sheet that is no XML", with_sheet(b"word"), Why::Broken),
        (
            "a sheet that ends early",
            with_sheet(b"<worksheet><sheetData><row r=\"1\">"),
            Why::Broken,
        ),
        (
            "a sheet of another kind of letters",
            with_sheet(b"\xff\xfe<\0w\0"),
            Why::Broken,
        ),
        (
            "words that are not there",
            with_cells("<row r=\"1\"><c t=\"s\"><v>77</v></c></row>"),
            Why::Broken,
        ),
        (
            "a cell that is nowhere",
            with_cells("<row r=\"1\"><c r=\"A0\"><v>1</v></c></row>"),
            Why::Broken,
        ),
        (
            "a cell beyond all",
            with_cells("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>"),
            Why::TooManyCells,
        ),
        (
            "a row that is no number",
            with_cells("<row r=\"x\"><c><v>1</v></c></row>"),
            Why::Broken,
        ),
        (
            "words of words of words",
            with_sheet(laughs.as_bytes()),
            Why::Broken,
        ),
        ("a part behind a password", sealed, Why::Password),
        (
            "a workbook behind a password",
            compound("EncryptedPackage"),
            Why::Password,
        ),
        (
            "a workbook of another age",
            compound("Workbook"),
            Why::Office,
        ),
        ("text", b"a;b\nc;d\n".to_vec(), Why::NoWorkbook),
        (
            "a text document",
            replaced("xl/workbook.xml", "word/document.xml"),
            Why::Broken,
        ),
        (
            "files packed into one",
            b"PK\x03\x04photo.jpg".to_vec(),
            Why::Archive,
        ),
        ("nothing", Vec::new(), Why::Empty),
    ];
    let wrong: Vec<_> = cases
        .iter()
        .map(|(name, bytes, why)| (*name, sheets(bytes), *why))
        .filter(|(_, answer, why)| *answer != Answer::Unshown(*why))
        .collect();
    assert_eq!(wrong, [], "what is said in place of why");
}

#[test]
fn a_document_that_is_no_workbook_is_no_workbook() {
    let document = patched(
        &plain(),
        |name, body| (!name.starts_with("xl/")).then_some(body),
        &[("word/document.xml", b"<document/>")],
    );
    assert_eq!(sheets(&document), Answer::Unshown(Why::NoWorkbook));
    assert_eq!(look(&document), Answer::Unshown(Why::Office));
}
