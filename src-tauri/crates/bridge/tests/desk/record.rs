//! A packet of record, as the window makes and verifies it.

use std::fs;

use bridge::commands::*;
use bridge::request::*;
use bridge::view::{RecordFault, Verdict};
use bridge::{Desk, FaultCode};
use domain::id::{AssessmentId, EvidenceId};
use domain::packet::{Audience, IssueKind, PacketPlan};

use crate::host::{Room, desk};
use crate::screens::sample;

fn some_evidence(desk: &Desk, room: &Room, assessment: AssessmentId) -> Vec<EvidenceId> {
    let audience = Audience::Client;
    let request = PacketRequest {
        assessment,
        audience,
    };
    let offered = packet_plan(desk, room, request).unwrap().candidates;
    offered.iter().take(2).map(|row| row.evidence).collect()
}

fn asked(assessment: AssessmentId, evidence: Vec<EvidenceId>) -> RecordRequest {
    RecordRequest {
        task: "record".to_owned(),
        assessment,
        plans: vec![PacketPlan::proposed(Audience::Leadership)],
        evidence,
        data: true,
        evidence_plan: false,
        to: "The board".to_owned(),
    }
}

fn verifying() -> TaskRequest {
    TaskRequest {
        task: "verify".to_owned(),
    }
}

#[test]
fn a_record_is_made_where_the_person_wants_it_and_verified_with_and_without_a_vault() {
    let (desk, room) = (desk(), Room::new("record"));
    let id = sample(&desk, &room);
    let evidence = some_evidence(&desk, &room, id);
    assert_eq!(evidence.len(), 2);
    room.will_choose(&[]);
    let none = export_record(&desk, &room, asked(id, evidence.clone())).unwrap();
    assert!(none.file.is_none());

    let path = room.folder.join("record.zip");
    room.will_choose(&[&path]);
    let file = export_record(&desk, &room, asked(id, evidence))
        .unwrap()
        .file
        .unwrap();
    assert_eq!((file.name.as_str(), file.pages), ("record.zip", None));
    let told = room.told.lock().unwrap().last().cloned().unwrap();
    assert_eq!((told.task.as_str(), told.done), ("record", told.total));
    let request = IssuedRequest {
        organisation: None,
        assessment: Some(id),
    };
    let register = issued(&desk, &room, request).unwrap();
    let [issue] = register.issues.as_slice() else {
        panic!("{:?}", register.issues)
    };
    assert_eq!(
        (issue.kind, &issue.sha256),
        (IssueKind::Record, &file.sha256)
    );

    room.will_choose(&[&path]);
    let sound = verify_record(&desk, &room, verifying()).unwrap();
    assert_eq!(sound.verdict, Verdict::Sound, "{:?}", sound.differences);
    assert_eq!(sound.file.as_deref(), Some("record.zip"));
    assert_eq!(sound.signer, register.fingerprint);
    assert!(sound.signer_known.is_some() && sound.facts.len() > 5);
    desk.close().unwrap();
    room.will_choose(&[&path]);
    let elsewhere = verify_record(&desk, &room, verifying()).unwrap();
    assert_eq!(elsewhere.verdict, Verdict::Sound);
    assert_eq!(elsewhere.signer_known, None);
}

#[test]
fn one_changed_byte_is_named_and_what_is_no_record_is_called_none() {
    let (desk, room) = (desk(), Room::new("record-changed"));
    let id = sample(&desk, &room);
    let path = room.folder.join("record.zip");
    room.will_choose(&[&path]);
    export_record(&desk, &room, asked(id, Vec::new())).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes[4_000] ^= 1;
    fs::write(&path, bytes).unwrap();
    room.will_choose(&[&path]);
    let found = verify_record(&desk, &room, verifying()).unwrap();
    assert_eq!(found.verdict, Verdict::Differs);
    let named: Vec<(&str, RecordFault)> = (found.differences.iter())
        .map(|difference| (difference.name.as_str(), difference.kind))
        .collect();
    assert_eq!(named, [("packets/leadership.pdf", RecordFault::Changed)]);

    room.will_choose(&[&room.file("letter.txt", b"Dear auditor")]);
    let letter = verify_record(&desk, &room, verifying()).unwrap();
    assert_eq!(letter.verdict, Verdict::NotARecord);
    room.will_choose(&[]);
    let none = verify_record(&desk, &room, verifying()).unwrap();
    assert!(none.file.is_none());
    room.will_choose(&[&room.folder.join("gone.zip")]);
    let fault = verify_record(&desk, &room, verifying()).unwrap_err();
    assert!(!fault.message.contains("gone.zip"));
    assert_eq!(fault.code, FaultCode::Other);
}
