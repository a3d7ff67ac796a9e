//! Digests, randomness and the shapes of keys, all from OpenSSL.

use chrono::{DateTime, Utc};
use openssl::hash::MessageDigest;
use openssl::memcmp;
use openssl::pkey::PKey;
use openssl::sign::Signer;
use openssl::symm::{Cipher, decrypt_aead, encrypt_aead};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::Error;

/// A 256-bit key, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The nonce length of AES-GCM (NIST SP 800-38D).
pub(crate) const NONCE: usize = 12;

/// The tag length of AES-GCM.
pub(crate) const TAG: usize = 16;

/// Returns random bytes of the library's generator.
pub fn random<const N: usize>() -> Result<[u8; N], Error> {
    ffi::start_openssl();
    let mut bytes = [0; N];
    openssl::rand::rand_bytes(&mut bytes)?;
    Ok(bytes)
}

/// Returns a UUIDv7 (RFC 9562) of a moment.
pub(crate) fn new_id(now: DateTime<Utc>) -> Result<Uuid, Error> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid())
}

/// Returns the SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    ffi::start_openssl();
    openssl::sha::sha256(bytes)
}

/// Returns bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the bytes of hexadecimal digits.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(
        digits
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |byte, d| byte << 4 | d))
            .collect(),
    )
}

/// A SHA-256 that grows.
pub struct Sha256(openssl::sha::Sha256);

impl Sha256 {
    /// Begins.
    #[expect(
        clippy::new_without_default,
        reason = "beginning a digest starts the library"
    )]
    pub fn new() -> Self {
        ffi::start_openssl();
        Self(openssl::sha::Sha256::new())
    }

    /// Takes more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Returns the digest.
    pub fn finish(self) -> [u8; 32] {
        self.0.finish()
    }
}

/// Returns HMAC-SHA-256 (RFC 2104).
pub(crate) fn hmac(key: &Key, bytes: &[u8]) -> Result<[u8; 32], Error> {
    let key = PKey::hmac(key.as_slice())?;
    let mut signer = Signer::new(MessageDigest::sha256(), &key)?;
    let mut code = [0; 32];
    signer.update(bytes)?;
    signer.sign(&mut code)?;
    Ok(code)
}

/// Returns whether two codes are equal, in time that does not tell where they differ.
pub(crate) fn is_equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && memcmp::eq(a, b)
}

/// Seals small bytes: nonce ‖ AES-256-GCM ciphertext ‖ tag. The associated data is what the
/// bytes are for; without it a sealed value could be put in another's place.
pub(crate) fn seal_small(key: &Key, purpose: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = random::<NONCE>()?;
    let mut tag = [0; TAG];
    let cipher = encrypt_aead(
        Cipher::aes_256_gcm(),
        key.as_slice(),
        Some(&nonce),
        purpose,
        plain,
        &mut tag,
    )?;
    Ok([nonce.as_slice(), &cipher, &tag].concat())
}

/// Opens small bytes; nothing when the key, the purpose or a bit is another.
pub(crate) fn open_small(
    key: &Key,
    purpose: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, rest) = sealed.split_at_checked(NONCE)?;
    let (cipher, tag) = rest.split_at_checked(rest.len().checked_sub(TAG)?)?;
    let opened = decrypt_aead(
        Cipher::aes_256_gcm(),
        key.as_slice(),
        Some(nonce),
        purpose,
        cipher,
        tag,
    );
    opened.ok().map(Zeroizing::new)
}
