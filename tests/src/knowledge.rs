//! What the code may not know.

use serde_json::Value;

use crate::project::{Source, code, files, has_word, holds, is_test, read, sources};

/// Texts for people, the sample and the name of the file that is built in.
const MAY_KNOW: [&str; 3] = [
    "/words/",
    "src-tauri/crates/workbench/src/sample/",
    "src-tauri/crates/catalog/src/lib.rs",
];

/// Returns the id of every section, part, group and control, and each number of controls.
fn of_catalogues() -> (Vec<String>, Vec<usize>) {
    let (mut ids, mut counts) = (Vec::new(), Vec::new());
    let catalogues = files().into_iter().filter(|path| {
        path.starts_with("assets/catalogs/")
            && path.ends_with(".json")
            && !path.ends_with(".schema.json")
    });
    for path in catalogues {
        let catalogue: Value = serde_json::from_str(&read(&path)).unwrap();
        let before = ids.len();
        gather(&catalogue["sections"], &mut ids);
        counts.push(
            ids[before..]
                .iter()
                .filter(|id| id.matches('-').count() == 2)
                .count(),
        );
    }
    (ids, counts)
}

fn gather(value: &Value, ids: &mut Vec<String>) {
    for entry in value.as_array().into_iter().flatten() {
        ids.extend(entry["id"].as_str().map(str::to_owned));
        for children in ["parts", "groups", "controls"] {
            gather(&entry[children], ids);
        }
    }
}

#[test]
fn no_rule_in_code_knows_a_framework() {
    let (ids, counts) = of_catalogues();
    assert!(
        ids.len() > 74 && counts == [74],
        "{} ids, {counts:?} controls",
        ids.len()
    );
    // A word of a few letters, such as a section's id, is also part of other words.
    let ids: Vec<&String> = ids.iter().filter(|id| id.contains('-')).collect();
    let mut against = Vec::new();
    for Source { path, text } in
        sources(&["src-tauri/", "ui/src/"], &[".rs", ".ts", ".tsx", ".sql"])
    {
        let knows = MAY_KNOW.iter().any(|may| path.contains(may));
        if knows || is_test(&path) || path.contains("/examples/") {
            continue;
        }
        let code = code(&text);
        if code.to_lowercase().contains("hipaa") {
            against.push(format!("{path} names a framework"));
        }
        for id in ids.iter().filter(|id| has_word(&code, id)) {
            against.push(format!("{path} names {id}"));
        }
        for count in &counts {
            if has_word(&code, &count.to_string()) {
                against.push(format!("{path} knows the number {count}"));
            }
        }
    }
    holds(
        "No rule in code knows the name of a framework, a control's id or how many controls \
         there are.",
        &against,
    );
}
