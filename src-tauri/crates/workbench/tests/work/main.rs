//! Whole tasks without a screen, told as stories, and what goes wrong in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod again;
mod answers;
mod backup;
mod bulk;
mod checks;
mod compare;
mod copies;
mod destroy;
mod evidence;
mod final_state;
mod flips;
mod hand_over;
mod history;
mod input;
mod known;
mod looks;
mod output;
mod packets;
mod people;
mod place;
mod plan;
mod records;
mod requests;
mod search;
mod split;
mod story;
mod terms;
mod trail;
mod vault;
