//! Ways into an open vault that change, and the database under a new key.

use std::fs::File;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;
use vault::{Anchor, AnchorState, HeaderCopy, Rotation, RotationStep, Vault};
use zeroize::Zeroizing;

use crate::connect::{self, Place};
use crate::error::Error;
use crate::migrate;
use crate::open::Store;
use crate::record::{self, Change, Setting};
use crate::trail::{self, Chain, Head};

/// The name of the setting that says how often the header was changed. A header that was
/// changed less often is an older one that somebody put back.
const GENERATION: &str = "header-generation";

impl Store {
    /// Changes the vault's key slots, and remembers in the database which header is the newest.
    ///
    /// What was changed counts from then on, whatever comes after: the header is written first.
    pub fn change_keys<T>(
        &mut self,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Vault) -> Result<T, vault::Error>,
    ) -> Result<T, Error> {
        self.check_writing()?;
        let vault = Arc::get_mut(&mut self.vault).ok_or(Error::Busy)?;
        let done = work(vault)?;
        let generation = self.vault.generation();
        // A disk without room takes the header and not this; the next change brings it.
        let kept: Result<(), Error> = self.change(Chain::Vault, at, |change| {
            change.put(&Setting {
                id: GENERATION.to_owned(),
                value: generation.to_string(),
            })
        });
        if kept.is_ok() {
            self.vault.sync_anchor()?;
        }
        Ok(done)
    }

    /// Gives the vault a new key: the slots that are named, and the recovery codes of their
    /// owners, open nothing that is written from now on. Nobody's passphrase is needed.
    ///
    /// The trail says so in the new database only: one that never counts says nothing.
    pub fn rotate(&mut self, gone: &[Uuid], at: DateTime<Utc>) -> Result<(), Error> {
        self.rotate_by_steps(gone, at, &mut |_| {})
    }

    /// Does the same and tells each step once it is on the disk.
    pub fn rotate_by_steps(
        &mut self,
        gone: &[Uuid],
        at: DateTime<Utc>,
        watch: &mut dyn FnMut(RotationStep),
    ) -> Result<(), Error> {
        self.check_writing()?;
        if Arc::get_mut(&mut self.vault).is_none() {
            return Err(Error::Busy);
        }
        self.place.check()?;
        let rotation = self.vault.begin_rotation(gone)?;
        let head = match self.write_anew(&rotation, gone, at) {
            Ok(head) => head,
            Err(error) => {
                self.vault.discard_rotation();
                return Err(error);
            }
        };
        self.switch(rotation, &head, watch)?;
        self.memory.keep(&self.vault, &head);
        Ok(())
    }

    /// Writes the database under the new key beside the old one. Returns where its trail ends.
    fn write_anew(
        &self,
        rotation: &Rotation,
        gone: &[Uuid],
        at: DateTime<Utc>,
    ) -> Result<Head, Error> {
        self.connection
            .execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
        connect::open_the_schema(&self.connection, true)?;
        let exported = export(&self.connection, rotation);
        connect::open_the_schema(&self.connection, false)?;
        exported?;
        let path = rotation.database_path();
        let mut connection = connect::open(&path, &rotation.database_key()?, false)?;
        if trail::head(&connection)? != self.head()? || !connect::is_sound(&connection)? {
            return Err(Error::Damaged);
        }
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut change = Change {
            tx: &tx,
            vault: &self.vault,
            author: self.author(),
            chain: Chain::Vault,
            at,
            under_way: None,
        };
        change.record("rotate", "vault", "vault")?;
        for slot in gone {
            change.record("remove", "slot", &slot.to_string())?;
        }
        change.put(&Setting {
            id: GENERATION.to_owned(),
            value: rotation.generation().to_string(),
        })?;
        let head = trail::head(&tx)?;
        tx.commit()?;
        connect::keep_log_in_order(&connection)?;
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
        connection.close().map_err(|(_, error)| error)?;
        File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.sync_all())
            .map_err(|_| Error::Unreachable)?;
        Ok(head)
    }

    /// Closes the old database, makes the new key count and opens the new database. When that
    /// fails half-way nothing can be read or written here any more: whoever opens the vault
    /// next finishes it.
    fn switch(
        &mut self,
        rotation: Rotation,
        head: &Head,
        watch: &mut dyn FnMut(RotationStep),
    ) -> Result<(), Error> {
        let nothing = Connection::open_in_memory()?;
        let old = std::mem::replace(&mut self.connection, nothing);
        self.place = Place::nowhere();
        old.close().map_err(|(_, error)| error)?;
        let anchor = Anchor {
            entries: head.entries,
            head: head.hash,
        };
        let vault = Arc::get_mut(&mut self.vault).ok_or(Error::Busy)?;
        let switched = vault.finish_rotation(rotation, &anchor, watch);
        if switched.is_err() && self.vault.look_at_header() != [HeaderCopy::Whole; 2] {
            return switched.map_err(Error::from);
        }
        if switched.is_err() {
            self.vault.discard_rotation();
        }
        self.connection = connect::connect(&self.vault, self.vault.read_anchor())?;
        connect::close_the_schema(&self.connection)?;
        connect::keep_log_in_order(&self.connection)?;
        self.place = Place::of(&self.vault.database_path())?;
        switched.map_err(Error::from)
    }
}

/// Refuses a header that is older than the database knows. Without an anchor nothing can be
/// said, and the database is held back for that.
pub(crate) fn refuse_older_header(
    connection: &Connection,
    vault: &Vault,
    known: AnchorState,
) -> Result<(), Error> {
    if !matches!(known, AnchorState::Present(_)) {
        return Ok(());
    }
    let setting = record::select::<Setting>(connection, "WHERE id = ?1", [GENERATION])?;
    let newest = setting.first().and_then(|s| s.value.parse::<u64>().ok());
    if newest.is_some_and(|newest| newest > vault.generation()) {
        return Err(Error::Vault(vault::Error::Tampered {
            part: "header (an older one was put in its place)",
        }));
    }
    Ok(())
}

/// Lets SQLCipher write all of the database into a new one under the new key. It has no name
/// for what was deleted, so that is not carried over.
fn export(connection: &Connection, rotation: &Rotation) -> Result<(), Error> {
    let path = rotation.database_path();
    let path = path.to_str().ok_or(Error::Unreachable)?;
    let key = rotation.database_key()?.keyspec();
    let key = Zeroizing::new(format!("x'{}'", key.as_str()));
    connection.execute("ATTACH DATABASE ?1 AS next KEY ?2", [path, &key])?;
    // Nothing reads it before it is whole and flushed.
    let exported = connection
        .execute_batch("PRAGMA next.journal_mode = OFF; PRAGMA next.synchronous = OFF;")
        .and_then(|()| connection.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(())))
        .map_err(Error::from)
        .and_then(|()| migrate::repeat_version(connection, "next"));
    let detached = connection.execute_batch("DETACH DATABASE next;");
    exported?;
    Ok(detached?)
}
