//! Files that leave the vault: whole or not at all, and never over what is not to be lost.

use std::fs;
use std::path::Path;

use packet::Paper;
use workbench::{Error, Exported, print_checklist};

use crate::place::*;

fn checklist(path: &Path) -> Result<Exported, Error> {
    print_checklist(Paper::Letter, path, now())
}

#[test]
fn an_existing_file_is_replaced_whole() {
    let place = Place::new("exists");
    let path = place.file("out.pdf", b"what was there before");
    checklist(&path).unwrap();
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert_eq!(place.names(), ["out.pdf"]);
}

#[test]
fn a_folder_in_the_files_place_is_refused_and_left() {
    let place = Place::new("folder");
    let path = place.0.join("out.pdf");
    fs::create_dir(&path).unwrap();
    refused(checklist(&path));
    refused(checklist(Path::new("/")));
    refused(checklist(Path::new("")));
    assert!(path.is_dir());
    assert_eq!(place.names(), ["out.pdf"]);
}

#[test]
fn a_missing_folder_is_not_made() {
    let place = Place::new("missing");
    let found = checklist(&place.0.join("missing/out.pdf"));
    assert!(matches!(&found, Err(Error::File { action, .. }) if action.contains("not there")));
    let below = checklist(&place.file("file", b"x").join("out.pdf"));
    assert!(matches!(below, Err(Error::File { .. })));
    assert_eq!(place.names(), ["file"]);
}

#[test]
fn a_write_protected_file_is_left_as_it_is() {
    let place = Place::new("protected");
    let path = place.file("out.pdf", b"signed and sent");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let sentence = refused(checklist(&path));
    assert!(sentence.contains("write-protected"), "{sentence}");
    assert_eq!(fs::read(&path).unwrap(), b"signed and sent");
    assert_eq!(place.names(), ["out.pdf"]);
}

#[test]
fn a_name_that_is_too_long_or_impossible_leaves_nothing() {
    let place = Place::new("long");
    for name in ["x".repeat(300), "a\0b".to_owned()] {
        let found = checklist(&place.0.join(name));
        assert!(matches!(found, Err(Error::File { .. })), "{found:?}");
    }
    checklist(&place.0.join("x".repeat(255))).unwrap();
    assert_eq!(place.names(), ["x".repeat(255)]);
}

#[cfg(unix)]
#[test]
fn a_device_is_not_replaced_by_a_document() {
    use std::os::unix::fs::FileTypeExt;
    refused(checklist(Path::new("/dev/full")));
    assert!(
        fs::metadata("/dev/full")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let place = Place::new("link");
    let file = place.file("real.pdf", b"old");
    let link = place.0.join("link.pdf");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    checklist(&link).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    assert_eq!(place.names(), ["link.pdf", "real.pdf"]);
}

#[test]
fn a_strangers_file_beside_it_is_not_touched() {
    let place = Place::new("stranger");
    place.file(".out.pdf.part", b"somebody else's");
    checklist(&place.0.join("out.pdf")).unwrap();
    assert_eq!(
        fs::read(place.0.join(".out.pdf.part")).unwrap(),
        b"somebody else's"
    );
    assert_eq!(place.names(), [".out.pdf.part", "out.pdf"]);
}

#[test]
fn a_document_leaves_a_trace_and_one_that_was_not_written_none() {
    let place = Place::new("trace");
    let mut clinic = Clinic::new(&place);
    let id = clinic.assessment;
    let before = clinic.workbench.head().unwrap().entries;
    let nowhere = place.0.join("missing/plan.pdf");
    assert!(write_plan(&mut clinic.workbench, id, &nowhere, later(1)).is_err());
    assert_eq!(clinic.workbench.head().unwrap().entries, before);
    let path = place.0.join("plan.pdf");
    write_plan(&mut clinic.workbench, id, &path, later(1)).unwrap();
    assert_eq!(clinic.workbench.head().unwrap().entries, before + 2);
    let issued = clinic
        .workbench
        .issued(None, Some(clinic.assessment))
        .unwrap();
    assert_eq!(issued.len(), 1, "only what left is in the register");
}

#[test]
fn damaged_evidence_is_not_saved_as_a_copy() {
    let place = Place::new("damaged-copy");
    let mut clinic = Clinic::new(&place);
    let control = clinic.first_control();
    let evidence = clinic.attach(&control, "file", &vec![7; 3 << 20]).evidence;
    let sealed = fs::read_dir(place.vault().join("evidence"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut bytes = fs::read(&sealed).unwrap();
    let last = bytes.len() - 5;
    bytes[last] ^= 1;
    fs::write(&sealed, bytes).unwrap();
    let path = place.file("copy", b"what was there before");
    let found = clinic.workbench.save_copy(evidence.id, &path, later(2));
    assert!(
        matches!(found, Err(Error::Vault(vault::Error::Tampered { .. }))),
        "{found:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), b"what was there before");
    assert_eq!(place.names(), ["Clinic.auscult", "copy"]);
}

#[test]
fn nothing_is_put_among_the_files_of_a_vault() {
    let place = Place::new("into-the-vault");
    let clinic = Clinic::new(&place);
    drop(clinic);
    let vault = place.vault();
    let database = fs::read(vault.join("vault.db")).unwrap();
    for name in [
        "vault.db",
        "header.json",
        "packet.pdf",
        "evidence/packet.pdf",
    ] {
        let fault = checklist(&vault.join(name)).unwrap_err().to_string();
        assert!(fault.contains("inside a vault's folder"), "{name}: {fault}");
    }
    let link = place.0.join("link.pdf");
    #[cfg(unix)]
    std::os::unix::fs::symlink(vault.join("vault.db"), &link).unwrap();
    #[cfg(unix)]
    assert!(checklist(&link).is_err());
    assert_eq!(fs::read(vault.join("vault.db")).unwrap(), database);
    assert!(!vault.join("packet.pdf").exists());
}
