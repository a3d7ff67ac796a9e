//! The vault's health: what a check found, and its backups.

use serde::Serialize;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Severity {
    /// All is well.
    Sound,
    /// Nothing is lost; something can be put in order.
    Note,
    /// Something may be lost if nothing is done.
    Warning,
    /// Something is lost or was altered.
    Fault,
}

views! {
    /// What a check of the vault found.
    CheckView {
        /// Whether everything was sound.
        sound: bool,
        /// What was looked at.
        lines: Vec<CheckLine>,
        /// When.
        at: chrono::DateTime<chrono::Utc>,
    }
    /// One part of a check.
    CheckLine {
        /// What was looked at.
        part: String,
        /// Whether it was sound.
        sound: bool,
        /// How bad it is.
        severity: Severity,
        /// How many things were looked at, for a bar or a count.
        looked_at: u32,
        /// What was found.
        sentence: String,
        /// The name of the repair that is possible; nothing when there is none.
        repair: Option<String>,
        /// What the repair does, in a sentence.
        repair_sentence: Option<String>,
    }
    /// The backups of this vault that this computer knows of.
    BackupsView {
        /// Newest first.
        backups: Vec<BackupRow>,
        /// What to say on the library's screen: "Last verified backup 3 days ago."
        sentence: String,
        /// Whether it is so long ago, or never, that it is said in earnest.
        is_overdue: bool,
        /// What to know about the backup that was just made; empty when all was well.
        warnings: Vec<String>,
    }
    /// A backup.
    BackupRow {
        /// The folder.
        folder: String,
        /// When.
        at: chrono::DateTime<chrono::Utc>,
        /// Whether it was opened and looked at afterwards.
        verified: bool,
        /// Whether its folder can be reached now.
        present: bool,
        /// Sealed objects that were copied; those that were there already were not.
        copied: u32,
        /// Sealed objects in it.
        objects: u32,
    }
}
