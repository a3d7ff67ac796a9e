//! Notes in Markdown as blocks.
//!
//! Paragraphs, emphasis, lists, tables, quotes and code keep their sense; headings become
//! bold paragraphs, since the document's own headings are not the note's to make; links are
//! shown in full, since paper cannot be clicked; pictures become their words; HTML is text.
//! Nothing that a person can type makes this fail: what Markdown does not understand is
//! what was typed.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::document::{Block, Column, Face, Ink, Link, Run, Table, Tone};

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

/// A link that has begun: where it leads, its words, and the number of its first run.
struct Leading {
    address: String,
    words: String,
    first: usize,
}

#[derive(Default)]
struct Note {
    done: Vec<Block>,
    open: Vec<Open>,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    link: Option<Leading>,
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
                self.link = Some(Leading {
                    address: dest_url.into_string(),
                    words: String::new(),
                    first: self.runs.len(),
                });
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
        let begins = self
            .link
            .as_ref()
            .is_some_and(|link| link.first == self.runs.len());
        match self.runs.last_mut() {
            Some(last) if last.face == face && last.link.is_none() && !begins => {
                last.text.push_str(text);
            }
            _ => self.runs.push(Run::set(text, face)),
        }
    }

    fn link_text(&mut self, text: &str) {
        if let Some(link) = &mut self.link {
            link.words.push_str(text);
        }
    }

    /// Shows where a link leads, unless its words already say so. What is shown is what can be
    /// followed: words that lead elsewhere than they say lead nowhere.
    fn end_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let bare = link.address.trim_start_matches("mailto:");
        if link.address.is_empty() {
            return;
        }
        let follows = ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| link.address.starts_with(scheme));
        if link.words.trim() == bare || link.words.trim() == link.address {
            let own = self.runs.iter_mut().skip(link.first);
            for run in own.filter(|_| follows) {
                run.link = Some(Link::Address(link.address.clone()));
                run.ink = Ink::Accent;
            }
            return;
        }
        let shown = Run::plain(link.address.clone()).ink(Ink::Muted);
        self.runs.push(Run::plain(" (").ink(Ink::Muted));
        self.runs.push(if follows {
            shown.address(link.address)
        } else {
            shown
        });
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
        let leads =
            leading("see [the rule](https://example.org/a) and <https://example.org/b>");
        let shown: String = leads.into_iter().map(|(words, _)| words).collect();
        assert_eq!(
            shown,
            "see the rule (https://example.org/a) and https://example.org/b"
        );
    }

    /// The words of a paragraph and where they lead.
    fn leading(text: &str) -> Vec<(String, Option<String>)> {
        let blocks = markdown(text);
        let Some(Block::Paragraph(_, runs)) = blocks.first() else {
            panic!("a paragraph")
        };
        let leads = |run: &Run| match &run.link {
            Some(Link::Address(address)) => Some(address.clone()),
            _ => None,
        };
        runs.iter()
            .map(|run| (run.text.clone(), leads(run)))
            .collect()
    }

    #[test]
    fn what_is_shown_of_a_link_is_what_can_be_followed() {
        let leads =
            leading("see [the rule](https://example.org/a) and <https://example.org/b>.");
        for (words, address) in &leads {
            assert_eq!(
                address.is_some(),
                words.starts_with("https://"),
                "{leads:?}"
            );
            assert!(
                address.as_ref().is_none_or(|address| address == words),
                "{leads:?}"
            );
        }
        assert_eq!(
            leads
                .iter()
                .filter(|(_, address)| address.is_some())
                .count(),
            2
        );
    }

    #[test]
    fn a_link_to_a_program_or_a_file_is_shown_and_cannot_be_followed() {
        for address in [
            "javascript:alert(1)",
            "file:///etc/hostname",
            "data:text/html,x",
        ] {
            let leads = leading(&format!("[words]({address})"));
            assert!(
                leads.iter().all(|(_, address)| address.is_none()),
                "{leads:?}"
            );
            assert!(leads.iter().any(|(words, _)| words == address), "{leads:?}");
        }
    }

    #[test]
    fn lists_nest_with_their_kind() {
        let blocks = markdown("1. one\n   - two\n     1. three\n2. four");
        let Some(Block::List {
            ordered: true,
            items,
        }) = blocks.first()
        else {
            panic!("a counted list")
        };
        assert_eq!(items.len(), 2);
        let Some(Block::List {
            ordered: false,
            items,
        }) = items[0].get(1)
        else {
            panic!("a list of points inside: {items:?}")
        };
        assert!(matches!(
            items[0].get(1),
            Some(Block::List { ordered: true, .. })
        ));
    }

    #[test]
    fn emphasis_and_code_have_their_faces() {
        let blocks = markdown("**a** *b* `c` d");
        let Some(Block::Paragraph(_, runs)) = blocks.first() else {
            panic!("a paragraph")
        };
        let face = |text: &str| {
            runs.iter()
                .find(|run| run.text.trim() == text)
                .map(|run| run.face)
        };
        assert_eq!(face("a"), Some(Face::Semibold));
        assert_eq!(face("b"), Some(Face::Italic));
        assert_eq!(face("c"), Some(Face::Mono));
        assert_eq!(face("d"), Some(Face::Regular));
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
