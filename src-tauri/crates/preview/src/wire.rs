//! How a question and its answer cross between two processes.
//!
//! A question is a line of JSON, followed by the evidence. An answer is a length in four bytes,
//! so much JSON, and the colours of a picture if there is one. Whoever reads an answer counts on
//! nothing that it says of itself: each size is compared with a bound before it is used.

use std::io::{self, BufRead, BufReader, Read, Write};

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Ask, Extent, Pixels, Sheet, Size, Why};
use crate::limit;

/// No question is longer.
const QUESTION: u64 = 1024;

/// An answer without its colours.
#[derive(Serialize, Deserialize)]
enum Head {
    Picture {
        whole: Size,
        size: Size,
    },
    Pages {
        sizes: Vec<Size>,
        total: u32,
    },
    Page {
        size: Size,
    },
    Text {
        text: String,
        lines: u32,
        extent: Extent,
    },
    Table {
        rows: Vec<Vec<String>>,
        total: u32,
        columns: u32,
        extent: Extent,
        sheets: u32,
    },
    Sheets {
        sheets: Vec<Sheet>,
        macros: bool,
    },
    Unshown(Why),
}

pub(crate) fn write_ask(ask: Ask, into: &mut dyn Write) -> io::Result<()> {
    let mut line = serde_json::to_vec(&ask)?;
    line.push(b'\n');
    into.write_all(&line)
}

pub(crate) fn read_ask(from: &mut BufReader<impl Read>) -> io::Result<Ask> {
    let mut line = Vec::new();
    from.take(QUESTION).read_until(b'\n', &mut line)?;
    Ok(serde_json::from_slice(&line)?)
}

pub(crate) fn write_answer(answer: Answer, into: &mut dyn Write) -> io::Result<()> {
    let (head, pixels) = match answer {
        Answer::Picture { whole, pixels } => {
            let size = pixels.size();
            (Head::Picture { whole, size }, Some(pixels))
        }
        Answer::Page(pixels) => {
            let size = pixels.size();
            (Head::Page { size }, Some(pixels))
        }
        Answer::Pages { sizes, total } => (Head::Pages { sizes, total }, None),
        Answer::Text {
            text,
            lines,
            extent,
        } => (
            Head::Text {
                text,
                lines,
                extent,
            },
            None,
        ),
        Answer::Table {
            rows,
            total,
            columns,
            extent,
            sheets,
        } => (
            Head::Table {
                rows,
                total,
                columns,
                extent,
                sheets,
            },
            None,
        ),
        Answer::Sheets { sheets, macros } => (Head::Sheets { sheets, macros }, None),
        Answer::Unshown(why) => (Head::Unshown(why), None),
    };
    let head = serde_json::to_vec(&head)?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    into.write_all(&length.to_le_bytes())?;
    into.write_all(&head)?;
    if let Some(pixels) = pixels {
        into.write_all(pixels.rgb())?;
    }
    into.flush()
}

/// Reads an answer; nothing when it is not one, or a larger one than there are.
pub(crate) fn read_answer(from: &mut dyn Read) -> Option<Answer> {
    let mut length = [0; 4];
    from.read_exact(&mut length).ok()?;
    let length = u32::from_le_bytes(length);
    if length > limit::ANSWER {
        return None;
    }
    let mut head = vec![0; length as usize];
    from.read_exact(&mut head).ok()?;
    let answer = match serde_json::from_slice(&head).ok()? {
        Head::Picture { whole, size } => Answer::Picture {
            whole,
            pixels: read_pixels(size, from)?,
        },
        Head::Page { size } => Answer::Page(read_pixels(size, from)?),
        Head::Pages { sizes, total } => Answer::Pages { sizes, total },
        Head::Text {
            text,
            lines,
            extent,
        } => Answer::Text {
            text,
            lines,
            extent,
        },
        Head::Table {
            rows,
            total,
            columns,
            extent,
            sheets,
        } => Answer::Table {
            rows,
            total,
            columns,
            extent,
            sheets,
        },
        Head::Sheets { sheets, macros } => Answer::Sheets { sheets, macros },
        Head::Unshown(why) => Answer::Unshown(why),
    };
    is_bounded(&answer).then_some(answer)
}

fn read_pixels(size: Size, from: &mut dyn Read) -> Option<Pixels> {
    if !size.is_given() {
        return None;
    }
    let mut rgb = vec![0; Pixels::length(size)];
    from.read_exact(&mut rgb).ok()?;
    Pixels::new(size, rgb)
}

fn is_bounded(answer: &Answer) -> bool {
    match answer {
        Answer::Pages { sizes, .. } => {
            sizes.len() <= limit::PAGES && sizes.iter().all(|size| size.is_given())
        }
        Answer::Table { rows, .. } => {
            rows.len() <= limit::ROWS && rows.iter().all(|row| row.len() <= limit::COLUMNS)
        }
        Answer::Sheets { sheets, .. } => {
            let rows = || sheets.iter().flat_map(|sheet| &sheet.rows);
            sheets.len() <= limit::SHEETS
                && rows().count() <= limit::SHEETS_ROWS
                && rows().all(|row| row.cells.len() <= limit::COLUMNS)
        }
        // A sign that stands for what was no letter takes no more room than it had.
        Answer::Text { text, .. } => text.len() <= limit::TEXT,
        Answer::Picture { .. } | Answer::Page(_) | Answer::Unshown(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::SheetRow;

    fn written(answer: Answer) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_answer(answer, &mut bytes).unwrap();
        bytes
    }

    fn square() -> Pixels {
        let size = Size {
            width: 2,
            height: 2,
        };
        Pixels::new(size, vec![7; 12]).unwrap()
    }

    fn sheet(rows: usize, cells: usize) -> Sheet {
        let row = SheetRow {
            number: 3,
            cells: vec!["x".to_owned(); cells],
        };
        Sheet {
            name: "By owner".to_owned(),
            rows: vec![row; rows],
        }
    }

    #[test]
    fn an_answer_comes_as_it_was_given() {
        let whole = Size {
            width: 9000,
            height: 9000,
        };
        let pixels = square();
        for answer in [
            Answer::Picture { whole, pixels },
            Answer::Page(square()),
            Answer::Pages {
                sizes: vec![square().size()],
                total: 1,
            },
            Answer::Sheets {
                sheets: vec![sheet(2, 3)],
                macros: true,
            },
            Answer::Unshown(Why::Heic),
        ] {
            let bytes = written(answer.clone());
            assert_eq!(read_answer(&mut bytes.as_slice()), Some(answer));
        }
    }

    #[test]
    fn an_answer_that_is_cut_or_says_more_than_there_may_be_is_none() {
        let whole = written(Answer::Page(square()));
        for cut in 0..whole.len() {
            assert_eq!(read_answer(&mut &whole[..cut]), None, "{cut}");
        }
        let huge = Size {
            width: 60_000,
            height: 60_000,
        };
        let too_much = [
            Head::Page { size: huge },
            Head::Page {
                size: Size {
                    width: 0,
                    height: 1,
                },
            },
            Head::Pages {
                sizes: vec![huge],
                total: 1,
            },
            Head::Pages {
                sizes: vec![square().size(); limit::PAGES + 1],
                total: 1,
            },
            Head::Table {
                rows: vec![Vec::new(); limit::ROWS + 1],
                total: 1,
                columns: 1,
                extent: Extent::Whole,
                sheets: 0,
            },
            Head::Sheets {
                sheets: vec![sheet(0, 0); limit::SHEETS + 1],
                macros: false,
            },
            Head::Sheets {
                sheets: vec![sheet(limit::SHEETS_ROWS + 1, 1)],
                macros: false,
            },
            Head::Sheets {
                sheets: vec![sheet(1, limit::COLUMNS + 1)],
                macros: false,
            },
            Head::Text {
                text: "x".repeat(limit::TEXT + 1),
                lines: 1,
                extent: Extent::Whole,
            },
        ];
        for head in too_much {
            let head = serde_json::to_vec(&head).unwrap();
            let length = u32::try_from(head.len()).unwrap();
            let bytes = [&length.to_le_bytes(), head.as_slice(), &[0; 64]].concat();
            assert_eq!(read_answer(&mut bytes.as_slice()), None);
        }
        let endless = u32::MAX.to_le_bytes();
        assert_eq!(read_answer(&mut endless.chain(io::repeat(b'['))), None);
    }
}
