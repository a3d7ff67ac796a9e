//! Copies of the module that somebody meddled with.

use std::fs;
use std::path::{Path, PathBuf};

use openssl::hash::MessageDigest;
use openssl::pkey::PKey;
use openssl::sign::Signer;

const LIBRARY: &str = "fips.so";
const SETTINGS: &str = "fipsmodule.cnf";

/// The key of the module's integrity code. It stands in OpenSSL's source: the code shows
/// damage and proves no origin.
const PUBLIC_KEY: [u8; 32] = [
    0xf4, 0x55, 0x66, 0x50, 0xac, 0x31, 0xd3, 0x54, 0x61, 0x61, 0x0b, 0xac, 0x4e, 0xd8, 0x1b,
    0x1a, 0x18, 0x1b, 0x2d, 0x8a, 0x43, 0xea, 0x28, 0x54, 0xcb, 0xae, 0x22, 0xca, 0x74, 0x56,
    0x08, 0x13,
];

/// Folders with a module in each that is not to be used.
pub(crate) struct Meddled {
    root: PathBuf,
    /// One bit of the module is another.
    pub(crate) changed: PathBuf,
    /// The module's last byte is missing.
    pub(crate) cut: PathBuf,
    /// The settings hold another code.
    pub(crate) other_code: PathBuf,
    /// The file is no module.
    pub(crate) no_module: PathBuf,
    /// Nothing is there.
    pub(crate) empty: PathBuf,
    /// The settings are missing.
    pub(crate) without_settings: PathBuf,
    /// The settings switch the module's checks off.
    pub(crate) unchecked: PathBuf,
    /// The module is sound in itself and of another version.
    pub(crate) other_version: PathBuf,
}

impl Meddled {
    pub(crate) fn make(module: &Path) -> Self {
        let root = std::env::temp_dir().join(format!("auscult-modules-{}", std::process::id()));
        let library = fs::read(module.join(LIBRARY)).unwrap();
        let settings = fs::read_to_string(module.join(SETTINGS)).unwrap();
        let folder = |name: &str, library: Option<&[u8]>, settings: Option<&str>| {
            let folder = root.join(name);
            fs::create_dir_all(&folder).unwrap();
            if let Some(library) = library {
                fs::write(folder.join(LIBRARY), library).unwrap();
            }
            if let Some(settings) = settings {
                fs::write(folder.join(SETTINGS), settings).unwrap();
            }
            folder
        };
        let mut changed = library.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        let other = renamed(&library);
        let other_settings = settings.replace(&code(&library), &code(&other));
        assert!(other_settings.contains(&code(&other)));
        let unchecked = settings.replace("security-checks = 1", "security-checks = 0");
        assert_ne!(unchecked, settings);
        Self {
            changed: folder("changed", Some(&changed), Some(&settings)),
            cut: folder(
                "cut",
                library.split_last().map(|(_, rest)| rest),
                Some(&settings),
            ),
            other_code: folder("other-code", Some(&library), Some(&other_settings)),
            no_module: folder("no-module", Some(b"no module"), Some(&settings)),
            empty: folder("empty", None, Some(&settings)),
            without_settings: folder("without-settings", Some(&library), None),
            unchecked: folder("unchecked", Some(&library), Some(&unchecked)),
            other_version: folder("other-version", Some(&other), Some(&other_settings)),
            root,
        }
    }

    /// Returns a configuration for OpenSSL that loads the default provider and asks for it.
    pub(crate) fn hostile_configuration(&self) -> String {
        let file = self.root.join("hostile.cnf");
        let text = "openssl_conf = start\n[start]\nproviders = providers\nalg_section = asked\n\
            [providers]\ndefault = active\nlegacy = active\n[active]\nactivate = 1\n\
            [asked]\ndefault_properties = provider=default\n";
        fs::write(&file, text).unwrap();
        file.display().to_string()
    }
}

impl Drop for Meddled {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The same module that says another version of itself.
fn renamed(library: &[u8]) -> Vec<u8> {
    let (from, to) = (b"\x003.1.2\x00", b"\x003.1.9\x00");
    let mut renamed = library.to_vec();
    let places: Vec<usize> = library
        .windows(from.len())
        .enumerate()
        .filter(|(_, window)| window == from)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty(), "the module does not say its version");
    for at in places {
        renamed[at..at + to.len()].copy_from_slice(to);
    }
    renamed
}

/// The code that `openssl fipsinstall` would write.
fn code(library: &[u8]) -> String {
    let key = PKey::hmac(&PUBLIC_KEY).unwrap();
    let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
    let code = signer.sign_oneshot_to_vec(library).unwrap();
    let digits: Vec<String> = code.iter().map(|byte| format!("{byte:02X}")).collect();
    digits.join(":")
}
