//! Tar archives, read as strictly as they are written: plain files one after another, then two
//! empty blocks, then nothing but zeros (POSIX.1-2017, pax, "ustar interchange format").

use std::io::{self, Read};

use tar::{EntryType, Header};

use crate::error::Error;

const BLOCK: usize = 512;

/// A plain file of an archive.
pub(crate) struct Head {
    pub(crate) name: String,
    pub(crate) length: u64,
}

/// An archive that is being read.
pub(crate) struct Archive<R: Read> {
    from: R,
    /// Bytes of the present file that were not read yet, and its padding.
    left: u64,
    padding: u64,
}

impl<R: Read> Archive<R> {
    pub(crate) fn new(from: R) -> Self {
        Self {
            from,
            left: 0,
            padding: 0,
        }
    }

    /// Returns the next file; what is left of the one before must have been read.
    pub(crate) fn next(&mut self) -> Result<Option<Head>, Error> {
        if self.left > 0 {
            return Err(Error::Malformed("a member is longer than it says"));
        }
        let mut padding = vec![0; usize::try_from(self.padding).unwrap_or_default()];
        self.whole(&mut padding)?;
        self.padding = 0;
        let mut block = [0; BLOCK];
        self.whole(&mut block)?;
        if block == [0; BLOCK] {
            self.end()?;
            return Ok(None);
        }
        let header = Header::from_byte_slice(&block);
        if header.cksum().ok() != Some(checksum(&block)) {
            return Err(Error::Malformed("a member's header is damaged"));
        }
        // Links, folders, devices, long names and sparse files have no place in a bundle.
        if header.entry_type() != EntryType::Regular {
            return Err(Error::Malformed("a member is not a plain file"));
        }
        let length = header
            .entry_size()
            .map_err(|_| Error::Malformed("a member's length cannot be read"))?;
        let name = std::str::from_utf8(&header.path_bytes())
            .map_err(|_| Error::Malformed("a member's name cannot be read"))?
            .to_owned();
        self.left = length;
        self.padding = (BLOCK as u64 - length % BLOCK as u64) % BLOCK as u64;
        Ok(Some(Head { name, length }))
    }

    /// Reads what is left of the present file, no more than some bytes.
    pub(crate) fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let most = usize::try_from(self.left).map_or(into.len(), |left| left.min(into.len()));
        let room = into.get_mut(..most).unwrap_or_default();
        if room.is_empty() {
            return Ok(0);
        }
        let read = self.some(room)?;
        if read == 0 {
            return Err(Error::Altered);
        }
        self.left -= read as u64;
        Ok(read)
    }

    /// After the last file: a second empty block, then zeros to the end of the seal.
    fn end(&mut self) -> Result<(), Error> {
        let mut block = [0; BLOCK];
        self.whole(&mut block)?;
        let mut rest = vec![0; 1 << 16];
        if block != [0; BLOCK] {
            return Err(Error::Malformed("something follows its end"));
        }
        loop {
            let read = self.some(&mut rest)?;
            if read == 0 {
                return Ok(());
            }
            if rest.iter().take(read).any(|byte| *byte != 0) {
                return Err(Error::Malformed("something follows its end"));
            }
        }
    }

    fn whole(&mut self, into: &mut [u8]) -> Result<(), Error> {
        let mut filled = 0;
        while filled < into.len() {
            let read = self.some(into.get_mut(filled..).unwrap_or_default())?;
            if read == 0 {
                return Err(Error::Malformed("it ends in the middle"));
            }
            filled += read;
        }
        Ok(())
    }

    fn some(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        loop {
            match self.from.read(into) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => return read.map_err(Error::of_reading),
            }
        }
    }
}

/// The sum of a header's bytes, those of the sum itself counted as spaces.
fn checksum(block: &[u8; BLOCK]) -> u32 {
    block
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            if (148..156).contains(&at) {
                32
            } else {
                u32::from(*byte)
            }
        })
        .sum()
}
