//! The trail: an append-only, hash-chained history of who changed what, when and where.
//!
//! Each organisation has a chain of its own and the vault has one, so that what is shown to
//! one client holds nothing of another's. A running head over all chains goes to the anchor.
//! Entries hold ids and keyed digests: a plain digest would let a guess of a private note be
//! confirmed.

mod head;
mod list;
mod look;
mod merkle;
mod slice;
mod walk;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use domain::id::OrganisationId;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::error::Error;

pub use head::{Occasion, SignedHead};
pub use list::{Proven, TrailEntry, TrailFilter};
pub use look::{Digesting, Reading};
pub use slice::Slice;
pub use walk::{Break, BreakKind, Verification};

pub(crate) use look::at_unlock;

/// The encoding that new entries are hashed in (FORMAT.md, "The trail").
const ENCODING: u8 = 1;

/// What was done when the clock stood earlier than it had: an entry of the vault's chain
/// before the one that was written then.
pub(crate) const CLOCK_BACK: &str = "clock-back";

/// What was done when the clock stood far later than it had.
const CLOCK_AHEAD: &str = "clock-ahead";

/// Clocks are corrected by less than this without a word.
pub(crate) const BACK: TimeDelta = TimeDelta::minutes(2);

/// A vault that nobody touches for longer, or a clock that was set ahead: the trail cannot
/// tell which, and says it.
const AHEAD: TimeDelta = TimeDelta::days(366);

/// How many entries that nobody signed yet are looked at while somebody waits for the vault.
const AT_ONCE: u64 = 20_000;

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
    /// Returns the canonical bytes: each field with its length before it, so that no two
    /// entries share an encoding.
    fn canonical(&self) -> Vec<u8> {
        let mut bytes = vec![ENCODING];
        let mut field = |content: &[u8]| slice::field(&mut bytes, content);
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

/// Appends an entry. Where the clock jumped since the last one, an entry that says so comes
/// before it.
pub(crate) fn append(
    tx: &Connection,
    author: &Author,
    chain: Chain,
    at: DateTime<Utc>,
    deed: Deed,
) -> Result<(), Error> {
    let (mut all, last) = last_entry(tx)?;
    if let Some((action, last)) = last.and_then(|last| Some((jump(&last, at)?, last))) {
        let jumped = Deed {
            action: action.to_owned(),
            kind: "vault".to_owned(),
            object: last,
            before: None,
            after: None,
        };
        all = write(tx, author, Chain::Vault, at, jumped, &all)?;
    }
    write(tx, author, chain, at, deed, &all)?;
    Ok(())
}

/// Returns what a clock did that goes from one moment to another.
fn jump(last: &str, at: DateTime<Utc>) -> Option<&'static str> {
    let last: DateTime<Utc> = last.parse().ok()?;
    if at + BACK < last {
        Some(CLOCK_BACK)
    } else if at > last + AHEAD {
        Some(CLOCK_AHEAD)
    } else {
        None
    }
}

/// Writes an entry under the running head and returns the next one.
fn write(
    tx: &Connection,
    author: &Author,
    chain: Chain,
    at: DateTime<Utc>,
    deed: Deed,
    all: &Head,
) -> Result<Head, Error> {
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
    let next = Head {
        entries: all.entries + 1,
        hash: running(&all.hash, &hash),
    };
    tx.prepare_cached(
        "INSERT INTO trail (number, encoding, chain, place, at, who, device, copy, action, kind,
         object, before, after, previous, hash, head)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?
    .execute(params![
        i64::try_from(next.entries).unwrap_or(i64::MAX),
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
        next.hash,
    ])?;
    Ok(next)
}

/// Returns the running head, and when the last entry was made.
fn last_entry(connection: &Connection) -> Result<(Head, Option<String>), Error> {
    let found = connection
        .prepare_cached("SELECT number, head, at FROM trail ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(match found {
        None => (
            Head {
                entries: 0,
                hash: START,
            },
            None,
        ),
        Some((entries, hash, at)) => {
            let entries = i64::unsigned_abs(entries);
            (Head { entries, hash }, Some(at))
        }
    })
}

/// Returns the running head over all chains.
pub(crate) fn head(connection: &Connection) -> Result<Head, Error> {
    Ok(last_entry(connection)?.0)
}

/// Returns the head of one chain.
pub(crate) fn chain_head(connection: &Connection, chain: Chain) -> Result<Head, Error> {
    let found: Option<(i64, [u8; 32])> = connection
        .prepare_cached(
            "SELECT place, hash FROM trail WHERE chain = ?1 ORDER BY place DESC LIMIT 1",
        )?
        .query_row([chain.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (entries, hash) = found.unwrap_or((0, START));
    Ok(Head {
        entries: entries.unsigned_abs(),
        hash,
    })
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

/// Returns the number of the first entry that does not follow from those before it.
pub(crate) fn first_break(connection: &Connection) -> Result<Option<u64>, Error> {
    let found = walk::follow(connection)?;
    Ok(found.breaks.first().map(|first| first.number))
}

#[cfg(test)]
mod tests;
