//! The packet of record: a ZIP archive of documents, evidence and data that proves itself.
//!
//! Read first [`Manifest`] (what an archive says of itself), [`Writer`] (which makes one as a
//! stream) and [`verify`] (which says what became of one). Anybody can verify a record without
//! this program: `VERIFY.txt` in it says how, with `sha256sum` and `openssl` alone.
//!
//! # Invariants
//!
//! - The same entries at the same moment give the same bytes, but for the signature.
//! - Memory does not grow with what goes through: entries are read and written in pieces.
//! - An archive that is verified is taken for hostile: its directory is read here, strictly
//!   (PKWARE APPNOTE 6.3.10), nothing of it is written to any disk, and no more is unpacked
//!   than its directory and its manifest agree upon.
//! - Names in an archive are plain ASCII and safe on every system. What a file was called by
//!   its owner stands in the manifest only.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod archive;
mod content;
mod error;
mod manifest;
mod name;
mod text;
mod verdict;
mod verify;
mod write;

pub use error::Error;
pub use manifest::{
    About, AboutAssessment, AboutCryptography, AboutTrail, FileKind, Manifest, RecordFile,
};
pub use name::evidence_name;
pub use verdict::{Difference, DifferenceKind, Outcome, Verdict};
pub use verify::verify;
pub use write::{Entry, Expected, Writer};
