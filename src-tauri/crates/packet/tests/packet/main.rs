//! What a document on paper promises, whatever is in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod clinic;
mod file;
mod heard;
mod hostile;
mod inside;
mod odd;
mod oddities;
mod parts;
mod private;
mod reading;
mod sheets;

use chrono::DateTime;
use odd::png;
use packet::document::{Block, Document};
use packet::{Pages, Paper, layout};

/// A document of these blocks.
fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "A title".to_owned(),
        subject: "A subject".to_owned(),
        author: "An author".to_owned(),
        created: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        identifier: [7; 16],
        foot: "A foot".to_owned(),
        banner: String::new(),
        blocks,
        ..Document::default()
    }
}

fn laid_out(blocks: Vec<Block>) -> Pages {
    layout(document(blocks), Paper::Letter).unwrap()
}

/// The words of all pages in reading order.
fn words(pages: &Pages) -> String {
    (0..pages.count())
        .map(|page| pages.text(page) + "\n")
        .collect()
}

fn written(pages: &Pages) -> Vec<u8> {
    let mut bytes = Vec::new();
    pages.write(&mut bytes).unwrap();
    bytes
}
