//! The vault's health: a check, what puts things in order, backups.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;

use workbench::host::{Host, Progress, Question};
use workbench::{Backup, Backups, CheckReport, Repair, Severity as Found};

use crate::Nothing;
use crate::desk::{self, Desk, vault_name};
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

use super::Answered;
use super::vault::{status, with_ending};

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
    let (report, vault) =
        desk.with(|w| Ok((w.last_check().cloned(), vault_name(w.vault().folder()))))?;
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

/// Returns the backups of this vault that this computer knows of.
pub fn backups(desk: &Desk, host: &dyn Host, _: Nothing) -> Answered<BackupsView> {
    desk.with(|w| Ok(backups_view(&w.backups(&host.folder()), host, Vec::new())))
}

/// Asks for a folder of backups: one to make them in, or one to take one from.
pub fn choose_backup_place(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ChosenView> {
    let chosen = host.choose(Question::BackupPlace).into_iter().next();
    Ok(ChosenView {
        folder: chosen.map(|folder| folder.to_string_lossy().into_owned()),
    })
}

/// Makes a backup and looks at it by opening it. The evidence is copied beside the database,
/// so that typing goes on meanwhile.
pub fn back_up(desk: &Desk, host: &dyn Host, request: BackupRequest) -> Answered<BackupsView> {
    let task = Task::begin(desk, host, &request.task);
    let begun = desk.with(|w| w.begin_backup(Path::new(&request.folder), host.now()))?;
    let bytes = begun.bytes();
    let done = begun.finish(&mut task.watch(bytes))?;
    desk.with(|w| {
        w.end_backup(&done, Some(&host.folder()), host.now())?;
        Ok(backups_view(
            &w.backups(&host.folder()),
            host,
            done.warnings,
        ))
    })
}

/// Puts a backup in a new place, which is then asked for. An open vault is closed.
pub fn restore_vault(
    desk: &Desk,
    host: &dyn Host,
    request: RestoreRequest,
) -> Answered<StatusView> {
    let task = Task::begin(desk, host, &request.task);
    let (from, to) = (
        Path::new(&request.from),
        with_ending(Path::new(request.to.trim())),
    );
    let own = host.folder();
    let restored = workbench::restore(from, &to, Some(&own), &mut |done, total| {
        task.hear(done, total)
    })?;
    let was_open = desk.is_open();
    desk.lock(host.now())?;
    desk.ask_for(&restored.folder);
    desk::remember(host, &restored.folder);
    if was_open {
        // What the vault that was open left in memory goes with this process.
        host.locked(Some(&restored.folder), 0);
    }
    let mut status = status(desk, host, Nothing {})?;
    if let Some(vault) = &mut status.vault {
        vault.warnings = restored.warnings;
    }
    Ok(status)
}

fn backups_view(known: &Backups, host: &dyn Host, warnings: Vec<String>) -> BackupsView {
    BackupsView {
        backups: known.0.iter().map(backup_row).collect(),
        sentence: known.sentence(host.now()),
        is_overdue: known.is_overdue(host.now()),
        warnings,
    }
}

fn backup_row(backup: &Backup) -> BackupRow {
    BackupRow {
        folder: backup.folder.to_string_lossy().into_owned(),
        at: backup.at,
        // None is remembered that was not.
        verified: true,
        present: backup.is_present(),
        copied: backup.copied,
        objects: backup.objects,
    }
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
pub(super) struct Task<'a> {
    desk: &'a Desk,
    host: &'a dyn Host,
    name: &'a str,
    cancel: workbench::CancelFlag,
    told: Cell<u64>,
}

impl<'a> Task<'a> {
    pub(super) fn begin(desk: &'a Desk, host: &'a dyn Host, name: &'a str) -> Self {
        Self {
            desk,
            host,
            name,
            cancel: desk.begin(name),
            told: Cell::new(0),
        }
    }

    /// Returns what hears of bytes done, out of so many.
    pub(super) fn watch(&self, total: u64) -> impl FnMut(u64) -> ControlFlow<()> {
        move |done| self.hear(done, total)
    }

    /// Hears of bytes done, tells it often enough for an eye, and says whether to go on.
    pub(super) fn hear(&self, done: u64, total: u64) -> ControlFlow<()> {
        if done == total || done >= self.told.get() + OFTEN {
            self.told.set(done);
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

impl Drop for Task<'_> {
    fn drop(&mut self) {
        self.desk.end(self.name);
    }
}
