//! Ways into a vault: what somebody brings, and what of it opens a slot.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::code::RecoveryCode;
use crate::derive::{SLOT, SLOT_WITH_CODE, SLOT_WITH_KEY_FILE, derive};
use crate::error::Error;
use crate::key_file::KeyFile;
use crate::passphrase::Passphrase;
use crate::primitive::Key;
use crate::stretch::Stretch;

/// What somebody brings to open a vault.
#[derive(Debug, Clone, Copy)]
pub enum Way<'a> {
    /// A passphrase, and a key file where the slot needs both.
    Passphrase {
        /// The passphrase.
        passphrase: &'a Passphrase,
        /// The key file.
        key_file: Option<&'a KeyFile>,
    },
    /// A recovery code from paper.
    RecoveryCode(&'a RecoveryCode),
}

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// A passphrase alone.
    Passphrase,
    /// A passphrase and a key file, both needed.
    PassphraseAndKeyFile,
    /// A recovery code.
    RecoveryCode,
}

/// What can be seen of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotGlance {
    /// Its id.
    pub id: Uuid,
    /// What opens it.
    pub kind: SlotKind,
    /// SHA-256 of the public signing key (SubjectPublicKeyInfo in DER), in hex.
    pub fingerprint: String,
    /// The public signing key, in PEM. A recovery code's slot has that of its owner.
    pub signer_pem: Vec<u8>,
}

impl<'a> From<&'a Passphrase> for Way<'a> {
    fn from(passphrase: &'a Passphrase) -> Self {
        Self::Passphrase {
            passphrase,
            key_file: None,
        }
    }
}

impl<'a> From<&Way<'a>> for Way<'a> {
    fn from(way: &Way<'a>) -> Self {
        *way
    }
}

impl Way<'_> {
    /// Returns the kind of slot that this opens.
    pub fn kind(&self) -> SlotKind {
        match self {
            Self::Passphrase { key_file: None, .. } => SlotKind::Passphrase,
            Self::Passphrase { .. } => SlotKind::PassphraseAndKeyFile,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
        }
    }

    /// Does all the work that a try costs. It is the same for every slot, so slots are tried
    /// only afterwards.
    pub(crate) fn secret(&self, stretch: Stretch, salt: &[u8]) -> Result<Secret, Error> {
        let bytes = match self {
            Self::Passphrase {
                passphrase,
                key_file,
            } => {
                let stretched = stretch.stretch(passphrase, salt)?;
                let key_file = key_file.map_or([].as_slice(), KeyFile::as_bytes);
                Zeroizing::new([stretched.as_slice(), key_file].concat())
            }
            Self::RecoveryCode(code) => Zeroizing::new(code.as_bytes().to_vec()),
        };
        Ok(Secret {
            kind: self.kind(),
            bytes,
        })
    }

    /// Returns what is said when this opens no slot.
    pub(crate) fn refusal(&self) -> Error {
        match self {
            Self::Passphrase { .. } => Error::WrongPassphrase,
            Self::RecoveryCode(_) => Error::WrongCode,
        }
    }
}

/// What is left of a way once the work is done: a key for each slot comes out of it.
pub(crate) struct Secret {
    kind: SlotKind,
    bytes: Zeroizing<Vec<u8>>,
}

impl Secret {
    pub(crate) fn kind(&self) -> SlotKind {
        self.kind
    }

    /// Returns the key under which a slot's private keys are sealed.
    pub(crate) fn slot_key(&self, slot: Uuid) -> Result<Key, Error> {
        let purpose = match self.kind {
            SlotKind::Passphrase => SLOT,
            SlotKind::PassphraseAndKeyFile => SLOT_WITH_KEY_FILE,
            SlotKind::RecoveryCode => SLOT_WITH_CODE,
        };
        derive(&self.bytes, slot.as_bytes(), purpose)
    }
}

impl SlotKind {
    /// Returns the name that stands in the header.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::PassphraseAndKeyFile => "passphrase-and-key-file",
            Self::RecoveryCode => "recovery-code",
        }
    }
}
