//! One program at a time.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Error, io};

const LOCK: &str = "lock";

/// Whoever only looks who holds a vault shares its lock for a moment. That moment is waited
/// for, so that a look is never taken for a holder.
const GLANCE: Duration = Duration::from_millis(5);
const GLANCES: u32 = 3;

/// Who holds a vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The program.
    pub program: String,
    /// The computer.
    pub host: String,
    /// The process.
    pub process: u32,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What may be done with a vault's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It is read and written.
    Write,
    /// It lies where nothing can be written, and is only read.
    Read,
}

/// The system's lock on the vault, held until dropped. What the file says is for people:
/// only the system's lock counts, so a crash leaves nothing to clear.
#[derive(Debug)]
pub(crate) struct Lock {
    pub(crate) access: Access,
    _file: Option<File>,
}

impl Lock {
    /// Takes the lock for whoever alone may write. Where nothing can be written it is shared
    /// with others who only read.
    pub(crate) fn take(folder: &Path, holder: &Holder) -> Result<Self, Error> {
        let opened = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(LOCK));
        let mut file = match opened.map_err(io("opening the lock")) {
            Err(Error::ReadOnly) => return Self::share(folder),
            opened => opened?,
        };
        let mut taken = file.try_lock();
        for _ in 0..GLANCES {
            if matches!(taken, Err(TryLockError::WouldBlock)) {
                std::thread::sleep(GLANCE);
                taken = file.try_lock();
            }
        }
        match taken {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Held(read(&mut file))),
            Err(TryLockError::Error(source)) => return Err(io("taking the lock")(source)),
        }
        let text = serde_json::to_vec(holder).unwrap_or_default();
        file.set_len(0).map_err(io("writing the lock"))?;
        file.rewind().map_err(io("writing the lock"))?;
        file.write_all(&text).map_err(io("writing the lock"))?;
        Ok(Self {
            access: Access::Write,
            _file: Some(file),
        })
    }

    /// Shares the lock, if there is one: whoever writes from elsewhere, as over a network,
    /// holds it alone.
    fn share(folder: &Path) -> Result<Self, Error> {
        let mut file = File::open(folder.join(LOCK)).ok();
        if let Some(file) = &mut file
            && matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
        {
            return Err(Error::Held(read(file)));
        }
        Ok(Self {
            access: Access::Read,
            _file: file,
        })
    }
}

/// Returns who holds the vault, if somebody does.
pub(crate) fn holder(folder: &Path) -> Option<Holder> {
    let mut file = File::open(folder.join(LOCK)).ok()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => read(&mut file),
        Ok(()) | Err(TryLockError::Error(_)) => None,
    }
}

fn read(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}
