//! Copying files that are sealed already: whole or not at all, and digested on the way.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

use crate::error::{Error, io};
use crate::primitive::Sha256;

/// How many bytes are read at once.
const PIECE: usize = 1 << 20;

/// What was copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Bytes.
    pub length: u64,
    /// SHA-256 over them, sealed as they are.
    pub sha256: [u8; 32],
}

/// Copies a file of a name from one folder to another: written under the name with `.tmp`,
/// flushed and renamed. `watch` hears how many bytes are done and may stop it. When it fails,
/// nothing is left of it. The folder is not flushed: that is done once for many.
///
/// What cannot be read is [`Error::Source`]; every other error is of the place it goes to.
pub fn copy_file(
    from: &Path,
    to: &Path,
    name: &str,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Copied, Error> {
    let temporary = to.join(format!("{name}.tmp"));
    let copied = write(&from.join(name), &temporary, watch).and_then(|copied| {
        fs::rename(&temporary, to.join(name)).map_err(io("putting a file in its place"))?;
        Ok(copied)
    });
    if copied.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    copied
}

/// Opens what is a file; a pipe would keep whoever opens it waiting.
fn open_file(path: &Path) -> Result<File, Error> {
    let metadata = path.symlink_metadata().map_err(Error::Source)?;
    if !metadata.is_file() {
        return Err(Error::Source(ErrorKind::InvalidInput.into()));
    }
    File::open(path).map_err(Error::Source)
}

fn write(
    from: &Path,
    to: &Path,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Copied, Error> {
    let mut source = open_file(from)?;
    let mut target = File::create(to).map_err(io("writing a copy"))?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0_u8; PIECE];
    let mut length = 0;
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => buffer.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Error::Source(error)),
        };
        digest.update(read);
        target.write_all(read).map_err(io("writing a copy"))?;
        length += read.len() as u64;
        if watch(length).is_break() {
            return Err(Error::Cancelled);
        }
    }
    target.sync_all().map_err(io("flushing a copy"))?;
    Ok(Copied {
        length,
        sha256: digest.finish(),
    })
}

/// Returns the SHA-256 of a file and its length. `watch` hears how many bytes are done.
pub fn digest_file(
    path: &Path,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Copied, Error> {
    let mut source = open_file(path)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0_u8; PIECE];
    let mut length = 0;
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => buffer.get(..read).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(Error::Source(error)),
        };
        digest.update(read);
        length += read.len() as u64;
        if watch(length).is_break() {
            return Err(Error::Cancelled);
        }
    }
    Ok(Copied {
        length,
        sha256: digest.finish(),
    })
}
