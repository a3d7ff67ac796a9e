//! Opening a vault's database, reading from it, and the transaction that writes.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::id::{AssessmentId, OrganisationId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use uuid::{Builder, Uuid};
use vault::{Access, Anchor, AnchorState, Vault};

use crate::connect::{self, Place};
use crate::error::Error;
use crate::memory::Memory;
use crate::migrate;
use crate::record::{self, Change, Record, Setting};
use crate::rotate;
use crate::trail::{self, Author, Break, Chain, Head};

/// An open vault.
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) vault: Arc<Vault>,
    author: Author,
    pub(crate) place: Place,
    freshness: Freshness,
    pub(crate) memory: Memory,
    is_strict: bool,
}

/// The name of the setting that has the anchor flushed with each commit.
const STRICT: &str = "strict";

/// What a look at an opened vault found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Whether the database is as new as its anchor says.
    pub freshness: Freshness,
    /// Objects that no row names and that were set aside.
    pub set_aside: u32,
    /// Where the trail does not hold since it was signed last.
    pub breaks: Vec<Break>,
}

/// Whether the database is as new as its anchor says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is.
    Fresh,
    /// The last saves are missing: a lost or damaged write-ahead log, or an older file.
    Behind {
        /// How many trail entries are missing.
        missing: u64,
    },
    /// It has a history other than the one the anchor knows.
    Different,
    /// The anchor cannot be read, so nothing can be said.
    Unanchored,
    /// All of it agrees, and this computer saw a newer one: an older copy of the whole folder
    /// was put in its place.
    Older {
        /// How many trail entries are missing.
        missing: u64,
    },
    /// All of it agrees, and this computer saw another history.
    Forked,
}

impl Store {
    /// Opens the database of an unlocked vault and says how it was found. One that is not
    /// as new as its anchor says can be read, and nothing is written to it, not even its own
    /// log put in order, until somebody [accepts](Store::accept) it.
    pub fn open(vault: Vault, device: Uuid) -> Result<(Self, Opening), Error> {
        Self::open_here(vault, device, None)
    }

    /// Does the same on a computer that remembers, in a folder of the program's own, the head
    /// that it saw last: a database that is older than that is held back as well.
    pub fn open_here(
        vault: Vault,
        device: Uuid,
        own: Option<&Path>,
    ) -> Result<(Self, Opening), Error> {
        let known = vault.read_anchor();
        let may_write = vault.access() == Access::Write;
        let mut connection = if may_write {
            connect::connect(&vault, known)?
        } else {
            connect::connect_to_read(&vault)?
        };
        rotate::refuse_older_header(&connection, &vault, known)?;
        let memory = own.map_or_else(Memory::default, |own| Memory::open(own, &vault));
        let freshness = match freshness(&connection, known)? {
            Freshness::Fresh => memory.freshness(&connection)?,
            other => other,
        };
        if freshness == Freshness::Fresh && may_write {
            migrate::migrate(&mut connection)?;
        } else {
            migrate::rehearse(&connection)?;
        }
        connect::close_the_schema(&connection)?;
        let mut store = Self {
            author: Author {
                slot: vault.slot_id(),
                device,
                copy: vault.copy_id(),
            },
            place: Place::of(&vault.database_path())?,
            connection,
            vault: Arc::new(vault),
            freshness,
            memory,
            is_strict: false,
        };
        store.is_strict = store.get::<Setting>(STRICT)?.is_some();
        let mut set_aside = 0;
        if may_write {
            store.vault.sweep_temporary()?;
        }
        if store.may_write() {
            connect::keep_log_in_order(&store.connection)?;
            set_aside = store.set_orphans_aside()?;
        }
        let opening = Opening {
            freshness,
            set_aside,
            breaks: trail::at_unlock(&store.connection, &store.vault)?,
        };
        Ok((store, opening))
    }

    /// Accepts the database as it is: the anchor follows it from now on. The trail says so.
    pub fn accept(&mut self, at: DateTime<Utc>) -> Result<(), Error> {
        if self.vault.access() == Access::Read {
            return Err(Error::ReadOnly);
        }
        migrate::end_rehearsal(&self.connection)?;
        migrate::migrate(&mut self.connection)?;
        self.commit(Chain::Vault, at, |change| {
            change.record("accept", "vault", "anchor")
        })?;
        self.freshness = Freshness::Fresh;
        connect::keep_log_in_order(&self.connection)
    }

    /// Gives this copy of the vault an id of its own. The trail says so.
    pub fn become_new_copy(&mut self, at: DateTime<Utc>) -> Result<(), Error> {
        self.check_writing()?;
        let vault = Arc::get_mut(&mut self.vault).ok_or(Error::Busy)?;
        vault.become_new_copy(at)?;
        self.author.copy = vault.copy_id();
        self.change(Chain::Vault, at, |change| {
            change.record("copy", "vault", "vault")
        })
    }

    /// Remembers the head from now on in a folder of the program's own, as for a copy that was
    /// just given an id of its own.
    pub fn remember_in(&mut self, own: &Path) -> Result<(), Error> {
        if self.may_write() {
            self.memory = Memory::open(own, &self.vault);
            let head = self.head()?;
            self.memory.keep(&self.vault, &head);
        }
        Ok(())
    }

    /// Returns whether anything may be written: the database was found as new as its anchor
    /// says, or was accepted, and lies where it can be written to.
    pub fn may_write(&self) -> bool {
        self.freshness == Freshness::Fresh && self.vault.access() == Access::Write
    }

    /// Refuses to write where nothing may be written.
    pub fn check_writing(&self) -> Result<(), Error> {
        if self.vault.access() == Access::Read {
            return Err(Error::ReadOnly);
        }
        if self.freshness != Freshness::Fresh {
            return Err(Error::NotAccepted);
        }
        Ok(())
    }

    /// Returns who writes, and from where.
    pub fn author(&self) -> Author {
        self.author
    }

    /// Returns the vault's folder, keys and sealed objects.
    pub fn vault(&self) -> Arc<Vault> {
        Arc::clone(&self.vault)
    }

    /// Runs a change in one transaction; every write in it leaves a trail entry. After the
    /// commit the trail's head goes to the anchor.
    pub fn change<T, E: From<Error>>(
        &mut self,
        chain: Chain,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.check_writing()?;
        self.commit(chain, at, work)
    }

    fn commit<T, E: From<Error>>(
        &mut self,
        chain: Chain,
        at: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let mut change = Change {
            tx: &tx,
            vault: &self.vault,
            author: self.author,
            chain,
            at,
            under_way: None,
        };
        let done = work(&mut change)?;
        let head = trail::head(&tx)?;
        // A file that was removed or replaced while open still takes what is written and
        // loses it; it must not be said to be saved.
        self.place.check()?;
        tx.commit().map_err(Error::from)?;
        let anchor = Anchor {
            entries: head.entries,
            head: head.hash,
        };
        self.vault.write_anchor(&anchor).map_err(Error::from)?;
        if self.is_strict {
            self.vault.sync_anchor().map_err(Error::from)?;
        }
        self.memory.keep(&self.vault, &head);
        Ok(done)
    }

    /// Returns whether the anchor is flushed to the disk with each commit.
    pub fn is_strict(&self) -> bool {
        self.is_strict
    }

    /// Has the anchor flushed to the disk with each commit, or left to the system until the
    /// vault is closed. After a power cut it may then be a few saves behind the database,
    /// never ahead: only who damages the log just then goes unseen.
    pub fn set_strict(&mut self, strict: bool, at: DateTime<Utc>) -> Result<(), Error> {
        self.change(Chain::Vault, at, |change| {
            if strict {
                change.put(&Setting {
                    id: STRICT.to_owned(),
                    value: "yes".to_owned(),
                })
            } else {
                change.remove::<Setting>(STRICT)
            }
        })?;
        self.is_strict = strict;
        self.vault.sync_anchor()?;
        Ok(())
    }

    /// Returns the body of a record of any kind, as it stands in its row.
    pub fn body(&self, kind: &str, id: &str) -> Result<Option<String>, Error> {
        if !record::KINDS.contains(&kind) {
            return Ok(None);
        }
        Ok(record::stood(&self.connection, kind, id)?.map(|stood| stood.body))
    }

    /// Returns one record.
    pub fn get<R: Record>(&self, id: &str) -> Result<Option<R>, Error> {
        Ok(record::select(&self.connection, "WHERE id = ?1", [id])?
            .into_iter()
            .next())
    }

    /// Returns all records of a kind, oldest first.
    pub fn all<R: Record>(&self) -> Result<Vec<R>, Error> {
        record::select(&self.connection, "ORDER BY id", [])
    }

    /// Returns the records that hang on an organisation, oldest first.
    pub fn of_organisation<R: Record>(&self, id: OrganisationId) -> Result<Vec<R>, Error> {
        record::select(
            &self.connection,
            "WHERE organisation = ?1 ORDER BY id",
            [id.to_string()],
        )
    }

    /// Returns the records that hang on an assessment, oldest first.
    pub fn of_assessment<R: Record>(&self, id: AssessmentId) -> Result<Vec<R>, Error> {
        record::select(
            &self.connection,
            "WHERE assessment = ?1 ORDER BY id",
            [id.to_string()],
        )
    }

    /// Returns the record that an assessment has for a control and subject.
    pub fn of_control<R: Record>(
        &self,
        assessment: AssessmentId,
        control: &str,
        subject: domain::answer::Subject,
    ) -> Result<Option<R>, Error> {
        let found = record::select(
            &self.connection,
            "WHERE assessment = ?1 AND control = ?2 AND subject = ?3",
            [&assessment.to_string(), control, &subject.to_string()],
        )?;
        Ok(found.into_iter().next())
    }

    /// Returns the records that an assessment has for a control, one for each subject.
    pub fn of_control_each<R: Record>(
        &self,
        assessment: AssessmentId,
        control: &str,
    ) -> Result<Vec<R>, Error> {
        record::select(
            &self.connection,
            "WHERE assessment = ?1 AND control = ?2",
            [&assessment.to_string(), control],
        )
    }

    /// Returns the text of a framework.
    pub fn framework(&self, digest: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self
            .connection
            .prepare_cached("SELECT body FROM framework WHERE id = ?1")?
            .query_row([digest], |row| row.get(0))
            .optional()?)
    }

    /// Returns the running head over all chains.
    pub fn head(&self) -> Result<Head, Error> {
        trail::head(&self.connection)
    }

    /// Returns the head of one chain.
    pub fn chain_head(&self, chain: Chain) -> Result<Head, Error> {
        trail::chain_head(&self.connection, chain)
    }

    /// Closes the vault: the log goes into the database, the anchor to the disk. What was
    /// not accepted is left as it was found.
    pub fn close(self) -> Result<(), Error> {
        if self.may_write() {
            self.connection
                .execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
            self.vault.sync_anchor()?;
            self.memory.sync();
        }
        Ok(())
    }
}

/// Compares the database with what its anchor says.
fn freshness(connection: &Connection, known: AnchorState) -> Result<Freshness, Error> {
    let AnchorState::Present(anchor) = known else {
        return Ok(Freshness::Unanchored);
    };
    let head = trail::head(connection)?;
    if anchor.entries > head.entries {
        return Ok(Freshness::Behind {
            missing: anchor.entries - head.entries,
        });
    }
    let then = trail::head_after(connection, anchor.entries)?;
    Ok(if then == Some(anchor.head) {
        Freshness::Fresh
    } else {
        Freshness::Different
    })
}

/// Returns a new id: a UUIDv7 (RFC 9562) of the given moment.
pub fn new_id(at: DateTime<Utc>) -> Result<Uuid, Error> {
    let random = vault::random::<10>()?;
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    Ok(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}
