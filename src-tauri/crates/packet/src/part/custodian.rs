//! The certificate of the custodian of records: a form for whoever keeps the client's records.

use domain::evidence::{Attachment, Evidence};

use super::attestation::sign_here;
use super::gathered::Packet;
use super::words;
use crate::document::{Block, Column, Ink, Run, Table, Tone};

pub(super) fn certificate(packet: &Packet<'_>) -> Vec<Block> {
    let organisation = &packet.source.dossier.organisation.name;
    let rows = records(packet)
        .into_iter()
        .map(|(evidence, attachment)| {
            let mut what = vec![
                Block::text(evidence.title.clone()),
                Block::small(attachment.file_name.clone()),
            ];
            if let Some(exhibit) = packet.exhibit_of(evidence) {
                what.push(Block::small(format!("Exhibit {}", exhibit.number)));
            }
            vec![
                vec![Block::TickBox],
                what,
                words::digest(&attachment.sha256),
            ]
        })
        .collect();
    let statements = [
        "I keep the records ticked below for the organisation, or know how they are kept.",
        "Each was made at the time of what it tells, or soon after, by somebody who knew of it \
         or from what such a person passed on.",
        "Each is kept in the course of the organisation's regular work, and making such a \
         record is its regular practice.",
        "The file named below is the record or a true copy of it. I compared it, or had it \
         compared, by the digest beside it.",
    ];
    vec![
        Block::heading(1, "Certificate of the custodian of records", "custodian"),
        Block::Paragraph(
            Tone::Lead,
            vec![Run::plain(format!(
                "A form for whoever keeps the records of {organisation}."
            ))],
        ),
        Block::Toned(
            Ink::Warn,
            vec![Block::text(
                "This form is not legal advice. Whether a court or an authority takes a record \
                 on the strength of such a certificate, and in which words and form, is for the \
                 organisation's counsel to say. Sign nothing that you do not know yourself.",
            )],
        ),
        Block::label("I certify:"),
        Block::List {
            ordered: true,
            items: statements
                .into_iter()
                .map(|statement| vec![Block::text(statement)])
                .collect(),
        },
        Block::label("Exceptions, or anything to add"),
        Block::Lines(2),
        sign_here(),
        Block::heading(2, "Records", "custodian-records"),
        Block::text("Tick each record that comes from the organisation and that you keep."),
        Block::Table(Table {
            columns: vec![Column::Fixed(14.0), Column::Share(1.0), Column::Share(1.0)],
            header: ["", "Record", "SHA-256 of the file"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

/// The files that may be records of the client's: the exhibits, or without exhibits all files
/// that count.
pub(super) fn records<'a>(packet: &Packet<'a>) -> Vec<(&'a Evidence, &'a Attachment)> {
    let with_file = |evidence: &'a Evidence| Some((evidence, evidence.attachment.as_ref()?));
    if packet.exhibits.is_empty() {
        let all = packet.source.dossier.evidence.iter();
        return all
            .filter(|e| e.withdrawn.is_none())
            .filter_map(with_file)
            .collect();
    }
    let mut records: Vec<(&Evidence, &Attachment)> = Vec::new();
    for exhibit in &packet.exhibits {
        if records.iter().all(|(e, _)| e.id != exhibit.evidence.id) {
            records.extend(with_file(exhibit.evidence));
        }
    }
    records
}
