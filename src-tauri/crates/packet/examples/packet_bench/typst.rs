//! The content of the bench as a Typst document, with the same fonts, sizes and measures, so
//! that both engines set the same pages.

use std::fmt::Write;
use std::path::Path;

use packet::document::{Bar, Block, Column, Document, Face, Link, Run, Table, Tone};

const HEAD: &str = r#"#set document(title: "A packet to measure")
#set page(paper: "us-letter", margin: (x: 64pt, top: 72pt, bottom: 66pt), numbering: "1",
  header: [#set text(8pt); A packet to measure #h(1fr)], footer: context [#set text(8pt)
  A packet to measure #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Source Sans 3", size: 9.8pt, lang: "en", hyphenate: false)
#set par(leading: 4.2pt, spacing: 10.2pt, justify: false)
#set table(stroke: (x: none, y: 0.5pt + luma(200)), inset: (x: 5pt, y: 4.2pt))
#show heading.where(level: 1): it => { pagebreak(weak: true); text(22pt, weight: "bold", it.body) }
#show heading.where(level: 2): set text(14.4pt)
#show table: set text(8.8pt)
#show figure: set block(breakable: false)
"#;

/// Writes `packet.typ` and the pictures that it shows.
pub(crate) fn write(document: &Document, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap();
    let mut page = Page {
        text: HEAD.to_owned(),
        folder,
        pictures: 0,
    };
    for block in &document.blocks {
        page.block(block);
    }
    page.line("#context [#metadata(counter(page).final().first()) <pages>]");
    std::fs::write(folder.join("packet.typ"), page.text).unwrap();
}

struct Page<'a> {
    text: String,
    folder: &'a Path,
    pictures: usize,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Contents => self.line("#outline(depth: 2)"),
            Block::Heading {
                level,
                text,
                anchor,
            } => {
                let heading = format!("#heading(level: {level}, {}) <{anchor}>", quoted(text));
                self.line(&heading);
            }
            Block::Paragraph(tone, runs) => {
                let size = match tone {
                    Tone::Small => "8.6pt",
                    Tone::Label => "8.6pt",
                    Tone::Lead => "12.4pt",
                    Tone::Body => "1em",
                };
                let paragraph = format!("#par({{ set text({size}); {} }})", joined(runs));
                self.line(&paragraph);
            }
            Block::Terms(terms) => {
                for (term, runs) in terms {
                    let term = format!("#terms.item({}, {{ {} }})", quoted(term), joined(runs));
                    self.line(&term);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Bars { bars, alternative } => self.bars(bars, alternative),
            Block::Image {
                bytes,
                alternative,
                caption,
            } => self.picture(bytes, alternative, caption),
            other => panic!("the bench has no such block: {other:?}"),
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push_str("\n\n");
    }

    fn table(&mut self, table: &Table) {
        let columns: Vec<String> = table
            .columns
            .iter()
            .map(|column| match column {
                Column::Fixed(width) | Column::Figure(width) => format!("{width}pt"),
                Column::Share(share) => format!("{share}fr"),
            })
            .collect();
        let mut text = format!("#table(columns: ({}), table.header(", columns.join(", "));
        for word in &table.header {
            let _ = write!(text, "{}, ", quoted(word));
        }
        text.push_str("),\n");
        for cell in table.rows.iter().flatten() {
            let [Block::Paragraph(_, runs)] = cell.as_slice() else {
                panic!("a cell of the bench is a paragraph");
            };
            let _ = write!(text, "{{ {} }}, ", joined(runs));
        }
        text.push(')');
        self.line(&text);
    }

    fn bars(&mut self, bars: &[Bar], alternative: &str) {
        let mut text = format!("#figure(alt: {}, stack(spacing: 5pt, ", quoted(alternative));
        for bar in bars {
            let _ = write!(text, "align(left, text(8pt, {})), ", quoted(&bar.label));
            for (_, value) in &bar.values {
                let width = value.unwrap_or(0.0);
                let _ = write!(
                    text,
                    "align(left, rect(width: {width}%, height: 6pt, fill: teal)), "
                );
            }
        }
        text.push_str("))");
        self.line(&text);
    }

    fn picture(&mut self, bytes: &[u8], alternative: &str, caption: &str) {
        let end = if bytes.starts_with(b"\x89PNG") {
            "png"
        } else {
            "jpg"
        };
        let name = format!("picture-{}.{end}", self.pictures);
        self.pictures += 1;
        std::fs::write(self.folder.join(&name), bytes).unwrap();
        let picture = format!(
            "#figure(alt: {0}, image({1}, alt: {0}, height: 190pt), caption: {2})",
            quoted(alternative),
            quoted(&name),
            quoted(caption)
        );
        self.line(&picture);
    }
}

fn joined(runs: &[Run]) -> String {
    let runs: Vec<String> = runs
        .iter()
        .map(|run| {
            let weight = if run.face == Face::Semibold {
                "semibold"
            } else {
                "regular"
            };
            let text = format!("text(weight: \"{weight}\", {})", quoted(&run.text));
            match &run.link {
                Some(Link::Anchor(anchor)) => format!("link(<{anchor}>, {text})"),
                Some(Link::Address(address)) => format!("link({}, {text})", quoted(address)),
                None => text,
            }
        })
        .collect();
    runs.join("; ")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
