//! Sealed objects in their folder: names, keys, listing, setting aside.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::error::{Error, io};
use crate::primitive::{Key, hex, unhex};

/// What the name of an object that is not whole yet ends with.
const TEMPORARY: &str = ".tmp";

const SET_ASIDE: &str = "set-aside";

/// The name of a sealed object: random, so that it tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ObjectId([u8; 16]);

impl ObjectId {
    /// Takes an id from a row.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Returns the id for a row.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Returns the name of the object's file.
    pub fn name(&self) -> String {
        hex(&self.0)
    }

    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        folder.join(self.name())
    }

    pub(crate) fn temporary_path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}{TEMPORARY}", hex(&self.0)))
    }

    /// Reads a file's name; nothing when no object has such a name.
    fn named(name: &str) -> Option<Self> {
        let id = Self(unhex(name)?.try_into().ok()?);
        (hex(&id.0) == name).then_some(id)
    }
}

/// The key of one sealed object. It belongs into the encrypted database: with its row the
/// bytes become unreadable.
pub struct ObjectKey(pub(crate) Key);

impl ObjectKey {
    /// Takes a key from a row.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Returns the key for a row.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectKey(redacted)")
    }
}

/// Bytes sealed on the disk.
#[derive(Debug)]
pub struct Sealed {
    /// The object.
    pub object: ObjectId,
    /// Its key.
    pub key: ObjectKey,
    /// Bytes of the plain text.
    pub length: u64,
    /// SHA-256 of the plain text.
    pub sha256: [u8; 32],
}

/// Removes an object, also where it was set aside. What is not there is removed already.
pub(crate) fn remove(folder: &Path, object: &ObjectId) -> Result<(), Error> {
    for path in [object.path(folder), object.path(&folder.join(SET_ASIDE))] {
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(io("removing sealed bytes")(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Returns all objects.
pub(crate) fn objects(folder: &Path) -> Result<Vec<ObjectId>, Error> {
    let names = names(folder)?;
    Ok(names
        .iter()
        .filter_map(|name| ObjectId::named(name))
        .collect())
}

/// Returns the folder of what was set aside.
pub(crate) fn aside(folder: &Path) -> PathBuf {
    folder.join(SET_ASIDE)
}

/// Moves an object out of the way, without opening or removing it.
pub(crate) fn set_aside(folder: &Path, object: &ObjectId) -> Result<(), Error> {
    let aside = aside(folder);
    // Not all folders above: a vault that was taken away is not begun anew.
    match fs::create_dir(&aside) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => fs::rename(object.path(folder), object.path(&aside)),
    }
    .map_err(io("setting sealed bytes aside"))
}

/// Removes what an interrupted sealing leaves, and nothing else. Returns how many files.
pub(crate) fn sweep(folder: &Path) -> Result<u32, Error> {
    let mut swept = 0;
    for name in names(folder)? {
        let object = name.strip_suffix(TEMPORARY).and_then(ObjectId::named);
        if let Some(object) = object {
            fs::remove_file(object.temporary_path(folder))
                .map_err(io("sweeping temporary files"))?;
            swept += 1;
        }
    }
    Ok(swept)
}

fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(io("listing sealed bytes"))? {
        let entry = entry.map_err(io("listing sealed bytes"))?;
        names.extend(entry.file_name().into_string().ok());
    }
    Ok(names)
}
