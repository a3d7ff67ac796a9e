//! Bad input: refused with a sentence that says what to do, and nothing is changed by it.

use domain::answer::Subject;
use domain::assessment::{Engagement, Period, ProfileAnswer, Scope};
use domain::evidence::EvidenceDescription;
use domain::id::{OrganisationId, SystemId};
use domain::organisation::{Agreement, AgreementState};
use domain::request::{EvidenceRequest, RequestState};
use uuid::Uuid;
use workbench::{Error, Start, Workbench};

use crate::place::*;

#[test]
fn names_and_titles_are_asked_for() {
    let place = Place::new("names");
    let mut clinic = Clinic::new(&place);
    let organisation = clinic.organisation;
    let w = &mut clinic.workbench;
    refused(w.save_organisation(new_organisation(" \t"), later(1)));
    refused(w.save_site(new_site(organisation, ""), later(1)));
    refused(w.save_system(new_system(organisation, "\n"), later(1)));
    let mut person = new_person(organisation);
    person.name.clear();
    refused(w.save_person(person, later(1)));
    let mut vendor = new_vendor(organisation);
    vendor.name.clear();
    refused(w.save_vendor(vendor, later(1)));
    refused(change(&mut clinic, |a| a.title = "  ".into()));
}

#[test]
fn a_vault_is_made_for_somebody() {
    let place = Place::new("somebody");
    refused(Workbench::create(
        &place.vault(),
        &passphrase(),
        "  ",
        &work(),
    ));
    assert!(place.names().is_empty());
}

#[test]
fn dates_in_the_wrong_order_are_refused() {
    let place = Place::new("dates");
    let mut clinic = Clinic::new(&place);
    let backwards = Period {
        from: day("2026-12-01"),
        to: day("2026-11-30"),
    };
    let sentence = refused(change(&mut clinic, |a| a.period = backwards));
    assert!(sentence.contains("two dates"), "{sentence}");
    let agreement = Agreement {
        state: AgreementState::Signed,
        signed: Some(day("2026-05-02")),
        until: Some(day("2026-05-01")),
        remarks: String::new(),
    };
    let mut vendor = new_vendor(clinic.organisation);
    vendor.agreement = agreement.clone();
    refused(clinic.workbench.save_vendor(vendor, later(1)));
    refused(change(&mut clinic, |a| a.engagement.agreement = agreement));
    let control = clinic.first_control();
    let evidence = clinic.attach(&control, "file", b"bytes").evidence;
    for description in [
        EvidenceDescription {
            covers_from: Some(day("2026-02-01")),
            covers_to: Some(day("2026-01-01")),
            ..evidence.description.clone()
        },
        EvidenceDescription {
            effective: Some(day("2026-02-01")),
            valid_until: Some(day("2026-01-01")),
            ..evidence.description.clone()
        },
    ] {
        let mut changed = evidence.clone();
        changed.description = description;
        refused(clinic.workbench.save_evidence(changed, None, later(2)));
    }
    assert_eq!(clinic.dossier().evidence, [evidence]);
}

#[test]
fn a_scope_or_profile_that_is_not_the_organisations_own_is_refused() {
    let place = Place::new("scope");
    let mut clinic = Clinic::new(&place);
    let stranger = SystemId(Uuid::from_u128(1));
    refused(change(&mut clinic, |a| a.scope.systems.push(stranger)));
    let answer = ProfileAnswer {
        question: "no-such".into(),
        subject: Subject::All,
        option: "yes".into(),
    };
    refused(change(&mut clinic, |a| a.profile.push(answer)));
    let start = Start {
        organisation: OrganisationId(Uuid::from_u128(1)),
        title: "Nobody's".into(),
        period: Period {
            from: day("2026-01-01"),
            to: day("2026-01-02"),
        },
        as_of: day("2026-01-02"),
        scope: Scope::default(),
        engagement: Engagement::default(),
        profile: Vec::new(),
    };
    let started = clinic.workbench.start_assessment(start, later(1));
    assert!(matches!(started, Err(Error::NotFound("organisation"))));
    let site = new_site(OrganisationId(Uuid::from_u128(1)), "Nowhere");
    let saved = clinic.workbench.save_site(site, later(1));
    assert!(matches!(saved, Err(Error::NotFound("organisation"))));
}

#[test]
fn reasons_are_asked_for_where_something_is_refused_or_withdrawn() {
    let place = Place::new("reasons");
    let mut clinic = Clinic::new(&place);
    let control = clinic.first_control();
    let mut request = clinic.dossier().requests[0].clone();
    let save = |clinic: &mut Clinic, request: &EvidenceRequest| {
        let requests = vec![request.clone()];
        clinic
            .workbench
            .save_requests(request.assessment, requests, later(1))
    };
    for state in [RequestState::Refused, RequestState::NotToBeHad] {
        request.course.state = state;
        refused(save(&mut clinic, &request));
    }
    request.course.state = RequestState::Received;
    request.course.evidence = vec![domain::id::EvidenceId(Uuid::from_u128(1))];
    let unknown = save(&mut clinic, &request);
    assert!(matches!(unknown, Err(Error::NotFound("evidence"))));
    let evidence = clinic.attach(&control, "file", b"bytes").evidence;
    refused(
        clinic
            .workbench
            .withdraw_evidence(evidence.id, " ", later(2)),
    );
    clinic
        .answer(
            &control,
            said(domain::answer::Implementation::NotImplemented, ""),
        )
        .unwrap();
    let finding = clinic.dossier().findings[0].clone();
    let response = domain::finding::Response {
        course: domain::finding::ResponseCourse::WillNot,
        ..finding.response
    };
    refused(
        clinic
            .workbench
            .save_response(finding.id, String::new(), response, later(3)),
    );
}
