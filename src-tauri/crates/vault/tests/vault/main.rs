//! A vault's folder in use and under attack: flipped, cut, swapped and replaced files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod anchor;
mod envelope;
mod evidence;
mod folder;
mod format;
mod header;
mod hostile;
mod moving;
mod people;
mod place;
mod ways;
