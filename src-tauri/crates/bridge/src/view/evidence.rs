//! Evidence and requests for it.

use chrono::NaiveDate;
use domain::evidence::{Evidence, EvidenceLink};
use domain::id::RequestId;
use domain::organisation::Person;
use domain::request::EvidenceRequest;
use serde::Serialize;

views! {
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
    /// What one artefact would settle.
    Settles {
        /// The artefact, as requests name it.
        artefact: String,
        /// The controls whose open requests name it.
        controls: Vec<String>,
        /// These requests.
        requests: Vec<RequestId>,
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
