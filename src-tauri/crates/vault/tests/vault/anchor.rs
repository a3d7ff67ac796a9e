//! The anchor, whole, torn, missing and put back.

use std::fs;

use vault::{Anchor, AnchorState};

use crate::place::{PASSPHRASE, Place, create, unlock};

const START: Anchor = Anchor {
    entries: 0,
    head: [0; 32],
};

fn anchor(entries: u8) -> Anchor {
    Anchor {
        entries: entries.into(),
        head: [entries; 32],
    }
}

/// Makes a vault whose anchor was written twice, and returns the anchor's bytes.
fn written(place: &Place) -> Vec<u8> {
    let vault = create(&place.vault());
    vault.write_anchor(&anchor(3)).unwrap();
    vault.write_anchor(&anchor(4)).unwrap();
    assert_eq!(vault.read_anchor(), AnchorState::Present(anchor(4)));
    vault.sync_anchor().unwrap();
    fs::read(place.vault().join("anchor")).unwrap()
}

fn found(place: &Place, bytes: &[u8]) -> AnchorState {
    fs::write(place.vault().join("anchor"), bytes).unwrap();
    unlock(&place.vault(), PASSPHRASE).unwrap().read_anchor()
}

#[test]
fn a_new_vault_has_an_anchor_of_an_empty_trail() {
    let place = Place::new("start");
    let vault = create(&place.vault());
    assert_eq!(vault.read_anchor(), AnchorState::Present(START));
}

#[test]
fn the_anchor_says_what_was_written_last_and_a_torn_slot_leaves_the_one_before() {
    let place = Place::new("anchor");
    let whole = written(&place);
    assert_eq!(whole.len(), 1024, "its room is taken once and for all");
    assert_eq!(found(&place, &whole), AnchorState::Present(anchor(4)));
    // Turns 3 and 4 stand in slots 0 and 1.
    let mut torn = whole;
    torn[512 + 20] ^= 1;
    assert_eq!(found(&place, &torn), AnchorState::Present(anchor(3)));
    torn[20] ^= 1;
    assert_eq!(found(&place, &torn), AnchorState::Damaged);
}

#[test]
fn no_flip_or_cut_in_the_anchor_passes_for_what_was_not_written() {
    let place = Place::new("flip");
    let whole = written(&place);
    for at in (0..whole.len()).step_by(61) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x40;
        let expected = if at < 512 { anchor(4) } else { anchor(3) };
        assert_eq!(
            found(&place, &flipped),
            AnchorState::Present(expected),
            "byte {at}"
        );
        let expected = if at < 512 {
            AnchorState::Damaged
        } else {
            AnchorState::Present(anchor(3))
        };
        if at > 0 {
            assert_eq!(found(&place, &whole[..at]), expected, "cut at {at}");
        }
    }
}

#[test]
fn slots_that_changed_places_are_damage() {
    let place = Place::new("places");
    let mut bytes = written(&place);
    bytes.rotate_left(512);
    assert_eq!(found(&place, &bytes), AnchorState::Damaged);
}

#[test]
fn an_anchor_that_was_taken_away_is_absent_until_it_is_written_again() {
    let place = Place::new("absent");
    written(&place);
    fs::remove_file(place.vault().join("anchor")).unwrap();
    for _ in 0..2 {
        let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
        assert_eq!(vault.read_anchor(), AnchorState::Absent);
    }
    unlock(&place.vault(), PASSPHRASE)
        .unwrap()
        .write_anchor(&anchor(5))
        .unwrap();
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert_eq!(vault.read_anchor(), AnchorState::Present(anchor(5)));
}

#[test]
fn the_anchor_of_another_vault_is_damage() {
    let place = Place::new("foreign");
    let bytes = written(&place);
    let other = Place::new("foreign-other");
    drop(create(&other.vault()));
    assert_eq!(found(&other, &bytes), AnchorState::Damaged);
}
