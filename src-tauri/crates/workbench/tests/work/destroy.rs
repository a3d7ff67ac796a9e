//! The end of one client: who may, what goes, what stays, and the certificate.

use std::fs;

use domain::assessment::EngagementKind;
use domain::packet::{Audience, PacketPlan};
use domain::retention::Retention;
use packet::Paper;
use vault::sha256;
use workbench::{Destroy, Destroyed, Error, TrailFilter};

use crate::place::*;

fn request(clinic: &Clinic) -> Destroy {
    Destroy {
        organisation: clinic.organisation,
        name: "Fenwick Clinic".to_owned(),
        reason: "The engagement ended.".to_owned(),
        early: false,
    }
}

fn destroy(
    place: &Place,
    clinic: &mut Clinic,
    request: &Destroy,
    today: &str,
) -> Result<Destroyed, Error> {
    let path = place.0.join("certificate.pdf");
    let at = (Paper::Letter, path.as_path());
    clinic.workbench.destroy(request, at, day(today), later(30))
}

fn refusal(done: Result<Destroyed, Error>) -> String {
    match done {
        Err(Error::Input(sentence)) => sentence,
        other => panic!("{other:?}"),
    }
}

/// A clinic that somebody from outside assesses, with evidence, beside another client who has
/// the same file.
fn two_clients(place: &Place) -> Clinic {
    let mut clinic = Clinic::new(place);
    change(&mut clinic, |assessment| {
        assessment.engagement.kind = EngagementKind::Independent;
    })
    .unwrap();
    let control = clinic.first_control();
    clinic.attach(&control, "shared.txt", b"what both have");
    clinic.attach(&control, "own.txt", b"what only Fenwick has");
    let other = clinic
        .workbench
        .save_organisation(new_organisation("Oakham Practice"), later(3))
        .unwrap();
    let start = workbench::Start {
        organisation: other,
        title: "Spring".into(),
        period: clinic.dossier().assessment.period,
        as_of: day("2026-11-24"),
        scope: domain::assessment::Scope::default(),
        engagement: domain::assessment::Engagement::default(),
        profile: Vec::new(),
    };
    let theirs = clinic.workbench.start_assessment(start, later(4)).unwrap();
    let ours = std::mem::replace(&mut clinic.assessment, theirs);
    clinic.attach(&control, "shared.txt", b"what both have");
    clinic.assessment = ours;
    clinic
}

#[test]
fn a_client_goes_with_a_certificate_and_the_other_client_keeps_everything() {
    let place = Place::new("destroy");
    let mut clinic = two_clients(&place);
    let library = clinic.workbench.library().unwrap();
    let theirs = library
        .assessments
        .iter()
        .find(|row| row.organisation != clinic.organisation)
        .unwrap()
        .id;
    // Each has a packet that left, a plan for the next one and a look of its own.
    for id in [theirs, clinic.assessment] {
        let path = place.0.join("packet.pdf");
        write_packet(&mut clinic.workbench, id, &path, later(5)).unwrap();
        let plan = PacketPlan::proposed(Audience::Client);
        let saved = clinic.workbench.save_packet_plan(id, plan, later(5));
        saved.unwrap();
        let of = clinic.workbench.dossier(id).unwrap().organisation.id;
        let saved = clinic.workbench.save_look(Some(of), "0b5563", "", later(5));
        saved.unwrap();
    }
    let (before, chain) = (
        clinic.workbench.dossier(theirs).unwrap(),
        clinic.workbench.chain_head(theirs).unwrap(),
    );
    let early = Destroy {
        early: true,
        ..request(&clinic)
    };
    let done = destroy(&place, &mut clinic, &early, "2026-11-24").unwrap();
    assert_eq!(done.name, "Fenwick Clinic");
    assert_eq!(done.unreached.len(), 3, "{:?}", done.unreached);

    let bench = &mut clinic.workbench;
    assert_eq!(bench.library().unwrap().organisations.len(), 1);
    assert!(matches!(
        bench.organisation(clinic.organisation),
        Err(Error::NotFound(_))
    ));
    assert_eq!(bench.look(Some(clinic.organisation)).unwrap().colour, "");
    let issued = bench.issued(None, None).unwrap();
    assert_eq!(issued.len(), 1, "the register forgets whom it was about");
    assert_eq!(issued[0].assessment, theirs);
    let their_look = bench.look(Some(before.organisation.id)).unwrap();
    assert_eq!(their_look.colour, "0b5563");
    assert_eq!(*bench.dossier(theirs).unwrap(), *before);
    assert_eq!(bench.chain_head(theirs).unwrap(), chain);
    assert_eq!(
        bench.vault().objects().unwrap().len(),
        1,
        "the shared file stays"
    );
    assert!(bench.check_vault(later(40)).unwrap().is_sound());

    let certificate = fs::read(place.0.join("certificate.pdf")).unwrap();
    assert_eq!(done.certificate.sha256, vault::hex(&sha256(&certificate)));
    let told = bench.trail(&TrailFilter::default(), 0, 200).unwrap();
    let destroyed = told
        .entries
        .iter()
        .filter(|row| row.entry.action == "destroy");
    let objects: Vec<_> = destroyed.map(|row| row.entry.object.clone()).collect();
    assert!(objects.contains(&done.certificate.sha256), "{objects:?}");

    let mut again = clinic.reopen(&place);
    assert!(again.workbench.check_vault(later(80)).unwrap().is_sound());
    assert_eq!(*again.workbench.dossier(theirs).unwrap(), *before);
}

#[test]
fn what_may_not_go_stays_and_the_sentence_says_why() {
    let place = Place::new("destroy_refused");
    let mut clinic = two_clients(&place);
    let asked = request(&clinic);
    let early = Destroy {
        early: true,
        ..asked.clone()
    };
    let today = "2026-11-24";
    let names = place.names();

    let refused = refusal(destroy(&place, &mut clinic, &asked, today));
    assert!(
        refused.contains("Confirm that this is a consultant's copy"),
        "{refused}"
    );
    let other_name = Destroy {
        name: "Fenwick".to_owned(),
        ..early.clone()
    };
    let refused = refusal(destroy(&place, &mut clinic, &other_name, today));
    assert!(refused.contains("to the letter"), "{refused}");
    let no_reason = Destroy {
        reason: " ".to_owned(),
        ..early.clone()
    };
    let refused = refusal(destroy(&place, &mut clinic, &no_reason, today));
    assert!(refused.contains("Write why"), "{refused}");

    let hold = Retention {
        hold: true,
        hold_reason: "Case 26-114".to_owned(),
        ..Retention::unsaid(clinic.organisation)
    };
    clinic.workbench.save_retention(hold, later(20)).unwrap();
    let refused = refusal(destroy(&place, &mut clinic, &early, "2040-01-01"));
    assert!(
        refused.contains("legal hold") && refused.contains("Case 26-114"),
        "{refused}"
    );
    let lifted = Retention {
        contract_until: Some(day("2026-11-23")),
        ..Retention::unsaid(clinic.organisation)
    };
    clinic.workbench.save_retention(lifted, later(21)).unwrap();

    change(&mut clinic, |assessment| {
        assessment.engagement.kind = EngagementKind::SelfAssessment;
    })
    .unwrap();
    let refused = refusal(destroy(&place, &mut clinic, &early, today));
    assert!(refused.contains("organisation's own records"), "{refused}");
    assert_eq!(place.names(), names, "no certificate was left");
    assert_eq!(clinic.workbench.library().unwrap().organisations.len(), 2);

    change(&mut clinic, |assessment| {
        assessment.engagement.kind = EngagementKind::Independent;
    })
    .unwrap();
    // The contract's term is past: nobody has to confirm anything.
    destroy(&place, &mut clinic, &asked, today).unwrap();
}

#[test]
fn a_hold_needs_its_reason() {
    let place = Place::new("destroy_hold");
    let mut clinic = Clinic::new(&place);
    let hold = Retention {
        hold: true,
        ..Retention::unsaid(clinic.organisation)
    };
    assert!(matches!(
        clinic.workbench.save_retention(hold, later(1)),
        Err(Error::Input(_))
    ));
}

#[test]
fn a_certificate_that_cannot_be_put_in_its_place_leaves_everything_as_it_was() {
    let place = Place::new("destroy_place");
    let mut clinic = two_clients(&place);
    let early = Destroy {
        early: true,
        ..request(&clinic)
    };
    let path = place.0.join("nowhere/certificate.pdf");
    let at = (Paper::Letter, path.as_path());
    let done = clinic
        .workbench
        .destroy(&early, at, day("2026-11-24"), later(30));
    assert!(matches!(done, Err(Error::File { .. })));
    assert_eq!(clinic.workbench.library().unwrap().organisations.len(), 2);
    assert_eq!(clinic.workbench.vault().objects().unwrap().len(), 2);
}

#[test]
fn an_interrupted_destruction_is_finished_when_the_vault_is_opened() {
    let place = Place::new("destroy_interrupted");
    let mut clinic = two_clients(&place);
    let early = Destroy {
        early: true,
        ..request(&clinic)
    };
    // Somebody still reads evidence, so the key cannot be changed now.
    let reading = clinic.workbench.vault();
    let generation = reading.generation();
    let done = destroy(&place, &mut clinic, &early, "2026-11-24").unwrap();
    assert!(
        done.unreached
            .last()
            .unwrap()
            .contains("lock it and open it again")
    );
    assert_eq!(reading.generation(), generation);
    drop(reading);
    let again = clinic.reopen(&place);
    assert!(again.workbench.vault().generation() > generation);
    assert_eq!(again.workbench.vault().objects().unwrap().len(), 1);
    assert!(again.workbench.check_vault(later(80)).unwrap().is_sound());
}
