//! What may not be in what is shipped.

use crate::project::{Source, code, files, holds, is_test, root, sources};

#[test]
fn beside_every_font_lies_its_licence() {
    let files = files();
    let fonts: Vec<&str> = files
        .iter()
        .filter_map(|path| path.strip_prefix("assets/fonts/"))
        .collect();
    // `OFL-Source-Sans-3.md` is the licence of every font whose name begins with `SourceSans3`.
    let licensed: Vec<String> = fonts
        .iter()
        .filter_map(|name| {
            name.strip_suffix(".txt")
                .or_else(|| name.strip_suffix(".md"))
        })
        .filter_map(|name| {
            name.strip_prefix("OFL-")
                .or_else(|| name.strip_prefix("Apache-2.0-"))
        })
        .map(|name| name.replace('-', ""))
        .collect();
    let all: Vec<&&str> = fonts.iter().filter(|name| name.ends_with(".ttf")).collect();
    assert!(all.len() > 5, "the fonts were not found");
    let against: Vec<String> = all
        .iter()
        .filter(|font| {
            !licensed
                .iter()
                .any(|licence| font.starts_with(licence.as_str()))
        })
        .map(|font| format!("{font} has none"))
        .collect();
    holds("Beside every font lies its licence.", &against);
}

/// What nobody else's machine has. In pieces, so that this file does not hold it either.
const OF_A_MACHINE: [&str; 7] = [
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/fa", "rm/"),
    concat!("/tm", "p/"),
    concat!("C:\\Use", "rs\\"),
    concat!("BEGIN PRIV", "ATE KEY"),
    concat!("BEGIN EC PRIV", "ATE KEY"),
];

#[test]
fn no_file_tells_of_somebodys_machine() {
    let mut against = Vec::new();
    for path in files() {
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else {
            continue;
        };
        let told = OF_A_MACHINE.iter().filter(|told| text.contains(*told));
        against.extend(told.map(|told| format!("{path} holds {told}")));
        if path.ends_with(".lock") || path.ends_with("-lock.json") || path.ends_with(".npmrc") {
            let public = [
                "https://github.com/rust-lang/crates.io-index",
                "https://github.com/sponsors",
                "https://opencollective.com",
                "https://paulmillr.com",
                "https://tidelift.com",
                "https://dotenvx.com",
                "https://www.patreon.com",
            ];
            let addresses = text.split('"').filter(|word| word.contains("://"));
            for address in addresses.filter(|a| !public.iter().any(|p| a.contains(p))) {
                if path != "package-lock.json" || address.contains("registry") {
                    against.push(format!("{path} names {address}"));
                }
            }
        }
    }
    holds(
        "No tracked file holds a path of somebody's machine, a private address of a registry \
         or a private key.",
        &against,
    );
}

#[test]
fn no_test_sleeps_or_is_left_out() {
    let mut against = Vec::new();
    let endings = [".rs", ".ts", ".tsx", ".mjs"];
    for Source { path, text } in sources(&["src-tauri/", "ui/", "tests/", "scripts/"], &endings)
    {
        let later = [
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
            concat!("todo", "!("),
        ];
        let mut found: Vec<&str> = later
            .into_iter()
            .filter(|word| text.contains(word))
            .collect();
        // What stands after the code is its tests.
        let tests = if is_test(&path) {
            text.clone()
        } else {
            without(&text, &code(&text))
        };
        let in_tests = [
            concat!("thread::", "sleep"),
            concat!("#[", "ignore"),
            concat!("#[should_", "panic"),
            concat!(".sk", "ip("),
            concat!(".on", "ly("),
        ];
        let code_only: String = tests
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        let is_rust = path.ends_with(".rs");
        let words = if is_rust {
            &in_tests[..3]
        } else {
            &in_tests[3..]
        };
        found.extend(words.iter().filter(|word| code_only.contains(*word)));
        against.extend(found.into_iter().map(|word| format!("{path} has {word}")));
    }
    holds(
        "Tests neither sleep nor are ignored, and nothing is left to do later.",
        &against,
    );
}

/// Returns the tests at the end of a file: what `code` cut off.
fn without(text: &str, code: &str) -> String {
    let lines = code.lines().count();
    if text.contains("mod tests") {
        text.lines().skip(lines).collect::<Vec<_>>().join("\n")
    } else {
        String::new()
    }
}
