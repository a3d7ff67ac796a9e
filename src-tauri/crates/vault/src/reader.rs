//! Reading sealed bytes.

use std::fs::File;
use std::io::{self as stdio, ErrorKind, Read};
use std::path::Path;

use crate::chunk::{BEGINNING, CHUNK, ChunkCipher, Frame, MAGIC};
use crate::error::{Error, io};
use crate::object::{ObjectId, ObjectKey};
use crate::primitive::{NONCE, TAG};

const ALTERED: Error = Error::Tampered {
    part: "sealed file",
};

/// Reads sealed bytes: every chunk is authenticated before any byte of it is given.
///
/// A reader that failed once fails for good, so that what it gave is never taken for whole.
pub struct EvidenceReader {
    file: File,
    cipher: ChunkCipher,
    frame: Frame,
    given: usize,
    left: u64,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    Finished,
    Failed,
}

impl EvidenceReader {
    /// Opens an object in its folder: the vault's own, or that of a copy.
    pub fn open(
        folder: &Path,
        object: &ObjectId,
        key: &ObjectKey,
        length: u64,
    ) -> Result<Self, Error> {
        let mut file = File::open(object.path(folder)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::Tampered {
                part: "sealed file (it is missing)",
            },
            _ => io("opening sealed bytes")(error),
        })?;
        let size = file.metadata().map_err(io("opening sealed bytes"))?.len();
        let mut begin = [0; BEGINNING];
        if size != sealed_length(length) || file.read_exact(&mut begin).is_err() {
            return Err(ALTERED);
        }
        if begin.as_slice() != [MAGIC.as_slice(), object.as_bytes()].concat() {
            return Err(ALTERED);
        }
        Ok(Self {
            file,
            cipher: ChunkCipher::new(*object, key)?,
            frame: Frame::new(),
            given: 0,
            left: length,
            state: State::Reading,
        })
    }

    fn next_chunk(&mut self) -> Result<(), Error> {
        let last = self.left <= CHUNK as u64;
        let length = usize::try_from(self.left).map_or(CHUNK, |left| left.min(CHUNK));
        self.given = 0;
        self.frame.set_length(length);
        self.file
            .read_exact(self.frame.sealed_mut())
            .map_err(|error| match error.kind() {
                ErrorKind::UnexpectedEof => ALTERED,
                _ => io("reading sealed bytes")(error),
            })?;
        self.cipher
            .open(&mut self.frame, last)
            .map_err(|_| ALTERED)?;
        self.left -= length as u64;
        if last {
            self.state = State::Finished;
        }
        Ok(())
    }
}

/// Returns how long the file of so many plain bytes is.
fn sealed_length(length: u64) -> u64 {
    let chunks = length.div_ceil(CHUNK as u64).max(1);
    (BEGINNING as u64)
        .saturating_add(length)
        .saturating_add(chunks.saturating_mul((NONCE + TAG) as u64))
}

impl Read for EvidenceReader {
    fn read(&mut self, into: &mut [u8]) -> stdio::Result<usize> {
        if self.state == State::Failed {
            return Err(stdio::Error::other(ALTERED));
        }
        if self.given == self.frame.length() && self.state == State::Reading {
            self.next_chunk().map_err(|error| {
                self.state = State::Failed;
                stdio::Error::other(error)
            })?;
        }
        let mut rest = self.frame.plain().get(self.given..).unwrap_or_default();
        let count = rest.read(into)?;
        self.given += count;
        Ok(count)
    }
}
