//! `auscult catalog`: checking, showing and printing a catalogue.

use domain::framework::{Control, Framework};
use serde_json::json;

use crate::arguments::Command;
use crate::output::{self, Done, Failure, line};

/// Names every fault of a catalogue file.
pub(crate) fn check(command: &Command) -> Result<Done, Failure> {
    let file = command
        .rest
        .first()
        .ok_or_else(|| Failure::words("Name the file to check."))?;
    let bytes = std::fs::read(file)
        .map_err(|_| Failure::words("The catalogue file cannot be read."))?;
    let faults = catalog::check(&bytes);
    let mut done = Done {
        has_fault: !faults.is_empty(),
        ..Done::default()
    };
    for fault in &faults {
        line(&mut done.text, fault);
    }
    match faults.len() {
        0 => line(&mut done.text, "No fault was found."),
        1 => done.remarks.push("1 fault.".to_owned()),
        count => done.remarks.push(format!("{count} faults.")),
    }
    Ok(done)
}

/// Prints one control, or the tree.
pub(crate) fn show(command: &Command) -> Result<Done, Failure> {
    let (_, framework) = workbench::built_in()?;
    let text = match command.rest.first() {
        Some(id) => {
            let control = id
                .to_str()
                .and_then(|id| framework.control(id))
                .ok_or_else(|| {
                    Failure::words(format!("There is no control {:?}.", id.to_string_lossy()))
                })?;
            one(&framework, control, command.json)
        }
        None if command.json => {
            let rows: Vec<_> = framework
                .controls()
                .map(|c| {
                    vec![
                        json!(c.id),
                        json!(c.class),
                        json!(c.label),
                        json!(c.severity),
                    ]
                })
                .collect();
            output::rows(true, &["id", "class", "label", "severity"], &rows)
        }
        None => tree(&framework),
    };
    Ok(Done::saying(text))
}

fn tree(framework: &Framework) -> String {
    let mut text = format!("{}, edition {}\n", framework.title, framework.edition);
    for section in &framework.sections {
        line(
            &mut text,
            format_args!("\n{}  {}", section.id, section.title),
        );
        for part in &section.parts {
            line(&mut text, format_args!("  {}  {}", part.id, part.title));
            for group in &part.groups {
                line(&mut text, format_args!("    {}  {}", group.id, group.title));
                for c in &group.controls {
                    line(
                        &mut text,
                        format_args!("      {:10} {:4}  {}", c.id, c.class, c.label),
                    );
                }
            }
        }
    }
    line(&mut text, format_args!("\n{}", framework.disclaimer));
    text
}

fn one(framework: &Framework, control: &Control, as_json: bool) -> String {
    if as_json {
        return serde_json::to_string_pretty(&[control]).unwrap_or_default() + "\n";
    }
    let class = framework
        .class(&control.class)
        .map_or("", |c| c.meaning.as_str());
    let mut text = format!(
        "{} {}\n\n{}\n\n{}\n\n{}: {class}\n{}\n",
        control.id,
        control.label,
        control.question,
        control.text,
        control.class,
        control.citation
    );
    for link in &control.provisions {
        let (prefix, citation, role) = (&framework.citation_prefix, &link.citation, link.role);
        line(&mut text, format_args!("  {prefix} {citation} ({role:?})"));
    }
    line(&mut text, "\nEvidence");
    for artefact in &control.evidence {
        let owners = artefact.owners.join(", ");
        line(
            &mut text,
            format_args!("  - {} [{owners}]", artefact.artefact),
        );
    }
    line(&mut text, "\nProcedures");
    for procedure in &control.procedures {
        line(
            &mut text,
            format_args!("  - {:?}: {}", procedure.method, procedure.text),
        );
    }
    line(
        &mut text,
        format_args!(
            "\nWhat goes wrong with ML: {}\nFinding when: {}\nRemedy: {}",
            control.ml_failure, control.finding_when, control.remedy
        ),
    );
    text
}
