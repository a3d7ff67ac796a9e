//! The sheet with somebody's recovery code: one page, to be kept on paper.

use chrono::{DateTime, Utc};

use crate::document::{BigFigure, Block, Document, Face, Ink, Run, Tone};

/// What a recovery sheet says.
#[derive(Debug, Clone, Copy)]
pub struct RecoverySheet<'a> {
    /// The vault's name: that of its folder.
    pub vault: &'a str,
    /// The vault's id.
    pub vault_id: &'a str,
    /// Whose way in the code is.
    pub member: &'a str,
    /// The short id of the key slot that the code opens.
    pub slot: &'a str,
    /// The groups of the code, each of six digits.
    pub groups: &'a [String],
}

/// Returns the sheet. It has no cover and no contents, so that all stands on one page.
pub fn recovery_sheet(
    sheet: &RecoverySheet<'_>,
    now: DateTime<Utc>,
    identifier: [u8; 16],
) -> Document {
    let day = now.format("%Y-%m-%d").to_string();
    let mut blocks = vec![
        Block::heading(1, "Recovery code", "recovery-code"),
        Block::Paragraph(
            Tone::Lead,
            vec![Run::plain(
                "This code opens the vault named below without the passphrase. Whoever holds \
                 this sheet and a copy of the vault can read all that is in it.",
            )],
        ),
        Block::Terms(vec![
            term("Vault", &shortened(sheet.vault)),
            term("For", &shortened(sheet.member)),
            term("Made on", &day),
            mono("Key slot", sheet.slot),
            mono("Vault's id", sheet.vault_id),
        ]),
        Block::heading(2, "The code", "code"),
        Block::Figures(
            sheet
                .groups
                .iter()
                .zip(1..)
                .map(|(group, number)| BigFigure {
                    figure: group.clone(),
                    label: format!("Group {number}"),
                    remark: String::new(),
                })
                .collect(),
        ),
    ];
    blocks.extend([
        Block::heading(2, "How to use it", "use"),
        list(
            true,
            &[
                "Open Auscult, choose the vault and say that you have a recovery code.",
                "Type the groups in their order. Each is checked as you type it.",
                "Choose a new passphrase, make a new code and destroy this sheet.",
            ],
        ),
        Block::heading(2, "Where to keep it", "keep"),
        list(
            false,
            &[
                "Keep it on paper, in a locked place away from the computer: a safe, a bank, a \
                 notary. Do not photograph it, scan it or send it.",
                "Delete the PDF file once it is printed, and empty the bin. On many disks a \
                 deleted file can still be found, so save it only on an encrypted one.",
                "If the sheet is lost or was seen by somebody else, open the vault with the \
                 passphrase and make a new code. The old one then no longer opens this vault. \
                 It still opens copies of the vault that were made before.",
            ],
        ),
        Block::Paragraph(
            Tone::Small,
            vec![
                Run::plain(
                    "Nobody else has this code: not the maker of the program, not a server. If \
                     the passphrase and this sheet are both lost, the vault stays closed.",
                )
                .ink(Ink::Muted),
            ],
        ),
    ]);
    Document {
        title: format!("Recovery code: {}", sheet.vault),
        subject: "A code that opens a vault without its passphrase".to_owned(),
        author: sheet.member.to_owned(),
        created: now,
        identifier,
        foot: format!("Made on {day}"),
        banner: "Secret: keep locked away".to_owned(),
        blocks,
        ..Document::default()
    }
}

/// A name of any length leaves room for the rest of the page.
fn shortened(name: &str) -> String {
    match name.char_indices().nth(120) {
        Some((at, _)) => format!("{}\u{2026}", name.get(..at).unwrap_or_default()),
        None => name.to_owned(),
    }
}

fn term(name: &str, value: &str) -> (String, Vec<Run>) {
    (name.to_owned(), vec![Run::plain(value)])
}

fn mono(name: &str, value: &str) -> (String, Vec<Run>) {
    (name.to_owned(), vec![Run::set(value, Face::Mono)])
}

fn list(ordered: bool, items: &[&str]) -> Block {
    let items = items.iter().map(|item| vec![Block::text(*item)]);
    Block::List {
        ordered,
        items: items.collect(),
    }
}
