//! Files as evidence: what is taken, what is refused, and that no half is left.

use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use workbench::{CancelFlag, Error, Taken};

use crate::place::*;

/// Attaches a file to the first control.
fn attach(clinic: &mut Clinic, path: &Path) -> Result<domain::evidence::Evidence, Error> {
    let vault = clinic.workbench.vault();
    let control = clinic.first_control();
    let taken = Taken::from_file(&vault, path, &CancelFlag::default(), &mut |_, _| {})?;
    let target = clinic.target(&control);
    Ok(clinic.workbench.attach(taken, &target, later(1))?.evidence)
}

fn sealed(place: &Place) -> Vec<PathBuf> {
    let entries = fs::read_dir(place.vault().join("evidence")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_file_comes_out_of_the_vault_as_it_went_in_and_the_trail_knows() {
    let place = Place::new("out");
    let mut clinic = Clinic::new(&place);
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    let evidence = attach(&mut clinic, &place.file("scan.pdf", &bytes)).unwrap();
    let attachment = evidence.attachment.as_ref().unwrap();
    assert_eq!(attachment.length, bytes.len() as u64);
    assert_eq!(attachment.sha256, vault::hex(&vault::sha256(&bytes)));
    let before = clinic.workbench.head().unwrap().entries;
    let copy = place.0.join("copy.pdf");
    clinic
        .workbench
        .save_copy(evidence.id, &copy, later(2))
        .unwrap();
    assert!(fs::read(copy).unwrap() == bytes);
    assert_eq!(clinic.workbench.head().unwrap().entries, before + 1);
}

#[test]
fn a_file_that_is_gone_a_folder_or_a_pipe_is_refused() {
    let place = Place::new("kinds");
    let mut clinic = Clinic::new(&place);
    let gone = attach(&mut clinic, &place.0.join("gone.pdf"));
    assert!(matches!(gone, Err(Error::File { .. })), "{gone:?}");
    let below = attach(&mut clinic, &place.file("file", b"x").join("below"));
    assert!(matches!(below, Err(Error::File { .. })), "{below:?}");
    refused(attach(&mut clinic, &place.0));
    #[cfg(unix)]
    refused(attach(&mut clinic, Path::new("/dev/zero")));
    assert!(clinic.dossier().evidence.is_empty() && sealed(&place).is_empty());
}

#[test]
fn a_file_that_grows_or_shrinks_while_it_is_read_is_not_kept() {
    let place = Place::new("grows");
    let mut clinic = Clinic::new(&place);
    let vault = clinic.workbench.vault();
    for change in ["grow", "shrink", "rewrite"] {
        let path = place.file("log.csv", vec![7; 5 << 20]);
        let changed = Cell::new(false);
        let mut progress = |_, _| {
            if !changed.replace(true) {
                let mut file = fs::File::options().append(true).open(&path).unwrap();
                match change {
                    "grow" => file.write_all(b"one more line").unwrap(),
                    "shrink" => file.set_len(3 << 20).unwrap(),
                    _ => file.set_modified(later(60).into()).unwrap(),
                }
            }
        };
        let taken = Taken::from_file(&vault, &path, &CancelFlag::default(), &mut progress);
        assert!(
            matches!(taken.map(|_| ()), Err(Error::SourceChanged)),
            "{change}"
        );
    }
    assert!(sealed(&place).is_empty());
    assert!(clinic.dossier().evidence.is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_that_is_removed_while_it_is_read_is_whole_all_the_same() {
    let place = Place::new("vanishes");
    let clinic = Clinic::new(&place);
    let vault = clinic.workbench.vault();
    let path = place.file("photo.jpg", vec![7; 5 << 20]);
    let mut progress = |_, _| {
        let _ = fs::remove_file(&path);
    };
    let taken = Taken::from_file(&vault, &path, &CancelFlag::default(), &mut progress);
    assert!(taken.is_ok(), "an open file is there until it is closed");
}

#[test]
fn a_cancelled_attachment_leaves_nothing() {
    let place = Place::new("cancel");
    let clinic = Clinic::new(&place);
    let vault = clinic.workbench.vault();
    let path = place.file("video.mp4", vec![7; 5 << 20]);
    let cancel = CancelFlag::default();
    let taken = Taken::from_file(&vault, &path, &cancel, &mut |_, _| cancel.cancel());
    assert!(matches!(taken.map(|_| ()), Err(Error::Cancelled)));
    assert!(sealed(&place).is_empty());
}

#[test]
fn an_attachment_for_nothing_that_is_there_leaves_nothing() {
    let place = Place::new("nowhere");
    let mut clinic = Clinic::new(&place);
    let path = place.file("scan.pdf", b"bytes");
    let vault = clinic.workbench.vault();
    let taken =
        Taken::from_file(&vault, &path, &CancelFlag::default(), &mut |_, _| {}).unwrap();
    let target = clinic.target("NO-SUCH-1");
    let early = clinic.workbench.check_target(&target);
    assert!(matches!(early, Err(Error::NotFound("control"))));
    assert!(clinic.workbench.attach(taken, &target, later(1)).is_err());
    assert!(sealed(&place).is_empty());
}

#[test]
fn an_empty_file_is_evidence_too() {
    let place = Place::new("empty");
    let mut clinic = Clinic::new(&place);
    let evidence = attach(&mut clinic, &place.file("empty.txt", b"")).unwrap();
    assert_eq!(evidence.attachment.as_ref().unwrap().length, 0);
    let copy = place.0.join("copy.txt");
    clinic
        .workbench
        .save_copy(evidence.id, &copy, later(2))
        .unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"");
}

#[test]
fn names_of_any_kind_are_taken_and_shown_safely() {
    let place = Place::new("names-of-files");
    let mut clinic = Clinic::new(&place);
    for (number, (name, shown)) in [
        ("x".repeat(251) + ".pdf", "x".repeat(251) + ".pdf"),
        (
            "invoice\u{202e}fdp.exe".to_owned(),
            "invoicefdp.exe".to_owned(),
        ),
        (
            "line\nbreak\u{7}.txt".to_owned(),
            "linebreak.txt".to_owned(),
        ),
        (
            "العربية 漢字 👩🏽‍⚕️.csv".to_owned(),
            "العربية 漢字 👩🏽‍⚕️.csv".to_owned(),
        ),
        ("--help".to_owned(), "--help".to_owned()),
        (" ".to_owned(), "unnamed file".to_owned()),
    ]
    .into_iter()
    .enumerate()
    {
        let evidence = attach(&mut clinic, &place.file(&name, number.to_string())).unwrap();
        assert_eq!(evidence.title, shown);
        assert_eq!(evidence.attachment.unwrap().file_name, shown);
    }
    let path = place.0.join("packet.pdf");
    write_packet(&mut clinic.workbench, clinic.assessment, &path, later(2)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_large_file_is_attached_in_constant_memory() {
    let place = Place::new("large");
    let mut clinic = Clinic::new(&place);
    let length = (2 << 30) + 12_345_u64;
    let path = place.file("disk.img", b"");
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_len(length)
        .unwrap();
    let before = peak_kib();
    let evidence = attach(&mut clinic, &path).unwrap();
    assert_eq!(evidence.attachment.unwrap().length, length);
    let grown = peak_kib().saturating_sub(before);
    assert!(
        grown < 256 << 10,
        "{grown} KiB more at the peak, other tests' included"
    );
}

/// Returns the most memory that this process ever held.
#[cfg(target_os = "linux")]
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
