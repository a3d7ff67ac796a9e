//! The project's files, as text.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing of the project's own.
const FOREIGN: [&str; 8] = [
    ".git",
    ".tools",
    "dist",
    "gen",
    "node_modules",
    "out",
    "target",
    "coverage",
];

/// A file of the project.
pub(crate) struct Source {
    /// Its path from the project's folder, with slashes.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// Returns the project's folder.
pub(crate) fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap().to_owned()
}

/// Returns the text of a file of the project.
pub(crate) fn read(path: &str) -> String {
    let whole = root().join(path);
    fs::read_to_string(&whole).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// Returns the paths of all files of the project, in order.
pub(crate) fn files() -> Vec<String> {
    let mut found = Vec::new();
    walk(&root(), &mut found);
    let from = root();
    let mut paths: Vec<String> = found
        .iter()
        .map(|path| path.strip_prefix(&from).unwrap())
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect();
    paths.sort();
    paths
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().unwrap();
        if kind.is_file() {
            found.push(entry.path());
        } else if kind.is_dir()
            && !FOREIGN.contains(&name.as_str())
            && !name.ends_with(".auscult")
        {
            walk(&entry.path(), found);
        }
    }
}

/// Returns the files that end in one of the endings and lie below one of the folders.
pub(crate) fn sources(below: &[&str], endings: &[&str]) -> Vec<Source> {
    files()
        .into_iter()
        .filter(|path| below.iter().any(|folder| path.starts_with(folder)))
        .filter(|path| endings.iter().any(|ending| path.ends_with(ending)))
        .map(|path| Source {
            text: read(&path),
            path,
        })
        .collect()
}

/// Returns code without its comments and without its tests at the end of the file.
pub(crate) fn code(text: &str) -> String {
    let tests = text.find("#[cfg(test)]\nmod tests").or_else(|| {
        let at = text.find("#[cfg(test)]\n#[expect")?;
        text.get(at..)?.contains("mod tests").then_some(at)
    });
    let text = text.get(..tests.unwrap_or(text.len())).unwrap();
    let mut kept = String::new();
    let mut within_block = false;
    for line in text.lines() {
        let begins = line.trim_start();
        if within_block || begins.starts_with("/*") {
            within_block = !line.contains("*/");
            continue;
        }
        let end = if begins.starts_with("//") {
            0
        } else {
            line.find(" // ").unwrap_or(line.len())
        };
        kept.push_str(line.get(..end).unwrap());
        kept.push('\n');
    }
    kept
}

/// Returns whether a file is a test, or helps one.
pub(crate) fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || path.contains(".test.")
        || path.contains("/fuzz/")
}

/// Returns whether a word stands in a text as a word of its own.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).unwrap().chars().next_back();
        let after = text.get(at + word.len()..).unwrap().chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Holds a sentence of ARCHITECTURE.md: fails with it when something speaks against it.
pub(crate) fn holds(sentence: &str, against: &[String]) {
    let page = read("ARCHITECTURE.md");
    let stated = page.lines().any(|line| line == format!("- {sentence}"));
    assert!(stated, "ARCHITECTURE.md does not say: {sentence}");
    assert!(
        against.is_empty(),
        "{sentence}\n  {}\n",
        against.join("\n  ")
    );
}

#[test]
fn comments_and_tests_are_not_code() {
    let text =
        "let a = 1; // why\n/* b\n c */\n//! d\nlet e = 2;\n#[cfg(test)]\nmod tests { f }\n";
    assert_eq!(code(text), "let a = 1;\n\nlet e = 2;\n");
}

#[test]
fn a_word_is_not_found_within_another() {
    assert!(has_word("use tauri::App", "tauri"));
    assert!(!has_word("use tauri_build::App", "tauri"));
}
