//! A stream of bytes sealed under a passphrase of its own, apart from any vault: for what
//! leaves one vault and goes into another.
//!
//! Magic, length and header (JSON: format, id, salt, stretch), HMAC-SHA-256 of all that, then
//! the chunks of evidence (FORMAT.md, "Envelopes"). The key of the chunks is derived from the
//! stretched passphrase with the digest of the header as salt, so that no header goes with
//! another's chunks.

use std::io::{self as stdio, ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};

use crate::chunk::{CHUNK, ChunkCipher, Frame};
use crate::derive::{ENVELOPE, ENVELOPE_HEADER, derive};
use crate::error::{Error, io};
use crate::module;
use crate::object::{ObjectId, ObjectKey};
use crate::passphrase::Passphrase;
use crate::primitive::{NONCE, TAG, hex, hmac, is_equal, random, sha256, unhex};
use crate::stretch::Stretch;

/// What every envelope begins with.
pub const ENVELOPE_MAGIC: &[u8; 8] = b"AUSENVLP";

/// The format that this program writes.
const FORMAT: u32 = 1;

/// No header is longer.
const LONGEST_HEADER: usize = 4096;

const SALT: usize = 32;

const ALTERED: Error = Error::Tampered { part: "envelope" };

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Header {
    format: u32,
    id: String,
    salt: String,
    stretch: Stretch,
}

/// What every header of any format has.
#[derive(Deserialize)]
struct AnyHeader {
    format: u32,
}

/// Seals what is written to it. Without [`EnvelopeWriter::finish`] the envelope ends early,
/// and no reader takes it for whole.
pub struct EnvelopeWriter<W: Write> {
    into: W,
    cipher: ChunkCipher,
    frame: Frame,
    filled: usize,
}

impl<W: Write> EnvelopeWriter<W> {
    /// Begins an envelope.
    pub fn begin(
        mut into: W,
        passphrase: &Passphrase,
        stretch: Stretch,
    ) -> Result<Self, Error> {
        module::begin()?;
        let (id, salt) = (random::<16>()?, random::<SALT>()?);
        let header = Header {
            format: FORMAT,
            id: hex(&id),
            salt: hex(&salt),
            stretch,
        };
        let header = serde_json::to_vec(&header).map_err(|_| Error::Crypto)?;
        let length = u32::try_from(header.len()).map_err(|_| Error::Crypto)?;
        let begin = [ENVELOPE_MAGIC.as_slice(), &length.to_be_bytes(), &header].concat();
        let stretched = stretch.stretch(passphrase, &salt)?;
        let digest = sha256(&begin);
        let code = hmac(
            &derive(stretched.as_slice(), &digest, ENVELOPE_HEADER)?,
            &begin,
        )?;
        let key = derive(stretched.as_slice(), &digest, ENVELOPE)?;
        let cipher = ChunkCipher::new(ObjectId::from_bytes(id), &ObjectKey(key))?;
        into.write_all(&begin)
            .and_then(|()| into.write_all(&code))
            .map_err(io("writing an envelope"))?;
        Ok(Self {
            into,
            cipher,
            frame: Frame::new(),
            filled: 0,
        })
    }

    fn chunk(&mut self, last: bool) -> Result<(), Error> {
        self.frame.set_length(self.filled);
        self.cipher.seal(&mut self.frame, last)?;
        self.filled = 0;
        self.into
            .write_all(self.frame.sealed())
            .map_err(io("writing an envelope"))
    }

    /// Seals the last chunk and returns what was written to.
    pub fn finish(mut self) -> Result<W, Error> {
        self.chunk(true)?;
        Ok(self.into)
    }
}

impl<W: Write> Write for EnvelopeWriter<W> {
    /// A full chunk is kept back until more comes: the last one is sealed as the last.
    fn write(&mut self, bytes: &[u8]) -> stdio::Result<usize> {
        if self.filled == CHUNK && !bytes.is_empty() {
            self.chunk(false).map_err(outward)?;
        }
        let room = self.frame.room().get_mut(self.filled..).unwrap_or_default();
        let count = room.len().min(bytes.len());
        room.iter_mut()
            .zip(bytes)
            .for_each(|(to, from)| *to = *from);
        self.filled += count;
        Ok(count)
    }

    fn flush(&mut self) -> stdio::Result<()> {
        Ok(())
    }
}

/// An error of the vault as one of input and output; a reason of the system keeps its kind.
fn outward(error: Error) -> stdio::Error {
    match error {
        Error::Io { source, .. } => source,
        Error::FullDisk => ErrorKind::StorageFull.into(),
        Error::TooLarge => ErrorKind::FileTooLarge.into(),
        other => stdio::Error::other(other),
    }
}

/// Reads an envelope: every chunk is authenticated before any byte of it is given, and the
/// end is only an end when the last chunk says so.
///
/// A reader that failed once fails for good.
pub struct EnvelopeReader<R: Read> {
    from: R,
    cipher: ChunkCipher,
    frame: Frame,
    given: usize,
    ahead: Option<u8>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    Finished,
    Failed,
}

impl<R: Read> EnvelopeReader<R> {
    /// Opens an envelope. Bounds are checked before any work is done.
    pub fn open(mut from: R, passphrase: &Passphrase) -> Result<Self, Error> {
        module::begin()?;
        let mut begin = vec![0; ENVELOPE_MAGIC.len() + 4];
        read_whole(&mut from, &mut begin)?;
        let (magic, length) = begin.split_at(ENVELOPE_MAGIC.len());
        if magic != ENVELOPE_MAGIC {
            return Err(ALTERED);
        }
        let length = length.try_into().map_or(0, u32::from_be_bytes) as usize;
        if length > LONGEST_HEADER {
            return Err(ALTERED);
        }
        let mut header = vec![0; length];
        read_whole(&mut from, &mut header)?;
        begin.extend_from_slice(&header);
        let any: AnyHeader = serde_json::from_slice(&header).map_err(|_| ALTERED)?;
        if any.format != FORMAT {
            return Err(Error::NewerFormat {
                found: any.format,
                supported: FORMAT,
            });
        }
        let header: Header = serde_json::from_slice(&header).map_err(|_| ALTERED)?;
        let id: [u8; 16] = bytes_of(&header.id)?;
        let salt: [u8; SALT] = bytes_of(&header.salt)?;
        let mut code = [0; 32];
        read_whole(&mut from, &mut code)?;
        let stretched = header.stretch.stretch(passphrase, &salt)?;
        let digest = sha256(&begin);
        let expected = hmac(
            &derive(stretched.as_slice(), &digest, ENVELOPE_HEADER)?,
            &begin,
        )?;
        if !is_equal(&expected, &code) {
            return Err(Error::WrongPassphrase);
        }
        let key = derive(stretched.as_slice(), &digest, ENVELOPE)?;
        let mut reader = Self {
            from,
            cipher: ChunkCipher::new(ObjectId::from_bytes(id), &ObjectKey(key))?,
            frame: Frame::new(),
            given: 0,
            ahead: None,
            state: State::Reading,
        };
        reader.ahead = reader.next_byte()?;
        Ok(reader)
    }

    /// Opens the next chunk; it is the last when nothing follows it in the file.
    fn next_chunk(&mut self) -> Result<(), Error> {
        self.frame.set_length(CHUNK);
        let mut filled = 0;
        if let (Some(byte), Some(first)) = (self.ahead, self.frame.sealed_mut().first_mut()) {
            *first = byte;
            filled = 1;
        }
        let rest = self
            .frame
            .sealed_mut()
            .get_mut(filled..)
            .unwrap_or_default();
        filled += fill(&mut self.from, rest)?;
        self.ahead = self.next_byte()?;
        let length = filled.checked_sub(NONCE + TAG).ok_or(ALTERED)?;
        self.given = 0;
        self.frame.set_length(length);
        let last = self.ahead.is_none();
        self.cipher
            .open(&mut self.frame, last)
            .map_err(|_| ALTERED)?;
        if last {
            self.state = State::Finished;
        }
        Ok(())
    }

    fn next_byte(&mut self) -> Result<Option<u8>, Error> {
        let mut byte = [0];
        let read = fill(&mut self.from, &mut byte)?;
        Ok((read == 1).then_some(byte[0]))
    }
}

impl<R: Read> Read for EnvelopeReader<R> {
    fn read(&mut self, into: &mut [u8]) -> stdio::Result<usize> {
        if self.state == State::Failed {
            return Err(stdio::Error::other(ALTERED));
        }
        if self.given == self.frame.length() && self.state == State::Reading {
            self.next_chunk().map_err(|error| {
                self.state = State::Failed;
                outward(error)
            })?;
        }
        let mut rest = self.frame.plain().get(self.given..).unwrap_or_default();
        let count = rest.read(into)?;
        self.given += count;
        Ok(count)
    }
}

fn bytes_of<const N: usize>(text: &str) -> Result<[u8; N], Error> {
    unhex(text)
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or(ALTERED)
}

/// Reads as far as there is something, however it comes.
fn fill(from: &mut dyn Read, into: &mut [u8]) -> Result<usize, Error> {
    let mut filled = 0;
    while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(source) => return Err(Error::Source(source)),
        }
    }
    Ok(filled)
}

fn read_whole(from: &mut dyn Read, into: &mut [u8]) -> Result<(), Error> {
    if fill(from, into)? == into.len() {
        Ok(())
    } else {
        Err(ALTERED)
    }
}
