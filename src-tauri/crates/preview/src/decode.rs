//! From bytes to what can be shown of them.

use std::io::{self, Read};

use crate::answer::{Answer, Ask, Hint, What, Why};
use crate::kind::{self, Kind};
use crate::{book, limit, pdf, picture, table, text};

/// Answers what is asked about the bytes that a reader gives.
///
/// An error is the reader's: whatever the bytes are has an answer. Decoders may still fall or
/// never end; [`ask`](crate::ask) runs this where that does no harm.
pub fn decode(ask: Ask, from: &mut dyn Read) -> io::Result<Answer> {
    let mut sample = Vec::with_capacity(kind::SAMPLE);
    from.take(kind::SAMPLE as u64).read_to_end(&mut sample)?;
    match (kind::of(&sample), ask.what) {
        (Kind::Picture(format), what) => {
            whole(sample, from, |bytes| picture::answer(bytes, format, what))
        }
        (Kind::Pdf, what) => whole(sample, from, |bytes| pdf::answer(bytes, what)),
        (Kind::Package, what) => whole(sample, from, |bytes| book::answer(bytes, what)),
        (Kind::Compound, _) => whole(sample, from, |bytes| book::compound(&bytes)),
        (Kind::Text(_), What::Sheets) => Ok(Answer::Unshown(Why::NoWorkbook)),
        (Kind::Text(encoding), What::Look) => {
            let mut bytes = sample.as_slice().chain(from);
            let text = text::Decoded::new(&mut bytes, encoding);
            let is_named = ask.hint == Hint::Table;
            match table::delimiter(&sample, encoding).filter(|_| is_named) {
                Some(delimiter) => table::answer(text, delimiter),
                None => text::answer(text),
            }
        }
        (Kind::Text(_), What::Page { .. }) => Ok(Answer::Unshown(Why::NoPage)),
        (Kind::Unshown(why), _) => Ok(Answer::Unshown(why)),
    }
}

/// Reads all bytes, which some decoders need at once, unless they are too many.
fn whole(
    mut sample: Vec<u8>,
    from: &mut dyn Read,
    answer: impl FnOnce(Vec<u8>) -> Answer,
) -> io::Result<Answer> {
    let more = (limit::FILE + 1).saturating_sub(sample.len() as u64);
    from.take(more).read_to_end(&mut sample)?;
    if sample.len() as u64 > limit::FILE {
        return Ok(Answer::Unshown(Why::TooLarge));
    }
    Ok(answer(sample))
}
