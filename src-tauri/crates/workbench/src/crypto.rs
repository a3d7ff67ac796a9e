//! What does the cryptography in this process, in words that are no larger than the truth.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use domain::member::Act;
use packet::part::{Cryptography, Fact};
use store::Chain;
use vault::{Mode, ModuleFault, Served, Way};

use crate::error::Error;
use crate::open::Workbench;

/// What is claimed of approved mode, word for word: here, in the window, on the command line
/// and in the packet.
pub const CLAIM: &str = "In approved mode every security function is performed by the OpenSSL \
    FIPS Provider 3.1.2 (CMVP #4985). This product is not itself FIPS validated. On operating \
    systems outside the certificate's tested list the module runs under the user's own \
    affirmation (CMVP MM 7.9).";

/// What is said where nothing is claimed.
const NO_CLAIM: &str = "This is standard mode. The cryptography is done by OpenSSL's default \
    provider and Argon2id, and no FIPS 140-3 validation is claimed.";

/// What is said when approved mode was asked for and cannot be had.
const FAILED: &str = "Approved mode was asked for and cannot be had here, so no vault opens. \
    There is no way back to standard mode in this process.";

/// What does the cryptography in this process, asked just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crypto {
    /// The mode; nothing when the module failed.
    pub mode: Option<Mode>,
    /// What is claimed.
    pub claim: &'static str,
    /// In approved mode four facts.
    pub facts: Vec<Fact>,
    /// Each algorithm that is used, with the provider that serves it.
    pub algorithms: Vec<Served>,
    /// Algorithms that were asked for and are not to be had.
    pub refused: Vec<&'static str>,
    /// All providers that are loaded.
    pub providers: Vec<String>,
}

/// Asks what does the cryptography in this process. In approved mode the module runs its
/// self-test for it.
pub fn crypto(now: DateTime<Utc>) -> Crypto {
    let mode = vault::mode();
    let claim = match mode {
        Some(Mode::Approved) => CLAIM,
        Some(Mode::Standard) => NO_CLAIM,
        None => FAILED,
    };
    Crypto {
        mode,
        claim,
        facts: facts(now),
        // In a process that failed nothing serves anything.
        algorithms: mode.map_or_else(Vec::new, |_| vault::served()),
        refused: match mode {
            Some(Mode::Approved) => vault::refused(),
            _ => Vec::new(),
        },
        providers: vault::providers(),
    }
}

/// Returns what a packet says of the cryptography; nothing in standard mode, in which there
/// is nothing to claim.
pub(crate) fn printed(now: DateTime<Utc>) -> Option<Cryptography> {
    let crypto = crypto(now);
    (crypto.mode == Some(Mode::Approved)).then(|| Cryptography {
        claim: crypto.claim.to_owned(),
        facts: crypto.facts,
        algorithms: crypto
            .algorithms
            .into_iter()
            .map(|served| {
                let provider = served.provider.unwrap_or_default();
                [served.algorithm.into(), served.purpose.into(), provider]
            })
            .collect(),
    })
}

/// The four facts of approved mode.
fn facts(now: DateTime<Utc>) -> Vec<Fact> {
    let Some(words) = vault::ask_module() else {
        return Vec::new();
    };
    let tested = Tested::here();
    let result = if words.has_passed { "Passed" } else { "FAILED" };
    vec![
        fact(
            "Module",
            format!("{} {}", words.name, words.version),
            "The module's own name and version, as it says them.",
        ),
        fact(
            "Certificate",
            "CMVP 4985, sunset 2030-03-10".to_owned(),
            "The certificate covers modules built from the official source by the procedure of \
             the security policy. This program cannot tell how a module was built.",
        ),
        fact(
            "Self-test",
            format!("{result}, {}", now.format("%Y-%m-%d %H:%M UTC")),
            "The module checked its own file and its algorithms against known answers.",
        ),
        fact("This system", tested.value(), tested.sentence()),
    ]
}

fn fact(name: &str, value: String, sentence: &str) -> Fact {
    Fact {
        name: name.to_owned(),
        value,
        sentence: sentence.to_owned(),
    }
}

/// Whether the certificate's list of tested systems has this one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tested {
    /// Its name stands there.
    Yes(String),
    /// Not known here.
    Unknown(String),
}

/// The tested systems that are known here, by name and version. The list in the security
/// policy is longer, so what is not here is unknown and never "no".
const KNOWN: [(&str, &str); 1] = [("debian", "11.5")];

impl Tested {
    fn here() -> Self {
        let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
        Self::judge(&read("/etc/os-release"), &read("/etc/debian_version"))
    }

    /// Judges by the two files in which a Linux system says what it is.
    fn judge(release: &str, debian_version: &str) -> Self {
        let said = |key: &str| {
            let line = release.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.strip_prefix('=')?.trim_matches('"').to_owned())
        };
        let name = said("PRETTY_NAME").unwrap_or_else(|| std::env::consts::OS.to_owned());
        let id = said("ID").unwrap_or_default();
        if KNOWN.contains(&(id.as_str(), debian_version.trim())) {
            Self::Yes(name)
        } else {
            Self::Unknown(name)
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Yes(name) => format!("{name}: tested"),
            Self::Unknown(name) => format!("{name}: unknown"),
        }
    }

    fn sentence(&self) -> &'static str {
        match self {
            Self::Yes(_) => {
                "A system of this name and version stands on the certificate's tested list. The \
                 list also names processors and compilers, which this program does not compare."
            }
            Self::Unknown(_) => {
                "This program does not know whether the certificate's tested list names this \
                 system. Look in the security policy of certificate 4985."
            }
        }
    }
}

/// Returns the folders in which a module is looked for: `fips` in the program's own folder,
/// then `fips` beside the program. Whatever folder the process works in does not count.
pub fn module_folders(own: &Path) -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok();
    let beside = beside.as_deref().and_then(Path::parent);
    [Some(own), beside]
        .into_iter()
        .flatten()
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join("fips"))
        .collect()
}

/// Chooses who does the cryptography in this process, for good: before anything else.
pub fn enter(mode: Mode, own: &Path) -> Result<(), ModuleFault> {
    let folder = match mode {
        Mode::Standard => None,
        Mode::Approved => vault::find_module(&module_folders(own)),
    };
    vault::enter(mode, folder.as_deref())
}

impl Workbench {
    /// Moves the vault to a mode. Only a process of that mode opens it afterwards.
    ///
    /// The way is that of who opened it, by passphrase: it is stretched anew. Keys stay what
    /// they are: the vault key until somebody is removed, signing keys for good.
    pub fn move_to(
        &mut self,
        mode: Mode,
        way: &Way<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.require(Act::Own)?;
        if self.vault().mode() == mode {
            return Err(Error::input("The vault is in this mode already."));
        }
        self.store
            .change_keys(now, |vault| vault.move_to(mode, way))?;
        let to = match mode {
            Mode::Standard => "standard",
            Mode::Approved => "approved",
        };
        self.store.change(Chain::Vault, now, |change| {
            change.record("move", "vault", to)
        })?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_called_tested_only_when_its_name_and_version_are_known() {
        let debian = |version: &str| {
            format!(
                "PRETTY_NAME=\"Debian GNU/Linux {version}\"\nID=debian\nVERSION_ID=\"11\"\n"
            )
        };
        assert_eq!(
            Tested::judge(&debian("11"), "11.5\n"),
            Tested::Yes("Debian GNU/Linux 11".to_owned())
        );
        for (release, version) in [
            (debian("11"), "11.11\n"),
            (debian("12"), "12.5\n"),
            ("ID=ubuntu\nPRETTY_NAME=Ubuntu\n".to_owned(), "11.5\n"),
            (String::new(), ""),
        ] {
            assert!(
                matches!(Tested::judge(&release, version), Tested::Unknown(_)),
                "{release}"
            );
        }
    }

    #[test]
    fn standard_mode_claims_nothing_and_prints_nothing() {
        let now = DateTime::UNIX_EPOCH;
        let crypto = crypto(now);
        assert_eq!(crypto.mode, Some(Mode::Standard));
        assert!(crypto.facts.is_empty() && crypto.refused.is_empty());
        assert!(crypto.claim.contains("no FIPS 140-3 validation is claimed"));
        assert!(
            crypto
                .algorithms
                .iter()
                .all(|served| served.provider.as_deref() == Some("default"))
        );
        assert_eq!(printed(now), None);
    }
}
