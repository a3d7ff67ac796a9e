//! The vault's health: a check, what puts things in order, backups.

use std::ops::ControlFlow;
use std::path::Path;

use workbench::host::{Host, Progress, Question};
use workbench::{CheckReport, Repair, Severity as Found};

use crate::Nothing;
use crate::desk::{Desk, vault_name};
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

use super::Answered;

/// How many bytes are done between two looks of an eye.
const OFTEN: u64 = 16 << 20;

/// Looks at everything in the vault. The evidence is opened beside the database, so that
/// typing goes on meanwhile.
pub fn check_vault(desk: &Desk, host: &dyn Host, request: TaskRequest) -> Answered<CheckView> {
    let task = Task::begin(desk, host, &request.task);
    let checking = desk.with(|w| w.begin_check(host.now()))?;
    let bytes = checking.bytes();
    let report = checking.finish(&mut task.watch(bytes))?;
    let view = check_view(&report);
    desk.with(|w| {
        w.keep_check(report);
        Ok(view)
    })
}

/// Puts in order what a check found, and looks again.
pub fn repair_vault(
    desk: &Desk,
    host: &dyn Host,
    request: RepairRequest,
) -> Answered<CheckView> {
    let repair = Repair::named(&request.repair)
        .ok_or_else(|| Fault::input("There is no such repair. Run the check again."))?;
    desk.with(|w| w.repair(repair, host.now()))?;
    let checking = desk.with(|w| w.begin_check(host.now()))?;
    let report = checking.finish(&mut |_| ControlFlow::Continue(()))?;
    let view = check_view(&report);
    desk.with(|w| {
        w.keep_check(report);
        Ok(view)
    })
}

/// Saves what the last check found: as text, or as JSON under a name that ends so.
pub fn save_check(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<ExportedView> {
    let (report, vault) = desk.with(|w| {
        Ok((
            w.last_check().cloned(),
            vault_name(w.vault().folder()),
        ))
    })?;
    let report: CheckReport =
        report.ok_or_else(|| Fault::input("Nothing was checked yet. Run the check first."))?;
    let name = format!("{vault} check {}.txt", report.at.format("%Y-%m-%d"));
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let sha256 = report.save(&path)?;
    Ok(ExportedView {
        file: Some(ExportedFile {
            name: workbench::shown_name(&path),
            folder: folder_of(&path),
            pages: None,
            sha256,
            warnings: Vec::new(),
        }),
    })
}

fn folder_of(path: &Path) -> String {
    let folder = path.parent().map(|folder| folder.to_string_lossy());
    folder.unwrap_or_default().into_owned()
}

fn check_view(report: &CheckReport) -> CheckView {
    let line = |line: &workbench::CheckLine| CheckLine {
        part: line.part.to_owned(),
        sound: line.is_sound(),
        severity: match line.severity {
            Found::Sound => Severity::Sound,
            Found::Note => Severity::Note,
            Found::Warning => Severity::Warning,
            Found::Fault => Severity::Fault,
        },
        looked_at: u32::try_from(line.looked_at).unwrap_or(u32::MAX),
        sentence: line.sentence.clone(),
        repair: line.repair.map(|repair| repair.name().to_owned()),
        repair_sentence: line.repair.map(|repair| repair.sentence().to_owned()),
    };
    CheckView {
        sound: report.is_sound(),
        lines: report.lines.iter().map(line).collect(),
        at: report.at,
    }
}

/// Work under way: it tells how far it is, and can be cancelled until it ends.
struct Task<'a> {
    desk: &'a Desk,
    host: &'a dyn Host,
    name: &'a str,
    cancel: workbench::CancelFlag,
}

impl<'a> Task<'a> {
    fn begin(desk: &'a Desk, host: &'a dyn Host, name: &'a str) -> Self {
        Self {
            desk,
            host,
            name,
            cancel: desk.begin(name),
        }
    }

    /// Returns what hears of bytes done, out of so many.
    fn watch(&self, total: u64) -> impl FnMut(u64) -> ControlFlow<()> {
        let mut told = 0;
        move |done| {
            if done == total || done >= told + OFTEN {
                told = done;
                self.host.progress(Progress {
                    task: self.name.to_owned(),
                    file: 1,
                    files: 1,
                    done,
                    total,
                });
            }
            if self.cancel.is_cancelled() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        }
    }
}

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.desk.end(self.name);
    }
}
