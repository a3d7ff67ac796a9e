//! Keeping a step while its change is made.

use std::collections::HashMap;

use domain::step::{Step, StepKind};
use rusqlite::params;
use serde_json::Value;
use uuid::Uuid;

use super::turn::Turn;
use super::{Row, moment};
use crate::error::Error;
use crate::record::Change;
use crate::trail::Chain;

/// How many steps of one assessment or organisation are kept.
const STEPS_KEPT: usize = 200;

/// How many bytes their bodies may have together. The newest step is kept whatever it holds.
const BYTES_KEPT: i64 = 32 << 20;

/// The step under way in a change.
pub(crate) struct UnderWay {
    of: Uuid,
    written: HashMap<(&'static str, String), Written>,
}

/// What was done to one record: what stood there first, and what stands there last.
struct Written {
    before: Option<Stood>,
    stands: Option<Vec<u8>>,
}

/// A record as it stood: the digest and the body.
pub(crate) struct Stood {
    pub(crate) digest: Vec<u8>,
    pub(crate) body: String,
}

impl UnderWay {
    /// Takes note of a write.
    pub(crate) fn wrote(
        &mut self,
        kind: &'static str,
        id: &str,
        before: Option<Stood>,
        stands: Option<Vec<u8>>,
    ) {
        self.written
            .entry((kind, id.to_owned()))
            .and_modify(|known| known.stands.clone_from(&stands))
            .or_insert(Written { before, stands });
    }
}

impl Change<'_> {
    /// Begins a step in the history of an assessment or organisation: what is written from
    /// here on belongs to it, and [`Change::end_step`] keeps it.
    pub fn begin_step(&mut self, of: Uuid) {
        self.under_way = Some(UnderWay {
            of,
            written: HashMap::new(),
        });
    }

    /// Keeps the step that was begun; what was undone before can then no longer be redone. A
    /// step that changed nothing is none.
    pub fn end_step(&mut self, step: &Step) -> Result<(), Error> {
        let (Some(under_way), Chain::Organisation(organisation)) =
            (self.under_way.take(), self.chain)
        else {
            return Ok(());
        };
        let of = under_way.of.to_string();
        let mut written = under_way.written;
        written.retain(|_, w| w.before.as_ref().map(|b| &b.digest) != w.stands.as_ref());
        if written.is_empty() {
            return Ok(());
        }
        let last = Row::next(self.tx, under_way.of, Turn::Undo)?;
        let number = last.as_ref().map_or(0, |last| last.number);
        // What was undone comes after what was not.
        let cut = self
            .tx
            .prepare_cached("DELETE FROM step WHERE of = ?1 AND number > ?2")?
            .execute(params![of, number])?;
        let goes_on = cut == 0 && last.is_some_and(|last| last.goes_on(step, self.at));
        let number = if goes_on {
            number
        } else {
            let (kind, at) = (code(step.kind)?, moment(self.at));
            self.tx
                .prepare_cached(
                    "INSERT INTO step (of, number, organisation, kind, control, typed_in,
                         begun, at, undone, bytes)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 0, 0)",
                )?
                .execute(params![
                    of,
                    number + 1,
                    organisation.to_string(),
                    kind,
                    step.control,
                    step.typed_in,
                    at
                ])?;
            number + 1
        };
        let mut bytes = 0;
        for ((kind, id), record) in written {
            bytes += self.keep(&of, number, kind, &id, record)?;
        }
        self.tx
            .prepare_cached(
                "UPDATE step SET at = ?3, bytes = bytes + ?4 WHERE of = ?1 AND number = ?2",
            )?
            .execute(params![of, number, moment(self.at), size(bytes)])?;
        if goes_on && bytes == 0 {
            return Ok(());
        }
        self.keep_within_bounds(&of)
    }

    /// Forgets a history: what was done until here can no longer be undone or redone.
    pub fn end_history(&mut self, of: Uuid) -> Result<(), Error> {
        self.under_way = None;
        self.tx
            .execute("DELETE FROM step WHERE of = ?1", [of.to_string()])?;
        Ok(())
    }

    /// Keeps what was done to one record. Returns how many bytes that took.
    fn keep(
        &self,
        of: &str,
        number: i64,
        kind: &str,
        id: &str,
        record: Written,
    ) -> Result<usize, Error> {
        let goes_on = self
            .tx
            .prepare_cached(
                "UPDATE step_record SET stands = ?5
                 WHERE of = ?1 AND number = ?2 AND kind = ?3 AND object = ?4",
            )?
            .execute(params![of, number, kind, id, record.stands])?;
        if goes_on > 0 {
            return Ok(0);
        }
        let body = record.before.map(|before| before.body);
        self.tx
            .prepare_cached(
                "INSERT INTO step_record (of, number, kind, object, stands, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![of, number, kind, id, record.stands, body])?;
        Ok(body.map_or(0, |body| body.len()))
    }

    /// Forgets the oldest steps beyond what is kept.
    fn keep_within_bounds(&self, of: &str) -> Result<(), Error> {
        let mut statement = self.tx.prepare_cached(
            "SELECT number, bytes FROM step WHERE of = ?1 ORDER BY number DESC",
        )?;
        let mut rows = statement.query([of])?;
        let (mut steps, mut bytes) = (0, 0_i64);
        while let Some(row) = rows.next()? {
            steps += 1;
            bytes = bytes.saturating_add(row.get(1)?);
            if steps > STEPS_KEPT || (steps > 1 && bytes > BYTES_KEPT) {
                let number: i64 = row.get(0)?;
                self.tx.execute(
                    "DELETE FROM step WHERE of = ?1 AND number <= ?2",
                    params![of, number],
                )?;
                return Ok(());
            }
        }
        Ok(())
    }
}

pub(super) fn size(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn code(kind: StepKind) -> Result<String, Error> {
    match serde_json::to_value(kind) {
        Ok(Value::String(code)) => Ok(code),
        _ => Err(Error::Unreadable { kind: "step" }),
    }
}
