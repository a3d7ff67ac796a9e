//! What can be shown of evidence: bytes that nobody here trusts, turned into a picture, pages,
//! text or a table.
//!
//! Read first [`decode`] (what is done with the bytes) and [`Answer`] (what comes of it). The
//! decoders work in a process of their own: [`ask`] starts one and watches it, [`serve`] is
//! what runs in it once [`confine`] has taken from it all that a decoder does not need.
//!
//! # Invariants
//!
//! - What bytes are is told by the bytes. A name only says whether text may be a table.
//! - Bytes come in by a reader and go out as an answer; nothing here opens a file for writing.
//! - Nothing grows with the evidence: every size is bounded by a constant of [`limit`].
//! - An answer that crosses from the process of the decoders is looked at before it is believed,
//!   and a picture in it is colours and nothing else: the file that a page gets is made here.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod book;
mod child;
mod confine;
mod decode;
mod kind;
pub mod limit;
mod parent;
mod pdf;
mod picture;
mod table;
mod text;
mod tiff;
mod wire;

pub use answer::{Answer, Ask, Extent, Hint, Pixels, Sheet, SheetRow, Size, What, Why};
pub use child::serve;
pub use confine::confine;
pub use decode::decode;
pub use parent::{Failure, ask};
