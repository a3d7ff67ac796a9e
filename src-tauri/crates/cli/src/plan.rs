//! The evidence plan as a file, and what a filled-in one changes.

use std::path::Path;

use domain::id::AssessmentId;
use domain::packet::PaperSize;
use preview::{Ask, Hint, What};
use serde_json::{Value, json};
use workbench::{ExportedPlan, PlanField, PlanFormat, PlanImport, open_plan};

use crate::arguments::Command;
use crate::decoder;
use crate::output::{self, Done, Failure};
use crate::run::closed;
use crate::surroundings::{now, unlock};

/// Writes the evidence plan.
pub(crate) fn export(command: &Command) -> Result<Done, Failure> {
    let assessment = assessment(command)?;
    let out = command.need_path("out")?;
    let format = match command.option("format")? {
        None | Some("pdf") => PlanFormat::Pdf,
        Some("xlsx") => PlanFormat::Xlsx,
        Some("ics") => PlanFormat::Ics,
        Some(_) => return Err(Failure::words("--format is pdf, xlsx or ics.")),
    };
    let paper = match command.option("paper")? {
        None | Some("letter") => PaperSize::Letter,
        Some("a4") => PaperSize::A4,
        Some(_) => return Err(Failure::words("--paper is letter or a4.")),
    };
    let plan = ExportedPlan {
        assessment,
        format,
        paper,
        to: command.option("to")?.unwrap_or_default(),
    };
    let mut workbench = unlock(command)?;
    let was_there = out.is_file();
    let done = workbench.export_plan(plan, out, now())?;
    workbench.lock(now())?;
    let mut remarks = done.warnings;
    if was_there {
        remarks.push("A file of that name was there and was replaced.".to_owned());
    }
    let pages = done.pages.map(|pages| format!("  {pages} pages"));
    let text = format!("{}{}\n", done.sha256, pages.unwrap_or_default());
    Ok(Done {
        remarks,
        ..Done::saying(text)
    })
}

/// Says what a workbook that came back would change, and changes it when that is asked for.
pub(crate) fn import(command: &Command) -> Result<Done, Failure> {
    let assessment = assessment(command)?;
    let Some(file) = command.rest.first() else {
        return Err(Failure::words("Name the workbook that came back."));
    };
    let mut workbench = unlock(command)?;
    workbench.check_planning(assessment)?;
    let mut bytes = open_plan(Path::new(file))?;
    let (what, hint) = (What::Sheets, Hint::Nothing);
    let answer = decoder::ask(Ask { what, hint }, &mut bytes).map_err(decoder::fault)?;
    let import = workbench.read_plan(assessment, answer)?;
    let applies = command.has("apply");
    if applies {
        workbench.apply_plan(&import, now())?;
    }
    let text = if command.json {
        as_json(&import, applies)
    } else {
        as_text(&import, applies)
    };
    let remarks = if command.json {
        Vec::new()
    } else {
        let refused = import.refused.iter();
        let refused = refused.map(|refusal| format!("{}: {}", refusal.row, refusal.sentence));
        refused.chain(import.notes.iter().cloned()).collect()
    };
    Ok(Done {
        remarks,
        ..closed(workbench, text)?
    })
}

fn assessment(command: &Command) -> Result<AssessmentId, Failure> {
    let id = command.need("assessment")?;
    id.parse()
        .map_err(|_| Failure::words("--assessment is not an id. See auscult assessments."))
}

fn rows(import: &PlanImport) -> Vec<Vec<Value>> {
    let changes = import.changes.iter();
    changes
        .map(|change| {
            vec![
                json!(change.request),
                json!(change.control),
                json!(field(change.field)),
                json!(change.before),
                json!(change.after),
                json!(change.conflicts),
                json!(change.artefact),
            ]
        })
        .collect()
}

const NAMES: [&str; 7] = [
    "request",
    "control",
    "field",
    "before",
    "after",
    "conflicts",
    "artefact",
];

fn as_json(import: &PlanImport, applied: bool) -> String {
    let refusal = |refusal: &workbench::Refusal| json!({"row": refusal.row, "sentence": refusal.sentence});
    let named = |row: Vec<Value>| {
        let names = NAMES.iter().map(|name| (*name).to_owned());
        Value::Object(names.zip(row).collect())
    };
    let all = json!({
        "changes": rows(import).into_iter().map(named).collect::<Vec<_>>(),
        "refused": import.refused.iter().map(refusal).collect::<Vec<_>>(),
        "unchanged": import.unchanged,
        "notes": import.notes,
        "applied": if applied { import.writes() } else { 0 },
    });
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn as_text(import: &PlanImport, applied: bool) -> String {
    let mut text = output::rows(false, &NAMES, &rows(import));
    let requests = |count: usize| match count {
        1 => "1 request".to_owned(),
        count => format!("{count} requests"),
    };
    let writes = requests(import.writes());
    let end = match (applied, import.writes()) {
        (_, 0) => "Nothing is to be changed.".to_owned(),
        (true, _) => format!("{writes} changed."),
        (false, _) => format!("{writes} would change. Nothing was changed; --apply does it."),
    };
    output::line(&mut text, format_args!("\n{end}"));
    text
}

fn field(of: PlanField) -> &'static str {
    match of {
        PlanField::State => "state",
        PlanField::Person => "person",
        PlanField::Ask => "ask",
        PlanField::Due => "due",
        PlanField::Reason => "reason",
        PlanField::Remark => "remark",
    }
}
