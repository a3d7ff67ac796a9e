//! What a person can do with a vault of assessments, with no screen in it.
//!
//! Read first [`Workbench`] (an unlocked vault at work) and [`host::Host`] (what it needs of
//! the program around it). Each module is one kind of task. A task on an assessment edits
//! its [`domain::dossier::Dossier`] through `Workbench::edit`: what follows from the edit
//! (findings, requests, a new version of a final assessment) is worked out there, and what
//! differs is written in one transaction.
//!
//! # Invariants
//!
//! - No screen, no Tauri, no command line here; window and command line do the same things
//!   through the same functions.
//! - Time comes from the caller, once per task.
//! - Whatever is proposed (by the profile, by a rule) is proposed; only a person answers.
//! - A file is written beside its place and renamed into it: none is ever left half-made.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod answer;
mod assessment;
mod bulk;
mod checks;
mod compare;
mod copies;
pub mod crypto;
mod duplicate;
mod edit;
mod error;
mod evidence;
mod export;
mod file;
mod finding;
mod frameworks;
mod gather;
mod history;
pub mod host;
mod library;
mod link;
mod open;
mod people;
mod redacted;
mod requests;
mod role;
pub mod sample;
mod sealed;
mod search;
mod share;
mod taken;

pub use assessment::Start;
pub use bulk::{Bulk, BulkRow, BulkWords};
pub use checks::{CheckLine, CheckReport, Checking, Repair, Severity};
pub use compare::{Comparison, Difference};
pub use duplicate::{Carry, Duplicate, Duplicated};
pub use error::Error;
pub use evidence::{Attached, Target};
pub use export::{Exported, Printed, print_checklist, print_recovery_sheet};
pub use file::shown_name;
pub use frameworks::built_in;
pub use gather::{Gathered, gather};
pub use library::{AssessmentRow, Library, OrganisationFile};
pub use link::Links;
pub use open::{Work, Workbench};
pub use search::{Find, Finds, Span};
pub use taken::{CancelFlag, Taken};
