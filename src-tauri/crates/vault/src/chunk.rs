//! One chunk of sealed bytes, sealed and opened in place.
//!
//! What STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) promises: nothing can be cut,
//! swapped, repeated or moved to another object unseen. Each object has its own random key;
//! each chunk's associated data names object, position and whether it is the last.

use openssl::cipher_ctx::CipherCtx;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::object::{ObjectId, ObjectKey};
use crate::primitive::{Key, NONCE, TAG, open_in_place, seal_in_place};

/// What every object begins with, before its id.
pub(crate) const MAGIC: &[u8; 8] = b"AUSEVID1";

/// Plain bytes in every chunk but the last. A mebibyte was the fastest that was measured.
pub(crate) const CHUNK: usize = 1 << 20;

/// Bytes before the first chunk: magic and id.
pub(crate) const BEGINNING: usize = MAGIC.len() + 16;

/// A chunk in memory: nonce, bytes, tag. The bytes are plain or sealed, in the same place.
pub(crate) struct Frame {
    bytes: Zeroizing<Vec<u8>>,
    length: usize,
}

impl Frame {
    pub(crate) fn new() -> Self {
        Self {
            bytes: Zeroizing::new(vec![0; NONCE + CHUNK + TAG]),
            length: 0,
        }
    }

    /// Takes `length` bytes of a chunk in, at most a whole one.
    pub(crate) fn set_length(&mut self, length: usize) {
        self.length = length.min(CHUNK);
    }

    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// Returns the place for a whole chunk of plain bytes.
    pub(crate) fn room(&mut self) -> &mut [u8] {
        self.bytes.get_mut(NONCE..NONCE + CHUNK).unwrap_or_default()
    }

    pub(crate) fn plain(&self) -> &[u8] {
        let end = NONCE + self.length;
        self.bytes.get(NONCE..end).unwrap_or_default()
    }

    /// Returns the chunk as it stands in the file.
    pub(crate) fn sealed(&self) -> &[u8] {
        let end = NONCE + self.length + TAG;
        self.bytes.get(..end).unwrap_or_default()
    }

    pub(crate) fn sealed_mut(&mut self) -> &mut [u8] {
        let end = NONCE + self.length + TAG;
        self.bytes.get_mut(..end).unwrap_or_default()
    }
}

/// Seals or opens the chunks of one object, one after another.
pub(crate) struct ChunkCipher {
    context: CipherCtx,
    key: Key,
    object: ObjectId,
    index: u64,
}

impl ChunkCipher {
    pub(crate) fn new(object: ObjectId, key: &ObjectKey) -> Result<Self, Error> {
        Ok(Self {
            context: CipherCtx::new()?,
            key: Zeroizing::new(*key.as_bytes()),
            object,
            index: 0,
        })
    }

    /// Seals the next chunk in place.
    pub(crate) fn seal(&mut self, frame: &mut Frame, last: bool) -> Result<(), Error> {
        let bound = self.bound(last);
        let parts = parts(frame.sealed_mut())?;
        seal_in_place(&mut self.context, self.key.as_slice(), &bound, parts)?;
        self.index += 1;
        Ok(())
    }

    /// Opens the next chunk in place. When its tag does not agree, nothing of it may be
    /// given to anybody.
    pub(crate) fn open(&mut self, frame: &mut Frame, last: bool) -> Result<(), Error> {
        let bound = self.bound(last);
        let (nonce, body, tag) = parts(frame.sealed_mut())?;
        let parts = (&*nonce, body, &*tag);
        open_in_place(&mut self.context, self.key.as_slice(), &bound, parts)?;
        self.index += 1;
        Ok(())
    }

    fn bound(&self, last: bool) -> Vec<u8> {
        [
            MAGIC.as_slice(),
            self.object.as_bytes(),
            &self.index.to_be_bytes(),
            &[u8::from(last)],
        ]
        .concat()
    }
}

type Parts<'f> = (&'f mut [u8; NONCE], &'f mut [u8], &'f mut [u8; TAG]);

fn parts(sealed: &mut [u8]) -> Result<Parts<'_>, Error> {
    let (nonce, rest) = sealed.split_first_chunk_mut().ok_or(Error::Crypto)?;
    let (body, tag) = rest.split_last_chunk_mut().ok_or(Error::Crypto)?;
    Ok((nonce, body, tag))
}
