//! The vault at work: found wanting, held back, taken away, full of somebody else's doing.

use std::fs;

use domain::answer::Implementation;
use workbench::{Error, Workbench};

use crate::place::*;

fn control(clinic: &mut Clinic) -> String {
    clinic.first_control()
}

#[test]
fn a_lost_log_is_told_held_back_and_accepted_by_a_person() {
    let place = Place::new("held-back");
    let mut clinic = Clinic::new(&place);
    let control = control(&mut clinic);
    let mut clinic = clinic.reopen(&place);
    clinic
        .answer(&control, said(Implementation::Partial, "Lost"))
        .unwrap();
    let left = files(&place.vault());
    let assessment = clinic.assessment;
    drop(clinic);
    fs::remove_dir_all(place.vault()).unwrap();
    for (path, bytes) in left {
        if path.file_name().unwrap() != "vault.db-wal" {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let mut workbench = place.unlock().unwrap();
    assert!(workbench.is_held_back());
    let warnings = workbench.warnings();
    assert!(
        warnings.iter().any(|w| w.contains("saves are missing")),
        "{warnings:?}"
    );
    assert!(
        workbench.dossier(assessment).unwrap().answers.is_empty(),
        "it can be read"
    );
    let words = || said(Implementation::Partial, "Too soon");
    let subject = domain::answer::Subject::All;
    let held = workbench.answer(assessment, &control, subject, words(), later(2));
    assert!(matches!(
        held.map(|_| ()),
        Err(Error::Store(store::Error::NotAccepted))
    ));
    workbench.accept(later(3)).unwrap();
    assert!(workbench.warnings().is_empty());
    workbench
        .answer(assessment, &control, subject, words(), later(4))
        .unwrap();
    workbench.close().unwrap();
    let workbench = place.unlock().unwrap();
    assert!(!workbench.is_held_back());
    assert!(workbench.check_vault(now()).unwrap().is_sound());
}

#[test]
fn a_damaged_copy_of_the_header_is_made_good_and_said() {
    let place = Place::new("mend");
    place.create().close().unwrap();
    for name in ["header.json", "header.copy.json"] {
        let whole = fs::read(place.vault().join(name)).unwrap();
        fs::write(place.vault().join(name), b"{").unwrap();
        let workbench = place.unlock().unwrap();
        assert_eq!(workbench.warnings().len(), 1, "{:?}", workbench.warnings());
        assert!(workbench.check_vault(now()).unwrap().is_sound());
        assert_eq!(fs::read(place.vault().join(name)).unwrap(), whole);
    }
    assert!(place.unlock().unwrap().warnings().is_empty());
}

#[test]
fn a_vault_that_is_taken_away_while_open_saves_nothing_and_goes_on_when_it_is_back() {
    let place = Place::new("away");
    let mut clinic = Clinic::new(&place);
    let control = control(&mut clinic);
    clinic
        .answer(&control, said(Implementation::Partial, "Before"))
        .unwrap();
    let aside = place.0.join("aside");
    fs::rename(place.vault(), &aside).unwrap();
    let found = clinic.answer(&control, said(Implementation::Partial, "Meanwhile"));
    assert!(
        matches!(found, Err(Error::Store(store::Error::Unreachable))),
        "{found:?}"
    );
    let path = place.file("scan.pdf", b"bytes");
    let vault = clinic.workbench.vault();
    let taken = workbench::Taken::from_file(&vault, &path, &Default::default(), &mut |_, _| {});
    assert!(taken.is_err());
    drop(vault);
    fs::rename(&aside, place.vault()).unwrap();
    let dossier = clinic
        .answer(&control, said(Implementation::Partial, "After"))
        .unwrap();
    assert_eq!(dossier.answers.len(), 1);
    let mut clinic = clinic.reopen(&place);
    assert_eq!(clinic.dossier().answers[0].words.note, "After");
}

#[test]
fn a_second_workbench_is_refused_and_told_who_holds_the_vault() {
    let place = Place::new("second");
    let workbench = place.create();
    match place.unlock().map(|_| ()) {
        Err(Error::Vault(vault::Error::Held(Some(holder)))) => {
            assert_eq!((holder.program.as_str(), holder.since), ("test", now()));
            assert_eq!(holder.process, std::process::id());
        }
        other => panic!("{other:?}"),
    }
    drop(workbench);
    place.unlock().unwrap();
}

#[test]
fn the_whole_sample_is_sound_and_marked_as_the_sample() {
    let place = Place::new("sample");
    let folder = workbench::sample::folder(&place.0);
    let today = now().date_naive();
    let mut made = workbench::sample::open(&folder, today, &work()).unwrap();
    assert!(made.is_sample());
    assert!(made.check_vault(now()).unwrap().is_sound());
    let id = made.library().unwrap().assessments[0].id;
    let dossier = made.dossier(id).unwrap();
    let answered = |id: &str| dossier.answers.iter().any(|a| a.control == id);
    assert!(
        dossier.framework.controls().all(|c| answered(&c.id)),
        "every control is touched"
    );
    let words = [
        Implementation::Implemented,
        Implementation::Partial,
        Implementation::Planned,
        Implementation::Alternative,
        Implementation::NotReasonable,
        Implementation::NotImplemented,
        Implementation::NotApplicable,
        Implementation::Unknown,
    ];
    let is_there = |w| {
        dossier
            .answers
            .iter()
            .any(|a| a.words.implementation == Some(w))
    };
    assert!(words.into_iter().all(is_there), "every answer kind");
    assert!(
        dossier
            .framework
            .controls()
            .any(|c| dossier.is_split(&c.id))
    );
    assert!(
        dossier
            .answers
            .iter()
            .any(|a| a.words.implementation.is_none()),
        "some left open"
    );
    let files = dossier
        .evidence
        .iter()
        .filter(|e| e.attachment.is_some())
        .count();
    assert!(files >= 12, "{files}");
    assert_eq!(
        (
            dossier.systems.len(),
            dossier.sites.len(),
            dossier.vendors.len()
        ),
        (3, 2, 2)
    );
    made.close().unwrap();
    let again = workbench::sample::open(&folder, today, &work()).unwrap();
    assert!(again.is_sample());
}

#[test]
fn a_sample_that_was_never_finished_is_made_anew() {
    let place = Place::new("half-sample");
    let folder = workbench::sample::folder(&place.0);
    let phrase = vault::Passphrase::given(workbench::sample::PASSPHRASE.into());
    Workbench::create(&folder, &phrase, "Nobody", &work())
        .unwrap()
        .close()
        .unwrap();
    let made = workbench::sample::open(&folder, now().date_naive(), &work()).unwrap();
    assert!(made.is_sample());
    assert_ne!(made.person(), "Nobody");
}

#[test]
fn errors_tell_no_client_content_path_or_passphrase() {
    let place = Place::new("secret-folder-name");
    let mut clinic = Clinic::new(&place);
    let mut errors = vec![
        clinic
            .answer(
                "secret-control",
                said(Implementation::Partial, "secret-note"),
            )
            .map(|_| ()),
        place.unlock().map(|_| ()),
        Workbench::unlock(&place.0.join("secret-missing"), &passphrase(), &work()).map(|_| ()),
    ];
    let path = place.0.join("secret-missing/secret.pdf");
    errors
        .push(write_packet(&mut clinic.workbench, clinic.assessment, &path, now()).map(|_| ()));
    drop(clinic);
    let wrong = vault::Passphrase::given("secret passphrase".into());
    errors.push(Workbench::unlock(&place.vault(), &wrong, &work()).map(|_| ()));
    for error in errors {
        let error = error.unwrap_err();
        for told in [format!("{error:?}"), error.to_string()] {
            assert!(
                !told.contains("secret") && !told.contains("Clinic"),
                "{told}"
            );
        }
    }
}
