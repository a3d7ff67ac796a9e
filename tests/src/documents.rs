//! What the pages say, held against what is there.

use crate::project::{Source, files, holds, read, root, sources};

/// The pages at the root, and those beside what they describe.
const PAGES: [&str; 11] = [
    "README.md",
    "PACKET.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "SECURITY.md",
    "CHANGELOG.md",
    "assets/catalogs/README.md",
    "src-tauri/crates/vault/FORMAT.md",
    "src-tauri/crates/store/FORMAT.md",
    "src-tauri/crates/cli/README.md",
];

#[test]
fn every_public_type_of_the_domain_has_a_heading_in_the_glossary() {
    let glossary = read("GLOSSARY.md");
    let headed = |name: &str| glossary.lines().any(|line| line == format!("### `{name}`"));
    let mut against = Vec::new();
    let mut count = 0;
    for Source { path, text } in sources(&["src-tauri/crates/domain/src/"], &[".rs"]) {
        let types = text.lines().filter_map(|line| {
            line.strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub enum "))
        });
        for declared in types {
            let name: String = declared
                .chars()
                .take_while(|c| c.is_alphanumeric())
                .collect();
            count += 1;
            if !headed(&name) {
                against.push(format!("{name} of {path} has none"));
            }
        }
    }
    assert!(count > 50, "the types of the domain were not found");
    holds(
        "Every public type of the domain has a heading in GLOSSARY.md.",
        &against,
    );
}

/// The sources that write or read the vault's bytes.
const OF_FORMAT: [&str; 12] = [
    "header.rs",
    "slot.rs",
    "way.rs",
    "code.rs",
    "key_file.rs",
    "rotation.rs",
    "stretch.rs",
    "derive.rs",
    "anchor.rs",
    "chunk.rs",
    "object.rs",
    "envelope.rs",
];

/// Returns the digest of the sources, whatever their comments and their layout.
fn digest_of_format() -> String {
    let mut bytes = Vec::new();
    for name in OF_FORMAT {
        let text = read(&format!("src-tauri/crates/vault/src/{name}"));
        let code = crate::project::code(&text);
        bytes.extend(
            code.chars()
                .filter(|c| !c.is_whitespace() && *c != ',')
                .collect::<String>()
                .bytes(),
        );
        bytes.push(0);
    }
    vault::hex(&vault::sha256(&bytes))
}

#[test]
fn the_format_page_carries_the_digest_of_the_sources_it_describes() {
    let page = read("src-tauri/crates/vault/FORMAT.md");
    let digest = digest_of_format();
    let against = if page.contains(&digest) {
        Vec::new()
    } else {
        vec![format!(
            "they changed: read FORMAT.md against {}, then write {digest} at its end",
            OF_FORMAT.join(", ")
        )]
    };
    holds(
        "FORMAT.md describes the sources that write the vault's bytes: it carries their digest.",
        &against,
    );
}

/// Returns what stands in backticks within a page.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2))
}

fn is_path(word: &str) -> bool {
    let tops = ["src-tauri/", "ui/", "tests/", "assets/", "scripts/", ".ci/"];
    tops.iter().any(|top| word.starts_with(top))
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || "/._-".contains(c))
}

fn is_test_name(word: &str) -> bool {
    word.matches('_').count() >= 3
        && word
            .chars()
            .all(|c| c.is_lowercase() || c == '_' || c.is_numeric())
}

#[test]
fn what_the_pages_name_is_there() {
    let rust = sources(&["src-tauri/", "tests/"], &[".rs"]);
    let package: serde_json::Value = serde_json::from_str(&read("package.json")).unwrap();
    let mut against = Vec::new();
    for page in PAGES {
        let text = read(page);
        let folder = root().join(page).parent().unwrap().to_owned();
        for word in quoted(&text) {
            let there = root().join(word).exists() || folder.join(word).exists();
            if is_path(word) && !there && !word.starts_with("ui/dist") {
                against.push(format!("{page} names the file {word}"));
            }
            let test = format!("fn {word}(");
            if is_test_name(word) && !rust.iter().any(|source| source.text.contains(&test)) {
                against.push(format!("{page} names the test {word}"));
            }
        }
        let commands = text
            .split("`npm ")
            .skip(1)
            .chain(text.split("\nnpm ").skip(1));
        for rest in commands {
            let rest = rest.strip_prefix("run ").unwrap_or(rest);
            let name: String = rest
                .chars()
                .take_while(|c| c.is_lowercase() || *c == ':')
                .collect();
            if package["scripts"][name.trim_end_matches(':')].is_null() {
                against.push(format!("{page} names the script {name}"));
            }
        }
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let target = link.split('#').next().unwrap();
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                against.push(format!("{page} links to {target}"));
            }
        }
    }
    holds(
        "A file, a test or an npm script that these pages name exists, and a link leads \
         somewhere.",
        &against,
    );
}

/// Returns the names of all fields that the command line prints: lists that begin with `id`.
fn fields() -> Vec<String> {
    let mut fields = Vec::new();
    for Source { text, .. } in sources(&["src-tauri/crates/cli/src/"], &[".rs"]) {
        let code: String = crate::project::code(&text)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        for list in code.split("[\"id\",").skip(1) {
            let names = list.split(']').next().unwrap().split(',');
            fields.extend(names.map(|name| name.trim_matches('"').to_owned()));
        }
    }
    fields.retain(|field| !field.is_empty());
    fields
}

#[test]
fn the_readme_tells_of_every_command_field_and_exit_code() {
    let help = read("src-tauri/crates/cli/src/arguments.rs");
    let readme = read("README.md");
    let mut against = Vec::new();
    let lines = help
        .lines()
        .filter_map(|line| line.strip_prefix("  auscult "));
    let mut count = 0;
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        let two = matches!(
            words[0],
            "vault" | "trail" | "bundle" | "retention" | "catalog"
        );
        let name = words
            .iter()
            .take(if two { 2 } else { 1 })
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        count += 1;
        if !readme.contains(&format!("`{name}")) {
            against.push(format!("the command {name} is missing"));
        }
        for option in words
            .iter()
            .filter_map(|w| w.trim_matches(['[', ']']).strip_prefix("--"))
        {
            if !readme.contains(&format!("--{option}")) {
                against.push(format!("the option --{option} is missing"));
            }
        }
    }
    assert!(
        count >= 12,
        "the help of the command line was not understood"
    );
    let (_, codes) = help.split_once("Exit codes: ").unwrap();
    let codes = codes.split('.').next().unwrap().split("; ");
    for code in codes.map(|code| code.split(' ').next().unwrap()) {
        if !readme.contains(&format!("| {code} |")) {
            against.push(format!("the exit code {code} is missing"));
        }
    }
    let fields = fields();
    assert!(
        fields.len() > 20,
        "the fields were not understood: {fields:?}"
    );
    for field in fields {
        if !readme.contains(&format!("`{field}`")) {
            against.push(format!("the field {field} is missing"));
        }
    }
    holds(
        "README.md tells of every command, JSON field and exit code of the command line.",
        &against,
    );
}

#[test]
fn the_architecture_page_is_short_enough_to_be_read() {
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(
        lines <= 250,
        "ARCHITECTURE.md has {lines} lines; nobody reads more than 250"
    );
    let missing: Vec<&str> = PAGES
        .into_iter()
        .filter(|page| !files().contains(&(*page).to_owned()))
        .collect();
    assert!(missing.is_empty(), "{missing:?} are missing");
}
