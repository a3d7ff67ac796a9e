//! Printing: the audit packet, the evidence plan, the blank checklist.

use std::io::{self, Write};
use std::path::Path;

use chrono::{DateTime, Utc};
use domain::disclosed::Disclosed;
use domain::id::AssessmentId;
use domain::packet::{Audience, IssueKind, PacketPlan};
use packet::part::{self, Facts, Issuing, Papers, RecoverySheet, Source, Trail};
use packet::{Pages, Paper};
use vault::Sha256;

use crate::assessment::state_digest;
use crate::crypto;
use crate::error::Error;
use crate::file::{Prepared, not_written};
use crate::frameworks::built_in;
use crate::open::Workbench;
use crate::packet::Leaving;

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// The audit packet of an assessment.
    AuditPacket(AssessmentId),
    /// The evidence plan of an assessment.
    EvidencePlan(AssessmentId),
    /// The blank checklist of the newest framework.
    Checklist,
}

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
    /// Lays out a document of this vault.
    pub fn lay_out(
        &mut self,
        printed: Printed,
        paper: Paper,
        now: DateTime<Utc>,
    ) -> Result<Pages, Error> {
        let id = match printed {
            Printed::Checklist => return blank_checklist(paper, now),
            Printed::AuditPacket(id) | Printed::EvidencePlan(id) => id,
        };
        let (dossier, standing) = self.standing(id)?;
        let head = self.chain_head(id)?;
        let trail = Trail {
            entries: head.entries,
            head: head.hex(),
            state: state_digest(&dossier)?,
            vault: self.vault().id().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let cryptography = crypto::printed(now);
        let (cryptography, identifier) = (cryptography.as_ref(), vault::random()?);
        let document = if let Printed::EvidencePlan(_) = printed {
            part::evidence_plan(&Source {
                dossier: &dossier,
                standing: &standing,
                trail: &trail,
                cryptography,
                now,
                identifier,
            })
        } else {
            let facts = Facts {
                standing: &standing,
                trail: &trail,
                cryptography,
                now,
                identifier,
            };
            let issuing = Issuing {
                plan: &PacketPlan::proposed(Audience::Client),
                to: "",
                by: &dossier.assessment.engagement.assessor,
                signer: "",
                issued: &[],
                exhibits: &[],
                organisation_look: None,
                consultant_look: None,
                data: None,
            };
            part::packet(&Papers::Client(&Disclosed::of(&dossier)), &facts, &issuing)
        };
        Ok(packet::layout(&document, paper)?)
    }

    /// Prints a document into a file. The trail says so; nothing half-made is ever left.
    pub fn print(
        &mut self,
        printed: Printed,
        paper: Paper,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        let pages = self.lay_out(printed, paper, now)?;
        let (prepared, exported) = write(&pages, path)?;
        let (assessment, kind, audience) = match printed {
            Printed::Checklist => {
                prepared.put_in_place()?;
                return Ok(exported);
            }
            Printed::AuditPacket(id) => (id, IssueKind::Packet, Some(Audience::Client)),
            Printed::EvidencePlan(id) => (id, IssueKind::PlanPdf, None),
        };
        let leaving = Leaving {
            assessment,
            kind,
            audience,
            sha256: exported.sha256.clone(),
            pages: u32::try_from(exported.pages).ok(),
            to: String::new(),
        };
        self.issue(leaving, prepared, now)?;
        Ok(exported)
    }

    /// Returns a name for the file of a document. It names the client, so it goes to the
    /// person's own choice of a place and nowhere else.
    pub fn proposed_name(&mut self, printed: Printed) -> Result<String, Error> {
        let (id, kind) = match printed {
            Printed::Checklist => return Ok("checklist.pdf".to_owned()),
            Printed::AuditPacket(id) => (id, "audit-packet"),
            Printed::EvidencePlan(id) => (id, "evidence-plan"),
        };
        Ok(format!("{}-{kind}.pdf", self.file_name_of(id)?))
    }

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
    let (prepared, exported) = write(&packet::layout(&document, paper)?, path)?;
    prepared.put_in_place()?;
    Ok(exported)
}

fn blank_checklist(paper: Paper, now: DateTime<Utc>) -> Result<Pages, Error> {
    let (_, framework) = built_in()?;
    let document = part::checklist(&framework, now, vault::random()?);
    Ok(packet::layout(&document, paper)?)
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
