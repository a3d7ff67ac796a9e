//! Power cuts: writes that were not flushed are dropped, torn and reordered, at every moment.
//!
//! A child is recorded while it answers and attaches. Then the folder is made as a disk could
//! hold it had the power gone at some moment: what was flushed is there; of what was not, each
//! write is there, missing, or there in its first sectors. Names (making, renaming, removing)
//! are there up to some point after the last flush, in order, as journalling file systems keep
//! them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::chance::Chance;
use crate::place::{Outcome, Place, check, copy, holds, make, unlock};
use crate::record::{Asked, record};
use crate::tally::Tally;

/// A write may be torn between sectors.
const SECTOR: usize = 512;

/// Things done while they are recorded.
const TIMES: u64 = 14;

/// States in which a disk that forgets what was flushed must be found out.
const PLANTED: u64 = 60;

/// Whether a flush does what it says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Disk {
    Honest,
    Forgetful,
}

/// Makes states of the folder and looks at each.
pub(crate) fn replay(states: u64, chance: &mut Chance) -> Outcome<Tally> {
    let place = Place::new("replay")?;
    let before = place.at("before");
    make(&before)?;
    let worked = place.at("Clinic.auscult");
    copy(&before, &worked)?;
    let asked = record("both", &worked, TIMES, &place.at("log"))?;
    let told = asked.iter().filter(|asked| matches!(asked, Asked::Told(_)));
    if told.count() as u64 != TIMES {
        return Err("not all that was told was recorded".into());
    }
    let state = place.at("State.auscult");
    let mut found_out = 0;
    for _ in 0..PLANTED {
        let end = chance.below(asked.len()) + 1;
        make_state(&before, &asked[..end], &state, Disk::Forgetful, chance)?;
        found_out += u64::from(look(&state, last_told(&asked[..end])).is_err());
    }
    if found_out == 0 {
        return Err("a disk that forgets was never found out: this row proves nothing".into());
    }
    let mut tally = Tally::default();
    // Every moment in turn, then again with other chances.
    for number in 0..states as usize {
        let stride = (asked.len() / states as usize).max(1);
        let end = (number * stride + chance.below(stride)) % asked.len() + 1;
        let told = last_told(&asked[..end]);
        make_state(&before, &asked[..end], &state, Disk::Honest, chance)?;
        tally.rounds += 1;
        tally.done += told;
        if let Err(lost) = look(&state, told) {
            tally
                .lost
                .push(format!("after {end} of {} calls: {lost}", asked.len()));
        }
    }
    tally.remarks.push(("calls recorded", asked.len() as u64));
    tally.remarks.push(("planted faults found", found_out));
    Ok(tally)
}

fn last_told(asked: &[Asked]) -> u64 {
    let told = asked.iter().rev().find_map(|asked| match asked {
        Asked::Told(number) => Some(*number),
        _ => None,
    });
    told.unwrap_or_default()
}

/// Opens a state and compares it with what was told.
fn look(state: &Path, told: u64) -> Outcome<()> {
    let mut workbench = unlock(state)?;
    if workbench.is_held_back() {
        return Err("it says that saves are missing".into());
    }
    holds(&mut workbench, told)?;
    check(&mut workbench)?;
    Ok(workbench.close()?)
}

/// A file on the modelled disk.
#[derive(Default, Clone)]
struct File {
    bytes: Vec<u8>,
}

impl File {
    fn write(&mut self, at: usize, bytes: &[u8]) {
        let end = at + bytes.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        self.bytes[at..end].copy_from_slice(bytes);
    }
}

/// Makes the folder as a disk could hold it after these calls.
fn make_state(
    before: &Path,
    asked: &[Asked],
    state: &Path,
    disk: Disk,
    chance: &mut Chance,
) -> Outcome<()> {
    let mut files: HashMap<usize, File> = HashMap::new();
    let mut names: HashMap<PathBuf, usize> = HashMap::new();
    load(before, Path::new(""), &mut names, &mut files)?;
    let kept = kept(asked, disk, chance);
    // What a name means at each call, whether or not the disk kept it.
    let mut meant = names.clone();
    let mut next = files.len();
    let mut folders = vec![PathBuf::from("evidence")];
    for (call, &keep) in asked.iter().zip(&kept) {
        match call {
            Asked::Made(path) => {
                if !meant.contains_key(path) {
                    meant.insert(path.clone(), next);
                    files.insert(next, File::default());
                    if keep > 0 {
                        names.insert(path.clone(), next);
                    }
                    next += 1;
                }
            }
            Asked::Folder(path) => folders.push(path.clone()),
            Asked::Written(path, at, bytes) => {
                if let Some(file) = meant.get(path).and_then(|file| files.get_mut(file)) {
                    let keep = keep.min(bytes.len());
                    file.write(usize::try_from(*at)?, &bytes[..keep]);
                }
            }
            Asked::Cut(path, length) if keep > 0 => {
                if let Some(file) = meant.get(path).and_then(|file| files.get_mut(file)) {
                    file.bytes.resize(usize::try_from(*length)?, 0);
                }
            }
            Asked::Renamed(from, to) => {
                if let Some(file) = meant.remove(from) {
                    meant.insert(to.clone(), file);
                }
                if keep > 0
                    && let Some(file) = names.remove(from)
                {
                    names.insert(to.clone(), file);
                }
            }
            Asked::Removed(path) => {
                meant.remove(path);
                if keep > 0 {
                    names.remove(path);
                }
            }
            Asked::Cut(..) | Asked::Flushed(_) | Asked::Told(_) => {}
        }
    }
    let _ = fs::remove_dir_all(state);
    fs::create_dir_all(state)?;
    for folder in folders {
        fs::create_dir_all(state.join(folder))?;
    }
    for (path, file) in names {
        if let Some(file) = files.get(&file) {
            fs::write(state.join(path), &file.bytes)?;
        }
    }
    Ok(())
}

/// Says for each call how much of it the disk kept: all (`usize::MAX`), the first bytes of a
/// write, or nothing.
fn kept(asked: &[Asked], disk: Disk, chance: &mut Chance) -> Vec<usize> {
    // From the end: a write is safe when its file was flushed after it, a name when anything
    // was.
    let mut flushed: HashMap<PathBuf, bool> = HashMap::new();
    let mut any_flush = false;
    let unflushed_names = chance.below(5);
    let mut names_left = unflushed_names;
    let mut kept = vec![usize::MAX; asked.len()];
    for (call, keep) in asked.iter().zip(&mut kept).rev() {
        match call {
            Asked::Flushed(path) if disk == Disk::Honest => {
                flushed.insert(path.clone(), true);
                any_flush = true;
            }
            Asked::Written(path, _, bytes) => {
                if !flushed.get(path).copied().unwrap_or_default() {
                    *keep = torn(bytes.len(), chance);
                }
            }
            Asked::Cut(path, _) => {
                if !flushed.get(path).copied().unwrap_or_default() && chance.is_heads() {
                    *keep = 0;
                }
            }
            Asked::Renamed(from, to) => {
                if let Some(was) = flushed.get(to).copied() {
                    flushed.insert(from.clone(), was);
                }
                if !any_flush && names_left > 0 {
                    names_left -= 1;
                    *keep = 0;
                }
            }
            Asked::Made(path) | Asked::Removed(path) => {
                let was = flushed.get(path).copied().unwrap_or_default();
                if !any_flush && !was && names_left > 0 {
                    names_left -= 1;
                    *keep = 0;
                }
            }
            Asked::Flushed(_) | Asked::Folder(_) | Asked::Told(_) => {}
        }
    }
    kept
}

/// Returns how much of a write that was not flushed the disk kept.
fn torn(length: usize, chance: &mut Chance) -> usize {
    match chance.below(3) {
        0 => 0,
        1 => usize::MAX,
        _ => chance.below(length / SECTOR + 1) * SECTOR,
    }
}

/// Reads the files of a folder.
fn load(
    folder: &Path,
    below: &Path,
    names: &mut HashMap<PathBuf, usize>,
    files: &mut HashMap<usize, File>,
) -> Outcome<()> {
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            load(folder, &path, names, files)?;
        } else {
            let number = files.len();
            let bytes = fs::read(entry.path())?;
            files.insert(number, File { bytes });
            names.insert(path, number);
        }
    }
    Ok(())
}
