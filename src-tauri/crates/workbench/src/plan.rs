//! The evidence plan as a working paper: out as a file, and what comes back filled in.
//!
//! Three things are held against each other: what the workbook says, what it said when it was
//! made, and what the vault says. Only what somebody changed in the workbook is a change; where
//! the vault was changed too, both are shown and the vault's stays.

mod day;
mod export;
mod merge;
mod table;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::dossier::Dossier;
use domain::id::{AssessmentId, RequestId};
use domain::member::Act;
use domain::request::{EvidenceRequest, RequestState};
use domain::score::Standing;
use preview::{Answer, Why};
use sheet::Column;

use crate::error::Error;
use crate::open::Workbench;

use self::merge::Merged;
use self::table::{Filled, Kept};

pub use self::export::{ExportedPlan, PlanFormat, WrittenPlan};

/// What a filled-in evidence plan would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanImport {
    /// The assessment.
    pub assessment: AssessmentId,
    /// What would change, and what was changed on both sides.
    pub changes: Vec<PlanChange>,
    /// What cannot be taken.
    pub refused: Vec<Refusal>,
    /// Requests of which the workbook says nothing new.
    pub unchanged: u32,
    /// What was noticed besides.
    pub notes: Vec<String>,
    /// Requests as they are and as they would be.
    requests: Vec<(EvidenceRequest, EvidenceRequest)>,
}

impl PlanImport {
    /// Returns what comes of no workbook at all.
    pub fn nothing(assessment: AssessmentId) -> Self {
        Self {
            assessment,
            changes: Vec::new(),
            refused: Vec::new(),
            unchanged: 0,
            notes: Vec::new(),
            requests: Vec::new(),
        }
    }

    /// Returns how many requests would be written.
    pub fn writes(&self) -> usize {
        self.requests.len()
    }
}

/// One change of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChange {
    /// The request.
    pub request: RequestId,
    /// The control's id.
    pub control: String,
    /// What is wanted.
    pub artefact: String,
    /// What of it.
    pub field: PlanField,
    /// What it is now, in words.
    pub before: String,
    /// What the workbook says.
    pub after: String,
    /// Whether it was changed here too since the workbook was made. Then it stays as it is.
    pub conflicts: bool,
}

/// What of a request a workbook can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanField {
    /// Where it stands.
    State,
    /// Whom to ask, on the organisation's list.
    Person,
    /// Whom to ask, in words.
    Ask,
    /// By when.
    Due,
    /// Why it was refused or is not to be had.
    Reason,
    /// What whoever was asked says.
    Remark,
}

/// Something that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The sheet and row, as a person finds them.
    pub row: String,
    /// Why, and what to do.
    pub sentence: String,
}

/// Opens a workbook that came back, to be decoded where that does no harm.
pub fn open_plan(path: &Path) -> Result<File, Error> {
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    let opened = path.metadata().and_then(|there| match there.is_file() {
        true => File::open(path),
        false => Err(io::ErrorKind::IsADirectory.into()),
    });
    opened.map_err(|source| Error::File {
        action: match source.kind() {
            ErrorKind::NotFound => "The workbook is not there, or not any more.",
            ErrorKind::PermissionDenied => "You may not read the workbook.",
            ErrorKind::IsADirectory => "That is a folder or a device, not a workbook.",
            _ => "The workbook could not be opened.",
        },
        source,
    })
}

impl Workbench {
    /// Refuses to read a workbook where nothing of it could be written.
    pub fn check_planning(&mut self, assessment: AssessmentId) -> Result<(), Error> {
        self.require(Act::Assess)?;
        self.store.check_writing()?;
        self.dossier(assessment).map(|_| ())
    }

    /// Says what a workbook that came back would change. Nothing is written.
    pub fn read_plan(
        &mut self,
        assessment: AssessmentId,
        answer: Answer,
    ) -> Result<PlanImport, Error> {
        let (sheets, macros) = match answer {
            Answer::Sheets { sheets, macros } => (sheets, macros),
            Answer::Unshown(why) => return Err(Error::input(unread(why))),
            _ => return Err(Error::input(unread(Why::NoWorkbook))),
        };
        let dossier = self.dossier(assessment)?;
        let (mut notes, mut refused) = (Vec::new(), Vec::new());
        let kept = table::kept(&sheets);
        if let Some(kept) = &kept {
            self.check_assessment(&dossier, kept)?;
        }
        let found = table::find(&sheets, &mut notes, &mut refused);
        if found.is_empty() {
            return Err(Error::input(
                "No sheet of the workbook is an evidence plan that this program made: the words \
                 above the columns are missing. Fill in the workbook as it was sent.",
            ));
        }
        if macros {
            notes.push(
                "Macros lie in the workbook. They were not run, and nothing of them was read."
                    .to_owned(),
            );
        }
        if kept.is_none() {
            notes.push(
                "The hidden sheet \u{201c}Auscult\u{201d} is not in the workbook any more. What \
                 was changed here since it was made cannot be told, so look at each change."
                    .to_owned(),
            );
        }
        let rows = self.filled_rows(&dossier, kept.as_ref(), &found, &mut refused)?;
        let merged = merge::merge(&dossier, kept.as_ref(), &rows);
        notes.extend(merge::missing(&dossier, kept.as_ref(), &rows));
        notes.extend(merge::rewritten(&dossier, &rows));
        Ok(import(assessment, merged, notes, refused))
    }

    /// Writes what a workbook changes, in one step. It is refused when the requests are not any
    /// more as they were when it was read.
    pub fn apply_plan(
        &mut self,
        import: &PlanImport,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if import.requests.is_empty() {
            return self.standing(import.assessment);
        }
        let dossier = self.dossier(import.assessment)?;
        let known: HashMap<RequestId, &EvidenceRequest> =
            dossier.requests.iter().map(|r| (r.id, r)).collect();
        let mut is_as_it_was =
            (import.requests.iter()).map(|(before, _)| known.get(&before.id) == Some(&before));
        if !is_as_it_was.all(|is| is) {
            return Err(Error::input(
                "The requests were changed here since the workbook was read, so nothing of it was \
                 taken. Read the workbook again and look at the changes.",
            ));
        }
        let after = import.requests.iter().map(|(_, after)| after.clone());
        self.save_requests(import.assessment, after.collect(), now)
    }

    fn check_assessment(&self, dossier: &Dossier, kept: &Kept) -> Result<(), Error> {
        if kept.assessment == dossier.assessment.id.to_string() {
            return Ok(());
        }
        let other: Option<domain::assessment::Assessment> = self.store.get(&kept.assessment)?;
        Err(Error::input(match other {
            Some(_) => {
                "This workbook was made for another assessment of this vault. Open that one and \
                 read the workbook there."
            }
            None => {
                "This workbook was made for an assessment that is not in this vault. Look whether \
                 it is the right file."
            }
        }))
    }

    /// Sorts the rows of all sheets by their requests. What belongs to none is refused.
    fn filled_rows<'a>(
        &self,
        dossier: &Dossier,
        kept: Option<&Kept>,
        found: &'a [Filled<'a>],
        refused: &mut Vec<Refusal>,
    ) -> Result<merge::Rows<'a>, Error> {
        let known: HashMap<String, RequestId> = (dossier.requests.iter())
            .map(|r| (r.id.to_string(), r.id))
            .collect();
        let mut rows = merge::Rows::new();
        for sheet in found {
            let mut here: HashMap<RequestId, Vec<table::FilledRow<'a>>> = HashMap::new();
            for row in sheet.rows() {
                // A sheet without ids was refused as a whole.
                let Some(id) = row.text(Column::Row).map(str::to_lowercase) else {
                    break;
                };
                if let Some(request) = known.get(&id) {
                    here.entry(*request).or_default().push(row);
                    continue;
                }
                let sentence = self.unknown(kept, &id)?;
                refused.push(Refusal {
                    row: row.place,
                    sentence: sentence.to_owned(),
                });
            }
            for request in &dossier.requests {
                let Some(mut same) = here.remove(&request.id) else {
                    continue;
                };
                let is_alike = |row: &table::FilledRow<'_>| {
                    let first = same.first();
                    Column::FILLED_IN
                        .iter()
                        .all(|c| first.is_some_and(|first| first.text(*c) == row.text(*c)))
                };
                if same.iter().all(is_alike) {
                    same.truncate(1);
                    rows.entry(request.id).or_default().extend(same);
                    continue;
                }
                let places: Vec<&str> = same.iter().map(|row| row.place.as_str()).collect();
                rows.entry(request.id).or_default();
                refused.push(Refusal {
                    row: places.join(" and "),
                    sentence: "The same request stands there more than once, and the rows differ. \
                               None of them was read. Leave one of them in the workbook and read \
                               it again."
                        .to_owned(),
                });
            }
        }
        Ok(rows)
    }

    fn unknown(&self, kept: Option<&Kept>, id: &str) -> Result<&'static str, Error> {
        if id.is_empty() {
            return Ok(
                "The row has no id: somebody added it in the workbook. Add the request here, if it \
                 is one.",
            );
        }
        if id.parse::<RequestId>().is_err() {
            return Ok("The row's id was changed, so nobody knows which request it is.");
        }
        let other: Option<EvidenceRequest> = self.store.get(id)?;
        Ok(match other {
            Some(_) => {
                "The row is a request of another assessment. Open that one and read its own \
                 workbook there."
            }
            None if kept.is_some_and(|kept| kept.rows.contains_key(id)) => {
                "The request is not in the assessment any more, so there is nothing to change."
            }
            None => "No request of this assessment has the row's id.",
        })
    }
}

fn import(
    assessment: AssessmentId,
    merged: Merged,
    mut notes: Vec<String>,
    mut refused: Vec<Refusal>,
) -> PlanImport {
    let Merged {
        changes,
        refused: more,
        unchanged,
        requests,
    } = merged;
    refused.extend(more);
    let both = changes.iter().filter(|change| change.conflicts).count();
    if both > 0 {
        notes.push(format!(
            "{} changed both here and in the workbook since it was made. What stands here stays; \
             change it here by hand where the workbook is right.",
            counted(both, "value was", "values were")
        ));
    }
    let is_accepted = |(before, after): &&(EvidenceRequest, EvidenceRequest)| {
        let accepted = RequestState::Accepted;
        before.course.state != accepted && after.course.state == accepted
    };
    let accepted = requests.iter().filter(is_accepted).count();
    if accepted > 0 {
        notes.push(format!(
            "{} set to Accepted in the workbook. Whether something is what was wanted is for the \
             assessor to say: look at it first.",
            counted(accepted, "request was", "requests were")
        ));
    }
    PlanImport {
        assessment,
        changes,
        refused,
        unchanged,
        notes,
        requests,
    }
}

/// Says why a file that came back cannot be read, and what to do.
fn unread(why: Why) -> String {
    let sentence = match why {
        Why::Empty => "The file is empty. Ask for it once more.",
        Why::Office
        | Why::Heic
        | Why::Archive
        | Why::Media
        | Why::NoPage
        | Why::NoWorkbook
        | Why::TooManyPixels
        | Why::Unknown => {
            "The file is not an Excel workbook (.xlsx). Open it in the program that made it, save \
             it as an Excel workbook, and read that."
        }
        Why::Password => {
            "The workbook asks for a password. Save it without one in the program that made it, \
             and read that."
        }
        Why::Broken => "The workbook is damaged and cannot be read. Ask for it once more.",
        Why::TooLarge => "The workbook has more than 256 MB, which no evidence plan has.",
        Why::TooManyCells => {
            "The workbook has more sheets, rows or words than an evidence plan can have. Take out \
             what was put beside the plan, and read it again."
        }
        Why::Unfolds => {
            "The file unfolds to far more than an evidence plan can have, as files do that are \
             made to harm. It was not read any further."
        }
        Why::TooLong | Why::GaveUp => {
            "Reading the workbook took too much, so it was stopped. Ask for the workbook once \
             more, or copy what was filled in into a new one."
        }
    };
    sentence.to_owned()
}

/// Returns words that somebody wrote, short and in quotes.
fn quoted(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    let short: String = line.chars().take(60).collect();
    let cut = if short.len() < line.len() {
        "\u{2026}"
    } else {
        ""
    };
    format!("\u{201c}{short}{cut}\u{201d}")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
