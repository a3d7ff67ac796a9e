//! An assessment with all that belongs to it: names, links and the order of its lists.

use domain::answer::Implementation::*;
use domain::answer::{Observation, Subject};
use domain::evidence::{Bearing, Evidence, Strength};
use domain::framework::{Artefact, Control, Method};
use domain::id::{
    AssessmentId, ObservationId, OrganisationId, RequestId, SiteId, SystemId, VendorId,
};
use domain::organisation::{Agreement, System, Vendor};
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use uuid::Uuid;

use crate::bench::*;

fn system(subject: Subject, name: &str) -> System {
    let Subject::System(id) = subject else {
        panic!("{subject} is no system")
    };
    System {
        id,
        organisation: OrganisationId(Uuid::nil()),
        name: name.to_owned(),
        purpose: String::new(),
        users: String::new(),
        model_kind: String::new(),
        model_version: String::new(),
        hosting: String::new(),
        training_data: String::new(),
        inference_data: String::new(),
        vendor: None,
    }
}

fn vendor(id: u128, name: &str) -> Vendor {
    Vendor {
        id: VendorId(Uuid::from_u128(id)),
        organisation: OrganisationId(Uuid::nil()),
        name: name.to_owned(),
        service: String::new(),
        contact: String::new(),
        agreement: Agreement::default(),
    }
}

fn observation(id: u128, control: &str, on: &str) -> Observation {
    Observation {
        id: ObservationId(Uuid::from_u128(id)),
        assessment: AssessmentId(Uuid::nil()),
        control: control.to_owned(),
        subject: Subject::All,
        method: Method::Examine,
        procedure: String::new(),
        with_whom: String::new(),
        on: day(on),
        population: String::new(),
        sample: String::new(),
        result: String::new(),
        by: String::new(),
    }
}

fn request(id: u128, control: &str, artefact: &str) -> EvidenceRequest {
    EvidenceRequest {
        id: RequestId(Uuid::from_u128(id)),
        assessment: AssessmentId(Uuid::nil()),
        control: control.to_owned(),
        subject: Subject::All,
        artefact: artefact.to_owned(),
        origin: Origin::Catalogue,
        owners: Vec::new(),
        collection: String::new(),
        course: RequestCourse::default(),
    }
}

fn wants(id: &str, artefacts: &[&str]) -> Control {
    Control {
        evidence: artefacts
            .iter()
            .map(|&artefact| Artefact {
                artefact: artefact.to_owned(),
                owners: Vec::new(),
                collection: String::new(),
            })
            .collect(),
        ..per_system(id, "MAY", 3)
    }
}

/// An assessment whose lists stand in no order at all.
fn jumbled() -> Bench {
    let added = |on: &str| Evidence {
        added: noon(on),
        title: on.to_owned(),
        ..evidence()
    };
    let for_all = |bench: Bench, control: &str, on: &str| {
        bench.linked(
            control,
            Subject::All,
            Strength::Examined,
            Bearing::Supports,
            added(on),
        )
    };
    let bench = Bench::with(vec![wants("Z", &["b", "a"]), wants("A", &["c"])])
        .answer_for("A", SYSTEMS[0], said(Partial))
        .answer_for("A", SYSTEMS[1], said(Partial))
        .answer("Z", said(Partial));
    let bench = for_all(for_all(bench, "A", "2030-05-02"), "Z", "2030-05-01");
    let mut bench = for_all(bench, "A", "2030-04-01");
    let dossier = &mut bench.dossier;
    dossier.systems = vec![system(SYSTEMS[0], "triage"), system(SYSTEMS[1], "Scribe")];
    dossier.vendors = vec![vendor(1, "beta"), vendor(2, "Alpha")];
    dossier.observations = vec![
        observation(1, "A", "2030-05-01"),
        observation(2, "Z", "2030-06-01"),
        observation(3, "A", "2030-04-01"),
    ];
    dossier.requests = vec![
        request(1, "A", "c"),
        request(2, "Z", "something of their own"),
        request(3, "Z", "a"),
        request(4, "Z", "b"),
    ];
    bench
}

#[test]
fn every_list_is_put_into_an_order_for_readers() {
    let mut dossier = jumbled().dossier;
    dossier.put_in_order();
    let systems: Vec<&str> = dossier.systems.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(systems, ["Scribe", "triage"]);
    let vendors: Vec<&str> = dossier.vendors.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(vendors, ["Alpha", "beta"]);
    let answers: Vec<(&str, Subject)> = dossier
        .answers
        .iter()
        .map(|a| (a.control.as_str(), a.subject))
        .collect();
    assert_eq!(
        answers,
        [("Z", Subject::All), ("A", SYSTEMS[1]), ("A", SYSTEMS[0])]
    );
    let observed: Vec<u128> = dossier
        .observations
        .iter()
        .map(|o| o.id.0.as_u128())
        .collect();
    assert_eq!(observed, [2, 3, 1]);
    let evidence: Vec<&str> = dossier.evidence.iter().map(|e| e.title.as_str()).collect();
    assert_eq!(evidence, ["2030-04-01", "2030-05-01", "2030-05-02"]);
    let links: Vec<u128> = dossier.links.iter().map(|l| l.id.0.as_u128()).collect();
    assert_eq!(links, [2, 3, 1]);
    let wanted: Vec<&str> = dossier
        .requests
        .iter()
        .map(|r| r.artefact.as_str())
        .collect();
    assert_eq!(wanted, ["b", "a", "something of their own", "c"]);
}

#[test]
fn the_order_does_not_depend_on_the_order_before() {
    let mut one = jumbled().dossier;
    let mut other = one.clone();
    other.systems.reverse();
    other.answers.reverse();
    other.observations.reverse();
    other.evidence.reverse();
    other.links.reverse();
    other.requests.reverse();
    one.put_in_order();
    other.put_in_order();
    assert_eq!(one, other);
}

#[test]
fn a_subject_has_a_name_even_when_it_is_gone() {
    let dossier = jumbled().dossier;
    for (subject, name) in [
        (Subject::All, "All in scope"),
        (SYSTEMS[1], "Scribe"),
        (Subject::Vendor(VendorId(Uuid::from_u128(2))), "Alpha"),
        (
            Subject::Site(SiteId(Uuid::from_u128(9))),
            "no longer listed",
        ),
        (
            Subject::System(SystemId(Uuid::from_u128(9))),
            "no longer listed",
        ),
    ] {
        assert_eq!(dossier.subject_name(subject), name);
    }
}

#[test]
fn a_subject_is_read_as_it_is_written() {
    let id = Uuid::from_u128(5);
    for subject in [
        Subject::All,
        Subject::Site(SiteId(id)),
        Subject::System(SystemId(id)),
        Subject::Vendor(VendorId(id)),
    ] {
        assert_eq!(subject.to_string().parse(), Ok(subject));
    }
    for text in [
        "",
        "All",
        "site",
        "site:",
        "site:5",
        &format!("planet:{id}"),
    ] {
        assert!(text.parse::<Subject>().is_err(), "{text:?}");
    }
}

#[test]
fn a_request_is_open_until_it_was_settled_either_way() {
    use RequestState::*;
    for (state, open) in [
        (Wanted, true),
        (Asked, true),
        (Received, true),
        (Accepted, false),
        (Refused, false),
        (NotToBeHad, false),
    ] {
        assert_eq!(state.is_open(), open, "{state:?}");
    }
}
