//! Making, looking at and unlocking a vault's folder.

use std::fs;
use std::io::{ErrorKind, Read};
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
use crate::header::{self, FORMAT, Header, SALT, Written};
use crate::lock::{self, Access, Holder, Lock};
use crate::module::{self, Mode};
use crate::object::{self, ObjectId, ObjectKey, Sealed};
use crate::primitive::{Key, hex, hmac, new_id, random, unhex};
use crate::reader::EvidenceReader;
use crate::rotation;
use crate::seal;
use crate::slot::{self, Opened, Slot};
use crate::stretch::Stretch;
use crate::way::{Secret, SlotKind, Way};

pub(crate) const DATABASE: &str = "vault.db";
const EVIDENCE: &str = "evidence";

mod health;

pub use health::{HeaderCopy, make_evidence_folder, names_beside_database};

/// What a new vault is made from.
pub struct Creation<'a> {
    /// The folder; nothing may be there but an empty one.
    pub folder: &'a Path,
    /// The first way in.
    pub way: Way<'a>,
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
    /// The format of its files.
    pub format: u32,
    /// Its id.
    pub vault: Uuid,
    /// The id of this copy.
    pub copy: Uuid,
    /// Which cryptography it wants.
    pub mode: Mode,
    /// Whether some way in needs a key file.
    pub takes_key_file: bool,
    /// Whether some way in is a recovery code.
    pub takes_recovery_code: bool,
    /// Who holds it now.
    pub holder: Option<Holder>,
}

/// An unlocked vault. The system's lock on it is held until this is dropped.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) written: Written,
    pub(crate) slot: Uuid,
    pub(crate) signing: PKey<Private>,
    pub(crate) vault_key: Key,
    pub(crate) trail_key: Key,
    anchor: Mutex<AnchorFile>,
    lock: Lock,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault")
            .field("id", &self.id())
            .finish_non_exhaustive()
    }
}

impl Vault {
    /// Makes a vault. It is built beside its place and renamed into it, so that there is
    /// either a whole vault or none.
    pub fn create(creation: &Creation<'_>) -> Result<Self, Error> {
        module::expect(creation.stretch.mode())?;
        let folder = creation.folder;
        let is_free = match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(_) => folder.symlink_metadata().is_err(),
        };
        if !is_free {
            return Err(Error::AlreadyThere);
        }
        let mut name = std::ffi::OsString::from(".");
        name.push(folder.file_name().ok_or(Error::Unreachable)?);
        name.push(format!(".{}.part", hex(&random::<8>()?)));
        let beside = folder.with_file_name(name);
        let made = Self::build(&beside, creation).and_then(|(written, secret)| {
            put_in_place(&beside, folder)?;
            let lock = Lock::take(folder, &creation.holder)?;
            let opened = open_slot(&written, creation.way, &secret)?;
            Self::open_with(folder, written, opened, lock)
        });
        if made.is_err() {
            let _ = fs::remove_dir_all(&beside);
        }
        made
    }

    /// Writes all files of a new vault. None is left open: some systems do not rename a
    /// folder with an open file in it.
    fn build(folder: &Path, creation: &Creation<'_>) -> Result<(Written, Secret), Error> {
        let vault = new_id(creation.now)?;
        let vault_key: Key = Zeroizing::new(random()?);
        let salt = random::<SALT>()?;
        let secret = creation.way.secret(creation.stretch, &salt)?;
        let id = new_id(creation.now)?;
        let slot = Slot::make(vault, id, &secret, &vault_key, &slot::generate()?)?;
        let header = Header {
            format: FORMAT,
            vault,
            copy: new_id(creation.now)?,
            generation: 1,
            mode: None,
            stretch: creation.stretch,
            salt: hex(&salt),
            trail_key: None,
            slots: vec![slot],
        };
        let written = header.finish(&vault_key)?;
        fs::create_dir(folder).map_err(io("making the vault's folder"))?;
        fs::create_dir(folder.join(EVIDENCE)).map_err(io("making the vault's folder"))?;
        written.write(folder)?;
        AnchorFile::begin(folder, 1, anchor_key(vault, &vault_key)?)?;
        sync_folder(folder)?;
        Ok((written, secret))
    }

    /// Unlocks a vault.
    ///
    /// The lock is taken first, so that the header is read as its last holder left it and
    /// whoever comes second hears at once who holds the vault. Bounds come before any work;
    /// the whole work is done before any slot is tried.
    pub fn unlock<'a>(
        folder: &Path,
        way: impl Into<Way<'a>>,
        holder: Holder,
    ) -> Result<Self, Error> {
        module::begin()?;
        let way = way.into();
        // A folder that is no vault, or a newer one, or of the other mode, is not touched:
        // not even by a lock.
        let header = header::read(folder)?.header;
        header.stretch.check()?;
        module::expect(header.mode())?;
        let lock = Lock::take(folder, &holder)?;
        let (written, opened) = Self::open_header(folder, way)?;
        let mut vault = Self::open_with(folder, written, opened, lock)?;
        if vault.access() == Access::Write {
            vault.make_room_for_evidence()?;
            vault.end_move(way)?;
        }
        Ok(vault)
    }

    /// Opens the newest copy of the header that the way opens and that is the holder's own. One
    /// that somebody made newer than it is keeps nobody out: the other copy opens.
    fn open_header(folder: &Path, way: Way<'_>) -> Result<(Written, (Uuid, Opened)), Error> {
        let mut refused = None;
        for written in header::newest_first(folder)? {
            let opened = written
                .header
                .stretch
                .check()
                .and_then(|()| module::expect(written.header.mode()))
                .and_then(|()| {
                    let salt = unhex(&written.header.salt).ok_or(Error::DamagedHeader)?;
                    let secret = way.secret(written.header.stretch, &salt)?;
                    open_slot(&written, way, &secret)
                });
            match opened {
                Ok(opened) => return Ok((written, opened)),
                // The other copy may be of before a passphrase was changed or a person removed.
                Err(error @ (Error::WrongPassphrase | Error::WrongCode)) => return Err(error),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        Err(refused.unwrap_or(Error::DamagedHeader))
    }

    /// Makes the folder for evidence where it is missing: what copies a vault may leave out
    /// an empty folder.
    fn make_room_for_evidence(&self) -> Result<(), Error> {
        match fs::create_dir(self.evidence()) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                Err(io("making the folder for evidence")(error))
            }
            _ => Ok(()),
        }
    }

    fn open_with(
        folder: &Path,
        written: Written,
        (slot, Opened { vault_key, signing }): (Uuid, Opened),
        lock: Lock,
    ) -> Result<Self, Error> {
        let header = &written.header;
        if lock.access == Access::Write {
            rotation::resume(folder, &written, &vault_key)?;
        }
        let sealed = header.trail_key.as_deref();
        let trail_key = match rotation::open_trail_key(header.vault, &vault_key, sealed)? {
            Some(key) => key,
            None => derive(vault_key.as_slice(), header.vault.as_bytes(), TRAIL)?,
        };
        let anchor_key = anchor_key(header.vault, &vault_key)?;
        let anchor = AnchorFile::open(folder, header.generation, anchor_key, lock.access)?;
        Ok(Self {
            folder: folder.to_owned(),
            trail_key,
            written,
            slot,
            signing,
            vault_key,
            anchor: Mutex::new(anchor),
            lock,
        })
    }

    /// Makes both copies of the header whole and equal again. Returns whether they were not.
    pub fn mend_header(&self) -> Result<bool, Error> {
        let is_sound = header::check_header(&self.folder).unwrap_or_default();
        if !is_sound && self.access() == Access::Write {
            self.written.write(&self.folder)?;
        }
        Ok(!is_sound)
    }

    /// Gives this copy an id of its own, as after a restore or a copy of the folder, so that
    /// what is done in each can be told apart.
    pub fn become_new_copy(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let header = Header {
            copy: new_id(now)?,
            generation: self.written.header.generation + 1,
            ..self.written.header.clone()
        };
        self.put_header(header)
    }

    /// Looks at a vault without its key.
    pub fn look(folder: &Path) -> Result<Glance, Error> {
        module::begin()?;
        let header = header::read(folder)?.header;
        let takes = |kind| header.slots.iter().any(|slot| slot.kind() == kind);
        Ok(Glance {
            format: header.format,
            vault: header.vault,
            copy: header.copy,
            mode: header.mode(),
            takes_key_file: takes(SlotKind::PassphraseAndKeyFile),
            takes_recovery_code: takes(SlotKind::RecoveryCode),
            holder: lock::holder(folder),
        })
    }

    /// Returns the vault's id, the same in every copy.
    pub fn id(&self) -> Uuid {
        self.written.header.vault
    }

    /// Returns the id of this copy.
    pub fn copy_id(&self) -> Uuid {
        self.written.header.copy
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
        DatabaseKey::derive(&self.vault_key, self.written.header.vault.as_bytes())
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

    pub(crate) fn anchor(&self) -> MutexGuard<'_, AnchorFile> {
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
        object::remove(&self.evidence(), object)
    }

    /// Returns all sealed objects.
    pub fn objects(&self) -> Result<Vec<ObjectId>, Error> {
        object::objects(&self.evidence())
    }

    /// Moves a sealed object out of the way.
    pub fn set_aside(&self, object: &ObjectId) -> Result<(), Error> {
        object::set_aside(&self.evidence(), object)
    }

    /// Removes what interrupted sealings left. Returns how many files.
    pub fn sweep_temporary(&self) -> Result<u32, Error> {
        object::sweep(&self.evidence())
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

/// Opens the slot that the way opens, and sees that the header is what the holder of the vault
/// key wrote.
fn open_slot(
    written: &Written,
    way: Way<'_>,
    secret: &Secret,
) -> Result<(Uuid, Opened), Error> {
    let header = &written.header;
    let mut opened: Option<(Uuid, Opened)> = None;
    for slot in &header.slots {
        if let Some(found) = slot.open(header.vault, secret)? {
            opened = Some((slot.id, found));
        }
    }
    let opened = opened.ok_or_else(|| way.refusal())?;
    if !written.is_authentic(&opened.1.vault_key)? {
        return Err(Error::Tampered { part: "header" });
    }
    Ok(opened)
}

pub(crate) fn anchor_key(vault: Uuid, vault_key: &Key) -> Result<Key, Error> {
    derive(vault_key.as_slice(), vault.as_bytes(), ANCHOR)
}

/// Renames a built vault into its place, where at most an empty folder is.
fn put_in_place(built: &Path, folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        fs::remove_dir(folder).map_err(io("making the vault's folder"))?;
    }
    fs::rename(built, folder).map_err(io("putting the vault in its place"))?;
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty());
    sync_folder(parent.unwrap_or(Path::new(".")))
}
