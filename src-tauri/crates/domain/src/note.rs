//! The private working note: a type of its own, so that nothing for a client can hold one.

use serde::{Deserialize, Serialize};

use crate::answer::Subject;
use crate::id::{AssessmentId, WorkingNoteId};

/// What an assessor writes for themselves about a control. Never part of what a client gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct WorkingNote {
    /// Its id.
    pub id: WorkingNoteId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The control's id.
    pub control: String,
    /// What the answer it goes with is about.
    pub subject: Subject,
    /// The note, as Markdown.
    pub text: String,
}
