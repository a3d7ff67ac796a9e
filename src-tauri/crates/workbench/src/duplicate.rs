//! A fresh assessment from another one, and putting assessments away.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{Answer, AnswerWords};
use domain::assessment::{Assessment, Period, ProfileAnswer};
use domain::dossier::Dossier;
use domain::framework::{Control, Framework};
use domain::id::{AnswerId, AssessmentId, WorkingNoteId};
use domain::member::Act;
use domain::note::WorkingNote;
use domain::step::{Step, StepKind};
use store::Chain;

use crate::answer::check_words;
use crate::assessment::Start;
use crate::edit::write_new;
use crate::error::Error;
use crate::open::Workbench;

/// What a fresh assessment takes over from another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    /// Scope, engagement and profile.
    Terms,
    /// These, and the answers with their notes, each flagged to be looked at again.
    Answers,
}

/// A fresh assessment from another one.
#[derive(Debug, Clone)]
pub struct Duplicate {
    /// The assessment to start from.
    pub from: AssessmentId,
    /// What the new one is called.
    pub title: String,
    /// The period it looks at.
    pub period: Period,
    /// The day on which dates are judged.
    pub as_of: NaiveDate,
    /// What is taken over.
    pub carry: Carry,
}

/// What became of a duplicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicated {
    /// The new assessment.
    pub assessment: AssessmentId,
    /// Controls that were answered and that the newest edition no longer has.
    pub gone: Vec<String>,
}

impl Workbench {
    /// Starts an assessment from another one, under the newest framework built in. Evidence
    /// is not taken over, nor what was concluded and found: it spoke for its own period.
    pub fn duplicate(
        &mut self,
        duplicate: Duplicate,
        now: DateTime<Utc>,
    ) -> Result<Duplicated, Error> {
        self.require(Act::Assess)?;
        let from = self.dossier(duplicate.from)?;
        let old = &from.assessment;
        let (_, newest) = crate::frameworks::built_in()?;
        let start = Start {
            organisation: old.organisation,
            title: duplicate.title,
            period: duplicate.period,
            as_of: duplicate.as_of,
            scope: old.scope.clone(),
            engagement: old.engagement.clone(),
            profile: known_profile(&old.profile, &newest),
        };
        let fresh = self.begin(start, now)?;
        let id = fresh.dossier.assessment.id;
        let private: Vec<WorkingNote> = match duplicate.carry {
            Carry::Terms => Vec::new(),
            Carry::Answers => self.store.of_assessment(duplicate.from)?,
        };
        let (mut dossier, digest) = (fresh.dossier, fresh.digest);
        let mut gone = Vec::new();
        if duplicate.carry == Carry::Answers {
            gone = carry(&from, &mut dossier, now)?;
        }
        let person = self.person().to_owned();
        let chain = Chain::Organisation(dossier.organisation.id);
        self.store.change(chain, now, |change| {
            change.keep_framework(&digest, catalog::BUILT_IN)?;
            for note in private {
                if newest.control(&note.control).is_some() {
                    let own = WorkingNoteId(store::new_id(now)?);
                    change.put(&WorkingNote {
                        id: own,
                        assessment: id,
                        ..note
                    })?;
                }
            }
            write_new(change, dossier, person, now)
        })?;
        Ok(Duplicated {
            assessment: id,
            gone,
        })
    }

    /// Puts an assessment away, or brings it back. It stays what it is: a final one is not
    /// opened again by that.
    pub fn archive(
        &mut self,
        id: AssessmentId,
        archived: bool,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.require(Act::Assess)?;
        let mut assessment: Assessment = self
            .store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("assessment"))?;
        if assessment.archived == archived {
            return Ok(());
        }
        assessment.archived = archived;
        self.open = None;
        let chain = Chain::Organisation(assessment.organisation);
        self.store.change(chain, now, |change| {
            change.begin_step(id.0);
            change.put(&assessment)?;
            change.end_step(&Step::of(StepKind::Terms))
        })?;
        Ok(())
    }
}

/// Takes answers over, each flagged. Returns the answered controls that are no more.
fn carry(from: &Dossier, into: &mut Dossier, now: DateTime<Utc>) -> Result<Vec<String>, Error> {
    let framework = Arc::clone(&into.framework);
    let mut gone: Vec<String> = Vec::new();
    for answer in &from.answers {
        let Some(control) = framework.control(&answer.control) else {
            if !gone.contains(&answer.control) {
                gone.push(answer.control.clone());
            }
            continue;
        };
        into.answers.push(Answer {
            id: AnswerId(store::new_id(now)?),
            assessment: into.assessment.id,
            words: carried(&framework, control, answer.words.clone()),
            changed: now,
            ..answer.clone()
        });
    }
    Ok(gone)
}

/// Returns the words as far as the newest edition knows them, flagged.
fn carried(framework: &Framework, control: &Control, mut words: AnswerWords) -> AnswerWords {
    words.flagged = true;
    words.determination = None;
    let qualifiers = &control.qualifiers;
    words
        .qualifiers
        .retain(|q| qualifiers.iter().any(|known| known.id == *q));
    let fields = &framework.decision_record;
    words
        .decision
        .retain(|field, _| fields.iter().any(|known| known.id == *field));
    if check_words(framework, control, &words).is_err() {
        words.implementation = None;
    }
    words
}

fn known_profile(profile: &[ProfileAnswer], framework: &Framework) -> Vec<ProfileAnswer> {
    let is_known = |answer: &&ProfileAnswer| {
        let asked = framework.profile.iter().find(|q| q.id == answer.question);
        asked.is_some_and(|q| q.options.iter().any(|o| o.id == answer.option))
    };
    profile.iter().filter(is_known).cloned().collect()
}
