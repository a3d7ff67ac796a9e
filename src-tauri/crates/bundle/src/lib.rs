//! One assessment with its evidence, as a file for another person. `FORMAT.md` describes it.
//!
//! Read first [`Content`] (what a bundle holds), [`write`] and [`Bundle`] (a bundle that is
//! being read). A bundle is a tar archive inside a seal: the age format, or an envelope of
//! the `vault` crate. Its first member lists all others with their lengths and digests.
//!
//! # Invariants
//!
//! - Bytes of evidence go through in constant memory, both ways.
//! - Nothing that was not authenticated is parsed.
//! - A bundle that is read is taken for hostile: members come in the order that the first one
//!   lists, under names of a fixed shape, of the length and digest that it names, and nothing
//!   else follows. Nothing in it is compressed, so no more comes out than went in.
//! - Nothing here writes a file by a name that a bundle gives.
//! - Records of a bundle that was read belong together: to one assessment, one organisation,
//!   and each id stands once. Whether a vault can take them is for its keeper to say.
//! - age's own cryptography is used for age files alone, and not in approved mode.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod archive;
mod content;
mod error;
mod open;
mod seal;
mod write;

pub use content::{Catalogue, Content, Manifest, Member};
pub use error::Error;
pub use open::{Bundle, Key, OriginalReader};
pub use seal::{Seal, age_is_offered};
pub use write::{Originals, write};
