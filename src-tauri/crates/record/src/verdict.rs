//! What became of a record.

use crate::manifest::Manifest;

/// Whether a file is a record as it was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is.
    Sound,
    /// It is a record, and something differs.
    Differs,
    /// It is no record, or one that this program cannot read.
    NotARecord,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it is as it was signed.
    pub outcome: Outcome,
    /// The same in words.
    pub sentence: String,
    /// What it says of itself, as far as that can be read. Where something differs none of it
    /// is proven.
    pub manifest: Option<Manifest>,
    /// The fingerprint of the key in it; empty when there is none.
    pub signer: String,
    /// What differs, each by name.
    pub differences: Vec<Difference>,
}

/// Something that is not as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The entry's name, as it can be shown; empty for the archive as a whole.
    pub name: String,
    /// What is the matter with it.
    pub kind: DifferenceKind,
    /// The same in words.
    pub sentence: String,
}

/// What is the matter with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// Its bytes are others.
    Changed,
    /// It is not there.
    Missing,
    /// The manifest does not name it.
    Added,
    /// The signature does not match, or not the key that is named.
    Signature,
    /// The archive itself is not as one is made here.
    Archive,
}

impl Difference {
    pub(crate) fn of(
        kind: DifferenceKind,
        name: impl Into<String>,
        sentence: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            kind,
            sentence: sentence.into(),
        }
    }

    /// Something about the archive as a whole.
    pub(crate) fn archive(sentence: impl Into<String>) -> Self {
        Self::of(DifferenceKind::Archive, "", sentence)
    }
}

impl Verdict {
    pub(crate) fn none(sentence: &str) -> Self {
        Self {
            outcome: Outcome::NotARecord,
            sentence: sentence.to_owned(),
            manifest: None,
            signer: String::new(),
            differences: Vec::new(),
        }
    }

    pub(crate) fn judge(
        manifest: Option<Manifest>,
        signer: String,
        differences: Vec<Difference>,
    ) -> Self {
        let outcome = if differences.is_empty() {
            Outcome::Sound
        } else {
            Outcome::Differs
        };
        let sentence = match (outcome, differences.len()) {
            (Outcome::Sound, _) => {
                "The record is whole: every file is the one that was signed. Compare the \
                 signer's fingerprint with one that you received another way."
                    .to_owned()
            }
            (_, 1) => "The record is not as it was signed: one thing differs.".to_owned(),
            (_, count) => {
                format!("The record is not as it was signed: {count} things differ.")
            }
        };
        Self {
            outcome,
            sentence,
            manifest,
            signer,
            differences,
        }
    }
}
