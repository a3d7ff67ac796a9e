//! Finding, comparing, and taking back.

use serde_json::{Value, json};

use crate::arguments::Command;
use crate::output::{self, Done, Failure};
use crate::run::{assessment, closed};
use crate::surroundings::{now, unlock};

/// Finds words in the whole vault, or in one assessment.
pub(crate) fn search(command: &Command) -> Result<Done, Failure> {
    let words: Vec<String> = (command.rest.iter())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    if words.is_empty() {
        return Err(Failure::words("Name the words to look for."));
    }
    let within = match command.option("assessment")? {
        Some(_) => Some(assessment(command)?),
        None => None,
    };
    let mut workbench = unlock(command)?;
    let found = workbench.search(&words.join(" "), within)?;
    let rows: Vec<Vec<Value>> = (found.finds.iter())
        .map(|find| {
            let snippet: String = find.snippet.iter().map(|s| s.text.as_str()).collect();
            vec![
                json!(find.id),
                json!(find.kind),
                json!(find.organisation_name),
                json!(find.assessment_title),
                json!(find.control),
                json!(find.title),
                json!(snippet),
            ]
        })
        .collect();
    let names = [
        "id",
        "kind",
        "organisation",
        "assessment",
        "control",
        "title",
        "snippet",
    ];
    let done = closed(workbench, output::rows(command.json, &names, &rows))?;
    let remarks = if found.more {
        vec!["There are more; name more words, or an assessment.".to_owned()]
    } else {
        Vec::new()
    };
    Ok(Done { remarks, ..done })
}

/// Compares a version with another one, or with the present state.
pub(crate) fn compare(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let number = |text: &str, option: &str| {
        text.parse()
            .map_err(|_| Failure::words(format!("--{option} is not the number of a version.")))
    };
    let from: u32 = number(command.need("from")?, "from")?;
    let to: Option<u32> = match command.option("to")? {
        Some(text) => Some(number(text, "to")?),
        None => None,
    };
    let mut workbench = unlock(command)?;
    let comparison = workbench.compare(id, from, to)?;
    let rows: Vec<Vec<Value>> = (comparison.differences.iter())
        .map(|difference| {
            let place = difference.control.as_deref().unwrap_or("assessment");
            vec![
                json!(place),
                json!(difference.what),
                json!(difference.name),
                json!(difference.before),
                json!(difference.after),
            ]
        })
        .collect();
    let names = ["id", "what", "name", "before", "after"];
    closed(workbench, output::rows(command.json, &names, &rows))
}

/// Undoes the last step of an assessment.
pub(crate) fn undo(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let mut workbench = unlock(command)?;
    let past = workbench.undo(id.0, now())?;
    let told = told(
        "Undone",
        &json!(past.step.kind),
        past.step.control.as_deref(),
    );
    closed(workbench, told)
}

/// Does the step again that was undone last.
pub(crate) fn redo(command: &Command) -> Result<Done, Failure> {
    let id = assessment(command)?;
    let mut workbench = unlock(command)?;
    let past = workbench.redo(id.0, now())?;
    let told = told(
        "Done again",
        &json!(past.step.kind),
        past.step.control.as_deref(),
    );
    closed(workbench, told)
}

fn told(turned: &str, kind: &Value, control: Option<&str>) -> String {
    let kind = kind.as_str().unwrap_or_default();
    match control {
        Some(control) => format!("{turned}: {kind} at {control}.\n"),
        None => format!("{turned}: {kind}.\n"),
    }
}
