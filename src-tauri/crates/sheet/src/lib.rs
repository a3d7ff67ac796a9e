//! The evidence plan as a working paper: a workbook that a client fills in, and entries for a
//! calendar.
//!
//! Read first [`Plan`] (what is written), [`Column`] (what stands where, and by which names it
//! is found again) and [`workbook`]. What comes back is read elsewhere: this crate only writes.
//!
//! # Invariants
//!
//! - The same plan gives the same bytes: the moment stands in it.
//! - A cell is text or a day, never a formula, whatever it begins with.
//! - What a workbook is compared with when it comes back lies in it, on a sheet that nobody is
//!   shown: [`text`] is what was written, for both sides.
//! - Nothing that a person wrote about a request, its reason and its remark, goes into a
//!   calendar: calendars lie with strangers.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod about;
mod book;
mod calendar;
mod column;
mod plan;
mod style;

pub use book::workbook;
pub use calendar::calendar;
pub use column::{Column, kept};
pub use plan::{Layout, Plan, text, whom, written};

/// Why a workbook was not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The library that writes workbooks refused.
    #[error("the workbook could not be put together")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The library that writes calendars refused.
    #[error("the calendar could not be put together")]
    Calendar(#[from] std::fmt::Error),
}
