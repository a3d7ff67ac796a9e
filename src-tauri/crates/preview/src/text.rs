//! Text in the encodings that evidence comes in.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};

use crate::answer::{Answer, Extent};
use crate::limit;

/// Bytes of an encoding, read as UTF-8. What is no letter becomes the sign for that.
pub(crate) struct Decoded<'a> {
    from: &'a mut dyn Read,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    left: u64,
    is_at_end: bool,
}

impl<'a> Decoded<'a> {
    pub(crate) fn new(from: &'a mut dyn Read, encoding: &'static Encoding) -> Self {
        Self {
            from,
            decoder: encoding.new_decoder(),
            raw: vec![0; 64 << 10],
            text: Vec::new(),
            given: 0,
            left: limit::COUNTED,
            is_at_end: false,
        }
    }

    /// Returns whether more was there than is read.
    pub(crate) fn is_cut(&self) -> bool {
        self.left == 0
    }

    fn fill(&mut self) -> io::Result<()> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let room = self.raw.len().min(most);
        let into = self.raw.get_mut(..room).unwrap_or_default();
        let read = self.from.read(into)?;
        self.left -= read as u64;
        self.is_at_end = read == 0;
        // Three bytes for each and some for what was begun: the most that any encoding gives.
        self.text.resize(3 * read + 16, 0);
        self.given = 0;
        let raw = self.raw.get(..read).unwrap_or_default();
        let (_, _, written, _) =
            self.decoder
                .decode_to_utf8(raw, &mut self.text, self.is_at_end);
        self.text.truncate(written);
        Ok(())
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.is_at_end {
            self.fill()?;
        }
        let mut rest = self.text.get(self.given..).unwrap_or_default();
        let count = rest.read(into)?;
        self.given += count;
        Ok(count)
    }
}

/// Answers with the beginning of text and how many lines it has.
pub(crate) fn answer(mut from: Decoded<'_>) -> io::Result<Answer> {
    let mut beginning = Vec::new();
    from.by_ref()
        .take(limit::TEXT as u64)
        .read_to_end(&mut beginning)?;
    let mut count = Count::default();
    count.add(&beginning);
    let mut more = vec![0; 64 << 10];
    let mut extent = Extent::Whole;
    loop {
        let read = from.read(&mut more)?;
        if read == 0 {
            break;
        }
        extent = Extent::Beginning;
        count.add(more.get(..read).unwrap_or_default());
    }
    if from.is_cut() {
        extent = Extent::BeginningUncounted;
    }
    let mut text = whole_letters(beginning);
    // Windows ends lines with two signs; a page shows one end for either.
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    Ok(Answer::Text {
        text,
        lines: count.lines(),
        extent,
    })
}

/// Counts lines as editors do: the last one need not end.
#[derive(Default)]
struct Count {
    ended: u64,
    last: Option<u8>,
}

impl Count {
    fn add(&mut self, bytes: &[u8]) {
        self.ended += bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.last = bytes.last().copied().or(self.last);
    }

    fn lines(&self) -> u32 {
        let begun = self.last.is_some_and(|last| last != b'\n');
        u32::try_from(self.ended + u64::from(begun)).unwrap_or(u32::MAX)
    }
}

/// Makes text of UTF-8 that may end within a letter.
pub(crate) fn whole_letters(mut bytes: Vec<u8>) -> String {
    if let Err(error) = std::str::from_utf8(&bytes) {
        bytes.truncate(error.valid_up_to());
    }
    String::from_utf8(bytes).unwrap_or_default()
}
