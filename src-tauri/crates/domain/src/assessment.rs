//! An assessment: one organisation, one framework edition, one period.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::answer::Subject;
use crate::framework::SubjectKind;
use crate::id::{AssessmentId, OrganisationId, SiteId, SystemId, VendorId, VersionId};
use crate::organisation::Agreement;

/// One organisation assessed against one framework edition over one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The organisation assessed.
    pub organisation: OrganisationId,
    /// What it is called.
    pub title: String,
    /// The framework edition it is answered under.
    pub framework: FrameworkRef,
    /// The period it looks at.
    pub period: Period,
    /// The day on which dates in scores are judged.
    pub as_of: NaiveDate,
    /// What is in and out.
    pub scope: Scope,
    /// Who asked for it, who does it, on what terms.
    pub engagement: Engagement,
    /// What was answered to the scoping profile.
    #[serde(default)]
    pub profile: Vec<ProfileAnswer>,
    /// Whether it is still worked on.
    pub stage: Stage,
    /// The version being worked on, or that was made final; counted from 1.
    pub version: u32,
    /// When it was started.
    pub started: DateTime<Utc>,
    /// Whether it was put away.
    #[serde(default)]
    pub archived: bool,
}

/// A framework edition, by the digest of its text kept in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FrameworkRef {
    /// The framework's short name.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// SHA-256 of the catalogue file, in hex.
    pub digest: String,
}

/// A span of days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// What is in and out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Scope {
    /// The boundary in words.
    #[serde(default)]
    pub statement: String,
    /// What is left out, and why.
    #[serde(default)]
    pub left_out: String,
    /// The sites in scope.
    #[serde(default)]
    pub sites: Vec<SiteId>,
    /// The systems in scope.
    #[serde(default)]
    pub systems: Vec<SystemId>,
    /// The vendors in scope.
    #[serde(default)]
    pub vendors: Vec<VendorId>,
}

impl Scope {
    /// Returns the subjects of a kind that are in scope; none for the organisation itself.
    pub fn subjects(&self, kind: SubjectKind) -> Vec<Subject> {
        match kind {
            SubjectKind::Organisation => Vec::new(),
            SubjectKind::Site => self.sites.iter().copied().map(Subject::Site).collect(),
            SubjectKind::System => self.systems.iter().copied().map(Subject::System).collect(),
            SubjectKind::Vendor => self.vendors.iter().copied().map(Subject::Vendor).collect(),
        }
    }

    /// Returns whether a subject is in scope. All of a kind always are.
    pub fn holds(&self, subject: Subject) -> bool {
        match subject {
            Subject::All => true,
            Subject::Site(id) => self.sites.contains(&id),
            Subject::System(id) => self.systems.contains(&id),
            Subject::Vendor(id) => self.vendors.contains(&id),
        }
    }
}

/// Who asked for the assessment, who does it, on what terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Engagement {
    /// Who asked for it.
    #[serde(default)]
    pub requested_by: String,
    /// Whether the organisation assesses itself.
    pub kind: EngagementKind,
    /// Who assesses.
    #[serde(default)]
    pub assessor: String,
    /// What qualifies them.
    #[serde(default)]
    pub qualifications: String,
    /// What ties them to the organisation, or that nothing does.
    #[serde(default)]
    pub independence: String,
    /// A label on every page, such as "confidential". A label, not legal protection.
    #[serde(default)]
    pub marking: String,
    /// The assessor's own business associate agreement with the client.
    #[serde(default)]
    pub agreement: Agreement,
}

/// Who assesses whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum EngagementKind {
    /// The organisation assesses itself.
    #[default]
    SelfAssessment,
    /// Somebody from outside assesses it.
    Independent,
}

/// What was answered to one question of the scoping profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ProfileAnswer {
    /// The question's name.
    pub question: String,
    /// Whom it was answered for: all, or one system.
    pub subject: Subject,
    /// The option's name.
    pub option: String,
}

/// Where an assessment is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Stage {
    /// Being worked on; every printed page says so.
    Draft,
    /// Made final: its state's digest is pinned. The next change opens a new version.
    Final,
}

/// A version that was made final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// Its number.
    pub number: u32,
    /// SHA-256 of the canonical state, in hex.
    pub digest: String,
    /// Who made it final.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The state that a version pinned, kept so that versions can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// The version's id.
    pub id: VersionId,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The canonical state whose SHA-256 the version names.
    pub state: String,
}
