//! Turning a step back, or forth again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::organisation::{Person, Site, System, Vendor};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;
use uuid::Uuid;

use super::keep::{Stood, size};
use super::{Past, Row};
use crate::error::Error;
use crate::open::Store;
use crate::record::{self, Change, KINDS, Record};
use crate::trail::Chain;

/// Which way a step is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Undo,
    Redo,
}

/// What may be named in records that do not hang on it.
const NAMED: [&str; 4] = [Site::KIND, System::KIND, Vendor::KIND, Person::KIND];

/// Which tables name it.
const NAMING: [&str; 6] = [
    "answer",
    "working_note",
    "observation",
    "evidence_link",
    "evidence_request",
    "finding",
];

/// One record of a step: what must stand there now, and what is put there.
struct Turned {
    kind: &'static str,
    id: String,
    stands: Option<Vec<u8>>,
    body: Option<String>,
}

impl Store {
    pub(super) fn turn(
        &mut self,
        of: Uuid,
        turn: Turn,
        at: DateTime<Utc>,
    ) -> Result<Option<Past>, Error> {
        let Some(row) = Row::next(&self.connection, of, turn)? else {
            return Ok(None);
        };
        let chain = Chain::Organisation(row.organisation);
        self.change(chain, at, |change| change.turn(row, turn))
            .map(Some)
    }
}

impl Change<'_> {
    fn turn(&mut self, row: Row, turn: Turn) -> Result<Past, Error> {
        let of = row.of.to_string();
        let mut turned = self.records_of(&row)?;
        // What was added goes first: what comes back may stand in its place.
        turned.sort_by_key(|record| record.body.is_some());
        let mut bytes = 0;
        for record in &turned {
            let stood = self.put_back(record, turn)?;
            let digest = match &record.body {
                Some(body) => Some(record::digest(
                    self.vault,
                    record.kind,
                    &record.id,
                    body.as_bytes(),
                )?),
                None => None,
            };
            let body = stood.map(|stood| stood.body);
            self.tx
                .prepare_cached(
                    "UPDATE step_record SET stands = ?5, body = ?6
                     WHERE of = ?1 AND number = ?2 AND kind = ?3 AND object = ?4",
                )?
                .execute(params![
                    of,
                    row.number,
                    record.kind,
                    record.id,
                    digest,
                    body
                ])?;
            bytes += body.map_or(0, |body| body.len());
        }
        for record in &turned {
            match &record.body {
                Some(body) => self.refuse_what_names_the_gone(body)?,
                None => self.refuse_to_take_what_is_named(record)?,
            }
        }
        self.tx
            .prepare_cached(
                "UPDATE step SET undone = ?3, bytes = ?4 WHERE of = ?1 AND number = ?2",
            )?
            .execute(params![of, row.number, turn == Turn::Undo, size(bytes)])?;
        row.past(self.tx)
    }

    fn records_of(&self, row: &Row) -> Result<Vec<Turned>, Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT kind, object, stands, body FROM step_record WHERE of = ?1 AND number = ?2",
        )?;
        let mut rows = statement.query(params![row.of.to_string(), row.number])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let known = KINDS.iter().find(|known| **known == kind);
            records.push(Turned {
                kind: known.ok_or(Error::Unreadable { kind: "step" })?,
                id: row.get(1)?,
                stands: row.get(2)?,
                body: row.get(3)?,
            });
        }
        Ok(records)
    }

    /// Puts one record back. Returns what stood there.
    fn put_back(&mut self, record: &Turned, turn: Turn) -> Result<Option<Stood>, Error> {
        let stood = record::stood(self.tx, record.kind, &record.id)?;
        if stood.as_ref().map(|stood| &stood.digest) != record.stands.as_ref() {
            return Err(Error::ChangedSince);
        }
        let before = stood.as_ref().map(|stood| stood.digest.clone());
        let after = match &record.body {
            Some(body) => Some(self.write_body(record, body)?),
            None => {
                let sql = format!("DELETE FROM {} WHERE id = ?1", record.kind);
                self.tx.prepare_cached(&sql)?.execute([&record.id])?;
                None
            }
        };
        let action = match turn {
            Turn::Undo => "undo",
            Turn::Redo => "redo",
        };
        self.note(action, record.kind, &record.id, before, after)?;
        Ok(stood)
    }

    /// Writes a body as it once stood there: the trail must know it.
    fn write_body(&mut self, record: &Turned, body: &str) -> Result<Vec<u8>, Error> {
        let unreadable = Error::Unreadable { kind: "step" };
        let digest = record::digest(self.vault, record.kind, &record.id, body.as_bytes())?;
        let is_known: bool = self
            .tx
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM trail WHERE object = ?1 AND kind = ?2 AND after = ?3)",
            )?
            .query_row(params![record.id, record.kind, digest], |row| row.get(0))?;
        let value: Value = match serde_json::from_str(body) {
            Ok(value) if is_known => value,
            _ => return Err(unreadable),
        };
        let said = |name: &str| value.get(name).and_then(Value::as_str);
        record::write(
            self.tx,
            record.kind,
            &record.id,
            (said("organisation"), said("assessment")),
            body,
            &digest,
        )?;
        Ok(digest)
    }

    /// Refuses to take away what a record names that does not go with it.
    fn refuse_to_take_what_is_named(&self, record: &Turned) -> Result<(), Error> {
        let Chain::Organisation(organisation) = self.chain else {
            return Ok(());
        };
        if !NAMED.contains(&record.kind) {
            return Ok(());
        }
        let mut queries = vec![
            "SELECT 1 FROM assessment WHERE organisation = ?1 AND instr(body, ?2)".to_owned(),
            "SELECT 1 FROM system WHERE organisation = ?1 AND instr(body, ?2)".to_owned(),
        ];
        queries.extend(NAMING.map(|kind| {
            format!(
                "SELECT 1 FROM assessment a JOIN {kind} r ON r.assessment = a.id
                 WHERE a.organisation = ?1 AND instr(r.body, ?2)"
            )
        }));
        for sql in queries {
            let is_named = self
                .tx
                .prepare_cached(&sql)?
                .exists(params![organisation.to_string(), record.id])?;
            if is_named {
                return Err(Error::StillNamed);
            }
        }
        Ok(())
    }

    /// Refuses to put back what names a record that is gone.
    fn refuse_what_names_the_gone(&self, body: &str) -> Result<(), Error> {
        let value: Value =
            serde_json::from_str(body).map_err(|_| Error::Unreadable { kind: "step" })?;
        let mut named = BTreeSet::new();
        ids(&value, &mut named);
        for id in named {
            if is_gone(self.tx, &id)? {
                return Err(Error::NamesGone);
            }
        }
        Ok(())
    }
}

/// Returns whether the last that the trail knows of an id is that its row was removed.
fn is_gone(connection: &Connection, id: &Uuid) -> Result<bool, Error> {
    let last: Option<bool> = connection
        .prepare_cached(
            "SELECT after IS NULL FROM trail WHERE object = ?1
             AND (after IS NOT NULL OR before IS NOT NULL) ORDER BY number DESC LIMIT 1",
        )?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or(false))
}

/// Collects the ids that a record names, alone or as `kind:id`.
fn ids(value: &Value, into: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => {
            let id = text.rsplit_once(':').map_or(text.as_str(), |(_, id)| id);
            into.extend((id.len() == 36).then(|| id.parse::<Uuid>().ok()).flatten());
        }
        Value::Array(all) => all.iter().for_each(|value| ids(value, into)),
        Value::Object(all) => all.values().for_each(|value| ids(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
