//! Answering: words, private notes, splitting by subject, observations.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::answer::{Answer, AnswerWords, Implementation, Observation, Subject};
use domain::dossier::Dossier;
use domain::finding::Response;
use domain::framework::{Control, Framework};
use domain::id::{AnswerId, AssessmentId, FindingId, ObservationId, WorkingNoteId};
use domain::member::Act;
use domain::note::WorkingNote;
use domain::score::Standing;
use domain::step::{Step, StepKind};
use store::Chain;

use crate::edit::Edit;
use crate::error::Error;
use crate::history::typed_in_answer;
use crate::open::Workbench;

impl Workbench {
    /// Records what a person wrote for a control and subject.
    pub fn answer(
        &mut self,
        assessment: AssessmentId,
        control: &str,
        subject: Subject,
        words: AnswerWords,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let edited = self.edit(
            assessment,
            Step::on(StepKind::Answer, control),
            now,
            |edit| {
                let framework = Arc::clone(&edit.dossier.framework);
                let asked = find(&framework, control)?;
                check_words(&framework, asked, &words)?;
                check_subject(&edit.dossier, asked, subject)?;
                let before = edit.dossier.answer(control, subject);
                let before = before
                    .map(|answer| answer.words.clone())
                    .unwrap_or_default();
                edit.typed_in(typed_in_answer(subject, &before, &words));
                put_answer(edit, control, subject, words)
            },
        )?;
        Ok((edited.dossier, edited.standing))
    }

    /// Returns the private note of a control and subject.
    pub fn working_note(
        &self,
        assessment: AssessmentId,
        control: &str,
        subject: Subject,
    ) -> Result<String, Error> {
        let note: Option<WorkingNote> = self.store.of_control(assessment, control, subject)?;
        Ok(note.map_or_else(String::new, |note| note.text))
    }

    /// Returns the private notes of a control, by subject.
    pub fn working_notes(
        &self,
        assessment: AssessmentId,
        control: &str,
    ) -> Result<HashMap<Subject, String>, Error> {
        let notes: Vec<WorkingNote> = self.store.of_control_each(assessment, control)?;
        Ok(notes.into_iter().map(|n| (n.subject, n.text)).collect())
    }

    /// Writes the private note of a control and subject.
    pub fn write_working_note(
        &mut self,
        assessment: AssessmentId,
        control: &str,
        subject: Subject,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.require(Act::Review)?;
        let dossier = self.dossier(assessment)?;
        check_subject(&dossier, find(&dossier.framework, control)?, subject)?;
        let known: Option<WorkingNote> = self.store.of_control(assessment, control, subject)?;
        let id = match known {
            Some(note) => note.id,
            None => WorkingNoteId(store::new_id(now)?),
        };
        let note = WorkingNote {
            id,
            assessment,
            control: control.to_owned(),
            subject,
            text: text.to_owned(),
        };
        let chain = Chain::Organisation(dossier.organisation.id);
        let step = Step {
            typed_in: Some(subject.to_string()),
            ..Step::on(StepKind::WorkingNote, control)
        };
        self.store.change(chain, now, |change| {
            change.begin_step(assessment.0);
            change.put(&note)?;
            change.end_step(&step)
        })?;
        Ok(())
    }

    /// Splits a control's answer: each subject in scope gets a copy of what was said for all,
    /// the private note included.
    pub fn split_answer(
        &mut self,
        assessment: AssessmentId,
        control: &str,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let shared: Option<WorkingNote> =
            self.store.of_control(assessment, control, Subject::All)?;
        let step = Some(Step::on(StepKind::Split, control));
        let edited = self.edit_beside(assessment, step, now, |change, edit| {
            let framework = Arc::clone(&edit.dossier.framework);
            let asked = find(&framework, control)?;
            let subjects = edit.dossier.assessment.scope.subjects(asked.asked_per);
            if subjects.len() < 2 {
                return Err(Error::input(
                    "There is only one subject of this kind in scope, so there is nothing to \
                     split. Add another to the scope first.",
                ));
            }
            let all = edit.dossier.answer(control, Subject::All).cloned();
            let words = all.map_or_else(AnswerWords::default, |answer| answer.words);
            edit.dossier
                .answers
                .retain(|a| a.control != control || a.subject != Subject::All);
            for subject in subjects {
                // Of a control that is split already, the new subjects only.
                if edit.dossier.answer(control, subject).is_some() {
                    continue;
                }
                put_answer(edit, control, subject, words.clone())?;
                copy_finding(edit, control, Subject::All, subject)?;
                if let Some(note) = &shared {
                    let id = WorkingNoteId(edit.new_id()?);
                    change.put(&WorkingNote {
                        id,
                        subject,
                        ..note.clone()
                    })?;
                }
            }
            if let Some(note) = &shared {
                change.remove::<WorkingNote>(&note.id.to_string())?;
            }
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Joins split answers: one subject's answer stands for all from now on. Notes of the
    /// others, private ones too, are kept below it, under their names.
    pub fn join_answers(
        &mut self,
        assessment: AssessmentId,
        control: &str,
        keep: Subject,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        let private: Vec<WorkingNote> = self.store.of_control_each(assessment, control)?;
        let step = Some(Step::on(StepKind::Join, control));
        let edited = self.edit_beside(assessment, step, now, |change, edit| {
            let mut words = edit
                .dossier
                .answer(control, keep)
                .map(|answer| answer.words.clone())
                .ok_or(Error::NotFound("answer"))?;
            let of_control = edit.dossier.answers.iter().filter(|a| a.control == control);
            let notes = of_control.map(|a| (a.subject, a.words.note.as_str()));
            words.note = joined(&edit.dossier, keep, notes);
            edit.dossier.answers.retain(|a| a.control != control);
            let text = private
                .iter()
                .map(|note| (note.subject, note.text.as_str()));
            let text = joined(&edit.dossier, keep, text);
            for note in &private {
                change.remove::<WorkingNote>(&note.id.to_string())?;
            }
            if !text.is_empty() {
                let (id, subject) = (WorkingNoteId(edit.new_id()?), Subject::All);
                let control = control.to_owned();
                change.put(&WorkingNote {
                    id,
                    assessment,
                    control,
                    subject,
                    text,
                })?;
            }
            copy_finding(edit, control, keep, Subject::All)?;
            put_answer(edit, control, Subject::All, words)
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Writes an observation; a nil id asks for a new one.
    pub fn save_observation(
        &mut self,
        mut observation: Observation,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing), Error> {
        if observation.result.trim().is_empty() {
            return Err(Error::input("Please write what was found."));
        }
        let step = Step::on(StepKind::Observation, &observation.control);
        let edited = self.edit(observation.assessment, step, now, |edit| {
            find(&edit.dossier.framework, &observation.control)?;
            if observation.id.0.is_nil() {
                observation.id = ObservationId(edit.new_id()?);
            }
            edit.dossier.observations.retain(|o| o.id != observation.id);
            edit.dossier.observations.push(observation);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing))
    }

    /// Removes an observation. Returns what it was of.
    pub fn remove_observation(
        &mut self,
        id: ObservationId,
        now: DateTime<Utc>,
    ) -> Result<(Arc<Dossier>, Standing, String), Error> {
        let observation: Observation = self
            .store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("observation"))?;
        let step = Step::on(StepKind::Observation, &observation.control);
        let edited = self.edit(observation.assessment, step, now, |edit| {
            edit.dossier.observations.retain(|o| o.id != id);
            Ok(())
        })?;
        Ok((edited.dossier, edited.standing, observation.control))
    }
}

/// Joins notes: the one that is kept, and below it those that say something else, each under
/// its subject's name.
fn joined<'n>(
    dossier: &Dossier,
    keep: Subject,
    notes: impl Iterator<Item = (Subject, &'n str)> + Clone,
) -> String {
    let mut text: String = notes
        .clone()
        .filter(|(subject, _)| *subject == keep)
        .map(|(_, note)| note)
        .collect();
    let kept = text.clone();
    for (subject, note) in notes {
        if subject == keep || note.trim().is_empty() || note == kept {
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&format!("**{}**: {note}", dossier.subject_name(subject)));
    }
    text
}

pub(crate) fn find<'f>(framework: &'f Framework, control: &str) -> Result<&'f Control, Error> {
    framework.control(control).ok_or(Error::NotFound("control"))
}

fn put_answer(
    edit: &mut Edit<'_>,
    control: &str,
    subject: Subject,
    words: AnswerWords,
) -> Result<(), Error> {
    let (now, person) = (edit.now, edit.person.clone());
    let known = edit
        .dossier
        .answers
        .iter_mut()
        .find(|a| a.control == control && a.subject == subject);
    if let Some(answer) = known {
        if answer.words != words {
            answer.words = words;
            answer.assessor = person;
            answer.changed = now;
        }
        return Ok(());
    }
    let answer = Answer {
        id: AnswerId(edit.new_id()?),
        assessment: edit.dossier.assessment.id,
        control: control.to_owned(),
        subject,
        words,
        assessor: person,
        changed: now,
    };
    edit.dossier.answers.push(answer);
    Ok(())
}

/// What was written about a finding goes along to the subject that stands in for the one it
/// was written for, unless something was written there already.
fn copy_finding(
    edit: &mut Edit<'_>,
    control: &str,
    from: Subject,
    to: Subject,
) -> Result<(), Error> {
    let findings = &edit.dossier.findings;
    let place = |subject: Subject| {
        findings
            .iter()
            .position(|f| f.raised.control == control && f.raised.subject == subject)
    };
    let Some(written) = place(from).and_then(|at| findings.get(at)).cloned() else {
        return Ok(());
    };
    match place(to) {
        Some(at) => {
            let there = edit.dossier.findings.get_mut(at);
            if let Some(there) = there.filter(|f| {
                f.consequence.trim().is_empty() && f.response == Response::default()
            }) {
                there.consequence = written.consequence;
                there.response = written.response;
            }
        }
        None => {
            let mut finding = written;
            finding.id = FindingId(edit.new_id()?);
            finding.raised.subject = to;
            edit.dossier.findings.push(finding);
        }
    }
    Ok(())
}

fn check_subject(dossier: &Dossier, control: &Control, subject: Subject) -> Result<(), Error> {
    if dossier.rows(control).contains(&subject) {
        return Ok(());
    }
    Err(Error::input(
        "This control is no longer answered for that subject. Open the control again.",
    ))
}

pub(crate) fn check_words(
    framework: &Framework,
    control: &Control,
    words: &AnswerWords,
) -> Result<(), Error> {
    let decides = words
        .implementation
        .is_some_and(Implementation::is_decision);
    if decides && !framework.allows_decision(control) {
        return Err(Error::input(
            "An alternative, or \u{201c}not reasonable\u{201d}, can be recorded for addressable \
             specifications only. Choose another answer and put the measure into the note.",
        ));
    }
    let qualifiers_known = words
        .qualifiers
        .iter()
        .all(|q| control.qualifiers.iter().any(|known| known.id == *q));
    let fields_known = words
        .decision
        .keys()
        .all(|f| framework.decision_record.iter().any(|d| d.id == *f));
    if qualifiers_known && fields_known {
        Ok(())
    } else {
        Err(Error::input(
            "The answer holds a field that this framework does not know.",
        ))
    }
}
