//! Every rule of an assessment as a table: what was recorded, and what follows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod own;

mod assurance;
mod conformity;
mod dossier;
mod findings;
mod gates;
mod laws;
mod owed;
mod profile;
mod provisions;
mod requests;
mod retention;
mod terms;
mod worked;
