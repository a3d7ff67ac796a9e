//! Making, looking at and unlocking a vault's folder.

use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use openssl::pkey::{PKey, Private};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::anchor::{Anchor, AnchorFile, AnchorState};
use crate::derive::{ANCHOR, DatabaseKey, TRAIL, derive};
use crate::error::{Error, io};
use crate::file::sync_folder;
use crate::header::{self, FORMAT, Header};
use crate::lock::{self, Holder, Lock};
use crate::passphrase::Passphrase;
use crate::primitive::{Key, hex, hmac, random, unhex};
use crate::seal::{self, EvidenceReader, ObjectId, ObjectKey, Sealed};
use crate::slot::{self, Opened, Slot};
use crate::stretch::Stretch;

const DATABASE: &str = "vault.db";
const EVIDENCE: &str = "evidence";

/// What a new vault is made from.
pub struct Creation<'a> {
    /// The folder; nothing may be there but an empty one.
    pub folder: &'a Path,
    /// The first passphrase.
    pub passphrase: &'a Passphrase,
    /// What one try of a passphrase shall cost.
    pub stretch: Stretch,
    /// Who makes it.
    pub holder: Holder,
    /// When.
    pub now: DateTime<Utc>,
}

/// What can be seen of a vault without its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// Its id.
    pub vault: Uuid,
    /// The id of this copy.
    pub copy: Uuid,
    /// Who holds it now.
    pub holder: Option<Holder>,
}

/// An unlocked vault. The system's lock on it is held until this is dropped.
pub struct Vault {
    folder: PathBuf,
    header: Header,
    slot: Uuid,
    signing: PKey<Private>,
    vault_key: Key,
    trail_key: Key,
    anchor: Mutex<AnchorFile>,
    _lock: Lock,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault")
            .field("id", &self.header.vault)
            .finish_non_exhaustive()
    }
}

impl Vault {
    /// Makes a vault. It is built beside its place and renamed into it, so that a failure
    /// leaves nothing half-made.
    pub fn create(creation: &Creation<'_>) -> Result<Self, Error> {
        ffi::start_openssl();
        let folder = creation.folder;
        if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
            || folder.is_file()
        {
            return Err(Error::AlreadyThere);
        }
        let name = folder
            .file_name()
            .ok_or(Error::Unreachable)?
            .to_string_lossy();
        let beside = folder.with_file_name(format!(".{name}.part"));
        let _ = fs::remove_dir_all(&beside);
        let made = Self::build(&beside, creation).and_then(|mut vault| {
            if folder.is_dir() {
                fs::remove_dir(folder).map_err(io("making the vault's folder"))?;
            }
            fs::rename(&beside, folder).map_err(io("putting the vault in its place"))?;
            folder
                .parent()
                .filter(|p| !p.as_os_str().is_empty())
                .map_or(Ok(()), sync_folder)?;
            folder.clone_into(&mut vault.folder);
            Ok(vault)
        });
        if made.is_err() {
            let _ = fs::remove_dir_all(&beside);
        }
        made
    }

    fn build(folder: &Path, creation: &Creation<'_>) -> Result<Self, Error> {
        let vault = uuid(creation.now)?;
        let vault_key: Key = Zeroizing::new(random()?);
        let salt = random::<32>()?;
        let stretched = creation.stretch.stretch(creation.passphrase, &salt)?;
        let slot = Slot::make(vault, &stretched, &vault_key)?;
        let mut header = Header {
            format: FORMAT,
            vault,
            copy: uuid(creation.now)?,
            generation: 1,
            stretch: creation.stretch,
            salt: hex(&salt),
            slots: vec![slot],
            mac: String::new(),
            checksum: String::new(),
        };
        header.finish(&vault_key)?;
        fs::create_dir(folder).map_err(io("making the vault's folder"))?;
        fs::create_dir(folder.join(EVIDENCE)).map_err(io("making the vault's folder"))?;
        header.write(folder)?;
        let lock = Lock::take(folder, &creation.holder)?;
        Self::open_with(folder, header, &stretched, lock)
    }

    /// Unlocks a vault.
    pub fn unlock(
        folder: &Path,
        passphrase: &Passphrase,
        holder: Holder,
    ) -> Result<Self, Error> {
        ffi::start_openssl();
        let header = header::read(folder)?;
        header.stretch.check()?;
        let lock = Lock::take(folder, &holder)?;
        let salt = unhex(&header.salt).ok_or(Error::DamagedHeader)?;
        let stretched = header.stretch.stretch(passphrase, &salt)?;
        Self::open_with(folder, header, &stretched, lock)
    }

    fn open_with(
        folder: &Path,
        header: Header,
        stretched: &Key,
        lock: Lock,
    ) -> Result<Self, Error> {
        let mut opened: Option<(Uuid, Opened)> = None;
        for slot in &header.slots {
            if let Some(found) = slot.open(header.vault, stretched)? {
                opened = Some((slot.id, found));
            }
        }
        let (slot, Opened { vault_key, signing }) = opened.ok_or(Error::WrongPassphrase)?;
        if !header.is_authentic(&vault_key)? {
            return Err(Error::Tampered { part: "header" });
        }
        let id = header.vault.into_bytes();
        let anchor_key = derive(vault_key.as_slice(), &id, ANCHOR)?;
        let anchor = AnchorFile::open(folder, header.generation, anchor_key)?;
        Ok(Self {
            folder: folder.to_owned(),
            trail_key: derive(vault_key.as_slice(), &id, TRAIL)?,
            header,
            slot,
            signing,
            vault_key,
            anchor: Mutex::new(anchor),
            _lock: lock,
        })
    }

    /// Looks at a vault without its key.
    pub fn look(folder: &Path) -> Result<Glance, Error> {
        ffi::start_openssl();
        let header = header::read(folder)?;
        Ok(Glance {
            vault: header.vault,
            copy: header.copy,
            holder: lock::holder(folder),
        })
    }

    /// Returns the vault's id, the same in every copy.
    pub fn id(&self) -> Uuid {
        self.header.vault
    }

    /// Returns the id of this copy.
    pub fn copy_id(&self) -> Uuid {
        self.header.copy
    }

    /// Returns the id of the slot that was opened.
    pub fn slot_id(&self) -> Uuid {
        self.slot
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns where the database lies.
    pub fn database_path(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// Returns the database's key.
    pub fn database_key(&self) -> Result<DatabaseKey, Error> {
        DatabaseKey::derive(&self.vault_key, self.header.vault.as_bytes())
    }

    /// Returns a digest that nobody can guess at without the key: HMAC-SHA-256 over the
    /// purpose, a zero byte and the bytes.
    pub fn keyed_digest(&self, purpose: &str, bytes: &[u8]) -> Result<[u8; 32], Error> {
        hmac(&self.trail_key, &[purpose.as_bytes(), &[0], bytes].concat())
    }

    /// Returns what the anchor says.
    pub fn read_anchor(&self) -> AnchorState {
        self.anchor().found()
    }

    /// Writes the anchor. It goes to the system at once and to the disk with
    /// [`Vault::sync_anchor`].
    pub fn write_anchor(&self, anchor: &Anchor) -> Result<(), Error> {
        self.anchor().write(anchor)
    }

    /// Flushes the anchor to the disk.
    pub fn sync_anchor(&self) -> Result<(), Error> {
        self.anchor().sync()
    }

    fn anchor(&self) -> MutexGuard<'_, AnchorFile> {
        self.anchor.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Seals what a reader gives, in constant memory. `watch` hears how many bytes are done
    /// and may stop it; then nothing is left.
    pub fn seal_evidence(
        &self,
        from: &mut dyn Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Sealed, Error> {
        seal::seal(&self.evidence(), from, watch)
    }

    /// Opens sealed bytes.
    pub fn open_evidence(
        &self,
        object: &ObjectId,
        key: &ObjectKey,
        length: u64,
    ) -> Result<EvidenceReader, Error> {
        EvidenceReader::open(&self.evidence(), object, key, length)
    }

    /// Removes a sealed object.
    pub fn remove_object(&self, object: &ObjectId) -> Result<(), Error> {
        seal::remove(&self.evidence(), object)
    }

    /// Returns all sealed objects.
    pub fn objects(&self) -> Result<Vec<ObjectId>, Error> {
        seal::objects(&self.evidence())
    }

    /// Moves a sealed object out of the way.
    pub fn set_aside(&self, object: &ObjectId) -> Result<(), Error> {
        seal::set_aside(&self.evidence(), object)
    }

    /// Removes what interrupted sealings left. Returns how many files.
    pub fn sweep_temporary(&self) -> Result<u32, Error> {
        seal::sweep(&self.evidence())
    }

    /// Signs with the opened slot's own key: ECDSA P-256 over SHA-256, DER.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        slot::sign(&self.signing, message)
    }

    /// Returns the public key of the opened slot, in PEM.
    pub fn signer_pem(&self) -> Result<Vec<u8>, Error> {
        Ok(self.signing.public_key_to_pem()?)
    }

    fn evidence(&self) -> PathBuf {
        self.folder.join(EVIDENCE)
    }
}

/// Returns a UUIDv7 (RFC 9562) of a moment.
fn uuid(now: DateTime<Utc>) -> Result<Uuid, Error> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid())
}
