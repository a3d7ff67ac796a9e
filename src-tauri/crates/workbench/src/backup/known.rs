//! What this computer knows of backups: those it made, and those it restored.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::Vault;

use super::BackedUp;
use super::place;

const BACKUPS: &str = "backups.json";
const RESTORED: &str = "restored.json";

/// How many are remembered.
const REMEMBERED: usize = 64;

/// A backup is said to be overdue after so many days.
const OVERDUE: i64 = 7;

/// A backup that was made on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    vault: Uuid,
    /// The backup's folder.
    pub folder: PathBuf,
    /// When.
    pub at: DateTime<Utc>,
    /// Sealed objects that were copied.
    pub copied: u32,
    /// Sealed objects in it.
    pub objects: u32,
}

impl Backup {
    /// Returns whether its folder can be reached now.
    pub fn is_present(&self) -> bool {
        place::is_backup_folder(&self.folder)
    }
}

/// The backups of one vault that this computer knows of, newest first. Each was opened and
/// looked at when it was made: another is not remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups(pub Vec<Backup>);

impl Backups {
    pub(super) fn of(own: &Path, vault: Uuid) -> Self {
        let mut known: Vec<Backup> = read(&own.join(BACKUPS));
        known.retain(|backup| backup.vault == vault);
        known.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        Self(known)
    }

    /// Returns how old the last one is, in a sentence.
    pub fn sentence(&self, now: DateTime<Utc>) -> String {
        let Some(last) = self.0.first() else {
            return "This computer knows of no backup of this vault.".to_owned();
        };
        match days(last, now) {
            0 => "Last verified backup today.".to_owned(),
            1 => "Last verified backup yesterday.".to_owned(),
            more => format!("Last verified backup {more} days ago."),
        }
    }

    /// Returns whether that is so long ago, or never, that it is said in earnest.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.0.first().is_none_or(|last| days(last, now) > OVERDUE)
    }
}

fn days(backup: &Backup, now: DateTime<Utc>) -> i64 {
    (now - backup.at).num_days().max(0)
}

/// Remembers a backup. Of one folder only the last is.
pub(super) fn remember(own: &Path, vault: Uuid, done: &BackedUp) {
    let mut known: Vec<Backup> = read(&own.join(BACKUPS));
    known.retain(|backup| backup.vault != vault || backup.folder != done.folder);
    known.insert(
        0,
        Backup {
            vault,
            folder: done.folder.clone(),
            at: done.at,
            copied: done.copied,
            objects: done.objects,
        },
    );
    known.truncate(REMEMBERED);
    write(&own.join(BACKUPS), &known);
}

/// A folder that a backup was put in and that was not opened since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Fresh {
    vault: Uuid,
    copy: Uuid,
    folder: PathBuf,
    /// What to know about it, for whoever opens it.
    #[serde(default)]
    said: Vec<String>,
}

/// Remembers that a folder was restored, so that it gets an id of its own when it is opened.
/// It is not put down in the folder: whoever puts an older copy of a vault in its place could
/// put that down as well.
pub(super) fn remember_restored(
    own: &Path,
    (vault, copy): (Uuid, Uuid),
    folder: &Path,
    said: &[String],
) {
    let mut known: Vec<Fresh> = read(&own.join(RESTORED));
    known.retain(|fresh| fresh.folder != folder);
    known.insert(
        0,
        Fresh {
            vault,
            copy,
            folder: folder.to_owned(),
            said: said.to_vec(),
        },
    );
    known.truncate(REMEMBERED);
    write(&own.join(RESTORED), &known);
}

/// Returns whether a vault's folder was restored on this computer and not opened since.
pub(crate) fn was_restored(own: &Path, vault: &Vault) -> bool {
    said_when_restored(own, vault).is_some()
}

/// Returns what was said when a vault's folder was restored on this computer; nothing when it
/// was not, or was opened since.
pub(crate) fn said_when_restored(own: &Path, vault: &Vault) -> Option<Vec<String>> {
    let here = here(vault);
    let known: Vec<Fresh> = read(&own.join(RESTORED));
    let mut known = known.into_iter();
    let found = known.find(|fresh| {
        fresh.vault == vault.id() && fresh.copy == vault.copy_id() && fresh.folder == here
    });
    found.map(|fresh| fresh.said)
}

/// Forgets that a vault's folder was restored: it has an id of its own now.
pub(crate) fn forget_restored(own: &Path, vault: &Vault) {
    let here = here(vault);
    let mut known: Vec<Fresh> = read(&own.join(RESTORED));
    known.retain(|fresh| fresh.folder != here);
    write(&own.join(RESTORED), &known);
}

fn here(vault: &Vault) -> PathBuf {
    fs::canonicalize(vault.folder()).unwrap_or_else(|_| vault.folder().to_owned())
}

/// A list that cannot be read is an empty one.
fn read<T: DeserializeOwned>(file: &Path) -> Vec<T> {
    fs::read(file)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// A computer that cannot keep the list says that it knows of no backup: that is no loss.
fn write<T: Serialize>(file: &Path, known: &[T]) {
    if let (Some(folder), Ok(bytes)) = (file.parent(), serde_json::to_vec_pretty(known)) {
        let _ = fs::create_dir_all(folder);
        let _ = fs::write(file, bytes);
    }
}
