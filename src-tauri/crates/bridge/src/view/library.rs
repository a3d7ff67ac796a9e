//! The library, organisations, framework editions, and what was found in all of it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::answer::Subject;
use domain::assessment::Stage;
use domain::find::FindKind;
use domain::framework::Framework;
use domain::id::{AssessmentId, OrganisationId};
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::profile::Consequence;

views! {
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
        /// Findings that stand open.
        findings: u32,
        /// When an answer of it was last changed, or it was started.
        changed: DateTime<Utc>,
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
}
