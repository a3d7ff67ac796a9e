//! Asking another process, which may fall, never end or lie.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::answer::{Answer, Ask, Why};
use crate::{limit, wire};

/// Why there is no answer. Whatever the bytes of evidence do to a decoder has one.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The evidence could not be read.
    #[error("the evidence could not be read")]
    Source(#[source] io::Error),
    /// The process could not be started.
    #[error("the process of the decoders could not be started")]
    Start(#[source] io::Error),
}

/// Asks about evidence in a process of its own, which `program` starts and in which
/// [`serve`](crate::serve) answers. The process has ended when this returns.
pub fn ask(
    program: &mut Command,
    ask: Ask,
    evidence: &mut (dyn Read + Send),
) -> Result<Answer, Failure> {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(Failure::Start)?;
    let (Some(stdin), Some(mut stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Failure::Start(io::ErrorKind::BrokenPipe.into()));
    };
    let child = Mutex::new(child);
    let (done, over) = channel::<()>();
    std::thread::scope(|threads| {
        let feeding = threads.spawn(move || feed(ask, evidence, stdin));
        let watching = threads.spawn(|| end(&child, over));
        let answer = wire::read_answer(&mut stdout);
        // Whoever still writes to a process that has answered is let go by its end.
        drop((stdout, done));
        let was_late = watching.join().unwrap_or_default();
        match feeding.join() {
            Ok(Ok(())) => {}
            Ok(Err(source)) => return Err(Failure::Source(source)),
            Err(_) => return Err(Failure::Source(io::ErrorKind::Other.into())),
        }
        let why = if was_late { Why::TooLong } else { Why::GaveUp };
        Ok(answer.unwrap_or(Answer::Unshown(why)))
    })
}

/// Writes the question and the evidence. That the other side takes no more is no error.
fn feed(ask: Ask, evidence: &mut dyn Read, mut into: impl Write) -> io::Result<()> {
    if wire::write_ask(ask, &mut into).is_err() {
        return Ok(());
    }
    let mut buffer = vec![0; 256 << 10];
    loop {
        let read = match evidence.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let bytes = buffer.get(..read).unwrap_or_default();
        if into.write_all(bytes).is_err() {
            return Ok(());
        }
    }
}

/// Waits until there is an answer, or too long; then ends the process and collects it. Returns
/// whether it was too long.
fn end(child: &Mutex<Child>, over: Receiver<()>) -> bool {
    let patience = Duration::from_secs(limit::PATIENCE_SECONDS);
    let was_late = over.recv_timeout(patience) == Err(RecvTimeoutError::Timeout);
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = child.kill();
    let _ = child.wait();
    was_late
}
