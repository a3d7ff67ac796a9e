//! The few calls that need `unsafe`, each behind a safe function.
//!
//! Every other crate forbids unsafe code, so this is the whole of it: [`start_openssl`]
//! comes before any cryptography, [`keep_memory_private`] before any key is in memory,
//! [`limit_process`] before bytes that nobody trusts, [`end_children`] and
//! [`hand_nothing_on`] before a process is replaced by a fresh one, [`hear_interrupts`] before
//! something long whose half is to be cleared away.
//!
//! # Invariants
//!
//! - No function takes or gives a pointer, and none can be misused from safe code.
//! - Nothing here knows what the calls are for: no key, no file and no word passes through.
#![allow(unsafe_code)]
#![deny(missing_docs)]

mod interrupt;
mod process;

mod cipher;
mod provider;

use std::ffi::{c_int, c_void};
use std::sync::Once;

pub use cipher::{made_nonce, pbkdf2_sha512};
pub use provider::{
    Kind, ProviderWords, ask_provider, load_built_in, load_module, providers,
    randomness_served_by, require_approved, served_by, test_provider,
};

// Links the one vendored OpenSSL.
use openssl_sys as _;

pub use interrupt::{hear_interrupts, is_interrupted};
pub use process::{end_children, hand_nothing_on};

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
        let started = unsafe { OPENSSL_init_crypto(NO_LOAD_CONFIG, std::ptr::null()) };
        // Without memory even for this, no later call of OpenSSL works either, and each of
        // those says so.
        debug_assert_eq!(started, 1);
    });
}

/// Keeps what is in memory out of core dumps and, on Linux, out of other programs' reach.
///
/// Returns whether the system agreed. A program calls it first thing, before it starts
/// others: they do not inherit it, since a new program image is readable again.
#[cfg(unix)]
pub fn keep_memory_private() -> bool {
    set_limit(libc::RLIMIT_CORE, 0) && refuse_tracing()
}

/// Keeps what is in memory out of other programs' reach; here the system offers no such
/// call, and the answer is no.
#[cfg(not(unix))]
pub fn keep_memory_private() -> bool {
    false
}

/// Returns whether what is in memory is kept out of core dumps and other programs' reach now.
#[cfg(target_os = "linux")]
pub fn is_memory_private() -> bool {
    let mut limit = libc::rlimit {
        rlim_cur: 1,
        rlim_max: 1,
    };
    // SAFETY: the pointer is to a live `rlimit`, which is only written; PR_GET_DUMPABLE takes
    // plain numbers (getrlimit(2), prctl(2)).
    let (known, dumpable) = unsafe {
        (
            libc::getrlimit(libc::RLIMIT_CORE, &raw mut limit) == 0,
            libc::prctl(libc::PR_GET_DUMPABLE, 0, 0, 0, 0),
        )
    };
    known && limit.rlim_max == 0 && dumpable == 0
}

/// Returns whether what is in memory is kept out of other programs' reach; here nobody knows.
#[cfg(not(target_os = "linux"))]
pub fn is_memory_private() -> bool {
    false
}

#[cfg(target_os = "linux")]
fn refuse_tracing() -> bool {
    // SAFETY: PR_SET_DUMPABLE takes plain numbers and no pointer (prctl(2)).
    unsafe { libc::prctl(libc::PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn refuse_tracing() -> bool {
    true
}

/// How much a process may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of addresses.
    pub addresses: u64,
    /// Seconds of the processor.
    pub processor_seconds: u64,
}

/// Limits what this process may take from now on, for good: so much memory and time, no new
/// file, no byte into a file, no other process.
///
/// Returns whether the system agreed.
#[cfg(unix)]
pub fn limit_process(limits: &Limits) -> bool {
    // The system counts a user's processes, so the last one refuses a new one, not this one.
    set_limit(libc::RLIMIT_AS, limits.addresses)
        && set_limit(libc::RLIMIT_CPU, limits.processor_seconds)
        && set_limit(libc::RLIMIT_FSIZE, 0)
        && set_limit(libc::RLIMIT_NOFILE, 0)
        && set_limit(libc::RLIMIT_NPROC, 0)
}

/// Limits what this process may take; here the system offers no such call, and the answer is
/// no.
#[cfg(not(unix))]
pub fn limit_process(_: &Limits) -> bool {
    false
}

#[cfg(all(unix, target_env = "gnu"))]
type Resource = libc::__rlimit_resource_t;
#[cfg(all(unix, not(target_env = "gnu")))]
type Resource = c_int;

#[cfg(unix)]
fn set_limit(resource: Resource, most: u64) -> bool {
    let limit = libc::rlimit {
        rlim_cur: most,
        rlim_max: most,
    };
    // SAFETY: the pointer is to a live, initialised `rlimit`, which is only read.
    unsafe { libc::setrlimit(resource, &raw const limit) == 0 }
}
