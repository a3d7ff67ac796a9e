//! What can differ between two states of an assessment.

use serde::Serialize;

/// What differs between two states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum DifferenceKind {
    /// The assessment's own terms.
    Terms,
    /// An answer word.
    Answer,
    /// An answer's note.
    Note,
    /// Another part of an answer.
    AnswerPart,
    /// An observation.
    Observation,
    /// Evidence or how it is linked.
    Evidence,
    /// A finding or the reply to it.
    Finding,
    /// A request.
    Request,
}
