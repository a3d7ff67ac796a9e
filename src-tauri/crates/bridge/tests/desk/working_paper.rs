//! The evidence plan as a file, and a workbook that came back.

use bridge::FaultCode;
use bridge::commands::*;
use bridge::request::*;
use domain::packet::PaperSize;
use uuid::Uuid;

use crate::host::{Room, desk};
use crate::screens::sample;

#[test]
fn a_plan_leaves_and_comes_back_and_a_reading_counts_once_and_until_the_vault_is_closed() {
    let (desk, room) = (desk(), Room::new("working-paper"));
    let assessment = sample(&desk, &room);
    let export = |format| ExportPlanRequest {
        assessment,
        format,
        paper: PaperSize::A4,
        to: "the clinic".to_owned(),
    };
    let path = room.folder.join("plan.xlsx");
    room.will_choose(&[]);
    let cancelled = export_plan(&desk, &room, export(PlanFormat::Xlsx)).unwrap();
    assert!(cancelled.file.is_none() && !path.exists());
    room.will_choose(&[&path]);
    let written = export_plan(&desk, &room, export(PlanFormat::Xlsx)).unwrap();
    let file = written.file.unwrap();
    assert_eq!((file.name.as_str(), file.pages), ("plan.xlsx", None));
    let read = || read_plan(&desk, &room, AssessmentRequest { assessment });
    room.will_choose(&[]);
    let nothing = read().unwrap();
    assert_eq!((nothing.file, nothing.unchanged), (None, 0));
    room.will_choose(&[&path]);
    let view = read().unwrap();
    assert_eq!(view.file.as_deref(), Some("plan.xlsx"));
    assert!(view.changes.is_empty() && view.refused.is_empty() && view.notes.is_empty());
    let token = view.token;
    let apply = |token| apply_plan(&desk, &room, ApplyPlanRequest { token });
    let all = apply(token).unwrap().requests.len();
    assert_eq!(view.unchanged as usize, all);
    for unknown in [token, Uuid::nil()] {
        assert_eq!(apply(unknown).unwrap_err().code, FaultCode::Input);
    }
    room.will_choose(&[&path]);
    let token = read().unwrap().token;
    desk.close().unwrap();
    let _ = sample(&desk, &room);
    assert_eq!(apply(token).unwrap_err().code, FaultCode::Input);
}

#[test]
fn what_is_no_workbook_is_refused_with_what_to_do() {
    let (desk, room) = (desk(), Room::new("no-workbook"));
    let assessment = sample(&desk, &room);
    let read = || read_plan(&desk, &room, AssessmentRequest { assessment });
    let csv = room.file("plan.csv", b"State;Due date\nReceived;soon\n");
    let torn = room.file("plan.xlsx", b"PK\x03\x04xl/workbook.xml");
    let folder = room.folder.clone();
    let gone = room.folder.join("gone.xlsx");
    for path in [csv, torn, folder, gone] {
        room.will_choose(&[&path]);
        let fault = read().unwrap_err();
        assert!(fault.message.ends_with('.'), "{fault:?}");
        assert!(!fault.message.contains('/'), "{fault:?}");
    }
}
