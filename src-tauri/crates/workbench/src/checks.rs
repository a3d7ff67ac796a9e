//! A look at the whole vault, in sentences; what can be put in order; and what to know of how
//! the vault was found.

mod line;
mod repair;
mod report;

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use store::{CheckFinding, SealedObject, Verification};
use vault::{Access, Vault};

use crate::error::Error;
use crate::open::Workbench;
use crate::share;
use crate::trail::said;

pub use line::{CheckLine, Severity};
pub use repair::Repair;
pub use report::CheckReport;

use line::counted;

/// A check under way: the database was looked at, the sealed evidence not yet. That can be
/// done beside the workbench, so that typing goes on meanwhile.
pub struct Checking {
    vault: Arc<Vault>,
    lines: Vec<CheckLine>,
    last: Vec<CheckLine>,
    objects: Vec<SealedObject>,
    at: DateTime<Utc>,
}

impl Checking {
    /// Returns how many bytes of evidence there are to look at.
    pub fn bytes(&self) -> u64 {
        self.objects.iter().map(SealedObject::length).sum()
    }

    /// Opens and digests every piece of evidence, on all processors. `watch` hears how many
    /// bytes are done and may stop it.
    pub fn finish(
        mut self,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<CheckReport, Error> {
        let folder = self.vault.evidence_path();
        let bad = match store::look_at_objects(&self.objects, &folder, watch) {
            Err(store::Error::Vault(vault::Error::Cancelled)) => return Err(Error::Cancelled),
            bad => bad?,
        };
        let found = CheckFinding::of_objects(self.objects.len() as u64, bad.len() as u64);
        self.lines.push(line::found(&found));
        self.lines.append(&mut self.last);
        Ok(CheckReport {
            vault: self.vault.id(),
            copy: self.vault.copy_id(),
            at: self.at,
            lines: self.lines,
        })
    }
}

impl Workbench {
    /// Looks at everything in the vault.
    pub fn check_vault(&self, now: DateTime<Utc>) -> Result<CheckReport, Error> {
        self.begin_check(now)?
            .finish(&mut |_| ControlFlow::Continue(()))
    }

    /// Looks at everything but the sealed evidence, which [`Checking::finish`] does.
    pub fn begin_check(&self, now: DateTime<Utc>) -> Result<Checking, Error> {
        let vault = self.vault();
        let mut lines = vec![
            line::header(vault.look_at_header()),
            line::ways_in(vault.ways_in()),
            line::anchor(self.opening().freshness, vault.look_at_anchor()?),
        ];
        let (found, objects) = self.store.check_database()?;
        lines.extend(found.iter().map(line::found));
        // What cannot be read is named above.
        let last = vec![
            line::unused(self.store.unused_attachments().unwrap_or_default()),
            line::unnamed(self.store.orphans().unwrap_or_default().len()),
            line::set_aside(vault.objects_set_aside()?.len()),
        ];
        Ok(Checking {
            vault,
            lines,
            last,
            objects,
            at: now,
        })
    }

    /// Returns what the person should know about how the vault was found; empty when all
    /// was well.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = self.notices().to_vec();
        let vault = self.vault();
        if vault.access() == Access::Read {
            warnings.push(
                "Nothing can be written where this vault lies, so it was opened to be read. \
                 To go on with it, copy its folder to a disk that you may write to and open \
                 the copy."
                    .to_owned(),
            );
        }
        if let Some(kind) = share::of(vault.folder()) {
            warnings.push(format!(
                "This vault lies on a network share or a mounted folder ({kind}), whose locks \
                 cannot be relied on. Make sure that nobody else has it open: two programs \
                 writing at once would damage it. A vault on a disk of your own is safer."
            ));
        }
        let anchor = line::freshness(self.opening().freshness);
        if anchor.severity > Severity::Note {
            warnings.push(anchor.sentence);
        }
        let breaks = &self.opening().breaks;
        if !breaks.is_empty() {
            warnings.push(said(&Verification {
                breaks: breaks.clone(),
                ..Verification::default()
            }));
        }
        let set_aside = self.opening().set_aside;
        if set_aside > 0 {
            warnings.push(format!(
                "{} belonged to no evidence item, as after an interrupted attachment. They were \
                 set aside in the folder evidence/set-aside of the vault and not deleted.",
                counted(u64::from(set_aside), "sealed file")
            ));
        }
        warnings
    }
}
