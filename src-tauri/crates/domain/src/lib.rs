//! The nouns and rules of an assessment.
//!
//! Everything here is a plain value or a pure function: what a control asks,
//! what was answered, how that is scored, which findings follow. Read first
//! [`framework::Framework`] (the published rule set, read from a catalogue file),
//! [`answer::Answer`] (what was recorded for a control and subject) and
//! [`dossier::Dossier`] (one assessment with all that belongs to it), on which
//! [`score`], [`finding`], [`provision`] and [`owed`] work.
//!
//! # Invariants
//!
//! - Nothing here reads a file, a clock, the environment or a random number.
//! - No rule knows the name of a framework, a control's id or how many there are:
//!   all of that is in the catalogue.
//! - A record is the same value in the vault and on the wire. Its field names are
//!   therefore a promise: a rename needs a migration.
//! - Private working notes ([`note::WorkingNote`]) are not part of a [`dossier::Dossier`],
//!   so that nothing made from a dossier can hold one.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod answer;
pub mod assessment;
pub mod difference;
pub mod disclosed;
pub mod dossier;
pub mod evidence;
pub mod find;
pub mod finding;
pub mod framework;
pub mod id;
pub mod lookup;
pub mod member;
pub mod note;
pub mod organisation;
pub mod owed;
pub mod packet;
pub mod profile;
pub mod provision;
pub mod request;
pub mod retention;
pub mod score;
pub mod step;
pub mod terms;
