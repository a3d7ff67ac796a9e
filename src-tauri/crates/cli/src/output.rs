//! What is printed, and how the program ends.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use bridge::Fault;
use serde_json::Value;

/// What a command did.
#[derive(Default)]
pub(crate) struct Done {
    /// What goes to standard output.
    pub(crate) text: String,
    /// What goes to standard error.
    pub(crate) remarks: Vec<String>,
    /// Why not all of it was done.
    pub(crate) failure: Option<Failure>,
    /// Whether a check found a fault.
    pub(crate) has_fault: bool,
}

impl Done {
    /// Makes the end of a command that prints a text.
    pub(crate) fn saying(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

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

    fn sentence(&self) -> String {
        match self {
            Self::Words(sentence) => format!("{sentence}\nSee auscult help."),
            Self::Fault(fault) => [&fault.message, &fault.hint]
                .into_iter()
                .filter(|part| !part.is_empty())
                .chain([&format!("({})", fault.reference)])
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
        }
    }

    fn code(&self) -> u8 {
        match self {
            Self::Words(_) => 2,
            Self::Fault(_) => 1,
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

/// Prints what was done, or why not, and gives the exit code.
pub(crate) fn finish(done: Result<Done, Failure>) -> ExitCode {
    let done = done.unwrap_or_else(|failure| Done {
        failure: Some(failure),
        ..Done::default()
    });
    for remark in &done.remarks {
        tell(remark);
    }
    if let Err(error) = print(&done.text) {
        // Whoever reads has read enough, and what was asked is done.
        if error.kind() != ErrorKind::BrokenPipe {
            tell("It was done, but the output could not be written: is the disk full?");
            return ExitCode::from(1);
        }
    }
    if let Some(failure) = &done.failure {
        tell(&failure.sentence());
        return ExitCode::from(failure.code());
    }
    ExitCode::from(if done.has_fault { 3 } else { 0 })
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a line for the person. Where nobody can read it, nothing is to be done.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Adds a line to a text.
pub(crate) fn line(text: &mut String, line: impl std::fmt::Display) {
    // A text in memory takes every line.
    let _ = writeln!(text, "{line}");
}

/// Sets rows: as an array of JSON objects, or as aligned columns with a header.
pub(crate) fn rows(json: bool, names: &[&str], rows: &[Vec<Value>]) -> String {
    if json {
        let objects: Vec<Value> = rows.iter().map(|row| object(names, row)).collect();
        return serde_json::to_string_pretty(&objects).unwrap_or_default() + "\n";
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
    let mut set = String::new();
    for row in &text {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        line(&mut set, cells.join("  ").trim_end());
    }
    set
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

/// Sets one value in a line: without line breaks and without what a terminal would obey.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect(),
        Value::Number(number) => number
            .as_f64()
            .filter(|_| number.is_f64())
            .map_or_else(|| number.to_string(), |figure| format!("{figure:.1}")),
        other => other.to_string(),
    }
}
