//! Steps: what a person did in one go, as it can be undone and redone.

use serde::{Deserialize, Serialize};

/// What a person did in one go: to which control, and in which field when it was typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The control that it was done to.
    #[serde(default)]
    pub control: Option<String>,
    /// The field that was typed in, when nothing but that was done: typing in one field
    /// without a long pause is one step, however often it was saved meanwhile.
    #[serde(default)]
    pub typed_in: Option<String>,
}

impl Step {
    /// Makes a step that was done to no control in particular.
    pub fn of(kind: StepKind) -> Self {
        Self {
            kind,
            control: None,
            typed_in: None,
        }
    }

    /// Makes a step that was done to a control.
    pub fn on(kind: StepKind, control: &str) -> Self {
        Self {
            kind,
            control: Some(control.to_owned()),
            typed_in: None,
        }
    }
}

/// What was done in a step that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum StepKind {
    /// An answer was written.
    Answer,
    /// Several controls were answered alike.
    BulkAnswer,
    /// A private note was written.
    WorkingNote,
    /// An answer was split.
    Split,
    /// Split answers were joined.
    Join,
    /// An observation was written or removed.
    Observation,
    /// Evidence was attached.
    Attach,
    /// Evidence was described.
    Evidence,
    /// Evidence was linked, or a link changed or removed.
    Link,
    /// Evidence was withdrawn.
    Withdraw,
    /// Requests were written.
    Request,
    /// A finding was replied to.
    Response,
    /// The terms of the assessment were changed.
    Terms,
    /// The organisation or what belongs to it was changed.
    Organisation,
}
