//! The folder of a vault's backups.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{ObjectId, Vault};

use super::not_copied;
use crate::error::Error;

/// What the name of a vault's backup folder ends with.
const ENDING: &str = "auscult-backup";

/// The list in the folder of a state.
const LIST: &str = "backup.json";

/// What the name of something unfinished ends with.
const PART: &str = ".part";

/// The format of the list.
const FORMAT: u32 = 1;

/// How many states are kept: this one, and the one before it.
const KEPT: usize = 2;

/// A sealed file or another of a state, so that damage is seen without a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) length: u64,
    pub(super) sha256: String,
}

/// What the list of a state says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    format: u32,
    pub(super) vault: Uuid,
    pub(super) copy: Uuid,
    pub(super) name: String,
    pub(super) at: DateTime<Utc>,
    pub(super) entries: u64,
    pub(super) head: String,
    pub(super) files: Vec<Listed>,
    pub(super) objects: Vec<Listed>,
}

impl State {
    pub(super) fn of(vault: &Vault, at: DateTime<Utc>) -> Self {
        Self {
            format: FORMAT,
            vault: vault.id(),
            copy: vault.copy_id(),
            name: name_of(vault),
            at,
            entries: 0,
            head: String::new(),
            files: Vec::new(),
            objects: Vec::new(),
        }
    }

    /// Reads the list of a state; nothing where there is none that can be read.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(LIST)).ok()?;
        let state: Self = serde_json::from_slice(&bytes).ok()?;
        (state.format == FORMAT).then_some(state)
    }

    /// Lists the files of a state and writes the list beside them.
    pub(super) fn list_files(&mut self, folder: &Path) -> Result<(), Error> {
        let mut names = vault::names_beside_database().to_vec();
        names.push("vault.db");
        for name in names {
            let mut flow = |_| std::ops::ControlFlow::Continue(());
            let found = vault::digest_file(&folder.join(name), &mut flow)
                .map_err(|error| not_copied(error.into()))?;
            self.files.push(Listed {
                name: name.to_owned(),
                length: found.length,
                sha256: vault::hex(&found.sha256),
            });
        }
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        write(&folder.join(LIST), &bytes).map_err(not_written)
    }

    /// Returns the name of its folder: no disk refuses it, and names sort by time.
    fn folder_name(&self) -> String {
        self.at
            .to_rfc3339_opts(SecondsFormat::Millis, true)
            .replace([':', '.'], "-")
    }
}

fn name_of(vault: &Vault) -> String {
    let name = vault
        .folder()
        .file_stem()
        .map(|name| name.to_string_lossy());
    name.unwrap_or_default().into_owned()
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// Flushes the names in a folder. Windows has no such call and needs none.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

pub(super) fn not_written(source: io::Error) -> Error {
    use io::ErrorKind as Kind;
    let known = match source.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => vault::Error::FullDisk,
        Kind::FileTooLarge => vault::Error::TooLarge,
        Kind::ReadOnlyFilesystem | Kind::PermissionDenied => vault::Error::ReadOnly,
        Kind::NotFound | Kind::NotADirectory => vault::Error::Unreachable,
        _ => vault::Error::Io {
            action: "writing a backup",
            source,
        },
    };
    not_copied(known.into())
}

/// A vault's backup folder.
pub(super) struct Place {
    folder: PathBuf,
    is_new: bool,
}

impl Place {
    /// Finds the backup folder of a vault in a folder that a person chose, which may be the
    /// backup folder itself. What belongs to something else is left alone.
    pub(super) fn choose(chosen: &Path, vault: &Vault) -> Result<Self, Error> {
        let Ok(chosen) = fs::canonicalize(chosen) else {
            return Err(Error::input(
                "The folder for the backup is not there. Connect its disk or choose another.",
            ));
        };
        if !chosen.is_dir() {
            return Err(Error::input(
                "That is a file. Choose a folder for the backup.",
            ));
        }
        let own =
            fs::canonicalize(vault.folder()).unwrap_or_else(|_| vault.folder().to_owned());
        let folder = if is_backup_folder(&chosen) {
            chosen
        } else {
            chosen.join(format!("{}.{ENDING}", name_of(vault)))
        };
        if folder.starts_with(&own) || own.starts_with(&folder) {
            return Err(Error::input(
                "A backup in the vault's own folder would be lost with it. Choose a folder \
                 elsewhere, best on another disk.",
            ));
        }
        let is_new = !folder.exists();
        let place = Self { folder, is_new };
        let states = place.states();
        let is_others = states.iter().any(|(_, state)| state.vault != vault.id());
        let is_taken = !is_new
            && states.is_empty()
            && fs::read_dir(&place.folder).is_ok_and(|entries| {
                entries.flatten().any(|entry| !is_ours(&entry.file_name()))
            });
        if is_others || is_taken {
            return Err(Error::input(
                "There is a folder of that name already that holds something else, and it was \
                 left as it is. Choose another folder for the backup.",
            ));
        }
        Ok(place)
    }

    /// Makes what is missing, clears what an interrupted backup left, and returns the folder
    /// that the new state is built in.
    pub(super) fn begin(&self) -> Result<PathBuf, Error> {
        fs::create_dir_all(&self.folder).map_err(not_written)?;
        self.sweep();
        vault::make_evidence_folder(&self.folder).map_err(|error| not_copied(error.into()))?;
        let random = vault::hex(&vault::random::<8>()?);
        let part = self.folder.join(format!(".{random}{PART}"));
        fs::create_dir(&part).map_err(not_written)?;
        Ok(part)
    }

    pub(super) fn evidence(&self) -> PathBuf {
        self.folder.join("evidence")
    }

    /// Returns all sealed files that the lists of the states name.
    pub(super) fn listed(&self) -> HashMap<String, Listed> {
        self.states()
            .into_iter()
            .flat_map(|(_, state)| state.objects)
            .map(|listed| (listed.name.clone(), listed))
            .collect()
    }

    /// Gives a state its name: from here on it is the backup. Then clears what only older
    /// states needed; what cannot be cleared now is the next time.
    pub(super) fn put_in(&self, part: &Path, state: &State) -> Result<PathBuf, Error> {
        sync(&self.evidence()).map_err(not_written)?;
        sync(part).map_err(not_written)?;
        fs::rename(part, self.folder.join(state.folder_name())).map_err(not_written)?;
        sync(&self.folder).map_err(not_written)?;
        if self.is_new
            && let Some(parent) = self.folder.parent()
        {
            sync(parent).map_err(not_written)?;
        }
        for (folder, _) in self.states().into_iter().skip(KEPT) {
            // Renamed first, so that a state is never there in half.
            let random = vault::hex(&vault::random::<8>()?);
            let gone = self.folder.join(format!(".{random}{PART}"));
            let _ = fs::rename(&folder, &gone).and_then(|()| fs::remove_dir_all(&gone));
        }
        self.sweep();
        Ok(self.folder.clone())
    }

    /// Removes what a backup that was given up has made.
    pub(super) fn take_back(&self, part: &Path, added: &[ObjectId]) {
        let _ = fs::remove_dir_all(part);
        for object in added {
            let _ = fs::remove_file(self.evidence().join(object.name()));
        }
        if self.is_new {
            // Neither goes when something is in it.
            let _ = fs::remove_dir(self.evidence());
            let _ = fs::remove_dir(&self.folder);
        }
    }

    /// Returns what to know about the place.
    pub(super) fn warnings(&self, vault: &Vault) -> Vec<String> {
        let mut warnings = Vec::new();
        if is_one_disk(&self.folder, vault.folder()) {
            warnings.push(
                "The backup lies on the same disk as the vault. If that disk fails, both are \
                 gone: copy it to another one as well."
                    .to_owned(),
            );
        }
        warnings
    }

    /// Removes what is unfinished, and sealed files that no state names.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        for entry in entries.flatten() {
            if is_unfinished(&entry.file_name()) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        let named: HashSet<String> = self.listed().into_keys().collect();
        let Ok(entries) = fs::read_dir(self.evidence()) else {
            return;
        };
        for entry in entries.flatten() {
            let is_named = entry
                .file_name()
                .to_str()
                .is_some_and(|name| named.contains(name));
            if !is_named {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn states(&self) -> Vec<(PathBuf, State)> {
        states(&self.folder)
    }
}

/// Returns the states of a backup folder that can be read, the newest first.
pub(super) fn states(folder: &Path) -> Vec<(PathBuf, State)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut states: Vec<(PathBuf, State)> = entries
        .flatten()
        .filter(|entry| !is_unfinished(&entry.file_name()))
        .filter_map(|entry| Some((entry.path(), State::read(&entry.path())?)))
        .collect();
    states.sort_by(|(a, one), (b, other)| other.at.cmp(&one.at).then(b.cmp(a)));
    states
}

/// Returns whether a folder is one of backups, whatever it is called.
pub(super) fn is_backup_folder(folder: &Path) -> bool {
    let has_name = folder.extension().is_some_and(|ending| ending == ENDING);
    !states(folder).is_empty() || has_name && folder.join("evidence").is_dir()
}

/// Returns whether a name in a backup folder without a state is one that a backup which was
/// interrupted leaves.
fn is_ours(name: &std::ffi::OsStr) -> bool {
    name == "evidence" || is_unfinished(name)
}

fn is_unfinished(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    let random = name
        .strip_prefix('.')
        .and_then(|name| name.strip_suffix(PART));
    random.is_some_and(|random| {
        random.len() == 16 && random.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(unix)]
fn is_one_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|file| file.dev()).ok();
    device(one).is_some() && device(one) == device(other)
}

/// Elsewhere it is told by the letter of the drive.
#[cfg(not(unix))]
fn is_one_disk(one: &Path, other: &Path) -> bool {
    let drive = |path: &Path| {
        let path = fs::canonicalize(path).ok()?;
        path.components()
            .next()
            .map(|first| first.as_os_str().to_owned())
    };
    drive(one).is_some() && drive(one) == drive(other)
}
