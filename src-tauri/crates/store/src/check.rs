//! A look at the whole vault: pages, trail, rows and sealed bytes.

use rusqlite::OptionalExtension;
use serde_json::Value;

use crate::attachment::Row;
use crate::error::Error;
use crate::open::Store;
use crate::record::{self, KINDS};
use crate::trail;

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Every page of the database against its authentication code.
    Pages,
    /// The database's own structure.
    Structure,
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

impl Store {
    /// Looks at the whole vault. Opens every attachment, so it takes its time.
    pub fn check(&self) -> Result<Vec<Finding>, Error> {
        Ok(vec![
            self.lines(Part::Pages, "PRAGMA cipher_integrity_check", |_| false)?,
            self.lines(Part::Structure, "PRAGMA integrity_check", |line| {
                line == "ok"
            })?,
            self.check_trail()?,
            self.check_rows()?,
            self.check_attachments()?,
        ])
    }

    fn lines(&self, part: Part, sql: &str, fine: fn(&str) -> bool) -> Result<Finding, Error> {
        let mut statement = self.connection.prepare(sql)?;
        let lines: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let faults = lines.iter().filter(|line| !fine(line)).count() as u64;
        let pages: i64 = self
            .connection
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(Finding {
            part,
            looked_at: pages.unsigned_abs(),
            faults,
            first: None,
        })
    }

    fn check_trail(&self) -> Result<Finding, Error> {
        let first = trail::first_break(&self.connection)?;
        let looked_at = self.head()?.entries;
        Ok(Finding {
            part: Part::Trail,
            looked_at,
            faults: u64::from(first.is_some()),
            first,
        })
    }

    fn check_rows(&self) -> Result<Finding, Error> {
        let mut finding = Finding {
            part: Part::Rows,
            looked_at: 0,
            faults: 0,
            first: None,
        };
        for kind in KINDS.iter().chain(&["framework"]) {
            let mut statement = self
                .connection
                .prepare(&format!("SELECT id, body, digest, * FROM {kind}"))?;
            let places = Places::of(&statement);
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: String = row.get(0)?;
                let body = row.get_ref(1)?;
                let body = body
                    .as_bytes()
                    .map_err(|_| Error::Unreadable { kind: "check" })?;
                let digest: Vec<u8> = row.get(2)?;
                let sound = record::digest(&self.vault, kind, &id, body)? == digest
                    && self.last_of(kind, &id)? == Some(digest)
                    && places.agree(row, &id, body)?;
                finding.looked_at += 1;
                finding.faults += u64::from(!sound);
            }
        }
        finding.faults += self.missing_rows()?;
        Ok(finding)
    }

    /// Returns how many rows the trail says are there and are not.
    fn missing_rows(&self) -> Result<u64, Error> {
        let mut missing = 0;
        for kind in KINDS.iter().chain(&["framework", "attachment"]) {
            let sql = format!(
                "SELECT COUNT(*) FROM trail t WHERE t.kind = ?1 AND t.after IS NOT NULL
                 AND t.number = (SELECT MAX(number) FROM trail
                     WHERE object = t.object AND kind = t.kind
                     AND (after IS NOT NULL OR before IS NOT NULL))
                 AND NOT EXISTS (SELECT 1 FROM {kind} WHERE id = t.object)"
            );
            let count: i64 = self.connection.query_row(&sql, [kind], |row| row.get(0))?;
            missing += count.unsigned_abs();
        }
        Ok(missing)
    }

    fn last_of(&self, kind: &str, id: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT after FROM trail WHERE object = ?1 AND kind = ?2
                 AND (after IS NOT NULL OR before IS NOT NULL)
                 ORDER BY number DESC LIMIT 1",
            )?
            .query_row([id, kind], |row| row.get::<_, Option<Vec<u8>>>(0))
            .optional()?
            .flatten())
    }

    fn check_attachments(&self) -> Result<Finding, Error> {
        let mut finding = Finding {
            part: Part::Attachments,
            looked_at: 0,
            faults: 0,
            first: None,
        };
        let mut statement = self.connection.prepare(Row::COLUMNS)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let row = Row::read(row)?;
            let sound = row.expected_digest(&self.vault)? == row.digest
                && self.last_of("attachment", &row.id)?.as_ref() == Some(&row.digest)
                && row.bytes_agree(&self.vault);
            finding.looked_at += 1;
            finding.faults += u64::from(!sound);
        }
        Ok(finding)
    }
}

/// Where a table's columns are that repeat what the body says, for queries. They are not
/// under the digest, so they are compared with the body, which is.
struct Places(Vec<(usize, &'static str)>);

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
        let Ok(body) = serde_json::from_slice::<Value>(body) else {
            return Ok(false);
        };
        let said = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
        let mut agree = said("id").as_deref() == Some(id);
        for (column, name) in &self.0 {
            agree &= row.get::<_, Option<String>>(*column)? == said(name);
        }
        Ok(agree)
    }
}
