//! Which cryptographic module does the work: one for each process.
//!
//! In approved mode OpenSSL's default provider is never loaded: everything, SQLCipher's own
//! fetches included, is served by the FIPS provider of a folder that the program names, with
//! the built-in `base` provider beside it, which only reads and writes encodings. What cannot
//! be had there cannot be had at all, and a module that is missing, changed or another one
//! means that nothing opens. There is no way back to the default provider in this process.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::folder::expect_files;
use crate::header;

/// Which cryptography a vault wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// OpenSSL's default provider, and Argon2id.
    #[default]
    Standard,
    /// The OpenSSL FIPS provider alone (FIPS 140-3), and PBKDF2.
    Approved,
}

impl Mode {
    /// Returns the fewest characters of a new passphrase in this mode.
    ///
    /// PBKDF2 needs no memory, so guessing at it is cheaper than at Argon2id; and the
    /// module's policy asks that a passphrase be long.
    pub fn fewest_characters(self) -> usize {
        match self {
            Self::Standard => 12,
            Self::Approved => 14,
        }
    }
}

/// The name by which the provider is loaded.
const FIPS: &str = "fips";

/// The provider that only reads and writes encodings of keys.
const BASE: &str = "base";

/// What the module calls itself.
const NAME: &str = "OpenSSL FIPS Provider";

/// The version whose certificate (CMVP 4985) is known here.
const VERSION: &str = "3.1.2";

/// The module's file.
const LIBRARY: &str = if cfg!(windows) {
    "fips.dll"
} else if cfg!(target_os = "macos") {
    "fips.dylib"
} else {
    "fips.so"
};

/// What `openssl fipsinstall` wrote for this installation of the module.
const SETTINGS: &str = "fipsmodule.cnf";

/// The settings file has a dozen lines; a larger one is not read.
const LARGEST: u64 = 1 << 16;

/// Settings without which the module does less than its certificate is about.
const NEEDED: [(&str, &str); 2] = [("conditional-errors", "1"), ("security-checks", "1")];

/// Why approved mode cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModuleFault {
    /// No module is where it is looked for.
    #[error("no module is installed")]
    Missing,
    /// The settings beside the module are missing, unreadable, or switch checks off.
    #[error("the module's settings cannot be used")]
    Settings,
    /// The module could not be loaded: it was changed, its self-test failed, or it is none.
    #[error("the module could not be loaded or failed its own check")]
    Refused,
    /// It is another module, or another version, than the one whose certificate is known.
    #[error("the module is {name} {version}")]
    Another {
        /// What it calls itself.
        name: String,
        /// Its version.
        version: String,
    },
    /// The self-test did not pass.
    #[error("the module's self-test failed")]
    SelfTest,
    /// Something else than the module would serve what is asked for.
    #[error("another provider is in the way")]
    NotAlone,
    /// This process has begun in the other mode already.
    #[error("this process has begun in the other mode")]
    Late,
}

static STATE: OnceLock<Result<Mode, ModuleFault>> = OnceLock::new();

/// Chooses who does the cryptography in this process, for good. A program calls it before
/// anything else of this crate; without it the mode is [`Mode::Standard`].
///
/// `module_folder` is an absolute path. Neither `OPENSSL_CONF` nor `OPENSSL_MODULES` nor a
/// path of the build counts.
pub fn enter(mode: Mode, module_folder: Option<&Path>) -> Result<(), ModuleFault> {
    let state = STATE.get_or_init(|| match mode {
        Mode::Standard => {
            ffi::start_openssl();
            Ok(mode)
        }
        Mode::Approved => load(module_folder).map(|()| mode),
    });
    match state {
        Ok(entered) if *entered == mode => Ok(()),
        Ok(_) => Err(ModuleFault::Late),
        Err(fault) => Err(fault.clone()),
    }
}

/// Returns the mode of this process; nothing when approved mode was asked for and could not
/// be had, so that nothing opens.
pub fn mode() -> Option<Mode> {
    state().as_ref().ok().copied()
}

/// Returns why approved mode could not be had; nothing when there is a mode.
pub fn module_fault() -> Option<ModuleFault> {
    state().as_ref().err().cloned()
}

/// Returns the mode of this process before any work, or says that the module failed.
pub(crate) fn begin() -> Result<Mode, Error> {
    state()
        .as_ref()
        .copied()
        .map_err(|fault| Error::ModuleFailed(fault.clone()))
}

/// Refuses a vault of the other mode.
pub(crate) fn expect(needs: Mode) -> Result<(), Error> {
    match begin()? {
        mode if mode == needs => Ok(()),
        _ => Err(Error::OtherMode { needs }),
    }
}

/// Returns the mode that was entered; nothing before, and while it is being entered.
pub(crate) fn entered() -> Option<Mode> {
    STATE.get()?.as_ref().ok().copied()
}

fn state() -> &'static Result<Mode, ModuleFault> {
    STATE.get_or_init(|| {
        ffi::start_openssl();
        Ok(Mode::Standard)
    })
}

/// Returns the first of the folders in which a module lies.
pub fn find_module(folders: &[PathBuf]) -> Option<PathBuf> {
    folders
        .iter()
        .find(|folder| folder.join(LIBRARY).is_file())
        .cloned()
}

/// Returns the mode that a vault asks for, read from its header without any cryptography, so
/// that a program can enter that mode. Nothing when no header can be read.
///
/// What it says is only believed when the vault is unlocked.
pub fn needs(folder: &Path) -> Option<Mode> {
    #[derive(Deserialize)]
    struct Beginning {
        generation: u64,
        mode: Option<Mode>,
        stretch: Kind,
    }
    #[derive(Deserialize)]
    struct Kind {
        kind: String,
    }
    expect_files(folder).ok()?;
    let newest = header::COPIES
        .iter()
        .filter_map(|copy| {
            let mut text = String::new();
            let file = File::open(folder.join(copy)).ok()?;
            file.take(header::LARGEST).read_to_string(&mut text).ok()?;
            serde_json::from_str::<Beginning>(&text).ok()
        })
        .max_by_key(|header| header.generation)?;
    newest.mode.or(match newest.stretch.kind.as_str() {
        "argon2id" => Some(Mode::Standard),
        "pbkdf2-hmac-sha512" => Some(Mode::Approved),
        _ => None,
    })
}

fn load(folder: Option<&Path>) -> Result<(), ModuleFault> {
    // Whatever fails below: nothing that is not approved is to be had, and with one provider
    // loaded OpenSSL does not load its default one by itself.
    if !ffi::require_approved() || !ffi::load_built_in(BASE) {
        return Err(ModuleFault::NotAlone);
    }
    let folder = folder
        .filter(|folder| folder.is_absolute() && folder.join(LIBRARY).is_file())
        .ok_or(ModuleFault::Missing)?;
    let settings = settings(&folder.join(SETTINGS)).ok_or(ModuleFault::Settings)?;
    let path = folder.to_str().ok_or(ModuleFault::Missing)?;
    if !ffi::load_module(path, FIPS, &settings) {
        return Err(ModuleFault::Refused);
    }
    let words = ffi::ask_provider(FIPS).ok_or(ModuleFault::Refused)?;
    if words.name != NAME || words.version != VERSION {
        return Err(ModuleFault::Another {
            name: words.name,
            version: words.version,
        });
    }
    if !words.running || !ffi::test_provider(FIPS) {
        return Err(ModuleFault::SelfTest);
    }
    is_alone().then_some(()).ok_or(ModuleFault::NotAlone)
}

fn is_alone() -> bool {
    ffi::providers() == [BASE, FIPS]
        && ffi::randomness_served_by().as_deref() == Some(FIPS)
        && crate::served::served()
            .iter()
            .all(|served| served.provider.as_deref() == Some(FIPS))
        && crate::served::refused().len() == crate::served::OUTSIDE.len()
}

/// Reads the settings of the module's section. A section of another name, or a word of
/// OpenSSL's that would reach further, is not read at all.
fn settings(path: &Path) -> Option<Vec<(String, String)>> {
    let mut text = String::new();
    let file = File::open(path).ok()?;
    file.take(LARGEST).read_to_string(&mut text).ok()?;
    let mut settings = Vec::new();
    let mut is_ours = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with('[') {
            is_ours = line == "[fips_sect]";
        } else if is_ours {
            let (key, value) = line.split_once('=')?;
            settings.push((key.trim().to_owned(), value.trim().to_owned()));
        }
    }
    let has = |key: &str, value: &str| {
        let mut said = settings.iter().filter(|(k, _)| k == key);
        said.next().is_some_and(|(_, v)| v == value) && said.next().is_none()
    };
    let is_strict = NEEDED.iter().all(|(key, value)| has(key, value))
        && settings.iter().any(|(key, _)| key == "module-mac");
    is_strict.then_some(settings)
}

/// What the module says of itself, asked just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleWords {
    /// Its own name.
    pub name: String,
    /// Its own version.
    pub version: String,
    /// Whether its self-test passed.
    pub has_passed: bool,
}

/// Lets the module run its self-test and asks what it is; nothing in standard mode.
pub fn ask_module() -> Option<ModuleWords> {
    if mode() != Some(Mode::Approved) {
        return None;
    }
    let has_passed = ffi::test_provider(FIPS);
    let words = ffi::ask_provider(FIPS)?;
    Some(ModuleWords {
        has_passed: has_passed && words.running,
        name: words.name,
        version: words.version,
    })
}

/// Returns the names of all providers that are loaded in this process.
pub fn providers() -> Vec<String> {
    let _ = state();
    ffi::providers()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "[fips_sect]\nactivate = 1\nconditional-errors = 1\n\
        security-checks = 1\nmodule-mac = 42:AF\n";

    fn read(name: &str, text: &str) -> Option<Vec<(String, String)>> {
        let file = std::env::temp_dir().join(format!(
            "auscult-settings-{name}-{}.cnf",
            std::process::id()
        ));
        std::fs::write(&file, text).unwrap();
        let read = settings(&file);
        std::fs::remove_file(&file).unwrap();
        read
    }

    #[test]
    fn settings_that_switch_a_check_off_are_refused() {
        assert!(read("whole", WRITTEN).is_some_and(|settings| settings.len() == 4));
        for (name, changed) in [
            (
                "checks",
                WRITTEN.replace("security-checks = 1", "security-checks = 0"),
            ),
            ("errors", WRITTEN.replace("conditional-errors = 1\n", "")),
            ("twice", format!("{WRITTEN}security-checks = 0\n")),
            ("mac", WRITTEN.replace("module-mac", "other-mac")),
            ("section", WRITTEN.replace("[fips_sect]", "[other]")),
            ("words", format!("{WRITTEN}.include elsewhere\n")),
        ] {
            assert_eq!(read(name, &changed), None, "{name}");
        }
    }

    #[test]
    fn a_process_has_one_mode() {
        assert_eq!(enter(Mode::Standard, None), Ok(()));
        assert_eq!(mode(), Some(Mode::Standard));
        assert_eq!(enter(Mode::Approved, None), Err(ModuleFault::Late));
        assert_eq!(mode(), Some(Mode::Standard));
        assert!(matches!(
            expect(Mode::Approved),
            Err(Error::OtherMode {
                needs: Mode::Approved
            })
        ));
    }
}
