//! The work that one try of a passphrase costs.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::module::{self, Mode};
use crate::passphrase::Passphrase;
use crate::primitive::Key;

/// How a passphrase is stretched, as it stands in the header. It also says which mode the
/// vault wants: Argon2id is not in the approved module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stretch(Kind);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
enum Kind {
    /// Argon2id (RFC 9106).
    #[serde(rename = "argon2id", rename_all = "camelCase")]
    Argon2id {
        memory_kib: u32,
        passes: u32,
        lanes: u32,
    },
    /// PBKDF2 (NIST SP 800-132) with HMAC-SHA-512.
    #[serde(rename = "pbkdf2-hmac-sha512")]
    Pbkdf2 { rounds: u32 },
}

/// SP 800-132, 5.2, asks for at least a thousand rounds, and the module refuses fewer. Ten
/// million take about ten seconds.
const ROUNDS: std::ops::RangeInclusive<u32> = 1_000..=10_000_000;

impl Stretch {
    /// 256 MiB, three passes: about a second.
    pub const STANDARD: Self = Self(Kind::Argon2id {
        memory_kib: 256 * 1024,
        passes: 3,
        lanes: 1,
    });

    /// A million rounds: about a second.
    pub const APPROVED: Self = Self(Kind::Pbkdf2 { rounds: 1_000_000 });

    /// The least that a vault may ask for. For tests only: a try costs nearly nothing.
    pub const WEAK_FOR_TESTS: Self = Self(Kind::Argon2id {
        memory_kib: 8 * 1024,
        passes: 1,
        lanes: 1,
    });

    /// The least that a vault in approved mode may ask for. For tests only.
    pub const APPROVED_WEAK_FOR_TESTS: Self = Self(Kind::Pbkdf2 {
        rounds: *ROUNDS.start(),
    });

    /// Returns what new vaults of a mode ask for.
    pub fn of(mode: Mode) -> Self {
        match mode {
            Mode::Standard => Self::STANDARD,
            Mode::Approved => Self::APPROVED,
        }
    }

    /// Returns the mode of the vaults that this stretches for.
    pub fn mode(self) -> Mode {
        match self.0 {
            Kind::Argon2id { .. } => Mode::Standard,
            Kind::Pbkdf2 { .. } => Mode::Approved,
        }
    }

    /// Refuses what no vault of this format asks for, before any work is done: a hostile
    /// header could otherwise ask for all memory, for a year of work, or for no work at all.
    pub(crate) fn check(self) -> Result<(), Error> {
        let within = match self.0 {
            Kind::Argon2id {
                memory_kib,
                passes,
                lanes,
            } => {
                (8 * 1024..=1024 * 1024).contains(&memory_kib)
                    && (1..=10).contains(&passes)
                    && (1..=4).contains(&lanes)
            }
            Kind::Pbkdf2 { rounds } => ROUNDS.contains(&rounds),
        };
        if within {
            Ok(())
        } else {
            Err(Error::StretchOutOfBounds)
        }
    }

    /// Stretches a passphrase.
    pub(crate) fn stretch(self, passphrase: &Passphrase, salt: &[u8]) -> Result<Key, Error> {
        self.check()?;
        if matches!(self.0, Kind::Argon2id { .. }) {
            module::expect(Mode::Standard)?;
        }
        let secret = passphrase.as_bytes();
        let mut stretched = Zeroizing::new([0; 32]);
        match self.0 {
            Kind::Argon2id {
                memory_kib,
                passes,
                lanes,
            } => openssl::kdf::argon2id(
                None,
                secret,
                salt,
                None,
                None,
                passes,
                lanes,
                memory_kib,
                stretched.as_mut_slice(),
            )?,
            Kind::Pbkdf2 { rounds } => {
                if !ffi::pbkdf2_sha512(secret, salt, rounds, stretched.as_mut_slice()) {
                    return Err(Error::Crypto);
                }
            }
        }
        Ok(stretched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitive::hex;

    fn read(text: &str) -> Stretch {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn parameters_outside_the_bounds_are_refused() {
        for outside in [
            r#"{"kind":"argon2id","memoryKib":1024,"passes":3,"lanes":1}"#,
            r#"{"kind":"argon2id","memoryKib":67108864,"passes":3,"lanes":1}"#,
            r#"{"kind":"argon2id","memoryKib":262144,"passes":0,"lanes":1}"#,
            r#"{"kind":"argon2id","memoryKib":262144,"passes":1000,"lanes":1}"#,
            r#"{"kind":"argon2id","memoryKib":262144,"passes":3,"lanes":64}"#,
            r#"{"kind":"pbkdf2-hmac-sha512","rounds":0}"#,
            r#"{"kind":"pbkdf2-hmac-sha512","rounds":999}"#,
            r#"{"kind":"pbkdf2-hmac-sha512","rounds":4294967295}"#,
        ] {
            let checked = read(outside).check();
            assert!(
                matches!(checked, Err(Error::StretchOutOfBounds)),
                "{outside}"
            );
        }
        for inside in [
            Stretch::STANDARD,
            Stretch::APPROVED,
            Stretch::WEAK_FOR_TESTS,
            Stretch::APPROVED_WEAK_FOR_TESTS,
        ] {
            assert!(inside.check().is_ok(), "{inside:?}");
            let written = serde_json::to_string(&inside).unwrap();
            assert_eq!(read(&written), inside);
        }
    }

    #[test]
    fn a_stretch_has_the_members_of_its_kind_and_no_others() {
        for text in [
            r#"{"kind":"argon2id","memoryKib":262144,"passes":3,"lanes":1,"rounds":1000}"#,
            r#"{"kind":"pbkdf2-hmac-sha512","rounds":1000,"memoryKib":262144}"#,
            r#"{"kind":"pbkdf2-hmac-sha512"}"#,
            r#"{"kind":"scrypt","rounds":1000}"#,
        ] {
            assert!(serde_json::from_str::<Stretch>(text).is_err(), "{text}");
        }
    }

    /// The same as `hashlib.pbkdf2_hmac("sha512", …)` of Python's standard library gives.
    #[test]
    fn the_stretch_of_approved_mode_is_pbkdf2_hmac_sha_512() {
        let passphrase = Passphrase::given("correct horse battery staple".to_owned());
        let salt: Vec<u8> = (0..32).collect();
        let stretched = Stretch::APPROVED_WEAK_FOR_TESTS
            .stretch(&passphrase, &salt)
            .unwrap();
        assert_eq!(
            hex(stretched.as_slice()),
            "d527651dde2ec1b2e0872ec92c6e75130f53d1903a9f5f1d1cbcd99567e773b0"
        );
    }
}
