//! Evidence at the desk: shown, pasted, dropped, redacted.

use std::fs;
use std::path::PathBuf;

use bridge::commands::*;
use bridge::request::*;
use bridge::view::*;
use bridge::{Desk, EvidenceId, FaultCode, Nothing, Pasted};
use domain::answer::Subject;
use domain::evidence::{Evidence, EvidenceLink, Phi, Strength};
use domain::id::AssessmentId;

use crate::host::{Room, desk};
use crate::screens::{attach, sample};

/// Attaches files and returns what became of them.
fn attached(
    desk: &Desk,
    room: &Room,
    assessment: AssessmentId,
    paths: &[PathBuf],
) -> Vec<AttachedFile> {
    let paths: Vec<_> = paths.iter().map(PathBuf::as_path).collect();
    room.will_choose(&paths);
    attach_files(desk, room, attach(assessment)).unwrap().files
}

/// Attaches a file and returns the item that it became.
fn item(desk: &Desk, room: &Room, assessment: AssessmentId, path: PathBuf) -> Evidence {
    let mut files = attached(desk, room, assessment, &[path]);
    files.remove(0).evidence.unwrap()
}

fn shown(desk: &Desk, room: &Room, evidence: EvidenceId) -> PreviewView {
    preview(desk, room, EvidenceRequestById { evidence }).unwrap()
}

fn paste(assessment: AssessmentId) -> AttachPastedRequest {
    AttachPastedRequest {
        assessment,
        control: Some("TEC-EN-3".to_owned()),
        subject: Subject::All,
        strength: Strength::Examined,
        task: "paste".to_owned(),
    }
}

/// A picture of one colour, as a file: 8 by 4 pixels.
fn picture() -> Vec<u8> {
    let mut file = b"BM".to_vec();
    let bytes = 8 * 4 * 3_u32;
    for number in [54 + bytes, 0, 54, 40, 8, 4] {
        file.extend(number.to_le_bytes());
    }
    file.extend([1, 0, 24, 0]);
    for number in [0, bytes, 0, 0, 0, 0] {
        file.extend(u32::to_le_bytes(number));
    }
    file.extend(vec![200; bytes as usize]);
    file
}

#[test]
fn evidence_is_shown_as_what_its_bytes_are() {
    let (desk, room) = (desk(), Room::new("preview"));
    let assessment = sample(&desk, &room);
    let show = |name: &str, bytes: &[u8]| {
        let item = item(&desk, &room, assessment, room.file(name, bytes));
        (item.id, shown(&desk, &room, item.id))
    };
    let (photo, view) = show("photo.txt", &picture());
    assert_eq!((view.kind, view.total), (PreviewKind::Picture, 1));
    assert_eq!((view.pages[0].width, view.pages[0].height), (8, 4));
    let page = preview_page(&desk, &room, photo, 1, None).unwrap();
    assert!(page.starts_with(b"\x89PNG"), "a page gets a file made here");
    let (_, view) = show("users.csv", b"Name;Role\nAsh;Lead\n");
    assert_eq!((view.kind, view.total), (PreviewKind::Table, 2));
    assert_eq!(view.rows[1], ["Ash", "Lead"]);
    let (note, view) = show("note.log", b"one\ntwo");
    assert_eq!(
        (view.kind, view.text.as_str()),
        (PreviewKind::Text, "one\ntwo")
    );
    assert!(preview_page(&desk, &room, note, 1, None).is_none());
    let (_, view) = show("odd.csv", &[0, 1, 2, 3, 4]);
    assert_eq!(view.kind, PreviewKind::Unshown);
    assert!(view.sentence.contains("Save a copy"), "{}", view.sentence);
}

#[test]
fn a_page_that_was_drawn_is_not_drawn_again_until_the_vault_is_locked() {
    let (desk, room) = (desk(), Room::new("drawn"));
    let assessment = sample(&desk, &room);
    let photo = item(&desk, &room, assessment, room.file("p.bmp", &picture())).id;
    shown(&desk, &room, photo);
    let times = || *room.shown.lock().unwrap();
    assert_eq!(times(), 1);
    for _ in 0..3 {
        assert!(preview_page(&desk, &room, photo, 1, None).is_some());
    }
    assert_eq!(times(), 1, "looking at a picture draws it");
    assert!(preview_page(&desk, &room, photo, 1, Some(100)).is_some());
    assert_eq!(times(), 2, "a wider one than was drawn is drawn anew");
    lock(&desk, &room, LockRequest { lost: 0 }).unwrap();
    assert!(preview_page(&desk, &room, photo, 1, None).is_none());
    let look = EvidenceRequestById { evidence: photo };
    assert_eq!(
        preview(&desk, &room, look).unwrap_err().code,
        FaultCode::Locked
    );
    open_sample(&desk, &room, Nothing {}).unwrap();
    assert!(preview_page(&desk, &room, photo, 1, None).is_some());
    assert_eq!(times(), 3);
}

#[test]
fn evidence_of_another_vault_has_no_pages() {
    let (desk, room) = (desk(), Room::new("foreign"));
    sample(&desk, &room);
    let foreign = EvidenceId(uuid::Uuid::from_u128(7));
    assert!(preview_page(&desk, &room, foreign, 1, None).is_none());
    assert_eq!(*room.shown.lock().unwrap(), 0);
}

#[test]
fn what_is_pasted_is_sealed_under_a_name_that_tells_nothing_of_it() {
    let (desk, room) = (desk(), Room::new("paste"));
    let assessment = sample(&desk, &room);
    let pasted = |what: Pasted| {
        *room.copied.lock().unwrap() = what;
        attach_pasted(&desk, &room, paste(assessment))
    };
    let text = pasted(Pasted::Text("Patient list".to_owned())).unwrap();
    let text = &text.files[0];
    assert_eq!(text.outcome, AttachOutcome::Added);
    assert_eq!(text.file_name, "Pasted text 2026-11-24 10.00.00 UTC.txt");
    let bytes = picture();
    let ending = "bmp";
    let photo = pasted(Pasted::Picture { bytes, ending }).unwrap();
    assert_eq!(
        photo.files[0].file_name,
        "Pasted picture 2026-11-24 10.00.00 UTC.bmp"
    );
    let again = pasted(Pasted::Text("Patient list".to_owned())).unwrap();
    assert_eq!(again.files[0].outcome, AttachOutcome::AlreadyThere);
    let large = "x".repeat(50 << 20);
    let large = pasted(Pasted::Text(large)).unwrap();
    assert_eq!(large.files[0].outcome, AttachOutcome::Added);
    let files = vec![room.file("a.txt", b"a"), room.folder.join("gone.txt")];
    let files = pasted(Pasted::Files(files)).unwrap().files;
    let outcomes: Vec<_> = files.iter().map(|file| file.outcome).collect();
    assert_eq!(outcomes, [AttachOutcome::Added, AttachOutcome::Failed]);
    for nothing in [Pasted::Nothing, Pasted::TooMuch, Pasted::NotHere] {
        let fault = pasted(nothing).unwrap_err();
        assert_eq!(fault.code, FaultCode::Input);
    }
}

#[test]
fn of_what_is_dropped_each_thing_says_what_became_of_it() {
    let (desk, room) = (desk(), Room::new("drops"));
    let assessment = sample(&desk, &room);
    let folder = room.folder.join("Policies");
    fs::create_dir_all(folder.join("Old")).unwrap();
    fs::write(folder.join("one.txt"), "1").unwrap();
    let dropped = [
        folder,
        PathBuf::from("https://example.org/policy"),
        room.file("to the wiki.desktop", b"[Desktop Entry]"),
        room.folder.join("gone.pdf"),
    ];
    let files = attached(&desk, &room, assessment, &dropped);
    let said: Vec<_> = files
        .iter()
        .map(|file| (file.file_name.as_str(), file.outcome))
        .collect();
    use AttachOutcome::{Added, Failed};
    assert_eq!(
        said,
        [
            ("one.txt", Added),
            ("Old", Failed),
            ("policy", Failed),
            ("to the wiki.desktop", Failed),
            ("gone.pdf", Failed),
        ]
    );
    for file in files.iter().filter(|file| file.outcome == Failed) {
        assert!(!file.sentence.is_empty(), "{}", file.file_name);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_dangling_links_are_refused_and_links_to_files_are_followed() {
    let (desk, room) = (desk(), Room::new("odd-files"));
    let assessment = sample(&desk, &room);
    let place = |name: &str| room.folder.join(name);
    let made = std::process::Command::new("mkfifo")
        .arg(place("pipe.txt"))
        .status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink(place("nowhere"), place("dangling.txt")).unwrap();
    let real = room.file("real.txt", b"real");
    std::os::unix::fs::symlink(real, place("link.txt")).unwrap();
    let paths = ["pipe.txt", "dangling.txt", "link.txt", "/dev/null"].map(place);
    let files = attached(&desk, &room, assessment, &paths);
    use AttachOutcome::{Added, Failed};
    let outcomes: Vec<_> = files.iter().map(|file| file.outcome).collect();
    assert_eq!(outcomes, [Failed, Failed, Added, Failed]);
    assert_eq!(files[2].evidence.as_ref().unwrap().title, "link.txt");
}

#[test]
fn many_files_are_attached_at_once_and_told_one_by_one() {
    let (desk, room) = (desk(), Room::new("many"));
    let assessment = sample(&desk, &room);
    let paths: Vec<PathBuf> = (0..50)
        .map(|number| room.file(&format!("{number}.txt"), format!("{number}").as_bytes()))
        .collect();
    let files = attached(&desk, &room, assessment, &paths);
    assert!(
        files
            .iter()
            .all(|file| file.outcome == AttachOutcome::Added)
    );
    let told = room.told.lock().unwrap();
    assert_eq!(told.iter().filter(|told| told.files == 50).count(), 50);
}

#[test]
fn a_redacted_copy_stands_beside_its_original_and_under_the_same_answers() {
    let (desk, room) = (desk(), Room::new("redacted"));
    let assessment = sample(&desk, &room);
    let mut original = item(
        &desk,
        &room,
        assessment,
        room.file("list.txt", b"Ann, 1970"),
    );
    original.description.phi = Phi::Yes;
    original.description.provided_by = "Front desk".to_owned();
    let request = SaveEvidenceRequest {
        evidence: original.clone(),
        control: None,
        strength: None,
    };
    save_evidence(&desk, &room, request).unwrap();
    let other = AttachRequest {
        control: Some("ADM-SO-1".to_owned()),
        strength: Strength::Tested,
        ..attach(assessment)
    };
    room.will_choose(&[&room.folder.join("list.txt")]);
    attach_files(&desk, &room, other).unwrap();

    let copy = |name: &str, bytes: &[u8]| {
        room.will_choose(&[&room.file(name, bytes)]);
        let request = AttachRequest {
            control: None,
            redacts: Some(original.id),
            ..attach(assessment)
        };
        attach_files(&desk, &room, request).unwrap().files.remove(0)
    };
    let same = copy("same.txt", b"Ann, 1970");
    assert_eq!(
        same.outcome,
        AttachOutcome::Failed,
        "nothing is blacked out"
    );
    let made = copy("redacted.txt", b"###, ####").evidence.unwrap();
    assert_eq!(made.redacts, Some(original.id));
    assert_eq!(made.description.phi, Phi::No);
    assert_eq!(made.description.provided_by, "Front desk");

    let shelf = shelf(&desk, &room, AssessmentRequest { assessment }).unwrap();
    let known = shelf.evidence.iter().find(|e| e.id == original.id).unwrap();
    assert_eq!(known.description.phi, Phi::Yes, "the original stays");
    let links = |of: EvidenceId| {
        let of = |link: &&EvidenceLink| link.evidence == of;
        let mut links: Vec<_> = (shelf.links.iter().filter(of))
            .map(|link| (link.control.clone(), link.strength))
            .collect();
        links.sort();
        links
    };
    assert_eq!(links(made.id), links(original.id));
    assert_eq!(links(made.id).len(), 2);
    let again = copy("again.txt", b"###, ####");
    assert_eq!(again.outcome, AttachOutcome::AlreadyThere);
}
