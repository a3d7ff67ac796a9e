//! Which algorithms are used, and which provider serves each: fetched and asked, never said
//! from memory.

use ffi::Kind;

use crate::module::Mode;

/// An algorithm that is used here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// Its name.
    pub algorithm: &'static str,
    /// What it is used for.
    pub purpose: &'static str,
    /// The provider that serves it; nothing when it cannot be had.
    pub provider: Option<String>,
}

type Used = (&'static str, Kind, &'static str, &'static str);

/// Algorithms of both modes: name, kind, OpenSSL's name, purpose. Those of SQLCipher are
/// among them.
const BOTH: [Used; 10] = [
    (
        "SHA-256",
        Kind::Digest,
        "SHA2-256",
        "Digests of evidence, papers and the trail",
    ),
    (
        "HMAC-SHA-256",
        Kind::Mac,
        "HMAC",
        "Codes of the header, the anchor and the trail",
    ),
    (
        "HKDF-SHA-256",
        Kind::Derivation,
        "HKDF",
        "A key for each purpose",
    ),
    (
        "AES-256-GCM",
        Kind::Cipher,
        "AES-256-GCM",
        "Seals evidence and private keys",
    ),
    (
        "AES-256-KW",
        Kind::Cipher,
        "AES-256-WRAP",
        "Wraps the vault key for each way in",
    ),
    (
        "AES-256-CBC",
        Kind::Cipher,
        "AES-256-CBC",
        "Pages of the database",
    ),
    (
        "HMAC-SHA-512",
        Kind::Digest,
        "SHA2-512",
        "Codes of the database's pages",
    ),
    (
        "P-256 keys",
        Kind::Keys,
        "EC",
        "Makes the keys of each person",
    ),
    (
        "ECDH P-256",
        Kind::Agreement,
        "ECDH",
        "Agrees on a wrapping key",
    ),
    (
        "ECDSA P-256",
        Kind::Signature,
        "ECDSA",
        "Signs the trail and what leaves the vault",
    ),
];

/// What stretches a passphrase.
const STRETCH: &str = "Stretches a passphrase";
const STANDARD: Used = ("Argon2id", Kind::Derivation, "ARGON2ID", STRETCH);
const APPROVED: Used = ("PBKDF2-HMAC-SHA-512", Kind::Derivation, "PBKDF2", STRETCH);

/// What approved mode must not have: algorithms that the module does not serve and the
/// default provider would.
pub(crate) const OUTSIDE: [(&str, Kind, &str); 4] = [
    ("Argon2id", Kind::Derivation, "ARGON2ID"),
    ("Ed25519", Kind::Signature, "ED25519"),
    ("ChaCha20-Poly1305", Kind::Cipher, "ChaCha20-Poly1305"),
    ("MD5", Kind::Digest, "MD5"),
];

/// Fetches each algorithm that is used in this mode and returns who serves it.
pub fn served() -> Vec<Served> {
    // While approved mode is being entered nothing of standard mode is asked for.
    let stretch = match crate::module::entered() {
        Some(Mode::Standard) => STANDARD,
        _ => APPROVED,
    };
    let mut served: Vec<Served> = BOTH
        .iter()
        .chain([&stretch])
        .map(|(algorithm, kind, name, purpose)| Served {
            algorithm,
            purpose,
            provider: ffi::served_by(*kind, name, None),
        })
        .collect();
    served.push(Served {
        algorithm: "Random bits",
        purpose: "Keys, salts, nonces and names of files",
        provider: ffi::randomness_served_by(),
    });
    served
}

/// Asks for algorithms that approved mode must not have and returns those that are not to be
/// had. In approved mode these are all of them; in standard mode there is nothing to show.
///
/// The module carries Ed25519, not approved, and gives it only to who asks for what is not
/// approved. Nothing here does.
pub fn refused() -> Vec<&'static str> {
    let is_refused = |kind, name| {
        [None, Some("fips=yes"), Some("provider=default")]
            .into_iter()
            .all(|properties| ffi::served_by(kind, name, properties).is_none())
    };
    OUTSIDE
        .iter()
        .filter(|(_, kind, name)| is_refused(*kind, name))
        .map(|(shown, _, _)| *shown)
        .collect()
}
