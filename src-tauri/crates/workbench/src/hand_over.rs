//! Handing one assessment over to another person: a bundle that leaves, and one that came.

mod take;

use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use bundle::{Catalogue, Content, Key, Manifest, Seal};
use chrono::{DateTime, Utc};
use domain::assessment::Assessment;
use domain::id::{AssessmentId, OrganisationId};
use domain::member::Act;
use domain::organisation::Organisation;
use store::{Chain, Occasion, SealedObject};
use vault::{Passphrase, Sha256, Vault};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::export::{Both, Exported};
use crate::file::{Prepared, not_written};
use crate::frameworks::built_in;
use crate::open::Workbench;

pub use take::{FoundBundle, TakenBundle, look_into_bundle, read_bundle};

/// No identity file is longer.
const LONGEST_IDENTITY: u64 = 1 << 16;

/// How a bundle is sealed, by whom it is for.
pub enum BundleSeal {
    /// The age format, to a passphrase.
    AgePassphrase(Zeroizing<String>),
    /// The age format, to an X25519 recipient.
    AgeRecipient(String),
    /// This program's own format, to a passphrase.
    Own(Passphrase),
}

impl BundleSeal {
    /// Takes a passphrase for a bundle; weak ones are refused as for a vault.
    pub fn to_passphrase(text: String, in_age_format: bool) -> Result<Self, Error> {
        let kept = Zeroizing::new(text.clone());
        let own = Passphrase::choose(text)?;
        Ok(if in_age_format {
            Self::AgePassphrase(kept)
        } else {
            Self::Own(own)
        })
    }
}

impl fmt::Debug for BundleSeal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BundleSeal(redacted)")
    }
}

/// What opens a bundle.
pub struct BundleKey(pub(crate) Key);

impl BundleKey {
    /// Takes a passphrase, and an identity from its file where one is given.
    pub fn new(passphrase: String, identity: Option<&Path>) -> Result<Self, Error> {
        Ok(Self(Key {
            passphrase: Zeroizing::new(passphrase),
            identity: identity.map(read_identity).transpose()?,
        }))
    }
}

fn read_identity(path: &Path) -> Result<Zeroizing<String>, Error> {
    let not_read = |source| Error::File {
        action: "The file with the identity could not be read.",
        source,
    };
    if !std::fs::metadata(path).map_err(not_read)?.is_file() {
        return Err(bundle::Error::NotAnIdentity.into());
    }
    let mut text = Zeroizing::new(String::new());
    let read = File::open(path)
        .map_err(not_read)?
        .take(LONGEST_IDENTITY)
        .read_to_string(&mut text);
    match read {
        Err(error) if error.kind() != io::ErrorKind::InvalidData => Err(not_read(error)),
        Err(_) => Err(bundle::Error::NotAnIdentity.into()),
        Ok(_) => Ok(text),
    }
}

/// A bundle under way: its records were read, its originals not yet. They are read beside the
/// database, so that typing goes on meanwhile.
pub struct HandingOver {
    vault: Arc<Vault>,
    assessment: AssessmentId,
    organisation: OrganisationId,
    about: Manifest,
    content: Content,
    catalogue: Catalogue,
    originals: HashMap<String, SealedObject>,
}

/// A bundle that was written beside its place. Dropped, it is gone.
pub struct MadeBundle {
    assessment: AssessmentId,
    organisation: OrganisationId,
    prepared: Prepared,
    sha256: String,
}

impl Workbench {
    /// Begins a bundle of an assessment: all of it, the private working notes included.
    pub fn begin_bundle(
        &mut self,
        id: AssessmentId,
        now: DateTime<Utc>,
    ) -> Result<HandingOver, Error> {
        self.require(Act::Assess)?;
        let store = &self.store;
        let assessment: Assessment = store
            .get(&id.to_string())?
            .ok_or(Error::NotFound("assessment"))?;
        let owner = assessment.organisation;
        let organisation: Organisation = store
            .get(&owner.to_string())?
            .ok_or(Error::NotFound("organisation"))?;
        let (newest, _) = built_in()?;
        let digest = &assessment.framework.digest;
        let catalogue = match store.framework(digest)? {
            Some(text) => text,
            None if newest == *digest => catalog::BUILT_IN.to_vec(),
            None => return Err(Error::NotFound("framework edition")),
        };
        let content = Content {
            organisation,
            sites: store.of_organisation(owner)?,
            systems: store.of_organisation(owner)?,
            vendors: store.of_organisation(owner)?,
            people: store.of_organisation(owner)?,
            versions: store.of_assessment(id)?,
            snapshots: store.of_assessment(id)?,
            answers: store.of_assessment(id)?,
            working_notes: store.of_assessment(id)?,
            observations: store.of_assessment(id)?,
            evidence: store.of_assessment(id)?,
            links: store.of_assessment(id)?,
            requests: store.of_assessment(id)?,
            findings: store.of_assessment(id)?,
            assessment,
        };
        let mut originals = HashMap::new();
        for original in content.originals() {
            let object = store
                .sealed_object(original.id)?
                .ok_or(Error::NotFound("attachment"))?;
            originals.insert(original.sha256.clone(), object);
        }
        Ok(HandingOver {
            vault: self.vault(),
            assessment: id,
            organisation: owner,
            about: Manifest {
                format: 0,
                program: format!("Auscult {}", env!("CARGO_PKG_VERSION")),
                made_by: self.person().to_owned(),
                at: now,
                members: Vec::new(),
            },
            content,
            catalogue: Catalogue(catalogue),
            originals,
        })
    }

    /// Puts a bundle in its place. The trail knows of it before anybody can hold it, and its
    /// head is signed then.
    pub fn end_bundle(
        &mut self,
        made: MadeBundle,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        let chain = Chain::Organisation(made.organisation);
        self.store.change(chain, now, |change| {
            change.record("export-bundle", "assessment", &made.assessment.to_string())?;
            change.sign_head(Occasion::Export)
        })?;
        made.prepared.put_in_place()?;
        Ok(Exported {
            pages: 0,
            sha256: made.sha256,
            warnings: Vec::new(),
        })
    }

    /// Returns a name for a bundle's file. It names the client, so it goes to the person's own
    /// choice of a place and nowhere else.
    pub fn bundle_name(&mut self, id: AssessmentId, is_age: bool) -> Result<String, Error> {
        let name = self.file_name_of(id)?;
        let ending = if is_age { "age" } else { "auscultbundle" };
        Ok(format!("{name}-assessment.{ending}"))
    }
}

impl HandingOver {
    /// Returns how many bytes of originals will be read.
    pub fn bytes(&self) -> u64 {
        self.originals.values().map(SealedObject::length).sum()
    }

    /// Writes the bundle beside its place. `watch` hears how many bytes of originals are done
    /// and may stop it; then nothing is left.
    pub fn write(
        self,
        seal: &BundleSeal,
        path: &Path,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<MadeBundle, Error> {
        let Self {
            vault,
            assessment,
            organisation,
            about,
            content,
            catalogue,
            originals,
        } = self;
        let seal = match seal {
            BundleSeal::AgePassphrase(passphrase) => Seal::AgePassphrase(passphrase),
            BundleSeal::AgeRecipient(recipient) => Seal::AgeRecipient(recipient),
            BundleSeal::Own(passphrase) => Seal::Own(passphrase, vault.stretch()),
        };
        let (prepared, sha256) = Prepared::write(path, |into| {
            let mut digested = Both {
                into,
                digest: Sha256::new(),
            };
            bundle::write(
                &mut digested,
                &seal,
                about,
                &content,
                &catalogue,
                &mut |original| {
                    let object = originals
                        .get(&original.sha256)
                        .ok_or(bundle::Error::EvidenceDiffers)?;
                    match object.open(&vault) {
                        Ok(reader) => Ok(Box::new(reader)),
                        Err(store::Error::Vault(error)) => Err(error.into()),
                        Err(_) => Err(bundle::Error::EvidenceDiffers),
                    }
                },
                watch,
            )
            .map_err(|error| match error {
                bundle::Error::Write(source) => not_written(source),
                bundle::Error::Cancelled => Error::Cancelled,
                other => other.into(),
            })?;
            Ok(vault::hex(&digested.digest.finish()))
        })?;
        Ok(MadeBundle {
            assessment,
            organisation,
            prepared,
            sha256,
        })
    }
}
