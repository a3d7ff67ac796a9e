//! Bundles between two vaults: what leaves comes in whole, and nothing comes in half.

use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use domain::answer::{Implementation, Subject};
use domain::organisation::Organisation;
use uuid::Uuid;
use workbench::{
    BundleError, BundleKey, BundleSeal, Error, Work, Workbench, look_into_bundle, read_bundle,
};

use crate::place::*;

const GO_ON: ControlFlow<()> = ControlFlow::Continue(());

/// A clinic with an answer, a private note, evidence and a version made final.
fn clinic(place: &Place) -> Clinic {
    let mut clinic = Clinic::new(place);
    let control = clinic.first_control();
    clinic
        .answer(
            &control,
            said(Implementation::Partial, "The door was open."),
        )
        .unwrap();
    clinic
        .workbench
        .write_working_note(
            clinic.assessment,
            &control,
            Subject::All,
            "Ask Dana again.",
            later(3),
        )
        .unwrap();
    clinic.attach(&control, "policy.txt", b"the policy");
    clinic.attach(&control, "log.bin", &vec![7; 3 << 20]);
    clinic
        .workbench
        .finalise(clinic.assessment, later(4))
        .unwrap();
    clinic
}

fn own_seal() -> BundleSeal {
    BundleSeal::to_passphrase(PASSPHRASE.to_owned(), false).unwrap()
}

fn key() -> BundleKey {
    BundleKey::new(PASSPHRASE.to_owned(), None).unwrap()
}

fn make(place: &Place, clinic: &mut Clinic, seal: &BundleSeal) -> PathBuf {
    let path = place.0.join("handed.over");
    let bundle = clinic
        .workbench
        .begin_bundle(clinic.assessment, later(5))
        .unwrap();
    assert_eq!(bundle.bytes(), (3 << 20) + 10);
    let made = bundle.write(seal, &path, &mut |_| GO_ON).unwrap();
    assert!(
        !path.exists(),
        "it is in its place once the trail knows of it"
    );
    let done = clinic.workbench.end_bundle(made, later(5)).unwrap();
    assert_eq!(
        done.sha256,
        vault::hex(&vault::sha256(&fs::read(&path).unwrap()))
    );
    path
}

/// A vault of somebody else, with nothing in it.
fn colleague(place: &Place) -> Workbench {
    let work = Work {
        device: Uuid::from_u128(9),
        ..work()
    };
    let folder = place.0.join("Colleague.auscult");
    Workbench::create(&folder, &passphrase(), "Kim Hale", &work).unwrap()
}

fn take(workbench: &mut Workbench, path: &Path) -> Result<String, Error> {
    let vault = workbench.vault();
    let taken = read_bundle(&vault, path, &key(), &mut |_, _| GO_ON)?;
    drop(vault);
    workbench.take_in(taken, later(6))
}

fn is_sound(workbench: &Workbench) -> bool {
    workbench.check_vault(later(9)).unwrap().is_sound()
}

fn refusal(error: Error) -> String {
    match error {
        Error::Input(sentence) => sentence,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_assessment_comes_into_another_vault_with_every_word_and_file() {
    let (place, theirs) = (Place::new("bundle"), Place::new("bundle_theirs"));
    let mut clinic = clinic(&place);
    let path = make(&place, &mut clinic, &own_seal());
    let mut other = colleague(&theirs);

    let found = look_into_bundle(&path, &key(), &mut |_, _| GO_ON).unwrap();
    assert_eq!(found.made_by(), "Robin Ashdown");
    assert_eq!(found.content().organisation.name, "Fenwick Clinic");
    assert_eq!(other.why_not_taken(&found).unwrap(), None);
    assert!(
        other.library().unwrap().assessments.is_empty(),
        "looking takes nothing"
    );

    assert_eq!(take(&mut other, &path).unwrap(), "Fenwick Clinic");
    let (ours, here) = (clinic.dossier(), other.dossier(clinic.assessment).unwrap());
    assert_eq!(*here, *ours);
    assert_eq!(here.versions, ours.versions);
    let control = ours.answers[0].control.clone();
    let note = other.working_note(clinic.assessment, &control, Subject::All);
    assert_eq!(note.unwrap(), "Ask Dana again.");
    for evidence in &here.evidence {
        let mut bytes = Vec::new();
        let (_, reader) = other.open_evidence(evidence.id).unwrap();
        reader.unwrap().read_to_end(&mut bytes).unwrap();
        let sha256 = &evidence.attachment.as_ref().unwrap().sha256;
        assert_eq!(*sha256, vault::hex(&vault::sha256(&bytes)));
    }
    assert!(is_sound(&other) && is_sound(&clinic.workbench));

    let twice = refusal(take(&mut other, &path).unwrap_err());
    assert!(twice.contains("has the assessment already"), "{twice}");
    assert_eq!(
        other.vault().objects().unwrap().len(),
        2,
        "nothing is left of the second try"
    );
    other.close().unwrap();
}

#[test]
fn an_organisation_that_is_there_keeps_what_it_has_and_one_of_another_name_is_refused() {
    let (place, theirs) = (
        Place::new("bundle_known"),
        Place::new("bundle_known_theirs"),
    );
    let mut clinic = clinic(&place);
    let path = make(&place, &mut clinic, &own_seal());
    let mut other = colleague(&theirs);
    let ours: Organisation = clinic.dossier().organisation.clone();
    let known = Organisation {
        name: "Renamed Clinic".to_owned(),
        contact: "their own contact".to_owned(),
        ..ours.clone()
    };
    other.save_organisation(known.clone(), later(1)).unwrap();
    let why = refusal(take(&mut other, &path).unwrap_err());
    assert!(why.contains("Renamed Clinic"), "{why}");
    let known = Organisation {
        name: ours.name.clone(),
        ..known
    };
    other.save_organisation(known.clone(), later(2)).unwrap();
    assert_eq!(take(&mut other, &path).unwrap(), "Fenwick Clinic");
    let here = other.organisation(ours.id).unwrap();
    assert_eq!(here.organisation, known, "what was there is as it was");
    assert_eq!(here.sites.len(), 2);
    assert!(is_sound(&other));
}

#[test]
fn a_bundle_that_is_stopped_or_fails_leaves_nothing_on_either_side() {
    let (place, theirs) = (
        Place::new("bundle_stopped"),
        Place::new("bundle_stopped_theirs"),
    );
    let mut clinic = clinic(&place);
    let before = place.names();
    let bundle = clinic
        .workbench
        .begin_bundle(clinic.assessment, later(5))
        .unwrap();
    let path = place.0.join("handed.over");
    let stopped = bundle.write(&own_seal(), &path, &mut |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(place.names(), before);

    let path = make(&place, &mut clinic, &own_seal());
    let mut other = colleague(&theirs);
    let vault = other.vault();
    let stopped = read_bundle(&vault, &path, &key(), &mut |done, total| {
        assert_eq!(total, (3 << 20) + 10);
        if done > 1 << 20 {
            ControlFlow::Break(())
        } else {
            GO_ON
        }
    });
    assert!(matches!(stopped.err(), Some(Error::Cancelled)));
    assert_eq!(vault.objects().unwrap().len(), 0);

    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let altered = theirs.file("altered", &bytes);
    let refused = read_bundle(&vault, &altered, &key(), &mut |_, _| GO_ON).err();
    assert!(
        matches!(refused, Some(Error::Bundle(BundleError::Altered))),
        "{refused:?}"
    );
    assert_eq!(vault.objects().unwrap().len(), 0);
    drop(vault);
    assert!(other.library().unwrap().organisations.is_empty());
    assert!(is_sound(&other));
}

#[test]
fn a_wrong_passphrase_a_folder_and_a_weak_passphrase_are_told_apart() {
    let place = Place::new("bundle_keys");
    let mut clinic = clinic(&place);
    let path = make(&place, &mut clinic, &own_seal());
    let wrong = BundleKey::new("something else entirely".to_owned(), None).unwrap();
    let look = |path: &Path, key: &BundleKey| {
        look_into_bundle(path, key, &mut |_, _| GO_ON)
            .err()
            .unwrap()
    };
    assert!(matches!(
        look(&path, &wrong),
        Error::Bundle(BundleError::WrongPassphrase)
    ));
    assert!(matches!(
        look(&place.vault(), &key()),
        Error::Bundle(BundleError::NotABundle)
    ));
    assert!(matches!(
        BundleSeal::to_passphrase("short".to_owned(), true),
        Err(Error::Vault(vault::Error::WeakPassphrase(_)))
    ));
    let no_identity = place.file("identity.txt", "nothing of the kind");
    let with = BundleKey::new(String::new(), Some(&no_identity)).unwrap();
    assert!(matches!(
        look(&path, &with),
        Error::Bundle(BundleError::NeedsPassphrase)
    ));
}
