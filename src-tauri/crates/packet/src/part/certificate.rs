//! The certificate that all of an organisation was destroyed.

use chrono::{DateTime, Utc};

use crate::document::{Block, Column, Document, Face, Ink, Run, Table, Tone};

/// What a certificate of destruction says. It names no content: whoever kept a file can tell
/// by its digest that it was among those destroyed.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// The organisation's name.
    pub organisation: String,
    /// Its id.
    pub organisation_id: String,
    /// The vault's name.
    pub vault: String,
    /// The vault's id.
    pub vault_id: String,
    /// Who destroys it.
    pub by: String,
    /// Why, as they wrote it.
    pub reason: String,
    /// On what ground it may be destroyed, in a sentence.
    pub ground: String,
    /// Records by kind, in words, with how many.
    pub records: Vec<(String, u64)>,
    /// The assessments.
    pub assessments: Vec<DestroyedAssessment>,
    /// The evidence files.
    pub files: Vec<DestroyedFile>,
    /// Entries and last hash of the organisation's chain before its end.
    pub chain: (u64, String),
    /// Entries and running head over all chains before its end.
    pub head: (u64, String),
    /// How it is done, a sentence each.
    pub how: Vec<String>,
    /// What cannot be reached, a sentence each.
    pub unreached: Vec<String>,
    /// The program's version.
    pub version: String,
}

/// An assessment that is destroyed.
#[derive(Debug, Clone)]
pub struct DestroyedAssessment {
    /// What it was called.
    pub title: String,
    /// Its framework and edition.
    pub framework: String,
    /// Its version.
    pub version: u32,
    /// SHA-256 of its state, in hex.
    pub state: String,
}

/// An evidence file that is destroyed.
#[derive(Debug, Clone)]
pub struct DestroyedFile {
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Bytes.
    pub length: u64,
    /// Whether it stays because another organisation has the same file.
    pub stays: bool,
}

/// Returns the certificate.
pub fn certificate_of_destruction(
    certificate: &Certificate,
    now: DateTime<Utc>,
    identifier: [u8; 16],
) -> Document {
    let when = now.format("%Y-%m-%d %H:%M UTC").to_string();
    let mut blocks = vec![
        Block::heading(1, "Certificate of destruction", "certificate"),
        Block::Paragraph(
            Tone::Lead,
            vec![Run::plain(format!(
                "All that this vault held of {} is destroyed with the act that this certificate \
                 goes with.",
                certificate.organisation
            ))],
        ),
        Block::Terms(vec![
            term("Organisation", &certificate.organisation),
            mono("Its id", &certificate.organisation_id),
            term("Vault", &certificate.vault),
            mono("Its id", &certificate.vault_id),
            term("Destroyed by", &certificate.by),
            term("When", &when),
            term("Reason", &certificate.reason),
            term("Ground", &certificate.ground),
        ]),
        Block::heading(2, "What is destroyed", "what"),
    ];
    blocks.push(records(certificate));
    blocks.extend(assessments(certificate));
    blocks.extend(files(certificate));
    blocks.push(Block::heading(2, "How", "how"));
    blocks.push(list(&certificate.how));
    blocks.push(Block::heading(2, "What cannot be reached", "unreached"));
    blocks.push(Block::Toned(Ink::Warn, vec![list(&certificate.unreached)]));
    blocks.extend(record(certificate));
    blocks.push(Block::Together(vec![
        Block::heading(2, "Signature", "signature"),
        Block::text(
            "The program cannot sign for a person. Print this page and sign it if you have to \
             hand it over.",
        ),
        Block::Lines(1),
        Block::small("Name, date, signature"),
    ]));
    Document {
        title: format!("Certificate of destruction: {}", certificate.organisation),
        subject: "What was destroyed, by whom, when and how, and what could not be reached"
            .to_owned(),
        author: certificate.by.clone(),
        created: now,
        identifier,
        foot: format!("Auscult {} \u{b7} {when}", certificate.version),
        banner: String::new(),
        blocks,
        ..Document::default()
    }
}

fn records(certificate: &Certificate) -> Block {
    let rows = certificate.records.iter().map(|(kind, count)| {
        vec![
            vec![Block::text(kind.clone())],
            vec![Block::text(count.to_string())],
        ]
    });
    Block::Table(Table {
        columns: vec![Column::Share(1.0), Column::Figure(60.0)],
        header: ["Records", "Count"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    })
}

fn assessments(certificate: &Certificate) -> Vec<Block> {
    if certificate.assessments.is_empty() {
        return Vec::new();
    }
    let rows = certificate.assessments.iter().map(|assessment| {
        vec![
            vec![
                Block::text(assessment.title.clone()),
                Block::small(format!(
                    "{}, version {}",
                    assessment.framework, assessment.version
                )),
            ],
            digest(&assessment.state),
        ]
    });
    vec![
        Block::heading(3, "Assessments", "assessments"),
        Block::Table(Table {
            columns: vec![Column::Share(1.0), Column::Share(1.3)],
            header: ["Assessment", "SHA-256 of its state"]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
        }),
    ]
}

fn files(certificate: &Certificate) -> Vec<Block> {
    if certificate.files.is_empty() {
        return Vec::new();
    }
    let rows = certificate.files.iter().map(|file| {
        let mut what = digest(&file.sha256);
        if file.stays {
            what.push(Block::small(
                "The sealed file stays: another organisation in this vault has the same one. \
                 That it belonged to this organisation is destroyed.",
            ));
        }
        vec![what, vec![Block::text(file.length.to_string())]]
    });
    vec![
        Block::heading(3, "Evidence files", "files"),
        Block::text(
            "Named by the SHA-256 of their bytes, so that nothing of them stands here. Whoever \
             has a copy of a file can compare it.",
        ),
        Block::Table(Table {
            columns: vec![Column::Share(1.0), Column::Figure(90.0)],
            header: ["SHA-256 of the file", "Bytes"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
    ]
}

fn record(certificate: &Certificate) -> Vec<Block> {
    let entries = |(entries, _): &(u64, String)| entries.to_string();
    vec![
        Block::heading(2, "The record that stays", "record"),
        Block::text(
            "The vault's trail keeps the entries of this organisation. They hold random ids, \
             times and keyed digests, never content, and the chains of all others stand on \
             them. The trail also keeps that it was destroyed, by whom and when, and the \
             SHA-256 of this certificate. Before the act it stood so:",
        ),
        Block::Terms(vec![
            (
                "Its entries".to_owned(),
                vec![Run::plain(entries(&certificate.chain))],
            ),
            mono("Its chain's head", &certificate.chain.1),
            (
                "All entries".to_owned(),
                vec![Run::plain(entries(&certificate.head))],
            ),
            mono("Head of all", &certificate.head.1),
        ]),
    ]
}

fn list(sentences: &[String]) -> Block {
    let items = sentences.iter().map(|item| vec![Block::text(item.clone())]);
    Block::List {
        ordered: false,
        items: items.collect(),
    }
}

fn digest(hex: &str) -> Vec<Block> {
    vec![Block::Paragraph(
        Tone::Small,
        vec![Run::set(hex, Face::Mono)],
    )]
}

fn term(name: &str, value: &str) -> (String, Vec<Run>) {
    (
        name.to_owned(),
        vec![Run::plain(super::words::or_dash(value))],
    )
}

fn mono(name: &str, value: &str) -> (String, Vec<Run>) {
    (name.to_owned(), vec![Run::set(value, Face::Mono)])
}
