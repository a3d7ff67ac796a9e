//! A check of the vault, what puts things in order, backups.

use std::ops::ControlFlow;

use serde_json::json;
use workbench::Repair;

use crate::arguments::Command;
use crate::output::{self, Done, Failure};
use crate::run::closed;
use crate::surroundings::{now, unlock};

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
    if let Some(out) = command.option_path("out") {
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
