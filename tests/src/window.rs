//! What the window may do.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::project::{holds, read};

/// What a page needs of Tauri itself: hearing events, and the size of its own text.
const OF_TAURI: [&str; 3] = [
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:webview:allow-set-webview-zoom",
];

/// Reads the list of commands: `name: Request => View,`.
fn commands() -> BTreeSet<String> {
    let list = read("src-tauri/crates/bridge/src/list.rs");
    let lines = list
        .lines()
        .filter(|line| line.contains(" => ") && line.ends_with(','));
    let names = lines.filter_map(|line| line.trim().split_once(": "));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn the_window_may_call_the_commands_of_the_list_and_nothing_else() {
    let capability: Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let granted = capability["permissions"].as_array().unwrap();
    let granted: BTreeSet<String> = granted
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();
    let commands = commands();
    assert!(
        commands.len() > 30,
        "the list of commands was not understood"
    );
    let wanted: BTreeSet<String> = commands
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .chain(OF_TAURI.map(str::to_owned))
        .collect();
    let mut against: Vec<String> = granted
        .difference(&wanted)
        .map(|more| format!("{more} is granted for nothing"))
        .collect();
    against.extend(
        wanted
            .difference(&granted)
            .map(|less| format!("{less} is not granted")),
    );
    let client = read("ui/src/bridge/generated/commands.ts");
    let unknown = commands
        .iter()
        .filter(|name| !client.contains(&format!("  {name}: ")));
    against.extend(unknown.map(|name| format!("the page does not know {name}")));
    if capability["windows"] != serde_json::json!(["main"]) {
        against.push("another window than main has permissions".to_owned());
    }
    holds(
        "There is one list of commands, and the window may call exactly these.",
        &against,
    );
}

#[test]
fn the_page_loads_nothing_that_is_not_built_in() {
    let settings: Value = serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    let security = &settings["app"]["security"];
    let mut against = Vec::new();
    let mut wants = |what: &str, is: &Value, wanted: Value| {
        if *is != wanted {
            against.push(format!("{what} is {is} and not {wanted}"));
        }
    };
    wants(
        "default-src",
        &security["csp"]["default-src"],
        "'none'".into(),
    );
    wants(
        "script-src",
        &security["csp"]["script-src"],
        "'self'".into(),
    );
    wants(
        "connect-src",
        &security["csp"]["connect-src"],
        "ipc: http://ipc.localhost".into(),
    );
    // Pages of evidence come from the program itself, and no picture from anywhere else. On
    // Windows a scheme of the program's own is served under such a name.
    wants(
        "img-src",
        &security["csp"]["img-src"],
        "'self' data: preview: http://preview.localhost".into(),
    );
    for closed in [
        "object-src",
        "base-uri",
        "form-action",
        "frame-src",
        "frame-ancestors",
    ] {
        wants(closed, &security["csp"][closed], "'none'".into());
    }
    wants(
        "withGlobalTauri",
        &settings["app"]["withGlobalTauri"],
        false.into(),
    );
    wants("freezePrototype", &security["freezePrototype"], true.into());
    wants(
        "assetProtocol",
        &security["assetProtocol"]["enable"],
        false.into(),
    );
    let untouched = &security["dangerousDisableAssetCspModification"];
    wants(
        "dangerousDisableAssetCspModification",
        untouched,
        false.into(),
    );
    let policy = security["csp"].to_string();
    for open in ["unsafe-eval", "https:", "http://*", "blob:", "ws:"] {
        if policy.contains(open) {
            against.push(format!("the policy says {open}"));
        }
    }
    let window = read("src-tauri/src/window.rs");
    for guard in [
        ".on_navigation(is_own)",
        "NewWindowResponse::Deny",
        ".on_download(|_, _| false)",
        ".incognito(PRIVATE)",
        ".devtools(false)",
    ] {
        if !window.contains(guard) {
            against.push(format!("the window is opened without {guard}"));
        }
    }
    holds(
        "The page may load nothing but what is built in and pages of evidence that the program draws, and goes nowhere.",
        &against,
    );
}
