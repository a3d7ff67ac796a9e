//! The program killed in the middle of attaching: what was acknowledged is there, the rest
//! is as if it had never begun, and the vault is clean.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;
use std::process::Stdio;

use crate::place::*;

/// Bytes of the file whose attaching is killed.
const LARGE: usize = 48 << 20;

/// Returns how many bytes lie in files of evidence that are not whole yet, and how many
/// objects are whole.
fn evidence(vault: &Path) -> (u64, usize) {
    let (mut half, mut whole) = (0, 0);
    for entry in fs::read_dir(vault.join("evidence")).unwrap().flatten() {
        let is_half = entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "tmp");
        match entry.metadata() {
            Ok(metadata) if metadata.is_file() && is_half => half += metadata.len(),
            Ok(metadata) if metadata.is_file() => whole += 1,
            _ => {}
        }
    }
    (half, whole)
}

#[test]
fn attaching_that_is_killed_anywhere_loses_nothing_that_was_acknowledged() {
    let (place, id) = Place::with_sample("kill");
    let control = ["--control", "TEC-EN-3"];
    let attach = |files: &[&str]| {
        let words = [&["attach", "...", "--assessment", &id], &control[..], files].concat();
        place.command(&words)
    };
    let mut acknowledged: Vec<String> = Vec::new();
    let mut was_half = false;
    let points = [0, 1, 1 << 20, 7 << 20, 20 << 20, 47 << 20, u64::MAX];
    for (round, point) in points.into_iter().enumerate() {
        let small = format!("small-{round}.txt");
        let bytes = format!("acknowledged {round}");
        place.file(&small, &bytes);
        assert!(attach(&[&small]).output().unwrap().status.success());
        acknowledged.push(vault::hex(&vault::sha256(bytes.as_bytes())));

        // Other bytes each time, so that none is found to be there already.
        place.file("large.bin", vec![round as u8; LARGE]);
        let (_, before) = evidence(&place.vault());
        let mut child = attach(&["large.bin"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Until so much is sealed, or, at the last point, until all is and no row yet
        // names it; whichever comes first, the program's end included.
        loop {
            let (half, whole) = evidence(&place.vault());
            let is_reached = if point == u64::MAX {
                whole > before
            } else {
                half >= point
            };
            if is_reached || child.try_wait().unwrap().is_some() {
                break;
            }
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        was_half |= evidence(&place.vault()).0 > 0;

        let checked = place.run("vault check ...");
        assert_eq!(checked.code, 0, "round {round}: {checked:?}");
        assert_eq!(evidence(&place.vault()).0, 0, "temporary files are swept");
        let mut workbench = place.unlock();
        let dossier = workbench.dossier(id.parse().unwrap()).unwrap();
        for sha256 in &acknowledged {
            let is_there = dossier
                .evidence
                .iter()
                .any(|e| e.attachment.as_ref().is_some_and(|a| a.sha256 == *sha256));
            assert!(is_there, "round {round}");
        }
        workbench.close().unwrap();
    }
    assert!(was_half, "at least one kill came in the middle");
}

/// Returns how many bytes lie in a folder.
#[cfg(unix)]
fn bytes(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).unwrap().flatten();
    files
        .filter_map(|file| file.metadata().ok())
        .map(|file| file.len())
        .sum()
}

#[cfg(unix)]
#[test]
fn a_record_that_is_interrupted_leaves_nothing_behind() {
    let (place, id) = Place::with_sample("interrupt");
    place.file("large.bin", vec![7; LARGE]);
    let attach = [
        "attach",
        "...",
        "--assessment",
        &id,
        "--control",
        "TEC-EN-3",
        "large.bin",
    ];
    assert!(place.command(&attach).output().unwrap().status.success());
    let folder = place.0.join("out");
    fs::create_dir(&folder).unwrap();
    let record = [
        "record",
        "...",
        "--assessment",
        &id,
        "--out",
        "out/record.zip",
    ];
    for wish in ["-INT", "-TERM"] {
        let mut child = place
            .command(&record)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        while bytes(&folder) < 4 << 20 && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let pid = child.id().to_string();
        assert!(
            Command::new("kill")
                .args([wish, &pid])
                .status()
                .unwrap()
                .success()
        );
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{wish}: {said}");
        assert!(said.contains("Nothing was kept"), "{wish}: {said}");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "{wish}");
    }
    assert_eq!(
        place.run("issued ...").out.lines().count(),
        1,
        "the register has no entry"
    );
}
