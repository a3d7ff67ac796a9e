//! What is shown of each kind of evidence, sound, huge and hostile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod books;
mod files;
mod pages;
mod pictures;
mod texts;

use preview::{Answer, Ask, Hint, What, decode};

/// Looks at bytes.
fn look(bytes: &[u8]) -> Answer {
    named(bytes, Hint::Nothing)
}

/// Looks at bytes whose name says something.
fn named(mut bytes: &[u8], hint: Hint) -> Answer {
    let what = What::Look;
    decode(Ask { what, hint }, &mut bytes).unwrap()
}

/// Draws a page.
fn page(mut bytes: &[u8], number: u32, width: Option<u32>) -> Answer {
    let what = What::Page { number, width };
    let hint = Hint::Nothing;
    decode(Ask { what, hint }, &mut bytes).unwrap()
}
