//! Keeping the index: caught up with the trail, or made anew.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::searched::{KINDS, Kind};
use super::{KIND_BITS, Lies, numbers, scope_word};
use crate::error::Error;
use crate::words::indexed;

/// How far behind the trail it is quicker to make the index anew.
const FAR_BEHIND: i64 = 20_000;

/// How many records are taken in at once while it is made anew.
const AT_ONCE: usize = 100_000;

/// The tables in memory, like those of the migration.
const IN_MEMORY: &str = "
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.search USING fts5 (
        words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii',
        prefix = '1 2 3 4 5 6'
    );
    CREATE TABLE IF NOT EXISTS temp.search_place (
        doc INTEGER PRIMARY KEY,
        object BLOB NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE IF NOT EXISTS temp.search_reached (entries INTEGER) STRICT;
    INSERT INTO temp.search_reached
        SELECT NULL WHERE NOT EXISTS (SELECT 1 FROM temp.search_reached);
";

/// Brings the index to where the trail is.
pub(super) fn catch_up(connection: &Connection, lies: Lies) -> Result<(), Error> {
    if lies == Lies::InMemory {
        connection.execute_batch(IN_MEMORY)?;
    }
    let index = Index {
        connection,
        schema: lies.schema(),
    };
    let written: i64 = connection
        .prepare_cached("SELECT COALESCE(MAX(number), 0) FROM trail")?
        .query_row([], |row| row.get(0))?;
    let sql = format!("SELECT entries FROM {}.search_reached", index.schema);
    let reached: Option<i64> = connection
        .prepare_cached(&sql)?
        .query_row([], |row| row.get(0))?;
    match reached {
        Some(reached) if reached == written => Ok(()),
        Some(reached) if (written - FAR_BEHIND..written).contains(&reached) => {
            index.in_one(|index| index.follow(reached, written))
        }
        _ => index.make_anew(written),
    }
}

struct Index<'c> {
    connection: &'c Connection,
    schema: &'static str,
}

impl Index<'_> {
    /// Does all of something or nothing, whether or not a transaction is open.
    fn in_one<T>(&self, work: impl FnOnce(&Self) -> Result<T, Error>) -> Result<T, Error> {
        self.connection.execute_batch("SAVEPOINT search")?;
        let done = work(self);
        let end = if done.is_ok() {
            "RELEASE search"
        } else {
            "ROLLBACK TO search; RELEASE search"
        };
        let ended = self.connection.execute_batch(end);
        if ended.is_err() {
            // What cannot be ended, as on a full disk, must not stay open.
            let _ = self
                .connection
                .execute_batch("ROLLBACK TO search; RELEASE search");
        }
        let done = done?;
        ended?;
        Ok(done)
    }

    fn execute(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, Error> {
        let sql = sql.replace("{schema}", self.schema);
        Ok(self.connection.prepare_cached(&sql)?.execute(params)?)
    }

    /// Takes in what was written since: old rows go, new ones get the lowest numbers.
    fn follow(&self, reached: i64, written: i64) -> Result<(), Error> {
        let mut changed: Vec<Vec<Uuid>> = KINDS.iter().map(|_| Vec::new()).collect();
        let mut seen = HashSet::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, object FROM trail WHERE number > ?1
             AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY number DESC",
        )?;
        let mut rows = statement.query([reached])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let place = KINDS.iter().position(|known| known.name == kind);
            let of_kind = place.and_then(|at| changed.get_mut(at));
            let (Some(of_kind), Ok(id)) = (of_kind, row.get::<_, String>(1)?.parse()) else {
                continue;
            };
            if seen.insert(id) {
                of_kind.push(id);
            }
        }
        for id in &seen {
            self.forget(*id)?;
        }
        for (number, (kind, ids)) in KINDS.iter().zip(changed).enumerate() {
            let sql = format!("SELECT body FROM {} WHERE id = ?1", kind.name);
            let mut new = Vec::with_capacity(ids.len());
            for id in ids {
                let body: Option<String> = self
                    .connection
                    .prepare_cached(&sql)?
                    .query_row([id.to_string()], |row| row.get(0))
                    .optional()?;
                new.extend(body.map(|body| (id, body)));
            }
            let below = self.lowest(number)?;
            let count = i64::try_from(new.len()).unwrap_or_default();
            for (doc, (id, body)) in (below - count..).zip(new) {
                self.take_in(kind, doc, id, &body)?;
            }
        }
        self.reach(Some(written))
    }

    fn forget(&self, id: Uuid) -> Result<(), Error> {
        let sql = "DELETE FROM {schema}.search_place WHERE object = ?1 RETURNING doc"
            .replace("{schema}", self.schema);
        let doc: Option<i64> = self
            .connection
            .prepare_cached(&sql)?
            .query_row([id.as_bytes()], |row| row.get(0))
            .optional()?;
        if let Some(doc) = doc {
            self.execute("DELETE FROM {schema}.search WHERE rowid = ?1", [doc])?;
        }
        Ok(())
    }

    /// Returns the number that new rows of a kind go below.
    fn lowest(&self, kind: usize) -> Result<i64, Error> {
        let (first, last) = numbers(kind);
        let sql = format!(
            "SELECT MIN(doc) FROM {}.search_place WHERE doc BETWEEN ?1 AND ?2",
            self.schema
        );
        let lowest: Option<i64> = self
            .connection
            .prepare_cached(&sql)?
            .query_row([first, last], |row| row.get(0))?;
        Ok(lowest.unwrap_or_else(|| middle(kind)))
    }

    /// Takes in one record. One that cannot be read has no words; the vault check names it.
    fn take_in(&self, kind: &Kind, doc: i64, id: Uuid, body: &str) -> Result<(), Error> {
        let Some((scope, texts)) = (kind.read)(body) else {
            return Ok(());
        };
        let mut words = scope_word(scope);
        words.push(' ');
        for text in texts {
            indexed(&text, &mut words);
        }
        self.execute(
            "INSERT INTO {schema}.search (rowid, words) VALUES (?1, ?2)",
            params![doc, words],
        )?;
        self.execute(
            "INSERT INTO {schema}.search_place (doc, object) VALUES (?1, ?2)",
            params![doc, id.as_bytes()],
        )?;
        Ok(())
    }

    /// Makes the index anew out of all records, so many at once. Whatever interrupts that, it
    /// is begun again.
    fn make_anew(&self, written: i64) -> Result<(), Error> {
        self.in_one(|index| {
            index.reach(None)?;
            index.execute("DELETE FROM {schema}.search_place", [])?;
            index.execute(
                "INSERT INTO {schema}.search (search) VALUES ('delete-all')",
                [],
            )?;
            // The index gathers this much before it sorts it away.
            let sql =
                "INSERT INTO {schema}.search (search, rank) VALUES ('hashsize', 67108864)";
            index.execute(sql, [])?;
            Ok(())
        })?;
        for (number, kind) in KINDS.iter().enumerate() {
            let (mut doc, mut below) = (middle(number), i64::MAX);
            loop {
                let taken = self.in_one(|index| index.take_in_next(kind, doc, below))?;
                let Some((next, lowest)) = taken else { break };
                (doc, below) = (next, lowest);
            }
        }
        self.in_one(|index| {
            index.execute(
                "INSERT INTO {schema}.search (search) VALUES ('optimize')",
                [],
            )?;
            index.reach(Some(written))
        })
    }

    /// Takes in the next records of a kind, newest first. Returns where to go on; nothing at
    /// the end.
    fn take_in_next(
        &self,
        kind: &Kind,
        mut doc: i64,
        below: i64,
    ) -> Result<Option<(i64, i64)>, Error> {
        let sql = format!(
            "SELECT rowid, id, body FROM {} WHERE rowid < ?1 ORDER BY rowid DESC LIMIT {AT_ONCE}",
            kind.name
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([below])?;
        let mut lowest = None;
        while let Some(row) = rows.next()? {
            lowest = Some(row.get(0)?);
            if let Ok(id) = row.get::<_, String>(1)?.parse() {
                self.take_in(kind, doc, id, row.get_ref(2)?.as_str().unwrap_or_default())?;
                doc += 1;
            }
        }
        Ok(lowest.map(|lowest| (doc, lowest)))
    }

    fn reach(&self, entries: Option<i64>) -> Result<(), Error> {
        self.execute("UPDATE {schema}.search_reached SET entries = ?1", [entries])?;
        Ok(())
    }
}

/// Returns the number of the first row of a kind in a new index: there is room below it for
/// what is written later.
fn middle(kind: usize) -> i64 {
    numbers(kind).0 + (1 << (KIND_BITS - 1))
}
