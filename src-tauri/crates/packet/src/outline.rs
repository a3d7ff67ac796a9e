//! A document as plain text: what a test compares and a person reads in a diff.

use std::fmt::Write;

use crate::document::{Block, Chart, Cover, Document, Run, Table};

/// Returns a document as plain text: headings by their level, a line for each block, tables
/// row by row. It says what the pages say, not where.
pub fn outline(document: &Document) -> String {
    let mut outline = Outline {
        text: String::new(),
        depth: 0,
    };
    outline.line(&document.title);
    for block in &document.blocks {
        outline.block(block);
    }
    outline.text
}

struct Outline {
    text: String,
    depth: usize,
}

impl Outline {
    fn line(&mut self, words: &str) {
        for line in words.lines() {
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "{:indent$}{line}", "", indent = self.depth * 2);
        }
    }

    fn deeper(&mut self, blocks: &[Block]) {
        self.depth += 1;
        for block in blocks {
            self.block(block);
        }
        self.depth -= 1;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text, .. } => {
                self.text.push('\n');
                self.line(&format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Block::Paragraph(_, runs) => self.line(&words(runs)),
            Block::List { ordered, items } => {
                for (number, item) in (1..).zip(items) {
                    self.line(&if *ordered {
                        format!("{number}.")
                    } else {
                        "-".to_owned()
                    });
                    self.deeper(item);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Terms(terms) => {
                for (term, meaning) in terms {
                    self.line(&format!("{term}: {}", words(meaning)));
                }
            }
            Block::Image {
                alternative,
                caption,
                ..
            } => {
                self.line(&format!("[picture: {alternative}] {caption}"));
            }
            Block::Exhibit {
                label,
                alternative,
                caption,
                ..
            } => {
                self.line(label);
                self.line(&format!("[exhibit: {alternative}] {caption}"));
            }
            Block::Bars { bars, alternative } => {
                self.line(&format!("[bars: {alternative}]"));
                for bar in bars {
                    let values: Vec<String> = bar
                        .values
                        .iter()
                        .map(|(name, value)| match value {
                            Some(value) => format!("{name} {value:.1}"),
                            None => format!("{name} not assessed"),
                        })
                        .collect();
                    self.line(&format!("  {}: {}", bar.label, values.join(", ")));
                }
            }
            Block::Chart { chart, alternative } => {
                self.line(&format!("[{}: {alternative}]", kind(chart)));
            }
            Block::Figures(figures) => {
                for figure in figures {
                    self.line(&format!(
                        "{}: {} ({})",
                        figure.label, figure.figure, figure.remark
                    ));
                }
            }
            Block::Callout(blocks) | Block::Toned(_, blocks) | Block::Quote(blocks) => {
                self.line(">");
                self.deeper(blocks);
            }
            Block::Code(text) => self.line(text),
            Block::Cover(cover) => self.cover(cover),
            Block::Contents => self.line("[contents]"),
            Block::Together(blocks) => {
                for block in blocks {
                    self.block(block);
                }
            }
            Block::TickBox => self.line("[ ]"),
            Block::Lines(_) | Block::Rule | Block::PageBreak | Block::Space(_) => {}
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.header.is_empty() {
            self.line(&format!("| {} |", table.header.join(" | ")));
        }
        for row in &table.rows {
            self.line("|");
            for cell in row {
                self.deeper(cell);
            }
        }
    }

    fn cover(&mut self, cover: &Cover) {
        for words in [&cover.marking, &cover.kind, &cover.title, &cover.subtitle] {
            self.line(words);
        }
        for (key, value) in &cover.facts {
            self.line(&format!("{key}: {value}"));
        }
        self.line(&cover.note);
    }
}

fn kind(chart: &Chart) -> &'static str {
    match chart {
        Chart::Dials(_) => "dials",
        Chart::Stack(_) => "stack",
        Chart::Matrix(_) => "matrix",
        Chart::Coverage(_) => "coverage",
        Chart::Timeline(_) => "timeline",
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
