//! Undoing and redoing, and what counts as typing in one field.

use chrono::{DateTime, Utc};
use domain::answer::{AnswerWords, Subject};
use domain::evidence::Evidence;
use domain::finding::Response;
use domain::id::AssessmentId;
use domain::member::Act;
use store::{Chain, History, Past};
use uuid::Uuid;

use crate::error::Error;
use crate::open::Workbench;

impl Workbench {
    /// Returns what can be undone and redone of an assessment or organisation.
    pub fn history(&self, of: Uuid) -> Result<History, Error> {
        Ok(self.store.history(of)?)
    }

    /// Undoes the last step of an assessment or organisation. Returns the step.
    pub fn undo(&mut self, of: Uuid, now: DateTime<Utc>) -> Result<Past, Error> {
        self.require(Act::Assess)?;
        // What is in memory may be of before.
        self.open = None;
        let undone = self.store.undo(of, now)?;
        undone.ok_or_else(|| Error::input("There is nothing to undo here."))
    }

    /// Does the step again that was undone last. Returns the step.
    pub fn redo(&mut self, of: Uuid, now: DateTime<Utc>) -> Result<Past, Error> {
        self.require(Act::Assess)?;
        self.open = None;
        let redone = self.store.redo(of, now)?;
        redone.ok_or_else(|| Error::input("There is nothing to redo here."))
    }

    /// Lets nothing that was done so far be undone, neither of an assessment nor of its
    /// organisation.
    pub(crate) fn end_history(
        &mut self,
        assessment: AssessmentId,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let organisation = self.dossier(assessment)?.organisation.id;
        let chain = Chain::Organisation(organisation);
        self.store.change(chain, now, |change| {
            change.end_history(assessment.0)?;
            change.end_history(organisation.0)
        })?;
        Ok(())
    }
}

type Field<T> = (&'static str, fn(&mut T) -> &mut String);

/// Returns the one field of prose in which two values differ, when they differ in nothing else.
fn typed<T: Clone + PartialEq>(
    before: &T,
    after: &T,
    fields: &[Field<T>],
) -> Option<&'static str> {
    if before == after {
        return None;
    }
    let differ_there_only = |(_, field): &&Field<T>| {
        let (mut before, mut after) = (before.clone(), after.clone());
        field(&mut before).clear();
        field(&mut after).clear();
        before == after
    };
    fields.iter().find(differ_there_only).map(|(name, _)| *name)
}

/// Returns the field of an answer that was typed in, when nothing but that was done.
pub(crate) fn typed_in_answer(
    subject: Subject,
    before: &AnswerWords,
    after: &AnswerWords,
) -> Option<String> {
    let field = typed(
        before,
        after,
        &[
            ("note", |words| &mut words.note),
            ("exclusion reason", |words| &mut words.exclusion_reason),
            ("exclusion approver", |words| &mut words.exclusion_approver),
            ("plan owner", |words| &mut words.plan_owner),
            ("who would know", |words| &mut words.who_would_know),
        ],
    );
    let name = field
        .map(str::to_owned)
        .or_else(|| in_decision(before, after))?;
    Some(format!("{subject} {name}"))
}

/// Returns the one field of a decision record in which two answers differ.
fn in_decision(before: &AnswerWords, after: &AnswerWords) -> Option<String> {
    let empty = String::new();
    let said =
        |words: &AnswerWords, field: &str| words.decision.get(field).unwrap_or(&empty).clone();
    let mut differing = before
        .decision
        .keys()
        .chain(after.decision.keys())
        .filter(|field| said(before, field) != said(after, field));
    let field = differing.next()?;
    let is_only_one = differing.all(|other| other == field);
    let mut rest = before.clone();
    rest.decision.clone_from(&after.decision);
    (is_only_one && rest == *after).then(|| format!("decision {field}"))
}

/// Returns the field of a finding that was typed in, when nothing but that was done.
pub(crate) fn typed_in_finding(
    before: (&str, &Response),
    after: (&str, &Response),
) -> Option<&'static str> {
    let (before, after) = (
        (before.0.to_owned(), before.1.clone()),
        (after.0.to_owned(), after.1.clone()),
    );
    typed(
        &before,
        &after,
        &[
            ("consequence", |(consequence, _)| consequence),
            ("reply", |(_, response)| &mut response.text),
            ("owner", |(_, response)| &mut response.owner),
        ],
    )
}

/// Returns the field of evidence that was typed in, when nothing but that was done.
pub(crate) fn typed_in_evidence(before: &Evidence, after: &Evidence) -> Option<&'static str> {
    typed(
        before,
        after,
        &[
            ("title", |evidence| &mut evidence.title),
            ("text", |evidence| &mut evidence.description.text),
            ("provided by", |evidence| {
                &mut evidence.description.provided_by
            }),
            ("collected by", |evidence| {
                &mut evidence.description.collected_by
            }),
            ("version", |evidence| {
                &mut evidence.description.document_version
            }),
        ],
    )
}
