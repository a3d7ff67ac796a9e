//! Where pages end, and what stands at their edges.

use super::flow::Flow;
use super::slab::Slab;
use crate::display::Mark;
use crate::document::{Block, Column, Document, Table};
use crate::{Pages, Paper, layout, style};

fn pages(blocks: Vec<Block>) -> Pages {
    let document = Document {
        title: "The title".to_owned(),
        blocks,
        ..Document::default()
    };
    layout(document, Paper::Letter).unwrap()
}

/// The words of marks, a line for each baseline.
fn said(pages: &Pages, marks: &[Mark]) -> Vec<String> {
    let mut lines: Vec<(f32, String)> = Vec::new();
    for mark in marks {
        let Mark::Word { y, word, .. } = mark else {
            continue;
        };
        let text = &pages.lexicon.get(*word).unwrap().text;
        match lines.last_mut() {
            Some((at, line)) if (*at - y).abs() < 0.1 => line.push_str(text),
            _ => lines.push((*y, text.to_string())),
        }
    }
    lines
        .into_iter()
        .map(|(_, line)| line.trim().to_owned())
        .collect()
}

fn bodies(pages: &Pages) -> Vec<Vec<String>> {
    pages
        .pages
        .iter()
        .map(|page| said(pages, &page.body))
        .collect()
}

/// A text of so many lines, each with its own name.
fn lines(name: &str, count: usize) -> Block {
    let lines: Vec<String> = (0..count).map(|at| format!("{name}.{at}")).collect();
    Block::text(lines.join("\n"))
}

/// So many lines of one point each stand above what is looked at.
fn above(points: u16) -> Block {
    Block::Space(f32::from(points))
}

/// How many lines of a name stand on each page that has any.
fn shares(bodies: &[Vec<String>], name: &str) -> Vec<usize> {
    let start = format!("{name}.");
    bodies
        .iter()
        .map(|body| body.iter().filter(|line| line.starts_with(&start)).count())
        .filter(|count| *count > 0)
        .collect()
}

#[test]
fn no_paragraph_leaves_one_line_alone_on_a_page() {
    for points in (0..400).step_by(7) {
        let mut blocks = vec![above(points)];
        blocks.extend((0..14).map(|at| lines(&format!("p{at}"), 2 + at % 7)));
        let bodies = bodies(&pages(blocks));
        for at in 0..14 {
            let shares = shares(&bodies, &format!("p{at}"));
            let alone = shares.len() > 1 && shares.contains(&1);
            assert!(!alone, "p{at} stands as {shares:?} after {points}");
        }
    }
}

#[test]
fn no_line_stands_alone_where_a_tall_row_is_cut() {
    for points in (0..400).step_by(23) {
        let mut cell = Vec::new();
        cell.extend((0..30).map(|at| lines(&format!("c{at}"), 2 + at % 5)));
        let table = Table {
            columns: vec![Column::Share(1.0), Column::Share(1.0)],
            header: vec!["Left".to_owned(), "Right".to_owned()],
            rows: vec![vec![cell, vec![lines("d", 40)]]],
        };
        let bodies = bodies(&pages(vec![above(points), Block::Table(table)]));
        for name in (0..30).map(|at| format!("c{at}")).chain(["d".to_owned()]) {
            let shares = shares(&bodies, &name);
            let alone = shares.len() > 1 && shares.contains(&1);
            assert!(!alone, "{name} stands as {shares:?} after {points}");
        }
    }
}

fn table(heights: &[usize]) -> Block {
    let rows = heights
        .iter()
        .enumerate()
        .map(|(at, count)| {
            vec![
                vec![lines(&format!("r{at}"), *count)],
                vec![Block::text("x")],
            ]
        })
        .collect();
    Block::Table(Table {
        columns: vec![Column::Share(1.0), Column::Share(1.0)],
        header: vec!["Left head".to_owned(), "Right head".to_owned()],
        rows,
    })
}

#[test]
fn a_row_that_fits_a_page_is_never_torn() {
    let heights = [1, 30, 3, 44, 2, 25, 25, 51, 1, 12, 33];
    for points in (0..600).step_by(13) {
        let bodies = bodies(&pages(vec![above(points), table(&heights)]));
        for at in 0..heights.len() {
            let shares = shares(&bodies, &format!("r{at}"));
            assert_eq!(
                shares.len(),
                1,
                "row {at} stands as {shares:?} after {points}"
            );
        }
    }
}

#[test]
fn a_heading_stands_with_the_header_and_the_first_row_of_its_table() {
    for first in [1, 2, 20, 40, 48, 50, 51, 52, 60, 200] {
        for points in (0..640).step_by(16) {
            let pages = pages(vec![
                above(points),
                Block::heading(2, "A heading", ""),
                table(&[first, 1]),
            ]);
            let bodies = bodies(&pages);
            let page = bodies
                .iter()
                .position(|body| body.iter().any(|line| line == "A heading"))
                .unwrap();
            let has = |what: &str| bodies[page].iter().any(|line| line.starts_with(what));
            assert!(
                has("Left head") && has("r0."),
                "a first row of {first} lines after {points}: {:?}",
                bodies[page]
            );
        }
    }
}

#[test]
fn a_row_of_many_pages_fills_them_and_has_its_header_on_each() {
    for points in [0, 200, 500, 610] {
        let pages = pages(vec![above(points), table(&[230, 1])]);
        let bodies = bodies(&pages);
        let shares = shares(&bodies, "r0");
        assert_eq!(shares.iter().sum::<usize>(), 230);
        assert!(shares.len() > 4, "{shares:?}");
        // The pages between are full.
        for share in &shares[1..shares.len() - 1] {
            assert!(*share >= 49, "{shares:?} after {points}");
        }
        for (at, page) in pages.pages.iter().enumerate() {
            let own = bodies[at].iter().any(|line| line.starts_with("Left head"));
            let again = said(&pages, &page.running)
                .iter()
                .any(|line| line.starts_with("Left head"));
            let rows = bodies[at].iter().any(|line| line.starts_with('r'));
            assert!(
                !rows || own || again,
                "page {at} has no header after {points}"
            );
        }
    }
}

#[test]
fn what_no_page_holds_together_still_keeps_its_heading() {
    for points in (0..640).step_by(32) {
        let mut inside = vec![Block::heading(3, "A heading", "")];
        inside.extend((0..40).map(|at| lines(&format!("t{at}"), 3)));
        let bodies = bodies(&pages(vec![above(points), Block::Together(inside)]));
        let page = bodies
            .iter()
            .find(|body| body.iter().any(|line| line == "A heading"))
            .unwrap();
        assert!(
            page.iter().any(|line| line.starts_with("t0.")),
            "after {points}"
        );
    }
}

/// The running head of each page.
fn heads(pages: &Pages) -> Vec<String> {
    pages
        .pages
        .iter()
        .map(|page| {
            said(pages, &page.running)
                .into_iter()
                .next()
                .unwrap_or_default()
        })
        .collect()
}

#[test]
fn a_running_head_names_the_section_and_the_control() {
    let control =
        |name: &str, count: usize| vec![Block::heading(3, name, ""), lines("l", count)];
    let mut blocks = vec![Block::text("Before all.")];
    blocks.push(Block::heading(1, "Safeguards", ""));
    blocks.push(Block::heading(2, "Access", ""));
    blocks.extend(control("AC-1 First", 60));
    blocks.extend(control("AC-2 Second", 10));
    blocks.extend(control("AC-3 Third", 50));
    blocks.push(Block::heading(1, "Method", ""));
    blocks.push(Block::text("No control here."));
    let heads = heads(&pages(blocks));
    assert_eq!(heads[0], "The title");
    assert_eq!(heads[1], "The title  \u{b7}  SafeguardsAC-1 First");
    assert_eq!(heads[2], "The title  \u{b7}  SafeguardsAC-1 First");
    assert_eq!(heads[3], "The title  \u{b7}  SafeguardsAC-3 Third");
    assert_eq!(heads[4], "The title  \u{b7}  Method");
}

#[test]
fn a_running_head_never_runs_into_itself() {
    let long = "A chapter whose name has many words more than fit ".repeat(4);
    let document = Document {
        title: long.clone(),
        blocks: vec![
            Block::heading(1, long.clone(), ""),
            Block::heading(3, long, ""),
        ],
        ..Document::default()
    };
    let pages = layout(document, Paper::Letter).unwrap();
    let mut end = 0.0;
    for mark in &pages.pages[0].running {
        let Mark::Word {
            x, y, size, word, ..
        } = mark
        else {
            continue;
        };
        if (*y - crate::style::HEAD).abs() < 0.1 {
            assert!(*x >= end, "{x} is left of {end}");
            end = x + pages.lexicon.get(*word).unwrap().width * size / 1000.0;
        }
    }
    assert!(end < 612.0);
}

/// Two names as Hebrew writes them.
const NAME: &str = "\u{5de}\u{5e9}\u{5d4} \u{5dc}\u{5d5}\u{5d9}";

/// The left edge and the letters of each word, in the order of the file.
fn placed(pages: &Pages, marks: &[Mark]) -> Vec<(f32, String)> {
    let words = marks.iter().filter_map(|mark| match mark {
        Mark::Word { x, word, .. } => Some((*x, *word)),
        _ => None,
    });
    words
        .map(|(x, word)| (x, pages.lexicon.get(word).unwrap().text.trim().to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

#[test]
fn words_from_the_right_are_in_the_order_read_and_stand_where_they_are_seen() {
    let pages = pages(vec![Block::text(format!("{NAME} 2026"))]);
    let words = placed(&pages, &pages.pages[0].body);
    let read: Vec<&str> = words.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(read.join(" "), format!("{NAME} 2026"));
    assert!(words.windows(2).all(|two| two[0].0 > two[1].0), "{words:?}");
    assert_eq!(pages.text(0), format!("{NAME} 2026"));
}

#[test]
fn a_name_from_the_right_begins_where_the_cells_of_its_row_do() {
    let row = |name: &str| vec![vec![Block::text("R-001")], vec![Block::text(name)]];
    let table = Table {
        columns: vec![Column::Share(1.0), Column::Share(1.0)],
        header: Vec::new(),
        rows: vec![row("Moshe Levi"), row(NAME)],
    };
    let pages = pages(vec![Block::Table(table)]);
    let words = placed(&pages, &pages.pages[0].body);
    let left = |name: &str| {
        let of = words
            .iter()
            .filter(|(_, text)| name.contains(text.as_str()));
        of.map(|(x, _)| *x).fold(f32::MAX, f32::min)
    };
    assert!((left("Moshe Levi") - left(NAME)).abs() < 0.5);
}

#[test]
fn a_running_head_keeps_a_name_from_the_right_in_its_order() {
    let document = Document {
        title: format!("Packet of {NAME}, MD"),
        blocks: vec![Block::text("Words.")],
        ..Document::default()
    };
    let pages = layout(document, Paper::Letter).unwrap();
    let words = placed(&pages, &pages.pages[0].running);
    let at = |what: &str| {
        words
            .iter()
            .find(|(_, text)| text.contains(what))
            .unwrap()
            .0
    };
    let (first, last) = NAME.split_once(' ').unwrap();
    assert!(at("Packet of") < at(last) && at(last) < at(first) && at(first) < at(", MD"));
}

#[test]
fn a_page_is_filled_as_far_as_its_lines_fit() {
    for points in 500..640 {
        // The page holds 654 points, a line of running text takes 14.
        let room = (654 - usize::from(points)) / 14;
        let bodies = bodies(&pages(vec![above(points), lines("p", 5), lines("q", 9)]));
        let first = bodies[0].len();
        // At the most one line is given up so that none stands alone, or the space between.
        assert!(
            first + 2 >= room.min(14),
            "{first} lines of {room} after {points}"
        );
    }
}

#[test]
fn what_is_set_has_its_page_before_more_than_a_page_waits() {
    let mut flow = Flow::new(0, style::TOP + 628.0);
    let mut slabs = Vec::new();
    for line in 0..1_000 {
        slabs.push(Slab {
            // Ten chapters of a hundred lines, four pages each.
            fresh: line % 100 == 0,
            ..Slab::space(20.0)
        });
        flow.take(&mut slabs);
        assert!(slabs.len() <= 31, "{} slabs wait", slabs.len());
    }
    assert_eq!(flow.finish(slabs).pages.len(), 40);
}
