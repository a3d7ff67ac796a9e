//! Making an assessment final: what is pinned stays, what changes is the next version.

use domain::answer::Implementation;
use domain::assessment::Stage;

use crate::place::*;

fn final_clinic(place: &Place) -> (Clinic, String) {
    let mut clinic = Clinic::new(place);
    let control = clinic.first_control();
    clinic
        .answer(&control, said(Implementation::Partial, "Half"))
        .unwrap();
    let (dossier, _) = clinic
        .workbench
        .finalise(clinic.assessment, later(2))
        .unwrap();
    let digest = dossier.versions[0].digest.clone();
    (clinic, digest)
}

/// Returns the digest of the state that is shown now.
fn shown(clinic: &mut Clinic) -> String {
    let state = serde_json::to_string(&*clinic.dossier()).unwrap();
    vault::hex(&vault::sha256(state.as_bytes()))
}

#[test]
fn what_is_shown_of_a_final_assessment_has_the_pinned_digest_for_ever() {
    let place = Place::new("pinned");
    let (mut clinic, digest) = final_clinic(&place);
    assert_eq!(shown(&mut clinic), digest);
    // What changes about the organisation later is not of this version.
    let mut organisation = clinic.dossier().organisation.clone();
    organisation.name = "Renamed Clinic".into();
    clinic
        .workbench
        .save_organisation(organisation, later(3))
        .unwrap();
    clinic
        .workbench
        .save_system(new_system(clinic.organisation, "New model"), later(3))
        .unwrap();
    assert_eq!(shown(&mut clinic), digest);
    let mut clinic = clinic.reopen(&place);
    assert_eq!(shown(&mut clinic), digest);
    assert_eq!(clinic.dossier().assessment.stage, Stage::Final);
    let text = words_of(&packet_of(&mut clinic, later(4)).pages);
    assert!(text.contains("Fenwick Clinic") && !text.contains("Renamed Clinic"));
}

#[test]
fn a_change_of_a_final_assessment_opens_the_next_version_with_what_is_true_now() {
    let place = Place::new("next");
    let (mut clinic, _) = final_clinic(&place);
    let mut organisation = clinic.dossier().organisation.clone();
    organisation.name = "Renamed Clinic".into();
    clinic
        .workbench
        .save_organisation(organisation, later(3))
        .unwrap();
    let control = clinic
        .dossier()
        .framework
        .controls()
        .nth(1)
        .unwrap()
        .id
        .clone();
    let dossier = clinic
        .answer(&control, said(Implementation::Partial, "More"))
        .unwrap();
    assert_eq!(
        (dossier.assessment.stage, dossier.assessment.version),
        (Stage::Draft, 2)
    );
    assert_eq!(dossier.organisation.name, "Renamed Clinic");
    assert_eq!(*clinic.dossier(), *dossier);
    let (dossier, _) = clinic
        .workbench
        .finalise(clinic.assessment, later(5))
        .unwrap();
    let numbers: Vec<u32> = dossier.versions.iter().map(|v| v.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_ne!(dossier.versions[0].digest, dossier.versions[1].digest);
}

#[test]
fn what_changes_nothing_opens_no_version() {
    let place = Place::new("no-version");
    let (mut clinic, digest) = final_clinic(&place);
    let control = clinic.first_control();
    let dossier = clinic
        .answer(&control, said(Implementation::Partial, "Half"))
        .unwrap();
    assert_eq!(
        (dossier.assessment.stage, dossier.assessment.version),
        (Stage::Final, 1)
    );
    let assessment = clinic.assessment;
    clinic
        .workbench
        .write_working_note(
            assessment,
            &control,
            domain::answer::Subject::All,
            "mine",
            later(3),
        )
        .unwrap();
    let path = place.0.join("packet.pdf");
    write_packet(&mut clinic.workbench, assessment, &path, later(3)).unwrap();
    assert_eq!(shown(&mut clinic), digest);
    refused(clinic.workbench.finalise(assessment, later(4)));
}
