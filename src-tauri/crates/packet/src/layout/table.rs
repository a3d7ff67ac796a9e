//! Tables: column widths, rows, the header that repeats.

use super::paragraph::{Align, Setting};
use super::slab::{Dress, Header, Row, Slab};
use super::{Frame, Setter};
use crate::display::{Mark, NodeId, Role, Scope};
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};
use crate::style::{self, Place, Scale};

/// A header that would take more of a page than this is not repeated.
const TALLEST_HEADER: f32 = 0.25;

impl Setter<'_> {
    pub(super) fn table(
        &mut self,
        table: &Table,
        frame: Frame,
        node: NodeId,
        into: &mut Vec<Slab>,
    ) {
        let columns = frames(&table.columns, frame);
        if columns.is_empty() {
            return;
        }
        let node = self.tree.add(node, Role::Table);
        let start = into.len();
        let header = self.header(&table.header, &columns, frame, node, into);
        let count = table.rows.len();
        for (at, cells) in table.rows.iter().enumerate() {
            let row = self.table_row(cells, &columns, frame, node);
            let mut slab = self.row(row, header, frame.place);
            // Neither the first nor the last row stands alone on a page.
            slab.glue = count > 1 && (at == 0 || at + 2 == count) && slab.height < 90.0;
            into.push(slab);
        }
        if let Some(first) = into.get_mut(start) {
            first.before = 5.0;
        }
        if let Some(last) = into.last_mut() {
            last.after = 11.0;
            if count == 0 {
                last.glue = false;
            }
        }
    }

    fn header(
        &mut self,
        words: &[String],
        columns: &[Frame],
        frame: Frame,
        table: NodeId,
        into: &mut Vec<Slab>,
    ) -> Option<u32> {
        if words.iter().all(|word| word.trim().is_empty()) {
            return None;
        }
        let tr = self.tree.add(table, Role::Row);
        let scale = Scale {
            after: 0.0,
            ..style::scale(Tone::Small, Place::Cell)
        };
        let mut setting = Setting::new(scale);
        setting.ink = style::rgb(Ink::Muted);
        let mut row = Row {
            top: 2.0,
            bottom: 3.6,
            dress: dress(frame, style::STRONG_RULE, 0.8),
            ..Row::default()
        };
        for (at, column) in columns.iter().enumerate() {
            let th = self.tree.add(
                tr,
                Role::Head {
                    scope: Scope::Column,
                },
            );
            let mut cell = vec![touch(th)];
            let word = words.get(at).map_or("", String::as_str);
            let runs = [Run::set(word, Face::Semibold)];
            self.paragraph(&runs, setting, *column, th, &mut cell);
            row.cells.push(cell);
        }
        let mut slab = row.whole();
        slab.glue = true;
        let marks = slab.under.iter().chain(&slab.body);
        let repeated = Header {
            height: slab.height,
            marks: marks.filter(|mark| is_ink(mark)).cloned().collect(),
        };
        into.push(slab);
        if repeated.height > self.body_height() * TALLEST_HEADER {
            return None;
        }
        self.flow.add_header(repeated)
    }

    fn table_row(
        &mut self,
        cells: &[Vec<Block>],
        columns: &[Frame],
        frame: Frame,
        table: NodeId,
    ) -> Row {
        let tr = self.tree.add(table, Role::Row);
        let mut row = Row {
            top: style::CELL,
            bottom: style::CELL + 0.6,
            dress: dress(frame, style::RULE, style::HAIR),
            ..Row::default()
        };
        let last = columns.len() - 1;
        for (at, column) in columns.iter().enumerate() {
            let td = self.tree.add(tr, Role::Cell);
            let mut slabs = vec![touch(td)];
            // A cell beyond the last column joins it: nothing is lost.
            let upto = if at == last {
                cells.len().max(at + 1)
            } else {
                at + 1
            };
            for blocks in cells.iter().take(upto).skip(at) {
                self.blocks(blocks, *column, td, &mut slabs);
            }
            row.cells.push(slabs);
        }
        row
    }
}

/// Gives a cell its place in the tree, though it be empty.
fn touch(node: NodeId) -> Slab {
    Slab {
        body: vec![Mark::Touch(node)],
        ..Slab::default()
    }
}

fn is_ink(mark: &Mark) -> bool {
    !matches!(
        mark,
        Mark::Begin(_) | Mark::End | Mark::Touch(_) | Mark::Link { .. }
    )
}

fn dress(frame: Frame, ink: style::Rgb, width: f32) -> Dress {
    Dress {
        x: frame.x,
        width: frame.width,
        rule: Some((ink, width)),
    }
}

/// The frame of each column: fixed ones as asked, the rest shared by the others.
fn frames(columns: &[Column], frame: Frame) -> Vec<Frame> {
    let count = columns.len();
    if count == 0 {
        return Vec::new();
    }
    // Many columns in a narrow place give up space between them before they give up width.
    #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
    let gaps = (count - 1) as f32;
    let gutter = if gaps > 0.0 {
        style::GUTTER.min(frame.width * 0.2 / gaps)
    } else {
        0.0
    };
    let room = frame.width - gutter * gaps;
    let sane = |width: f32| {
        if width.is_finite() {
            width.max(0.0)
        } else {
            0.0
        }
    };
    let (mut fixed, mut shares) = (0.0_f32, 0.0_f32);
    for column in columns {
        match column {
            Column::Fixed(width) | Column::Figure(width) => fixed += sane(*width),
            Column::Share(share) => shares += sane(*share),
        }
    }
    // At least a third is left for columns that share.
    let most = if shares > 0.0 { room * 0.67 } else { room };
    let shrink = if fixed > most { most / fixed } else { 1.0 };
    let left = room - fixed * shrink;
    let mut x = frame.x;
    columns
        .iter()
        .map(|column| {
            let (width, align) = match column {
                Column::Fixed(width) => (sane(*width) * shrink, Align::Start),
                Column::Figure(width) => (sane(*width) * shrink, Align::End),
                Column::Share(share) => {
                    (left * sane(*share) / shares.max(f32::EPSILON), Align::Start)
                }
            };
            let column = Frame {
                x,
                width,
                place: Place::Cell,
                align,
            };
            x += width + gutter;
            column
        })
        .collect()
}
