//! The process of the decoders: this program once more, which may nothing.

use std::io::Read;
use std::process::{Command, ExitCode};

use bridge::Fault;
use preview::{Answer, Ask, Failure};

/// The word by which the program knows that it is to decode and nothing else. No person says it.
pub(crate) const WORD: &str = "--decode-evidence";

/// Decodes what comes on standard input. What it may not do it gives up first.
pub(crate) fn run() -> ExitCode {
    ExitCode::from(u8::from(!(preview::confine() && preview::serve().is_ok())))
}

/// Asks about bytes that nobody here trusts, in a process of their own.
pub(crate) fn ask(ask: Ask, bytes: &mut (dyn Read + Send)) -> Result<Answer, Failure> {
    // Linux keeps this name for the running program, whatever became of its file meanwhile.
    let this = if cfg!(target_os = "linux") {
        "/proc/self/exe".into()
    } else {
        std::env::current_exe().map_err(Failure::Start)?
    };
    let mut program = Command::new(this);
    program.arg(WORD);
    if cfg!(unix) {
        program.env_clear();
    }
    preview::ask(&mut program, ask, bytes)
}

/// Says why there is no answer about a file outside the vault.
pub(crate) fn fault(failure: Failure) -> Fault {
    let (action, source) = match failure {
        Failure::Source(source) => (
            "The file could not be read to its end. Nothing was changed.",
            source,
        ),
        Failure::Start(source) => (
            "The process that reads files of others could not be started. Nothing was changed.",
            source,
        ),
    };
    workbench::Error::File { action, source }.into()
}
