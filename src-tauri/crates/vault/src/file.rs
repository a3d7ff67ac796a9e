//! Files that are whole or not there.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::error::{Error, io};

/// Replaces a file: written beside it, flushed, renamed, and the folder flushed. When that
/// fails, the file is as it was.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let beside = folder.join(format!("{name}.tmp"));
    let replaced = write(&beside, bytes).and_then(|()| {
        std::fs::rename(&beside, folder.join(name)).map_err(io("putting a file in its place"))
    });
    if replaced.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    replaced.and_then(|()| sync_folder(folder))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).map_err(io("writing a file"))?;
    file.write_all(bytes).map_err(io("writing a file"))?;
    file.sync_all().map_err(io("flushing a file"))
}

/// Flushes a folder, so that a rename in it outlives a power cut. Windows has no such call
/// and needs none: its file system keeps a journal of names.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(io("flushing a folder"))
}
