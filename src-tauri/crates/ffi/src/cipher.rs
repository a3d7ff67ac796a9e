//! Two things that OpenSSL's safe bindings do not reach.

use std::ffi::{CStr, c_int, c_void};
use std::ptr;

use foreign_types::ForeignTypeRef;
use openssl::cipher_ctx::CipherCtxRef;
use openssl_sys as sys;

use crate::provider::{end, parameter};

/// `OSSL_PARAM_UNSIGNED_INTEGER` of `openssl/core.h`.
const UNSIGNED: u32 = 2;
/// `OSSL_PARAM_INTEGER`.
const INTEGER: u32 = 1;
/// `OSSL_PARAM_UTF8_STRING`.
const UTF8: u32 = 4;
/// `OSSL_PARAM_OCTET_STRING`.
const OCTETS: u32 = 5;

unsafe extern "C" {
    fn EVP_CIPHER_CTX_get_original_iv(
        context: *mut sys::EVP_CIPHER_CTX,
        bytes: *mut c_void,
        length: usize,
    ) -> c_int;
}

/// Returns the nonce that a cipher made for itself when it was begun without one; nothing
/// before its first bytes.
pub fn made_nonce<const N: usize>(context: &CipherCtxRef) -> Option<[u8; N]> {
    let mut nonce = [0; N];
    // SAFETY: the context is live, and no more bytes are written than there is room for.
    let is_there = unsafe {
        let told =
            EVP_CIPHER_CTX_get_original_iv(context.as_ptr(), nonce.as_mut_ptr().cast(), N);
        sys::ERR_clear_error();
        told == 1
    };
    is_there.then_some(nonce)
}

/// PBKDF2-HMAC-SHA-512 (NIST SP 800-132), with the lower bounds that the standard asks for
/// checked by whatever serves it. Returns whether the key was derived.
///
/// OpenSSL's older call for this switches these checks off.
pub fn pbkdf2_sha512(secret: &[u8], salt: &[u8], rounds: u32, derived: &mut [u8]) -> bool {
    super::start_openssl();
    let (mut rounds, mut unchecked) = (rounds, 0 as c_int);
    let digest = c"SHA2-512";
    let octets = |key: &CStr, bytes: &[u8]| {
        parameter(key, OCTETS, bytes.as_ptr().cast_mut().cast(), bytes.len())
    };
    let list = [
        octets(c"pass", secret),
        octets(c"salt", salt),
        parameter(
            c"iter",
            UNSIGNED,
            (&raw mut rounds).cast(),
            size_of::<u32>(),
        ),
        parameter(
            c"pkcs5",
            INTEGER,
            (&raw mut unchecked).cast(),
            size_of::<c_int>(),
        ),
        parameter(
            c"digest",
            UTF8,
            digest.as_ptr().cast_mut().cast(),
            digest.count_bytes(),
        ),
        end(),
    ];
    // SAFETY: every parameter points at something that outlives the calls and that OpenSSL
    // only reads; at most `derived.len()` bytes are written to `derived`. What is fetched and
    // made is freed once.
    unsafe {
        let kind = sys::EVP_KDF_fetch(ptr::null_mut(), c"PBKDF2".as_ptr(), ptr::null());
        if kind.is_null() {
            sys::ERR_clear_error();
            return false;
        }
        let context = sys::EVP_KDF_CTX_new(kind);
        let is_derived = !context.is_null()
            && sys::EVP_KDF_derive(context, derived.as_mut_ptr(), derived.len(), list.as_ptr())
                == 1;
        sys::EVP_KDF_CTX_free(context);
        sys::EVP_KDF_free(kind);
        sys::ERR_clear_error();
        is_derived
    }
}
