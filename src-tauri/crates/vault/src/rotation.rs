//! Rotation: a new vault key, so that a way in which was taken away opens nothing that is
//! written from now on.
//!
//! The new key is sealed to the public keys of the slots that stay, so nobody's passphrase is
//! needed. The database is written anew under it beside the old one, and then the header is
//! put in place: whoever opens the vault before that has the old key and the old database,
//! whoever opens it afterwards has the new key and the new database. What is left to be
//! renamed then is finished by whoever opens the vault next.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::anchor::{Anchor, AnchorFile};
use crate::derive::{DatabaseKey, SEALED_TRAIL, derive};
use crate::error::{Error, io};
use crate::file::sync_folder;
use crate::header::{COPIES, Header, Written};
use crate::lock::Access;
use crate::open::{DATABASE, Vault, anchor_key};
use crate::primitive::{Key, hex, random, unhex};
use crate::slot::{Slot, unwrap, wrap};
use crate::way::SlotKind;

/// The database under the new key, until it is in its place.
pub(crate) const NEXT_DATABASE: &str = "vault.db.next";

/// The anchor under the new key, until it is in its place.
pub(crate) const NEXT_ANCHOR: &str = "anchor.next";

/// What SQLite puts beside a database while it works.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// How far a rotation is. Each step is on the disk when it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RotationStep {
    /// The database stands under the new key beside the old one.
    Copied,
    /// So does the anchor. Until here the old key counts.
    AnchorCopied,
    /// One copy of the header is the new one: from here on the new key counts.
    HeaderWritten,
    /// Both copies are.
    HeadersWritten,
    /// The database is in its place.
    DatabaseInPlace,
    /// The anchor is in its place: all is done.
    AnchorInPlace,
}

/// A new vault key that does not count yet.
pub struct Rotation {
    header: Header,
    vault_key: Key,
    folder: PathBuf,
}

impl Rotation {
    /// Returns where the database under the new key is to be written.
    pub fn database_path(&self) -> PathBuf {
        self.folder.join(NEXT_DATABASE)
    }

    /// Returns the new key of the database.
    pub fn database_key(&self) -> Result<DatabaseKey, Error> {
        DatabaseKey::derive(&self.vault_key, self.header.vault.as_bytes())
    }

    /// Returns which generation of the header this will be.
    pub fn generation(&self) -> u64 {
        self.header.generation
    }

    /// Returns the ids of the slots that will stay.
    pub fn staying(&self) -> impl Iterator<Item = Uuid> + '_ {
        self.header.slots.iter().map(|slot| slot.id)
    }
}

impl Vault {
    /// Makes a new vault key and seals it to the slots that stay. Nothing is written yet. The
    /// recovery code of a person goes with their slot; the slot that is open stays.
    pub fn begin_rotation(&self, gone: &[Uuid]) -> Result<Rotation, Error> {
        if self.access() == Access::Read {
            return Err(Error::ReadOnly);
        }
        let header = &self.written.header;
        let is_gone = |slot: &Slot| gone.contains(&slot.id);
        let found = header.slots.iter().filter(|slot| is_gone(slot)).count();
        if found != gone.len() {
            return Err(Error::NoSuchSlot);
        }
        let signers_gone: Vec<&str> = header
            .slots
            .iter()
            .filter(|slot| is_gone(slot) && slot.kind() != SlotKind::RecoveryCode)
            .map(Slot::signing_key)
            .collect();
        let stays = |slot: &&Slot| {
            let is_theirs = slot.kind() == SlotKind::RecoveryCode
                && signers_gone.contains(&slot.signing_key());
            !is_gone(slot) && !is_theirs
        };
        let vault_key: Key = Zeroizing::new(random()?);
        let slots = header.slots.iter().filter(stays);
        let slots: Vec<Slot> = slots
            .map(|slot| slot.reseal(header.vault, &vault_key))
            .collect::<Result<_, _>>()?;
        if !slots.iter().any(|slot| slot.id == self.slot) {
            return Err(Error::SlotStays);
        }
        let header = Header {
            generation: header.generation + 1,
            trail_key: Some(seal_trail_key(header.vault, &vault_key, &self.trail_key)?),
            slots,
            ..header.clone()
        };
        self.discard_rotation();
        Ok(Rotation {
            header,
            vault_key,
            folder: self.folder.clone(),
        })
    }

    /// Makes the new key count. The database must stand under it, whole and flushed, in the
    /// rotation's own place, and must not be open any more, nor may the old one.
    ///
    /// When this fails the header tells whether the new key counts: the vault is then to be
    /// dropped and opened anew, which finishes what was begun or takes it back.
    pub fn finish_rotation(
        &mut self,
        rotation: Rotation,
        anchor: &Anchor,
        watch: &mut dyn FnMut(RotationStep),
    ) -> Result<(), Error> {
        let Rotation {
            header, vault_key, ..
        } = rotation;
        let (vault, generation) = (header.vault, header.generation);
        let written = header.finish(&vault_key)?;
        let key = || anchor_key(vault, &vault_key);
        watch(RotationStep::Copied);
        AnchorFile::begin_as(&self.folder, NEXT_ANCHOR, generation, key()?, anchor)?;
        sync_folder(&self.folder)?;
        watch(RotationStep::AnchorCopied);
        let [first, second] = COPIES;
        written.write_copy(&self.folder, first)?;
        watch(RotationStep::HeaderWritten);
        written.write_copy(&self.folder, second)?;
        watch(RotationStep::HeadersWritten);
        put_database_in_place(&self.folder)?;
        watch(RotationStep::DatabaseInPlace);
        put_anchor_in_place(&self.folder)?;
        watch(RotationStep::AnchorInPlace);
        *self.anchor() = AnchorFile::open(&self.folder, generation, key()?, Access::Write)?;
        self.written = written;
        self.vault_key = vault_key;
        Ok(())
    }

    /// Removes what a rotation left that never counted.
    pub fn discard_rotation(&self) {
        discard(&self.folder);
    }
}

/// Finishes a rotation whose header was written and whose files are not all in their place, or
/// removes what is left of one that never counted. Comes after the vault key is known and
/// before anything of the vault is used.
pub(crate) fn resume(folder: &Path, written: &Written, vault_key: &Key) -> Result<(), Error> {
    let vault = written.header.vault;
    let salt = DatabaseKey::derive(vault_key, vault.as_bytes())?.salt();
    let key = anchor_key(vault, vault_key)?;
    let begins = |name: &str| begins_with(&folder.join(name), &salt);
    let is_whole = |name: &str| AnchorFile::are_whole(folder, name, &key).contains(&true);
    // Only what would not open any more is replaced: whoever puts such files here without the
    // key must not be able to have a sound database thrown away.
    let database_waits = begins(DATABASE) != Some(true) && begins(NEXT_DATABASE) == Some(true);
    let anchor_waits = !is_whole(AnchorFile::NAME) && is_whole(NEXT_ANCHOR);
    if database_waits || anchor_waits {
        // The old header must not stay: it opens with a way that was taken away.
        for copy in COPIES {
            written.write_copy(folder, copy)?;
        }
    }
    if database_waits {
        put_database_in_place(folder)?;
    }
    if anchor_waits {
        put_anchor_in_place(folder)?;
    }
    if begins(DATABASE) == Some(false) && !is_whole(AnchorFile::NAME) {
        return Err(Error::Tampered {
            part: "header (one with a key of before, such as from before somebody was removed, \
                   was put in its place)",
        });
    }
    discard(folder);
    Ok(())
}

/// Returns the key of the trail's digests, which outlives every rotation: sealed under the
/// vault key where there was one, else derived from it.
pub(crate) fn open_trail_key(
    vault: Uuid,
    vault_key: &Key,
    sealed: Option<&str>,
) -> Result<Option<Key>, Error> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let damaged = || Error::Tampered { part: "trail key" };
    let wrapping = derive(vault_key.as_slice(), vault.as_bytes(), SEALED_TRAIL)?;
    let sealed = unhex(sealed).ok_or_else(damaged)?;
    unwrap(&wrapping, &sealed).map(Some).map_err(|_| damaged())
}

fn seal_trail_key(vault: Uuid, vault_key: &Key, trail_key: &Key) -> Result<String, Error> {
    let wrapping = derive(vault_key.as_slice(), vault.as_bytes(), SEALED_TRAIL)?;
    Ok(hex(&wrap(&wrapping, trail_key)?))
}

/// The old database's log was written into it and belongs to no other.
fn put_database_in_place(folder: &Path) -> Result<(), Error> {
    for end in BESIDE {
        remove(&folder.join(format!("{DATABASE}{end}")))?;
    }
    rename(folder, NEXT_DATABASE, DATABASE)
}

fn put_anchor_in_place(folder: &Path) -> Result<(), Error> {
    rename(folder, NEXT_ANCHOR, AnchorFile::NAME)
}

fn rename(folder: &Path, from: &str, to: &str) -> Result<(), Error> {
    fs::rename(folder.join(from), folder.join(to))
        .map_err(io("putting a file in its place"))?;
    sync_folder(folder)
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(io("removing an old file")(error))
        }
        _ => Ok(()),
    }
}

/// What cannot be removed now is removed another time: it harms nobody.
fn discard(folder: &Path) {
    for end in BESIDE.iter().chain(&[""]) {
        let _ = fs::remove_file(folder.join(format!("{NEXT_DATABASE}{end}")));
    }
    let _ = fs::remove_file(folder.join(NEXT_ANCHOR));
}

/// Returns whether a file begins with a salt; nothing when it is missing, empty, or cannot be
/// read.
fn begins_with(path: &Path, salt: &[u8; 16]) -> Option<bool> {
    let mut begin = [0; 16];
    let mut file = File::open(path).ok()?;
    file.read_exact(&mut begin).ok()?;
    Some(begin == *salt)
}
