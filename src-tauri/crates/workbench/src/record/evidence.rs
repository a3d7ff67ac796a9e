//! The originals that go along with a record.

use domain::disclosed::is_private;
use domain::dossier::Dossier;
use domain::evidence::{Attachment, Evidence};
use store::{SealedObject, Store};
use vault::{EvidenceReader, Vault};

use super::WantedEvidence;
use crate::error::Error;
use crate::file::not_written;

/// An original that goes along.
pub(super) struct Original {
    evidence: Evidence,
    attachment: Attachment,
    object: SealedObject,
}

/// Chooses the evidence whose originals go along, or says why one of them cannot.
pub(super) fn choose(
    dossier: &Dossier,
    wanted: &WantedEvidence,
    has_working_papers: bool,
) -> Result<Vec<Evidence>, Error> {
    let may = |evidence: &Evidence| has_working_papers || !is_private(evidence);
    match wanted {
        WantedEvidence::All => {
            let is_redacted = |original: &Evidence| {
                let mut all = dossier.evidence.iter();
                all.any(|e| e.redacts == Some(original.id) && e.withdrawn.is_none())
            };
            let goes = |evidence: &&Evidence| {
                evidence.attachment.is_some()
                    && evidence.withdrawn.is_none()
                    && may(evidence)
                    && (has_working_papers || !is_redacted(evidence))
            };
            Ok(dossier.evidence.iter().filter(goes).cloned().collect())
        }
        WantedEvidence::These(ids) => {
            let mut chosen: Vec<Evidence> = Vec::new();
            for id in ids {
                let known = dossier.evidence.iter().find(|e| e.id == *id);
                let evidence = known.ok_or(Error::NotFound("evidence"))?;
                let title = evidence.title.trim();
                if !may(evidence) {
                    return Err(Error::input(format!(
                        "\u{201c}{title}\u{201d} is for working papers only, and these are not \
                         in the record. Take the evidence out, or put the working papers in."
                    )));
                }
                if evidence.attachment.is_none() {
                    return Err(Error::input(format!(
                        "\u{201c}{title}\u{201d} is a written reference without a file, so \
                         there is nothing to put into the record. Take it out."
                    )));
                }
                if chosen.iter().all(|e| e.id != *id) {
                    chosen.push(evidence.clone());
                }
            }
            Ok(chosen)
        }
    }
}

impl Original {
    /// Finds the sealed bytes of evidence.
    pub(super) fn find(store: &Store, evidence: Evidence) -> Result<Self, Error> {
        let attachment = evidence.attachment.clone();
        let attachment = attachment.ok_or(Error::NotFound("attachment"))?;
        let object = store.sealed_object(attachment.id)?;
        match object.filter(|object| object.object().is_some()) {
            Some(object) => Ok(Self {
                evidence,
                attachment,
                object,
            }),
            None => Err(gone_bad(&evidence)),
        }
    }

    pub(super) fn title(&self) -> &str {
        &self.evidence.title
    }

    pub(super) fn file_name(&self) -> &str {
        &self.attachment.file_name
    }

    pub(super) fn length(&self) -> u64 {
        self.attachment.length
    }

    pub(super) fn sha256(&self) -> &str {
        &self.attachment.sha256
    }

    /// Opens the sealed bytes.
    pub(super) fn open(&self, vault: &Vault) -> Result<EvidenceReader, Error> {
        self.object.open(vault).map_err(|error| match error {
            store::Error::Vault(vault::Error::Tampered { .. })
            | store::Error::Unreadable { .. } => gone_bad(&self.evidence),
            other => other.into(),
        })
    }

    /// Says why the original could not be put into the record.
    pub(super) fn fault(&self, error: record::Error) -> Error {
        match error {
            record::Error::Differs { .. } => gone_bad(&self.evidence),
            record::Error::Read { source, .. } => match source.downcast::<vault::Error>() {
                Ok(vault::Error::Tampered { .. }) => gone_bad(&self.evidence),
                Ok(error) => error.into(),
                Err(source) => Error::File {
                    action: "The sealed bytes of evidence could not be read, so no record was \
                             made. Run the vault check: it names what is damaged.",
                    source,
                },
            },
            other => other.into(),
        }
    }
}

impl From<record::Error> for Error {
    fn from(error: record::Error) -> Self {
        match error {
            record::Error::Write(source) => not_written(source),
            record::Error::Cancelled => Self::Cancelled,
            record::Error::Vault(error) => error.into(),
            other => Self::Record(other),
        }
    }
}

fn gone_bad(evidence: &Evidence) -> Error {
    Error::input(format!(
        "The sealed file of \u{201c}{}\u{201d} is damaged: it is not what was attached. No record \
         was made. Attach the file again, or restore it from a backup; or leave this evidence out \
         of the record.",
        evidence.title.trim()
    ))
}
