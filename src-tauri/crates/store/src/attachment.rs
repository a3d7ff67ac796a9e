//! Sealed bytes: object first, row second.

use std::collections::HashSet;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;

use domain::evidence::Attachment;
use domain::id::AttachmentId;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;
use vault::{EvidenceReader, ObjectId, ObjectKey, Sealed, Vault};

use crate::error::Error;
use crate::open::Store;
use crate::record::{self, Change};

/// Bytes sealed on the disk that no row names yet. Dropped without [`Change::attach`], they
/// are an orphan that the next opening sets aside.
pub struct Sealing {
    sealed: Sealed,
}

impl Sealing {
    /// Seals what a reader gives, in constant memory and without the database, so that
    /// typing goes on meanwhile.
    pub fn seal(
        vault: &Arc<Vault>,
        from: &mut dyn Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Self, Error> {
        Ok(Self {
            sealed: vault.seal_evidence(from, watch)?,
        })
    }

    /// Removes the sealed bytes again.
    pub fn discard(self, vault: &Arc<Vault>) -> Result<(), Error> {
        Ok(vault.remove_object(&self.sealed.object)?)
    }

    /// Returns how many bytes were sealed.
    pub fn length(&self) -> u64 {
        self.sealed.length
    }
}

impl Change<'_> {
    /// Names sealed bytes in a row. Equal bytes are one attachment: the new object is then
    /// removed and the old one returned.
    pub fn attach(
        &mut self,
        sealing: Sealing,
        file_name: &str,
        id: AttachmentId,
    ) -> Result<(Attachment, AlreadyThere), Error> {
        let Sealed {
            object,
            key,
            length,
            sha256,
        } = sealing.sealed;
        let of = |id| Attachment {
            id,
            file_name: file_name.to_owned(),
            length,
            sha256: vault::hex(&sha256),
        };
        let known: Option<String> = self
            .tx
            .query_row(
                "SELECT id FROM attachment WHERE sha256 = ?1",
                [sha256],
                |row| row.get(0),
            )
            .optional()?;
        if let Some(known) = known {
            self.vault.remove_object(&object)?;
            let known: Uuid = known
                .parse()
                .map_err(|_| Error::Unreadable { kind: "attachment" })?;
            return Ok((of(AttachmentId(known)), true));
        }
        let id_text = id.to_string();
        let length_row = i64::try_from(length).unwrap_or(i64::MAX);
        let digest = row_digest(
            self.vault,
            &id_text,
            object.as_bytes(),
            key.as_bytes(),
            length_row,
            &sha256,
        )?;
        self.tx.execute(
            "INSERT INTO attachment (id, object, key, length, sha256, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                id_text,
                object.as_bytes(),
                key.as_bytes(),
                length_row,
                sha256,
                digest
            ],
        )?;
        self.note("add", "attachment", &id_text, None, Some(digest))?;
        Ok((of(id), false))
    }
}

/// Whether equal bytes were there before.
pub(crate) type AlreadyThere = bool;

/// Returns the keyed digest of an attachment's row.
pub(crate) fn row_digest(
    vault: &Vault,
    id: &str,
    object: &[u8],
    key: &[u8],
    length: i64,
    sha256: &[u8],
) -> Result<Vec<u8>, Error> {
    let body = [object, key, &length.to_be_bytes(), sha256].concat();
    record::digest(vault, "attachment", id, &body)
}

impl Store {
    /// Opens the bytes of an attachment.
    pub fn open_attachment(&self, id: AttachmentId) -> Result<Option<EvidenceReader>, Error> {
        let row: Option<([u8; 16], [u8; 32], i64)> = self
            .connection
            .query_row(
                "SELECT object, key, length FROM attachment WHERE id = ?1",
                [id.to_string()],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let Some((object, key, length)) = row else {
            return Ok(None);
        };
        let object = ObjectId::from_bytes(object);
        let key = ObjectKey::from_bytes(key);
        Ok(Some(self.vault.open_evidence(
            &object,
            &key,
            length.unsigned_abs(),
        )?))
    }
}

/// Sets aside every object that no row names. Returns how many.
pub(crate) fn set_orphans_aside(store: &Store) -> Result<u32, Error> {
    let mut statement = store.connection.prepare("SELECT object FROM attachment")?;
    let named: HashSet<[u8; 16]> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut moved = 0;
    for object in store.vault.objects()? {
        if !named.contains(object.as_bytes()) {
            store.vault.set_aside(&object)?;
            moved += 1;
        }
    }
    Ok(moved)
}
