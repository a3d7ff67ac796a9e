//! Files that are whole or not there.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::error::{Error, io};

/// Replaces a file: written beside it, flushed, renamed, and the folder flushed.
pub(crate) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let beside = folder.join(format!("{name}.tmp"));
    let mut file = File::create(&beside).map_err(io("writing a file"))?;
    file.write_all(bytes).map_err(io("writing a file"))?;
    file.sync_all().map_err(io("flushing a file"))?;
    std::fs::rename(&beside, folder.join(name)).map_err(io("putting a file in its place"))?;
    sync_folder(folder)
}

/// Flushes a folder, so that a rename in it outlives a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(io("flushing a folder"))
}
