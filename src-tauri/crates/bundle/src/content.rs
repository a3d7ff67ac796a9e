//! What a bundle holds, and that it belongs together.

use std::collections::HashSet;
use std::hash::Hash;

use chrono::{DateTime, Utc};
use domain::answer::{Answer, Observation};
use domain::assessment::{Assessment, Snapshot, Version};
use domain::evidence::{Attachment, Evidence, EvidenceLink};
use domain::finding::Finding;
use domain::note::WorkingNote;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The format that this program writes.
pub(crate) const FORMAT: u32 = 1;

/// The first member: who made the bundle, when, and what else is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// The format.
    pub format: u32,
    /// The program that made it.
    pub program: String,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The other members, in the order in which they follow.
    pub members: Vec<Member>,
}

/// What every manifest of any format has.
#[derive(Deserialize)]
struct AnyManifest {
    format: u32,
}

/// One member of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub length: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
}

impl Manifest {
    /// Reads a manifest; one of a newer format is told by its number alone.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Error> {
        let any: AnyManifest = parsed(bytes, "its list of members cannot be read")?;
        if any.format > FORMAT {
            return Err(Error::NewerFormat {
                found: any.format,
                supported: FORMAT,
            });
        }
        let manifest: Self = parsed(bytes, "its list of members cannot be read")?;
        if manifest.format != FORMAT {
            return Err(Error::Malformed("its format has no such number"));
        }
        Ok(manifest)
    }
}

/// The text of the catalogue that an assessment was answered under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue(pub Vec<u8>);

macro_rules! content {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $name:literal,)*) => {
        /// The records of one assessment: all of it, the private working notes included, with
        /// its organisation and what belongs to that.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Content {
            $($(#[$doc])* pub $field: $type,)*
        }

        /// The members with records, in their order.
        pub(crate) const RECORDS: &[&str] = &[$(concat!("records/", $name, ".json")),*];

        impl Content {
            /// Returns each member with records and its bytes.
            pub(crate) fn members(&self) -> Result<Vec<(&'static str, Vec<u8>)>, Error> {
                Ok(vec![$((
                    concat!("records/", $name, ".json"),
                    serde_json::to_vec_pretty(&self.$field)
                        .map_err(|error| Error::Write(error.into()))?,
                ),)*])
            }

            /// Reads the records from their members, in their order.
            pub(crate) fn read(members: &[Vec<u8>]) -> Result<Self, Error> {
                let mut members = members.iter();
                let mut next = || members.next().map(Vec::as_slice).unwrap_or_default();
                Ok(Self {
                    $($field: parsed(next(), concat!("its ", $name, " records cannot be read"))?,)*
                })
            }
        }
    };
}

content! {
    /// The organisation.
    organisation: Organisation = "organisation",
    /// Its sites.
    sites: Vec<Site> = "site",
    /// Its systems.
    systems: Vec<System> = "system",
    /// Its vendors.
    vendors: Vec<Vendor> = "vendor",
    /// Its people.
    people: Vec<Person> = "person",
    /// The assessment.
    assessment: Assessment = "assessment",
    /// The versions made final.
    versions: Vec<Version> = "version",
    /// The states that they pinned.
    snapshots: Vec<Snapshot> = "snapshot",
    /// What was answered.
    answers: Vec<Answer> = "answer",
    /// The private working notes.
    working_notes: Vec<WorkingNote> = "working_note",
    /// What was observed.
    observations: Vec<Observation> = "observation",
    /// What was examined.
    evidence: Vec<Evidence> = "evidence",
    /// How it bears on the answers.
    links: Vec<EvidenceLink> = "evidence_link",
    /// What is still wanted.
    requests: Vec<EvidenceRequest> = "evidence_request",
    /// What follows.
    findings: Vec<Finding> = "finding",
}

fn parsed<T: DeserializeOwned>(bytes: &[u8], otherwise: &'static str) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|_| Error::Malformed(otherwise))
}

impl Content {
    /// Returns the originals of the evidence, each once.
    pub fn originals(&self) -> Vec<&Attachment> {
        let mut seen = HashSet::new();
        self.evidence
            .iter()
            .filter_map(|evidence| evidence.attachment.as_ref())
            .filter(|attachment| seen.insert(attachment.sha256.as_str()))
            .collect()
    }

    /// Refuses records that do not belong together: whoever takes them may rely on it that all
    /// hang on this assessment and this organisation, and that no id stands twice.
    pub(crate) fn check(&self, catalogue: &Catalogue) -> Result<(), Error> {
        let (organisation, assessment) = (self.organisation.id, self.assessment.id);
        let of_organisation = self.assessment.organisation == organisation
            && self.sites.iter().all(|r| r.organisation == organisation)
            && self.systems.iter().all(|r| r.organisation == organisation)
            && self.vendors.iter().all(|r| r.organisation == organisation)
            && self.people.iter().all(|r| r.organisation == organisation);
        let of_assessment = self.versions.iter().all(|r| r.assessment == assessment)
            && self.snapshots.iter().all(|r| r.assessment == assessment)
            && self.answers.iter().all(|r| r.assessment == assessment)
            && self
                .working_notes
                .iter()
                .all(|r| r.assessment == assessment)
            && self.observations.iter().all(|r| r.assessment == assessment)
            && self.evidence.iter().all(|r| r.assessment == assessment)
            && self.links.iter().all(|r| r.assessment == assessment)
            && self.requests.iter().all(|r| r.assessment == assessment)
            && self.findings.iter().all(|r| r.assessment == assessment);
        if !of_organisation || !of_assessment {
            return Err(Error::Malformed(
                "a record belongs to another assessment or organisation",
            ));
        }
        let each_once = once(self.sites.iter().map(|r| r.id))
            && once(self.systems.iter().map(|r| r.id))
            && once(self.vendors.iter().map(|r| r.id))
            && once(self.people.iter().map(|r| r.id))
            && once(self.versions.iter().map(|r| r.id))
            && once(self.snapshots.iter().map(|r| r.id))
            && once(self.answers.iter().map(|r| r.id))
            && once(self.answers.iter().map(|r| (&r.control, r.subject)))
            && once(self.working_notes.iter().map(|r| r.id))
            && once(self.working_notes.iter().map(|r| (&r.control, r.subject)))
            && once(self.observations.iter().map(|r| r.id))
            && once(self.evidence.iter().map(|r| r.id))
            && once(self.links.iter().map(|r| r.id))
            && once(self.requests.iter().map(|r| r.id))
            && once(self.findings.iter().map(|r| r.id));
        if !each_once {
            return Err(Error::Malformed("a record stands in it twice"));
        }
        self.check_versions()?;
        let digest = vault::hex(&vault::sha256(&catalogue.0));
        if digest != self.assessment.framework.digest {
            return Err(Error::Malformed(
                "its catalogue is not the one that the assessment names",
            ));
        }
        Ok(())
    }

    /// A version pins the digest of its state, so the two must agree.
    fn check_versions(&self) -> Result<(), Error> {
        let agrees = self.versions.iter().all(|version| {
            let state = self.snapshots.iter().find(|s| s.id == version.id);
            state.is_some_and(|s| {
                vault::hex(&vault::sha256(s.state.as_bytes())) == version.digest
            })
        });
        if !agrees || self.versions.len() != self.snapshots.len() {
            return Err(Error::Malformed(
                "a final version is not the one that was pinned",
            ));
        }
        Ok(())
    }
}

fn once<T: Hash + Eq>(mut ids: impl Iterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    ids.all(|id| seen.insert(id))
}
