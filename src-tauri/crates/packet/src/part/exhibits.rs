//! Exhibits: evidence printed in the packet, each page with a running number over all.

use domain::packet::PacketPart;

use super::gathered::{Numbered, Packet};
use super::words;
use crate::document::{Block, Column, Face, Ink, Run, Table, Tone};

/// The list, so that each page can be called by its number.
pub(super) fn list(packet: &Packet<'_>) -> Vec<Block> {
    let pages: usize = packet.exhibits.iter().map(Numbered::pages).sum();
    let rows = packet.exhibits.iter().map(|exhibit| {
        let mut what = vec![Block::Paragraph(
            Tone::Body,
            vec![Run::set(exhibit.caption(), Face::Semibold)],
        )];
        if exhibit.caption() != exhibit.evidence.title {
            what.push(Block::small(exhibit.evidence.title.clone()));
        }
        if let Some(attachment) = &exhibit.evidence.attachment {
            what.push(Block::small(attachment.file_name.clone()));
        }
        if let Some(reason) = exhibit.unshown() {
            what.push(Block::Paragraph(
                Tone::Small,
                vec![Run::plain(reason).ink(Ink::Bad)],
            ));
        }
        let digest = exhibit
            .evidence
            .attachment
            .as_ref()
            .map_or_else(|| words::cell("\u{2013}"), |a| words::digest(&a.sha256));
        vec![
            words::cell_runs(vec![
                Run::set(exhibit.number.to_string(), Face::Semibold).to(exhibit.anchor()),
            ]),
            what,
            words::cell(exhibit.span()),
            digest,
        ]
    });
    vec![
        Block::heading(1, "List of exhibits", "exhibit-list"),
        Block::text(format!(
            "{} of evidence {} printed in this packet, on {}. Each page has a running number, \
             {} and on, by which it can be named. The file itself is what was examined; the \
             pictures show its pages.",
            words::count(packet.exhibits.len(), "item", "items"),
            if packet.exhibits.len() == 1 {
                "is"
            } else {
                "are"
            },
            words::count(pages, "page", "pages"),
            running(1)
        )),
        Block::Table(Table {
            columns: vec![
                Column::Fixed(40.0),
                Column::Share(1.2),
                Column::Fixed(92.0),
                Column::Share(1.0),
            ],
            header: ["Exhibit", "Evidence", "Pages", "SHA-256 of the file"]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        }),
    ]
}

/// What lacks of the exhibits that are printed, in sentences.
pub(super) fn warnings(packet: &Packet<'_>) -> Vec<String> {
    if !packet.shows(PacketPart::Exhibits) {
        return Vec::new();
    }
    let unshown = packet.exhibits.iter().filter_map(|exhibit| {
        let reason = exhibit.unshown()?;
        Some(format!("Exhibit {}: {reason}", exhibit.number))
    });
    unshown.collect()
}

/// The pages themselves, each exhibit a chapter, so that its name stands at the head of each.
pub(super) fn exhibits(packet: &Packet<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for exhibit in &packet.exhibits {
        blocks.push(Block::heading(
            1,
            format!("Exhibit {}: {}", exhibit.number, exhibit.caption()),
            exhibit.anchor(),
        ));
        if let Some(reason) = exhibit.unshown() {
            blocks.push(Block::Toned(Ink::Warn, vec![Block::text(reason)]));
        }
        if exhibit.pages() == 0 {
            blocks.push(Block::Paragraph(Tone::Small, exhibit.digest()));
        }
        blocks.extend(pages(exhibit));
    }
    blocks
}

fn pages(exhibit: &Numbered<'_>) -> impl Iterator<Item = Block> {
    let pages = exhibit.printed.iter().flat_map(|p| &p.pages);
    pages.enumerate().map(|(at, page)| {
        let total = exhibit.printed.map_or(1, |p| p.total.max(page.number));
        let digest: String = exhibit.digest().into_iter().map(|run| run.text).collect();
        let of = format!("page {} of {total}", page.number);
        let alternative = match exhibit.chosen.alternative.trim() {
            "" => format!(
                "{of} of \u{201c}{}\u{201d}. Nobody wrote down what it shows.",
                exhibit.evidence.title
            ),
            said if total == 1 => said.to_owned(),
            said => format!("{of}. {said}"),
        };
        Block::Exhibit {
            label: format!(
                "Exhibit {}, {of} \u{b7} {}",
                exhibit.number,
                running(exhibit.first + at)
            ),
            png: page.png.clone(),
            alternative: capital(&alternative),
            caption: format!("{}. {digest}", exhibit.caption().trim_end_matches('.')),
        }
    })
}

/// The running number of an exhibit's page.
fn running(number: usize) -> String {
    format!("EX-{number:04}")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

impl Numbered<'_> {
    fn pages(&self) -> usize {
        self.printed.map_or(0, |p| p.pages.len())
    }

    pub(super) fn anchor(&self) -> String {
        format!("exhibit-{}", self.number)
    }

    fn caption(&self) -> String {
        match self.chosen.caption.trim() {
            "" => self.evidence.title.clone(),
            caption => caption.to_owned(),
        }
    }

    fn digest(&self) -> Vec<Run> {
        self.evidence.attachment.as_ref().map_or_else(
            || vec![Run::plain("Without a file")],
            |a| {
                vec![
                    Run::plain("SHA-256 of the file: "),
                    Run::set(a.sha256.clone(), Face::Mono),
                ]
            },
        )
    }

    /// Which of all exhibit pages are its own.
    fn span(&self) -> String {
        let (first, count) = (self.first, self.pages());
        let total = self.printed.map_or(0, |p| p.total);
        match count {
            0 => "not shown".to_owned(),
            1 if total <= 1 => running(first),
            1 => format!("{} (1 of {total} pages)", running(first)),
            _ => format!(
                "{} to {} ({count} of {total} pages)",
                running(first),
                running(first + count - 1)
            ),
        }
    }

    /// Why it, or a part of it, is not shown, in a sentence.
    pub(super) fn unshown(&self) -> Option<String> {
        match self.printed {
            None => Some(
                "This exhibit was not drawn for this copy, so none of its pages stands here."
                    .to_owned(),
            ),
            Some(printed) => {
                let reason = printed.unshown.trim();
                (!reason.is_empty()).then(|| reason.to_owned())
            }
        }
    }
}
