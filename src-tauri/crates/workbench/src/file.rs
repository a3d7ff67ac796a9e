//! Files outside the vault: names made safe to show, and writing that leaves no half.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Returns a file's name as it can be shown: without control characters and without marks
/// that would turn the reading direction and so hide the ending.
pub(crate) fn shown_name(path: &Path) -> String {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name: String = name
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control() && !is_direction_mark(*c))
        .collect();
    if name.trim().is_empty() {
        "unnamed file".to_owned()
    } else {
        name
    }
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Writes a file beside its place and renames it into it. Whatever fails, what was there
/// before is still there, and nothing half-made is left.
pub(crate) fn write_whole<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let beside = beside(path);
    let written = try_write(&beside, write);
    let moved = written.and_then(|done| {
        fs::rename(&beside, path)
            .map_err(Error::file("The file could not be put in its place."))?;
        Ok(done)
    });
    if moved.is_err() {
        let _ = fs::remove_file(&beside);
    }
    moved
}

fn try_write<T>(
    beside: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let file = File::create(beside).map_err(Error::file(
        "The file could not be written there: the folder is missing, read-only or full.",
    ))?;
    let mut buffered = BufWriter::new(file);
    let done = write(&mut buffered)?;
    let whole = "The file could not be written whole: the disk is full or was taken away.";
    let file = buffered
        .into_inner()
        .map_err(|e| Error::file(whole)(e.into_error()))?;
    file.sync_all().map_err(Error::file(whole))?;
    Ok(done)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    path.with_file_name(name)
}
