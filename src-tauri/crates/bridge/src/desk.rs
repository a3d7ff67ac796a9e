//! What stands behind the commands: the vault that is open, and work under way.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workbench::host::Host;
use workbench::{CancelFlag, Digesting, Error, PlanImport, Reading, Work, Workbench, sample};

use crate::drawn::Drawn;
use crate::fault::Fault;
use crate::laid::Laid;
use crate::open::Open;
use crate::tries::Tries;
use crate::view::{CryptoMode, LockedView, RecentVault};

/// How many vaults are remembered.
const REMEMBERED: usize = 8;

/// What stands behind the commands. Each command takes the vault for as long as it needs it
/// and no longer; sealing a file goes on beside it.
pub struct Desk {
    open: Open,
    asked: Mutex<Option<PathBuf>>,
    locked: Mutex<Option<LockedView>>,
    tasks: Mutex<HashMap<String, CancelFlag>>,
    drawn: Mutex<Drawn>,
    laid: Laid,
    tries: Mutex<Tries>,
    plan: Mutex<Option<(Uuid, PlanImport)>>,
    work: fn(&dyn Host) -> Work,
}

impl Desk {
    /// Makes a desk; `asked` is the vault that the program was started with.
    pub fn new(asked: Option<PathBuf>, work: fn(&dyn Host) -> Work) -> Self {
        Self {
            open: Open::default(),
            asked: Mutex::new(asked),
            locked: Mutex::default(),
            tasks: Mutex::default(),
            drawn: Mutex::default(),
            laid: Laid::default(),
            tries: Mutex::default(),
            plan: Mutex::default(),
            work,
        }
    }

    pub(crate) fn work(&self, host: &dyn Host) -> Work {
        (self.work)(host)
    }

    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Workbench>> {
        self.open.slot()
    }

    /// Works with the open vault.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Workbench) -> Result<T, Error>,
    ) -> Result<T, Fault> {
        let mut slot = self.slot();
        let workbench = slot.as_mut().ok_or_else(Fault::locked)?;
        Ok(work(workbench)?)
    }

    /// Closes the open vault, if there is one. What was being attached to it is given up.
    pub fn close(&self) -> Result<(), Fault> {
        self.cancel_all();
        self.drawn().forget();
        self.plan().take();
        self.laid.forget();
        if let Some(workbench) = self.slot().take() {
            workbench.close()?;
        }
        Ok(())
    }

    /// Closes the open vault, if there is one, once whoever opened it signed its trail.
    pub(crate) fn lock(&self, now: DateTime<Utc>) -> Result<(), Fault> {
        self.cancel_all();
        self.drawn().forget();
        self.plan().take();
        self.laid.forget();
        if let Some(workbench) = self.slot().take() {
            workbench.lock(now)?;
        }
        Ok(())
    }

    /// Looks at the whole trail of the open vault beside whatever else is done with it.
    pub(crate) fn verify_beside(&self, verifying: (Reading, Digesting)) {
        self.open.verify_beside(verifying);
    }

    /// Returns the evidence plan that was read last, under the name of that reading.
    pub(crate) fn plan(&self) -> MutexGuard<'_, Option<(Uuid, PlanImport)>> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the pages that were drawn of the open vault's evidence.
    pub(crate) fn drawn(&self) -> MutexGuard<'_, Drawn> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the packets of the open vault that were laid out.
    pub(crate) fn laid(&self) -> &Laid {
        &self.laid
    }

    /// Returns whether a vault may be open. Waits for nobody: while a command works with the
    /// vault, it is.
    pub fn is_open(&self) -> bool {
        self.open.may_be_open()
    }

    /// Remembers why the vault was locked before, until one is opened.
    pub fn locked_before(&self, locked: Option<LockedView>) {
        *self.locked.lock().unwrap_or_else(PoisonError::into_inner) = locked;
    }

    pub(crate) fn locked(&self) -> Option<LockedView> {
        *self.locked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the vault that was asked for last.
    pub fn asked(&self) -> Option<PathBuf> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Returns how often the passphrase of the vault that is asked for was wrong.
    pub(crate) fn tries(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn ask_for(&self, folder: &Path) {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.to_owned());
    }

    pub(crate) fn begin(&self, task: &str) -> CancelFlag {
        let flag = CancelFlag::default();
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.insert(task.to_owned(), flag.clone());
        flag
    }

    pub(crate) fn end(&self, task: &str) {
        self.tasks
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(task);
    }

    /// Stops all work under way: the disk is needed for something else.
    pub fn cancel_all(&self) {
        let tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.values().for_each(CancelFlag::cancel);
    }

    pub(crate) fn cancel(&self, task: &str) {
        let tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(flag) = tasks.get(task) {
            flag.cancel();
        }
    }
}

/// The list of vaults opened on this computer: folders only, nothing of what is in them.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Recent {
    folders: Vec<PathBuf>,
}

fn list(host: &dyn Host) -> PathBuf {
    host.folder().join("recent.json")
}

/// Returns the vaults opened here before, newest first. A list that cannot be read is empty.
pub(crate) fn recent(host: &dyn Host) -> Vec<RecentVault> {
    read(host)
        .folders
        .into_iter()
        .map(|folder| RecentVault {
            name: vault_name(&folder),
            present: is_vault(&folder),
            mode: CryptoMode::of_vault(&folder),
            folder: folder.to_string_lossy().into_owned(),
        })
        .collect()
}

/// Returns whether a folder looks like a vault. One copy of the header is enough to open it.
pub(crate) fn is_vault(folder: &Path) -> bool {
    let is_there = |name| folder.join(name).is_file();
    is_there("header.json") || is_there("header.copy.json")
}

fn read(host: &dyn Host) -> Recent {
    std::fs::read(list(host))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Puts a vault first in the list. Forgetting it costs a person one more click, so failing
/// to write is not an error. The sample has its own way in and is not listed: nobody is asked
/// for a passphrase they never chose.
pub(crate) fn remember(host: &dyn Host, folder: &Path) {
    if folder == sample::folder(&host.folder()) {
        return;
    }
    let mut recent = read(host);
    recent.folders.retain(|known| known != folder);
    recent.folders.insert(0, folder.to_owned());
    recent.folders.truncate(REMEMBERED);
    let _ = std::fs::create_dir_all(host.folder());
    if let Ok(bytes) = serde_json::to_vec_pretty(&recent) {
        let _ = std::fs::write(list(host), bytes);
    }
}

/// Returns a vault's name: its folder's without the ending.
pub(crate) fn vault_name(folder: &Path) -> String {
    folder
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_the_vault_gives_up_what_is_being_attached() {
        let desk = Desk::new(None, |_| panic!("nothing is opened here"));
        let attaching = desk.begin("attach");
        desk.close().unwrap();
        assert!(attaching.is_cancelled());
    }
}
