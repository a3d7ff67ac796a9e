//! A check as a report that can be kept.

use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CheckLine, Severity};
use crate::error::Error;
use crate::file::{Prepared, not_written};

/// What a check of a vault found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// The vault.
    pub vault: Uuid,
    /// The copy of it.
    pub copy: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// What was found, part by part.
    pub lines: Vec<CheckLine>,
}

impl CheckReport {
    /// Returns whether nothing is lost, nor was altered, nor may be lost.
    pub fn is_sound(&self) -> bool {
        self.lines.iter().all(CheckLine::is_sound)
    }

    /// Returns how bad the worst of it is.
    pub fn worst(&self) -> Severity {
        let all = self.lines.iter().map(|line| line.severity);
        all.max().unwrap_or(Severity::Sound)
    }

    /// Returns the report as text.
    pub fn text(&self) -> String {
        let mut text = format!(
            "Check of a vault\n\nVault  {}\nCopy   {}\nWhen   {}\nFound  {}\n",
            self.vault,
            self.copy,
            self.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            match self.worst() {
                Severity::Sound => "All was sound.",
                Severity::Note => "All was sound; something can be put in order.",
                Severity::Warning => "Something needs to be put in order.",
                Severity::Fault => "Something is lost or was altered.",
            }
        );
        for line in &self.lines {
            text.push_str(&format!(
                "\n{}: {} (looked at: {})\n  {}\n",
                line.part,
                line.severity.word(),
                line.looked_at,
                line.sentence
            ));
            if let Some(repair) = line.repair {
                text.push_str(&format!("  Repair: {}\n", repair.sentence()));
            }
        }
        text
    }

    /// Returns the report as JSON.
    pub fn json(&self) -> Value {
        let lines: Vec<Value> = self
            .lines
            .iter()
            .map(|line| {
                json!({
                    "part": line.part,
                    "severity": line.severity.word(),
                    "lookedAt": line.looked_at,
                    "sentence": line.sentence,
                    "repair": line.repair.map(super::Repair::name),
                })
            })
            .collect();
        json!({
            "vault": self.vault,
            "copy": self.copy,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            "sound": self.is_sound(),
            "lines": lines,
        })
    }

    /// Writes the report to a file: as JSON when its name ends so, else as text. Returns the
    /// SHA-256 of it, in hex.
    pub fn save(&self, path: &Path) -> Result<String, Error> {
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        let text = if is_json {
            format!("{:#}\n", self.json())
        } else {
            self.text()
        };
        let write =
            |to: &mut dyn std::io::Write| to.write_all(text.as_bytes()).map_err(not_written);
        let (prepared, ()) = Prepared::write(path, write)?;
        prepared.put_in_place()?;
        Ok(vault::hex(&vault::sha256(text.as_bytes())))
    }
}
