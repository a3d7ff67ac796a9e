//! Checking what somebody signed with their slot's key.

use openssl::hash::MessageDigest;
use openssl::pkey::{PKey, Public};
use openssl::sign::Verifier;

use crate::module;
use crate::primitive::{hex, sha256};

/// Returns whether a message was signed by the holder of a public key in PEM: ECDSA P-256
/// over SHA-256 (FIPS 186-5), DER. Whatever cannot be read was signed by nobody.
pub fn is_signed_by(signer_pem: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let verified = || {
        let key = read(signer_pem)?;
        let mut verifier = Verifier::new(MessageDigest::sha256(), &key).ok()?;
        verifier.update(message).ok()?;
        verifier.verify(signature).ok()
    };
    verified().unwrap_or_default()
}

/// Returns the fingerprint of a public key in PEM: SHA-256 of its SubjectPublicKeyInfo (RFC
/// 5280), in hex; nothing for what is no key.
pub fn fingerprint(signer_pem: &[u8]) -> Option<String> {
    Some(hex(&sha256(&read(signer_pem)?.public_key_to_der().ok()?)))
}

fn read(pem: &[u8]) -> Option<PKey<Public>> {
    module::begin().ok()?;
    PKey::public_key_from_pem(pem).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_signers_own_message_signature_and_key_agree() {
        let [key, other] = [(); 2].map(|()| PKey::ec_gen("P-256").unwrap());
        let (pem, others) = (
            key.public_key_to_pem().unwrap(),
            other.public_key_to_pem().unwrap(),
        );
        let signature = crate::slot::sign(&key, b"message").unwrap();
        assert!(is_signed_by(&pem, b"message", &signature));
        assert!(!is_signed_by(&pem, b"massage", &signature));
        assert!(!is_signed_by(&others, b"message", &signature));
        assert!(!is_signed_by(b"no key", b"message", &signature));
        for at in 0..signature.len() {
            let mut flipped = signature.clone();
            flipped[at] ^= 1;
            assert!(!is_signed_by(&pem, b"message", &flipped), "byte {at}");
        }
        assert_ne!(fingerprint(&pem), fingerprint(&others));
        assert_eq!(fingerprint(b"no key"), None);
    }
}
