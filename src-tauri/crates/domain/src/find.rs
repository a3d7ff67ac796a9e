//! What a search can find.

use serde::Serialize;

/// What was found by a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
