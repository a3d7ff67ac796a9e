//! Workbooks as office programs write them since 2007 (ECMA-376): a packed folder of XML.
//!
//! Nothing is worked out: a formula's cell has the value that was last worked out elsewhere, or
//! the formula itself where nobody did, and macros are not looked at. How far the parts unfold is counted before anything reads them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{
    DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError,
    XlsxFormulaMetadata,
};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::answer::{Answer, Extent, Sheet, SheetRow, What, Why};
use crate::limit;

/// What a workbook is read from.
type Book = Xlsx<Cursor<Vec<u8>>>;

/// Rows by their number, each with its cells.
type Rows = BTreeMap<u32, Vec<String>>;

/// Answers what is asked about a package.
pub(crate) fn answer(bytes: Vec<u8>, what: What) -> Answer {
    let answer = match what {
        What::Page { .. } => Err(Why::NoPage),
        What::Look => open(bytes).and_then(|(book, _)| first(book)),
        What::Sheets => open(bytes)
            .and_then(|(book, macros)| all(book, macros))
            .map_err(|why| match why {
                Why::Office => Why::NoWorkbook,
                why => why,
            }),
    };
    answer.unwrap_or_else(Answer::Unshown)
}

/// Says what a compound file is: one that holds a package behind a password has a directory
/// with its name (MS-OFFCRYPTO, 2.3.2), and what is older is not shown.
pub(crate) fn compound(bytes: &[u8]) -> Answer {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let number = |at: usize, length: usize| {
        let bytes = bytes.get(at..at + length)?;
        let shifted = (0..)
            .step_by(8)
            .zip(bytes)
            .map(|(by, b)| u64::from(*b) << by);
        usize::try_from(shifted.sum::<u64>()).ok()
    };
    // Where the directory begins is in the header (MS-CFB, 2.2).
    let directory = || {
        let sector = 1_usize.checked_shl(u32::try_from(number(30, 2)?).ok()?)?;
        let begins = number(48, 4)?.checked_add(1)?.checked_mul(sector)?;
        let behind = bytes.get(begins..)?;
        behind.get(..4096).or(Some(behind))
    };
    let is_sealed = directory().is_some_and(|directory| {
        directory
            .windows(name.len())
            .any(|part| part == name.as_slice())
    });
    Answer::Unshown(if is_sealed {
        Why::Password
    } else {
        Why::Office
    })
}

/// Opens a workbook whose parts were seen to be bounded, and says whether macros lie in it.
fn open(bytes: Vec<u8>) -> Result<(Book, bool), Why> {
    let mut package = ZipArchive::new(Cursor::new(bytes.as_slice())).map_err(broken)?;
    if package.len() > limit::PARTS {
        return Err(Why::Unfolds);
    }
    let name = |name: Result<Cow<'_, str>, ZipError>| name.map(|name| name.to_lowercase());
    let names: Result<Vec<String>, ZipError> = package.file_names().map(name).collect();
    let names = names.map_err(broken)?;
    if !names.iter().any(|name| name == "xl/workbook.xml") {
        return Err(Why::Office);
    }
    let is_macro =
        |name: &String| name.ends_with("vbaproject.bin") || name.contains("macrosheets/");
    let macros = names.iter().any(is_macro);
    let mut room = limit::UNFOLDED;
    for at in 0..package.len() {
        let part = package.by_index(at).map_err(broken)?;
        let name = part.name().map_err(broken)?.to_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let mut bounded = part.take(room + 1);
        let unfolded = io::copy(&mut bounded, &mut io::sink()).map_err(|_| Why::Broken)?;
        room = room.checked_sub(unfolded).ok_or(Why::Unfolds)?;
    }
    let book = Xlsx::new(Cursor::new(bytes)).map_err(unread)?;
    Ok((book, macros))
}

fn broken(error: ZipError) -> Why {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Why::Password,
        _ => Why::Broken,
    }
}

fn unread(error: XlsxError) -> Why {
    match error {
        XlsxError::Password => Why::Password,
        _ => Why::Broken,
    }
}

/// Returns the names of the sheets that have cells, the first one shown to people in front.
fn names(book: &Book) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (shown, hidden): (Vec<_>, Vec<_>) =
        sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let sheets = shown.into_iter().chain(hidden);
    sheets.map(|sheet| sheet.name.clone()).collect()
}

/// Reads the cells of a sheet, one after the other.
fn cells(
    book: &mut Book,
    name: &str,
    mut take: impl FnMut(u32, usize, String) -> Result<(), Why>,
) -> Result<(), Why> {
    let mut reader = book.worksheet_cells_reader(name).map_err(unread)?;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(unread)? {
        let (row, column) = cell.pos;
        let text = match (&cell.value, cell.formula) {
            (DataRef::Empty, Some(formula)) => written(formula),
            (value, _) => text(value),
        };
        if !text.is_empty() {
            let column = usize::try_from(column).map_err(|_| Why::Broken)?;
            take(row.saturating_add(1), column, text)?;
        }
    }
    Ok(())
}

fn put(row: &mut Vec<String>, column: usize, text: String) {
    if row.len() <= column {
        row.resize(column + 1, String::new());
    }
    if let Some(cell) = row.get_mut(column) {
        *cell = text;
    }
}

/// Shows the beginning of the first sheet.
fn first(mut book: Book) -> Result<Answer, Why> {
    let names = names(&book);
    let name = names.first().ok_or(Why::Broken)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut total, mut columns, mut room) = (0, 0, limit::CELLS);
    let mut is_cut = false;
    cells(&mut book, name, |row, column, text| {
        total = total.max(row);
        columns = columns.max(column + 1);
        let at = usize::try_from(row).unwrap_or(usize::MAX) - 1;
        if at >= limit::ROWS || column >= limit::COLUMNS || room == 0 {
            is_cut = true;
            return Ok(());
        }
        let text = shown(text);
        room = room.saturating_sub(text.len() + 1);
        if rows.len() <= at {
            rows.resize(at + 1, Vec::new());
        }
        if let Some(row) = rows.get_mut(at) {
            put(row, column, text);
        }
        Ok(())
    })?;
    Ok(Answer::Table {
        rows,
        total,
        columns: u32::try_from(columns).unwrap_or(u32::MAX),
        extent: if is_cut {
            Extent::Beginning
        } else {
            Extent::Whole
        },
        sheets: u32::try_from(names.len()).unwrap_or(u32::MAX),
    })
}

/// Reads all sheets, or says that they are too much.
fn all(mut book: Book, macros: bool) -> Result<Answer, Why> {
    let names = names(&book);
    if names.is_empty() {
        return Err(Why::Broken);
    }
    if names.len() > limit::SHEETS {
        return Err(Why::TooManyCells);
    }
    let (mut room, mut left) = (limit::SHEETS_CELLS, limit::SHEETS_ROWS);
    let mut sheets = Vec::new();
    for name in names {
        let mut rows = Rows::new();
        cells(&mut book, &name, |row, column, text| {
            if column >= limit::COLUMNS {
                return Err(Why::TooManyCells);
            }
            if !rows.contains_key(&row) {
                left = left.checked_sub(1).ok_or(Why::TooManyCells)?;
            }
            let row = rows.entry(row).or_default();
            // Cells before this one that hold nothing have their place in the answer too.
            let empty = (column + 1).saturating_sub(row.len());
            let takes = text.len() + 4 * empty;
            room = room.checked_sub(takes).ok_or(Why::TooManyCells)?;
            put(row, column, text);
            Ok(())
        })?;
        let row = |(number, cells)| SheetRow { number, cells };
        sheets.push(Sheet {
            name: plain(&name),
            rows: rows.into_iter().map(row).collect(),
        });
    }
    Ok(Answer::Sheets { sheets, macros })
}

/// Returns a formula that nobody worked out, as it is written.
fn written(formula: XlsxFormulaMetadata) -> String {
    let words = match formula {
        XlsxFormulaMetadata::Normal { formula }
        | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        _ => String::new(),
    };
    plain(&format!("={words}"))
}

/// Returns what a cell holds as text.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => plain(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The first number that is no day any more: the last day is the end of the year 9999.
const DAYS_END: f64 = 2_958_466.0;

fn moment_text(moment: &ExcelDateTime) -> String {
    let number = moment.as_f64();
    // Before the first day there is a time of day, or how long something takes.
    if !moment.is_datetime() || !(1.0..DAYS_END).contains(&number) {
        return number.to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let on = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        on
    } else {
        format!("{on}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// Returns text with line ends of one kind and without other signs that control something.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let line_end = |c| if c == '\r' { '\n' } else { c };
    let is_kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars().map(line_end).filter(is_kept).collect()
}

fn shown(mut text: String) -> String {
    if text.len() > limit::CELL {
        let mut end = limit::CELL;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        text.push('…');
    }
    text
}
