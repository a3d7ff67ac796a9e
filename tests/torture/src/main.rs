//! What the vault has to withstand, over and over: killed processes, lost and reordered writes,
//! failing system calls, changed bytes. `npm run torture` says how often.
//!
//! Every row prints its seed, how often it was run, and what was lost, which must be nothing.
//! Each but the hostile ones begins with a planted fault that it has to find, so that a row that
//! finds nothing proves something; a hostile file that was believed would be found by its content.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a program that reports")]

mod calls;
mod chance;
mod child;
mod flips;
mod hostile;
mod kill;
mod place;
mod record;
mod replay;
mod tally;

use std::path::Path;
use std::process::ExitCode;

use crate::chance::Chance;
use crate::place::Outcome;
use crate::tally::Tally;

/// A row of torments.
struct Row {
    name: &'static str,
    /// Rounds in every run of the tests.
    short: u64,
    run: fn(u64, &mut Chance) -> Outcome<Tally>,
}

const ROWS: &[Row] = &[
    Row {
        name: "kill-answering",
        short: 40,
        run: kill::answering,
    },
    Row {
        name: "kill-attaching",
        short: 20,
        run: kill::attaching,
    },
    Row {
        name: "kill-passphrase",
        short: 5,
        run: kill::passphrase,
    },
    Row {
        name: "kill-members",
        short: 5,
        run: kill::members,
    },
    Row {
        name: "kill-migration",
        short: 5,
        run: kill::migration,
    },
    Row {
        name: "write-order",
        short: 300,
        run: replay::replay,
    },
    Row {
        name: "failed-calls",
        short: 150,
        run: calls::calls,
    },
    Row {
        name: "changed-files",
        short: 300,
        run: flips::flips,
    },
    Row {
        name: "hostile-header",
        short: 3_000,
        run: hostile::header,
    },
    Row {
        name: "hostile-object",
        short: 1_000,
        run: hostile::object,
    },
    Row {
        name: "hostile-anchor",
        short: 1_000,
        run: hostile::anchor,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.first().map(String::as_str) {
        Some("child") => child(&words[1..]),
        _ => run(&words),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn child(words: &[String]) -> Outcome<()> {
    let [kind, folder, from, times] = words else {
        return Err("child KIND FOLDER FROM TIMES".into());
    };
    child::work(kind, Path::new(folder), from.parse()?, times.parse()?)
}

/// Runs the rows that are named, or all: `[--rounds N] [--seed S] [ROW ...]`.
fn run(words: &[String]) -> Outcome<()> {
    let (mut rounds, mut seed, mut wanted) = (None, None, Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--rounds" => {
                rounds = Some(words.next().ok_or("--rounds needs a number")?.parse()?);
            }
            "--seed" => seed = Some(words.next().ok_or("--seed needs a number")?.parse()?),
            name if ROWS.iter().any(|row| row.name == name) => wanted.push(name),
            other => return Err(format!("There is no row {other}. Rows: {}", names()).into()),
        }
    }
    let seed = match seed {
        Some(seed) => seed,
        None => u64::from_be_bytes(vault::random()?),
    };
    let mut lost = 0;
    for row in ROWS {
        if wanted.is_empty() || wanted.contains(&row.name) {
            // A row alone repeats what it did among the others.
            let mut chance = Chance::new(seed);
            let tally = (row.run)(rounds.unwrap_or(row.short), &mut chance)
                .map_err(|error| format!("{}: {error} (seed {seed})", row.name))?;
            println!("{}", tally.line(row.name, seed));
            for sentence in &tally.lost {
                println!("  lost: {sentence}");
            }
            lost += tally.lost.len();
        }
    }
    if lost > 0 {
        return Err(format!("{lost} times something was lost.").into());
    }
    Ok(())
}

fn names() -> String {
    let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
    names.join(", ")
}
