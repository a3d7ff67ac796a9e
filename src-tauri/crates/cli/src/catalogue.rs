//! `auscult catalog`: checking, showing and printing a catalogue.

use std::process::ExitCode;

use domain::framework::{Control, Framework};
use serde_json::json;

use crate::arguments::Command;
use crate::output::{self, Failure};

/// Names every fault of a catalogue file.
pub(crate) fn check(command: &Command) -> Result<ExitCode, Failure> {
    let file = command
        .rest
        .first()
        .ok_or_else(|| Failure::words("Name the file to check."))?;
    let bytes = std::fs::read(file)
        .map_err(|_| Failure::words("The catalogue file cannot be read."))?;
    let faults = catalog::check(&bytes);
    if faults.is_empty() {
        println!("No fault was found.");
        return Ok(ExitCode::SUCCESS);
    }
    for fault in &faults {
        println!("{fault}");
    }
    eprintln!("{} fault(s).", faults.len());
    Ok(ExitCode::from(3))
}

/// Prints one control, or the tree.
pub(crate) fn show(command: &Command) -> Result<ExitCode, Failure> {
    let (_, framework) = workbench::built_in()?;
    match command.rest.first() {
        Some(id) => {
            let control = framework
                .control(id)
                .ok_or_else(|| Failure::words(format!("There is no control {id:?}.")))?;
            one(&framework, control, command.json);
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
            output::rows(true, &["id", "class", "label", "severity"], &rows);
        }
        None => tree(&framework),
    }
    Ok(ExitCode::SUCCESS)
}

fn tree(framework: &Framework) {
    println!("{}, edition {}", framework.title, framework.edition);
    for section in &framework.sections {
        println!("\n{}  {}", section.id, section.title);
        for part in &section.parts {
            println!("  {}  {}", part.id, part.title);
            for group in &part.groups {
                println!("    {}  {}", group.id, group.title);
                for control in &group.controls {
                    println!(
                        "      {:10} {:4}  {}",
                        control.id, control.class, control.label
                    );
                }
            }
        }
    }
    println!("\n{}", framework.disclaimer);
}

fn one(framework: &Framework, control: &Control, as_json: bool) {
    if as_json {
        println!(
            "{}",
            serde_json::to_string_pretty(&[control]).unwrap_or_default()
        );
        return;
    }
    let class = framework
        .class(&control.class)
        .map_or("", |c| c.meaning.as_str());
    println!(
        "{} {}\n\n{}\n\n{}",
        control.id, control.label, control.question, control.text
    );
    println!("\n{}: {class}\n{}", control.class, control.citation);
    for link in &control.provisions {
        println!(
            "  {} {} ({:?})",
            framework.citation_prefix, link.citation, link.role
        );
    }
    println!("\nEvidence");
    for artefact in &control.evidence {
        println!("  - {} [{}]", artefact.artefact, artefact.owners.join(", "));
    }
    println!("\nProcedures");
    for procedure in &control.procedures {
        println!("  - {:?}: {}", procedure.method, procedure.text);
    }
    println!("\nWhat goes wrong with ML: {}", control.ml_failure);
    println!(
        "Finding when: {}\nRemedy: {}",
        control.finding_when, control.remedy
    );
}
