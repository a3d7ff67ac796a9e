//! The anchor: how long the trail is and where it ends, beside the database.
//!
//! SQLite recovers silently from a damaged or missing write-ahead log by dropping committed
//! transactions. A database that ends before its anchor is how that is seen.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::error::{Error, io};
use crate::primitive::{Key, hmac, is_equal};

const ANCHOR: &str = "anchor";
const MAGIC: &[u8; 8] = b"AUSANCH1";
const SLOT: usize = 512;
/// Magic, turn, entries, head, generation.
const SIGNED: usize = 8 + 8 + 8 + 32 + 8;

/// How long the trail is and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// Entries in the trail.
    pub entries: u64,
    /// The running head over all chains.
    pub head: [u8; 32],
}

/// What an anchor's file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorState {
    /// There is none.
    Absent,
    /// The newest whole slot.
    Present(Anchor),
    /// There is one, and neither of its slots is whole.
    Damaged,
}

/// Writes two slots in turn, so that one is whole whenever the power goes.
pub(crate) struct AnchorFile {
    file: File,
    turn: u64,
    generation: u64,
    key: Key,
    found: AnchorState,
}

impl AnchorFile {
    pub(crate) fn open(folder: &Path, generation: u64, key: Key) -> Result<Self, Error> {
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(ANCHOR))
            .map_err(io("opening the anchor"))?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file)
            .take(2 * SLOT as u64)
            .read_to_end(&mut bytes)
            .map_err(io("reading the anchor"))?;
        let newest = bytes
            .chunks(SLOT)
            .filter_map(|slot| decode(slot, &key))
            .max_by_key(|s| s.0);
        let found = match newest {
            Some((_, anchor)) => AnchorState::Present(anchor),
            None if bytes.is_empty() => AnchorState::Absent,
            None => AnchorState::Damaged,
        };
        let turn = newest.map_or(0, |(turn, _)| turn);
        Ok(Self {
            file,
            turn,
            generation,
            key,
            found,
        })
    }

    pub(crate) fn found(&self) -> AnchorState {
        self.found
    }

    pub(crate) fn write(&mut self, anchor: &Anchor) -> Result<(), Error> {
        let turn = self.turn + 1;
        let mut slot = vec![0; SLOT];
        let signed = [
            MAGIC.as_slice(),
            &turn.to_be_bytes(),
            &anchor.entries.to_be_bytes(),
            &anchor.head,
            &self.generation.to_be_bytes(),
        ]
        .concat();
        let code = hmac(&self.key, &signed)?;
        for (to, from) in slot.iter_mut().zip(signed.iter().chain(&code)) {
            *to = *from;
        }
        let place = if turn.is_multiple_of(2) {
            0
        } else {
            SLOT as u64
        };
        self.file
            .seek(SeekFrom::Start(place))
            .map_err(io("writing the anchor"))?;
        self.file
            .write_all(&slot)
            .map_err(io("writing the anchor"))?;
        self.turn = turn;
        self.found = AnchorState::Present(*anchor);
        Ok(())
    }

    pub(crate) fn sync(&self) -> Result<(), Error> {
        self.file.sync_data().map_err(io("flushing the anchor"))
    }
}

fn decode(slot: &[u8], key: &Key) -> Option<(u64, Anchor)> {
    let (signed, rest) = slot.split_at_checked(SIGNED)?;
    let code = hmac(key, signed).ok()?;
    if !signed.starts_with(MAGIC) || !is_equal(rest.get(..32)?, &code) {
        return None;
    }
    let number = |at: usize| {
        let bytes = signed.get(at..at + 8)?;
        Some(u64::from_be_bytes(bytes.try_into().ok()?))
    };
    let head = signed.get(24..56)?.try_into().ok()?;
    Some((
        number(8)?,
        Anchor {
            entries: number(16)?,
            head,
        },
    ))
}
