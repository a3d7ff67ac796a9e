//! All that belongs to one organisation, and its end.
//!
//! Rows, steps and words of the index go. What stays are the entries of its chain: they hold
//! ids and keyed digests, never content, other chains and the running head stand on them, and
//! they are what shows that it was destroyed, by whom and when.

use domain::id::OrganisationId;
use rusqlite::{Connection, params};
use vault::ObjectId;

use crate::error::Error;
use crate::open::Store;
use crate::record::{Change, KINDS};

/// What belongs to an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belongings {
    /// How many records of each kind, where there are any.
    pub records: Vec<(&'static str, u64)>,
    /// Its sealed files.
    pub files: Vec<Belonging>,
}

/// A sealed file that belongs to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    id: String,
    digest: Vec<u8>,
    /// The sealed object.
    pub object: ObjectId,
    /// Bytes of the plain text.
    pub length: u64,
    /// SHA-256 of the plain text, in hex.
    pub sha256: String,
    /// Whether another organisation has the same file: then it stays.
    pub is_shared: bool,
}

/// The rows of a kind that belong to an organisation; a retention has its id.
const OF_ORGANISATION: &str = "(organisation = ?1
    OR assessment IN (SELECT id FROM assessment WHERE organisation = ?1)
    OR id = ?1)";

/// The files that evidence of an organisation names, or named in a step that can be undone, or
/// that were added in its chain; and whether evidence or a step of another one names them.
const FILES: &str = "
    WITH named (organisation, attachment) AS (
        SELECT assessment.organisation, json_extract(evidence.body, '$.attachment.id')
        FROM evidence JOIN assessment ON assessment.id = evidence.assessment
        UNION ALL
        SELECT step.organisation, json_extract(step_record.body, '$.attachment.id')
        FROM step_record JOIN step ON step.of = step_record.of
        AND step.number = step_record.number
        WHERE step_record.kind = 'evidence' AND step_record.body IS NOT NULL
    )
    SELECT id, digest, object, length, sha256,
        EXISTS (SELECT 1 FROM named
                WHERE attachment = attachments.id AND organisation <> ?1)
    FROM attachment AS attachments
    WHERE id IN (SELECT attachment FROM named WHERE organisation = ?1)
    OR id IN (SELECT object FROM trail WHERE chain = ?1 AND kind = 'attachment')
    ORDER BY sha256";

impl Store {
    /// Returns what belongs to an organisation.
    pub fn belongings(&self, organisation: OrganisationId) -> Result<Belongings, Error> {
        belongings(&self.connection, organisation)
    }
}

impl Change<'_> {
    /// Removes all that belongs to an organisation but its chain. The sealed files that went
    /// are the caller's to remove once this is committed.
    pub fn destroy(&mut self, organisation: OrganisationId) -> Result<Belongings, Error> {
        let went = belongings(self.tx, organisation)?;
        let owner = organisation.to_string();
        for file in went.files.iter().filter(|file| !file.is_shared) {
            self.tx
                .execute("DELETE FROM attachment WHERE id = ?1", [&file.id])?;
            self.note(
                "remove",
                "attachment",
                &file.id,
                Some(file.digest.clone()),
                None,
            )?;
        }
        // Whatever hangs on an assessment goes before the assessment.
        let (first, last): (Vec<_>, Vec<_>) =
            KINDS.iter().partition(|kind| **kind != "assessment");
        for kind in first.into_iter().chain(last) {
            self.destroy_records(kind, &owner)?;
        }
        self.tx
            .execute("DELETE FROM step WHERE organisation = ?1", [&owner])?;
        self.tx.execute_batch(
            "INSERT INTO search (search) VALUES ('delete-all');
             DELETE FROM search_place;
             UPDATE search_reached SET entries = NULL;",
        )?;
        Ok(went)
    }

    fn destroy_records(&self, kind: &str, owner: &str) -> Result<(), Error> {
        let sql = format!("SELECT id, digest FROM {kind} WHERE {OF_ORGANISATION}");
        let rows: Vec<(String, Vec<u8>)> = self
            .tx
            .prepare(&sql)?
            .query_map([owner], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let sql = format!("DELETE FROM {kind} WHERE id = ?1");
        for (id, digest) in rows {
            self.tx.prepare_cached(&sql)?.execute(params![id])?;
            self.note("remove", kind, &id, Some(digest), None)?;
        }
        Ok(())
    }
}

fn belongings(
    connection: &Connection,
    organisation: OrganisationId,
) -> Result<Belongings, Error> {
    let owner = organisation.to_string();
    let mut found = Belongings::default();
    for kind in KINDS {
        let sql = format!("SELECT COUNT(*) FROM {kind} WHERE {OF_ORGANISATION}");
        let count: i64 = connection
            .prepare(&sql)?
            .query_row([&owner], |row| row.get(0))?;
        if count > 0 {
            found.records.push((kind, count.unsigned_abs()));
        }
    }
    let mut statement = connection.prepare(FILES)?;
    let mut rows = statement.query([&owner])?;
    while let Some(row) = rows.next()? {
        let object: [u8; 16] = row.get(2)?;
        let sha256: Vec<u8> = row.get(4)?;
        found.files.push(Belonging {
            id: row.get(0)?,
            digest: row.get(1)?,
            object: ObjectId::from_bytes(object),
            length: row.get::<_, i64>(3)?.unsigned_abs(),
            sha256: vault::hex(&sha256),
            is_shared: row.get(5)?,
        });
    }
    Ok(found)
}
