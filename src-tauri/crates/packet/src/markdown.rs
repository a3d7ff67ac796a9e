//! Notes in Markdown as blocks.
//!
//! Paragraphs, emphasis, lists, tables, quotes and code keep their sense; headings become
//! bold paragraphs, since the document's own headings are not the note's to make; links are
//! shown in full, since paper cannot be clicked; pictures become their words; HTML is text.
//! Nothing that a person can type makes this fail: what Markdown does not understand is
//! what was typed.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};

/// How deep lists and quotes may stand in one another; deeper ones go on at this depth.
const DEEPEST: usize = 8;

/// Turns a note into blocks.
pub fn markdown(text: &str) -> Vec<Block> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut note = Note::default();
    for event in Parser::new_ext(text, options) {
        note.take(event);
    }
    note.finish()
}

/// A block that has begun and not ended.
enum Open {
    Quote(Vec<Block>),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    /// A level beyond [`DEEPEST`]: its blocks join the one around it.
    Beyond,
}

#[derive(Default)]
struct Note {
    done: Vec<Block>,
    open: Vec<Open>,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    link: Option<(String, String)>,
    code: Option<String>,
    table: Option<Table>,
}

impl Note {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => {
                self.link_text(&text);
                self.runs.push(Run::set(text.into_string(), Face::Mono));
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Rule => {
                self.paragraph();
                self.block(Block::Rule);
            }
            Event::TaskListMarker(ticked) => {
                self.text(if ticked { "\u{2611} " } else { "\u{2610} " });
            }
            Event::FootnoteReference(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Heading { .. } => {
                if matches!(tag, Tag::Heading { .. }) {
                    self.paragraph();
                }
                self.strong += 1;
            }
            Tag::Emphasis | Tag::Strikethrough => self.emphasis += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.link = Some((dest_url.into_string(), String::new()));
            }
            Tag::CodeBlock(kind) => {
                self.paragraph();
                // The language of a fenced block says nothing on paper.
                let (CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) = kind;
                self.code = Some(String::new());
            }
            Tag::BlockQuote(_) => self.begin(Open::Quote(Vec::new())),
            Tag::List(first) => {
                self.begin(Open::List {
                    ordered: first.is_some(),
                    items: Vec::new(),
                });
            }
            Tag::Item => self.begin(Open::Item(Vec::new())),
            Tag::Table(columns) => {
                self.paragraph();
                let columns = vec![Column::Share(1.0); columns.len().max(1)];
                self.table = Some(Table {
                    columns,
                    ..Table::default()
                });
            }
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.paragraph(),
            TagEnd::Heading(_) => {
                self.strong = self.strong.saturating_sub(1);
                self.paragraph();
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strikethrough => {
                self.emphasis = self.emphasis.saturating_sub(1);
            }
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.block(Block::Code(code.trim_end_matches('\n').to_owned()));
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::TableCell => self.cell(),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.block(Block::Table(table));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        self.link_text(text);
        let face = match (self.strong > 0, self.emphasis > 0) {
            (true, _) => Face::Semibold,
            (false, true) => Face::Italic,
            (false, false) => Face::Regular,
        };
        match self.runs.last_mut() {
            Some(last) if last.face == face && last.link.is_none() => last.text.push_str(text),
            _ => self.runs.push(Run::set(text, face)),
        }
    }

    fn link_text(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.link {
            words.push_str(text);
        }
    }

    /// Shows where a link leads, unless its words already say so.
    fn end_link(&mut self) {
        let Some((address, words)) = self.link.take() else {
            return;
        };
        let bare = address.trim_start_matches("mailto:");
        if address.is_empty() || words.trim() == bare {
            return;
        }
        self.runs.push(Run::plain(" (").ink(Ink::Muted));
        self.runs.push(Run::plain(address).ink(Ink::Muted));
        self.runs.push(Run::plain(")").ink(Ink::Muted));
    }

    fn cell(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let Some(table) = &mut self.table else { return };
        match table.rows.last_mut() {
            Some(row) => row.push(vec![Block::Paragraph(Tone::Body, runs)]),
            None => table
                .header
                .push(runs.into_iter().map(|run| run.text).collect()),
        }
    }

    fn paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.block(Block::Paragraph(Tone::Body, runs));
        }
    }

    fn begin(&mut self, open: Open) {
        self.paragraph();
        let deep = self.open.len() >= DEEPEST * 2 && !matches!(open, Open::Item(_));
        let orphan = matches!(open, Open::Item(_))
            && !matches!(self.open.last(), Some(Open::List { .. }));
        self.open
            .push(if deep || orphan { Open::Beyond } else { open });
    }

    fn close(&mut self) {
        self.paragraph();
        match self.open.pop() {
            Some(Open::Quote(blocks)) => self.block(Block::Quote(blocks)),
            Some(Open::List { ordered, items }) => self.block(Block::List { ordered, items }),
            Some(Open::Item(blocks)) => match self.open.last_mut() {
                Some(Open::List { items, .. }) => items.push(blocks),
                _ => self.done.extend(blocks),
            },
            Some(Open::Beyond) | None => {}
        }
    }

    fn block(&mut self, block: Block) {
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Quote(blocks) | Open::Item(blocks) => return blocks.push(block),
                Open::List { items, .. } => return items.push(vec![block]),
                Open::Beyond => {}
            }
        }
        self.done.push(block);
    }

    fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.paragraph();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(blocks: &[Block]) -> String {
        format!("{blocks:?}")
    }

    #[test]
    fn a_link_shows_where_it_leads() {
        let blocks =
            markdown("see [the rule](https://example.org/a) and <https://example.org/b>");
        let shown = words(&blocks);
        assert!(shown.contains("https://example.org/a"));
        assert_eq!(shown.matches("https://example.org/b").count(), 1);
    }

    #[test]
    fn a_heading_becomes_a_bold_paragraph() {
        let blocks = markdown("# Big\n\ntext");
        let Some(Block::Paragraph(Tone::Body, runs)) = blocks.first() else {
            panic!("a heading in a note must not become one of the document")
        };
        assert_eq!(runs.first().map(|run| run.face), Some(Face::Semibold));
    }

    #[test]
    fn a_table_keeps_its_header_and_rows() {
        let blocks = markdown("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |");
        let Some(Block::Table(table)) = blocks.first() else {
            panic!("a table stays a table")
        };
        assert_eq!(table.header, ["a", "b"]);
        assert_eq!(table.rows.len(), 2);
    }

    #[test]
    fn hostile_markdown_loses_no_words() {
        for hostile in [
            "**unpaired *and [open](",
            "> > > > > > > > > > > > > > > > > > > > deep",
            "```\nnever closed",
            "- - - - - - - - - - - - - - - - - - - - - deep",
            "<div onclick=\"x\">deep</div>",
            "| a |\n|--|\n| b | c | deep",
        ] {
            assert!(
                !markdown(hostile).is_empty(),
                "{hostile} must have a place on paper"
            );
        }
        assert!(words(&markdown(&"> ".repeat(2000))).len() < 1_000_000);
        assert!(words(&markdown(&format!("{}deep", "> ".repeat(500)))).contains("deep"));
        assert!(words(&markdown(&format!("{}deep", "- ".repeat(500)))).contains("deep"));
    }
}
