//! The few calls that need `unsafe`, each behind a safe function.
//!
//! Every other crate forbids unsafe code, so this is the whole of it.
#![allow(unsafe_code)]
#![deny(missing_docs)]

use std::ffi::{c_int, c_void};
use std::sync::Once;

// Links the one vendored OpenSSL.
use openssl_sys as _;

unsafe extern "C" {
    fn OPENSSL_init_crypto(options: u64, settings: *const c_void) -> c_int;
}

/// `OPENSSL_INIT_NO_LOAD_CONFIG` of `openssl/crypto.h`.
const NO_LOAD_CONFIG: u64 = 0x80;

/// Starts OpenSSL so that it never reads an outside configuration.
///
/// A vendored build would otherwise open the configuration file of its build path and honour
/// `OPENSSL_CONF`, through which a provider could be put in. The first call decides, so it
/// must come before any other use of OpenSSL.
pub fn start_openssl() {
    static START: Once = Once::new();
    START.call_once(|| {
        // SAFETY: the function may be called at any time from any thread, and takes a null
        // pointer for "no settings" (OPENSSL_init_crypto(3)).
        unsafe {
            OPENSSL_init_crypto(NO_LOAD_CONFIG, std::ptr::null());
        }
    });
}
