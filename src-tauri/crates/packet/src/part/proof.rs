//! Proof: the record behind the packet, who vouches for it, and how a stranger checks it.

use domain::packet::Audience;

use super::gathered::Packet;
use super::{Cryptography, words};
use crate::document::{Block, Column, Face, Run, Table};

pub(super) fn proof(packet: &Packet<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "Proof", "proof"),
        Block::text(
            "What stands behind this copy, and how somebody without this program and without \
             the vault can check what they were given.",
        ),
        Block::heading(2, "The record behind this", "trail"),
        behind(packet),
        Block::small(
            "The trail is an append-only, hash-chained history of every change. Whoever holds \
             the vault can show that this head lies in it.",
        ),
    ];
    blocks.extend(signer(packet));
    blocks.extend(verify());
    if packet.audience() != Audience::Leadership
        && let Some(cryptography) = packet.source.cryptography
    {
        blocks.extend(cryptography_blocks(cryptography));
    }
    blocks
}

fn behind(packet: &Packet<'_>) -> Block {
    let trail = packet.source.trail;
    Block::Terms(vec![
        mono("Trail head", &trail.head),
        (
            "Trail entries".to_owned(),
            vec![Run::plain(trail.entries.to_string())],
        ),
        mono("State of the assessment", &trail.state),
        mono("Vault", &trail.vault),
        mono(
            "Catalogue",
            &packet.source.dossier.assessment.framework.digest,
        ),
        (
            "Program".to_owned(),
            vec![Run::plain(format!("Auscult {}", trail.version))],
        ),
        ("Cryptography".to_owned(), vec![Run::plain(module(packet))]),
    ])
}

/// Which module does the cryptography and in which mode, as far as something is claimed.
fn module(packet: &Packet<'_>) -> String {
    packet.source.cryptography.map_or_else(
        || "Standard mode. No validation of a cryptographic module is claimed.".to_owned(),
        |cryptography| cryptography.claim.clone(),
    )
}

fn signer(packet: &Packet<'_>) -> Vec<Block> {
    let issuing = &packet.issuing;
    let mut blocks = vec![Block::heading(2, "Who vouches for it", "signer")];
    if issuing.signer.is_empty() {
        blocks.push(Block::text(
            "No signing key is named for this copy, so nothing here can be tied to a key.",
        ));
        return blocks;
    }
    blocks.push(Block::Terms(vec![
        (
            "Issued by".to_owned(),
            vec![Run::plain(words::or_dash(issuing.by))],
        ),
        mono("Fingerprint of their key", issuing.signer),
    ]));
    let sentences = [
        "A signature in a packet of record proves that its files are, byte for byte, those that \
         the holder of the key put together, and that none was changed since.",
        "It does not prove who that is. Anybody can make a key and write a name beside it: \
         compare this fingerprint with one that you received from them another way, on paper, \
         by telephone or in person.",
        "It does not prove when. The time is the signer's own statement.",
        "It does not prove that what the packet says is true.",
    ];
    blocks.push(list(&sentences));
    blocks
}

fn verify() -> Vec<Block> {
    vec![
        Block::heading(2, "How to verify a packet of record", "verify"),
        Block::text(
            "This document may come alone or in a packet of record, a ZIP archive. The archive \
             holds every file with its digest, and a signature. Unpack it into an empty folder, \
             open a shell there and run these lines; a shell, sha256sum and openssl are all \
             that it takes. Its own VERIFY.txt says the same, and more.",
        ),
        Block::label("Nobody changed the manifest since it was signed"),
        Block::Code(
            "openssl dgst -sha256 -verify signer.pem -signature manifest.sig manifest.json"
                .to_owned(),
        ),
        Block::small("It must say \u{201c}Verified OK\u{201d}."),
        Block::label("Every file is the one that was listed"),
        Block::Code("sha256sum -c SHA256SUMS".to_owned()),
        Block::small(
            "Every line must end with OK. By itself this only shows that nothing was damaged on \
             the way; VERIFY.txt has the line that compares with the signed manifest.",
        ),
        Block::label("Whose key it is"),
        Block::Code(
            "openssl pkey -pubin -in signer.pem -outform DER | openssl dgst -sha256".to_owned(),
        ),
        Block::small("It must end with the fingerprint above."),
    ]
}

fn cryptography_blocks(cryptography: &Cryptography) -> Vec<Block> {
    let facts = cryptography.facts.iter().map(|fact| {
        let runs = vec![
            Run::set(fact.value.clone(), Face::Semibold),
            Run::plain(format!(". {}", fact.sentence)),
        ];
        (fact.name.clone(), runs)
    });
    let rows = cryptography
        .algorithms
        .iter()
        .map(|cells| cells.iter().map(|cell| words::cell(cell.clone())).collect())
        .collect();
    vec![
        Block::heading(2, "The cryptography", "cryptography"),
        Block::text(cryptography.claim.clone()),
        Block::Terms(facts.collect()),
        Block::Table(Table {
            columns: vec![Column::Share(0.9), Column::Share(1.6), Column::Share(0.5)],
            header: ["Algorithm", "Used for", "Served by"]
                .map(str::to_owned)
                .to_vec(),
            rows,
        }),
    ]
}

fn list(sentences: &[&str]) -> Block {
    let items = sentences.iter().map(|item| vec![Block::text(*item)]);
    Block::List {
        ordered: false,
        items: items.collect(),
    }
}

fn mono(name: &str, value: &str) -> (String, Vec<Run>) {
    (
        name.to_owned(),
        vec![Run::set(words::or_dash(value), Face::Mono)],
    )
}
