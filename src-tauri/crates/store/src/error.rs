//! What can go wrong with the rows of a vault.

/// What went wrong, named for the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The vault itself.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// The database was made by a newer program.
    #[error("the database has format {found}, this program knows up to {supported}")]
    NewerFormat {
        /// What it says.
        found: u32,
        /// What is known here.
        supported: u32,
    },
    /// The database does not open under the vault's key, or a page is damaged.
    #[error("the database is damaged")]
    Damaged,
    /// The database is gone, or what was in it: the anchor knows of entries.
    #[error("the database is missing")]
    Missing,
    /// The database was found other than its anchor says, and nobody has accepted that yet.
    #[error("the database was not accepted yet")]
    NotAccepted,
    /// The disk is full; nothing of the change was kept, all before it was.
    #[error("the disk is full")]
    FullDisk,
    /// The disk cannot be written to.
    #[error("the disk is read-only")]
    ReadOnly,
    /// The vault's folder can no longer be reached.
    #[error("the vault's disk cannot be reached")]
    Unreachable,
    /// Another program holds the database.
    #[error("another program holds the database")]
    Busy,
    /// What a step wrote was written by something else since.
    #[error("the step's records were changed since")]
    ChangedSince,
    /// What would be taken away is named by a record that stays.
    #[error("a record still names what would go")]
    StillNamed,
    /// What would be put back names a record that is gone.
    #[error("the record names another that is gone")]
    NamesGone,
    /// A row does not read as what it should be.
    #[error("a {kind} row cannot be read")]
    Unreadable {
        /// The table.
        kind: &'static str,
    },
    /// The database said no for a reason of its own.
    #[error("the database refused a statement (code {code})")]
    Database {
        /// SQLite's extended code.
        code: i32,
    },
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let failure = match error {
            rusqlite::Error::SqliteFailure(failure, _) => failure,
            rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => return Self::Unreadable { kind: "database" },
            _ => return Self::Database { code: -1 },
        };
        match failure.code {
            Code::NotADatabase | Code::DatabaseCorrupt => Self::Damaged,
            Code::DiskFull => Self::FullDisk,
            Code::ReadOnly => Self::ReadOnly,
            Code::SystemIoFailure | Code::CannotOpen => Self::Unreachable,
            Code::DatabaseBusy | Code::DatabaseLocked => Self::Busy,
            _ => Self::Database {
                code: failure.extended_code,
            },
        }
    }
}
