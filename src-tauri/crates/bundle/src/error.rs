//! What can go wrong with a bundle.

use std::io;

/// What went wrong, named for the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is no bundle.
    #[error("the file is no bundle")]
    NotABundle,
    /// The bundle was made by a newer program.
    #[error("the bundle has format {found}, this program knows up to {supported}")]
    NewerFormat {
        /// What it says.
        found: u32,
        /// What is known here.
        supported: u32,
    },
    /// The passphrase does not open it.
    #[error("the passphrase does not open the bundle")]
    WrongPassphrase,
    /// It is sealed to a passphrase, and none was given.
    #[error("the bundle is sealed to a passphrase")]
    NeedsPassphrase,
    /// It is sealed to an age recipient, and no identity was given.
    #[error("the bundle is sealed to an age recipient")]
    NeedsIdentity,
    /// The identity is not the one that it is sealed to.
    #[error("the identity does not open the bundle")]
    WrongIdentity,
    /// It asks for more work than any bundle would.
    #[error("the bundle asks for too much work")]
    ExcessiveWork,
    /// The age format is not offered in approved mode.
    #[error("the age format is not offered in approved mode")]
    NotOffered,
    /// What was typed is no age recipient.
    #[error("that is no age recipient")]
    NotARecipient,
    /// The file holds no age identity.
    #[error("the file holds no age identity")]
    NotAnIdentity,
    /// It was altered or cut: an authentication code does not agree.
    #[error("the bundle was altered or is not whole")]
    Altered,
    /// It is sealed well, and what is in it is not as the format says.
    #[error("the bundle's content is not as it should be: {0}")]
    Malformed(&'static str),
    /// Evidence that should go into it does not have the digest that its record names.
    #[error("evidence differs from its record")]
    EvidenceDiffers,
    /// It could not be read to its end.
    #[error("the bundle could not be read")]
    Read(#[source] io::Error),
    /// It could not be written.
    #[error("the bundle could not be written")]
    Write(#[source] io::Error),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// The vault's cryptography.
    #[error(transparent)]
    Vault(#[from] vault::Error),
}

impl Error {
    /// Says why reading failed: what a decrypting reader refuses was altered.
    pub(crate) fn of_reading(error: io::Error) -> Self {
        if let Some(own) = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Self>())
        {
            return match own {
                Self::Malformed(what) => Self::Malformed(what),
                Self::Cancelled => Self::Cancelled,
                _ => Self::Altered,
            };
        }
        let is_refused = error.get_ref().is_some_and(|inner| {
            matches!(inner.downcast_ref(), Some(vault::Error::Tampered { .. }))
        }) || matches!(
            error.kind(),
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
        );
        if is_refused {
            Self::Altered
        } else {
            Self::Read(error)
        }
    }
}
