//! What a record says of itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::name::plain;

/// The name of the format.
pub(crate) const FORMAT: &str = "auscult-record";

/// The version of the format that is written here, and the newest that is known.
pub(crate) const FORMAT_VERSION: u32 = 1;

/// The manifest's own name.
pub(crate) const MANIFEST: &str = "manifest.json";
/// The name of the list that `sha256sum -c` reads.
pub(crate) const SUMS: &str = "SHA256SUMS";
/// The name of the signature over the manifest.
pub(crate) const SIGNATURE: &str = "manifest.sig";
/// The name of the public key.
pub(crate) const SIGNER: &str = "signer.pem";
/// The name of the page that says how to verify.
pub(crate) const INSTRUCTIONS: &str = "VERIFY.txt";

/// What a record is, as it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The name of the format: `auscult-record`.
    pub format: String,
    /// Its version.
    pub format_version: u32,
    /// What is said of it as a whole.
    #[serde(flatten)]
    pub about: About,
    /// SHA-256 of the signing key (its SubjectPublicKeyInfo, RFC 5280), in hex.
    pub signer: String,
    /// Every other file, but for the list of sums and the signature.
    pub files: Vec<RecordFile>,
}

impl Manifest {
    /// Returns what a record says of itself, name and value, as it can be shown. None of it is
    /// proven unless the record is sound, and then it is what the signer said.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let About {
            program,
            made_at,
            made_by,
            vault,
            assessment,
            trail,
            cryptography,
        } = &self.about;
        let draft = if assessment.draft { ", a draft" } else { "" };
        let made_at = made_at.format("%Y-%m-%d %H:%M:%S UTC").to_string();
        // What a manifest says need not be true, nor possible.
        let add = |sum: u64, file: &RecordFile| sum.saturating_add(file.size);
        let bytes = self.files.iter().fold(0, add);
        let count = |kind: FileKind| self.files.iter().filter(|f| f.kind == kind).count();
        let held = format!(
            "{} files, {bytes} bytes: {} packets, {} originals",
            self.files.len(),
            count(FileKind::Packet),
            count(FileKind::Evidence)
        );
        let facts = [
            ("Organisation", assessment.organisation.clone()),
            ("Assessment", assessment.title.clone()),
            ("Version", format!("{}{draft}", assessment.version)),
            ("State digest", assessment.state.clone()),
            ("Made by, as the signer says", made_by.clone()),
            ("Made at, as the signer says", made_at),
            ("Program", program.clone()),
            (
                "Cryptography",
                format!("{} ({} mode)", cryptography.module, cryptography.mode),
            ),
            ("Vault", vault.clone()),
            (
                "Trail",
                format!("{} entries, head {}", trail.entries, trail.head),
            ),
            ("Holds", held),
        ];
        facts
            .into_iter()
            .map(|(name, value)| (name, plain(&value)))
            .collect()
    }
}

/// What is said of a record as a whole, by whoever makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The program that made it, with its version.
    pub program: String,
    /// When, by the clock of whoever made it.
    pub made_at: DateTime<Utc>,
    /// Who made it.
    pub made_by: String,
    /// The vault's id.
    pub vault: String,
    /// What it is about.
    pub assessment: AboutAssessment,
    /// The trail's head when it was made.
    pub trail: AboutTrail,
    /// What did the cryptography.
    pub cryptography: AboutCryptography,
}

/// The assessment that a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutAssessment {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The organisation assessed.
    pub organisation: String,
    /// Its version.
    pub version: u32,
    /// Whether that version was still a draft.
    pub draft: bool,
    /// SHA-256 of its state, in hex.
    pub state: String,
}

/// A head of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutTrail {
    /// How many entries it had.
    pub entries: u64,
    /// The running SHA-256 over them, in hex.
    pub head: String,
}

/// What did the cryptography.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutCryptography {
    /// `standard` or `approved`.
    pub mode: String,
    /// The module, as it names itself.
    pub module: String,
    /// What is claimed of it, and what is not.
    pub claim: String,
}

/// A file of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordFile {
    /// Its name in the archive.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What it is, in words.
    pub about: String,
    /// What it was called when it was taken in; nothing where that is its name here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub true_name: Option<String>,
    /// Bytes.
    pub size: u64,
    /// SHA-256, in hex.
    pub sha256: String,
    /// The same as a line of `sha256sum`, so that a shell can check it out of the manifest.
    pub sum: String,
}

impl RecordFile {
    /// Returns a line as `sha256sum` writes and reads it.
    pub(crate) fn line(name: &str, sha256: &str) -> String {
        format!("{sha256}  {name}")
    }
}

/// What a file of a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// A packet as a PDF.
    Packet,
    /// The original of a piece of evidence.
    Evidence,
    /// The assessment's data as JSON.
    Data,
    /// The evidence plan.
    EvidencePlan,
    /// How to verify the record.
    Instructions,
    /// The public key of whoever signed.
    Signer,
}
