//! A place of its own for each test, and short ways to say what every test does.

use std::fs;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use vault::{Creation, Error, Holder, ObjectKey, Passphrase, Sealed, Stretch, Vault};

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";

pub(crate) const HEADERS: [&str; 2] = ["header.json", "header.copy.json"];

pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("Clinic.auscult")
    }

    pub(crate) fn evidence(&self) -> PathBuf {
        self.vault().join("evidence")
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

pub(crate) fn holder() -> Holder {
    Holder {
        program: "test".into(),
        host: "here".into(),
        process: 1,
        since: now(),
    }
}

pub(crate) fn try_create(folder: &Path, passphrase: &str) -> Result<Vault, Error> {
    let passphrase = Passphrase::choose(passphrase.into())?;
    Vault::create(&Creation {
        folder,
        way: (&passphrase).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: holder(),
        now: now(),
    })
}

pub(crate) fn create(folder: &Path) -> Vault {
    try_create(folder, PASSPHRASE).unwrap()
}

pub(crate) fn unlock(folder: &Path, passphrase: &str) -> Result<Vault, Error> {
    Vault::unlock(folder, &Passphrase::given(passphrase.into()), holder())
}

pub(crate) fn seal(vault: &Vault, bytes: &[u8]) -> Sealed {
    vault
        .seal_evidence(&mut Cursor::new(bytes), &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

pub(crate) fn open(vault: &Vault, sealed: &Sealed) -> Result<Vec<u8>, String> {
    let key = ObjectKey::from_bytes(*sealed.key.as_bytes());
    let mut reader = vault
        .open_evidence(&sealed.object, &key, sealed.length)
        .map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    reader
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Returns every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// Copies a folder with all that is below it.
pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}
