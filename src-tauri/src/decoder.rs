//! The process of the decoders: this program once more, without a window.

use std::io::Read;
use std::process::{Command, ExitCode};
use std::sync::{Condvar, Mutex, PoisonError};

use preview::{Answer, Ask, Failure};

use crate::pages;

/// The word by which the program knows that it is to decode and nothing else. No person says it.
pub(crate) const WORD: &str = "--decode-evidence";

/// How many may work at once: more would take from the window what they gain. One more than
/// there are threads that draw pages, so that looking at evidence waits for no page.
const AT_ONCE: usize = pages::DRAWING + 1;

/// Decodes what comes on standard input. What it may not do it gives up first.
pub(crate) fn run() -> ExitCode {
    let _ = vault::keep_memory_private();
    ExitCode::from(u8::from(!(preview::confine() && preview::serve().is_ok())))
}

/// The processes at work.
#[derive(Debug, Default)]
pub(crate) struct Decoders {
    busy: Mutex<usize>,
    freed: Condvar,
}

impl Decoders {
    /// Asks about evidence in a process of its own, when one may be started.
    pub(crate) fn ask(
        &self,
        ask: Ask,
        evidence: &mut (dyn Read + Send),
    ) -> Result<Answer, Failure> {
        let _turn = self.turn();
        preview::ask(&mut program()?, ask, evidence)
    }

    fn turn(&self) -> Turn<'_> {
        let busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let busy = self.freed.wait_while(busy, |busy| *busy >= AT_ONCE);
        *busy.unwrap_or_else(PoisonError::into_inner) += 1;
        Turn(self)
    }
}

struct Turn<'a>(&'a Decoders);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.busy.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.freed.notify_one();
    }
}

/// Names this program, with nothing of its surroundings but where libraries are looked for.
fn program() -> Result<Command, Failure> {
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
        if let Some(libraries) = std::env::var_os("LD_LIBRARY_PATH") {
            program.env("LD_LIBRARY_PATH", libraries);
        }
    }
    Ok(program)
}
