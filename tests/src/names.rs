//! Which names may stand where.

use crate::project::{Source, code, files, has_word, holds, is_test, read, sources};

/// Returns the places outside `home` whose code names one of the words.
fn named_outside(
    home: &[&str],
    below: &[&str],
    endings: &[&str],
    words: &[&str],
) -> Vec<String> {
    let strangers = sources(below, endings)
        .into_iter()
        .filter(|source| !home.iter().any(|home| source.path.starts_with(home)))
        .filter(|source| !is_test(&source.path) && !source.path.contains("/examples/"));
    strangers
        .flat_map(|Source { path, text }| {
            let code = code(&text);
            let named = words.iter().filter(|word| has_word(&code, word));
            named
                .map(|word| format!("{path} names {word}"))
                .collect::<Vec<_>>()
        })
        .collect()
}

const RUST: &[&str] = &["src-tauri/"];

#[test]
fn only_the_shell_names_tauri() {
    let shell = ["src-tauri/src/", "src-tauri/build.rs"];
    let mut against = named_outside(&shell, RUST, &[".rs"], &["tauri", "tauri_build"]);
    against.extend(named_outside(
        &["ui/src/bridge/"],
        &["ui/src/"],
        &[".ts", ".tsx"],
        &["@tauri-apps"],
    ));
    holds(
        "Only `shell` names Tauri; in the page only `ui/src/bridge` does.",
        &against,
    );
}

#[test]
fn only_one_file_names_printpdf() {
    let home = [
        "src-tauri/crates/packet/src/pdf.rs",
        "src-tauri/crates/packet/src/pdf/",
    ];
    let mut against = named_outside(&home, RUST, &[".rs"], &["printpdf", "lopdf"]);
    against.extend(named_outside(&home[..1], RUST, &[".rs"], &["printpdf::"]));
    holds(
        "Only `packet/src/pdf.rs` and its folder name printpdf and lopdf.",
        &against,
    );
}

#[test]
fn only_the_store_names_rusqlite_and_only_the_vault_names_a_cipher() {
    let store = ["src-tauri/crates/store/"];
    let mut against = named_outside(&store, RUST, &[".rs"], &["rusqlite"]);
    let vault = [
        "src-tauri/crates/vault/",
        "src-tauri/crates/ffi/",
        // What they print names the command that a stranger types.
        "src-tauri/crates/record/src/text.rs",
        "src-tauri/crates/packet/src/part/proof.rs",
    ];
    against.extend(named_outside(
        &vault,
        RUST,
        &[".rs"],
        &["openssl", "openssl_sys"],
    ));
    holds(
        "Only `store` names rusqlite, and only `vault` and `ffi` name OpenSSL.",
        &against,
    );
}

#[test]
fn every_crate_but_one_forbids_unsafe_code() {
    let entries = files().into_iter().filter(|path| {
        let first = path.ends_with("/src/lib.rs") || path.ends_with("/src/main.rs");
        path.starts_with("src-tauri/") && first && !path.starts_with("src-tauri/crates/ffi/")
    });
    let against: Vec<String> = entries
        .filter(|path| !read(path).contains("#![forbid(unsafe_code)]"))
        .map(|path| format!("{path} does not forbid it"))
        .collect();
    holds("Every crate but `ffi` forbids unsafe code.", &against);
}

#[test]
fn every_crate_takes_the_lints_and_every_library_is_documented() {
    let files = files();
    let mut against = Vec::new();
    for path in files.iter().filter(|path| path.ends_with("/Cargo.toml")) {
        if !read(path).contains("[lints]\nworkspace = true") && !path.contains("/fuzz/") {
            against.push(format!("{path} does not take the lints"));
        }
    }
    let libraries = files.iter().filter(|path| path.ends_with("/src/lib.rs"));
    for path in libraries.filter(|path| path.starts_with("src-tauri/")) {
        if !read(path).contains("#![deny(missing_docs)]") {
            against.push(format!("{path} does not deny missing documentation"));
        }
    }
    holds(
        "Every crate takes the workspace's lints, and every library denies missing documentation.",
        &against,
    );
}

#[test]
fn the_domain_is_pure() {
    let home = ["src-tauri/crates/domain/"];
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "Instant",
        "Utc::now",
        "Local::now",
        "Uuid::now_v7",
        "Uuid::new_v4",
        "rand",
    ];
    let mut against = Vec::new();
    for Source { path, text } in sources(&home, &[".rs"]) {
        let code = code(&text);
        let named = words.iter().filter(|word| has_word(&code, word));
        against.extend(named.map(|word| format!("{path} names {word}")));
    }
    let bans = read("src-tauri/crates/domain/clippy.toml");
    for banned in ["std::fs::", "std::env::", "SystemTime::now", "Utc::now"] {
        if !bans.contains(banned) {
            against.push(format!("the domain's clippy.toml does not ban {banned}"));
        }
    }
    holds(
        "The domain has no clock, no file, no environment and no randomness.",
        &against,
    );
}

#[test]
fn only_the_two_programs_have_a_clock() {
    let programs = ["src-tauri/src/", "src-tauri/crates/cli/"];
    let clocks = ["Utc::now", "Local::now", "SystemTime::now"];
    holds(
        "Only the two programs have a clock.",
        &named_outside(&programs, RUST, &[".rs"], &clocks),
    );
}

#[test]
fn the_page_is_built_in_storeys() {
    let storeys = [
        (
            "ui/src/kit/",
            &["/desk/", "/view/", "/app/", "/bridge/"][..],
        ),
        ("ui/src/desk/", &["/view/", "/app/"][..]),
        ("ui/src/view/", &["/app/"][..]),
        (
            "ui/src/bridge/",
            &["/kit/", "/desk/", "/view/", "/app/"][..],
        ),
        ("ui/src/words/", &["/kit/", "/desk/", "/view/", "/app/"][..]),
    ];
    let mut against = Vec::new();
    for (storey, above) in storeys {
        let below = [storey];
        for Source { path, text } in sources(&below, &[".ts", ".tsx"]) {
            if is_test(&path) {
                continue;
            }
            let imports = text.lines().filter_map(|line| line.split_once(" from \""));
            for (_, from) in imports {
                if let Some(up) = above.iter().find(|up| from.contains(*up)) {
                    against.push(format!("{path} imports from {up}"));
                }
            }
        }
    }
    holds(
        "The kit knows no desk, a desk knows no view, and a view knows nothing of the app \
         around it.",
        &against,
    );
}

#[test]
fn nothing_opens_a_connection() {
    // The filter against sockets tries to make one, to tell whether it is in force.
    let home = ["src-tauri/src/sandbox.rs"];
    let rust = [
        "std::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "reqwest",
    ];
    let mut against = named_outside(&home, RUST, &[".rs"], &rust);
    let page = [
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
    ];
    against.extend(named_outside(&[], &["ui/src/"], &[".ts", ".tsx"], &page));
    holds("Nothing in the code opens a connection.", &against);
}

#[test]
fn the_page_never_turns_text_into_markup_or_code() {
    let ways = [
        "dangerouslySetInnerHTML",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "DOMParser",
        "eval",
        "new Function",
        "document.write",
    ];
    let against = named_outside(&[], &["ui/src/"], &[".ts", ".tsx"], &ways);
    holds("The page never turns text into markup or code.", &against);
}
