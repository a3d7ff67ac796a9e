//! What can go wrong in a task.

use std::io;

use domain::member::{Act, MemberRole};

/// What went wrong, named for the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rows of the vault.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// A framework's text.
    #[error(transparent)]
    Catalog(#[from] catalog::Error),
    /// A document.
    #[error(transparent)]
    Packet(#[from] packet::Error),
    /// An evidence plan as a workbook or a calendar.
    #[error(transparent)]
    Sheet(#[from] sheet::Error),
    /// A packet of record.
    #[error(transparent)]
    Record(::record::Error),
    /// A bundle.
    #[error(transparent)]
    Bundle(#[from] bundle::Error),
    /// Something that was asked for is not there.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// What was sent is not right. The sentence says what, and what to do.
    #[error("{0}")]
    Input(String),
    /// A file outside the vault could not be read or written.
    #[error("{action}")]
    File {
        /// What was being done, in a sentence without the file's name.
        action: &'static str,
        /// Why not.
        source: io::Error,
    },
    /// A file changed or vanished while it was read; nothing of it was kept.
    #[error("the file changed while it was being read")]
    SourceChanged,
    /// The program does not let a member of this role do that.
    #[error("a member of this role may not do that")]
    NotAllowed {
        /// The role.
        role: MemberRole,
        /// What was to be done.
        act: Act,
    },
    /// The person cancelled; nothing of it was kept.
    #[error("cancelled")]
    Cancelled,
}

impl Error {
    pub(crate) fn input(sentence: impl Into<String>) -> Self {
        Self::Input(sentence.into())
    }
}
