//! Headers that are damaged, altered, older or newer.

use std::fs;
use std::path::Path;

use vault::{Anchor, Error, Vault, check_header};

use crate::place::{HEADERS, PASSPHRASE, Place, create, files, now, unlock};

/// Puts the checksum on a text, as anybody can who has read FORMAT.md.
fn summed(text: &str) -> String {
    let (rest, _) = text.split_once(",\n  \"checksum\"").unwrap();
    let sum = vault::hex(&vault::sha256(rest.as_bytes()));
    format!("{rest},\n  \"checksum\": \"{sum}\"\n}}\n")
}

fn alter(folder: &Path, from: &str, to: &str) {
    for copy in HEADERS {
        let text = fs::read_to_string(folder.join(copy)).unwrap();
        assert!(text.contains(from));
        fs::write(folder.join(copy), summed(&text.replacen(from, to, 1))).unwrap();
    }
}

#[test]
fn one_damaged_header_is_made_good_by_its_copy() {
    let place = Place::new("copy");
    drop(create(&place.vault()));
    let path = place.vault().join("header.json");
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, &bytes).unwrap();
        assert!(!check_header(&place.vault()).unwrap(), "byte {at}");
        let glance = Vault::look(&place.vault());
        assert!(glance.is_ok(), "byte {at}: {glance:?}");
    }
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn two_damaged_headers_are_not_called_a_wrong_passphrase() {
    let place = Place::new("both");
    drop(create(&place.vault()));
    let whole = fs::read(place.vault().join("header.json")).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        for copy in HEADERS {
            fs::write(place.vault().join(copy), &bytes).unwrap();
        }
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(
            matches!(found, Err(Error::DamagedHeader)),
            "byte {at}: {found:?}"
        );
    }
}

#[test]
fn cut_or_empty_headers_are_damaged_headers() {
    let place = Place::new("cut");
    drop(create(&place.vault()));
    let whole = fs::read(place.vault().join("header.json")).unwrap();
    for length in (0..whole.len()).step_by(13) {
        for copy in HEADERS {
            fs::write(place.vault().join(copy), &whole[..length]).unwrap();
        }
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(
            matches!(found, Err(Error::DamagedHeader)),
            "{length}: {found:?}"
        );
    }
}

#[test]
fn a_vault_without_its_headers_is_damaged_and_not_another_folder() {
    let place = Place::new("lost");
    drop(create(&place.vault()));
    for copy in HEADERS {
        fs::remove_file(place.vault().join(copy)).unwrap();
    }
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::DamagedHeader)), "{found:?}");
}

#[test]
fn a_missing_copy_is_mended_after_unlocking() {
    let place = Place::new("mend");
    drop(create(&place.vault()));
    let whole = fs::read(place.vault().join("header.json")).unwrap();
    fs::remove_file(place.vault().join("header.json")).unwrap();
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert!(!check_header(&place.vault()).unwrap());
    assert!(vault.mend_header().unwrap());
    assert!(check_header(&place.vault()).unwrap());
    assert!(
        !vault.mend_header().unwrap(),
        "there is nothing left to mend"
    );
    assert!(fs::read(place.vault().join("header.json")).unwrap() == whole);
}

#[test]
fn of_two_generations_the_newer_one_counts() {
    let place = Place::new("newest");
    let mut vault = create(&place.vault());
    let old = fs::read(place.vault().join("header.json")).unwrap();
    vault.become_new_copy(now()).unwrap();
    let copy_id = vault.copy_id();
    drop(vault);
    for copy in HEADERS {
        let new = fs::read(place.vault().join(copy)).unwrap();
        fs::write(place.vault().join(copy), &old).unwrap();
        assert!(!check_header(&place.vault()).unwrap());
        assert_eq!(
            unlock(&place.vault(), PASSPHRASE).unwrap().copy_id(),
            copy_id
        );
        fs::write(place.vault().join(copy), new).unwrap();
    }
}

#[test]
fn an_older_header_put_back_is_seen_by_the_anchor() {
    let place = Place::new("older");
    let mut vault = create(&place.vault());
    let old = fs::read(place.vault().join("header.json")).unwrap();
    vault.become_new_copy(now()).unwrap();
    let anchor = Anchor {
        entries: 1,
        head: [1; 32],
    };
    vault.write_anchor(&anchor).unwrap();
    drop(vault);
    for copy in HEADERS {
        fs::write(place.vault().join(copy), &old).unwrap();
    }
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::Tampered { .. })), "{found:?}");
}

#[test]
fn a_newer_format_is_refused_and_not_touched() {
    let place = Place::new("newer");
    drop(create(&place.vault()));
    alter(
        &place.vault(),
        "\"format\": 1",
        "\"format\": 2, \"unknown\": [{}]",
    );
    let before = files(&place.vault());
    for found in [
        unlock(&place.vault(), PASSPHRASE).map(|_| ()),
        Vault::look(&place.vault()).map(|_| ()),
        check_header(&place.vault()).map(|_| ()),
    ] {
        let is_refused = matches!(
            found,
            Err(Error::NewerFormat {
                found: 2,
                supported: 1
            })
        );
        assert!(is_refused, "{found:?}");
    }
    assert!(files(&place.vault()) == before);
}

#[test]
fn a_half_done_upgrade_by_a_newer_program_is_not_opened_through_the_older_copy() {
    let place = Place::new("half");
    drop(create(&place.vault()));
    let path = place.vault().join("header.copy.json");
    let old = fs::read(&path).unwrap();
    alter(&place.vault(), "\"format\": 1", "\"format\": 2");
    fs::write(&path, old).unwrap();
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::NewerFormat { .. })), "{found:?}");
}

#[test]
fn a_stretch_outside_its_bounds_is_refused_before_any_work() {
    let place = Place::new("bounds");
    drop(create(&place.vault()));
    let before = files(&place.vault());
    for (from, to) in [
        ("\"memoryKib\": 8192", "\"memoryKib\": 67108864"),
        ("\"memoryKib\": 8192", "\"memoryKib\": 8"),
        ("\"passes\": 1", "\"passes\": 4000000000"),
        ("\"passes\": 1", "\"passes\": 0"),
        ("\"lanes\": 1", "\"lanes\": 16777215"),
    ] {
        alter(&place.vault(), from, to);
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(
            matches!(found, Err(Error::StretchOutOfBounds)),
            "{to}: {found:?}"
        );
        for (path, bytes) in &before {
            fs::write(path, bytes).unwrap();
        }
    }
}

#[test]
fn a_weakened_stretch_does_not_open_the_vault() {
    let place = Place::new("weakened");
    drop(create(&place.vault()));
    alter(&place.vault(), "\"passes\": 1", "\"passes\": 2");
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
}

#[test]
fn a_header_whose_checksum_was_made_anew_is_still_seen_as_altered() {
    let place = Place::new("anew");
    let vault = create(&place.vault());
    let copy_id = vault.copy_id().to_string();
    drop(vault);
    let before = files(&place.vault());
    for (from, to) in [
        (copy_id.as_str(), "01890000-0000-7000-8000-000000000000"),
        ("\"generation\": 1", "\"generation\": 9"),
        ("\"format\": 1", "\"format\":  1"),
    ] {
        alter(&place.vault(), from, to);
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(
            matches!(found, Err(Error::Tampered { part: "header" })),
            "{to}: {found:?}"
        );
        for (path, bytes) in &before {
            fs::write(path, bytes).unwrap();
        }
    }
}

#[test]
fn a_slot_from_another_vault_does_not_open_this_one() {
    let place = Place::new("slot");
    drop(create(&place.vault()));
    let other = place.0.join("Other.auscult");
    drop(create(&other));
    let slots = |folder: &Path| {
        let text = fs::read_to_string(folder.join("header.json")).unwrap();
        let (_, slots) = text.split_once("\"slots\"").unwrap();
        slots.split_once(",\n  \"mac\"").unwrap().0.to_owned()
    };
    let (own, foreign) = (slots(&place.vault()), slots(&other));
    alter(&place.vault(), &own, &foreign);
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
}

#[test]
fn the_header_names_nobody() {
    let place = Place::new("names");
    drop(create(&place.vault()));
    let text = fs::read_to_string(place.vault().join("header.json")).unwrap();
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut keys: Vec<&String> = document.as_object().unwrap().keys().collect();
    keys.sort();
    let expected = [
        "checksum",
        "copy",
        "format",
        "generation",
        "mac",
        "salt",
        "slots",
        "stretch",
        "vault",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn a_made_up_newer_copy_of_the_header_keeps_nobody_out() {
    let place = Place::new("made-up");
    drop(create(&place.vault()));
    let path = place.vault().join("header.json");
    let text = fs::read_to_string(&path).unwrap();
    let newer = text.replacen("\"generation\": 1", "\"generation\": 9", 1);
    assert_ne!(newer, text);
    fs::write(&path, summed(&newer)).unwrap();
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert_eq!(vault.generation(), 1);
    assert!(vault.mend_header().unwrap(), "and is written over");
    drop(vault);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_generation_that_no_vault_reaches_and_two_slots_of_one_id_are_damage() {
    let place = Place::new("impossible");
    drop(create(&place.vault()));
    let text = fs::read_to_string(place.vault().join("header.json")).unwrap();
    let last = text.replacen(
        "\"generation\": 1",
        "\"generation\": 18446744073709551615",
        1,
    );
    let (start, end) = (
        text.find("    {\n").unwrap(),
        text.find("\n    }").unwrap() + "\n    }".len(),
    );
    let slot = &text[start..end];
    let doubled = text.replacen(slot, &format!("{slot},\n{slot}"), 1);
    for changed in [last, doubled] {
        assert_ne!(changed, text);
        for copy in HEADERS {
            fs::write(place.vault().join(copy), summed(&changed)).unwrap();
        }
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(matches!(found, Err(Error::DamagedHeader)), "{found:?}");
    }
}

/// Nothing here waits: a pipe that nobody writes to would keep whoever opens it for ever.
#[cfg(unix)]
#[test]
fn a_pipe_a_link_or_a_folder_in_a_files_place_is_refused_at_once() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let place = Place::new("pipes");
    for name in [
        "header.json",
        "anchor",
        "vault.db",
        "vault.db-journal",
        "lock",
    ] {
        for kind in ["pipe", "link", "folder"] {
            let folder = place.vault();
            let _ = fs::remove_dir_all(&folder);
            drop(create(&folder));
            let path = folder.join(name);
            let _ = fs::remove_file(&path);
            match kind {
                "pipe" => assert!(
                    Command::new("mkfifo")
                        .arg(&path)
                        .status()
                        .unwrap()
                        .success()
                ),
                "link" => symlink("/dev/zero", &path).unwrap(),
                _ => fs::create_dir(&path).unwrap(),
            }
            assert_eq!(vault::needs(&folder), None, "{name} {kind}");
            let found = unlock(&folder, PASSPHRASE);
            assert!(
                matches!(found, Err(Error::Tampered { .. })),
                "{name} {kind}: {found:?}"
            );
        }
    }
}
