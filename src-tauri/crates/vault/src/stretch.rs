//! The work that one try of a passphrase costs.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::module::Mode;
use crate::passphrase::Passphrase;
use crate::primitive::Key;

/// Parameters of Argon2id (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stretch {
    kind: StretchKind,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Named in the header, so that a vault in approved mode can name another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StretchKind {
    Argon2id,
}

impl Stretch {
    /// 256 MiB, three passes: about a second.
    pub const STANDARD: Self = Self {
        kind: StretchKind::Argon2id,
        memory_kib: 256 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// The least that a vault may ask for. For tests only: a try costs nearly nothing.
    pub const WEAK_FOR_TESTS: Self = Self {
        kind: StretchKind::Argon2id,
        memory_kib: 8 * 1024,
        passes: 1,
        lanes: 1,
    };

    /// Returns the mode of the vaults that ask for this.
    pub fn mode(self) -> Mode {
        match self.kind {
            StretchKind::Argon2id => Mode::Standard,
        }
    }

    /// Refuses what no vault of this format asks for, before any work is done: a hostile
    /// header could otherwise ask for all memory, or for no work at all.
    pub(crate) fn check(self) -> Result<(), Error> {
        let within = (8 * 1024..=1024 * 1024).contains(&self.memory_kib)
            && (1..=10).contains(&self.passes)
            && (1..=4).contains(&self.lanes);
        if within {
            Ok(())
        } else {
            Err(Error::StretchOutOfBounds)
        }
    }

    /// Stretches a passphrase.
    pub(crate) fn stretch(self, passphrase: &Passphrase, salt: &[u8]) -> Result<Key, Error> {
        self.check()?;
        let StretchKind::Argon2id = self.kind;
        let mut stretched = Zeroizing::new([0; 32]);
        openssl::kdf::argon2id(
            None,
            passphrase.as_bytes(),
            salt,
            None,
            None,
            self.passes,
            self.lanes,
            self.memory_kib,
            stretched.as_mut_slice(),
        )?;
        Ok(stretched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_outside_the_bounds_are_refused() {
        let standard = Stretch::STANDARD;
        for outside in [
            Stretch {
                memory_kib: 1024,
                ..standard
            },
            Stretch {
                memory_kib: 64 * 1024 * 1024,
                ..standard
            },
            Stretch {
                passes: 0,
                ..standard
            },
            Stretch {
                passes: 1_000,
                ..standard
            },
            Stretch {
                lanes: 64,
                ..standard
            },
        ] {
            assert!(
                matches!(outside.check(), Err(Error::StretchOutOfBounds)),
                "{outside:?}"
            );
        }
        assert!(standard.check().is_ok());
    }
}
