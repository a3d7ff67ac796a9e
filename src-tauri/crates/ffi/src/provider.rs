//! OpenSSL's providers: loading them, asking them, and asking who serves an algorithm.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::ptr;

use openssl_sys as sys;

/// OpenSSL's own type; only ever behind a pointer.
type Provider = sys::OSSL_PROVIDER;

/// A fetched algorithm of any kind, behind a pointer.
type Fetched = c_void;

type Fetch = unsafe extern "C" fn(
    library: *mut sys::OSSL_LIB_CTX,
    name: *const c_char,
    properties: *const c_char,
) -> *mut Fetched;
type ProviderOf = unsafe extern "C" fn(fetched: *const Fetched) -> *const Provider;
type Free = unsafe extern "C" fn(fetched: *mut Fetched);

// What `openssl/provider.h`, `openssl/evp.h` and `openssl/rand.h` of OpenSSL 3 declare and
// the bindings lack. Every `*_fetch`, `*_get0_provider` and `*_free` has the same shape.
unsafe extern "C" {
    fn OSSL_PROVIDER_load_ex(
        library: *mut sys::OSSL_LIB_CTX,
        name: *const c_char,
        settings: *mut sys::OSSL_PARAM,
    ) -> *mut Provider;
    fn OSSL_PROVIDER_do_all(
        library: *mut sys::OSSL_LIB_CTX,
        each: extern "C" fn(*mut Provider, *mut c_void) -> c_int,
        with: *mut c_void,
    ) -> c_int;
    fn OSSL_PROVIDER_get0_name(provider: *const Provider) -> *const c_char;
    fn OSSL_PROVIDER_get_params(
        provider: *const Provider,
        wanted: *mut sys::OSSL_PARAM,
    ) -> c_int;
    fn OSSL_PROVIDER_self_test(provider: *const Provider) -> c_int;

    fn EVP_MD_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_MD_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_MD_free(fetched: *mut Fetched);
    fn EVP_CIPHER_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_CIPHER_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_CIPHER_free(fetched: *mut Fetched);
    fn EVP_MAC_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_MAC_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_MAC_free(fetched: *mut Fetched);
    fn EVP_KDF_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_KDF_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_KDF_free(fetched: *mut Fetched);
    fn EVP_KEYMGMT_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_KEYMGMT_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_KEYMGMT_free(fetched: *mut Fetched);
    fn EVP_KEYEXCH_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_KEYEXCH_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_KEYEXCH_free(fetched: *mut Fetched);
    fn EVP_SIGNATURE_fetch(
        l: *mut sys::OSSL_LIB_CTX,
        n: *const c_char,
        p: *const c_char,
    ) -> *mut Fetched;
    fn EVP_SIGNATURE_get0_provider(fetched: *const Fetched) -> *const Provider;
    fn EVP_SIGNATURE_free(fetched: *mut Fetched);

    fn RAND_get0_public(library: *mut sys::OSSL_LIB_CTX) -> *mut c_void;
    fn EVP_RAND_CTX_get0_rand(generator: *mut c_void) -> *mut c_void;
    fn EVP_RAND_get0_provider(generator: *const c_void) -> *const Provider;
}

/// What kind of algorithm is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A digest.
    Digest,
    /// A cipher.
    Cipher,
    /// A message authentication code.
    Mac,
    /// A derivation of keys.
    Derivation,
    /// Keys of an asymmetric kind: making and keeping them.
    Keys,
    /// A key agreement.
    Agreement,
    /// A signature.
    Signature,
}

impl Kind {
    fn calls(self) -> (Fetch, ProviderOf, Free) {
        match self {
            Self::Digest => (EVP_MD_fetch, EVP_MD_get0_provider, EVP_MD_free),
            Self::Cipher => (EVP_CIPHER_fetch, EVP_CIPHER_get0_provider, EVP_CIPHER_free),
            Self::Mac => (EVP_MAC_fetch, EVP_MAC_get0_provider, EVP_MAC_free),
            Self::Derivation => (EVP_KDF_fetch, EVP_KDF_get0_provider, EVP_KDF_free),
            Self::Keys => (
                EVP_KEYMGMT_fetch,
                EVP_KEYMGMT_get0_provider,
                EVP_KEYMGMT_free,
            ),
            Self::Agreement => (
                EVP_KEYEXCH_fetch,
                EVP_KEYEXCH_get0_provider,
                EVP_KEYEXCH_free,
            ),
            Self::Signature => (
                EVP_SIGNATURE_fetch,
                EVP_SIGNATURE_get0_provider,
                EVP_SIGNATURE_free,
            ),
        }
    }
}

/// What a provider says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderWords {
    /// Its own name.
    pub name: String,
    /// Its own version.
    pub version: String,
    /// Whether it says that it is in order.
    pub running: bool,
}

/// Loads a provider from a module in a folder, with settings, and keeps it for good.
///
/// The folder takes the place of `OPENSSL_MODULES` and of the build's own path. Once a
/// provider was loaded, OpenSSL no longer loads its default one by itself. Returns whether
/// the module could be loaded and was in order.
pub fn load_module(folder: &str, name: &str, settings: &[(String, String)]) -> bool {
    super::start_openssl();
    let (Ok(folder), Ok(name)) = (CString::new(folder), CString::new(name)) else {
        return false;
    };
    let words: Result<Vec<(CString, CString)>, _> = settings
        .iter()
        .map(|(key, value)| Ok((CString::new(key.as_str())?, CString::new(value.as_str())?)))
        .collect::<Result<_, std::ffi::NulError>>();
    let Ok(words) = words else { return false };
    let mut list: Vec<sys::OSSL_PARAM> = words.iter().map(|(k, v)| text(k, v)).collect();
    list.push(end());
    // SAFETY: all strings end with a zero byte and live until after the calls; the list of
    // settings ends as OpenSSL asks and OpenSSL copies what it keeps of it. A null context
    // is the default one. The provider stays loaded, so its pointer is never needed again.
    unsafe {
        let is_loaded =
            sys::OSSL_PROVIDER_set_default_search_path(ptr::null_mut(), folder.as_ptr()) == 1
                && !OSSL_PROVIDER_load_ex(ptr::null_mut(), name.as_ptr(), list.as_mut_ptr())
                    .is_null();
        sys::ERR_clear_error();
        is_loaded
    }
}

/// Loads a provider that is built into the library, and keeps it for good.
pub fn load_built_in(name: &str) -> bool {
    super::start_openssl();
    let Ok(name) = CString::new(name) else {
        return false;
    };
    // SAFETY: the name ends with a zero byte; a null context is the default one.
    unsafe {
        let is_loaded = !sys::OSSL_PROVIDER_load(ptr::null_mut(), name.as_ptr()).is_null();
        sys::ERR_clear_error();
        is_loaded
    }
}

/// Makes `fips=yes` the property of every fetch that names no other, those of other
/// libraries in the process included. Returns whether that is so.
pub fn require_approved() -> bool {
    super::start_openssl();
    // SAFETY: a null context is the default one.
    unsafe {
        sys::EVP_default_properties_enable_fips(ptr::null_mut(), 1) == 1
            && sys::EVP_default_properties_is_fips_enabled(ptr::null_mut()) == 1
    }
}

/// Returns the names of all loaded providers.
pub fn providers() -> Vec<String> {
    let mut names: Vec<String> = all().into_iter().filter_map(name_of).collect();
    names.sort();
    names
}

/// Returns what a loaded provider says of itself.
pub fn ask_provider(name: &str) -> Option<ProviderWords> {
    let provider = find(name)?;
    let mut said: [*const c_char; 2] = [ptr::null(); 2];
    let mut running: c_int = 0;
    let [own_name, version] = &mut said;
    let mut wanted = [
        pointer(c"name", own_name),
        pointer(c"version", version),
        number(c"status", &mut running),
        end(),
    ];
    // SAFETY: the provider is loaded for good; each parameter points at a live variable of
    // the type that it names, and the list ends as OpenSSL asks. What comes back are null
    // pointers or strings of the provider, which live as long as it does.
    unsafe {
        let is_answered = OSSL_PROVIDER_get_params(provider, wanted.as_mut_ptr()) == 1;
        sys::ERR_clear_error();
        is_answered.then(|| ProviderWords {
            name: owned(said[0]).unwrap_or_default(),
            version: owned(said[1]).unwrap_or_default(),
            running: running == 1,
        })
    }
}

/// Lets a loaded provider run its self-test. Returns whether it passed.
pub fn test_provider(name: &str) -> bool {
    let Some(provider) = find(name) else {
        return false;
    };
    // SAFETY: the provider is loaded for good.
    unsafe {
        let has_passed = OSSL_PROVIDER_self_test(provider) == 1;
        sys::ERR_clear_error();
        has_passed
    }
}

/// Fetches an algorithm as any fetch here would, or with properties of one's own, and
/// returns the name of the provider that serves it; nothing when it is not to be had.
pub fn served_by(kind: Kind, name: &str, properties: Option<&str>) -> Option<String> {
    super::start_openssl();
    let name = CString::new(name).ok()?;
    let properties = properties.map(CString::new).transpose().ok()?;
    let asked = properties.as_ref().map_or(ptr::null(), |p| p.as_ptr());
    let (fetch, provider_of, free) = kind.calls();
    // SAFETY: the strings end with a zero byte; what was fetched is freed once, after the
    // last use, by the function of its own kind. The provider outlives it.
    unsafe {
        let fetched = fetch(ptr::null_mut(), name.as_ptr(), asked);
        sys::ERR_clear_error();
        if fetched.is_null() {
            return None;
        }
        let provider = provider_of(fetched);
        let name = name_of(provider.cast_mut());
        free(fetched);
        name
    }
}

/// Returns the name of the provider whose generator makes the random bytes.
pub fn randomness_served_by() -> Option<String> {
    super::start_openssl();
    // SAFETY: a null context is the default one; the generator belongs to it and lives as
    // long as this thread.
    unsafe {
        let generator = RAND_get0_public(ptr::null_mut());
        sys::ERR_clear_error();
        if generator.is_null() {
            return None;
        }
        let kind = EVP_RAND_CTX_get0_rand(generator);
        name_of(EVP_RAND_get0_provider(kind).cast_mut())
    }
}

/// Returns all loaded providers.
fn all() -> Vec<*mut Provider> {
    extern "C" fn keep(provider: *mut Provider, list: *mut c_void) -> c_int {
        // SAFETY: `list` is the vector that `all` handed over, and nobody else uses it now.
        unsafe { (*list.cast::<Vec<*mut Provider>>()).push(provider) };
        1
    }
    super::start_openssl();
    let mut list: Vec<*mut Provider> = Vec::new();
    // SAFETY: the callback gets the vector, which lives until after the call.
    unsafe { OSSL_PROVIDER_do_all(ptr::null_mut(), keep, (&raw mut list).cast()) };
    list
}

/// Returns a loaded provider. None is ever unloaded here, so the pointer stays good.
fn find(name: &str) -> Option<*mut Provider> {
    all()
        .into_iter()
        .find(|provider| name_of(*provider).as_deref() == Some(name))
}

fn name_of(provider: *mut Provider) -> Option<String> {
    if provider.is_null() {
        return None;
    }
    // SAFETY: the provider is loaded; its name is a string that lives as long as it does.
    unsafe { owned(OSSL_PROVIDER_get0_name(provider)) }
}

/// Copies a string of OpenSSL's.
///
/// # Safety
///
/// `text` is null or ends with a zero byte.
unsafe fn owned(text: *const c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the caller says so.
    Some(
        unsafe { CStr::from_ptr(text) }
            .to_string_lossy()
            .into_owned(),
    )
}

/// `OSSL_PARAM_INTEGER` of `openssl/core.h`.
const INTEGER: u32 = 1;
/// `OSSL_PARAM_UTF8_STRING`.
const UTF8: u32 = 4;
/// `OSSL_PARAM_UTF8_PTR`.
const UTF8_POINTER: u32 = 6;
/// `OSSL_PARAM_UNMODIFIED`.
const UNMODIFIED: usize = usize::MAX;

/// A text that OpenSSL reads.
fn text(key: &CStr, value: &CStr) -> sys::OSSL_PARAM {
    parameter(
        key,
        UTF8,
        value.as_ptr().cast_mut().cast(),
        value.count_bytes(),
    )
}

/// A place into which OpenSSL puts a pointer to a string of its own.
fn pointer(key: &CStr, place: &mut *const c_char) -> sys::OSSL_PARAM {
    parameter(key, UTF8_POINTER, ptr::from_mut(place).cast(), 0)
}

/// A place into which OpenSSL puts a number.
fn number(key: &CStr, place: &mut c_int) -> sys::OSSL_PARAM {
    parameter(
        key,
        INTEGER,
        ptr::from_mut(place).cast(),
        size_of::<c_int>(),
    )
}

/// The end of a list of parameters.
pub(crate) fn end() -> sys::OSSL_PARAM {
    // SAFETY: the function takes nothing and returns a value.
    unsafe { sys::OSSL_PARAM_construct_end() }
}

pub(crate) fn parameter(
    key: &CStr,
    data_type: u32,
    data: *mut c_void,
    data_size: usize,
) -> sys::OSSL_PARAM {
    sys::OSSL_PARAM {
        key: key.as_ptr(),
        data_type,
        data,
        data_size,
        return_size: UNMODIFIED,
    }
}
