//! Which cryptographic module does the work: one for each process.

use serde::{Deserialize, Serialize};

/// Which cryptography a vault wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// OpenSSL's default provider, and Argon2id.
    #[default]
    Standard,
    /// The OpenSSL FIPS provider alone (FIPS 140-3), and PBKDF2.
    Approved,
}
