//! The wire between a screen and the workbench, with no screen in it.
//!
//! [`with_commands`] is the one list of what a screen may ask: a name, a request and a
//! view each. `commands` holds one function per name; the shell makes a Tauri handler of
//! each, the suite writes the TypeScript client from the same list and compares it with
//! what is committed. A command that is in the list and has no function does not compile.
//!
//! # Invariants
//!
//! - Nothing here names Tauri, SQL, a cipher or a page of a PDF.
//! - Views are shaped for screens; records ([`domain`]) cross as they are.
//! - A record whose id is nil asks for a new one.
//! - Files never cross: the host chooses paths, the page sees names and digests.
//! - Errors cross as a [`Fault`]; the page acts on its code and never reads its text.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
mod list;
#[cfg(feature = "bindings")]
pub mod bindings;
pub mod commands;
mod desk;
mod drawn;
mod fault;
mod laid;
mod open;
pub mod request;
mod shape;
mod tries;
pub mod view;

pub use desk::Desk;
pub use domain::id::{EvidenceId, OrganisationId};
pub use fault::{Fault, FaultCode};
pub use workbench::LaidPacket;
pub use workbench::host::{Host, Pasted, Printing, Progress, Protection, Question};

/// A request or view that says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Nothing {}
