//! The trail: an append-only, hash-chained history of who changed what, when and where.
//!
//! Each organisation has a chain of its own and the vault has one, so that what is shown to
//! one client holds nothing of another's. A running head over all chains goes to the anchor.
//! Entries hold ids and keyed digests: a plain digest would let a guess of a private note be
//! confirmed.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use domain::id::OrganisationId;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::error::Error;

/// The encoding that new entries are hashed in (FORMAT.md, "The trail").
const ENCODING: u8 = 1;

/// What a first entry follows.
const START: [u8; 32] = [0; 32];

/// Which chain an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// The vault's own.
    Vault,
    /// One organisation's.
    Organisation(OrganisationId),
}

impl std::fmt::Display for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Vault => f.write_str("vault"),
            Self::Organisation(id) => id.fmt(f),
        }
    }
}

/// Who writes, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The key slot that unlocked the vault.
    pub slot: Uuid,
    /// The computer.
    pub device: Uuid,
    /// The copy of the vault.
    pub copy: Uuid,
}

/// The end of a chain, or of the running head over all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries stand behind it.
    pub entries: u64,
    /// SHA-256.
    pub hash: [u8; 32],
}

impl Head {
    /// Returns the hash in hex.
    pub fn hex(&self) -> String {
        vault::hex(&self.hash)
    }
}

/// One thing done to one row.
pub(crate) struct Deed {
    pub(crate) action: String,
    pub(crate) kind: String,
    pub(crate) object: String,
    pub(crate) before: Option<Vec<u8>>,
    pub(crate) after: Option<Vec<u8>>,
}

struct Entry {
    chain: String,
    place: i64,
    at: String,
    who: String,
    device: String,
    copy: String,
    deed: Deed,
}

impl Entry {
    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            chain: row.get("chain")?,
            place: row.get("place")?,
            at: row.get("at")?,
            who: row.get("who")?,
            device: row.get("device")?,
            copy: row.get("copy")?,
            deed: Deed {
                action: row.get("action")?,
                kind: row.get("kind")?,
                object: row.get("object")?,
                before: row.get("before")?,
                after: row.get("after")?,
            },
        })
    }

    /// Returns the canonical bytes: each field with its length before it, so that no two
    /// entries share an encoding.
    fn canonical(&self) -> Vec<u8> {
        let mut bytes = vec![ENCODING];
        let mut field = |content: &[u8]| {
            bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
            bytes.extend_from_slice(content);
        };
        for text in [&self.chain, &self.at, &self.who, &self.device, &self.copy] {
            field(text.as_bytes());
        }
        field(&self.place.to_be_bytes());
        for text in [&self.deed.action, &self.deed.kind, &self.deed.object] {
            field(text.as_bytes());
        }
        for digest in [&self.deed.before, &self.deed.after] {
            field(digest.as_deref().unwrap_or_default());
        }
        bytes
    }

    /// Returns SHA-256(0x00 ‖ previous ‖ canonical), the leaf hash of RFC 6962 over the
    /// entry with its predecessor.
    fn hash(&self, previous: &[u8]) -> [u8; 32] {
        let canonical = self.canonical();
        let mut bytes = Vec::with_capacity(1 + previous.len() + canonical.len());
        bytes.push(0);
        bytes.extend_from_slice(previous);
        bytes.extend_from_slice(&canonical);
        vault::sha256(&bytes)
    }
}

/// Returns the running head after an entry: SHA-256(0x01 ‖ head before ‖ entry's hash).
fn running(before: &[u8; 32], hash: &[u8; 32]) -> [u8; 32] {
    let mut bytes = vec![1];
    bytes.extend_from_slice(before);
    bytes.extend_from_slice(hash);
    vault::sha256(&bytes)
}

/// Appends an entry.
pub(crate) fn append(
    tx: &Connection,
    author: &Author,
    chain: Chain,
    at: DateTime<Utc>,
    deed: Deed,
) -> Result<(), Error> {
    let all = head(tx)?;
    let end = chain_head(tx, chain)?;
    let entry = Entry {
        chain: chain.to_string(),
        place: i64::try_from(end.entries).unwrap_or(i64::MAX) + 1,
        at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        who: author.slot.to_string(),
        device: author.device.to_string(),
        copy: author.copy.to_string(),
        deed,
    };
    let hash = entry.hash(&end.hash);
    tx.prepare_cached(
        "INSERT INTO trail (number, encoding, chain, place, at, who, device, copy, action, kind,
         object, before, after, previous, hash, head)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(params![
        i64::try_from(all.entries).unwrap_or(i64::MAX) + 1,
        ENCODING,
        entry.chain,
        entry.place,
        entry.at,
        entry.who,
        entry.device,
        entry.copy,
        entry.deed.action,
        entry.deed.kind,
        entry.deed.object,
        entry.deed.before,
        entry.deed.after,
        end.hash,
        hash,
        running(&all.hash, &hash),
    ])?;
    Ok(())
}

/// Returns the running head over all chains.
pub(crate) fn head(connection: &Connection) -> Result<Head, Error> {
    last(
        connection,
        "SELECT number, head FROM trail ORDER BY number DESC LIMIT 1",
        [],
    )
}

/// Returns the head of one chain.
pub(crate) fn chain_head(connection: &Connection, chain: Chain) -> Result<Head, Error> {
    last(
        connection,
        "SELECT place, hash FROM trail WHERE chain = ?1 ORDER BY place DESC LIMIT 1",
        [chain.to_string()],
    )
}

/// Returns the running head as it was after a number of entries.
pub(crate) fn head_after(
    connection: &Connection,
    entries: u64,
) -> Result<Option<[u8; 32]>, Error> {
    if entries == 0 {
        return Ok(Some(START));
    }
    let number = i64::try_from(entries).unwrap_or(i64::MAX);
    Ok(connection
        .prepare_cached("SELECT head FROM trail WHERE number = ?1")?
        .query_row([number], |row| row.get(0))
        .optional()?)
}

fn last(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Head, Error> {
    let found: Option<(i64, [u8; 32])> = connection
        .prepare_cached(sql)?
        .query_row(params, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.map_or(
        Head {
            entries: 0,
            hash: START,
        },
        |(entries, hash)| Head {
            entries: entries.unsigned_abs(),
            hash,
        },
    ))
}

/// Returns the number of the first entry that does not follow from those before it.
pub(crate) fn first_break(connection: &Connection) -> Result<Option<u64>, Error> {
    let mut statement = connection.prepare("SELECT * FROM trail ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut walk = Walk::default();
    while let Some(row) = rows.next()? {
        // An entry that does not even read follows from nothing.
        if !walk.step(row).unwrap_or(false) {
            return Ok(Some(walk.entries.unsigned_abs()));
        }
    }
    Ok(None)
}

/// A walk along the trail: where each chain, and the head over all, has got to.
#[derive(Default)]
struct Walk {
    entries: i64,
    head: [u8; 32],
    ends: HashMap<String, (i64, [u8; 32])>,
}

impl Walk {
    /// Takes the next entry and returns whether it follows.
    fn step(&mut self, row: &rusqlite::Row<'_>) -> rusqlite::Result<bool> {
        self.entries += 1;
        let entry = Entry::read(row)?;
        let (place, previous) = self.ends.get(&entry.chain).copied().unwrap_or((0, START));
        let hash = entry.hash(&previous);
        self.head = running(&self.head, &hash);
        let follows = row.get::<_, i64>("number")? == self.entries
            && entry.place == place + 1
            && row.get::<_, u8>("encoding")? == ENCODING
            && row.get::<_, [u8; 32]>("previous")? == previous
            && row.get::<_, [u8; 32]>("hash")? == hash
            && row.get::<_, [u8; 32]>("head")? == self.head;
        self.ends.insert(entry.chain, (entry.place, hash));
        Ok(follows)
    }
}

#[cfg(test)]
mod tests;
