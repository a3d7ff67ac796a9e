//! Two copies of one vault on one computer: told apart, and said.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::Vault;

use crate::backup;
use crate::error::Error;
use crate::open::Workbench;

/// How many folders are remembered.
const REMEMBERED: usize = 64;

/// Where a copy of a vault was last opened on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    vault: Uuid,
    copy: Uuid,
    folder: PathBuf,
}

impl Workbench {
    /// Looks, among the program's own files, whether this vault was opened here before in
    /// another folder that is still there. Then one is a copy of the other, and this one is
    /// given an id of its own. A vault that was merely moved keeps its id.
    pub fn recognise(&mut self, own: &Path, now: DateTime<Utc>) -> Result<(), Error> {
        let file = own.join("vaults.json");
        let mut known = read(&file);
        let vault = self.vault();
        let restored = backup::said_when_restored(own, &vault);
        let has_twin = has_twin(own, &vault);
        let restored_is_none = restored.is_none();
        drop(vault);
        if (has_twin || restored.is_some()) && self.store.may_write() {
            let done = match restored {
                Some(said) => self.begin_as_restored(said, now),
                None => self.become_new_copy(now),
            };
            match done {
                // Whoever has no room left must still be able to read; the next time it is done.
                Err(Error::Store(
                    store::Error::FullDisk | store::Error::Vault(vault::Error::FullDisk),
                )) => {}
                done => {
                    done?;
                    backup::forget_restored(own, &self.vault());
                    self.store.remember_in(own)?;
                }
            }
        }
        let vault = self.vault();
        let here = place(&vault);
        let is_this = |k: &Known| k.vault == vault.id() && k.copy == vault.copy_id();
        let other = |k: &Known| k.vault == vault.id() && k.folder == here;
        let was_replaced =
            !has_twin && restored_is_none && known.iter().any(|k| other(k) && !is_this(k));
        known.retain(|k| k.folder != here && !is_this(k));
        known.insert(
            0,
            Known {
                vault: vault.id(),
                copy: vault.copy_id(),
                folder: here,
            },
        );
        known.truncate(REMEMBERED);
        write(&file, &known);
        if was_replaced {
            self.notices.push(
                "Another copy of this vault lay in this folder when it was last opened on this \
                 computer. If you did not put this one in its place, compare the head of its \
                 trail with a packet, and look for the other copy."
                    .to_owned(),
            );
        }
        Ok(())
    }
}

/// Returns whether the same copy of a vault was opened here before in another folder that is
/// still there.
pub(crate) fn has_twin(own: &Path, vault: &Vault) -> bool {
    let here = place(vault);
    read(&own.join("vaults.json")).iter().any(|known| {
        known.vault == vault.id()
            && known.copy == vault.copy_id()
            && known.folder != here
            && is_still_there(known)
    })
}

fn place(vault: &Vault) -> PathBuf {
    fs::canonicalize(vault.folder()).unwrap_or_else(|_| vault.folder().to_owned())
}

fn is_still_there(known: &Known) -> bool {
    Vault::look(&known.folder)
        .is_ok_and(|glance| glance.vault == known.vault && glance.copy == known.copy)
}

/// A list that cannot be read is an empty one.
fn read(file: &Path) -> Vec<Known> {
    fs::read(file)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// A computer that cannot keep the list takes a copy for the vault that it was made from;
/// the trail still tells computers apart.
fn write(file: &Path, known: &[Known]) {
    if let (Some(folder), Ok(bytes)) = (file.parent(), serde_json::to_vec_pretty(known)) {
        let _ = fs::create_dir_all(folder);
        let _ = fs::write(file, bytes);
    }
}
