//! What is printed, and how a failure ends the program.

use std::process::ExitCode;

use bridge::Fault;
use serde_json::Value;

/// Why a command was not done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The words of the command are off.
    Words(String),
    /// It could not be done.
    Fault(Box<Fault>),
}

impl Failure {
    pub(crate) fn words(sentence: impl Into<String>) -> Self {
        Self::Words(sentence.into())
    }

    /// Prints the failure and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Self::Words(sentence) => {
                eprintln!("{sentence}\nSee auscult help.");
                ExitCode::from(2)
            }
            Self::Fault(fault) => {
                eprintln!("{} {} ({})", fault.message, fault.hint, fault.reference);
                ExitCode::from(1)
            }
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<workbench::Error> for Failure {
    fn from(error: workbench::Error) -> Self {
        Fault::from(error).into()
    }
}

/// Prints rows: as an array of JSON objects, or as aligned columns with a header.
pub(crate) fn rows(json: bool, names: &[&str], rows: &[Vec<Value>]) {
    if json {
        let objects: Vec<Value> = rows.iter().map(|row| object(names, row)).collect();
        println!(
            "{}",
            serde_json::to_string_pretty(&objects).unwrap_or_default()
        );
        return;
    }
    let header: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let text: Vec<Vec<String>> = std::iter::once(header)
        .chain(rows.iter().map(|row| row.iter().map(plain).collect()))
        .collect();
    let widths: Vec<usize> = (0..names.len())
        .map(|i| {
            text.iter()
                .filter_map(|row| row.get(i))
                .map(|c| c.chars().count())
                .max()
        })
        .map(Option::unwrap_or_default)
        .collect();
    for row in &text {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        println!("{}", cells.join("  ").trim_end());
    }
}

fn object(names: &[&str], row: &[Value]) -> Value {
    Value::Object(
        names
            .iter()
            .map(|n| (*n).to_owned())
            .zip(row.iter().cloned())
            .collect(),
    )
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number
            .as_f64()
            .filter(|_| number.is_f64())
            .map_or_else(|| number.to_string(), |figure| format!("{figure:.1}")),
        other => other.to_string(),
    }
}
