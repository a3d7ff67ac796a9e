//! Opening the database's file: which is refused, and how the rest is handled.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Once;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use vault::{AnchorState, DatabaseKey, Vault};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::migrate;

/// SQLite says that it is ready before SQLCipher inside it is, and refuses the key of a
/// second database that is opened meanwhile. So nobody comes second.
static READY: Once = Once::new();

/// Opens the database under the vault's key. One of a newer format is not touched, and none
/// is begun anew where the anchor knows of another. The migrations that have not run yet are
/// left to the caller.
pub(crate) fn connect(vault: &Vault, known: AnchorState) -> Result<Connection, Error> {
    let path = vault.database_path();
    let key = vault.database_key()?;
    let is_untouched = matches!(known, AnchorState::Present(anchor) if anchor.entries == 0);
    match beginning(&path)? {
        Beginning::Nothing if is_untouched => {}
        Beginning::Nothing => return Err(Error::Missing),
        Beginning::Salt(salt) if salt == key.salt() => {}
        Beginning::Salt(_) => return Err(Error::Damaged),
    }
    READY.call_once(|| drop(Connection::open_in_memory()));
    let log = vault.database_path().with_extension("db-wal");
    let had_log = log.exists();
    let opened = open(&path, &key, is_untouched);
    if opened.is_err() && !had_log {
        // SQLite makes an empty one merely by looking.
        let _ = fs::remove_file(log);
    }
    opened
}

/// How many statements are kept ready: more than there are. To make one anew with each save
/// would cost more than to run it.
const STATEMENTS: usize = 256;

fn open(path: &Path, key: &DatabaseKey, is_untouched: bool) -> Result<Connection, Error> {
    let mut connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Closing would otherwise write the log into the database, whatever is found in them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let statement = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.keyspec().as_str()));
    connection.execute_batch(&statement)?;
    // The cache holds the lists of a large library, so that they are not opened page by page
    // each time somebody goes back to them.
    connection.execute_batch(
        "PRAGMA cipher_memory_security = ON;
         PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -32768;",
    )?;
    migrate::refuse_newer(&connection)?;
    if migrate::is_empty(&connection)? && !is_untouched {
        // Its tables were in a log that is gone.
        return Err(Error::Missing);
    }
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
    if migrate::is_empty(&connection)? {
        migrate::migrate(&mut connection)?;
    }
    Ok(connection)
}

/// Lets nothing but statements for rows change the database from here on.
pub(crate) fn close_the_schema(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Lets closing write the log into the database, as it should when both are as they were
/// left.
pub(crate) fn keep_log_in_order(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// What a database's file begins with.
enum Beginning {
    /// It is not there, or empty, as when making it was interrupted.
    Nothing,
    /// SQLCipher ignores these bytes when it is given a whole key, so a change there would
    /// otherwise pass unseen.
    Salt([u8; 16]),
}

fn beginning(path: &Path) -> Result<Beginning, Error> {
    let mut begin = [0_u8; 16];
    let read = fs::File::open(path).and_then(|mut file| {
        if file.metadata()?.len() == 0 {
            return Ok(Beginning::Nothing);
        }
        file.read_exact(&mut begin)?;
        Ok(Beginning::Salt(begin))
    });
    match read {
        Ok(beginning) => Ok(beginning),
        Err(error) => match error.kind() {
            ErrorKind::NotFound => Ok(Beginning::Nothing),
            ErrorKind::PermissionDenied => Err(Error::ReadOnly),
            ErrorKind::UnexpectedEof | ErrorKind::IsADirectory => Err(Error::Damaged),
            _ => Err(Error::Unreachable),
        },
    }
}

/// Which file on which disk the connection writes to.
pub(crate) struct Place {
    path: PathBuf,
    identity: (u64, u64),
}

impl Place {
    pub(crate) fn of(path: &Path) -> Result<Self, Error> {
        Ok(Self {
            path: path.to_owned(),
            identity: identity(path)?,
        })
    }

    /// Refuses when the file is no longer there, or another is in its place.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if identity(&self.path)? == self.identity {
            Ok(())
        } else {
            Err(Error::Unreachable)
        }
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Result<(u64, u64), Error> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path).map_err(|_| Error::Unreachable)?;
    Ok((metadata.dev(), metadata.ino()))
}

/// Elsewhere a file that is open cannot be removed or replaced.
#[cfg(not(unix))]
fn identity(path: &Path) -> Result<(u64, u64), Error> {
    fs::metadata(path).map_err(|_| Error::Unreachable)?;
    Ok((0, 0))
}
