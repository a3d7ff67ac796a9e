//! A consistent copy of the database, and a look at a copy under the vault's key.

use std::ops::ControlFlow;
use std::path::Path;

use vault::{AnchorState, Vault};

use crate::check::lines;
use crate::connect;
use crate::error::Error;
use crate::migrate;
use crate::open::Store;
use crate::sealed::{self, SealedObject};
use crate::trail::{self, Head};

/// The name that the database has in a vault's folder and in every copy.
const DATABASE: &str = "vault.db";

/// What a copy of the database holds.
pub struct DatabaseCopy {
    /// Where its trail ends.
    pub head: Head,
    /// The sealed objects that it names, and that belong to the copy.
    pub objects: Vec<SealedObject>,
}

impl Store {
    /// Writes a copy of the database, as it is now and under the same key, into a folder,
    /// with header and anchor beside it. The sealed objects are left to the caller: they
    /// never change, so they can be copied while typing goes on.
    pub fn copy_database(&self, folder: &Path) -> Result<DatabaseCopy, Error> {
        if !self.may_write() {
            return Err(if self.vault.access() == vault::Access::Read {
                Error::ReadOnly
            } else {
                Error::NotAccepted
            });
        }
        let path = folder.join(DATABASE);
        let name = path.to_str().ok_or(Error::Unreachable)?;
        self.connection.execute("VACUUM INTO ?1", [name])?;
        std::fs::File::open(&path)
            .and_then(|file| file.sync_all())
            .map_err(|_| Error::Unreachable)?;
        self.vault.copy_beside_database(folder)?;
        Ok(DatabaseCopy {
            head: self.head()?,
            objects: self.sealed_objects()?,
        })
    }
}

/// What a look at a copy found.
pub struct CopyLook {
    /// Where its trail ends.
    pub head: Head,
    /// How many sealed objects it has.
    pub objects: u32,
    /// Those that do not open, or are not there.
    pub bad: Vec<SealedObject>,
}

/// Opens a copy under the key of the vault that it was made from and looks at all of it:
/// header, anchor, every page, the structure, the trail, and every object in the folder of
/// sealed objects. `watch` hears how many bytes of objects are done and may stop it.
pub fn look_at_copy(
    vault: &Vault,
    folder: &Path,
    evidence: &Path,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<CopyLook, Error> {
    let anchor = vault.look_at_copy(folder)?;
    let key = vault.database_key()?;
    let connection = connect::connect_to_copy(&folder.join(DATABASE), &key)?;
    migrate::refuse_newer(&connection)?;
    let is_whole = lines(&connection, "PRAGMA cipher_integrity_check")?.is_empty()
        && lines(&connection, "PRAGMA quick_check")? == ["ok"]
        && trail::first_break(&connection)?.is_none();
    let head = trail::head(&connection)?;
    let is_anchored = matches!(anchor, AnchorState::Present(anchor)
        if anchor.entries == head.entries && anchor.head == head.hash);
    if !is_whole || !is_anchored {
        return Err(Error::Damaged);
    }
    let mut objects = sealed::of_connection(&connection, vault)?;
    let count = u32::try_from(objects.len()).unwrap_or(u32::MAX);
    let bad = sealed::look_at(&objects, evidence, watch)?;
    let mut place = 0;
    objects.retain(|_| {
        place += 1;
        bad.contains(&(place - 1))
    });
    Ok(CopyLook {
        head,
        objects: count,
        bad: objects,
    })
}
