//! Keys by purpose: HKDF-SHA-256 (RFC 5869). Every label stands here.

use openssl::md::Md;
use openssl::pkey::Id;
use openssl::pkey_ctx::PkeyCtx;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::primitive::{Key, hex};

/// Opens a slot's private keys: from the stretched passphrase and the slot's id.
pub(crate) const SLOT: &[u8] = b"auscult 1 slot";
/// The same where a key file is needed beside the passphrase.
pub(crate) const SLOT_WITH_KEY_FILE: &[u8] = b"auscult 1 slot with key file";
/// The same for a recovery code.
pub(crate) const SLOT_WITH_CODE: &[u8] = b"auscult 1 slot with recovery code";
/// Wraps the vault key for a slot: from the agreed secret and its place.
pub(crate) const WRAP: &[u8] = b"auscult 1 vault key";
/// Authenticates the header. This and all below: from the vault key and the vault's id.
pub(crate) const HEADER: &[u8] = b"auscult 1 header";
/// Authenticates the anchor.
pub(crate) const ANCHOR: &[u8] = b"auscult 1 anchor";
/// Wraps the key of the trail's digests, where that is not the first vault key's own.
pub(crate) const SEALED_TRAIL: &[u8] = b"auscult 1 sealed trail key";
/// Keys the digests of the trail.
pub(crate) const TRAIL: &[u8] = b"auscult 1 trail";
/// Seals the chunks of an envelope: from its stretched passphrase and its header's digest.
pub(crate) const ENVELOPE: &[u8] = b"auscult 1 envelope";
/// Authenticates an envelope's header, likewise.
pub(crate) const ENVELOPE_HEADER: &[u8] = b"auscult 1 envelope header";
/// Encrypts the database's pages.
const DATABASE: &[u8] = b"auscult 1 database";
/// Authenticates the database's pages.
const DATABASE_MAC: &[u8] = b"auscult 1 database mac";
/// Stands at the beginning of the database's file.
const DATABASE_SALT: &[u8] = b"auscult 1 database salt";

/// Derives a key.
pub(crate) fn derive(key: &[u8], salt: &[u8], purpose: &[u8]) -> Result<Key, Error> {
    let mut derived = Zeroizing::new([0; 32]);
    let mut context = PkeyCtx::new_id(Id::HKDF)?;
    context.derive_init()?;
    context.set_hkdf_md(Md::sha256())?;
    context.set_hkdf_key(key)?;
    context.set_hkdf_salt(salt)?;
    context.add_hkdf_info(purpose)?;
    context.derive(Some(derived.as_mut_slice()))?;
    Ok(derived)
}

/// The whole key of the database: encryption key, authentication key and salt, so that
/// SQLCipher derives nothing itself.
pub struct DatabaseKey {
    key: Key,
    mac: Key,
    salt: [u8; 16],
}

impl DatabaseKey {
    pub(crate) fn derive(vault_key: &Key, vault: &[u8]) -> Result<Self, Error> {
        let mut salt = [0; 16];
        let derived = derive(vault_key.as_slice(), vault, DATABASE_SALT)?;
        salt.iter_mut()
            .zip(derived.iter())
            .for_each(|(to, from)| *to = *from);
        Ok(Self {
            key: derive(vault_key.as_slice(), vault, DATABASE)?,
            mac: derive(vault_key.as_slice(), vault, DATABASE_MAC)?,
            salt,
        })
    }

    /// Returns the 160 hexadecimal digits that SQLCipher takes as a raw key specification.
    pub fn keyspec(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new(String::with_capacity(160));
        for part in [self.key.as_slice(), self.mac.as_slice(), &self.salt] {
            digits.push_str(&Zeroizing::new(hex(part)));
        }
        digits
    }

    /// Returns the salt, with which the database's file must begin.
    pub fn salt(&self) -> [u8; 16] {
        self.salt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 5869, appendix A.1, cut to 32 bytes.
    #[test]
    fn derivation_is_hkdf_sha_256() {
        let salt: Vec<u8> = (0..=0x0c).collect();
        let purpose: Vec<u8> = (0xf0..=0xf9).collect();
        let derived = derive(&[0x0b; 22], &salt, &purpose).unwrap();
        assert_eq!(
            hex(derived.as_slice()),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        );
    }

    #[test]
    fn the_database_key_of_a_known_vault_key_never_changes() {
        let key = DatabaseKey::derive(&Zeroizing::new([7; 32]), &[1; 16]).unwrap();
        assert_eq!(key.keyspec().len(), 160);
        let digest = crate::primitive::sha256(key.keyspec().as_bytes());
        assert_eq!(
            hex(&digest),
            "97ca70893469f73bd912f22c0de1084b311df7d201b0d44885cf67e8bb72a9a3"
        );
    }
}
