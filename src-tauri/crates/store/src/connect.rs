//! Opening the database's file: which is refused, and how the rest is handled.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Once;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
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
    get_ready();
    let log = log_of(&path);
    let had_log = log.exists();
    let opened = open(&path, &key, is_untouched);
    if opened.is_err() && !had_log {
        // SQLite makes an empty one merely by looking.
        let _ = fs::remove_file(log);
    }
    opened
}

fn get_ready() {
    READY.call_once(|| drop(Connection::open_in_memory()));
}

fn log_of(database: &Path) -> PathBuf {
    database.with_extension("db-wal")
}

/// Opens the database of a vault that lies where nothing can be written. What only its log
/// holds, or a migration has yet to add, needs a place to be worked out in: a copy, sealed as
/// it is, that is gone as soon as it is open.
pub(crate) fn connect_to_read(vault: &Vault) -> Result<Connection, Error> {
    let path = vault.database_path();
    let key = vault.database_key()?;
    match beginning(&path)? {
        Beginning::Nothing => return Err(Error::Missing),
        Beginning::Salt(salt) if salt == key.salt() => {}
        Beginning::Salt(_) => return Err(Error::Damaged),
    }
    let has_log = fs::metadata(log_of(&path)).is_ok_and(|log| log.len() > 0);
    if !has_log {
        let connection = open_unchanging(&path, &key)?;
        migrate::refuse_newer(&connection)?;
        if migrate::is_current(&connection)? {
            return Ok(connection);
        }
    }
    let folder = std::env::temp_dir().join(format!("auscult-{}", new_name()?));
    let opened = make_private(&folder).and_then(|()| {
        let copy = folder.join("vault.db");
        fs::copy(&path, &copy).map_err(|_| Error::FullDisk)?;
        if has_log {
            fs::copy(log_of(&path), log_of(&copy)).map_err(|_| Error::FullDisk)?;
        }
        let connection = open(&copy, &key, false)?;
        // The log is opened with the first look.
        migrate::is_current(&connection)?;
        Ok(connection)
    });
    let _ = fs::remove_dir_all(folder);
    opened
}

/// Opens the database of a copy to look at it. Nothing is written, not even beside it.
pub(crate) fn connect_to_copy(path: &Path, key: &DatabaseKey) -> Result<Connection, Error> {
    get_ready();
    match beginning(path)? {
        Beginning::Salt(salt) if salt == key.salt() => open_unchanging(path, key),
        Beginning::Nothing | Beginning::Salt(_) => Err(Error::Damaged),
    }
}

/// Opens a database that nobody changes meanwhile, only to read it.
fn open_unchanging(path: &Path, key: &DatabaseKey) -> Result<Connection, Error> {
    get_ready();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(unchanging(path)?, flags)?;
    keep_statements(&connection)?;
    give_key(&connection, key)?;
    Ok(connection)
}

/// Returns the address (RFC 3986) by which SQLite takes a file for one that never changes.
fn unchanging(path: &Path) -> Result<String, Error> {
    let path = std::path::absolute(path).map_err(|_| Error::Unreachable)?;
    let mut address = "file:".to_owned();
    if !cfg!(unix) {
        address.push('/');
    }
    for byte in path.to_str().ok_or(Error::Unreachable)?.bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b'-' | b'.' | b'_' | b'~' | b':' => address.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    Ok(address)
}

fn new_name() -> Result<String, Error> {
    Ok(vault::hex(&vault::random::<16>()?))
}

/// Makes a folder that only its owner can look into.
fn make_private(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|_| Error::Unreachable)
}

/// How many statements are kept ready: more than there are. To make one anew with each save
/// would cost more than to run it.
const STATEMENTS: usize = 256;

/// Keeps statements ready, each with the plan that it was made with. Otherwise SQLite plans
/// one anew each time another value is bound to it, which costs more than the rest of a save.
fn keep_statements(connection: &Connection) -> Result<(), Error> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

pub(crate) fn open(
    path: &Path,
    key: &DatabaseKey,
    is_untouched: bool,
) -> Result<Connection, Error> {
    let mut connection = Connection::open(path)?;
    keep_statements(&connection)?;
    // Closing would otherwise write the log into the database, whatever is found in them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    give_key(&connection, key)?;
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

/// Gives the key, and says how the database is handled from here on.
fn give_key(connection: &Connection, key: &DatabaseKey) -> Result<(), Error> {
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
    Ok(())
}

/// Lets nothing but statements for rows change the database from here on.
pub(crate) fn close_the_schema(connection: &Connection) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Lets the schema be written for a moment, as an export of the whole database does, or no
/// more.
pub(crate) fn open_the_schema(connection: &Connection, open: bool) -> Result<(), Error> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, !open)?;
    Ok(())
}

/// Returns whether every page of the database agrees with its authentication code.
pub(crate) fn is_sound(connection: &Connection) -> Result<bool, Error> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    Ok(!statement.exists([])?)
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

    /// No place at all: nothing can be written.
    pub(crate) fn nowhere() -> Self {
        Self {
            path: PathBuf::new(),
            identity: (0, 0),
        }
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
