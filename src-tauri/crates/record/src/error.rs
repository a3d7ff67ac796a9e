//! What can go wrong while a record is written or read.

use std::io;

/// What went wrong, named for the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An entry could not be read: the name is the one that its owner gave it.
    #[error("{name} could not be read")]
    Read {
        /// What the file is called.
        name: String,
        /// Why not.
        source: io::Error,
    },
    /// An entry's bytes are not those that its record names.
    #[error("{name} is not as it was when it was taken in")]
    Differs {
        /// What the file is called.
        name: String,
    },
    /// Two entries have one name.
    #[error("two entries have one name")]
    Doubled,
    /// The archive could not be written.
    #[error("the archive could not be written")]
    Write(#[source] io::Error),
    /// The archive could not be read to its end.
    #[error("the archive could not be read")]
    Archive(#[source] io::Error),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The signature could not be made.
    #[error(transparent)]
    Vault(#[from] vault::Error),
}
