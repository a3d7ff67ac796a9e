//! A look at the whole vault: pages, structure, trail, rows and sealed bytes.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::thread;

use rusqlite::Connection;
use serde::Deserialize;

use crate::connect;
use crate::error::Error;
use crate::migrate;
use crate::open::Store;
use crate::record::{self, KINDS};
use crate::sealed::{self, SealedObject};

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
    ///
    /// Pages and structure are looked at by a second reader, where that is possible, while
    /// this one goes along the trail and the rows.
    pub fn check_database(&self) -> Result<(Vec<Finding>, Vec<SealedObject>), Error> {
        let beside = self.beside()?;
        thread::scope(|scope| {
            let pages = beside.map(|reader| scope.spawn(move || look_at_pages(&reader)));
            let rest = self.check_content();
            let mut found = match pages {
                Some(pages) => pages.join().map_err(|_| Error::Database { code: -1 })?,
                None => look_at_pages(&self.connection),
            }?;
            let (rest, objects) = rest?;
            found.extend(rest);
            Ok((found, objects))
        })
    }

    /// Opens a second reader of the database. All of it has to be in its file for that, and
    /// nobody writes while this one is held.
    fn beside(&self) -> Result<Option<Connection>, Error> {
        if !self.may_write() {
            return Ok(None);
        }
        let sql = "PRAGMA wal_checkpoint(PASSIVE)";
        let read = |row: &rusqlite::Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?]);
        let [busy, logged, done]: [i64; 3] = self.connection.query_row(sql, [], read)?;
        if busy != 0 || logged != done {
            return Ok(None);
        }
        let key = self.vault.database_key()?;
        Ok(connect::connect_to_copy(&self.vault.database_path(), &key).ok())
    }

    /// Looks at the trail, at each row against it, and at what rows say of sealed objects.
    fn check_content(&self) -> Result<(Vec<Finding>, Vec<SealedObject>), Error> {
        let trail = or_fault(Part::Trail, self.check_trail())?;
        let content = self.last_digests().and_then(|mut last| {
            let named = last.remove("attachment").unwrap_or_default();
            let objects = sealed::against_the_trail(self.sealed_objects()?, &named);
            let there: HashSet<&String> = objects.iter().map(SealedObject::id).collect();
            let missing = named.keys().filter(|id| !there.contains(id)).count();
            let mut rows = self.check_rows(last)?;
            rows.faults += missing as u64;
            Ok((rows, objects))
        });
        match content {
            Ok((rows, objects)) => Ok((vec![trail, rows], objects)),
            Err(error) => Ok((vec![trail, or_fault(Part::Rows, Err(error))?], Vec::new())),
        }
    }

    fn check_trail(&self) -> Result<Finding, Error> {
        let found = self.verify_trail()?;
        let first = found.breaks.first().map(|first| first.number);
        Ok(Finding {
            first,
            ..Finding::of(Part::Trail, found.entries, u64::from(first.is_some()))
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

/// Looks at every page of a database and at its structure.
fn look_at_pages(connection: &Connection) -> Result<Vec<Finding>, Error> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let pages = pages.unsigned_abs();
    let bad = lines(connection, "PRAGMA cipher_integrity_check")?.len() as u64;
    let (mut structure, mut indexes, mut search) = (0, 0, 0);
    match lines(connection, "PRAGMA integrity_check") {
        Ok(said) => said.iter().for_each(|line| match Blame::of(line) {
            Blame::Nothing => {}
            Blame::Structure => structure += 1,
            Blame::Index => indexes += 1,
            Blame::Search => search += 1,
        }),
        Err(error) if is_damage(&error) => structure = 1,
        Err(error) => return Err(error),
    }
    // What somebody with the key put in beside the program's own tables, or took away.
    if migrate::schema(connection)? != migrate::expected_schema()? {
        structure += 1;
    }
    let count = |sql: &str| -> u64 {
        let count = connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        count.map_or(0, i64::unsigned_abs)
    };
    let there = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'index'";
    let words = "SELECT COUNT(*) FROM search_place";
    Ok(vec![
        Finding::of(Part::Pages, pages, bad),
        Finding::of(Part::Structure, pages, structure),
        Finding::of(Part::Indexes, count(there), indexes),
        Finding::of(Part::Search, count(words), search),
    ])
}

/// What cannot be read is found wanting; the check goes on to the rest.
fn or_fault(part: Part, found: Result<Finding, Error>) -> Result<Finding, Error> {
    match found {
        Err(error) if is_damage(&error) => Ok(Finding::of(part, 0, 1)),
        found => found,
    }
}

fn is_damage(error: &Error) -> bool {
    matches!(error, Error::Damaged | Error::Unreadable { .. })
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
