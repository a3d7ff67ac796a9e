//! `auscult`: the workbench on the command line.
//!
//! Every command does what the window does, through the same functions. Results go to
//! standard output, everything else to standard error. A passphrase is never an argument:
//! it is read from a file or from standard input. README.md says what each command prints.
//!
//! Exit codes: 0 done; 1 the command could not be done; 2 the words of the command are off;
//! 3 a check found a fault.
#![forbid(unsafe_code)]

mod arguments;
mod catalogue;
mod crypto;
mod decoder;
mod hand_over;
mod health;
mod look;
mod output;
mod packet;
mod people;
mod plan;
mod record;
mod run;
mod surroundings;
mod trail;

use std::process::ExitCode;

fn main() -> ExitCode {
    vault::keep_memory_private();
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    if words.first().is_some_and(|word| word == decoder::WORD) {
        return decoder::run();
    }
    let done = arguments::parse(words).and_then(|command| {
        surroundings::enter(&command)?;
        run::run(&command)
    });
    output::finish(done)
}
