//! The rows of a vault: records, attachments and the trail, inside SQLCipher.
//!
//! Read first [`Store`] (an open vault), [`Record`] (what one row holds) and [`Change`]
//! (the only way to write). [`Store::change`] runs a closure in one transaction; every
//! write in it appends a trail entry to the same transaction, and after the commit the
//! trail's head goes to the vault's anchor.
//!
//! # Invariants
//!
//! - This is the only crate that names rusqlite, and it knows no cipher: the vault hands it
//!   a finished key.
//! - A write handle exists only inside [`Store::change`]; reads never write.
//! - A row's digest is the digest its last trail entry repeats; [`Store::check`] compares.
//! - The trail holds ids and keyed digests, never content.
//! - A sealed object is on the disk before the row that names it. At open only temporary
//!   files are swept; an object without a row is set aside, and only when the anchor
//!   agrees that no transaction is missing.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod attachment;
mod backup;
mod check;
mod connect;
mod destroy;
mod error;
mod history;
mod memory;
mod migrate;
mod open;
mod progress;
mod record;
mod repair;
mod rotate;
mod sealed;
mod search;
mod trail;
pub mod words;

pub use attachment::Sealing;
pub use backup::{CopyLook, DatabaseCopy, look_at_copy};
pub use check::{Finding as CheckFinding, Part as CheckPart};
pub use destroy::{Belonging, Belongings};
pub use error::Error;
pub use history::{History, Past};
pub use memory::last_seen;
pub use open::{Freshness, Opening, Store, new_id};
pub use progress::Progress;
pub use record::{Change, Record, Setting};
pub use sealed::{SealedObject, look_at as look_at_objects};
pub use search::{Found, Searched, Within};
pub use trail::{
    Author, Break, BreakKind, Chain, Digesting, Head, Occasion, Proven, Reading, SignedHead,
    Slice, TrailEntry, TrailFilter, Verification,
};
