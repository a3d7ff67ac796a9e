//! Putting a backup in a new place, never over anything that is there.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::known;
use super::place::{Listed, State, is_backup_folder, not_written, states, sync};
use crate::error::Error;

/// A backup that was put in a new place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The new folder.
    pub folder: PathBuf,
    /// When the backup was made.
    pub at: DateTime<Utc>,
    /// What to know about it.
    pub warnings: Vec<String>,
}

/// Puts the newest whole state of a backup in a new folder. No key is needed: whether the
/// files are as they were written is seen from the list beside them, and whether they are the
/// vault's when it is opened. `own` is the folder of the program's own files, where it is
/// kept that the new folder is a copy. `watch` hears how many bytes are done and may stop it;
/// then nothing is left.
pub fn restore(
    from: &Path,
    to: &Path,
    own: Option<&Path>,
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Restored, Error> {
    let (from, states) = find(from)?;
    let name = to
        .file_name()
        .ok_or_else(|| Error::input("Please give the folder for the restored vault a name."))?;
    if to.symlink_metadata().is_ok() {
        return Err(Error::input(
            "There is something of that name already, and it was left as it is. A backup is \
             only put where nothing is: choose another name.",
        ));
    }
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = fs::canonicalize(parent.unwrap_or(Path::new("."))).map_err(not_placed)?;
    if parent.starts_with(&from) {
        return Err(Error::input(
            "That is inside the backup itself. Choose a folder elsewhere.",
        ));
    }
    sweep(&parent, name);
    let random = vault::hex(&vault::random::<8>()?);
    let mut part = OsString::from(".");
    part.push(name);
    part.push(format!(".{random}.part"));
    let building = Building(parent.join(part));
    let (state, mut warnings) = build(&building.0, &from, &states, watch)?;
    let place = parent.join(name);
    // A rename would put it into the place of an empty folder that came there meanwhile.
    if place.symlink_metadata().is_ok() {
        return Err(Error::input(
            "Something of that name came there meanwhile, and it was left as it is.",
        ));
    }
    fs::rename(&building.0, &place).map_err(not_placed)?;
    sync(&parent).map_err(not_placed)?;
    warnings.push(format!(
        "This is the vault as it was on {} (UTC). What was written after that is not in it.",
        state.at.format("%Y-%m-%d at %H:%M")
    ));
    if let Some(own) = own {
        known::remember_restored(own, (state.vault, state.copy), &place, &warnings);
    }
    Ok(Restored {
        folder: place,
        at: state.at,
        warnings,
    })
}

/// Removes what restoring to this place left when the program was ended in the middle.
fn sweep(parent: &Path, name: &OsStr) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    let name = name.to_string_lossy();
    for entry in entries.flatten() {
        let there = entry.file_name();
        let random = there
            .to_str()
            .and_then(|there| {
                there
                    .strip_prefix('.')?
                    .strip_prefix(&*name)?
                    .strip_prefix('.')
            })
            .and_then(|rest| rest.strip_suffix(".part"));
        let is_left = random.is_some_and(|random| {
            random.len() == 16 && random.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        if is_left {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The folder that is built. What does not come to its end is removed.
struct Building(PathBuf);

impl Drop for Building {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Finds a backup folder and its states: the folder itself, one of its states, or the only
/// backup folder in a folder.
fn find(from: &Path) -> Result<(PathBuf, Vec<(PathBuf, State)>), Error> {
    let none = || {
        Error::input(
            "There is no backup in that folder, or its lists cannot be read. Choose the folder \
             whose name ends in .auscult-backup.",
        )
    };
    let from = fs::canonicalize(from).map_err(|_| none())?;
    if is_backup_folder(&from) {
        let states = states(&from);
        return if states.is_empty() {
            Err(none())
        } else {
            Ok((from, states))
        };
    }
    if let (Some(state), Some(folder)) = (State::read(&from), from.parent()) {
        return Ok((folder.to_owned(), vec![(from.clone(), state)]));
    }
    let inside: Vec<PathBuf> = fs::read_dir(&from)
        .map_err(|_| none())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_backup_folder(path))
        .collect();
    match inside.as_slice() {
        [one] => Ok((one.clone(), states(one))),
        [] => Err(none()),
        _ => Err(Error::input(
            "There are several backups in that folder. Choose one of them.",
        )),
    }
}

/// Builds the newest state whose files are whole. Sealed files that are damaged or missing do
/// not keep back the rest.
fn build(
    to: &Path,
    from: &Path,
    states: &[(PathBuf, State)],
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(State, Vec<String>), Error> {
    let mut warnings = Vec::new();
    for (folder, state) in states {
        let total = state.files.iter().chain(&state.objects);
        let total = total.map(|listed| listed.length).sum();
        let mut copying = Copying {
            done: 0,
            total,
            watch,
        };
        let _ = fs::remove_dir_all(to);
        fs::create_dir(to).map_err(not_placed)?;
        let evidence = vault::make_evidence_folder(to)?;
        if !copying.state(state, folder, to)? {
            warnings.push(format!(
                "The backup of {} (UTC) is damaged; an older one was taken in its place.",
                state.at.format("%Y-%m-%d at %H:%M")
            ));
            continue;
        }
        let bad = copying.all(&state.objects, &from.join("evidence"), &evidence)?;
        if bad > 0 {
            warnings.push(format!(
                "{bad} sealed files of evidence are damaged or missing in the backup. All else \
                 was restored; the vault check names them."
            ));
        }
        sync(&evidence).map_err(not_placed)?;
        sync(to).map_err(not_placed)?;
        return Ok((state.clone(), warnings));
    }
    Err(Error::input(
        "The backup is damaged: its database, header or anchor are not as they were written. \
         Nothing was restored. Look for another backup.",
    ))
}

struct Copying<'w> {
    done: u64,
    total: u64,
    watch: &'w mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl Copying<'_> {
    /// Copies what belongs to a state and returns whether it is whole. One copy of the header
    /// is enough: opening the vault makes the other good.
    fn state(&mut self, state: &State, from: &Path, to: &Path) -> Result<bool, Error> {
        let is_header = |listed: &&Listed| listed.name.starts_with("header.");
        let (headers, rest): (Vec<Listed>, Vec<Listed>) = state
            .files
            .iter()
            .cloned()
            .partition(|listed| is_header(&listed));
        let has_database = rest.iter().any(|listed| listed.name == "vault.db");
        let bad = self.all(&headers, from, to)?;
        Ok(self.all(&rest, from, to)? == 0 && has_database && bad < headers.len() as u64)
    }

    /// Copies files. Returns how many are not as the list says.
    fn all(&mut self, files: &[Listed], from: &Path, to: &Path) -> Result<u64, Error> {
        let mut bad = 0;
        for listed in files {
            // A list that somebody changed names nothing outside.
            let is_plain = Path::new(&listed.name).components().count() == 1
                && !listed.name.contains(['/', '\\', ':'])
                && listed.name != "..";
            if !is_plain {
                bad += 1;
                continue;
            }
            let (before, total) = (self.done, self.total);
            let copied = vault::copy_file(from, to, &listed.name, &mut |done| {
                (self.watch)(before + done, total)
            });
            match copied {
                Ok(copied) => {
                    let is_as_listed = copied.length == listed.length
                        && vault::hex(&copied.sha256) == listed.sha256;
                    bad += u64::from(!is_as_listed);
                }
                Err(vault::Error::Source(_)) => bad += 1,
                Err(vault::Error::Cancelled) => return Err(Error::Cancelled),
                Err(error) => return Err(of_disk(error)),
            }
            self.done += listed.length;
        }
        Ok(bad)
    }
}

fn not_placed(source: std::io::Error) -> Error {
    match not_written(source) {
        Error::File { source, .. } => of_kind(source),
        other => other,
    }
}

fn of_disk(error: vault::Error) -> Error {
    use std::io::ErrorKind as Kind;
    match error {
        vault::Error::FullDisk => of_kind(Kind::StorageFull.into()),
        vault::Error::TooLarge => of_kind(Kind::FileTooLarge.into()),
        vault::Error::ReadOnly => of_kind(Kind::PermissionDenied.into()),
        vault::Error::Unreachable => of_kind(Kind::NotFound.into()),
        vault::Error::Io { source, .. } => of_kind(source),
        other => other.into(),
    }
}

/// Says why nothing was restored, of the disk that it was to go to.
fn of_kind(source: std::io::Error) -> Error {
    use std::io::ErrorKind as Kind;
    let action = match source.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => {
            "The disk is full, so nothing was restored. No half of it was left."
        }
        Kind::FileTooLarge => {
            "The disk takes no file as large as one in the backup, so nothing was restored. \
             Disks in the old FAT format take files up to 4 GiB: use one with exFAT, NTFS or \
             ext4."
        }
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => {
            "That folder may not be written to, so nothing was restored."
        }
        Kind::NotFound | Kind::NotADirectory => {
            "The folder for the restored vault is not there, so nothing was restored."
        }
        _ => "The disk did not take what was written, so nothing was restored.",
    };
    Error::File { action, source }
}
