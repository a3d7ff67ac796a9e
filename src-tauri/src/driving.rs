//! What a test needs that drives the page. Absent from every release.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use bridge::{Printing, Question};

/// The file that is written once the first view is on the screen.
const READY: &str = "AUSCULT_DRIVING_READY";

/// The file that holds what a person would have chosen: a map from the question's name to
/// paths. It is read at every question, so a test may write it anew before each.
const ANSWERS: &str = "AUSCULT_DRIVING_ANSWERS";

/// The file that the words are written into by which the program would begin anew. A driver
/// knows only the process that it started, so that one ends, and the test starts the next.
const ANEW: &str = "AUSCULT_DRIVING_ANEW";

/// After how many seconds without a touch the vault is locked; what a driver does is none, so
/// that without it there is no end.
const IDLE: &str = "AUSCULT_DRIVING_IDLE";

/// Tells by which words the program would begin anew; false when nobody wants to know.
pub(crate) fn tell_anew(words: &[OsString]) -> bool {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let told = |file| fs::write(file, serde_json::to_vec(&words).unwrap_or_default());
    std::env::var_os(ANEW).is_some_and(|file| told(file).is_ok())
}

pub(crate) fn idle_limit() -> Duration {
    let seconds = std::env::var(IDLE)
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or(Duration::MAX, Duration::from_secs)
}

pub(crate) fn tell_ready() {
    if let Some(file) = std::env::var_os(READY) {
        let _ = fs::write(file, "ready\n");
    }
}

fn answers() -> HashMap<String, Vec<PathBuf>> {
    std::env::var_os(ANSWERS)
        .and_then(|file| fs::read(file).ok())
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Prints nothing, and says that it was printed when the file has an answer for `print`.
pub(crate) fn print() -> Printing {
    if answers().contains_key("print") {
        Printing::Begun
    } else {
        Printing::Cancelled
    }
}

/// Answers a question from the file; a folder given for a place to save takes the name
/// that was proposed.
pub(crate) fn choose(question: &Question) -> Vec<PathBuf> {
    let given = |name: &str| answers().remove(name).unwrap_or_default();
    match question {
        Question::Vault => given("vault"),
        Question::NewVault => given("new-vault"),
        Question::Evidence => given("evidence"),
        Question::KeyFile => given("key-file"),
        Question::BackupPlace => given("backup"),
        Question::Bundle => given("bundle"),
        Question::Identity => given("identity"),
        Question::Record => given("record"),
        Question::Plan => given("plan"),
        Question::Logo => given("logo"),
        Question::Save { name } => given("save")
            .into_iter()
            .map(|place| {
                if place.is_dir() {
                    place.join(name)
                } else {
                    place
                }
            })
            .collect(),
    }
}
