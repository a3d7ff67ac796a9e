//! Ids: UUIDv7 in types of their own, so that one cannot stand for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name(
            #[cfg_attr(feature = "bindings", ts(type = "string"))]
            pub Uuid,
        );

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// Names an organisation.
    OrganisationId;
    /// Names a site.
    SiteId;
    /// Names a machine-learning system.
    SystemId;
    /// Names a vendor.
    VendorId;
    /// Names a person.
    PersonId;
    /// Names an assessment.
    AssessmentId;
    /// Names a version that was made final.
    VersionId;
    /// Names an answer.
    AnswerId;
    /// Names a working note.
    WorkingNoteId;
    /// Names an observation.
    ObservationId;
    /// Names an evidence item.
    EvidenceId;
    /// Names the sealed bytes of evidence.
    AttachmentId;
    /// Names the link between evidence and an answer.
    EvidenceLinkId;
    /// Names an entry in the register of what was issued.
    IssueId;
    /// Names a template for packets.
    TemplateId;
    /// Names an evidence request.
    RequestId;
    /// Names a finding.
    FindingId;
}
