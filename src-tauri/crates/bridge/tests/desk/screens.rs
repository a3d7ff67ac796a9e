//! What each screen gets.

use std::fs;

use bridge::commands::*;
use bridge::request::*;
use bridge::view::*;
use bridge::{Desk, FaultCode, Nothing};
use domain::answer::{AnswerWords, Implementation, Subject};
use domain::evidence::Strength;
use domain::id::AssessmentId;
use domain::packet::{Audience, PacketPlan, PaperSize};

use crate::host::{Room, desk};

const PASSPHRASE: &str = "correct horse battery staple";

fn create(desk: &Desk, room: &Room, name: &str) -> Result<StatusView, bridge::Fault> {
    let request = CreateVaultRequest {
        folder: room.folder.join(name).to_string_lossy().into_owned(),
        passphrase: PASSPHRASE.to_owned(),
        person: "Robin Ashdown".to_owned(),
        key_file: None,
    };
    create_vault(desk, room, request)
}

fn open(
    desk: &Desk,
    room: &Room,
    name: &str,
    phrase: &str,
) -> Result<StatusView, bridge::Fault> {
    let request = UnlockRequest {
        folder: room.folder.join(name).to_string_lossy().into_owned(),
        passphrase: phrase.to_owned(),
        key_file: None,
        recovery_code: None,
    };
    unlock(desk, room, request)
}

/// Opens the sample and returns its assessment.
pub(crate) fn sample(desk: &Desk, room: &Room) -> AssessmentId {
    let status = open_sample(desk, room, Nothing {}).unwrap();
    assert!(status.vault.unwrap().sample);
    library(desk, room, Nothing {}).unwrap().assessments[0].id
}

pub(crate) fn attach(assessment: AssessmentId) -> AttachRequest {
    AttachRequest {
        assessment,
        control: Some("TEC-EN-3".to_owned()),
        subject: Subject::All,
        strength: Strength::Examined,
        dropped: None,
        redacts: None,
        task: "attach".to_owned(),
    }
}

#[test]
fn a_first_start_makes_a_vault_locks_it_and_unlocks_it_again() {
    let (desk, room) = (desk(), Room::new("first"));
    let first = status(&desk, &room, Nothing {}).unwrap();
    assert_eq!(first.state, VaultState::NoVault);
    assert!(first.recent.is_empty() && !first.sample_ready);
    let made = create(&desk, &room, "Clinic").unwrap();
    assert_eq!(made.state, VaultState::Unlocked);
    let vault = made.vault.unwrap();
    assert_eq!(
        (vault.name.as_str(), vault.person.as_str()),
        ("Clinic", "Robin Ashdown")
    );
    assert!(
        vault.folder.ends_with("Clinic.auscult"),
        "the ending is added"
    );
    assert!(vault.warnings.is_empty() && !vault.held_back);
    let locked = lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    assert_eq!(locked.state, VaultState::Locked);
    assert_eq!(
        locked.vault.unwrap().person,
        "",
        "a locked vault tells nobody's name"
    );
    let wrong = open(&desk, &room, "Clinic.auscult", "wrong").unwrap_err();
    assert_eq!(wrong.code, FaultCode::WrongPassphrase);
    let at_once = open(&desk, &room, "Clinic.auscult", PASSPHRASE).unwrap_err();
    assert_eq!(at_once.code, FaultCode::Wait, "wrong tries are slowed");
    let waiting = status(&desk, &room, Nothing {}).unwrap().vault.unwrap();
    assert_eq!(waiting.wait_seconds, 1);
    // The wait is this window's: another program knows none, and SECURITY.md says so.
    let desk = crate::host::desk();
    let opened = open(&desk, &room, "Clinic.auscult", PASSPHRASE).unwrap();
    assert_eq!(opened.state, VaultState::Unlocked);
    assert_eq!(opened.recent.len(), 1);
    assert!(opened.recent[0].present);
}

#[test]
fn without_an_open_vault_every_screen_is_locked() {
    let (desk, room) = (desk(), Room::new("locked"));
    let assessment = AssessmentId(uuid::Uuid::nil());
    let codes = [
        library(&desk, &room, Nothing {}).map(|_| ()),
        check_vault(
            &desk,
            &room,
            TaskRequest {
                task: "check".to_owned(),
            },
        )
        .map(|_| ()),
        accept_vault(&desk, &room, Nothing {}).map(|_| ()),
        overview(&desk, &room, AssessmentRequest { assessment }).map(|_| ()),
        shelf(&desk, &room, AssessmentRequest { assessment }).map(|_| ()),
        attach_files(&desk, &room, attach(assessment)).map(|_| ()),
    ]
    .map(|answered| answered.unwrap_err().code);
    assert_eq!(codes, [FaultCode::Locked; 6]);
}

#[test]
fn the_sample_is_one_click_and_is_found_again() {
    let (desk, room) = (desk(), Room::new("sample"));
    let assessment = sample(&desk, &room);
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    assert!(status(&desk, &room, Nothing {}).unwrap().sample_ready);
    assert_eq!(sample(&desk, &room), assessment);
}

#[test]
fn an_answer_comes_back_with_all_that_it_changed() {
    let (desk, room) = (desk(), Room::new("answer"));
    let assessment = sample(&desk, &room);
    let words = AnswerWords {
        implementation: Some(Implementation::NotImplemented),
        note: "Typed".to_owned(),
        ..AnswerWords::default()
    };
    let request = AnswerRequest {
        assessment,
        control: "TEC-EN-3".to_owned(),
        subject: Subject::All,
        words: words.clone(),
    };
    let answered = answer(&desk, &room, request).unwrap();
    assert_eq!(answered.control.answers[0].words, words);
    assert_eq!(answered.row.control, "TEC-EN-3");
    assert!(answered.row.answered && answered.row.noted && answered.row.finding.is_some());
    assert_eq!(
        answered.control.standing,
        answered
            .standing
            .items
            .iter()
            .find(|i| i.control == "TEC-EN-3")
            .unwrap()
            .clone()
    );
    let note = WorkingNoteRequest {
        assessment,
        control: "TEC-EN-3".to_owned(),
        subject: Subject::All,
        text: "Mine".to_owned(),
    };
    write_working_note(&desk, &room, note).unwrap();
    let request = ControlRequest {
        assessment,
        control: "TEC-EN-3".to_owned(),
    };
    assert_eq!(
        control(&desk, &room, request).unwrap().answers[0].working_note,
        "Mine"
    );
}

#[test]
fn of_several_files_each_says_for_itself_what_became_of_it() {
    let (desk, room) = (desk(), Room::new("attach"));
    let assessment = sample(&desk, &room);
    let good = room.file("scan\u{202e}fdp.exe", &vec![7; 9 << 20]);
    let same = room.file("same.pdf", &vec![7; 9 << 20]);
    let gone = room.folder.join("gone\u{202e}.pdf");
    let empty = room.folder.join("empty");
    fs::create_dir(&empty).unwrap();
    room.will_choose(&[&good, &gone, &empty, &same]);
    let files = attach_files(&desk, &room, attach(assessment))
        .unwrap()
        .files;
    let outcomes: Vec<AttachOutcome> = files.iter().map(|file| file.outcome).collect();
    use AttachOutcome::*;
    assert_eq!(outcomes, [Added, Failed, Failed, AlreadyThere]);
    assert_eq!(files[0].file_name, "scanfdp.exe");
    assert_eq!(files[1].file_name, "gone.pdf");
    for file in &files {
        let has_failed = file.outcome == Failed;
        assert_eq!(file.evidence.is_none(), has_failed);
        assert_eq!(!file.sentence.is_empty(), has_failed, "{}", file.sentence);
    }
    let told = room.told.lock().unwrap();
    assert!(
        told.iter()
            .any(|p| (p.file, p.files, p.done) == (1, 4, 9 << 20))
    );
    assert!(told.iter().all(|p| p.task == "attach" && p.done <= p.total));
}

#[test]
fn a_question_that_is_cancelled_changes_nothing() {
    let (desk, room) = (desk(), Room::new("cancelled"));
    let assessment = sample(&desk, &room);
    let entries = |desk: &Desk| {
        status(desk, &room, Nothing {})
            .unwrap()
            .vault
            .unwrap()
            .entries
    };
    let before = entries(&desk);
    assert!(
        choose_vault(&desk, &room, Nothing {})
            .unwrap()
            .folder
            .is_none()
    );
    assert!(
        attach_files(&desk, &room, attach(assessment))
            .unwrap()
            .files
            .is_empty()
    );
    let request = ExportPacketRequest {
        assessment,
        plan: PacketPlan::proposed(Audience::Client),
        to: String::new(),
    };
    assert!(export_packet(&desk, &room, request).unwrap().file.is_none());
    assert_eq!(entries(&desk), before);
}

#[test]
fn documents_go_where_the_person_chose() {
    let (desk, room) = (desk(), Room::new("documents"));
    let assessment = sample(&desk, &room);
    let packet = ExportPacketRequest {
        assessment,
        plan: PacketPlan::proposed(Audience::Client),
        to: "Their counsel".to_owned(),
    };
    let plan = ExportPlanRequest {
        assessment,
        format: PlanFormat::Pdf,
        paper: PaperSize::A4,
        to: String::new(),
    };
    let paper = PaperSize::A4;
    let path = |name| room.folder.join(name);
    room.will_choose(&[&path("packet.pdf")]);
    room.will_choose(&[&path("plan.pdf")]);
    room.will_choose(&[&path("checklist.pdf")]);
    for (written, name) in [
        (export_packet(&desk, &room, packet), "packet.pdf"),
        (export_plan(&desk, &room, plan), "plan.pdf"),
        (
            export_document(&desk, &room, ExportRequest { paper }),
            "checklist.pdf",
        ),
    ] {
        let (file, path) = (written.unwrap().file.unwrap(), path(name));
        assert_eq!(
            (file.name.as_str(), file.folder.as_str()),
            (name, room.folder.to_str().unwrap())
        );
        let bytes = fs::read(&path).unwrap();
        assert_eq!(file.sha256, vault::hex(&vault::sha256(&bytes)));
        assert!(file.pages.unwrap() > 1);
    }
}

#[test]
fn a_vault_locked_while_a_file_is_sealed_keeps_nothing_of_it() {
    let (desk, room) = (desk(), Room::new("locked-meanwhile"));
    let assessment = sample(&desk, &room);
    let vault = workbench::sample::folder(&room.folder.join("own"));
    let sealed = || fs::read_dir(vault.join("evidence")).unwrap().count();
    let before = sealed();
    let large = room.file("large.bin", &vec![9; 9 << 20]);
    room.will_choose(&[&large]);
    std::thread::scope(|scope| {
        let attached = scope.spawn(|| attach_files(&desk, &room, attach(assessment)));
        while room.told.lock().unwrap().is_empty() && !attached.is_finished() {
            std::thread::yield_now();
        }
        lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
        let file = attached.join().unwrap().unwrap().files.remove(0);
        // The file was quicker, or it was given up, or it found the vault locked.
        match file.outcome {
            AttachOutcome::Added => assert_eq!(sealed(), before + 1),
            outcome => {
                let is_locked = file.sentence.contains("locked");
                assert!(
                    outcome == AttachOutcome::Cancelled || is_locked,
                    "{}",
                    file.sentence
                );
                assert_eq!(sealed(), before);
            }
        }
    });
    assert_eq!(sample(&desk, &room), assessment, "the vault is free again");
    assert!(
        check_vault(
            &desk,
            &room,
            TaskRequest {
                task: "check".to_owned()
            }
        )
        .unwrap()
        .sound
    );
}

#[test]
fn a_copy_of_a_vault_on_the_same_computer_is_said_to_be_one() {
    let (desk, room) = (desk(), Room::new("copy"));
    create(&desk, &room, "Clinic").unwrap();
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    let (from, to) = (
        room.folder.join("Clinic.auscult"),
        room.folder.join("Copy.auscult"),
    );
    fs::create_dir_all(&to).unwrap();
    for entry in fs::read_dir(&from).unwrap().map(|entry| entry.unwrap()) {
        if entry.path().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    let copied = open(&desk, &room, "Copy.auscult", PASSPHRASE)
        .unwrap()
        .vault
        .unwrap();
    assert!(
        copied
            .warnings
            .iter()
            .any(|w| w.contains("copy of a vault")),
        "{:?}",
        copied.warnings
    );
    let original = open(&desk, &room, "Clinic.auscult", PASSPHRASE)
        .unwrap()
        .vault
        .unwrap();
    assert!(original.warnings.is_empty());
}

#[test]
fn one_damaged_header_does_not_hide_a_vault_from_the_list() {
    let (desk, room) = (desk(), Room::new("one-header"));
    create(&desk, &room, "Clinic").unwrap();
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    fs::remove_file(room.folder.join("Clinic.auscult/header.json")).unwrap();
    assert!(status(&desk, &room, Nothing {}).unwrap().recent[0].present);
    let opened = open(&desk, &room, "Clinic.auscult", PASSPHRASE)
        .unwrap()
        .vault
        .unwrap();
    assert_eq!(opened.warnings.len(), 1, "{:?}", opened.warnings);
}
