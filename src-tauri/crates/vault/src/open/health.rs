//! What can be told of the files beside the database, and putting right what can be.

use std::fs;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::{EVIDENCE, Vault, anchor_key};
use crate::anchor::{AnchorFile, AnchorState};
use crate::copy::copy_file;
use crate::error::{Error, io};
use crate::file::sync_folder;
use crate::header::{self, COPIES};
use crate::lock::Access;
use crate::object::{self, ObjectId};

/// How one of the header's two copies was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderCopy {
    /// It is the one that opened the vault.
    Whole,
    /// It is whole and another, as after a change that was interrupted.
    Another,
    /// It cannot be read as a header.
    Damaged,
}

impl Vault {
    /// Returns what may be done with the folder.
    pub fn access(&self) -> Access {
        self.lock.access
    }

    /// Returns how many slots the header has.
    pub fn ways_in(&self) -> usize {
        self.written.header.slots.len()
    }

    /// Looks at both copies of the header as they lie on the disk.
    pub fn look_at_header(&self) -> [HeaderCopy; 2] {
        self.header_copies(&self.folder)
    }

    /// Returns which of the anchor's two slots were whole when the vault was opened.
    pub fn anchor_at_opening(&self) -> [bool; 2] {
        self.anchor().were_whole()
    }

    /// Looks at the anchor's two slots as they lie on the disk.
    pub fn look_at_anchor(&self) -> Result<[bool; 2], Error> {
        let key = anchor_key(self.id(), &self.vault_key)?;
        Ok(AnchorFile::are_whole(&self.folder, AnchorFile::NAME, &key))
    }

    /// Makes both slots of the anchor whole again.
    pub fn mend_anchor(&self) -> Result<(), Error> {
        self.anchor().mend()
    }

    /// Returns the objects that were set aside.
    pub fn objects_set_aside(&self) -> Result<Vec<ObjectId>, Error> {
        let aside = object::aside(&self.evidence());
        if !aside.is_dir() {
            return Ok(Vec::new());
        }
        object::objects(&aside)
    }

    /// Removes the objects that were set aside, for good. Returns how many.
    pub fn remove_set_aside(&self) -> Result<u32, Error> {
        let mut removed = 0;
        for object in self.objects_set_aside()? {
            object::remove(&object::aside(&self.evidence()), &object)?;
            removed += 1;
        }
        Ok(removed)
    }

    /// Writes header and anchor, as they are now, into the folder of a copy.
    pub fn copy_beside_database(&self, to: &Path) -> Result<(), Error> {
        self.written.write(to)?;
        // Nobody writes the anchor meanwhile.
        let _anchor = self.anchor();
        copy_file(&self.folder, to, AnchorFile::NAME, &mut |_| {
            ControlFlow::Continue(())
        })?;
        sync_folder(to)
    }

    /// Opens what lies beside the database of a copy of this vault, under this vault's key:
    /// both copies of the header must be this one's, and the anchor whole. Returns what the
    /// anchor says.
    pub fn look_at_copy(&self, folder: &Path) -> Result<AnchorState, Error> {
        if self.header_copies(folder) != [HeaderCopy::Whole; 2] {
            return Err(Error::Tampered {
                part: "header of the copy",
            });
        }
        let generation = self.written.header.generation;
        let key = anchor_key(self.id(), &self.vault_key)?;
        let anchor = AnchorFile::open(folder, generation, key, Access::Read)?;
        if anchor.were_whole() != [true; 2] {
            return Err(Error::Tampered {
                part: "anchor of the copy",
            });
        }
        Ok(anchor.found())
    }

    /// Returns the folder in which the sealed objects lie.
    pub fn evidence_path(&self) -> PathBuf {
        self.folder.join(EVIDENCE)
    }

    fn header_copies(&self, folder: &Path) -> [HeaderCopy; 2] {
        let Ok(copies) = header::copies(folder) else {
            return [HeaderCopy::Damaged; 2];
        };
        copies.map(|copy| match copy {
            Some(copy) if copy == self.written => HeaderCopy::Whole,
            Some(_) => HeaderCopy::Another,
            None => HeaderCopy::Damaged,
        })
    }
}

/// Makes the folder in which a copy keeps sealed objects. Returns it.
pub fn make_evidence_folder(copy: &Path) -> Result<PathBuf, Error> {
    let folder = copy.join(EVIDENCE);
    match fs::create_dir(&folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(io("making a folder for evidence")(error))
        }
        _ => Ok(folder),
    }
}

/// Names the files beside the database that a copy of a vault needs.
pub fn names_beside_database() -> [&'static str; 3] {
    [COPIES[0], COPIES[1], AnchorFile::NAME]
}
