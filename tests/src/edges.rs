//! Which crate leans on which, by the manifests and by the table in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::project::{holds, read, root};

/// What one crate leans on: own crates, and packages from outside.
#[derive(Debug, Default, PartialEq, Eq)]
struct Edges {
    own: BTreeSet<String>,
    outside: BTreeSet<String>,
}

/// Reads the table.
fn allowed() -> BTreeMap<String, Edges> {
    let page = read("ARCHITECTURE.md");
    let (_, table) = page
        .split_once("| Crate | Own crates | Outside packages |")
        .unwrap();
    let list = |cell: &str| -> BTreeSet<String> {
        let names = cell.split(',').map(|name| name.trim().to_owned());
        names.filter(|name| name != "–").collect()
    };
    let rows = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let edges = Edges {
            own: list(cells[2]),
            outside: list(cells[3]),
        };
        (cells[1].to_owned(), edges)
    })
    .collect()
}

/// Asks the manifests. What a test alone leans on does not count.
fn actual() -> BTreeMap<String, Edges> {
    let asked = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(asked.status.success(), "cargo metadata failed");
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap().to_owned();
    let own: BTreeSet<String> = packages.iter().map(name).collect();
    let edges = |package: &serde_json::Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let counted = dependencies.filter(|d| d["kind"] != "dev").map(name);
        let (own, outside) = counted.partition(|name| own.contains(name));
        Edges { own, outside }
    };
    packages
        .iter()
        .map(|package| (name(package), edges(package)))
        .collect()
}

#[test]
fn each_crate_leans_on_what_the_table_says() {
    let (allowed, actual) = (allowed(), actual());
    let mut against = Vec::new();
    for (name, edges) in &actual {
        let Some(listed) = allowed.get(name) else {
            against.push(format!("{name} is not in the table"));
            continue;
        };
        for (kind, is, may) in [
            ("the crate", &edges.own, &listed.own),
            ("the package", &edges.outside, &listed.outside),
        ] {
            for more in is.difference(may) {
                against.push(format!(
                    "{name} leans on {kind} {more}, which the table does not say"
                ));
            }
            for less in may.difference(is) {
                against.push(format!(
                    "{name} does not lean on {kind} {less}, which the table says"
                ));
            }
        }
    }
    let gone = allowed.keys().filter(|name| !actual.contains_key(*name));
    against.extend(gone.map(|name| format!("{name} is in the table and is no crate")));
    holds(
        "The crates and packages that each crate leans on are those of the table in \
         ARCHITECTURE.md.",
        &against,
    );
}
