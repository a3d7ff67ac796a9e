//! What may stand in a vault's folder under the names of its files.

use std::path::Path;

use crate::error::Error;
use crate::header::COPIES;

/// The files of a vault, and those that SQLite and a rotation keep beside them.
const FILES: [&str; 10] = [
    "header.json",
    "header.copy.json",
    "anchor",
    "anchor.next",
    "lock",
    "vault.db",
    "vault.db-wal",
    "vault.db-shm",
    "vault.db-journal",
    "vault.db.next",
];

/// Refuses a folder in which something other than a file stands in a file's place: a pipe
/// would keep whoever opens it waiting, a link or a device would lead out of the folder.
pub(crate) fn expect_files(folder: &Path) -> Result<(), Error> {
    let is_odd = |name: &&str| {
        let there = folder.join(name).symlink_metadata();
        there.is_ok_and(|metadata| !metadata.is_file())
    };
    if FILES.iter().any(is_odd) {
        return Err(Error::Tampered {
            part: "vault's folder (something else stands in the place of one of its files)",
        });
    }
    Ok(())
}

/// Returns whether a file, which need not be there, lies in a vault's folder or below it: what
/// is put there could take the place of the vault's own files.
pub fn lies_in_vault(path: &Path) -> bool {
    let folder = match path.parent() {
        Some(here) if here.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return false,
    };
    let has =
        |folder: &Path, names: &[&str]| names.iter().any(|name| folder.join(name).exists());
    // A header alone may be anybody's.
    let is_vault = |folder: &Path| {
        has(folder, &COPIES) && has(folder, &["vault.db", "evidence", "anchor"])
    };
    (folder.canonicalize()).is_ok_and(|folder| folder.ancestors().any(is_vault))
}
