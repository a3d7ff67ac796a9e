//! Files outside the vault: names made safe to show, and writing that leaves no half.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Returns a file's name as it can be shown: without control characters and without marks
/// that would turn the reading direction and so hide the ending.
pub fn shown_name(path: &Path) -> String {
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
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A file that was written whole beside its place. Dropped, it is gone; what was in its
/// place before is still there.
pub(crate) struct Prepared {
    beside: PathBuf,
    place: PathBuf,
}

impl Prepared {
    /// Writes a file whole, to the disk, beside its place.
    pub(crate) fn write<T>(
        path: &Path,
        write: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
    ) -> Result<(Self, T), Error> {
        let (prepared, file) = Self::create(path)?;
        let mut buffered = BufWriter::new(file);
        let done = write(&mut buffered)?;
        let file = buffered
            .into_inner()
            .map_err(|error| not_written(error.into_error()))?;
        file.sync_all().map_err(not_written)?;
        Ok((prepared, done))
    }

    /// Makes an empty file beside its place, for who writes it otherwise than from its
    /// beginning to its end. It counts only once it is whole and on the disk.
    pub(crate) fn create(path: &Path) -> Result<(Self, File), Error> {
        let place = free_place(path)?;
        // A name of its own: a file that somebody else has there is left alone.
        let name = format!(".{}.part", vault::hex(&vault::random::<8>()?));
        let prepared = Self {
            beside: place.with_file_name(name),
            place,
        };
        let file = File::options()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&prepared.beside)
            .map_err(not_written)?;
        Ok((prepared, file))
    }

    /// Puts the file in its place.
    pub(crate) fn put_in_place(self) -> Result<(), Error> {
        fs::rename(&self.beside, &self.place).map_err(not_written)
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.beside);
    }
}

/// Returns where a file of this name is to be put: over another file or where nothing is, and
/// never among the files of a vault, where it could take the place of one of them.
fn free_place(path: &Path) -> Result<PathBuf, Error> {
    let place = place(path)?;
    if vault::lies_in_vault(&place) {
        return Err(Error::input(
            "That is inside a vault's folder, where a document could take the place of what the \
             vault needs. Choose another folder.",
        ));
    }
    Ok(place)
}

fn place(path: &Path) -> Result<PathBuf, Error> {
    let Ok(there) = fs::metadata(path) else {
        return if path.file_name().is_some() {
            Ok(path.to_owned())
        } else {
            Err(Error::input("Please give the file a name."))
        };
    };
    if there.is_dir() {
        return Err(Error::input(
            "There is a folder of that name. Choose another name for the file.",
        ));
    }
    if !there.is_file() {
        return Err(Error::input(
            "That is a device or a pipe, where a document cannot be put. Name a file.",
        ));
    }
    if there.permissions().readonly() {
        return Err(Error::input(
            "The file of that name is write-protected and was left as it is. Choose another \
             name.",
        ));
    }
    // A link to a file stays a link.
    fs::canonicalize(path).map_err(not_written)
}

/// Says why a file outside the vault could not be written.
pub(crate) fn not_written(source: io::Error) -> Error {
    let action = match source.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            "The folder for the file is not there, so no file was written."
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "The folder for the file may not be written to, so no file was written."
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "The disk is full. No half-written file was left."
        }
        ErrorKind::FileTooLarge => "The disk takes no file this large. No half of it was left.",
        ErrorKind::InvalidFilename => {
            "The disk does not take such a name, or it is too long. No file was written."
        }
        _ => "The file could not be written. No half of it was left.",
    };
    Error::File { action, source }
}

/// Says why a file outside the vault could not be read.
pub(crate) fn not_read(source: io::Error) -> Error {
    let action = match source.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            "The file is not there, or not any more. It was not attached."
        }
        ErrorKind::PermissionDenied => "You may not read the file, so it was not attached.",
        _ => "The file could not be opened, so it was not attached.",
    };
    Error::File { action, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_without_what_would_hide_its_ending() {
        for (name, shown) in [
            ("scan.pdf", "scan.pdf"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
            ("two\nlines\t\u{7}.txt", "twolines.txt"),
            ("\u{2066}\u{200f}\u{61c}", "unnamed file"),
            ("  ", "unnamed file"),
            ("\u{627}\u{644}\u{639}.pdf", "\u{627}\u{644}\u{639}.pdf"),
            ("\u{1f3e5} clinic.csv", "\u{1f3e5} clinic.csv"),
        ] {
            assert_eq!(shown_name(Path::new(name)), shown, "{name:?}");
        }
        assert_eq!(shown_name(Path::new("/")), "unnamed file");
    }

    #[test]
    fn every_reason_has_a_sentence_without_a_path() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::InvalidFilename,
            ErrorKind::Other,
        ] {
            for error in [not_written(kind.into()), not_read(kind.into())] {
                let sentence = error.to_string();
                assert!(
                    sentence.ends_with('.') && !sentence.contains('/'),
                    "{sentence}"
                );
            }
        }
    }
}
