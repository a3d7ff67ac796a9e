//! The head that this computer saw last, outside the vault.
//!
//! An older copy of the whole folder agrees with itself in every byte: only who remembers
//! its newer head elsewhere can tell. So the head goes, with each commit, into a small file
//! among the program's own, by vault and copy: a vault that was lawfully restored is another
//! copy and raises no alarm.
//!
//! The file carries a code under the vault's key, so that nobody without it can raise a false
//! alarm; who can write there can still take the file away, and the sight with it. It is
//! never waited for, and a folder that cannot keep it costs nothing but that sight: the
//! commit was on the disk before, so a file that is older than the database is no fault.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use uuid::Uuid;
use vault::Vault;

use crate::error::Error;
use crate::open::Freshness;
use crate::trail::{self, Head};

/// What the head is kept for, under the key of the vault's digests.
const PURPOSE: &str = "remembered head";

/// The first line.
const FORMAT: &str = "auscult remembered head 1";

/// What this computer remembers of one copy of a vault.
#[derive(Default)]
pub(crate) struct Memory {
    file: Option<File>,
    known: Option<Head>,
}

impl Memory {
    /// Opens what is remembered of a vault. Whatever cannot be read, or was not written
    /// under this vault's key, is not remembered.
    pub(crate) fn open(own: &Path, vault: &Vault) -> Self {
        let path = place(own, vault.id(), vault.copy_id());
        let known = fs::read_to_string(&path).ok().and_then(|text| {
            let head = read(&text)?;
            (text == write(vault, &head).ok()?).then_some(head)
        });
        let folder_is_there = path
            .parent()
            .is_some_and(|to| fs::create_dir_all(to).is_ok());
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path);
        Self {
            file: file.ok().filter(|_| folder_is_there),
            known,
        }
    }

    /// Compares the database with what is remembered of it.
    pub(crate) fn freshness(&self, connection: &Connection) -> Result<Freshness, Error> {
        let Some(known) = self.known else {
            return Ok(Freshness::Fresh);
        };
        let head = trail::head(connection)?;
        if known.entries > head.entries {
            return Ok(Freshness::Older {
                missing: known.entries - head.entries,
            });
        }
        let then = trail::head_after(connection, known.entries)?;
        Ok(if then == Some(known.hash) {
            Freshness::Fresh
        } else {
            Freshness::Forked
        })
    }

    /// Remembers a head. That it could not is seen by nobody, and harms nobody.
    pub(crate) fn keep(&mut self, vault: &Vault, head: &Head) {
        if let (Some(file), Ok(text)) = (&mut self.file, write(vault, head)) {
            let kept = file
                .seek(SeekFrom::Start(0))
                .and_then(|_| file.write_all(text.as_bytes()));
            self.known = kept.is_ok().then_some(*head);
        }
    }

    /// Flushes what is remembered to the disk.
    pub(crate) fn sync(&self) {
        if let Some(file) = &self.file {
            // What did not reach the disk is a little older there.
            let _ = file.sync_data();
        }
    }
}

/// Returns the head that this computer saw last of a copy of a vault, as its file says:
/// without the vault's key nobody can tell whether it is true.
pub fn last_seen(own: &Path, vault: Uuid, copy: Uuid) -> Option<Head> {
    read(&fs::read_to_string(place(own, vault, copy)).ok()?)
}

fn place(own: &Path, vault: Uuid, copy: Uuid) -> PathBuf {
    own.join("heads").join(format!("{vault}.{copy}"))
}

/// Returns the file's text. It is always as long, so that it is overwritten whole.
fn write(vault: &Vault, head: &Head) -> Result<String, Error> {
    let said = format!(
        "{FORMAT}\nentries {:020}\nhead {}\n",
        head.entries,
        head.hex()
    );
    let bound = format!("{}\n{}\n{said}", vault.id(), vault.copy_id());
    let code = vault.keyed_digest(PURPOSE, bound.as_bytes())?;
    Ok(format!("{said}code {}\n", vault::hex(&code)))
}

fn read(text: &str) -> Option<Head> {
    let mut lines = text.lines();
    if lines.next()? != FORMAT {
        return None;
    }
    let entries = lines.next()?.strip_prefix("entries ")?.parse().ok()?;
    let digits = lines.next()?.strip_prefix("head ")?;
    Some(Head {
        entries,
        hash: unhex(digits)?,
    })
}

fn unhex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
    }
    Some(bytes)
}
