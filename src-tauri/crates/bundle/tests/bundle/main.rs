//! A bundle comes back as it was made, or is refused for what is wrong with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod hostile;
mod round;
