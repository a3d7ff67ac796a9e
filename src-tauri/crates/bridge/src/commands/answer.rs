//! Answers, private notes and observations.

use domain::answer::Observation;
use workbench::Bulk;
use workbench::host::Host;

use crate::desk::Desk;
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::{Answered, changed};

/// Records an answer.
pub fn answer(desk: &Desk, host: &dyn Host, request: AnswerRequest) -> Answered<AnsweredView> {
    let AnswerRequest {
        assessment,
        control,
        subject,
        words,
    } = request;
    changed(desk, host, |w| {
        let (dossier, standing) = w.answer(assessment, &control, subject, words, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Writes a private note.
pub fn write_working_note(
    desk: &Desk,
    host: &dyn Host,
    request: WorkingNoteRequest,
) -> Answered<SavedView> {
    let WorkingNoteRequest {
        assessment,
        control,
        subject,
        text,
    } = request;
    let saved = host.now();
    desk.with(|w| w.write_working_note(assessment, &control, subject, &text, saved))?;
    Ok(SavedView { saved })
}

/// Shows what a bulk answer would change.
pub fn preview_bulk(desk: &Desk, _: &dyn Host, request: BulkRequest) -> Answered<BulkView> {
    desk.with(|w| w.preview_bulk(&bulk(request)))
        .map(|(dossier, rows)| shape::bulk(&dossier, rows))
}

/// Answers several controls alike.
pub fn answer_bulk(
    desk: &Desk,
    host: &dyn Host,
    request: BulkRequest,
) -> Answered<AssessmentView> {
    desk.with(|w| w.answer_bulk(&bulk(request), host.now()))
        .map(|(dossier, standing)| shape::assessment(&dossier, standing))
}

fn bulk(request: BulkRequest) -> Bulk {
    let set = request.set;
    Bulk {
        assessment: request.assessment,
        controls: request.controls,
        only_unanswered: request.only_unanswered,
        set: workbench::BulkWords {
            implementation: set.implementation,
            flagged: set.flagged,
            note: set.note,
            exclusion_reason: set.exclusion_reason,
            exclusion_approver: set.exclusion_approver,
            plan_owner: set.plan_owner,
            plan_due: set.plan_due,
            who_would_know: set.who_would_know,
        },
    }
}

/// Splits a control's answer by subject.
pub fn split_answer(
    desk: &Desk,
    host: &dyn Host,
    request: ControlRequest,
) -> Answered<AnsweredView> {
    changed(desk, host, |w| {
        let (dossier, standing) =
            w.split_answer(request.assessment, &request.control, host.now())?;
        Ok((dossier, standing, request.control))
    })
}

/// Joins split answers.
pub fn join_answers(
    desk: &Desk,
    host: &dyn Host,
    request: JoinRequest,
) -> Answered<AnsweredView> {
    let JoinRequest {
        assessment,
        control,
        keep,
    } = request;
    changed(desk, host, |w| {
        let (dossier, standing) = w.join_answers(assessment, &control, keep, host.now())?;
        Ok((dossier, standing, control))
    })
}

/// Writes an observation.
pub fn save_observation(
    desk: &Desk,
    host: &dyn Host,
    request: Observation,
) -> Answered<ControlView> {
    desk.with(|w| {
        let control = request.control.clone();
        let (dossier, standing) = w.save_observation(request, host.now())?;
        shape::control(w, &dossier, &standing, &control)
    })
}

/// Removes an observation.
pub fn remove_observation(
    desk: &Desk,
    host: &dyn Host,
    request: ObservationRequest,
) -> Answered<ControlView> {
    desk.with(|w| {
        let (dossier, standing, control) =
            w.remove_observation(request.observation, host.now())?;
        shape::control(w, &dossier, &standing, &control)
    })
}
