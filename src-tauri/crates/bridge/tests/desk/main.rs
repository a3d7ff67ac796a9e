//! The desk behind the window: what each screen gets, told as a person goes through them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod evidence;
mod hand_over;
mod health;
mod history;
mod host;
mod packet;
mod plan;
mod record;
mod screens;
mod settings;
mod trail;
mod working_paper;
