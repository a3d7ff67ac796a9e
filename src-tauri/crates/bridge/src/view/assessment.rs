//! An assessment as a whole: its controls, its terms, its versions, its history, where it stands.

use chrono::{DateTime, Utc};
use domain::answer::{Implementation, ItemState, Subject};
use domain::assessment::{Assessment, Version};
use domain::difference::DifferenceKind;
use domain::finding::Finding;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::owed::Owed;
use domain::profile::Consequence;
use domain::provision::ProvisionStanding;
use domain::score::Standing;
use domain::step::StepKind;
use domain::terms::TermsEffect;

views! {
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
    /// An assessment that was started from another one.
    DuplicatedView {
        /// The new assessment.
        assessment: AssessmentView,
        /// Controls that were answered and that the newest edition no longer has, by their
        /// ids: what was said there stays in the old assessment.
        gone: Vec<String>,
    }
    /// A control in a list.
    ControlRow {
        /// The control's id.
        control: String,
        /// How it stands.
        state: ItemState,
        /// Whether every row of it has an answer word.
        answered: bool,
        /// The answer words of its rows, each once, in the order of the rows.
        words: Vec<Implementation>,
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
}
