//! Finding the plan in a workbook that came back: sheets, columns and rows, whatever was moved,
//! renamed or put beside them.

use std::collections::HashMap;

use preview::{Sheet, SheetRow};
use sheet::{Column, Layout, kept};

use super::{Refusal, quoted};

/// Headers stand near the top: further down nobody would see them as such.
const TOP: u32 = 30;

/// A sheet of the plan, as it came back.
pub(super) struct Filled<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Where each column is; those that are missing are not here.
    columns: HashMap<Column, usize>,
    rows: Vec<&'a SheetRow>,
}

/// A row, and what stands in it.
pub(super) struct FilledRow<'a> {
    /// The row as a person finds it.
    pub(super) place: String,
    cells: &'a [String],
    columns: &'a HashMap<Column, usize>,
}

impl FilledRow<'_> {
    /// Returns what stands in a column; nothing when the sheet has no such column.
    pub(super) fn text(&self, column: Column) -> Option<&str> {
        let at = self.columns.get(&column)?;
        Some(
            self.cells
                .get(*at)
                .map(|cell| cell.trim())
                .unwrap_or_default(),
        )
    }
}

impl<'a> Filled<'a> {
    /// Returns the rows that hold something in a column of the plan.
    pub(super) fn rows(&self) -> impl Iterator<Item = FilledRow<'_>> {
        let row = |row: &&'a SheetRow| FilledRow {
            place: format!("{}, row {}", self.name, row.number),
            cells: &row.cells,
            columns: &self.columns,
        };
        let says = |row: &FilledRow<'_>| {
            let mut columns = self.columns.keys();
            columns.any(|column| row.text(*column).is_some_and(|text| !text.is_empty()))
        };
        self.rows.iter().map(row).filter(says)
    }
}

/// What a workbook was compared with when it was made.
#[derive(Default)]
pub(super) struct Kept {
    /// The assessment's id.
    pub(super) assessment: String,
    /// By a request's id, what stood in its columns.
    pub(super) rows: HashMap<String, HashMap<Column, String>>,
}

/// Reads the hidden sheet, if it is still there.
pub(super) fn kept(sheets: &[Sheet]) -> Option<Kept> {
    let cell = |row: &SheetRow, at: usize| row.cells.get(at).cloned().unwrap_or_default();
    let is_kept = |sheet: &&Sheet| {
        let first = sheet.rows.first();
        first.is_some_and(|row| cell(row, 0) == kept::MARK && cell(row, 1) == kept::VERSION)
    };
    let sheet = sheets.iter().find(is_kept)?;
    let mut kept = Kept::default();
    let mut columns: Vec<Option<Column>> = Vec::new();
    for row in &sheet.rows {
        let first = cell(row, 0);
        if first == kept::ASSESSMENT {
            kept.assessment = cell(row, 1);
        } else if first == Column::Row.key() {
            columns = row.cells.iter().map(|cell| of_key(cell)).collect();
        } else if !columns.is_empty() && !first.is_empty() {
            let texts = columns.iter().enumerate().filter_map(|(at, column)| {
                column
                    .filter(|c| c.is_filled_in())
                    .map(|column| (column, cell(row, at)))
            });
            kept.rows.insert(first, texts.collect());
        }
    }
    Some(kept)
}

/// Returns the sheets of the plan. What was moved or renamed is noted, what cannot be told
/// apart is refused.
pub(super) fn find<'a>(
    sheets: &'a [Sheet],
    notes: &mut Vec<String>,
    refused: &mut Vec<Refusal>,
) -> Vec<Filled<'a>> {
    let mut found = Vec::new();
    for sheet in sheets {
        let is_ours = sheet
            .rows
            .first()
            .is_some_and(|row| row.cells.first().is_some_and(|cell| cell == kept::MARK));
        if is_ours || sheet.name == "About" || sheet.rows.is_empty() {
            continue;
        }
        match columns(sheet, notes, refused) {
            Some((columns, header)) => found.push(Filled {
                name: &sheet.name,
                columns,
                rows: sheet
                    .rows
                    .iter()
                    .filter(|row| row.number > header)
                    .collect(),
            }),
            None => notes.push(format!(
                "The sheet {} is not of the evidence plan, so it was not read.",
                quoted(&sheet.name)
            )),
        }
    }
    for layout in Layout::ALL {
        if found.iter().all(|sheet| sheet.name != layout.name()) {
            notes.push(format!(
                "The workbook has no sheet {}.",
                quoted(layout.name())
            ));
        }
    }
    found
}

/// Finds the columns of a sheet and the last row above the requests: by the words above them
/// first, and by their hidden names where the words were changed.
fn columns(
    sheet: &Sheet,
    notes: &mut Vec<String>,
    refused: &mut Vec<Refusal>,
) -> Option<(HashMap<Column, usize>, u32)> {
    let top = || sheet.rows.iter().take_while(|row| row.number <= TOP);
    let best = |known: fn(&str) -> Option<Column>| {
        let count = |row: &&SheetRow| row.cells.iter().filter_map(|cell| known(cell)).count();
        top()
            .max_by_key(|row| (count(row), std::cmp::Reverse(row.number)))
            .filter(|row| count(row) > 1)
    };
    let (header, keys) = (best(of_header), best(of_key));
    let last = header.into_iter().chain(keys).map(|row| row.number).max()?;
    let places = |row: Option<&SheetRow>, known: fn(&str) -> Option<Column>, column: Column| {
        let cells = row.into_iter().flat_map(|row| row.cells.iter().enumerate());
        cells
            .filter(|(_, cell)| known(cell) == Some(column))
            .map(|(at, _)| at)
            .collect::<Vec<usize>>()
    };
    let mut columns = HashMap::new();
    for column in Column::BY_OWNER {
        let by_words = places(header, of_header, column);
        let by_key = places(keys, of_key, column);
        let (sheet_name, word) = (quoted(&sheet.name), quoted(column.header()));
        match (by_words.as_slice(), by_key.as_slice()) {
            ([at], _) => {
                columns.insert(column, *at);
            }
            ([], [at]) => {
                columns.insert(column, *at);
                let now = header.and_then(|row| row.cells.get(*at)).map(|cell| cell.trim());
                let now = match now {
                    Some(now) if !now.is_empty() => format!("is called {}", quoted(now)),
                    _ => "has no words above it".to_owned(),
                };
                notes.push(format!(
                    "In the sheet {sheet_name} the column {word} {now}. It was found by its \
                     hidden name."
                ));
            }
            ([], []) if column.is_filled_in() => notes.push(format!(
                "The sheet {sheet_name} has no column {word}, so nothing of it was read there."
            )),
            ([], []) => {
                if column == Column::Row {
                    refused.push(Refusal {
                        row: sheet.name.clone(),
                        sentence: "The column \u{201c}Row id\u{201d} is missing, so the rows of \
                                   this sheet cannot be told apart and none was read. Use the \
                                   workbook as it was sent."
                            .to_owned(),
                    });
                }
            }
            (doubled, _) if doubled.len() > 1 => refused.push(Refusal {
                row: sheet.name.clone(),
                sentence: format!(
                    "Two columns are called {word}, so neither was read. Give one of them another \
                     name and read the workbook again."
                ),
            }),
            _ => refused.push(Refusal {
                row: sheet.name.clone(),
                sentence: format!(
                    "The column {word} was doubled and renamed, so it was not read. Give one of \
                     them its name back and read the workbook again."
                ),
            }),
        }
    }
    Some((columns, last))
}

fn of_key(cell: &str) -> Option<Column> {
    Column::BY_OWNER
        .into_iter()
        .find(|column| column.key() == cell.trim())
}

fn of_header(cell: &str) -> Option<Column> {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let words = words.join(" ");
    let is_it = |column: &Column| column.header().eq_ignore_ascii_case(&words);
    Column::BY_OWNER.into_iter().find(is_it)
}
