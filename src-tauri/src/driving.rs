//! What a test needs that drives the page. Absent from every release.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use bridge::Question;

/// The file that is written once the first view is on the screen.
const READY: &str = "AUSCULT_DRIVING_READY";

/// The file that holds what a person would have chosen: a map from the question's name to
/// paths. It is read at every question, so a test may write it anew before each.
const ANSWERS: &str = "AUSCULT_DRIVING_ANSWERS";

pub(crate) fn tell_ready() {
    if let Some(file) = std::env::var_os(READY) {
        let _ = fs::write(file, "ready\n");
    }
}

/// Answers a question from the file; a folder given for a place to save takes the name
/// that was proposed.
pub(crate) fn choose(question: &Question) -> Vec<PathBuf> {
    let answers: HashMap<String, Vec<PathBuf>> = std::env::var_os(ANSWERS)
        .and_then(|file| fs::read(file).ok())
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    let given = |name: &str| answers.get(name).cloned().unwrap_or_default();
    match question {
        Question::Vault => given("vault"),
        Question::NewVault => given("new-vault"),
        Question::Evidence => given("evidence"),
        Question::KeyFile => given("key-file"),
        Question::BackupPlace => given("backup"),
        Question::Bundle => given("bundle"),
        Question::Identity => given("identity"),
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
