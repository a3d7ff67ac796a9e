//! What a screen gets to see.

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::{AnswerWords, Implementation, ItemState, Observation, Subject};
use domain::assessment::{Assessment, Stage, Version};
use domain::evidence::{Evidence, EvidenceLink};
use domain::finding::Finding;
use domain::framework::Framework;
use domain::id::{AssessmentId, OrganisationId};
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::owed::Owed;
use domain::profile::Consequence;
use domain::provision::ProvisionStanding;
use domain::request::EvidenceRequest;
use domain::score::{ItemStanding, Standing};
use serde::Serialize;

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}

views! {
    /// Whether a vault is open, and which were opened here before.
    StatusView {
        /// Whether one is open.
        state: VaultState,
        /// The vault, when one is open or was asked for.
        vault: Option<VaultView>,
        /// Vaults opened on this computer before, newest first.
        recent: Vec<RecentVault>,
        /// Whether a vault with the sample can be opened without a question.
        sample_ready: bool,
        /// The program's version.
        version: String,
    }
    /// An open vault, or one that waits for its passphrase.
    VaultView {
        /// The folder's name without its ending.
        name: String,
        /// The folder.
        folder: String,
        /// Who works here.
        person: String,
        /// Entries in its trail.
        entries: u32,
        /// The first letters of the trail's head.
        head: String,
        /// Whether this is the sample: its passphrase is no secret.
        sample: bool,
        /// What the last look at its soundness said, in sentences; empty means all is well.
        warnings: Vec<String>,
        /// Whether nothing can be written until the person accepts what was found.
        held_back: bool,
    }
    /// A vault opened before.
    RecentVault {
        /// The folder's name without its ending.
        name: String,
        /// The folder.
        folder: String,
        /// Whether it can be reached now.
        present: bool,
    }
    /// A folder that was chosen; nothing when the question was cancelled.
    ChosenView {
        /// The folder.
        folder: Option<String>,
    }
    /// What a check of the vault found.
    CheckView {
        /// Whether everything was sound.
        sound: bool,
        /// What was looked at.
        lines: Vec<CheckLine>,
    }
    /// One part of a check.
    CheckLine {
        /// What was looked at.
        part: String,
        /// Whether it was sound.
        sound: bool,
        /// What was found.
        sentence: String,
    }
    /// All organisations and assessments.
    LibraryView {
        /// The organisations by name.
        organisations: Vec<Organisation>,
        /// The assessments, newest first.
        assessments: Vec<AssessmentRow>,
    }
    /// An assessment in a list.
    AssessmentRow {
        /// Its id.
        id: AssessmentId,
        /// The organisation.
        organisation: OrganisationId,
        /// The organisation's name.
        organisation_name: String,
        /// What it is called.
        title: String,
        /// The framework's edition.
        edition: String,
        /// Whether it is still worked on.
        stage: Stage,
        /// Its version.
        version: u32,
        /// The day on which dates are judged.
        as_of: NaiveDate,
        /// When it was started.
        started: DateTime<Utc>,
        /// Controls with an answer word.
        answered: u32,
        /// Controls in the framework.
        controls: u32,
        /// Answers flagged.
        flagged: u32,
        /// Whether it was put away.
        archived: bool,
    }
    /// An organisation with all that belongs to it.
    OrganisationView {
        /// The organisation.
        organisation: Organisation,
        /// Its sites.
        sites: Vec<Site>,
        /// Its systems.
        systems: Vec<System>,
        /// Its vendors.
        vendors: Vec<Vendor>,
        /// Its people.
        people: Vec<Person>,
        /// Its assessments.
        assessments: Vec<AssessmentRow>,
    }
    /// A framework edition.
    FrameworkView {
        /// SHA-256 of the catalogue file, in hex.
        digest: String,
        /// The framework.
        framework: Framework,
    }
    /// What a profile changes.
    ProfileView {
        /// Each effect, in the order of the questions.
        consequences: Vec<Consequence>,
    }
    /// An assessment at work.
    AssessmentView {
        /// The assessment.
        assessment: Assessment,
        /// The organisation.
        organisation: Organisation,
        /// The organisation's sites.
        sites: Vec<Site>,
        /// Its systems.
        systems: Vec<System>,
        /// Its vendors.
        vendors: Vec<Vendor>,
        /// Its people.
        people: Vec<Person>,
        /// All controls, in order.
        rows: Vec<ControlRow>,
        /// Where it stands.
        standing: Standing,
        /// The versions made final.
        versions: Vec<Version>,
    }
    /// A control in a list.
    ControlRow {
        /// The control's id.
        control: String,
        /// How it stands.
        state: ItemState,
        /// Whether every row of it has an answer word.
        answered: bool,
        /// Its value, 0 to 1.
        value: f64,
        /// Its assurance, 0 to 1.
        assurance: f64,
        /// Whether to come back to it.
        flagged: bool,
        /// Whether something was noted.
        noted: bool,
        /// Evidence items that bear on it.
        evidence: u32,
        /// Requests still open.
        open_requests: u32,
        /// Whether it was split by subject.
        split: bool,
        /// The severity of its worst open finding.
        finding: Option<u8>,
    }
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
    /// What became of files to attach.
    AttachedView {
        /// One line per file, in order; empty when the question was cancelled.
        files: Vec<AttachedFile>,
    }
    /// What became of one file.
    AttachedFile {
        /// The file's name.
        file_name: String,
        /// What became of it.
        outcome: AttachOutcome,
        /// The evidence item, when there is one.
        evidence: Option<Evidence>,
        /// What went wrong and what to do, when something did.
        sentence: String,
    }
    /// All evidence of an assessment.
    ShelfView {
        /// The items, newest first, withdrawn ones included.
        evidence: Vec<Evidence>,
        /// How they bear on answers.
        links: Vec<EvidenceLink>,
    }
    /// What evidence looks like, as far as it can be shown.
    PreviewView {
        /// How it is shown.
        kind: PreviewKind,
        /// The pages or the one picture: each is at `preview://localhost/EVIDENCE/NUMBER`,
        /// counted from 1, with `?width=` for another width in pixels.
        pages: Vec<PreviewPage>,
        /// The text, or its beginning.
        text: String,
        /// The rows of a table, or their beginning, the heading first.
        rows: Vec<Vec<String>>,
        /// Pages, lines or rows in all.
        total: u32,
        /// Whether only the beginning is here.
        cut: bool,
        /// Why it cannot be shown and what to do, or what to know of what is shown.
        sentence: String,
    }
    /// The size of a page of evidence at its natural width.
    PreviewPage {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
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
    /// What can be undone and redone.
    HistoryView {
        /// The last step.
        undo: Option<StepView>,
        /// The step undone last.
        redo: Option<StepView>,
    }
    /// A step that can be undone or redone.
    StepView {
        /// What was done.
        what: StepKind,
        /// The control that it was done to.
        control: Option<String>,
        /// Records that it changed.
        records: u32,
        /// When it was done.
        at: DateTime<Utc>,
    }
    /// A step that was undone or done again.
    UndoneView {
        /// The step.
        step: StepView,
        /// What can be undone and redone now.
        history: HistoryView,
    }
    /// What was found.
    SearchView {
        /// The finds, the best of each kind first, kinds in a fixed order.
        finds: Vec<Find>,
        /// Whether there are more than these.
        more: bool,
    }
    /// Something found.
    Find {
        /// What it is.
        kind: FindKind,
        /// Its id: a record's, or a control's.
        id: String,
        /// The organisation.
        organisation: Option<OrganisationId>,
        /// The organisation's name.
        organisation_name: String,
        /// The assessment.
        assessment: Option<AssessmentId>,
        /// The assessment's title.
        assessment_title: String,
        /// The control that it belongs to.
        control: Option<String>,
        /// What the answer is about, of notes.
        subject: Option<Subject>,
        /// Its name.
        title: String,
        /// The words around what was found.
        snippet: Vec<FindSpan>,
    }
    /// A stretch of words, found or around it.
    FindSpan {
        /// The words.
        text: String,
        /// Whether they were searched for.
        found: bool,
    }
    /// What changed terms of an assessment would do.
    TermsView {
        /// Each answer that is touched, in the order of the framework.
        rows: Vec<TermsRow>,
        /// Consequences of the profile that are new.
        added: Vec<Consequence>,
        /// Consequences of the profile that go.
        gone: Vec<Consequence>,
        /// The figure over provisions as it is.
        before: Option<f64>,
        /// The figure over provisions as it would be.
        after: Option<f64>,
    }
    /// An answer that changed terms touch.
    TermsRow {
        /// The control's id.
        control: String,
        /// What the answer is about.
        subject: Subject,
        /// The subject's name.
        subject_name: String,
        /// What happens to it.
        effect: TermsEffect,
        /// The word that stands there.
        implementation: Option<Implementation>,
    }
    /// What changed between two states of an assessment.
    CompareView {
        /// Each change, in the order of the framework.
        rows: Vec<DifferenceRow>,
        /// The figure over provisions before.
        before: Option<f64>,
        /// The figure over provisions after.
        after: Option<f64>,
    }
    /// One change between two states.
    DifferenceRow {
        /// What it is a change of.
        what: DifferenceKind,
        /// The control's id; nothing for the assessment as a whole.
        control: Option<String>,
        /// The subject's name, or that of the evidence, request or term.
        name: String,
        /// What stood there; nothing when it is new.
        before: Option<String>,
        /// What stands there; nothing when it is gone.
        after: Option<String>,
    }
    /// What one artefact would settle.
    Settles {
        /// The artefact, as requests name it.
        artefact: String,
        /// The controls whose requests name it.
        controls: Vec<String>,
    }
    /// The evidence plan.
    RequestsView {
        /// All requests, in the order of the framework.
        requests: Vec<EvidenceRequest>,
        /// Artefacts that more than one control asks for.
        settles: Vec<Settles>,
        /// Controls with an evidence gap and no open request.
        missing: Vec<String>,
        /// The day on which due dates are judged: today.
        today: NaiveDate,
        /// Whom one may ask.
        people: Vec<Person>,
    }
    /// Where an assessment stands, opened up.
    OverviewView {
        /// The assessment.
        assessment: Assessment,
        /// The figures with the rows they came from.
        standing: Standing,
        /// The findings, worst first, settled ones last.
        findings: Vec<Finding>,
        /// What the answers say about each provision, in the order of the law.
        provisions: Vec<ProvisionStanding>,
        /// What is owed before it can be final.
        owed: Vec<Owed>,
        /// The versions made final.
        versions: Vec<Version>,
    }
    /// How far a task is: the event "progress".
    ProgressView {
        /// The task's name.
        task: String,
        /// The file under way, counted from 1.
        file: u32,
        /// Files in all.
        files: u32,
        /// Bytes done of this file.
        done: f64,
        /// Bytes in this file.
        total: f64,
    }
    /// Files were dropped on the window: the event "dropped".
    DroppedView {
        /// The token by which they can be attached.
        token: String,
        /// How many.
        count: u32,
    }
    /// A file that was written; nothing when the question was cancelled.
    ExportedView {
        /// The file.
        file: Option<ExportedFile>,
    }
    /// A file that was written.
    ExportedFile {
        /// Its name.
        name: String,
        /// The folder it lies in.
        folder: String,
        /// Pages, for a document.
        pages: Option<u32>,
        /// SHA-256, in hex.
        sha256: String,
        /// What was noticed while it was made.
        warnings: Vec<String>,
    }
}

/// Whether a vault is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum VaultState {
    /// None was opened here yet.
    NoVault,
    /// One waits for its passphrase.
    Locked,
    /// One is open.
    Unlocked,
}

/// What became of a file to attach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum AttachOutcome {
    /// It was sealed and is a new item.
    Added,
    /// The same bytes were there; the item was linked.
    AlreadyThere,
    /// It was not taken.
    Failed,
    /// It was cancelled.
    Cancelled,
}

/// How evidence is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum PreviewKind {
    /// As one picture.
    Picture,
    /// As pages.
    Pages,
    /// As text.
    Text,
    /// As a table.
    Table,
    /// It is a written reference without a file.
    Reference,
    /// It cannot be shown; the sentence says why.
    Unshown,
}

/// What was done in a step that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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

/// What was found by a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FindKind {
    /// A control of the framework.
    Control,
    /// An answer's note or record.
    Answer,
    /// A private working note.
    WorkingNote,
    /// An observation.
    Observation,
    /// Evidence.
    Evidence,
    /// A finding or the reply to it.
    Finding,
    /// A request.
    Request,
    /// A person.
    Person,
    /// A system.
    System,
    /// A vendor.
    Vendor,
    /// A site.
    Site,
    /// An organisation.
    Organisation,
    /// An assessment.
    Assessment,
}

/// What changed terms do to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum TermsEffect {
    /// Its subject leaves the scope: it is kept and no longer counts.
    Leaves,
    /// A subject comes into the scope: it is asked anew.
    Enters,
    /// The profile now proposes something else for the control.
    Proposes,
    /// It counts otherwise than before.
    CountsOtherwise,
}

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

/// How the window is kept on this computer. It holds nothing of any vault.
#[derive(Debug, Clone, Default, PartialEq, Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// Widths of panes in pixels, by name.
    pub panes: std::collections::BTreeMap<String, f64>,
    /// Size of the page's text in per cent.
    pub zoom: Option<u16>,
}

/// The look of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
