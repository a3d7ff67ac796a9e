//! A slice of the trail as it was read, ready to be digested elsewhere.

use std::ops::Range;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::ENCODING;
use crate::error::Error;

/// How many entries are read at a time: few enough that nobody notices who waits for it.
const ENTRIES: i64 = 2_000;

/// Entries as they stand in the database.
#[derive(Default)]
pub struct Slice {
    pub(crate) rows: Vec<Raw>,
    /// The canonical bytes of all of them.
    bytes: Vec<u8>,
}

/// One entry as it stands in the database.
pub(crate) struct Raw {
    pub(crate) number: i64,
    pub(crate) encoding: i64,
    pub(crate) place: i64,
    pub(crate) previous: [u8; 32],
    pub(crate) hash: [u8; 32],
    pub(crate) head: [u8; 32],
    /// Whether each column holds what it should.
    pub(crate) is_readable: bool,
    canonical: Range<usize>,
    chain: Range<usize>,
}

impl Slice {
    /// Reads the next entries after a number.
    pub(crate) fn read(connection: &Connection, after: i64, up_to: i64) -> Result<Self, Error> {
        let mut statement = connection.prepare_cached(
            "SELECT number, encoding, place, chain, at, who, device, copy, action, kind, object,
             before, after, previous, hash, head FROM trail
             WHERE number > ?1 AND number <= ?2 ORDER BY number LIMIT ?3",
        )?;
        let mut rows = statement.query([after, up_to, ENTRIES])?;
        let mut slice = Self::default();
        while let Some(row) = rows.next()? {
            slice.push(row)?;
        }
        Ok(slice)
    }

    fn push(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let (mut is_readable, begin) = (true, self.bytes.len());
        self.bytes.push(ENCODING);
        let chain = self.bytes.len() + 8;
        let mut text = |bytes: &mut Vec<u8>, column| -> Result<(), Error> {
            let content = match row.get_ref(column)? {
                ValueRef::Text(content) => content,
                _ => {
                    is_readable = false;
                    &[]
                }
            };
            field(bytes, content);
            Ok(())
        };
        text(&mut self.bytes, 3)?;
        let chain = chain..self.bytes.len();
        for column in 4..=7 {
            text(&mut self.bytes, column)?;
        }
        let place = number(row, 2);
        field(&mut self.bytes, &place.unwrap_or_default().to_be_bytes());
        for column in 8..=10 {
            text(&mut self.bytes, column)?;
        }
        for column in 11..=12 {
            let content = match row.get_ref(column)? {
                ValueRef::Blob(content) if !content.is_empty() => content,
                ValueRef::Null => &[],
                _ => {
                    is_readable = false;
                    &[]
                }
            };
            field(&mut self.bytes, content);
        }
        let [previous, hash, head] = [13, 14, 15].map(|column| digest(row, column));
        let encoding = number(row, 1);
        is_readable &= [previous, hash, head].iter().all(Option::is_some);
        is_readable &= place.is_some() && encoding.is_some();
        self.rows.push(Raw {
            number: row.get(0)?,
            encoding: encoding.unwrap_or_default(),
            place: place.unwrap_or_default(),
            previous: previous.unwrap_or_default(),
            hash: hash.unwrap_or_default(),
            head: head.unwrap_or_default(),
            is_readable,
            canonical: begin..self.bytes.len(),
            chain,
        });
        Ok(())
    }

    /// Returns the name of an entry's chain.
    pub(crate) fn chain(&self, raw: &Raw) -> &[u8] {
        self.bytes.get(raw.chain.clone()).unwrap_or_default()
    }

    /// Sets the bytes whose SHA-256 is the entry's hash.
    pub(crate) fn leaf(&self, raw: &Raw, previous: &[u8; 32], into: &mut Vec<u8>) {
        into.clear();
        into.push(0);
        into.extend_from_slice(previous);
        into.extend_from_slice(self.bytes.get(raw.canonical.clone()).unwrap_or_default());
    }
}

/// Adds a field with its length before it.
pub(super) fn field(bytes: &mut Vec<u8>, content: &[u8]) {
    bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
    bytes.extend_from_slice(content);
}

fn number(row: &Row<'_>, column: usize) -> Option<i64> {
    row.get_ref(column).ok()?.as_i64().ok()
}

fn digest(row: &Row<'_>, column: usize) -> Option<[u8; 32]> {
    row.get_ref(column).ok()?.as_blob().ok()?.try_into().ok()
}
