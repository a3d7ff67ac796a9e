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
mod backup;
mod bulk;
mod checks;
mod compare;
mod copies;
pub mod crypto;
mod data;
mod destroy;
mod duplicate;
mod edit;
mod error;
mod evidence;
mod export;
mod file;
mod finding;
mod frameworks;
mod gather;
mod hand_over;
mod history;
pub mod host;
mod library;
mod link;
mod open;
mod packet;
mod people;
mod plan;
mod record;
mod redacted;
mod requests;
mod retention;
mod role;
pub mod sample;
mod sealed;
mod search;
mod share;
mod taken;
mod trail;

pub use self::packet::{
    Candidate, Check, Excluded, Exhibits, GatheredPacket, KeptPages, LaidPacket, MadePacket,
    PacketOffer, Show, Stamp, Weight, read_logo, refused_colour,
};
pub use ::bundle::Error as BundleError;
pub use ::record::{
    Difference as RecordDifference, DifferenceKind, Error as RecordError,
    Manifest as RecordManifest, Outcome, Verdict,
};
pub use assessment::Start;
pub use backup::{BackedUp, BackingUp, Backup, Backups, Restored, restore};
pub use bulk::{Bulk, BulkRow, BulkWords};
pub use checks::{CheckLine, CheckReport, Checking, Repair, Severity};
pub use compare::{Comparison, Difference};
pub use destroy::{Destroy, Destroyed, UNREACHED};
pub use duplicate::{Carry, Duplicate, Duplicated};
pub use error::Error;
pub use evidence::{Attached, Target};
pub use export::{Exported, print_checklist, print_recovery_sheet};
pub use file::shown_name;
pub use frameworks::built_in;
pub use gather::{Gathered, gather};
pub use hand_over::{
    BundleKey, BundleSeal, FoundBundle, HandingOver, MadeBundle, TakenBundle, look_into_bundle,
    read_bundle,
};
pub use library::{AssessmentRow, Library, OrganisationFile};
pub use link::Links;
pub use open::{Work, Workbench};
pub use people::{MemberHere, Members};
pub use plan::{
    ExportedPlan, PlanChange, PlanField, PlanFormat, PlanImport, Refusal, WrittenPlan,
    open_plan,
};
pub use record::{MadeRecord, MakingRecord, WantedEvidence, WantedRecord, verify_record};
pub use retention::{Kept, KeptKind, KeptRow, RETENTION_RULE};
pub use search::{Find, Finds, Span};
pub use store::{
    Chain, Digesting, Head, Occasion, Reading, SignedHead, Slice, TrailFilter, Verification,
    last_seen,
};
pub use taken::{CancelFlag, Taken};
pub use trail::{Proof, Told, TrailFormat, TrailPage, UNSEEN, said};
