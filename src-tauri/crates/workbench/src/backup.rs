//! Backups: made while the work goes on, each looked at by opening it, and put in place whole.
//!
//! A backup folder holds the sealed evidence once, in `evidence`, and beside it the states of
//! the vault, each a folder named by its moment with database, header, anchor and a list.
//! Evidence never changes, so what is there already is not copied again. A state counts from
//! the rename that gives it its name: before that there is the one before it, or none.

mod known;
mod place;
mod restore;

use std::collections::HashMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::member::Act;
use store::{Chain, CopyLook, DatabaseCopy, Occasion, SealedObject};
use vault::{Copied, ObjectId, Vault};

use crate::error::Error;
use crate::open::Workbench;
use crate::share;

pub use known::{Backup, Backups};
pub(crate) use known::{forget_restored, said_when_restored, was_restored};
pub use restore::{Restored, restore};

use place::{Listed, Place, State};

/// What files a disk in the old FAT format takes, at most: 4 GiB less one byte.
const FAT_LIMIT: u64 = (4 << 30) - 1;

/// A backup under way: the database was copied, the sealed evidence not yet. That is done
/// beside the workbench, so that typing goes on meanwhile. Dropped before it is finished, all
/// that it made is removed again.
pub struct BackingUp {
    vault: Arc<Vault>,
    place: Place,
    part: PathBuf,
    state: State,
    objects: Vec<SealedObject>,
    added: Vec<ObjectId>,
    is_whole: bool,
}

/// A backup that was made and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// The backup's folder.
    pub folder: PathBuf,
    /// When.
    pub at: DateTime<Utc>,
    /// Sealed objects that were copied; those that were there already were not.
    pub copied: u32,
    /// Sealed objects in it.
    pub objects: u32,
    /// The head of the trail that it ends with, in hex.
    pub head: String,
    /// What to know about it.
    pub warnings: Vec<String>,
}

impl Workbench {
    /// Begins a backup into a folder: the database is copied, as it is now. The head of the
    /// trail is signed before that.
    pub fn begin_backup(
        &mut self,
        folder: &Path,
        now: DateTime<Utc>,
    ) -> Result<BackingUp, Error> {
        self.require(Act::Assess)?;
        if self.is_held_back() {
            return Err(store::Error::NotAccepted.into());
        }
        let vault = self.vault();
        let place = Place::choose(folder, &vault)?;
        self.store.sign_head(Occasion::Backup, now)?;
        let part = place.begin()?;
        let mut backing_up = BackingUp {
            state: State::of(&vault, now),
            vault,
            place,
            part,
            objects: Vec::new(),
            added: Vec::new(),
            is_whole: false,
        };
        let DatabaseCopy { head, objects } = self
            .store
            .copy_database(&backing_up.part)
            .map_err(not_copied)?;
        backing_up.state.entries = head.entries;
        backing_up.state.head = head.hex();
        backing_up.objects = objects;
        Ok(backing_up)
    }

    /// Puts down that a backup was made: in the trail, and among the program's own files.
    pub fn end_backup(
        &mut self,
        done: &BackedUp,
        own: Option<&Path>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        if let Some(own) = own {
            known::remember(own, self.vault().id(), done);
        }
        if !self.store.may_write() {
            return Ok(());
        }
        Ok(self.store.change(Chain::Vault, now, |change| {
            change.record("backup", "vault", "vault")
        })?)
    }

    /// Returns the backups of this vault that this computer knows of.
    pub fn backups(&self, own: &Path) -> Backups {
        Backups::of(own, self.vault().id())
    }
}

impl BackingUp {
    /// Returns how many bytes of evidence are gone through: once to copy what is not there
    /// yet, and once to look at all of it.
    pub fn bytes(&self) -> u64 {
        2 * self.evidence_bytes()
    }

    fn evidence_bytes(&self) -> u64 {
        self.objects.iter().map(SealedObject::length).sum()
    }

    /// Copies the evidence that is not there yet, opens the whole backup, and puts it in its
    /// place. `watch` hears how many bytes are gone through and may stop it.
    pub fn finish(
        mut self,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<BackedUp, Error> {
        let mut warnings = self.place.warnings(&self.vault);
        let listed = self.copy_evidence(watch)?;
        let missing = self.objects.len() - listed.len();
        let before = self.evidence_bytes();
        let mut watch = |done: u64| watch(before + done);
        let look = self.look(&mut watch)?;
        let damaged = self.make_good(&look, &mut watch)?;
        if missing + damaged > 0 {
            warnings.push(format!(
                "{} of the vault's evidence files are damaged or missing in the vault itself, and \
                 so they are in the backup. The vault check names what to do.",
                missing + damaged
            ));
        }
        self.state.objects = listed;
        self.state.list_files(&self.part)?;
        let folder = self.place.put_in(&self.part, &self.state)?;
        self.is_whole = true;
        Ok(BackedUp {
            folder,
            at: self.state.at,
            copied: u32::try_from(self.added.len()).unwrap_or(u32::MAX),
            objects: look.objects,
            head: self.state.head.clone(),
            warnings,
        })
    }

    /// Copies every object that is not there with its right size, and lists all of them.
    fn copy_evidence(
        &mut self,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Vec<Listed>, Error> {
        let known = self.place.listed();
        let from = self.vault.evidence_path();
        let to = self.place.evidence();
        let takes_large = share::kind(&to).is_none_or(|kind| kind != "vfat" && kind != "msdos");
        let mut listed = Vec::new();
        let mut before = 0;
        for sealed in &self.objects {
            let Some(object) = sealed.object() else {
                continue;
            };
            let name = object.name();
            let mut watch = |done: u64| watch(before + done.min(sealed.length()));
            let Ok(length) = fs::metadata(from.join(&name)).map(|file| file.len()) else {
                continue;
            };
            if length > FAT_LIMIT && !takes_large {
                return Err(too_large(std::io::ErrorKind::FileTooLarge.into()));
            }
            let is_there = fs::metadata(to.join(&name)).is_ok_and(|file| file.len() == length);
            let sha256 = if is_there {
                digest(&known, &name, length, &to, &mut watch)?
            } else {
                self.added.push(object);
                vault::hex(&copy(&from, &to, &name, &mut watch)?.sha256)
            };
            before += sealed.length();
            listed.push(Listed {
                name,
                length,
                sha256,
            });
        }
        Ok(listed)
    }

    /// Opens the backup under the vault's own key and looks at all of it.
    fn look(&self, watch: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Result<CopyLook, Error> {
        let look = store::look_at_copy(&self.vault, &self.part, &self.place.evidence(), watch);
        let look = look.map_err(not_copied)?;
        if look.head.hex() != self.state.head {
            return Err(not_copied(store::Error::Damaged));
        }
        Ok(look)
    }

    /// Copies anew what did not open in the backup. Returns how many do not open in the vault
    /// either.
    fn make_good(
        &mut self,
        look: &CopyLook,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<usize, Error> {
        if look.bad.is_empty() {
            return Ok(0);
        }
        let from = self.vault.evidence_path();
        let to = self.place.evidence();
        let bad_here = store::look_at_objects(&look.bad, &from, watch).map_err(not_copied)?;
        for (place, object) in look.bad.iter().enumerate() {
            let Some(object) = object.object().filter(|_| !bad_here.contains(&place)) else {
                continue;
            };
            copy(&from, &to, &object.name(), &mut |_| watch(0))?;
        }
        let still = store::look_at_objects(&look.bad, &to, watch).map_err(not_copied)?;
        if still.iter().any(|place| !bad_here.contains(place)) {
            return Err(Error::input(
                "The disk does not give back what was written to it, so the backup was not \
                 kept. Use another disk.",
            ));
        }
        Ok(bad_here.len())
    }
}

impl Drop for BackingUp {
    fn drop(&mut self) {
        if !self.is_whole {
            self.place.take_back(&self.part, &self.added);
        }
    }
}

/// Returns the digest of a sealed file that is there: from an earlier list, or worked out.
fn digest(
    known: &HashMap<String, Listed>,
    name: &str,
    length: u64,
    folder: &Path,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<String, Error> {
    let of_list = known.get(name).filter(|listed| listed.length == length);
    if let Some(listed) = of_list {
        return Ok(listed.sha256.clone());
    }
    let digest = vault::digest_file(&folder.join(name), watch);
    Ok(vault::hex(
        &digest.map_err(|error| not_copied(error.into()))?.sha256,
    ))
}

/// Copies one sealed file. `watch` hears how many bytes are done and may stop it.
fn copy(
    from: &Path,
    to: &Path,
    name: &str,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Copied, Error> {
    vault::copy_file(from, to, name, watch).map_err(|error| not_copied(error.into()))
}

fn too_large(source: std::io::Error) -> Error {
    Error::File {
        action: "The disk for the backup takes no file as large as one that the vault has, so no \
                 backup was kept. Disks in the old FAT format take files up to 4 GiB: use one \
                 with exFAT, NTFS or ext4.",
        source,
    }
}

/// Says why a backup was not made, of the disk that it was to go to.
fn not_copied(error: store::Error) -> Error {
    use std::io::ErrorKind;
    let file = |action, kind: ErrorKind| Error::File {
        action,
        source: kind.into(),
    };
    match error {
        store::Error::Vault(vault::Error::Cancelled) => Error::Cancelled,
        store::Error::FullDisk | store::Error::Vault(vault::Error::FullDisk) => file(
            "The disk for the backup is full. No half of a backup was left; an earlier one there \
             is as it was.",
            ErrorKind::StorageFull,
        ),
        store::Error::Vault(vault::Error::TooLarge) => {
            too_large(ErrorKind::FileTooLarge.into())
        }
        store::Error::ReadOnly | store::Error::Vault(vault::Error::ReadOnly) => file(
            "The folder for the backup may not be written to, so no backup was made.",
            ErrorKind::PermissionDenied,
        ),
        store::Error::Unreachable | store::Error::Vault(vault::Error::Unreachable) => file(
            "The disk for the backup did not take what was written: it was disconnected, or takes \
             no file this large. No half of a backup was left.",
            ErrorKind::NotFound,
        ),
        store::Error::Vault(vault::Error::Source(source)) => Error::File {
            action: "A sealed file could not be read to its end, so no backup was made. Run the \
                     vault check: it names what is damaged.",
            source,
        },
        store::Error::Vault(vault::Error::Io { source, .. }) => Error::File {
            action: "The disk for the backup did not take what was written. No half of a backup \
                     was left.",
            source,
        },
        store::Error::Damaged | store::Error::Vault(vault::Error::Tampered { .. }) => {
            Error::input(
                "The backup was opened to look at it, and was not as the vault is, so it was not \
                 kept. Run the vault check; when all is sound, use another disk.",
            )
        }
        other => other.into(),
    }
}
