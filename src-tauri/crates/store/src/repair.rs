//! What can be put in order without losing anything that is named.

use chrono::{DateTime, Utc};
use rusqlite::params;
use vault::ObjectId;

use crate::error::Error;
use crate::open::Store;
use crate::trail::Chain;

/// Attachments that no evidence names: neither a record, nor what a step would put back, nor
/// the state of a version that was made final.
const UNUSED: &str = "FROM attachment WHERE
    NOT EXISTS (SELECT 1 FROM evidence
        WHERE json_extract(evidence.body, '$.attachment.id') = attachment.id)
    AND NOT EXISTS (SELECT 1 FROM step_record
        WHERE kind = 'evidence' AND instr(step_record.body, attachment.id) > 0)
    AND NOT EXISTS (SELECT 1 FROM snapshot WHERE instr(snapshot.body, attachment.id) > 0)";

impl Store {
    /// Returns how many attachments nothing names any more, as after one was undone whose
    /// step is forgotten.
    pub fn unused_attachments(&self) -> Result<u64, Error> {
        let sql = format!("SELECT COUNT(*) {UNUSED}");
        let count: i64 = self.connection.query_row(&sql, [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// Removes attachments that nothing names any more: their rows, and with these the keys,
    /// then their bytes. Returns how many. The trail tells of each.
    pub fn remove_unused_attachments(&mut self, at: DateTime<Utc>) -> Result<u32, Error> {
        let gone: Vec<ObjectId> = self.change(Chain::Vault, at, |change| {
            let mut statement = change
                .tx
                .prepare(&format!("SELECT id, object, digest {UNUSED}"))?;
            let unused: Vec<(String, [u8; 16], Vec<u8>)> = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
                .collect::<Result<_, _>>()?;
            drop(statement);
            for (id, _, digest) in &unused {
                change
                    .tx
                    .execute("DELETE FROM attachment WHERE id = ?1", params![id])?;
                change.note("remove", "attachment", id, Some(digest.clone()), None)?;
            }
            let objects = unused.iter().map(|(_, object, _)| *object);
            Ok::<_, Error>(objects.map(ObjectId::from_bytes).collect())
        })?;
        for object in &gone {
            self.vault.remove_object(object)?;
        }
        Ok(u32::try_from(gone.len()).unwrap_or(u32::MAX))
    }

    /// Makes every index anew from its table. The trail says so.
    pub fn make_indexes_anew(&mut self, at: DateTime<Utc>) -> Result<(), Error> {
        self.change(Chain::Vault, at, |change| {
            change.tx.execute_batch("REINDEX;")?;
            change.record("repair", "vault", "indexes")
        })
    }

    /// Forgets the index of words, so that the next search makes it anew. The trail says so.
    pub fn make_search_anew(&mut self, at: DateTime<Utc>) -> Result<(), Error> {
        self.change(Chain::Vault, at, |change| {
            change
                .tx
                .execute_batch("UPDATE search_reached SET entries = NULL;")?;
            change.record("repair", "vault", "search")
        })?;
        self.catch_search_up()
    }

    /// Puts down in the trail that something beside the database was put in order.
    pub fn record_repair(&mut self, what: &str, at: DateTime<Utc>) -> Result<(), Error> {
        self.change(Chain::Vault, at, |change| {
            change.record("repair", "vault", what)
        })
    }
}
