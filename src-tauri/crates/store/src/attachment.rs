//! Sealed bytes: object first, row second.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;

use domain::evidence::Attachment;
use domain::id::AttachmentId;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;
use vault::{EvidenceReader, ObjectId, ObjectKey, Sealed, Vault};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::open::Store;
use crate::record::{self, Change};
use crate::sealed::SealedObject;

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

    /// Returns the object that the bytes are in.
    pub fn object(&self) -> ObjectId {
        self.sealed.object
    }

    /// Returns how many bytes were sealed.
    pub fn length(&self) -> u64 {
        self.sealed.length
    }
}

impl Change<'_> {
    /// Names sealed bytes in a row. Equal bytes are one attachment: the new object is then
    /// removed and the old one returned. If the old one no longer opens, the new one takes
    /// its place, so that attaching a file again makes good what was damaged.
    pub fn attach(
        &mut self,
        sealing: Sealing,
        file_name: &str,
        id: AttachmentId,
    ) -> Result<(Attachment, AlreadyThere), Error> {
        let sealed = sealing.sealed;
        let of = |id| Attachment {
            id,
            file_name: file_name.to_owned(),
            length: sealed.length,
            sha256: vault::hex(&sealed.sha256),
        };
        let Some(known) = Row::by_sha256(self.tx, &sealed.sha256)? else {
            let row = Row::new(id, &sealed);
            let digest = row.expected_digest(self.vault)?;
            self.tx.execute(
                "INSERT INTO attachment (id, object, key, length, sha256, digest)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    row.id,
                    row.object,
                    row.key.as_slice(),
                    row.length,
                    row.sha256,
                    digest
                ],
            )?;
            self.note("add", "attachment", &row.id, None, Some(digest))?;
            return Ok((of(id), false));
        };
        let known_id = AttachmentId(known.parsed_id()?);
        if known.bytes_agree(self.vault) {
            self.vault.remove_object(&sealed.object)?;
            return Ok((of(known_id), true));
        }
        let row = Row::new(known_id, &sealed);
        let digest = row.expected_digest(self.vault)?;
        self.tx.execute(
            "UPDATE attachment SET object = ?2, key = ?3, length = ?4, digest = ?5 WHERE id = ?1",
            params![row.id, row.object, row.key.as_slice(), row.length, digest],
        )?;
        self.note(
            "change",
            "attachment",
            &row.id,
            Some(known.digest),
            Some(digest),
        )?;
        Ok((of(known_id), true))
    }
}

/// Whether equal bytes were there before.
pub(crate) type AlreadyThere = bool;

/// A row of an attachment as it stands, sound or not.
pub(crate) struct Row {
    pub(crate) id: String,
    object: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
    pub(crate) length: i64,
    pub(crate) sha256: Vec<u8>,
    pub(crate) digest: Vec<u8>,
}

impl Row {
    fn new(id: AttachmentId, sealed: &Sealed) -> Self {
        Self {
            id: id.to_string(),
            object: sealed.object.as_bytes().to_vec(),
            key: Zeroizing::new(sealed.key.as_bytes().to_vec()),
            length: i64::try_from(sealed.length).unwrap_or(i64::MAX),
            sha256: sealed.sha256.to_vec(),
            digest: Vec::new(),
        }
    }

    fn by_sha256(connection: &Connection, sha256: &[u8]) -> Result<Option<Self>, Error> {
        Self::select(connection, "WHERE sha256 = ?1", sha256)
    }

    fn by_id(connection: &Connection, id: AttachmentId) -> Result<Option<Self>, Error> {
        Self::select(connection, "WHERE id = ?1", id.to_string())
    }

    fn select(
        connection: &Connection,
        condition: &str,
        is: impl rusqlite::ToSql,
    ) -> Result<Option<Self>, Error> {
        let sql = format!("{} {condition}", Self::COLUMNS);
        Ok(connection
            .prepare_cached(&sql)?
            .query_row([is], Self::read)
            .optional()?)
    }

    /// What [`Row::read`] reads.
    pub(crate) const COLUMNS: &str =
        "SELECT id, object, key, length, sha256, digest FROM attachment";

    pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            object: row.get(1)?,
            key: Zeroizing::new(row.get(2)?),
            length: row.get(3)?,
            sha256: row.get(4)?,
            digest: row.get(5)?,
        })
    }

    fn parsed_id(&self) -> Result<Uuid, Error> {
        self.id
            .parse()
            .map_err(|_| Error::Unreadable { kind: "attachment" })
    }

    /// Returns the keyed digest that the row should have.
    pub(crate) fn expected_digest(&self, vault: &Vault) -> Result<Vec<u8>, Error> {
        let body = Zeroizing::new(
            [
                self.object.as_slice(),
                &self.key,
                &self.length.to_be_bytes(),
                &self.sha256,
            ]
            .concat(),
        );
        record::digest(vault, "attachment", &self.id, &body)
    }

    /// Returns the object and its key; nothing when they cannot be such.
    pub(crate) fn named(&self) -> Option<(ObjectId, ObjectKey)> {
        let object: [u8; 16] = self.object.as_slice().try_into().ok()?;
        let key: [u8; 32] = self.key.as_slice().try_into().ok()?;
        Some((ObjectId::from_bytes(object), ObjectKey::from_bytes(key)))
    }

    fn open(&self, vault: &Vault) -> Result<EvidenceReader, Error> {
        let unreadable = || Error::Unreadable { kind: "attachment" };
        let (object, key) = self.named().ok_or_else(unreadable)?;
        Ok(vault.open_evidence(&object, &key, self.length.unsigned_abs())?)
    }

    /// Returns whether the sealed bytes open to their end and have the row's digest.
    pub(crate) fn bytes_agree(&self, vault: &Vault) -> bool {
        let Ok(mut reader) = self.open(vault) else {
            return false;
        };
        let mut hash = vault::Sha256::new();
        let mut buffer = vec![0_u8; 1 << 20];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return hash.finish().as_slice() == self.sha256,
                Ok(read) => hash.update(buffer.get(..read).unwrap_or_default()),
                Err(_) => return false,
            }
        }
    }
}

impl Store {
    /// Opens the bytes of an attachment.
    pub fn open_attachment(&self, id: AttachmentId) -> Result<Option<EvidenceReader>, Error> {
        let Some(row) = Row::by_id(&self.connection, id)? else {
            return Ok(None);
        };
        row.open(&self.vault).map(Some)
    }

    /// Returns what opens the bytes of an attachment without the database.
    pub fn sealed_object(&self, id: AttachmentId) -> Result<Option<SealedObject>, Error> {
        let row = Row::by_id(&self.connection, id)?;
        row.map(|row| SealedObject::of(&row, &self.vault))
            .transpose()
    }

    /// Removes an object that no row names, as after an attachment that was refused.
    pub fn remove_unnamed(&self, object: &ObjectId) -> Result<(), Error> {
        let sql = "SELECT EXISTS (SELECT 1 FROM attachment WHERE object = ?1)";
        let is_named: bool = self
            .connection
            .query_row(sql, [object.as_bytes()], |row| row.get(0))?;
        if !is_named {
            self.vault.remove_object(object)?;
        }
        Ok(())
    }
}
