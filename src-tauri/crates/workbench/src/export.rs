//! Documents as files: how one is written, and those that need no assessment.

use std::io::{self, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::id::AssessmentId;
use packet::part::{self, RecoverySheet};
use packet::{Pages, Paper};
use vault::Sha256;

use crate::error::Error;
use crate::file::{Prepared, not_written};
use crate::frameworks::built_in;
use crate::open::Workbench;

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// How many pages it has.
    pub pages: usize,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// What was noticed while it was laid out.
    pub warnings: Vec<String>,
}

impl Workbench {
    /// Returns the beginning of a file's name that names the client of an assessment.
    pub(crate) fn file_name_of(&mut self, id: AssessmentId) -> Result<String, Error> {
        Ok(as_file_name(&self.dossier(id)?.organisation.name))
    }
}

/// Returns a name as a file can have it.
pub(crate) fn as_file_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    name.trim_matches('-').to_lowercase()
}

/// Prints the blank checklist, which needs no vault.
pub fn print_checklist(
    paper: Paper,
    path: &Path,
    now: DateTime<Utc>,
) -> Result<Exported, Error> {
    let (prepared, exported) = write(&blank_checklist(paper, now)?, path)?;
    prepared.put_in_place()?;
    Ok(exported)
}

/// Prints the sheet with somebody's recovery code: one page, and the only place where the code
/// is written down.
pub fn print_recovery_sheet(
    sheet: &RecoverySheet<'_>,
    paper: Paper,
    path: &Path,
    now: DateTime<Utc>,
) -> Result<Exported, Error> {
    let document = part::recovery_sheet(sheet, now, vault::random()?);
    let (prepared, exported) = write(&packet::layout(document, paper)?, path)?;
    prepared.put_in_place()?;
    Ok(exported)
}

fn blank_checklist(paper: Paper, now: DateTime<Utc>) -> Result<Pages, Error> {
    let (_, framework) = built_in()?;
    let document = part::checklist(&framework, now, vault::random()?);
    Ok(packet::layout(document, paper)?)
}

pub(crate) fn write(pages: &Pages, path: &Path) -> Result<(Prepared, Exported), Error> {
    let (prepared, sha256) = Prepared::write(path, |into| {
        let mut both = Both {
            into,
            digest: Sha256::new(),
        };
        pages.write(&mut both).map_err(|error| match error {
            packet::Error::Write(source) => not_written(source),
            other => other.into(),
        })?;
        Ok(vault::hex(&both.digest.finish()))
    })?;
    let exported = Exported {
        pages: pages.count(),
        sha256,
        warnings: pages.warnings().to_vec(),
    };
    Ok((prepared, exported))
}

/// Writes and digests in one go.
pub(crate) struct Both<'w> {
    pub(crate) into: &'w mut dyn Write,
    pub(crate) digest: Sha256,
}

impl Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}
