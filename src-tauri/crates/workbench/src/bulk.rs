//! Several controls answered alike: what each answer would become, then all of them in one
//! step.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Answer, AnswerWords, Implementation, Subject};
use domain::dossier::Dossier;
use domain::id::{AnswerId, AssessmentId};
use domain::score::Standing;

use crate::answer::{check_words, find};
use crate::error::Error;
use crate::open::Workbench;

/// Which controls are answered alike, and how.
#[derive(Debug, Clone)]
pub struct Bulk {
    /// The assessment.
    pub assessment: AssessmentId,
    /// The controls' ids. Of a split control, all its subjects are meant.
    pub controls: Vec<String>,
    /// Whether answers that have a word already stay as they are.
    pub only_unanswered: bool,
    /// What is set.
    pub set: BulkWords,
}

/// What a bulk answer sets. What is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkWords {
    /// The answer word.
    pub implementation: Option<Implementation>,
    /// Whether to come back to it.
    pub flagged: Option<bool>,
    /// A note put below the one that is there.
    pub note: Option<String>,
    /// Why it does not apply.
    pub exclusion_reason: Option<String>,
    /// Who approved that it does not apply.
    pub exclusion_approver: Option<String>,
    /// Who sees to what is planned.
    pub plan_owner: Option<String>,
    /// By when.
    pub plan_due: Option<NaiveDate>,
    /// Who would know.
    pub who_would_know: Option<String>,
}

/// What a bulk answer does to one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkRow {
    /// The control's id.
    pub control: String,
    /// What the answer is about.
    pub subject: Subject,
    /// The words that stand there; nothing when it is unanswered.
    pub before: Option<AnswerWords>,
    /// The words that will stand there.
    pub after: AnswerWords,
    /// Why this answer is left alone, when it is.
    pub refused: Option<String>,
}

impl BulkRow {
    /// Returns whether anything changes.
    pub fn changes(&self) -> bool {
        self.refused.is_none() && self.before.clone().unwrap_or_default() != self.after
    }
}

impl Workbench {
    /// Shows what a bulk answer would do to each answer, in the order of the framework.
    pub fn preview_bulk(&mut self, bulk: &Bulk) -> Result<(Arc<Dossier>, Vec<BulkRow>), Error> {
        let dossier = self.dossier(bulk.assessment)?;
        let rows = rows(&dossier, bulk)?;
        Ok((dossier, rows))
    }

    /// Answers several controls alike, in one step. What the preview refuses stays as it is.
    pub fn answer_bulk(
        &mut self,
        bulk: &Bulk,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if bulk.set == BulkWords::default() {
            return Err(Error::input("Please choose what to set."));
        }
        let step = domain::step::Step::of(domain::step::StepKind::BulkAnswer);
        let edited = self.edit(bulk.assessment, step, now, |edit| {
            let places: HashMap<(String, Subject), usize> = (edit.dossier.answers.iter())
                .enumerate()
                .map(|(at, answer)| ((answer.control.clone(), answer.subject), at))
                .collect();
            for row in rows(&edit.dossier, bulk)? {
                if !row.changes() {
                    continue;
                }
                let (control, subject, words) = (row.control, row.subject, row.after);
                let at = places.get(&(control.clone(), subject));
                if let Some(known) = at.and_then(|at| edit.dossier.answers.get_mut(*at)) {
                    known.words = words;
                    known.assessor.clone_from(&edit.person);
                    known.changed = edit.now;
                    continue;
                }
                let answer = Answer {
                    id: AnswerId(edit.new_id()?),
                    assessment: bulk.assessment,
                    control,
                    subject,
                    words,
                    assessor: edit.person.clone(),
                    changed: edit.now,
                };
                edit.dossier.answers.push(answer);
            }
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }
}

fn rows(dossier: &Dossier, bulk: &Bulk) -> Result<Vec<BulkRow>, Error> {
    for control in &bulk.controls {
        find(&dossier.framework, control)?;
    }
    let wanted: HashSet<&str> = bulk.controls.iter().map(String::as_str).collect();
    let known: HashMap<(&str, Subject), &AnswerWords> = (dossier.answers.iter())
        .map(|answer| ((answer.control.as_str(), answer.subject), &answer.words))
        .collect();
    let mut found = Vec::new();
    let controls = dossier.framework.controls();
    for control in controls.filter(|c| wanted.contains(c.id.as_str())) {
        for subject in dossier.rows(control) {
            let before = known.get(&(control.id.as_str(), subject)).copied();
            let is_answered = before.is_some_and(|words| words.implementation.is_some());
            let after = changed(before, &bulk.set);
            let refused = if bulk.only_unanswered && is_answered {
                Some("It has an answer already.".to_owned())
            } else {
                match check_words(&dossier.framework, control, &after) {
                    Err(Error::Input(sentence)) => Some(sentence),
                    Err(other) => return Err(other),
                    Ok(()) => None,
                }
            };
            let kept = || before.cloned().unwrap_or_default();
            found.push(BulkRow {
                control: control.id.clone(),
                subject,
                before: before.cloned(),
                after: if refused.is_some() { kept() } else { after },
                refused,
            });
        }
    }
    Ok(found)
}

fn changed(before: Option<&AnswerWords>, set: &BulkWords) -> AnswerWords {
    let set = set.clone();
    let mut words = before.cloned().unwrap_or_default();
    words.implementation = set.implementation.or(words.implementation);
    words.flagged = set.flagged.unwrap_or(words.flagged);
    words.plan_due = set.plan_due.or(words.plan_due);
    for (text, new) in [
        (&mut words.exclusion_reason, set.exclusion_reason),
        (&mut words.exclusion_approver, set.exclusion_approver),
        (&mut words.plan_owner, set.plan_owner),
        (&mut words.who_would_know, set.who_would_know),
    ] {
        if let Some(new) = new {
            *text = new;
        }
    }
    let note = set.note.unwrap_or_default();
    if !note.trim().is_empty() {
        if !words.note.trim().is_empty() {
            words.note.push_str("\n\n");
        }
        words.note.push_str(note.trim());
    }
    words
}
