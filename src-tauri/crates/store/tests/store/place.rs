//! A place of its own for each test, and short ways to say what every test does.

use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use rusqlite::Connection;
use store::{Chain, Error, Opening, Sealing, Store};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        // A disk in memory, where there is one: thousands of flushes take no time there.
        let memory = Path::new("/dev/shm");
        let room = if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        };
        let folder = room.join(format!("auscult-store-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("Clinic.auscult")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.vault().join("vault.db")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.vault().join("vault.db-wal")
    }

    /// Makes a vault with an empty database.
    pub(crate) fn create(&self) -> Store {
        self.open(create(&self.vault())).unwrap().0
    }

    /// Unlocks the vault and opens its database.
    pub(crate) fn reopen(&self) -> Result<(Store, Opening), Error> {
        self.open(unlock(&self.vault())?)
    }

    pub(crate) fn open(&self, vault: Vault) -> Result<(Store, Opening), Error> {
        Store::open(vault, Uuid::from_u128(8))
    }

    /// Opens the database of a closed vault as somebody can who has its key and no manners.
    pub(crate) fn direct(&self) -> Connection {
        let key = unlock(&self.vault()).unwrap().database_key().unwrap();
        let connection = Connection::open(self.database()).unwrap();
        connection
            .execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.keyspec().as_str()))
            .unwrap();
        connection
    }

    /// Runs statements on the database of a closed vault, past every guard of the trail.
    pub(crate) fn tamper(&self, sql: &str) {
        let connection = self.direct();
        connection.execute_batch(sql).unwrap();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

pub(crate) fn create(folder: &Path) -> Vault {
    Vault::create(&Creation {
        folder,
        way: (&Passphrase::choose(PASSPHRASE.into()).unwrap()).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: holder(),
        now: now(),
    })
    .unwrap()
}

pub(crate) fn unlock(folder: &Path) -> Result<Vault, vault::Error> {
    Vault::unlock(folder, &Passphrase::given(PASSPHRASE.into()), holder())
}

pub(crate) fn holder() -> Holder {
    Holder {
        program: "test".into(),
        host: "here".into(),
        process: 1,
        since: now(),
    }
}

pub(crate) fn organisation(name: &str) -> Organisation {
    Organisation {
        id: OrganisationId(store::new_id(now()).unwrap()),
        name: name.into(),
        kind: String::new(),
        address: String::new(),
        contact: String::new(),
        remarks: String::new(),
    }
}

/// Saves an organisation in a transaction of its own.
pub(crate) fn save(store: &mut Store, organisation: &Organisation) -> Result<(), Error> {
    let chain = Chain::Organisation(organisation.id);
    store.change(chain, now(), |change| change.put(organisation))
}

pub(crate) fn seal(store: &Store, bytes: &[u8]) -> Sealing {
    let mut watch = |_| ControlFlow::Continue(());
    Sealing::seal(&store.vault(), &mut Cursor::new(bytes), &mut watch).unwrap()
}

/// Returns every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).unwrap();
            left.extend(entries.map(|entry| entry.unwrap().path()));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}

/// Puts a folder's files back as they were, and nothing else.
pub(crate) fn put_back(folder: &Path, files: &[(PathBuf, Vec<u8>)]) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
