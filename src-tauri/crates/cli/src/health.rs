//! A check of the vault, what puts things in order, backups.

use std::ops::ControlFlow;
use std::path::Path;

use serde_json::json;
use workbench::Repair;

use crate::arguments::Command;
use crate::output::{self, Done, Failure};
use crate::run::closed;
use crate::surroundings::{now, own_folder, unlock};

/// Looks at everything in a vault, and puts in order what was asked for before that.
pub(crate) fn check(command: &Command) -> Result<Done, Failure> {
    let repair = command.option("repair")?.map(|name| {
        Repair::named(name).ok_or_else(|| {
            let all: Vec<_> = Repair::ALL.iter().map(|repair| repair.name()).collect();
            Failure::words(format!("--repair is one of {}.", all.join(", ")))
        })
    });
    let repair = repair.transpose()?;
    let mut workbench = unlock(command)?;
    if let Some(repair) = repair {
        workbench.repair(repair, now())?;
    }
    let checking = workbench.begin_check(now())?;
    let report = checking.finish(&mut |_| ControlFlow::Continue(()))?;
    if let Some(out) = command.path("out") {
        report.save(out)?;
    }
    let rows: Vec<_> = report
        .lines
        .iter()
        .map(|l| {
            vec![
                json!(l.part),
                json!(l.severity.word()),
                json!(l.sentence),
                json!(l.looked_at),
                json!(l.repair.map(Repair::name)),
            ]
        })
        .collect();
    let names = ["id", "state", "found", "lookedAt", "repair"];
    let text = output::rows(command.json, &names, &rows);
    Ok(Done {
        has_fault: !report.is_sound(),
        ..closed(workbench, text)?
    })
}

/// Makes a backup and looks at it by opening it.
pub(crate) fn backup(command: &Command) -> Result<Done, Failure> {
    let to = command.need_path("to")?;
    let mut workbench = unlock(command)?;
    let begun = workbench.begin_backup(to, now())?;
    let done = begun.finish(&mut |_| ControlFlow::Continue(()))?;
    workbench.end_backup(&done, own_folder().as_deref(), now())?;
    let row = vec![
        json!(done.folder.to_string_lossy()),
        json!(done.at),
        json!(done.objects),
        json!(done.copied),
        json!(done.head),
    ];
    let names = ["id", "at", "objects", "copied", "head"];
    let text = output::rows(command.json, &names, &[row]);
    Ok(Done {
        remarks: done.warnings,
        ..closed(workbench, text)?
    })
}

/// Puts a backup in a new place.
pub(crate) fn restore(command: &Command) -> Result<Done, Failure> {
    let (from, to) = (command.need_path("from")?, command.need_path("vault")?);
    let own = own_folder();
    let mut go_on = |_, _| ControlFlow::Continue(());
    let done = workbench::restore(Path::new(from), to, own.as_deref(), &mut go_on)?;
    Ok(Done {
        remarks: done.warnings,
        ..Done::saying(String::new())
    })
}
