//! Tables as text: values separated by a sign that nobody wrote down anywhere.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};
use encoding_rs::Encoding;

use crate::answer::{Answer, Extent};
use crate::limit;
use crate::text::{self, Decoded};

/// What separates values, those that are rarest in prose first.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// Rows that are tried to find the delimiter.
const TRIED: usize = 50;

/// Finds what separates the values: the sign that gives most rows the same number of columns.
/// A list of single values is a table of one column.
pub(crate) fn delimiter(sample: &[u8], encoding: &'static Encoding) -> Option<u8> {
    let (text, _, _) = encoding.decode(sample);
    let score = |delimiter: &u8| {
        let widths: Vec<usize> = reader(text.as_bytes(), *delimiter)
            .byte_records()
            .take(TRIED)
            .filter_map(Result::ok)
            .map(|row| row.len())
            .collect();
        let first = widths.first().copied().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == first).count();
        // First by how many rows are alike, in tenths, then by how many columns that gives.
        let share = 10 * alike / widths.len().max(1);
        (first > 1).then_some((share, first))
    };
    let scored = DELIMITERS.iter().map(|sign| (score(sign), *sign));
    scored
        .max_by_key(|(score, _)| *score)
        .map(|(score, sign)| if score.is_some() { sign } else { b',' })
}

fn reader<R: Read>(from: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(from)
}

/// Answers with the first rows of a table and how many it has.
pub(crate) fn answer(mut from: Decoded<'_>, delimiter: u8) -> io::Result<Answer> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut total = 0_u32;
    let mut columns = 0;
    let mut room = limit::CELLS;
    let mut extent = Extent::Whole;
    let mut row = ByteRecord::new();
    let mut table = reader(&mut from, delimiter);
    loop {
        match table.read_byte_record(&mut row) {
            Ok(true) => total = total.saturating_add(1),
            Ok(false) => break,
            // What is written otherwise than tables are is read leniently: only the reader fails.
            Err(error) => return Err(io::Error::other(error)),
        }
        columns = columns.max(row.len());
        if rows.len() == limit::ROWS || room == 0 {
            extent = Extent::Beginning;
            continue;
        }
        let cells: Vec<String> = row.iter().take(limit::COLUMNS).map(shown).collect();
        if row.len() > limit::COLUMNS {
            extent = Extent::Beginning;
        }
        room = room.saturating_sub(cells.iter().map(|cell| cell.len() + 1).sum());
        rows.push(cells);
    }
    drop(table);
    if from.is_cut() {
        extent = Extent::BeginningUncounted;
    }
    Ok(Answer::Table {
        rows,
        total,
        columns: u32::try_from(columns).unwrap_or(u32::MAX),
        extent,
        sheets: 0,
    })
}

fn shown(cell: &[u8]) -> String {
    match cell.split_at_checked(limit::CELL) {
        Some((beginning, rest)) if !rest.is_empty() => {
            text::whole_letters(beginning.to_vec()) + "…"
        }
        _ => text::whole_letters(cell.to_vec()),
    }
}
