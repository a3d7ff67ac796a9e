//! What does the cryptography, and what keeps the program to itself.

use serde::{Deserialize, Serialize};

/// Which cryptography a vault wants and this process has: one for each process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum CryptoMode {
    /// OpenSSL's default provider, and Argon2id.
    Standard,
    /// The OpenSSL FIPS provider alone (FIPS 140-3).
    Approved,
    /// Approved mode was asked for and the module cannot be used: nothing opens.
    Failed,
}

impl From<Option<vault::Mode>> for CryptoMode {
    fn from(mode: Option<vault::Mode>) -> Self {
        mode.map_or(Self::Failed, Self::from)
    }
}

impl From<vault::Mode> for CryptoMode {
    fn from(mode: vault::Mode) -> Self {
        match mode {
            vault::Mode::Standard => Self::Standard,
            vault::Mode::Approved => Self::Approved,
        }
    }
}

impl CryptoMode {
    /// Returns the mode that can be entered; nothing for one that is only met.
    pub(crate) fn wanted(self) -> Option<vault::Mode> {
        match self {
            Self::Standard => Some(vault::Mode::Standard),
            Self::Approved => Some(vault::Mode::Approved),
            Self::Failed => None,
        }
    }

    /// Returns the mode that a vault asks for, without opening it. Where its header cannot be
    /// read, opening it says so.
    pub(crate) fn of_vault(folder: &std::path::Path) -> Self {
        vault::needs(folder).unwrap_or_default().into()
    }
}

views! {
    /// What does the cryptography here.
    CryptoView {
        /// The mode of this process.
        mode: CryptoMode,
        /// The claim in its exact words; in standard mode that there is none.
        claim: String,
        /// In approved mode the four facts; in failed mode what is wrong and what to do.
        facts: Vec<CryptoFact>,
        /// Which algorithm is served by which provider.
        algorithms: Vec<CryptoAlgorithm>,
        /// Algorithms that were asked for just now and are not to be had, in approved mode.
        refused: Vec<String>,
        /// The providers that are loaded in this process.
        providers: Vec<String>,
        /// Whether a module is installed that approved mode could use.
        approved_available: bool,
        /// Where the module is, or where it is looked for first.
        module_folder: String,
    }
    /// One fact.
    CryptoFact {
        /// What it is about: "Module", "Certificate", "Self-test", "This system".
        name: String,
        /// The fact.
        value: String,
        /// What it means and what it does not.
        sentence: String,
    }
    /// An algorithm that is used.
    CryptoAlgorithm {
        /// Its name.
        name: String,
        /// What it is used for.
        purpose: String,
        /// The provider that serves it.
        provider: String,
    }
    /// What keeps the program to itself, as it is in force now.
    ProtectionsView {
        /// One line each.
        lines: Vec<Protection>,
    }
    /// One thing that keeps the program to itself.
    Protection {
        /// Its name.
        name: String,
        /// Whether it is in force.
        active: bool,
        /// What it does, or why it is not in force here and what that means.
        sentence: String,
    }
}
