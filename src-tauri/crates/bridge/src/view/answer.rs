//! One control in full, and what answers change.

use chrono::{DateTime, Utc};
use domain::answer::{AnswerWords, Implementation, ItemState, Observation, Subject};
use domain::assessment::Assessment;
use domain::evidence::{Evidence, EvidenceLink};
use domain::finding::Finding;
use domain::id::AssessmentId;
use domain::profile::Consequence;
use domain::request::EvidenceRequest;
use domain::score::{ItemStanding, Standing};

use super::assessment::ControlRow;

views! {
    /// A control in full.
    ControlView {
        /// The assessment.
        assessment: AssessmentId,
        /// The control's id.
        control: String,
        /// Its answers: one for all, or one for each subject.
        answers: Vec<AnswerRow>,
        /// Whether it was split.
        split: bool,
        /// Whether there is more than one subject to split it by.
        can_split: bool,
        /// What was observed.
        observations: Vec<Observation>,
        /// The evidence that bears on it.
        evidence: Vec<LinkedEvidence>,
        /// What is wanted for it.
        requests: Vec<EvidenceRequest>,
        /// What follows from its answers.
        findings: Vec<Finding>,
        /// What the scoping profile says about it.
        consequences: Vec<Consequence>,
        /// How it stands.
        standing: ItemStanding,
    }
    /// One answer of a control.
    AnswerRow {
        /// What it is about.
        subject: Subject,
        /// The subject's name.
        subject_name: String,
        /// What was written.
        words: AnswerWords,
        /// Who wrote it.
        assessor: String,
        /// When it was last saved.
        changed: Option<DateTime<Utc>>,
        /// How it stands.
        state: ItemState,
        /// Names of the decision record's fields that still lack.
        missing: Vec<String>,
        /// The private note.
        working_note: String,
    }
    /// Evidence with the link that makes it bear on a control.
    LinkedEvidence {
        /// The link.
        link: EvidenceLink,
        /// The evidence.
        evidence: Evidence,
    }
    /// What a saved answer changed.
    AnsweredView {
        /// The control in full.
        control: ControlView,
        /// The control in the list.
        row: ControlRow,
        /// Where the assessment now stands.
        standing: Standing,
        /// The assessment: a change opens a new version of a final one.
        assessment: Assessment,
        /// When it was saved.
        saved: DateTime<Utc>,
    }
    /// That something was saved.
    SavedView {
        /// When.
        saved: DateTime<Utc>,
    }
    /// What a bulk answer would change, answer by answer.
    BulkView {
        /// Each answer of the controls, in the order of the framework.
        rows: Vec<BulkRow>,
    }
    /// What a bulk answer would do to one answer.
    BulkRow {
        /// The control's id.
        control: String,
        /// What the answer is about.
        subject: Subject,
        /// The subject's name.
        subject_name: String,
        /// The word that stands there.
        before: Option<Implementation>,
        /// The word that would stand there.
        after: Option<Implementation>,
        /// Whether anything would change.
        changes: bool,
        /// Why this answer would be left alone, when it would.
        refused: String,
    }
}
