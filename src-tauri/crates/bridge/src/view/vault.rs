//! Vaults, how the window is kept, and work under way.

use serde::{Deserialize, Serialize};

use super::{CryptoMode, MayView};

views! {
    /// Whether a vault is open, and which were opened here before.
    StatusView {
        /// Whether one is open.
        state: VaultState,
        /// The vault, when one is open or was asked for.
        vault: Option<VaultView>,
        /// Vaults opened on this computer before, newest first.
        recent: Vec<RecentVault>,
        /// Whether a vault with the sample can be opened without a question.
        sample_ready: bool,
        /// The program's version.
        version: String,
        /// The mode of the cryptography in this process.
        mode: CryptoMode,
        /// Why the vault was locked, when nobody asked for it, and what that cost.
        locked: Option<LockedView>,
    }
    /// A vault that was locked by itself, or that lost something by it.
    #[derive(Copy, PartialEq, Eq)]
    LockedView {
        /// Why; nothing when a person locked it.
        because: Option<LockedBecause>,
        /// How many pieces of text could not be saved.
        lost: u32,
    }
    /// An open vault, or one that waits for its passphrase.
    VaultView {
        /// The folder's name without its ending.
        name: String,
        /// The folder.
        folder: String,
        /// Who works here.
        person: String,
        /// Entries in its trail.
        entries: u32,
        /// The first letters of the trail's head.
        head: String,
        /// Whether this is the sample: its passphrase is no secret.
        sample: bool,
        /// What the last look at its soundness said, in sentences; empty means all is well.
        warnings: Vec<String>,
        /// Whether nothing can be written until the person accepts what was found.
        held_back: bool,
        /// Whether it can only be read: it lies where nothing can be written.
        read_only: bool,
        /// What the program lets the present member do; nothing while it is locked.
        may: Option<MayView>,
        /// The mode that the vault asks for.
        mode: CryptoMode,
        /// Whether some way in needs a key file.
        takes_key_file: bool,
        /// Whether some way in is a recovery code.
        takes_recovery_code: bool,
        /// The head that this computer last saw, short; nothing when it never did.
        last_head: Option<String>,
        /// The last verified backup, in a sentence; nothing while it is locked.
        backup: Option<String>,
        /// Seconds until the next try of a passphrase is taken.
        wait_seconds: u32,
    }
    /// A vault opened before.
    RecentVault {
        /// The folder's name without its ending.
        name: String,
        /// The folder.
        folder: String,
        /// Whether it can be reached now.
        present: bool,
        /// The mode that it asks for, where its header can be read.
        mode: CryptoMode,
    }
    /// A folder that was chosen; nothing when the question was cancelled.
    ChosenView {
        /// The folder.
        folder: Option<String>,
    }
    /// How far a task is: the event "progress".
    ProgressView {
        /// The task's name.
        task: String,
        /// The file under way, counted from 1.
        file: u32,
        /// Files in all.
        files: u32,
        /// Bytes done of this file.
        done: f64,
        /// Bytes in this file.
        total: f64,
    }
    /// Files were dropped on the window: the event "dropped".
    DroppedView {
        /// The token by which they can be attached.
        token: String,
        /// How many.
        count: u32,
    }
    /// A file that was written; nothing when the question was cancelled.
    ExportedView {
        /// The file.
        file: Option<ExportedFile>,
    }
    /// A file that was written.
    ExportedFile {
        /// Its name.
        name: String,
        /// The folder it lies in.
        folder: String,
        /// Pages, for a document.
        pages: Option<u32>,
        /// SHA-256, in hex.
        sha256: String,
        /// What was noticed while it was made.
        warnings: Vec<String>,
    }
}

/// Whether a vault is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum VaultState {
    /// None was opened here yet.
    NoVault,
    /// One waits for its passphrase.
    Locked,
    /// One is open.
    Unlocked,
}

/// Why a vault was locked by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum LockedBecause {
    /// Nobody touched the window for a while.
    Idle,
    /// The computer went to sleep.
    Sleep,
    /// The session was locked.
    Session,
    /// The program met a fault of its own.
    Fault,
}

/// How the window is kept on this computer. It holds nothing of any vault.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// Widths of panes in pixels, by name.
    pub panes: std::collections::BTreeMap<String, f64>,
    /// Size of the page's text in per cent.
    pub zoom: Option<u16>,
    /// Minutes without a touch after which the vault is locked; nothing means fifteen.
    pub idle_minutes: Option<u16>,
}

/// The look of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
