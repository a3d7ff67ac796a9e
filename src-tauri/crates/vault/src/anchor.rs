//! The anchor: how long the trail is and where it ends, beside the database.
//!
//! SQLite recovers silently from a damaged or missing write-ahead log by dropping committed
//! transactions. A database that ends before its anchor is how that is seen. The anchor
//! also knows the header's generation, so that an older header put back is seen as well.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::Access;
use crate::error::{Error, io};
use crate::primitive::{Key, hmac, is_equal};

const ANCHOR: &str = "anchor";
const MAGIC: &[u8; 8] = b"AUSANCH1";

/// One slot is one sector: disks write it whole or not at all, or nearly so.
const SLOT: usize = 512;

/// The code at the end of a slot stands over all before it.
const SIGNED: usize = SLOT - 32;

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
    /// There is none. A vault is made with one, so it was taken away.
    Absent,
    /// The newest whole slot.
    Present(Anchor),
    /// There is one, and neither of its slots is whole.
    Damaged,
}

/// A slot's content: the anchor, which turn it is, and the header it was written under.
#[derive(Clone, Copy)]
struct Turn {
    number: u64,
    generation: u64,
    anchor: Anchor,
}

/// Writes two slots in turn, so that one is whole whenever the power goes.
pub(crate) struct AnchorFile {
    /// Nothing where there is none and none can be made.
    file: Option<File>,
    turn: u64,
    generation: u64,
    key: Key,
    found: AnchorState,
    whole: [bool; 2],
}

impl AnchorFile {
    pub(crate) const NAME: &str = ANCHOR;

    /// Writes the anchor of a new vault, whose trail is empty. Both slots are written, so
    /// that a full disk can never refuse a later turn.
    pub(crate) fn begin(folder: &Path, generation: u64, key: Key) -> Result<(), Error> {
        let empty = Anchor {
            entries: 0,
            head: [0; 32],
        };
        Self::begin_as(folder, ANCHOR, generation, key, &empty)
    }

    /// Writes an anchor under a name of its own, where nothing is yet.
    pub(crate) fn begin_as(
        folder: &Path,
        name: &str,
        generation: u64,
        key: Key,
        known: &Anchor,
    ) -> Result<(), Error> {
        let mut anchor = Self::open_as(folder, name, generation, key, Access::Write)?;
        anchor.write(known)?;
        anchor.write(known)?;
        anchor.sync()
    }

    /// Opens the anchor of a vault whose header has the given generation.
    pub(crate) fn open(
        folder: &Path,
        generation: u64,
        key: Key,
        access: Access,
    ) -> Result<Self, Error> {
        Self::open_as(folder, ANCHOR, generation, key, access)
    }

    fn open_as(
        folder: &Path,
        name: &str,
        generation: u64,
        key: Key,
        access: Access,
    ) -> Result<Self, Error> {
        let path = folder.join(name);
        let mut file = match access {
            Access::Read => File::open(path).ok(),
            Access::Write => {
                let mut options = File::options();
                options.read(true).write(true).create(true).truncate(false);
                Some(options.open(path).map_err(io("opening the anchor"))?)
            }
        };
        let mut bytes = Vec::new();
        if let Some(file) = &mut file {
            // One byte more than there should be, so that a file that grew is seen.
            Read::by_ref(file)
                .take(2 * SLOT as u64 + 1)
                .read_to_end(&mut bytes)
                .map_err(io("reading the anchor"))?;
        }
        let slots = turns(&bytes, &key);
        let newest = slots.into_iter().flatten().max_by_key(|turn| turn.number);
        if newest.is_some_and(|turn| turn.generation > generation) {
            return Err(Error::Tampered {
                part: "header (an older one was put in its place)",
            });
        }
        Ok(Self {
            file,
            turn: newest.map_or(0, |turn| turn.number),
            generation,
            key,
            whole: whole(&bytes, &slots),
            found: match newest {
                Some(turn) => AnchorState::Present(turn.anchor),
                None if bytes.is_empty() => AnchorState::Absent,
                None => AnchorState::Damaged,
            },
        })
    }

    pub(crate) fn found(&self) -> AnchorState {
        self.found
    }

    /// Returns which of the two slots were whole when the anchor was opened.
    pub(crate) fn were_whole(&self) -> [bool; 2] {
        self.whole
    }

    /// Returns which of the two slots of an anchor are whole on the disk now.
    pub(crate) fn are_whole(folder: &Path, name: &str, key: &Key) -> [bool; 2] {
        let mut bytes = Vec::new();
        let _ = File::open(folder.join(name))
            .and_then(|file| file.take(2 * SLOT as u64 + 1).read_to_end(&mut bytes));
        whole(&bytes, &turns(&bytes, key))
    }

    /// Follows a new generation of the header from the next turn on.
    pub(crate) fn follow(&mut self, generation: u64) {
        self.generation = generation;
    }

    pub(crate) fn write(&mut self, anchor: &Anchor) -> Result<(), Error> {
        let turn = Turn {
            number: self.turn + 1,
            generation: self.generation,
            anchor: *anchor,
        };
        let slot = turn.encode(&self.key)?;
        let file = self.file.as_mut().ok_or(Error::ReadOnly)?;
        file.seek(SeekFrom::Start(turn.place() * SLOT as u64))
            .and_then(|_| file.write_all(&slot))
            .map_err(io("writing the anchor"))?;
        self.turn = turn.number;
        self.found = AnchorState::Present(*anchor);
        Ok(())
    }

    /// Makes both slots whole again, and the file no longer than they are.
    pub(crate) fn mend(&mut self) -> Result<(), Error> {
        let AnchorState::Present(anchor) = self.found else {
            return Ok(());
        };
        if let Some(file) = &self.file {
            file.set_len(2 * SLOT as u64)
                .map_err(io("writing the anchor"))?;
        }
        self.write(&anchor)?;
        self.write(&anchor)?;
        self.sync()
    }

    pub(crate) fn sync(&self) -> Result<(), Error> {
        match &self.file {
            Some(file) => file.sync_data().map_err(io("flushing the anchor")),
            None => Ok(()),
        }
    }
}

/// Reads both slots; nothing for one that is not whole.
fn turns(bytes: &[u8], key: &Key) -> [Option<Turn>; 2] {
    let mut slots = bytes.chunks(SLOT);
    [0, 1].map(|place| Turn::decode(place, slots.next()?, key))
}

/// A file that is longer than both slots is whole in neither: something was added.
fn whole(bytes: &[u8], slots: &[Option<Turn>; 2]) -> [bool; 2] {
    slots.map(|slot| slot.is_some() && bytes.len() == 2 * SLOT)
}

impl Turn {
    fn place(&self) -> u64 {
        (self.number + 1) % 2
    }

    fn encode(&self, key: &Key) -> Result<Vec<u8>, Error> {
        let mut slot = [
            MAGIC.as_slice(),
            &self.number.to_be_bytes(),
            &self.generation.to_be_bytes(),
            &self.anchor.entries.to_be_bytes(),
            &self.anchor.head,
        ]
        .concat();
        slot.resize(SIGNED, 0);
        let code = hmac(key, &slot)?;
        slot.extend(code);
        Ok(slot)
    }

    fn decode(place: usize, slot: &[u8], key: &Key) -> Option<Self> {
        let (signed, code) = slot.split_at_checked(SIGNED)?;
        if !is_equal(code, &hmac(key, signed).ok()?) {
            return None;
        }
        let (magic, rest) = signed.split_first_chunk::<8>()?;
        let (number, rest) = rest.split_first_chunk()?;
        let (generation, rest) = rest.split_first_chunk()?;
        let (entries, rest) = rest.split_first_chunk()?;
        let turn = Self {
            number: u64::from_be_bytes(*number),
            generation: u64::from_be_bytes(*generation),
            anchor: Anchor {
                entries: u64::from_be_bytes(*entries),
                head: *rest.first_chunk()?,
            },
        };
        let is_in_place = turn.place() == place as u64 && magic == MAGIC;
        is_in_place.then_some(turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitive::hex;

    #[test]
    fn a_slot_of_known_content_never_changes() {
        let turn = Turn {
            number: 1,
            generation: 1,
            anchor: Anchor {
                entries: 2,
                head: [3; 32],
            },
        };
        let slot = turn.encode(&Key::new([9; 32])).unwrap();
        assert_eq!(slot.len(), SLOT);
        assert_eq!(
            hex(&crate::primitive::sha256(&slot)),
            "5d4a85700e53cd1baff24e37d18770e8f518121ec677e2ab67cb479a545987e3"
        );
    }

    #[test]
    fn a_slot_is_whole_only_in_its_own_place_and_under_its_own_key() {
        let turn = Turn {
            number: 1,
            generation: 1,
            anchor: Anchor {
                entries: 2,
                head: [3; 32],
            },
        };
        let key = Key::new([9; 32]);
        let slot = turn.encode(&key).unwrap();
        assert!(Turn::decode(0, &slot, &key).is_some());
        assert!(Turn::decode(1, &slot, &key).is_none());
        assert!(Turn::decode(0, &slot, &Key::new([8; 32])).is_none());
        for at in 0..SLOT {
            let mut flipped = slot.clone();
            flipped[at] ^= 1;
            assert!(Turn::decode(0, &flipped, &key).is_none(), "byte {at}");
        }
    }
}
