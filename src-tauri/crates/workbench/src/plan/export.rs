//! The evidence plan as a file.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::id::AssessmentId;
use domain::packet::{IssueKind, PaperSize};
use packet::part::{self, Source, Trail};
use packet::{Pages, Paper};
use sheet::Plan;
use vault::Sha256;

use crate::assessment::state_digest;
use crate::crypto;
use crate::error::Error;
use crate::export;
use crate::file::{Prepared, not_written};
use crate::open::Workbench;
use crate::packet::Leaving;

/// As what an evidence plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFormat {
    /// A document.
    Pdf,
    /// A workbook that comes back filled in.
    Xlsx,
    /// Its due dates, for a calendar.
    Ics,
}

impl PlanFormat {
    fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Ics => "ics",
        }
    }

    fn kind(self) -> IssueKind {
        match self {
            Self::Pdf => IssueKind::PlanPdf,
            Self::Xlsx => IssueKind::PlanXlsx,
            Self::Ics => IssueKind::PlanIcs,
        }
    }
}

/// An evidence plan that is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportedPlan<'a> {
    /// The assessment.
    pub assessment: AssessmentId,
    /// As what.
    pub format: PlanFormat,
    /// The paper that it is laid out for.
    pub paper: PaperSize,
    /// To whom it goes, in the words of who issues it.
    pub to: &'a str,
}

/// An evidence plan that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPlan {
    /// How many pages it has, for a document.
    pub pages: Option<u32>,
    /// SHA-256 of the file, in hex.
    pub sha256: String,
    /// What was noticed while it was laid out.
    pub warnings: Vec<String>,
}

impl Workbench {
    /// Writes the evidence plan into a file and enters it in the register of what left.
    pub fn export_plan(
        &mut self,
        plan: ExportedPlan<'_>,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<WrittenPlan, Error> {
        self.check_issuing()?;
        let (prepared, written) = match plan.format {
            PlanFormat::Pdf => {
                let pages = self.lay_out_plan(plan.assessment, plan.paper, now)?;
                let (prepared, exported) = export::write(&pages, path)?;
                let pages = u32::try_from(exported.pages).ok();
                let (sha256, warnings) = (exported.sha256, exported.warnings);
                (
                    prepared,
                    WrittenPlan {
                        pages,
                        sha256,
                        warnings,
                    },
                )
            }
            PlanFormat::Xlsx => self.write_sheet(plan, path, now, sheet::workbook)?,
            PlanFormat::Ics => self.write_sheet(plan, path, now, sheet::calendar)?,
        };
        let leaving = Leaving {
            assessment: plan.assessment,
            kind: plan.format.kind(),
            audience: None,
            sha256: written.sha256.clone(),
            pages: written.pages,
            to: plan.to.to_owned(),
        };
        self.issue(leaving, prepared, now)?;
        Ok(written)
    }

    /// Lays the evidence plan out.
    pub fn lay_out_plan(
        &mut self,
        id: AssessmentId,
        paper: PaperSize,
        now: DateTime<Utc>,
    ) -> Result<Pages, Error> {
        let paper = match paper {
            PaperSize::Letter => Paper::Letter,
            PaperSize::A4 => Paper::A4,
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
        let source = Source {
            dossier: &dossier,
            standing: &standing,
            trail: &trail,
            cryptography: cryptography.as_ref(),
            now,
            identifier: vault::random()?,
        };
        Ok(packet::layout(part::evidence_plan(&source), paper)?)
    }

    /// Returns a name for the file. It names the client, so it goes to the person's own choice
    /// of a place and nowhere else.
    pub fn plan_name(
        &mut self,
        assessment: AssessmentId,
        format: PlanFormat,
    ) -> Result<String, Error> {
        let client = self.file_name_of(assessment)?;
        Ok(format!("{client}-evidence-plan.{}", format.ending()))
    }

    fn write_sheet(
        &mut self,
        plan: ExportedPlan<'_>,
        path: &Path,
        now: DateTime<Utc>,
        write: fn(&Plan<'_>) -> Result<Vec<u8>, sheet::Error>,
    ) -> Result<(Prepared, WrittenPlan), Error> {
        let dossier = self.dossier(plan.assessment)?;
        let by = self.person().to_owned();
        let bytes = write(&Plan {
            dossier: &dossier,
            by: &by,
            paper: plan.paper,
            now,
        })?;
        let (prepared, ()) =
            Prepared::write(path, |into| into.write_all(&bytes).map_err(not_written))?;
        let mut digest = Sha256::new();
        digest.update(&bytes);
        let written = WrittenPlan {
            pages: None,
            sha256: vault::hex(&digest.finish()),
            warnings: Vec::new(),
        };
        Ok((prepared, written))
    }
}
