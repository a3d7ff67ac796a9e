//! The end of all that belongs to one organisation, with a certificate.
//!
//! The certificate is in its place before the rows are gone for good. Then the sealed files go,
//! and the database is written anew under a new key. What a program that fell left undone of
//! that is done when the vault is opened next.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::Assessment;
use domain::id::OrganisationId;
use domain::member::Act;
use packet::Paper;
use packet::part::{self, Certificate, DestroyedAssessment, DestroyedFile};
use store::{Belongings, Chain, Setting};
use vault::ObjectId;

use crate::assessment::state_digest;
use crate::error::Error;
use crate::export::{self, Exported};
use crate::open::Workbench;
use crate::retention::Kept;

/// The name of the setting that lists sealed files which are still to be removed.
const UNFINISHED: &str = "destroy-unfinished";

/// How it is done, for the certificate.
const HOW: [&str; 3] = [
    "All records of the organisation are deleted from the vault's database, with the steps that \
     could be undone and its words in the index. The database overwrites what it deletes.",
    "The sealed evidence files are removed. Each was encrypted with AES-256-GCM under a random \
     key of its own, which stood in a deleted record and nowhere else.",
    "The database is written anew under a new vault key, and the old one is removed: no \
     passphrase of the vault as it is now opens what was in it (cryptographic erase, NIST SP \
     800-88). If the program is interrupted, it finishes this when the vault is next opened.",
];

/// What no program can reach, for the certificate and the person.
pub const UNREACHED: [&str; 3] = [
    "Backups and other copies of the vault that were made before. Whoever has one and a \
     passphrase of that time can read it. Delete them yourself.",
    "What left the vault: printed documents, bundles, saved copies of evidence, and the files \
     that evidence was attached from.",
    "Worn blocks of a flash disk, snapshots of a file system and the history of a sync service. \
     Removed files may still lie there. They are encrypted, and only a copy of the vault from \
     before opens them.",
];

/// What a person asks for.
#[derive(Debug, Clone)]
pub struct Destroy {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name, typed by the person.
    pub name: String,
    /// Why, for the certificate.
    pub reason: String,
    /// Whether they confirmed what [`Kept::early`] says.
    pub early: bool,
}

/// What became of it.
#[derive(Debug, Clone)]
pub struct Destroyed {
    /// The organisation's name.
    pub name: String,
    /// The certificate.
    pub certificate: Exported,
    /// What could not be reached, and what is still to be done.
    pub unreached: Vec<String>,
}

impl Workbench {
    /// Refuses a destruction that may not be, before a place for the certificate is asked for.
    pub fn check_destroy(&self, destroy: &Destroy, today: NaiveDate) -> Result<Kept, Error> {
        self.require(Act::Own)?;
        let kept = self.retention(destroy.organisation, today)?;
        if let Some(refused) = kept.refused() {
            return Err(Error::input(refused));
        }
        if destroy.name.trim() != kept.organisation.name.trim() {
            return Err(Error::input(
                "The name is not the organisation's. Type it as it stands, to the letter.",
            ));
        }
        if destroy.reason.trim().is_empty() {
            return Err(Error::input(
                "Write why: the reason stands on the certificate.",
            ));
        }
        if kept.early().is_some() && !destroy.early {
            return Err(Error::input(
                "The organisation still has to keep its own records. Confirm that this is a \
                 consultant's copy and that it may go early.",
            ));
        }
        Ok(kept)
    }

    /// Destroys all that belongs to an organisation. The certificate is written first, beside
    /// its place, and put there in the same moment in which the rows are gone.
    pub fn destroy(
        &mut self,
        destroy: &Destroy,
        (paper, path): (Paper, &Path),
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Destroyed, Error> {
        let kept = self.check_destroy(destroy, today)?;
        let id = destroy.organisation;
        let belongings = self.store.belongings(id)?;
        let certificate = self.certificate(&kept, destroy, &belongings)?;
        let document = part::certificate_of_destruction(&certificate, now, vault::random()?);
        let (prepared, exported) = export::write(&packet::layout(document, paper)?, path)?;
        self.open = None;
        let digest = exported.sha256.clone();
        let done = self.store.change(Chain::Organisation(id), now, |change| {
            let went = change.destroy(id)?;
            change.record("destroy", "organisation", &id.to_string())?;
            change.record("destroy", "certificate", &digest)?;
            change.put(&Setting {
                id: UNFINISHED.to_owned(),
                value: list(&went),
            })?;
            prepared.put_in_place()
        });
        if let Err(error) = done {
            // It says what did not happen.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        let mut unreached: Vec<String> = UNREACHED.map(str::to_owned).to_vec();
        if self.finish_destruction(now).is_err() {
            unreached.push(
                "The vault's key could not be changed now. That is done when the vault is next \
                 opened: lock it and open it again."
                    .to_owned(),
            );
        }
        Ok(Destroyed {
            name: kept.organisation.name,
            certificate: exported,
            unreached,
        })
    }

    /// Removes the sealed files of what was destroyed and changes the vault's key. Returns
    /// whether there was anything to finish.
    pub(crate) fn finish_destruction(&mut self, now: DateTime<Utc>) -> Result<bool, Error> {
        let Some(unfinished) = self.store.get::<Setting>(UNFINISHED)? else {
            return Ok(false);
        };
        let objects: Vec<[u8; 16]> = serde_json::from_str(&unfinished.value)
            .map_err(|_| store::Error::Unreadable { kind: "setting" })?;
        for object in objects {
            self.store.remove_unnamed(&ObjectId::from_bytes(object))?;
        }
        self.store.rotate(&[], now)?;
        self.store.change(Chain::Vault, now, |change| {
            change.remove::<Setting>(UNFINISHED)
        })?;
        Ok(true)
    }

    fn certificate(
        &mut self,
        kept: &Kept,
        destroy: &Destroy,
        belongings: &Belongings,
    ) -> Result<Certificate, Error> {
        let id = destroy.organisation;
        let mut assessments = Vec::new();
        for assessment in self.store.of_organisation::<Assessment>(id)? {
            let dossier = self.dossier(assessment.id)?;
            assessments.push(DestroyedAssessment {
                title: assessment.title,
                framework: format!(
                    "{} {}",
                    assessment.framework.id, assessment.framework.edition
                ),
                version: assessment.version,
                state: state_digest(&dossier)?,
            });
        }
        let files = belongings.files.iter().map(|file| DestroyedFile {
            sha256: file.sha256.clone(),
            length: file.length,
            stays: file.is_shared,
        });
        let (vault, chain) = (self.vault(), Chain::Organisation(id));
        let name = vault.folder().file_stem();
        let (own, all) = (self.store.chain_head(chain)?, self.head()?);
        Ok(Certificate {
            organisation: kept.organisation.name.clone(),
            organisation_id: id.to_string(),
            vault: name.unwrap_or_default().to_string_lossy().into_owned(),
            vault_id: vault.id().to_string(),
            by: self.person().to_owned(),
            reason: destroy.reason.trim().to_owned(),
            ground: kept.ground(),
            records: belongings
                .records
                .iter()
                .map(|(kind, count)| (in_words(kind).to_owned(), *count))
                .collect(),
            assessments,
            files: files.collect(),
            chain: (own.entries, own.hex()),
            head: (all.entries, all.hex()),
            how: HOW.map(str::to_owned).to_vec(),
            unreached: UNREACHED.map(str::to_owned).to_vec(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Returns a name for the certificate's file.
    pub fn certificate_name(
        &self,
        id: OrganisationId,
        today: NaiveDate,
    ) -> Result<String, Error> {
        let kept = self.retention(id, today)?;
        let name = export::as_file_name(&kept.organisation.name);
        Ok(format!("{name}-certificate-of-destruction.pdf"))
    }
}

/// The sealed files that go, as the setting keeps them.
fn list(went: &Belongings) -> String {
    let files = went.files.iter().filter(|file| !file.is_shared);
    let objects: Vec<&[u8; 16]> = files.map(|file| file.object.as_bytes()).collect();
    // A list of numbers is always text.
    serde_json::to_string(&objects).unwrap_or_default()
}

/// Returns what a kind of record is called.
fn in_words(kind: &str) -> &str {
    match kind {
        "organisation" => "the organisation itself",
        "site" => "sites",
        "system" => "systems",
        "vendor" => "vendors",
        "person" => "people",
        "assessment" => "assessments",
        "version" => "versions made final",
        "snapshot" => "states that versions pinned",
        "answer" => "answers",
        "working_note" => "private working notes",
        "observation" => "observations",
        "evidence" => "evidence records",
        "evidence_link" => "links of evidence to answers",
        "evidence_request" => "evidence requests",
        "finding" => "findings",
        "retention" => "what was said about retention",
        "packet_draft" => "what its packets consist of",
        "look" => "how its documents look",
        "issue" => "entries of the register of what was issued",
        other => other,
    }
}
