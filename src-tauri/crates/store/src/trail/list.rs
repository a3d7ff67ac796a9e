//! Looking at the trail: who did what when, and for one entry the proof.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::head::{self, SignedHead};
use super::merkle::{Frontier, Tree, root_of};
use super::{BACK, CLOCK_BACK, Chain, ENCODING};
use crate::error::Error;

/// What of the trail is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrailFilter {
    /// Only this chain.
    pub chain: Option<Chain>,
    /// Only what this key slot wrote.
    pub slot: Option<String>,
    /// Only this action.
    pub action: Option<String>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub before: Option<DateTime<Utc>>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailEntry {
    /// Its number over all chains.
    pub number: u64,
    /// Its chain: `vault` or an organisation's id.
    pub chain: String,
    /// Its number in that chain.
    pub place: u64,
    /// When, as its computer's clock said.
    pub at: DateTime<Utc>,
    /// The key slot that wrote it.
    pub slot: String,
    /// The computer.
    pub device: String,
    /// The copy of the vault.
    pub copy: String,
    /// What was done.
    pub action: String,
    /// The table of what it was done to.
    pub kind: String,
    /// The id of what it was done to.
    pub object: String,
    /// The keyed digest before.
    pub before: Option<Vec<u8>>,
    /// The keyed digest after.
    pub after: Option<Vec<u8>>,
    /// The hash of the entry before it in its chain.
    pub previous: Vec<u8>,
    /// Its hash.
    pub hash: Vec<u8>,
    /// The running head after it.
    pub head: Vec<u8>,
    /// Whether the clock was set back just before it.
    pub clock_back: bool,
}

/// An entry with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The entry.
    pub entry: TrailEntry,
    /// The first head that was signed over it.
    pub signed: Option<SignedHead>,
    /// The nodes beside the way from the entry up to that head's root (RFC 6962, 2.1.1).
    pub proof: Vec<[u8; 32]>,
}

const COLUMNS: &str =
    "SELECT t.number, t.chain, t.place, t.at, t.who, t.device, t.copy, t.action,
     t.kind, t.object, t.before, t.after, t.previous, t.hash, t.head, b.at, b.action
     FROM trail t LEFT JOIN trail b ON b.number = t.number - 1";

impl TrailEntry {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let at: DateTime<Utc> = moment(&row.get::<_, String>(3)?);
        let action: String = row.get(7)?;
        let before = row.get::<_, Option<String>>(15)?;
        let is_after_jump = row.get::<_, Option<String>>(16)?.as_deref() == Some(CLOCK_BACK);
        let is_earlier = before.is_some_and(|before| at + BACK < moment(&before));
        Ok(Self {
            number: row.get::<_, i64>(0)?.unsigned_abs(),
            chain: row.get(1)?,
            place: row.get::<_, i64>(2)?.unsigned_abs(),
            at,
            slot: row.get(4)?,
            device: row.get(5)?,
            copy: row.get(6)?,
            clock_back: is_after_jump || is_earlier || action == CLOCK_BACK,
            action,
            kind: row.get(8)?,
            object: row.get(9)?,
            before: row.get(10)?,
            after: row.get(11)?,
            previous: row.get(12)?,
            hash: row.get(13)?,
            head: row.get(14)?,
        })
    }
}

/// Returns a moment as it stands in an entry. One that does not read is the first of all: the
/// look at the trail names such an entry.
fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl TrailFilter {
    fn condition(&self) -> (String, Vec<String>) {
        let mut parts = vec!["1"];
        let mut values = Vec::new();
        let mut add = |part: &'static str, value: Option<String>| {
            if let Some(value) = value {
                parts.push(part);
                values.push(value);
            }
        };
        let text = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Millis, true);
        add("t.chain = ?", self.chain.map(|chain| chain.to_string()));
        add("t.who = ?", self.slot.clone());
        add("t.action = ?", self.action.clone());
        add("t.at >= ?", self.from.map(text));
        add("t.at < ?", self.before.map(text));
        (parts.join(" AND "), values)
    }
}

/// Returns how many entries a filter lets through.
pub(crate) fn count(connection: &Connection, filter: &TrailFilter) -> Result<u64, Error> {
    if *filter == TrailFilter::default() {
        return Ok(super::head(connection)?.entries);
    }
    let (condition, values) = filter.condition();
    let sql = format!("SELECT COUNT(*) FROM trail t WHERE {condition}");
    let count: i64 = connection
        .prepare_cached(&sql)?
        .query_row(params_from_iter(values), |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Returns a piece of what a filter lets through, newest first.
pub(crate) fn list(
    connection: &Connection,
    filter: &TrailFilter,
    skip: u32,
    take: u32,
) -> Result<Vec<TrailEntry>, Error> {
    let (condition, values) = filter.condition();
    let sql = format!(
        "{COLUMNS} WHERE {condition} ORDER BY t.number DESC LIMIT {take} OFFSET {skip}"
    );
    let mut statement = connection.prepare(&sql)?;
    let entries = statement.query_map(params_from_iter(values), TrailEntry::read)?;
    Ok(entries.collect::<Result<_, _>>()?)
}

/// Hands over all that a filter lets through, the oldest first.
pub(crate) fn each<E: From<Error>>(
    connection: &Connection,
    filter: &TrailFilter,
    take: &mut dyn FnMut(TrailEntry) -> Result<(), E>,
) -> Result<(), E> {
    let (condition, values) = filter.condition();
    let sql = format!("{COLUMNS} WHERE {condition} ORDER BY t.number");
    let mut statement = connection.prepare_cached(&sql).map_err(Error::from)?;
    let mut rows = statement
        .query(params_from_iter(values))
        .map_err(Error::from)?;
    while let Some(row) = rows.next().map_err(Error::from)? {
        take(TrailEntry::read(row).map_err(Error::from)?)?;
    }
    Ok(())
}

/// Returns who wrote entries after a number, and what they did, each once.
pub(crate) fn met_after(
    connection: &Connection,
    number: u64,
) -> Result<Vec<(String, String)>, Error> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT who, action FROM trail WHERE number > ?1")?;
    let after = i64::try_from(number).unwrap_or(i64::MAX);
    let met = statement.query_map([after], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(met.collect::<Result<_, _>>()?)
}

/// Returns one entry with its proof under the first head that was signed over it. A proof
/// that does not lead to the signed root is none.
pub(crate) fn proven(connection: &Connection, number: u64) -> Result<Option<Proven>, Error> {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    let entry = connection
        .prepare_cached(&format!(
            "{COLUMNS} WHERE t.number = ?1 AND t.encoding = {ENCODING}"
        ))?
        .query_row([number], TrailEntry::read)
        .optional()?;
    let Some(entry) = entry else { return Ok(None) };
    let mut proven = Proven {
        entry,
        signed: None,
        proof: Vec::new(),
    };
    let Some(over) = head::first_over(connection, number)? else {
        return Ok(Some(proven));
    };
    let before = match head::last_before(connection, number)? {
        None => Frontier::default(),
        Some(before) => before.tree().unwrap_or_default(),
    };
    let last = i64::try_from(over.head.entries).unwrap_or(i64::MAX);
    let first = i64::try_from(before.leaves()).unwrap_or(i64::MAX);
    let leaves: Vec<[u8; 32]> = connection
        .prepare_cached(
            "SELECT hash FROM trail WHERE number > ?1 AND number <= ?2 ORDER BY number",
        )?
        .query_map([first, last], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let tree = Tree {
        before: &before,
        leaves: &leaves,
    };
    let leaf = number.unsigned_abs() - 1;
    let hash = <[u8; 32]>::try_from(proven.entry.hash.as_slice()).unwrap_or_default();
    if leaves.len() as u64 + before.leaves() == over.head.entries {
        let proof = tree.proof(leaf)?;
        if root_of(&proof, leaf, over.head.entries, hash) == Some(over.root) {
            (proven.proof, proven.signed) = (proof, Some(over));
        }
    }
    Ok(Some(proven))
}
