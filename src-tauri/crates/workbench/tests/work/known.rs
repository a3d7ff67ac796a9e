//! What was answered stays under the text that it was answered under, for ever.

use std::fs;
use std::path::{Path, PathBuf};

use domain::answer::Implementation;
use domain::assessment::{Assessment, Snapshot, Version};
use store::{Chain, Store};
use uuid::Uuid;
use vault::{Holder, Vault};
use workbench::{Work, Workbench};

use crate::place::*;

#[test]
fn an_assessment_keeps_the_edition_that_it_was_started_under() {
    let place = Place::new("edition");
    let clinic = Clinic::new(&place);
    let id = clinic.assessment;
    clinic.workbench.close().unwrap();
    // As if the program had had another edition built in on that day.
    let text = String::from_utf8(catalog::BUILT_IN.to_vec()).unwrap();
    let edition = workbench::built_in().unwrap().1.edition.clone();
    let older = text.replacen(&format!("\"{edition}\""), "\"2020.01\"", 1);
    let digest = vault::hex(&vault::sha256(older.as_bytes()));
    let mut store = open_store(&place);
    let mut assessment: Assessment = store.get(&id.to_string()).unwrap().unwrap();
    assessment.framework.digest.clone_from(&digest);
    assessment.framework.edition = "2020.01".into();
    store
        .change(Chain::Vault, now(), |change| {
            change.keep_framework(&digest, older.as_bytes())?;
            change.put(&assessment)
        })
        .unwrap();
    store.close().unwrap();

    let mut workbench = place.unlock().unwrap();
    assert_eq!(workbench.dossier(id).unwrap().framework.edition, "2020.01");
    assert_eq!(
        workbench.library().unwrap().assessments[0].edition,
        "2020.01"
    );
    assert_eq!(workbench.framework(&digest).unwrap().edition, "2020.01");
}

/// Opens a vault's rows below the workbench.
fn open_store(place: &Place) -> Store {
    let holder = Holder {
        program: "test".into(),
        host: String::new(),
        process: 1,
        since: now(),
    };
    let vault = Vault::unlock(&place.vault(), &passphrase(), holder).unwrap();
    Store::open(vault, Uuid::nil()).unwrap().0
}

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1")
}

/// A vault of a later format is a second fixture beside this one, never a new one in its
/// place. `AUSCULT_WRITE_FIXTURE=1` writes it where none is.
#[test]
fn the_known_vault_of_format_1_is_assessed_scored_and_printed() {
    if std::env::var_os("AUSCULT_WRITE_FIXTURE").is_some() && !fixture().exists() {
        let place = Place::new("fixture");
        let mut clinic = Clinic::new(&place);
        let controls: Vec<String> = clinic
            .dossier()
            .framework
            .controls()
            .map(|c| c.id.clone())
            .collect();
        clinic
            .answer(&controls[0], said(Implementation::Implemented, "In place"))
            .unwrap();
        clinic
            .answer(&controls[1], said(Implementation::Partial, "Half"))
            .unwrap();
        clinic.attach(&controls[0], "policy.txt", b"The policy of 2026");
        clinic
            .workbench
            .finalise(clinic.assessment, later(3))
            .unwrap();
        clinic.workbench.close().unwrap();
        for (path, bytes) in files(&place.vault()) {
            let target = fixture().join(path.strip_prefix(place.vault()).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
        fs::remove_file(fixture().join("lock")).unwrap();
    }
    let place = Place::new("known");
    for (path, bytes) in files(&fixture()) {
        let target = place.vault().join(path.strip_prefix(fixture()).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let store = open_store(&place);
    let version = store.all::<Version>().unwrap().remove(0);
    let snapshot: Snapshot = store.get(&version.id.to_string()).unwrap().unwrap();
    let digest = vault::hex(&vault::sha256(snapshot.state.as_bytes()));
    assert_eq!(
        digest, version.digest,
        "what was pinned is kept to the byte"
    );
    store.close().unwrap();
    let today = Work {
        now: later(60),
        ..work()
    };
    let mut workbench = Workbench::unlock(&place.vault(), &passphrase(), &today).unwrap();
    assert!(
        workbench.warnings().is_empty(),
        "{:?}",
        workbench.warnings()
    );
    let library = workbench.library().unwrap();
    let row = &library.assessments[0];
    assert_eq!(
        (row.organisation_name.as_str(), row.answered),
        ("Fenwick Clinic", 2)
    );
    let (dossier, standing) = workbench.standing(row.id).unwrap();
    assert_eq!(dossier.versions.len(), 1);
    assert!(standing.all.conformity.unwrap() > 0.0);
    let path = place.0.join("packet.pdf");
    write_packet(&mut workbench, row.id, &path, now()).unwrap();
    let evidence = dossier.evidence[0].id;
    workbench
        .save_copy(evidence, &place.0.join("policy.txt"), now())
        .unwrap();
    assert_eq!(
        fs::read(place.0.join("policy.txt")).unwrap(),
        b"The policy of 2026"
    );
    assert!(workbench.check_vault(now()).unwrap().is_sound());
}
