//! Digests, randomness and the shapes of keys, all from OpenSSL.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use openssl::cipher::Cipher;
use openssl::cipher_ctx::CipherCtx;
use openssl::hash::MessageDigest;
use openssl::md::Md;
use openssl::md_ctx::MdCtx;
use openssl::memcmp;
use openssl::pkey::PKey;
use openssl::sign::Signer;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::module;

/// A 256-bit key, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The nonce length of AES-GCM (NIST SP 800-38D).
pub(crate) const NONCE: usize = 12;

/// The tag length of AES-GCM.
pub(crate) const TAG: usize = 16;

/// Returns random bytes of the library's generator.
pub fn random<const N: usize>() -> Result<[u8; N], Error> {
    module::begin()?;
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
    let mut digest = Sha256::new();
    digest.update(bytes);
    digest.finish()
}

/// Returns bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the bytes of hexadecimal digits. Only lower-case ones count, so that bytes are
/// written in one way.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| {
            let digit = c.to_digit(16).filter(|_| !c.is_ascii_uppercase());
            digit.and_then(|d| u8::try_from(d).ok())
        })
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
///
/// A digest fails only when the module failed. Then the program must not go on with it, and
/// ends where it is: what was said to be saved is on the disk.
pub struct Sha256(MdCtx);

/// SHA-256 as the provider of this process's mode has it, fetched once.
fn fetched() -> Result<&'static Md, Error> {
    static FETCHED: OnceLock<Md> = OnceLock::new();
    module::begin()?;
    if let Some(fetched) = FETCHED.get() {
        return Ok(fetched);
    }
    let fetched = Md::fetch(None, "SHA2-256", None)?;
    Ok(FETCHED.get_or_init(|| fetched))
}

impl Sha256 {
    /// Begins.
    #[expect(
        clippy::new_without_default,
        reason = "beginning a digest starts the library"
    )]
    pub fn new() -> Self {
        sure(Self::begin())
    }

    fn begin() -> Result<Self, Error> {
        let mut context = MdCtx::new()?;
        context.digest_init(fetched()?)?;
        Ok(Self(context))
    }

    /// Takes more bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        sure(self.0.digest_update(bytes).map_err(Error::from));
    }

    /// Returns the digest.
    pub fn finish(mut self) -> [u8; 32] {
        let mut digest = [0; 32];
        sure(self.0.digest_final(&mut digest).map_err(Error::from));
        digest
    }
}

/// Ends the program when the module failed.
fn sure<T>(done: Result<T, Error>) -> T {
    let Ok(done) = done else {
        unreachable!("a digest failed: the cryptographic module is in its error state");
    };
    done
}

/// AES-256-GCM as the provider of this process's mode has it, fetched once.
pub(crate) fn aes_gcm() -> Result<&'static Cipher, Error> {
    static FETCHED: OnceLock<Cipher> = OnceLock::new();
    module::begin()?;
    if let Some(fetched) = FETCHED.get() {
        return Ok(fetched);
    }
    let fetched = Cipher::fetch(None, "AES-256-GCM", None)?;
    Ok(FETCHED.get_or_init(|| fetched))
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

/// Seals bytes in place: nonce and tag are written where they belong. The nonce is made by
/// the module (NIST SP 800-38D, 8.2.2: 96 random bits), which asks for a fresh start each
/// time.
pub(crate) fn seal_in_place(
    context: &mut CipherCtx,
    key: &[u8],
    bound: &[u8],
    (nonce, body, tag): (&mut [u8; NONCE], &mut [u8], &mut [u8; TAG]),
) -> Result<(), Error> {
    context.encrypt_init(Some(aes_gcm()?), Some(key), None)?;
    context.cipher_update(bound, None)?;
    *nonce = ffi::made_nonce(context).ok_or(Error::Crypto)?;
    context.cipher_update_inplace(body, body.len())?;
    context.cipher_final(&mut [])?;
    context.tag(tag)?;
    Ok(())
}

/// Opens bytes in place. When the tag does not agree, nothing of them may be given to
/// anybody.
pub(crate) fn open_in_place(
    context: &mut CipherCtx,
    key: &[u8],
    bound: &[u8],
    (nonce, body, tag): (&[u8; NONCE], &mut [u8], &[u8; TAG]),
) -> Result<(), Error> {
    context.decrypt_init(Some(aes_gcm()?), Some(key), Some(nonce))?;
    context.set_tag(tag)?;
    context.cipher_update(bound, None)?;
    context.cipher_update_inplace(body, body.len())?;
    context.cipher_final(&mut [])?;
    Ok(())
}

/// Seals small bytes: nonce ‖ AES-256-GCM ciphertext ‖ tag. The associated data is what the
/// bytes are for; without it a sealed value could be put in another's place.
pub(crate) fn seal_small(key: &Key, purpose: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
    let (mut nonce, mut tag) = ([0; NONCE], [0; TAG]);
    let mut body = plain.to_vec();
    seal_in_place(
        &mut CipherCtx::new()?,
        key.as_slice(),
        purpose,
        (&mut nonce, &mut body, &mut tag),
    )?;
    Ok([nonce.as_slice(), &body, &tag].concat())
}

/// Opens small bytes; nothing when the key, the purpose or a bit is another.
pub(crate) fn open_small(
    key: &Key,
    purpose: &[u8],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, rest) = sealed.split_first_chunk()?;
    let (body, tag) = rest.split_last_chunk()?;
    let mut body = Zeroizing::new(body.to_vec());
    let mut context = CipherCtx::new().ok()?;
    open_in_place(
        &mut context,
        key.as_slice(),
        purpose,
        (nonce, &mut body, tag),
    )
    .ok()?;
    Some(body)
}
