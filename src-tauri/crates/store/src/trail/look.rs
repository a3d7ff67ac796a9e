//! The trail of an open vault: signing it, looking at all of it, and reading in it.

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use vault::Vault;

use super::AT_ONCE;
use super::head::{self, Occasion, SignedHead};
use super::list::{self, Proven, TrailEntry, TrailFilter};
use super::slice::Slice;
use super::walk::{self, Break, Known, Verification, Walk};
use crate::error::Error;
use crate::open::Store;
use crate::record::Change;

/// How far the reading of the whole trail is.
pub struct Reading {
    after: i64,
    up_to: i64,
}

/// What the slices that were read hold up to.
pub struct Digesting(Walk);

impl Digesting {
    /// Takes the next slice. It needs no vault.
    pub fn take(&mut self, slice: &Slice) {
        self.0.take(slice);
    }

    /// Ends when the last was taken.
    pub fn finish(self) -> Verification {
        self.0.finish()
    }
}

impl Change<'_> {
    /// Signs the trail, with what this change appended to it, as [`Store::sign_head`] does.
    pub fn sign_head(&self, occasion: Occasion) -> Result<Option<SignedHead>, Error> {
        head::sign(self.tx, self.vault, &self.author, occasion, self.at)
    }
}

impl Store {
    /// Signs the trail as it now is with the key of whoever unlocked the vault. Nothing is
    /// signed when nothing was appended since the last time, while the database waits to be
    /// accepted, nor over entries that do not follow: nobody puts their name there.
    pub fn sign_head(
        &mut self,
        occasion: Occasion,
        at: DateTime<Utc>,
    ) -> Result<Option<SignedHead>, Error> {
        if !self.may_write() {
            return Ok(None);
        }
        let author = self.author();
        let tx = self.connection.transaction()?;
        let signed = head::sign(&tx, &self.vault, &author, occasion, at)?;
        tx.commit()?;
        Ok(signed)
    }

    /// Returns the head that was signed last.
    pub fn last_signed(&self) -> Result<Option<SignedHead>, Error> {
        head::last(&self.connection)
    }

    /// Returns all signed heads, the first one first.
    pub fn signed_heads(&self) -> Result<Vec<SignedHead>, Error> {
        head::all(&self.connection)
    }

    /// Looks at all entries and all signed heads.
    pub fn verify_trail(&self) -> Result<Verification, Error> {
        walk::verify(&self.connection, Known::of(&self.vault)?)
    }

    /// Begins the same in slices: reading takes the vault for a moment each, and digesting
    /// what was read does not take it at all. What is appended meanwhile is left out.
    pub fn begin_verifying(&self) -> Result<(Reading, Digesting), Error> {
        let reading = Reading {
            after: i64::MIN,
            up_to: i64::try_from(self.head()?.entries).unwrap_or(i64::MAX),
        };
        let heads = head::all(&self.connection)?;
        let walk = Walk::whole(Known::of(&self.vault)?, heads);
        Ok((reading, Digesting(walk)))
    }

    /// Reads the next slice; nothing when the last was read.
    pub fn read_on(&self, reading: &mut Reading) -> Result<Option<Slice>, Error> {
        let slice = Slice::read(&self.connection, reading.after, reading.up_to)?;
        let Some(last) = slice.rows.last() else {
            return Ok(None);
        };
        reading.after = last.number;
        Ok(Some(slice))
    }

    /// Returns how many entries a filter lets through.
    pub fn trail_count(&self, filter: &TrailFilter) -> Result<u64, Error> {
        list::count(&self.connection, filter)
    }

    /// Returns a piece of what a filter lets through, newest first.
    pub fn trail(
        &self,
        filter: &TrailFilter,
        skip: u32,
        take: u32,
    ) -> Result<Vec<TrailEntry>, Error> {
        list::list(&self.connection, filter, skip, take)
    }

    /// Hands over all that a filter lets through, the oldest first.
    pub fn each_entry<E: From<Error>>(
        &self,
        filter: &TrailFilter,
        take: &mut dyn FnMut(TrailEntry) -> Result<(), E>,
    ) -> Result<(), E> {
        list::each(&self.connection, filter, take)
    }

    /// Returns who wrote entries after a number and what they did: key slot and action.
    pub fn met_after(&self, number: u64) -> Result<Vec<(String, String)>, Error> {
        list::met_after(&self.connection, number)
    }

    /// Returns one entry with its proof.
    pub fn proven(&self, number: u64) -> Result<Option<Proven>, Error> {
        list::proven(&self.connection, number)
    }
}

/// Looks at the last signed head and at what was appended since, as it is done at unlock.
/// What nobody signed for long, as in a vault of an older program, is left to the look at
/// the whole.
pub(crate) fn at_unlock(connection: &Connection, vault: &Vault) -> Result<Vec<Break>, Error> {
    let last = head::last(connection)?;
    let signed = last.as_ref().map_or(0, |last| last.head.entries);
    if super::head(connection)?.entries.saturating_sub(signed) > AT_ONCE {
        return Ok(Vec::new());
    }
    Ok(walk::since(connection, last.as_ref(), Known::of(vault)?)?.breaks)
}
