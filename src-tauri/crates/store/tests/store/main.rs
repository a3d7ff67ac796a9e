//! The rows of a vault in use and under attack: what is written, what is found, what is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attachment;
mod check;
mod destroy;
mod flips;
mod freshness;
mod heads;
mod history;
mod known;
mod memory;
mod place;
mod records;
mod rotate;
mod search;
mod trail;
mod writing;
