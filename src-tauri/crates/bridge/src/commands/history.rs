//! Undoing and redoing.

use store::{History, Past};
use uuid::Uuid;
use workbench::host::Host;
use workbench::{Error, Workbench};

use crate::desk::Desk;
use crate::request::*;
use crate::view::*;

use super::Answered;

/// Tells what can be undone and redone.
pub fn history(desk: &Desk, _: &dyn Host, request: HistoryRequest) -> Answered<HistoryView> {
    desk.with(|w| w.history(request.of)).map(shown)
}

/// Undoes the last step.
pub fn undo(desk: &Desk, host: &dyn Host, request: HistoryRequest) -> Answered<UndoneView> {
    turned(desk, request.of, |w| w.undo(request.of, host.now()))
}

/// Does the step again that was undone last.
pub fn redo(desk: &Desk, host: &dyn Host, request: HistoryRequest) -> Answered<UndoneView> {
    turned(desk, request.of, |w| w.redo(request.of, host.now()))
}

fn turned(
    desk: &Desk,
    of: Uuid,
    turn: impl FnOnce(&mut Workbench) -> Result<Past, Error>,
) -> Answered<UndoneView> {
    desk.with(|w| {
        let past = turn(w)?;
        Ok(UndoneView {
            step: step(past),
            history: shown(w.history(of)?),
        })
    })
}

fn shown(history: History) -> HistoryView {
    HistoryView {
        undo: history.undo.map(step),
        redo: history.redo.map(step),
    }
}

fn step(past: Past) -> StepView {
    StepView {
        what: past.step.kind,
        control: past.step.control,
        records: past.records,
        at: past.at,
    }
}
