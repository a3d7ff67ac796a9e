//! Signed heads: at unlock, lock, export and backup somebody puts their name under the whole
//! trail as it then is (FORMAT.md, "Signed heads").

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;
use vault::Vault;

use super::merkle::Frontier;
use super::walk::{self, Known};
use super::{AT_ONCE, Author, Head};
use crate::error::Error;

/// When a head is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Somebody unlocked the vault.
    Unlock,
    /// Somebody locks it.
    Lock,
    /// Something leaves it.
    Export,
    /// It is backed up.
    Backup,
}

impl Occasion {
    fn code(self) -> &'static str {
        match self {
            Self::Unlock => "unlock",
            Self::Lock => "lock",
            Self::Export => "export",
            Self::Backup => "backup",
        }
    }
}

/// A head of the trail that somebody signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    /// The running head, with how many entries stand behind it.
    pub head: Head,
    /// How many entries stand behind the head that was signed before it.
    pub previous: u64,
    /// The Merkle root over all entries (RFC 6962).
    pub root: [u8; 32],
    /// When, as it was signed.
    pub at: String,
    /// At what.
    pub occasion: String,
    /// The key slot that signed.
    pub slot: String,
    /// Its public key, in PEM.
    pub signer: Vec<u8>,
    /// ECDSA P-256 over SHA-256, DER.
    pub signature: Vec<u8>,
    pub(crate) frontier: Vec<u8>,
}

impl SignedHead {
    /// Returns the bytes that are signed.
    pub fn signed_bytes(&self, vault: Uuid) -> Vec<u8> {
        format!(
            "auscult signed head 1\nvault {vault}\nentries {}\nprevious {}\nhead {}\nroot {}\n\
             at {}\noccasion {}\nslot {}\n",
            self.head.entries,
            self.previous,
            self.head.hex(),
            vault::hex(&self.root),
            self.at,
            self.occasion,
            self.slot,
        )
        .into_bytes()
    }

    /// Returns whether the signature is the one that its key makes under these bytes.
    pub fn is_signed(&self, vault: Uuid) -> bool {
        vault::is_signed_by(&self.signer, &self.signed_bytes(vault), &self.signature)
    }

    const COLUMNS: &str = "SELECT entries, previous, at, occasion, head, root, frontier, slot,
         signer, signature FROM signed_head";

    fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            head: Head {
                entries: row.get::<_, i64>(0)?.unsigned_abs(),
                hash: row.get(4)?,
            },
            previous: row.get::<_, i64>(1)?.unsigned_abs(),
            at: row.get(2)?,
            occasion: row.get(3)?,
            root: row.get(5)?,
            frontier: row.get(6)?,
            slot: row.get(7)?,
            signer: row.get(8)?,
            signature: row.get(9)?,
        })
    }

    /// Returns the tree as it was signed; nothing when what is kept of it is not the tree
    /// whose root was signed.
    pub(crate) fn tree(&self) -> Option<Frontier> {
        Frontier::read(self.head.entries, &self.frontier)
            .filter(|tree| tree.root() == self.root)
    }
}

/// Returns the head that was signed last.
pub(crate) fn last(connection: &Connection) -> Result<Option<SignedHead>, Error> {
    let sql = format!("{} ORDER BY entries DESC LIMIT 1", SignedHead::COLUMNS);
    one(connection, &sql, [])
}

/// Returns the first head that was signed over an entry.
pub(crate) fn first_over(
    connection: &Connection,
    number: i64,
) -> Result<Option<SignedHead>, Error> {
    let sql = format!(
        "{} WHERE entries >= ?1 ORDER BY entries LIMIT 1",
        SignedHead::COLUMNS
    );
    one(connection, &sql, [number])
}

/// Returns the last head that was signed before an entry was there.
pub(crate) fn last_before(
    connection: &Connection,
    number: i64,
) -> Result<Option<SignedHead>, Error> {
    let sql = format!(
        "{} WHERE entries < ?1 ORDER BY entries DESC LIMIT 1",
        SignedHead::COLUMNS
    );
    one(connection, &sql, [number])
}

/// Returns all of them, the first one first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<SignedHead>, Error> {
    let sql = format!("{} ORDER BY entries", SignedHead::COLUMNS);
    let mut statement = connection.prepare(&sql)?;
    let heads = statement.query_map([], SignedHead::read)?;
    Ok(heads.collect::<Result<_, _>>()?)
}

fn one(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Option<SignedHead>, Error> {
    Ok(connection
        .prepare_cached(sql)?
        .query_row(params, SignedHead::read)
        .optional()?)
}

/// Signs the trail as it now is with the key of the slot that is open. Nothing is signed
/// when nothing was appended since the last time, nor over what does not follow.
pub(crate) fn sign(
    connection: &Connection,
    vault: &Vault,
    author: &Author,
    occasion: Occasion,
    at: DateTime<Utc>,
) -> Result<Option<SignedHead>, Error> {
    let head = super::head(connection)?;
    let before = last(connection)?;
    let previous = before.as_ref().map_or(0, |before| before.head.entries);
    let unsigned = head.entries.saturating_sub(previous);
    if unsigned == 0 || (occasion == Occasion::Unlock && unsigned > AT_ONCE) {
        return Ok(None);
    }
    let looked = walk::since(connection, before.as_ref(), Known::of(vault)?)?;
    if !looked.breaks.is_empty() || looked.tree.leaves() != head.entries {
        return Ok(None);
    }
    let mut signed = SignedHead {
        head,
        previous,
        root: looked.tree.root(),
        at: at.to_rfc3339_opts(SecondsFormat::Millis, true),
        occasion: occasion.code().to_owned(),
        slot: author.slot.to_string(),
        signer: vault.signer_pem()?,
        signature: Vec::new(),
        frontier: looked.tree.bytes(),
    };
    signed.signature = vault.sign(&signed.signed_bytes(vault.id()))?;
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    connection
        .prepare_cached(
            "INSERT INTO signed_head (entries, previous, at, occasion, head, root, frontier,
             slot, signer, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            number(signed.head.entries),
            number(signed.previous),
            signed.at,
            signed.occasion,
            signed.head.hash,
            signed.root,
            signed.frontier,
            signed.slot,
            signed.signer,
            signed.signature,
        ])?;
    Ok(Some(signed))
}
