//! Two copies of one vault on one computer: told apart, and said.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::Vault;

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
        let here =
            fs::canonicalize(vault.folder()).unwrap_or_else(|_| vault.folder().to_owned());
        let is_this = |k: &Known| k.vault == vault.id() && k.copy == vault.copy_id();
        let has_twin = known
            .iter()
            .any(|k| is_this(k) && k.folder != here && is_still_there(k));
        drop(vault);
        if has_twin && !self.is_held_back() {
            match self.become_new_copy(now) {
                // Whoever has no room left must still be able to read; the next time it is done.
                Err(Error::Store(
                    store::Error::FullDisk | store::Error::Vault(vault::Error::FullDisk),
                )) => {}
                done => done?,
            }
        }
        let vault = self.vault();
        let is_this = |k: &Known| k.vault == vault.id() && k.copy == vault.copy_id();
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
        Ok(())
    }
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
