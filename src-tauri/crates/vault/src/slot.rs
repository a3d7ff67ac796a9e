//! Key slots: one way in each.
//!
//! A slot has two P-256 key pairs of its own. The random vault key is sealed to its
//! agreement key, so that a new vault key can be given to it without its passphrase; with
//! its signing key nobody else can sign. Both private keys are sealed under a key from the
//! slot's stretched passphrase.

use openssl::cipher::Cipher;
use openssl::cipher_ctx::{CipherCtx, CipherCtxFlags};
use openssl::derive::Deriver;
use openssl::hash::MessageDigest;
use openssl::pkey::{PKey, Private, Public};
use openssl::sign::Signer;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::derive::{WRAP, derive};
use crate::error::Error;
use crate::primitive::{Key, hex, is_equal, open_small, seal_small, sha256, unhex};
use crate::way::{Secret, SlotKind};

const AGREEMENT: &[u8] = b"agreement";
const SIGNING: &[u8] = b"signing";

/// A slot as it stands in the header. Bytes are in hex: public keys as
/// SubjectPublicKeyInfo (RFC 5480), private keys as PKCS #8 (RFC 5208) before sealing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: Uuid,
    kind: SlotKind,
    agreement_key: String,
    signing_key: String,
    sealed_agreement_key: String,
    sealed_signing_key: String,
    ephemeral_key: String,
    wrapped_vault_key: String,
    checksum: String,
}

/// What an opened slot gives.
pub(crate) struct Opened {
    pub(crate) vault_key: Key,
    pub(crate) signing: PKey<Private>,
}

impl Slot {
    /// Makes a slot that a secret opens, with a signing key in it, and seals the vault key to
    /// it.
    pub(crate) fn make(
        vault: Uuid,
        id: Uuid,
        secret: &Secret,
        vault_key: &Key,
        signing: &PKey<Private>,
    ) -> Result<Self, Error> {
        let kek = secret.slot_key(id)?;
        let agreement = generate()?;
        let seal = |key: &PKey<Private>, purpose| -> Result<String, Error> {
            let plain = Zeroizing::new(key.private_key_to_pkcs8()?);
            Ok(hex(&seal_small(&kek, &bound(vault, id, purpose), &plain)?))
        };
        let public = public_of(&agreement)?;
        let (ephemeral_key, wrapped_vault_key) = seal_to(vault, id, &public, vault_key)?;
        let mut slot = Self {
            id,
            kind: secret.kind(),
            agreement_key: hex(&public.public_key_to_der()?),
            signing_key: hex(&signing.public_key_to_der()?),
            sealed_agreement_key: seal(&agreement, AGREEMENT)?,
            sealed_signing_key: seal(signing, SIGNING)?,
            ephemeral_key,
            wrapped_vault_key,
            checksum: String::new(),
        };
        slot.checksum = slot.expected_checksum();
        Ok(slot)
    }

    /// Opens the slot; nothing when the secret is another's.
    pub(crate) fn open(&self, vault: Uuid, secret: &Secret) -> Result<Option<Opened>, Error> {
        if secret.kind() != self.kind {
            return Ok(None);
        }
        let damaged = || Error::Tampered { part: "key slot" };
        let bytes = |text: &str| unhex(text).ok_or_else(damaged);
        let kek = secret.slot_key(self.id)?;
        let sealed = bytes(&self.sealed_agreement_key)?;
        let Some(agreement) = open_small(&kek, &bound(vault, self.id, AGREEMENT), &sealed)
        else {
            return Ok(None);
        };
        let sealed = bytes(&self.sealed_signing_key)?;
        let signing =
            open_small(&kek, &bound(vault, self.id, SIGNING), &sealed).ok_or_else(damaged)?;
        let wrapped = bytes(&self.wrapped_vault_key)?;
        let ephemeral = bytes(&self.ephemeral_key)?;
        // Whoever passed here holds the right secret: what fails now was altered.
        let opened = || -> Result<Opened, Error> {
            let agreement = PKey::private_key_from_pkcs8(&agreement)?;
            let ephemeral = PKey::public_key_from_der(&ephemeral)?;
            let place = place(vault, self.id, &ephemeral, &public_of(&agreement)?)?;
            let wrapping = agree(&agreement, &ephemeral, &place)?;
            Ok(Opened {
                vault_key: unwrap(&wrapping, &wrapped)?,
                signing: PKey::private_key_from_pkcs8(&signing)?,
            })
        };
        opened().map(Some).map_err(|_| damaged())
    }

    /// Seals another vault key to the slot. It takes the slot's public key only.
    pub(crate) fn reseal(&self, vault: Uuid, vault_key: &Key) -> Result<Self, Error> {
        let damaged = || Error::Tampered { part: "key slot" };
        let public = unhex(&self.agreement_key).ok_or_else(damaged)?;
        let public = PKey::public_key_from_der(&public).map_err(|_| damaged())?;
        let (ephemeral_key, wrapped_vault_key) = seal_to(vault, self.id, &public, vault_key)?;
        let mut slot = Self {
            ephemeral_key,
            wrapped_vault_key,
            ..self.clone()
        };
        slot.checksum = slot.expected_checksum();
        Ok(slot)
    }

    /// Returns what opens it.
    pub(crate) fn kind(&self) -> SlotKind {
        self.kind
    }

    /// Returns the public signing key in hex.
    pub(crate) fn signing_key(&self) -> &str {
        &self.signing_key
    }

    /// Returns whether the slot is as it was written.
    pub(crate) fn is_whole(&self) -> bool {
        is_equal(
            self.checksum.as_bytes(),
            self.expected_checksum().as_bytes(),
        )
    }

    fn expected_checksum(&self) -> String {
        let fields = [
            self.id.to_string().as_str(),
            self.kind.name(),
            &self.agreement_key,
            &self.signing_key,
            &self.sealed_agreement_key,
            &self.sealed_signing_key,
            &self.ephemeral_key,
            &self.wrapped_vault_key,
        ]
        .join("\n");
        hex(&sha256(fields.as_bytes()))
    }
}

/// Seals a vault key to a slot's public key. Returns the ephemeral key and the wrapped one.
fn seal_to(
    vault: Uuid,
    slot: Uuid,
    public: &PKey<Public>,
    vault_key: &Key,
) -> Result<(String, String), Error> {
    let ephemeral = generate()?;
    let place = place(vault, slot, &public_of(&ephemeral)?, public)?;
    let wrapping = agree(&ephemeral, public, &place)?;
    Ok((
        hex(&ephemeral.public_key_to_der()?),
        hex(&wrap(&wrapping, vault_key)?),
    ))
}

/// Signs with ECDSA P-256 over SHA-256 (FIPS 186-5).
pub(crate) fn sign(key: &PKey<Private>, message: &[u8]) -> Result<Vec<u8>, Error> {
    let mut signer = Signer::new(MessageDigest::sha256(), key)?;
    signer.update(message)?;
    Ok(signer.sign_to_vec()?)
}

/// Makes a P-256 key pair where everything else is done: in the module of this process's
/// mode.
pub(crate) fn generate() -> Result<PKey<Private>, Error> {
    Ok(PKey::ec_gen("P-256")?)
}

fn public_of(key: &PKey<Private>) -> Result<PKey<Public>, Error> {
    Ok(PKey::public_key_from_der(&key.public_key_to_der()?)?)
}

/// Binds a sealed key to its place.
fn bound(vault: Uuid, slot: Uuid, purpose: &[u8]) -> Vec<u8> {
    [vault.as_bytes(), slot.as_bytes(), purpose].concat()
}

/// Names all that a wrapping key belongs to: vault, slot and both public keys. Without the
/// keys, a sealing could be moved to another recipient (NIST SP 800-56A, 5.8.2).
fn place(
    vault: Uuid,
    slot: Uuid,
    ephemeral: &PKey<Public>,
    agreement: &PKey<Public>,
) -> Result<Vec<u8>, Error> {
    let keys = [
        ephemeral.public_key_to_der()?,
        agreement.public_key_to_der()?,
    ];
    Ok(bound(vault, slot, &keys.concat()))
}

/// Agrees on a wrapping key: ECDH P-256, then HKDF bound to its place.
fn agree(private: &PKey<Private>, public: &PKey<Public>, place: &[u8]) -> Result<Key, Error> {
    let mut deriver = Deriver::new(private)?;
    deriver.set_peer(public)?;
    let shared = Zeroizing::new(deriver.derive_to_vec()?);
    derive(shared.as_slice(), place, WRAP)
}

/// Wraps a key (AES-256-KW, RFC 3394).
pub(crate) fn wrap(key: &Key, plain: &Key) -> Result<Vec<u8>, Error> {
    let mut context = CipherCtx::new()?;
    context.set_flags(CipherCtxFlags::FLAG_WRAP_ALLOW);
    context.encrypt_init(Some(Cipher::aes_256_wrap()), Some(key.as_slice()), None)?;
    let mut wrapped = Vec::new();
    context.cipher_update_vec(plain.as_slice(), &mut wrapped)?;
    context.cipher_final_vec(&mut wrapped)?;
    Ok(wrapped)
}

/// Opens a wrapped key.
pub(crate) fn unwrap(key: &Key, wrapped: &[u8]) -> Result<Key, Error> {
    let mut context = CipherCtx::new()?;
    context.set_flags(CipherCtxFlags::FLAG_WRAP_ALLOW);
    context.decrypt_init(Some(Cipher::aes_256_wrap()), Some(key.as_slice()), None)?;
    let mut plain = Zeroizing::new(Vec::new());
    context.cipher_update_vec(wrapped, &mut plain)?;
    context.cipher_final_vec(&mut plain)?;
    let plain: [u8; 32] = plain.as_slice().try_into().map_err(|_| Error::Crypto)?;
    Ok(Zeroizing::new(plain))
}
