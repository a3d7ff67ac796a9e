//! What can be undone and redone: steps, in one line for each assessment and organisation.
//!
//! A step holds the bodies that its records had before it. Turning it back puts them there
//! again in one transaction with entries in the trail, and keeps what stood there instead,
//! so that the same turn the other way redoes it.

mod keep;
mod turn;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use domain::id::OrganisationId;
use domain::step::{Step, StepKind};
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::error::Error;
use crate::open::Store;

pub(crate) use keep::{Stood, UnderWay};
use turn::Turn;

/// Typing after a longer pause is a new step.
const PAUSE: TimeDelta = TimeDelta::seconds(15);

/// Typing for longer than this is more than one step.
const LONGEST: TimeDelta = TimeDelta::seconds(120);

/// A step as it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// What was done.
    pub step: Step,
    /// How many records of a kind it wrote; of several kinds, the most: what follows from a
    /// change, such as a finding, is not counted besides what was changed.
    pub records: u32,
    /// When it was done last.
    pub at: DateTime<Utc>,
}

/// What can be undone and redone of an assessment or organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The last step that was done.
    pub undo: Option<Past>,
    /// The step that was undone last.
    pub redo: Option<Past>,
}

impl Store {
    /// Returns what can be undone and redone of an assessment or organisation.
    pub fn history(&self, of: Uuid) -> Result<History, Error> {
        let past = |turn| {
            Row::next(&self.connection, of, turn)?
                .map(|row| row.past(&self.connection))
                .transpose()
        };
        Ok(History {
            undo: past(Turn::Undo)?,
            redo: past(Turn::Redo)?,
        })
    }

    /// Undoes the last step: what stood there before it stands there again. Returns the step;
    /// nothing when there is none. Refuses, and changes nothing, when its records were
    /// written by something else since, or when what it added is named elsewhere.
    pub fn undo(&mut self, of: Uuid, at: DateTime<Utc>) -> Result<Option<Past>, Error> {
        self.turn(of, Turn::Undo, at)
    }

    /// Does the step again that was undone last. Returns it; nothing when there is none.
    pub fn redo(&mut self, of: Uuid, at: DateTime<Utc>) -> Result<Option<Past>, Error> {
        self.turn(of, Turn::Redo, at)
    }
}

/// A step's row.
struct Row {
    of: Uuid,
    number: i64,
    organisation: OrganisationId,
    step: Step,
    begun: DateTime<Utc>,
    at: DateTime<Utc>,
}

impl Row {
    /// Returns the step whose turn it is.
    fn next(connection: &Connection, of: Uuid, turn: Turn) -> Result<Option<Self>, Error> {
        let which = match turn {
            Turn::Undo => "NOT undone ORDER BY number DESC",
            Turn::Redo => "undone ORDER BY number",
        };
        let sql = format!(
            "SELECT number, organisation, kind, control, typed_in, begun, at FROM step
             WHERE of = ?1 AND {which} LIMIT 1"
        );
        connection
            .prepare_cached(&sql)?
            .query_row([of.to_string()], |row| Ok(Self::read(of, row)))
            .optional()?
            .transpose()
    }

    fn read(of: Uuid, row: &rusqlite::Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            of,
            number: row.get(0)?,
            organisation: parsed(row.get(1)?)?,
            step: Step {
                kind: parsed::<StepKind>(row.get(2)?)?,
                control: row.get(3)?,
                typed_in: row.get(4)?,
            },
            begun: parsed(row.get(5)?)?,
            at: parsed(row.get(6)?)?,
        })
    }

    /// Returns whether what is done now goes on with this step.
    fn goes_on(&self, step: &Step, now: DateTime<Utc>) -> bool {
        step.typed_in.is_some()
            && self.step == *step
            && (self.at..=self.at + PAUSE).contains(&now)
            && now <= self.begun + LONGEST
    }

    fn past(self, connection: &Connection) -> Result<Past, Error> {
        let sql = "SELECT COALESCE(MAX(written), 0) FROM (
            SELECT COUNT(*) AS written FROM step_record
            WHERE of = ?1 AND number = ?2 GROUP BY kind)";
        let records = connection
            .prepare_cached(sql)?
            .query_row(params![self.of.to_string(), self.number], |row| row.get(0))?;
        Ok(Past {
            step: self.step,
            records,
            at: self.at,
        })
    }
}

fn parsed<T: DeserializeOwned>(text: String) -> Result<T, Error> {
    serde_json::from_value(Value::String(text)).map_err(|_| Error::Unreadable { kind: "step" })
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
