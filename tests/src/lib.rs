//! The sentences of ARCHITECTURE.md, as tests.
//!
//! Each test gathers what speaks against one sentence and hands both to
//! [`project::holds`], which fails with that sentence and the places. A sentence that is
//! not in ARCHITECTURE.md fails too, so the page and the tests cannot drift apart.
//!
//! # Invariants
//!
//! - Only files are read and `cargo metadata` is asked: nothing is built or written.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

mod documents;
mod edges;
mod knowledge;
mod names;
mod shipped;
mod size;
mod window;
