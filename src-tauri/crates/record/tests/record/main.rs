//! A record proves itself, and what is not as it was signed is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod hostile;
mod large;
mod round;
mod zip;
