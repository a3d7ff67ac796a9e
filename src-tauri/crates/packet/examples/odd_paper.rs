//! Writes the document of all that nobody plans for, on both papers, for the validators:
//! `cargo run --package packet --example odd_paper -- FOLDER`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/packet/odd.rs"]
mod odd;

use std::fs::File;
use std::path::PathBuf;

use packet::{Paper, layout};

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    for (paper, name) in [(Paper::Letter, "odd-letter.pdf"), (Paper::A4, "odd-a4.pdf")] {
        let pages = layout(odd::odd(), paper).unwrap();
        pages
            .write(&mut File::create(folder.join(name)).unwrap())
            .unwrap();
    }
}
