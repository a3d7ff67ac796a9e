//! Whole tasks without a screen, told as stories, and what goes wrong in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod copies;
mod evidence;
mod final_state;
mod input;
mod known;
mod output;
mod place;
mod split;
mod story;
mod vault;
