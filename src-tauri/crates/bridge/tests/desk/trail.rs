//! The trail behind the window.

use bridge::Nothing;
use bridge::commands::*;
use bridge::request::*;

use crate::host::{Room, desk};
use crate::screens::sample;

fn asked() -> TrailRequest {
    TrailRequest {
        organisation: None,
        slot: None,
        action: None,
        from: None,
        to: None,
        skip: 0,
        take: 1_000,
    }
}

#[test]
fn the_trail_is_looked_at_beside_everything_else_and_says_what_was_found() {
    let (desk, room) = (desk(), Room::new("trail"));
    sample(&desk, &room);
    let mut view = trail(&desk, &room, asked()).unwrap();
    while view.verified.is_none() {
        std::thread::yield_now();
        view = trail(&desk, &room, asked()).unwrap();
    }
    let verified = view.verified.unwrap();
    assert!(verified.sound, "{}", verified.sentence);
    assert!(!verified.unseen.is_empty());
    assert!(verified.entries > 0 && verified.entries <= view.all);
    assert_eq!(view.entries.len(), 200, "a piece is no longer");
    assert_eq!(view.total, view.all);
    assert_eq!(view.entries[0].number, view.all);
    let again = verify_trail(&desk, &room, Nothing {}).unwrap();
    assert!(again.sound);
}

#[test]
fn entries_are_found_by_who_what_when_and_for_whom() {
    let (desk, room) = (desk(), Room::new("trail-filter"));
    sample(&desk, &room);
    let all = trail(&desk, &room, asked()).unwrap();
    let client = library(&desk, &room, Nothing {}).unwrap().organisations[0].id;
    let of = |request: TrailRequest| trail(&desk, &room, request).unwrap();
    let clients = of(TrailRequest {
        organisation: Some(client),
        ..asked()
    });
    assert!(clients.total > 0 && clients.total < all.total);
    assert!(clients.entries.iter().all(|e| e.organisation.is_some()));
    let unlocked = of(TrailRequest {
        action: Some("create".into()),
        ..asked()
    });
    assert_eq!(unlocked.total, 1);
    let mine = of(TrailRequest {
        slot: Some(all.people[0].slot.clone()),
        from: Some(room_day()),
        to: Some(room_day()),
        ..asked()
    });
    assert!(mine.total > 0);
    let later = of(TrailRequest {
        from: room_day().succ_opt(),
        ..asked()
    });
    assert_eq!(later.total, 0);
}

fn room_day() -> chrono::NaiveDate {
    "2026-11-24".parse().unwrap()
}

#[test]
fn an_entry_shows_its_proof_once_a_head_was_signed_over_it() {
    let (desk, room) = (desk(), Room::new("trail-proof"));
    sample(&desk, &room);
    room.will_choose(&[&room.folder.join("trail.json")]);
    let file = export_trail(&desk, &room, asked()).unwrap().file.unwrap();
    assert_eq!(file.name, "trail.json");
    assert_eq!(file.pages, None);
    let entry = trail_entry(&desk, &room, TrailEntryRequest { number: 7 }).unwrap();
    assert_eq!(entry.row.number, 7);
    let signed = entry.signed.unwrap();
    assert_eq!(signed.fingerprint.len(), 64);
    assert!(entry.proof.iter().all(|node| node.len() == 64));
    assert!(entry.proof.len() > 3);
    room.will_choose(&[]);
    assert!(export_trail(&desk, &room, asked()).unwrap().file.is_none());
}

#[test]
fn the_lock_screen_shows_the_head_that_this_computer_saw_last() {
    let (desk, room) = (desk(), Room::new("trail-locked"));
    sample(&desk, &room);
    let open = status(&desk, &room, Nothing {}).unwrap().vault.unwrap();
    let locked = lock(&desk, &room, LockRequest { lost: 0 })
        .unwrap()
        .vault
        .unwrap();
    assert_eq!(locked.last_head, Some(open.head));
}
