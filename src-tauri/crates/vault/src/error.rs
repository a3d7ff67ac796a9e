//! What can go wrong with a vault.

use std::io;

use crate::code::CodeFault;
use crate::key_file::KeyFileFault;
use crate::lock::Holder;
use crate::module::{Mode, ModuleFault};
use crate::passphrase::Weakness;

/// What went wrong, named for the caller.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder holds no vault.
    #[error("the folder holds no vault")]
    NotAVault,
    /// The vault was made by a newer program; it was not touched.
    #[error("the vault has format {found}, this program knows up to {supported}")]
    NewerFormat {
        /// What the header says.
        found: u32,
        /// What is known here.
        supported: u32,
    },
    /// Neither copy of the header is whole.
    #[error("both copies of the header are damaged")]
    DamagedHeader,
    /// The header asks for more or less work than any vault of this format would.
    #[error("the header's stretch parameters are outside their bounds")]
    StretchOutOfBounds,
    /// The vault wants the other kind of cryptography, which is another process's.
    #[error("the vault is of the other mode")]
    OtherMode {
        /// What it wants.
        needs: Mode,
    },
    /// Approved mode was asked for and its module cannot be used, so nothing opens.
    #[error("the cryptographic module cannot be used")]
    ModuleFailed(#[source] ModuleFault),
    /// The passphrase opens no slot, or not with this key file, or not without one. Which of
    /// these it is, is not told.
    #[error("the passphrase does not open the vault")]
    WrongPassphrase,
    /// The recovery code opens no slot.
    #[error("the recovery code does not open the vault")]
    WrongCode,
    /// What was typed is no recovery code.
    #[error("what was typed is no recovery code")]
    Code(CodeFault),
    /// The file cannot be a key file.
    #[error("the file cannot be a key file")]
    KeyFile(KeyFileFault),
    /// There is no such slot.
    #[error("there is no such slot")]
    NoSuchSlot,
    /// No slot would be left, or not the one that is open.
    #[error("the open slot cannot be taken away")]
    SlotStays,
    /// Others have a passphrase of their own here, which would have to be stretched anew.
    #[error("others have a passphrase of their own here")]
    OthersHavePassphrases,
    /// The header takes no more slots, or has one of this id.
    #[error("the header takes no more slots")]
    NoRoomForSlot,
    /// The passphrase is too weak for a new vault.
    #[error("the passphrase is too weak")]
    WeakPassphrase(Weakness),
    /// Another program holds the vault.
    #[error("another program holds the vault")]
    Held(Option<Holder>),
    /// There is something in the folder already.
    #[error("there is something in the folder already")]
    AlreadyThere,
    /// Something was altered: its authentication code does not agree.
    #[error("the {part} was altered or is damaged")]
    Tampered {
        /// What was altered.
        part: &'static str,
    },
    /// What was to be sealed could not be read to its end; nothing was kept.
    #[error("the source could not be read to its end")]
    Source(#[source] io::Error),
    /// The caller asked to stop; nothing was kept.
    #[error("cancelled")]
    Cancelled,
    /// The disk is full.
    #[error("the disk is full")]
    FullDisk,
    /// The disk takes no file this large.
    #[error("the disk takes no file this large")]
    TooLarge,
    /// The disk, or the folder, cannot be written to.
    #[error("the folder cannot be written to")]
    ReadOnly,
    /// The folder can no longer be reached.
    #[error("the folder cannot be reached")]
    Unreachable,
    /// The system said no.
    #[error("{action} failed")]
    Io {
        /// What was being done.
        action: &'static str,
        /// Why not.
        source: io::Error,
    },
    /// The cryptographic library said no.
    #[error("the cryptographic library failed")]
    Crypto,
}

impl From<openssl::error::ErrorStack> for Error {
    fn from(_: openssl::error::ErrorStack) -> Self {
        Self::Crypto
    }
}

/// Names what was being done when the system said no.
pub(crate) fn io(action: &'static str) -> impl FnOnce(io::Error) -> Error {
    move |source| match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::FullDisk,
        io::ErrorKind::FileTooLarge => Error::TooLarge,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Error::ReadOnly,
        io::ErrorKind::NotFound
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::StaleNetworkFileHandle => Error::Unreachable,
        _ => Error::Io { action, source },
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn what_a_disk_says_is_told_apart() {
        let told = |kind: ErrorKind| io("writing")(kind.into());
        assert!(matches!(told(ErrorKind::StorageFull), Error::FullDisk));
        assert!(matches!(told(ErrorKind::QuotaExceeded), Error::FullDisk));
        assert!(matches!(told(ErrorKind::FileTooLarge), Error::TooLarge));
        assert!(matches!(
            told(ErrorKind::ReadOnlyFilesystem),
            Error::ReadOnly
        ));
        assert!(matches!(told(ErrorKind::PermissionDenied), Error::ReadOnly));
        assert!(matches!(told(ErrorKind::NotFound), Error::Unreachable));
        assert!(matches!(
            told(ErrorKind::InvalidInput),
            Error::Io {
                action: "writing",
                ..
            }
        ));
    }
}
