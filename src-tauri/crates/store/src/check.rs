//! A look at the whole vault: pages, structure, trail, rows and sealed bytes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::Connection;
use serde::Deserialize;

use crate::error::Error;
use crate::open::Store;
use crate::record::{self, KINDS};
use crate::sealed::{self, SealedObject};
use crate::trail;

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every page of the database against its authentication code.
    Pages,
    /// The database's own structure.
    Structure,
    /// The indexes, each against its table. They can be made anew.
    Indexes,
    /// The index of words. It can be made anew.
    Search,
    /// The trail, entry by entry.
    Trail,
    /// Each row against its last trail entry.
    Rows,
    /// The sealed bytes of each attachment, opened and digested.
    Attachments,
}

/// What a look at one part found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub part: Part,
    /// How much of it.
    pub looked_at: u64,
    /// How much of it is not as it should be.
    pub faults: u64,
    /// The first trail entry that does not follow, for the trail.
    pub first: Option<u64>,
}

impl Finding {
    /// Says what a look at the sealed objects found.
    pub fn of_objects(looked_at: u64, faults: u64) -> Self {
        Self::of(Part::Attachments, looked_at, faults)
    }

    fn of(part: Part, looked_at: u64, faults: u64) -> Self {
        Self {
            part,
            looked_at,
            faults,
            first: None,
        }
    }
}

/// The last digest that the trail says each row of a kind has, by the row's id.
type Last = HashMap<String, Vec<u8>>;

impl Store {
    /// Looks at the whole vault. Opens every attachment, so it takes its time.
    pub fn check(&self) -> Result<Vec<Finding>, Error> {
        let (mut found, objects) = self.check_database()?;
        let folder = self.vault.evidence_path();
        let mut watch = |_| ControlFlow::Continue(());
        let faults = sealed::look_at(&objects, &folder, &mut watch)?;
        found.push(Finding::of_objects(
            objects.len() as u64,
            faults.len() as u64,
        ));
        Ok(found)
    }

    /// Looks at all but the sealed bytes. Returns what was found, and the objects that rows
    /// name: they can be looked at beside the database, so that typing goes on meanwhile.
    pub fn check_database(&self) -> Result<(Vec<Finding>, Vec<SealedObject>), Error> {
        let mut found = vec![self.check_pages()?];
        found.extend(self.check_structure()?);
        found.push(self.check_trail()?);
        let mut last = self.last_digests()?;
        let objects = self.sealed_objects()?;
        let named = last.remove("attachment").unwrap_or_default();
        let objects = sealed::against_the_trail(objects, &named);
        let missing = named
            .keys()
            .filter(|id| !objects.iter().any(|object| object.id() == *id));
        let missing = missing.count() as u64;
        let mut rows = self.check_rows(last)?;
        rows.faults += missing;
        found.push(rows);
        Ok((found, objects))
    }

    fn check_pages(&self) -> Result<Finding, Error> {
        // What still lies in the log is looked at as well once it is in the database.
        if self.may_write() {
            self.connection
                .execute_batch("PRAGMA wal_checkpoint(PASSIVE);")?;
        }
        let faults = lines(&self.connection, "PRAGMA cipher_integrity_check")?.len() as u64;
        Ok(Finding::of(Part::Pages, self.pages()?, faults))
    }

    fn check_structure(&self) -> Result<[Finding; 3], Error> {
        let (mut structure, mut indexes, mut search) = (0, 0, 0);
        for line in lines(&self.connection, "PRAGMA integrity_check")? {
            match Blame::of(&line) {
                Blame::Nothing => {}
                Blame::Structure => structure += 1,
                Blame::Index => indexes += 1,
                Blame::Search => search += 1,
            }
        }
        let count = |sql: &str| -> Result<u64, Error> {
            let count: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(count.unsigned_abs())
        };
        let there = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'index'";
        let words = "SELECT COUNT(*) FROM search_place";
        Ok([
            Finding::of(Part::Structure, self.pages()?, structure),
            Finding::of(Part::Indexes, count(there)?, indexes),
            Finding::of(Part::Search, count(words)?, search),
        ])
    }

    fn pages(&self) -> Result<u64, Error> {
        let pages: i64 = self
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(pages.unsigned_abs())
    }

    fn check_trail(&self) -> Result<Finding, Error> {
        let first = trail::first_break(&self.connection)?;
        Ok(Finding {
            first,
            ..Finding::of(
                Part::Trail,
                self.head()?.entries,
                u64::from(first.is_some()),
            )
        })
    }

    /// Walks along the trail once and returns the digest that each row should have, by kind.
    fn last_digests(&self) -> Result<HashMap<String, Last>, Error> {
        let mut last: HashMap<String, Last> = HashMap::new();
        let mut statement = self.connection.prepare(
            "SELECT kind, object, after FROM trail
             WHERE after IS NOT NULL OR before IS NOT NULL ORDER BY number",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind = row.get_ref(0)?.as_str().map_err(unreadable)?;
            let object: String = row.get(1)?;
            if !last.contains_key(kind) {
                last.insert(kind.to_owned(), Last::new());
            }
            let Some(of_kind) = last.get_mut(kind) else {
                continue;
            };
            match row.get::<_, Option<Vec<u8>>>(2)? {
                Some(after) => of_kind.insert(object, after),
                None => of_kind.remove(&object),
            };
        }
        Ok(last)
    }

    fn check_rows(&self, mut last: HashMap<String, Last>) -> Result<Finding, Error> {
        let mut finding = Finding::of(Part::Rows, 0, 0);
        for kind in KINDS.iter().chain(&["framework"]) {
            let mut last = last.remove(*kind).unwrap_or_default();
            let mut statement = self
                .connection
                .prepare(&format!("SELECT id, body, digest, * FROM {kind}"))?;
            let places = Places::of(&statement);
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: String = row.get(0)?;
                let body = row.get_ref(1)?.as_bytes().map_err(unreadable)?;
                let digest: Vec<u8> = row.get(2)?;
                let is_last = last.remove(&id).as_ref() == Some(&digest);
                let sound = is_last
                    && record::digest(&self.vault, kind, &id, body)? == digest
                    && places.agree(row, &id, body)?;
                finding.looked_at += 1;
                finding.faults += u64::from(!sound);
            }
            // What is left was written, never removed, and is not there.
            finding.faults += last.len() as u64;
        }
        Ok(finding)
    }
}

/// Returns what SQLite says line by line.
pub(crate) fn lines(connection: &Connection, sql: &str) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare(sql)?;
    let lines = statement.query_map([], |row| row.get(0))?;
    Ok(lines.collect::<Result<_, _>>()?)
}

fn unreadable(_: rusqlite::types::FromSqlError) -> Error {
    Error::Unreadable { kind: "check" }
}

/// What a line of SQLite's own check is about.
enum Blame {
    Nothing,
    Structure,
    Index,
    Search,
}

impl Blame {
    fn of(line: &str) -> Self {
        let is_of_index = line.contains("missing from index")
            || line.contains("entries in index")
            || line.contains("non-unique entry in index")
            || line.contains("index entry");
        if line == "ok" {
            Self::Nothing
        } else if line.contains("FTS5") || line.contains("fts5") || line.contains("search_") {
            Self::Search
        } else if is_of_index {
            Self::Index
        } else {
            Self::Structure
        }
    }
}

/// Where a table's columns are that repeat what the body says, for queries. They are not
/// under the digest, so they are compared with the body, which is.
struct Places(Vec<(usize, &'static str)>);

/// What a body says of its place.
#[derive(Deserialize)]
struct Said<'b> {
    #[serde(borrow)]
    id: Option<Cow<'b, str>>,
    #[serde(borrow)]
    organisation: Option<Cow<'b, str>>,
    #[serde(borrow)]
    assessment: Option<Cow<'b, str>>,
}

impl Places {
    fn of(statement: &rusqlite::Statement<'_>) -> Self {
        let place = |name| Some((statement.column_index(name).ok()?, name));
        Self(
            ["organisation", "assessment"]
                .into_iter()
                .filter_map(place)
                .collect(),
        )
    }

    fn agree(&self, row: &rusqlite::Row<'_>, id: &str, body: &[u8]) -> Result<bool, Error> {
        if self.0.is_empty() {
            return Ok(true);
        }
        let Ok(said) = serde_json::from_slice::<Said<'_>>(body) else {
            return Ok(false);
        };
        let mut agree = said.id.as_deref() == Some(id);
        for (column, name) in &self.0 {
            let said = match *name {
                "organisation" => &said.organisation,
                _ => &said.assessment,
            };
            agree &= row.get::<_, Option<String>>(*column)?.as_deref() == said.as_deref();
        }
        Ok(agree)
    }
}
