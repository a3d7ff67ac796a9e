//! The program itself: what it prints, how it ends, and what it never does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backup;
mod failures;
mod hand_over;
mod journey;
mod kill;
mod packet;
mod place;
mod plan;
mod trail;
