//! What the workbench needs of the program around it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use preview::{Answer, Ask, Failure};
use uuid::Uuid;
use vault::Mode;

use crate::LaidPacket;

/// The program around the workbench: its clock, its computer, its way of asking for files.
pub trait Host: Send + Sync {
    /// Returns the present moment.
    fn now(&self) -> DateTime<Utc>;

    /// Returns the present day where the person is.
    fn today(&self) -> NaiveDate;

    /// Returns the id of this computer.
    fn device(&self) -> Uuid;

    /// Returns the folder for this program's own files: recent vaults, the sample.
    fn folder(&self) -> PathBuf;

    /// Asks the person for files or a place; empty when they cancel.
    fn choose(&self, question: Question) -> Vec<PathBuf>;

    /// Returns the files dropped under a token, once.
    fn dropped(&self, token: &str) -> Vec<PathBuf>;

    /// Takes what lies on the clipboard.
    fn pasted(&self) -> Pasted;

    /// Asks what can be shown of evidence, where a decoder that falls takes nothing along.
    fn show(&self, ask: Ask, evidence: &mut (dyn Read + Send)) -> Result<Answer, Failure>;

    /// Asks the person for a printer and prints a packet there. Nothing of it is written to a
    /// disk here.
    fn print(&self, _: &Arc<LaidPacket>) -> Printing {
        Printing::NotHere
    }

    /// Tells how far a task is.
    fn progress(&self, progress: Progress);

    /// Hears that the first view is on the screen.
    fn ready(&self) {}

    /// Hears that the page has nothing unsaved and the window may go.
    fn closed(&self) {}

    /// Hears that the page could not save everything, so that the window stays.
    fn stay(&self) {}

    /// Hears that the vault of a folder was locked: whatever still is in memory has to go.
    /// `lost` is how many pieces of text could not be saved before.
    fn locked(&self, _folder: Option<&Path>, _lost: u32) {}

    /// Begins the program anew, in a mode, with a vault asked for.
    fn begin_anew(&self, _: Mode, _: Option<&Path>) {}

    /// Puts a secret on the clipboard and takes it away again after thirty seconds. Returns
    /// whether that can be done here.
    fn copy_secret(&self, _: String) -> bool {
        false
    }

    /// Tells what keeps the program to itself, as it is in force now.
    fn protections(&self) -> Vec<Protection> {
        Vec::new()
    }
}

/// One thing that keeps the program to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// Its name.
    pub name: &'static str,
    /// Whether it is in force.
    pub active: bool,
    /// What it does, or why it is not in force here and what that means.
    pub sentence: String,
}

/// What lies on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pasted {
    /// Nothing that can be attached.
    Nothing,
    /// Files.
    Files(Vec<PathBuf>),
    /// A picture, as the other program gave it.
    Picture {
        /// The bytes of a file.
        bytes: Vec<u8>,
        /// The ending that its name shall have.
        ending: &'static str,
    },
    /// Text.
    Text(String),
    /// More than is taken from a clipboard.
    TooMuch,
    /// The program around cannot look there on this system.
    NotHere,
}

/// What became of printing on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// The printer has it.
    Begun,
    /// The person thought better of it.
    Cancelled,
    /// The printer did not take it.
    Failed,
    /// The program around cannot print on this system.
    NotHere,
}

/// What the person is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A folder that holds a vault.
    Vault,
    /// A place for a new vault.
    NewVault,
    /// Files to attach.
    Evidence,
    /// A key file that is there.
    KeyFile,
    /// A folder for backups.
    BackupPlace,
    /// A bundle that somebody else made.
    Bundle,
    /// A file with an age identity.
    Identity,
    /// An evidence plan that came back filled in.
    Plan,
    /// A packet of record that somebody gave.
    Record,
    /// A picture for documents.
    Logo,
    /// A place for a file.
    Save {
        /// The name proposed.
        name: String,
    },
}

/// How far a task is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The task's name, as the page gave it.
    pub task: String,
    /// The file under way, counted from 1.
    pub file: u32,
    /// Files in all.
    pub files: u32,
    /// Bytes done of this file.
    pub done: u64,
    /// Bytes in this file.
    pub total: u64,
}

/// Returns this computer's id: a random one, made on first use and kept in a folder of the
/// program's own.
pub fn device_id(folder: &std::path::Path) -> Uuid {
    let file = folder.join("device");
    let known = std::fs::read_to_string(&file)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    known.unwrap_or_else(|| {
        let id = vault::random().map_or_else(
            |_| Uuid::nil(),
            |bytes| uuid::Builder::from_random_bytes(bytes).into_uuid(),
        );
        // A computer that cannot keep its id gets another one next time: entries still
        // tell copies apart.
        let _ = std::fs::create_dir_all(folder);
        let _ = std::fs::write(&file, id.to_string());
        id
    })
}
