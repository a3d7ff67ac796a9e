//! The committed TypeScript and permissions are those that the list of commands gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use bridge::bindings;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Compares a generated file with what is committed, or writes it when asked to.
fn compare(path: &str, generated: &str) {
    let path = root().join(path);
    if std::env::var_os("AUSCULT_WRITE_BINDINGS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, generated).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "{path:?} is stale: run npm run bindings"
    );
}

#[test]
fn the_committed_shapes_are_those_of_the_rust() {
    compare("ui/src/bridge/generated/wire.ts", &bindings::shapes());
}

#[test]
fn the_committed_commands_are_those_of_the_list() {
    compare("ui/src/bridge/generated/commands.ts", &bindings::commands());
}

#[test]
fn the_window_may_call_every_command_of_the_list_and_nothing_else_of_ours() {
    let text = fs::read_to_string(root().join("src-tauri/capabilities/main.json")).unwrap();
    let capability: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut granted: Vec<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|p| p.as_str())
        .filter(|p| !p.starts_with("core:"))
        .map(str::to_owned)
        .collect();
    let mut listed: Vec<String> = bindings::names()
        .iter()
        .map(|n| format!("allow-{}", n.replace('_', "-")))
        .collect();
    granted.sort();
    listed.sort();
    assert_eq!(granted, listed);
}
