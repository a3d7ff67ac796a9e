//! What leaves and what ends, as the window asks for it.

use bridge::commands::*;
use bridge::request::*;
use bridge::{Desk, FaultCode, Nothing};
use domain::id::{AssessmentId, OrganisationId};

use crate::host::{Room, desk};
use crate::screens::sample;

const SECRET: &str = "seven lanterns on a quiet pier";

fn export(assessment: AssessmentId, recipient: Option<&str>) -> BundleRequest {
    BundleRequest {
        assessment,
        passphrase: SECRET.to_owned(),
        recipient: recipient.map(str::to_owned),
        format: BundleFormat::Own,
        task: "bundle".to_owned(),
    }
}

fn client(desk: &Desk, room: &Room) -> OrganisationId {
    library(desk, room, Nothing {}).unwrap().organisations[0].id
}

fn destroy(organisation: OrganisationId, name: &str) -> DestroyRequest {
    DestroyRequest {
        organisation,
        name: name.to_owned(),
        reason: "It ended.".to_owned(),
        early: true,
    }
}

#[test]
fn a_bundle_is_made_where_the_person_wants_it_and_refused_where_it_came_from() {
    let (desk, room) = (desk(), Room::new("bundle"));
    let id = sample(&desk, &room);
    room.will_choose(&[]);
    assert!(
        export_bundle(&desk, &room, export(id, None))
            .unwrap()
            .file
            .is_none()
    );
    let fault = export_bundle(&desk, &room, export(id, Some("age1x"))).unwrap_err();
    assert_eq!(fault.code, FaultCode::Input);

    let path = room.folder.join("handed.over");
    room.will_choose(&[&path]);
    let file = export_bundle(&desk, &room, export(id, None))
        .unwrap()
        .file
        .unwrap();
    assert_eq!((file.name.as_str(), file.pages), ("handed.over", None));
    let told = room.told.lock().unwrap().last().cloned().unwrap();
    assert_eq!((told.task.as_str(), told.done), ("bundle", told.total));

    let open = |passphrase: &str, take| OpenBundleRequest {
        file: path.to_string_lossy().into_owned(),
        passphrase: passphrase.to_owned(),
        identity: None,
        take,
        task: "open".to_owned(),
    };
    let looked = open_bundle(&desk, &room, open(SECRET, false)).unwrap();
    assert!(
        looked
            .refused
            .unwrap()
            .contains("has the assessment already")
    );
    assert!(looked.answers > 0 && looked.evidence > 0 && looked.taken.is_none());
    let fault = open_bundle(&desk, &room, open(SECRET, true)).unwrap_err();
    assert_eq!(fault.code, FaultCode::Input);
    let fault = open_bundle(&desk, &room, open("another one", false)).unwrap_err();
    assert_eq!(fault.code, FaultCode::WrongPassphrase);
}

#[test]
fn without_a_place_for_the_certificate_nothing_is_destroyed() {
    let (desk, room) = (desk(), Room::new("destroy"));
    sample(&desk, &room);
    let id = client(&desk, &room);
    let kept = retention(&desk, &room, OrganisationRequest { organisation: id }).unwrap();
    assert!(kept.refused.is_none() && kept.early.is_some() && !kept.rows.is_empty());
    room.will_choose(&[]);
    let done = destroy_organisation(&desk, &room, destroy(id, &kept.name)).unwrap();
    assert!(done.certificate.is_none());
    assert_eq!(client(&desk, &room), id);

    let held = RetentionRequest {
        organisation: id,
        hold: true,
        hold_reason: "Case 26-114".to_owned(),
        contract_until: None,
    };
    let view = save_retention(&desk, &room, held).unwrap();
    assert!(view.refused.unwrap().contains("Case 26-114"));
    let fault = destroy_organisation(&desk, &room, destroy(id, &kept.name)).unwrap_err();
    assert!(fault.message.contains("legal hold"));
    let lifted = RetentionRequest {
        organisation: id,
        hold: false,
        hold_reason: String::new(),
        contract_until: None,
    };
    save_retention(&desk, &room, lifted).unwrap();
    let path = room.folder.join("end.pdf");
    room.will_choose(&[&path]);
    let done = destroy_organisation(&desk, &room, destroy(id, &kept.name)).unwrap();
    assert_eq!(done.unreached.len(), 3, "{:?}", done.unreached);
    assert!(path.is_file() && done.certificate.unwrap().pages >= Some(2));
    assert!(
        library(&desk, &room, Nothing {})
            .unwrap()
            .organisations
            .is_empty()
    );
}
