//! Ways into a vault: passphrases, key files, recovery codes; added, changed, attacked.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use uuid::Uuid;
use vault::{
    CodeFault, Error, KeyFile, KeyFileFault, Passphrase, RecoveryCode, SlotKind, Vault, Way,
    check_header, is_signed_by,
};

use crate::place::{HEADERS, PASSPHRASE, Place, create, files, holder, unlock};

const OTHER: &str = "maple otter violin drift saddle";

fn phrase(text: &str) -> Passphrase {
    Passphrase::given(text.into())
}

fn try_way<'a>(place: &Place, way: impl Into<Way<'a>>) -> Result<Vault, Error> {
    Vault::unlock(&place.vault(), way, holder())
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | number)
}

fn key_file(place: &Place, name: &str) -> (PathBuf, KeyFile) {
    let path = place.0.join(name);
    let made = KeyFile::make(&path).unwrap();
    (path, made)
}

#[test]
fn each_kind_of_way_opens_its_slot_and_no_other() {
    let place = Place::new("kinds");
    let (_, file) = key_file(&place, "stick.key");
    let (_, another) = key_file(&place, "another.key");
    let (own, other, third) = (
        phrase(PASSPHRASE),
        phrase(OTHER),
        phrase("a third one of words"),
    );
    let (code, wrong_code) = (RecoveryCode::make().unwrap(), RecoveryCode::make().unwrap());
    let with = |passphrase, file| Way::Passphrase {
        passphrase,
        key_file: Some(file),
    };
    let mut vault = create(&place.vault());
    let first = vault.slot_id();
    vault.add_slot(id(2), &other).unwrap();
    vault.add_slot(id(3), with(&third, &file)).unwrap();
    vault.add_slot(id(4), Way::RecoveryCode(&code)).unwrap();
    let glances = vault.slots().unwrap();
    let kinds: Vec<(Uuid, SlotKind)> = glances.iter().map(|s| (s.id, s.kind)).collect();
    assert_eq!(
        kinds,
        [
            (first, SlotKind::Passphrase),
            (id(2), SlotKind::Passphrase),
            (id(3), SlotKind::PassphraseAndKeyFile),
            (id(4), SlotKind::RecoveryCode),
        ]
    );
    let key = vault.database_key().unwrap().keyspec();
    drop(vault);
    let glance = Vault::look(&place.vault()).unwrap();
    assert!(glance.takes_key_file && glance.takes_recovery_code);
    for (way, slot) in [
        ((&own).into(), first),
        ((&other).into(), id(2)),
        (with(&third, &file), id(3)),
        (Way::RecoveryCode(&code), id(4)),
    ] {
        let vault = try_way(&place, way).unwrap();
        assert_eq!(vault.slot_id(), slot);
        assert!(vault.database_key().unwrap().keyspec() == key);
        assert!(vault.is_own_way(way).unwrap());
        assert!(!vault.is_own_way(with(&own, &another)).unwrap());
    }
    let nobodys = phrase("nobody has this one");
    let wrong: [(&str, Way<'_>); 5] = [
        ("both are needed: no key file", (&third).into()),
        ("both are needed: another key file", with(&third, &another)),
        ("both are needed: another passphrase", with(&other, &file)),
        ("a key file where none is needed", with(&own, &file)),
        ("nobody's passphrase", with(&nobodys, &file)),
    ];
    for (name, way) in wrong {
        let found = try_way(&place, way);
        assert!(
            matches!(found, Err(Error::WrongPassphrase)),
            "{name}: {found:?}"
        );
    }
    let found = try_way(&place, Way::RecoveryCode(&wrong_code));
    assert!(matches!(found, Err(Error::WrongCode)), "{found:?}");
}

#[test]
fn each_person_signs_with_a_key_of_their_own_and_by_recovery_code_with_the_same() {
    let place = Place::new("signers");
    let (other, code) = (phrase(OTHER), RecoveryCode::make().unwrap());
    let mut vault = create(&place.vault());
    vault.add_slot(id(2), &other).unwrap();
    drop(vault);
    let mut theirs = try_way(&place, &other).unwrap();
    theirs.add_slot(id(3), Way::RecoveryCode(&code)).unwrap();
    let glances = theirs.slots().unwrap();
    let prints: HashSet<&str> = glances.iter().map(|s| s.fingerprint.as_str()).collect();
    assert_eq!(prints.len(), 2);
    assert_eq!(glances[1].signer_pem, glances[2].signer_pem);
    assert_ne!(glances[0].signer_pem, glances[1].signer_pem);
    let pem = theirs.signer_pem().unwrap();
    assert_eq!(glances[1].signer_pem, pem);
    drop(theirs);
    let by_code = try_way(&place, Way::RecoveryCode(&code)).unwrap();
    let signature = by_code.sign(b"this").unwrap();
    assert!(is_signed_by(&pem, b"this", &signature));
    assert!(!is_signed_by(&glances[0].signer_pem, b"this", &signature));
}

#[test]
fn a_changed_passphrase_rewrites_one_slot_and_keeps_its_id_and_signing_key() {
    let place = Place::new("change");
    let (new, other) = (phrase("a new passphrase of words"), phrase(OTHER));
    let mut vault = create(&place.vault());
    vault.add_slot(id(2), &other).unwrap();
    let before = vault.slots().unwrap();
    let key = vault.database_key().unwrap().keyspec();
    let generation = vault.generation();
    vault.replace_slot(&new).unwrap();
    assert_eq!(vault.slots().unwrap(), before);
    assert_eq!(vault.generation(), generation + 1);
    assert!(check_header(&place.vault()).unwrap());
    drop(vault);
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
    assert!(try_way(&place, &other).is_ok());
    let vault = try_way(&place, &new).unwrap();
    assert_eq!(vault.slot_id(), before[0].id);
    assert!(vault.database_key().unwrap().keyspec() == key);
}

#[test]
fn a_key_file_can_be_asked_for_later_and_no_more() {
    let place = Place::new("key-later");
    let own = phrase(PASSPHRASE);
    let (_, file) = key_file(&place, "stick.key");
    let both = Way::Passphrase {
        passphrase: &own,
        key_file: Some(&file),
    };
    let mut vault = create(&place.vault());
    vault.replace_slot(both).unwrap();
    assert!(vault.is_own_way(both).unwrap());
    assert!(!vault.is_own_way(&own).unwrap());
    drop(vault);
    assert!(matches!(try_way(&place, &own), Err(Error::WrongPassphrase)));
    let mut vault = try_way(&place, both).unwrap();
    vault.replace_slot(&own).unwrap();
    drop(vault);
    assert!(try_way(&place, &own).is_ok());
    assert!(!Vault::look(&place.vault()).unwrap().takes_key_file);
}

#[test]
fn whoever_forgot_the_passphrase_gives_their_slot_a_new_one_by_recovery_code() {
    let place = Place::new("forgot");
    let (code, new) = (
        RecoveryCode::make().unwrap(),
        phrase("a new passphrase of words"),
    );
    let mut vault = create(&place.vault());
    let slot = vault.slot_id();
    vault.add_slot(id(2), Way::RecoveryCode(&code)).unwrap();
    drop(vault);
    let mut vault = try_way(&place, Way::RecoveryCode(&code)).unwrap();
    vault.replace_slot(&new).unwrap();
    drop(vault);
    assert_eq!(try_way(&place, &new).unwrap().slot_id(), slot);
    assert!(unlock(&place.vault(), PASSPHRASE).is_err());
    assert!(try_way(&place, Way::RecoveryCode(&code)).is_ok());
}

#[test]
fn a_new_recovery_code_takes_the_place_of_the_old_one() {
    let place = Place::new("new-code");
    let (old, new) = (RecoveryCode::make().unwrap(), RecoveryCode::make().unwrap());
    let mut vault = create(&place.vault());
    let none = vault.replace_slot(Way::RecoveryCode(&old));
    assert!(matches!(none, Err(Error::NoSuchSlot)), "{none:?}");
    vault.add_slot(id(2), Way::RecoveryCode(&old)).unwrap();
    vault.replace_slot(Way::RecoveryCode(&new)).unwrap();
    assert_eq!(vault.slots().unwrap().len(), 2);
    drop(vault);
    let found = try_way(&place, Way::RecoveryCode(&old));
    assert!(matches!(found, Err(Error::WrongCode)), "{found:?}");
    assert_eq!(
        try_way(&place, Way::RecoveryCode(&new)).unwrap().slot_id(),
        id(2)
    );
}

#[test]
fn there_is_a_slot_for_each_of_sixty_four_and_no_two_of_one_id() {
    let place = Place::new("many");
    let mut vault = create(&place.vault());
    let code = RecoveryCode::make().unwrap();
    for number in 2..=64 {
        vault
            .add_slot(id(number), Way::RecoveryCode(&code))
            .unwrap();
    }
    for taken in [id(2), id(65)] {
        let full = vault.add_slot(taken, Way::RecoveryCode(&code));
        assert!(matches!(full, Err(Error::NoRoomForSlot)), "{full:?}");
    }
    drop(vault);
    assert_eq!(
        unlock(&place.vault(), PASSPHRASE)
            .unwrap()
            .slots()
            .unwrap()
            .len(),
        64
    );
}

/// Returns how long a wrong passphrase takes: the quickest of a few tries.
fn wrong_try(place: &Place) -> Duration {
    let tries = (0..5).map(|_| {
        let begun = Instant::now();
        let found = unlock(&place.vault(), "wrong horse battery staple");
        assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
        begun.elapsed()
    });
    tries.min().unwrap()
}

#[test]
fn one_try_costs_one_stretch_however_many_slots_there_are() {
    let place = Place::new("one-stretch");
    let mut vault = create(&place.vault());
    drop(vault);
    let one = wrong_try(&place);
    vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    for number in 2..=64 {
        vault.add_slot(id(number), &phrase(OTHER)).unwrap();
    }
    drop(vault);
    let many = wrong_try(&place);
    // A stretch for each slot would make it sixty-four times as long.
    assert!(many < 8 * one, "{many:?} {one:?}");
}

#[test]
fn a_recovery_code_is_read_however_it_is_laid_out_and_a_wrong_group_is_named() {
    let code = RecoveryCode::make().unwrap();
    let groups = code.groups();
    assert_eq!(groups.len(), 8);
    for group in groups.iter() {
        assert!(group.len() == 6 && RecoveryCode::is_group(group), "{group}");
    }
    let lines = groups
        .chunks(4)
        .map(|line| line.join("-"))
        .collect::<Vec<_>>();
    for text in [
        groups.join(" "),
        groups.join("-"),
        groups.concat(),
        lines.join("\n"),
        format!("  {}\r\n", groups.join(" \u{2013} ")),
    ] {
        let read = RecoveryCode::parse(&text).unwrap();
        assert!(read.groups() == groups, "{text}");
    }
    for wrong in 0..8 {
        let mut typed: Vec<String> = groups.to_vec();
        for mistyped in ["000001", "12345", "1234567", "72O885", "720896", "999999"] {
            typed[wrong] = mistyped.to_owned();
            let found = RecoveryCode::parse(&typed.join(" "));
            let named = Err(CodeFault::Group { number: wrong + 1 });
            let found = found.map(|_| ()).map_err(|error| match error {
                Error::Code(fault) => fault,
                other => panic!("{other:?}"),
            });
            assert_eq!(found, named, "{mistyped}");
        }
    }
    for (text, digits) in [("", 0), ("123", 3), (&groups[..7].join(" "), 42)] {
        let found = RecoveryCode::parse(text);
        assert!(
            matches!(found, Err(Error::Code(CodeFault::Length { digits: d })) if d == digits),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn one_wrong_digit_and_two_swapped_neighbours_are_seen_in_the_group_itself() {
    for number in (0..=65535_u32).step_by(211) {
        let group = format!("{:06}", number * 11);
        assert!(RecoveryCode::is_group(&group));
        for at in 0..6 {
            for digit in '0'..='9' {
                let mut typed: Vec<char> = group.chars().collect();
                typed[at] = digit;
                let typed: String = typed.into_iter().collect();
                assert_eq!(RecoveryCode::is_group(&typed), typed == group, "{typed}");
            }
            if at < 5 {
                let mut typed: Vec<char> = group.chars().collect();
                typed.swap(at, at + 1);
                let typed: String = typed.into_iter().collect();
                assert_eq!(RecoveryCode::is_group(&typed), typed == group, "{typed}");
            }
        }
    }
}

fn fault(path: &Path) -> KeyFileFault {
    match KeyFile::read(path) {
        Err(Error::KeyFile(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_file_that_is_none_is_refused_with_the_reason() {
    let place = Place::new("key-files");
    let at = |name: &str| place.0.join(name);
    assert_eq!(fault(&at("missing.key")), KeyFileFault::Unreadable);
    assert_eq!(fault(&place.0), KeyFileFault::Unreadable);
    fs::write(at("empty.key"), b"").unwrap();
    assert_eq!(fault(&at("empty.key")), KeyFileFault::Empty);
    fs::write(at("small.key"), [1; 31]).unwrap();
    assert_eq!(fault(&at("small.key")), KeyFileFault::TooSmall);
    let gigabyte = fs::File::create(at("large.key")).unwrap();
    gigabyte.set_len(1 << 30).unwrap();
    assert_eq!(fault(&at("large.key")), KeyFileFault::TooLarge);
    fs::write(at("any.key"), [1; 32]).unwrap();
    assert!(KeyFile::read(&at("any.key")).is_ok());
    drop(create(&place.vault()));
    assert_eq!(
        fault(&place.vault().join("header.json")),
        KeyFileFault::InVault
    );
    fs::write(place.evidence().join("x.key"), [1; 32]).unwrap();
    assert_eq!(
        fault(&place.evidence().join("x.key")),
        KeyFileFault::InVault
    );
    let made = KeyFile::make(&place.vault().join("new.key"));
    assert!(
        matches!(made, Err(Error::KeyFile(KeyFileFault::InVault))),
        "{made:?}"
    );
}

#[test]
fn a_key_file_is_never_written_over_another_file() {
    let place = Place::new("key-over");
    let (path, _) = key_file(&place, "stick.key");
    let before = fs::read(&path).unwrap();
    let again = KeyFile::make(&path);
    assert!(
        matches!(again, Err(Error::KeyFile(KeyFileFault::AlreadyThere))),
        "{again:?}"
    );
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn a_key_file_that_was_made_here_and_changed_since_is_named_so() {
    let place = Place::new("key-changed");
    let (path, _) = key_file(&place, "stick.key");
    let whole = fs::read(&path).unwrap();
    assert!(KeyFile::read(&path).is_ok());
    // Its first words say what it is; whatever is changed after them is seen.
    for at in 16..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert_eq!(fault(&path), KeyFileFault::Changed, "byte {at}");
    }
    for length in (32..whole.len()).step_by(7) {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(fault(&path), KeyFileFault::Changed, "{length}");
    }
    let with_returns = String::from_utf8(whole.clone())
        .unwrap()
        .replace('\n', "\r\n");
    fs::write(&path, with_returns).unwrap();
    assert_eq!(fault(&path), KeyFileFault::Changed);
    fs::write(&path, [whole.as_slice(), b"\n"].concat()).unwrap();
    assert_eq!(fault(&path), KeyFileFault::Changed);
}

#[cfg(unix)]
#[test]
fn a_key_file_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new("key-mode");
    let (path, _) = key_file(&place, "stick.key");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// Puts the checksum on a header's text, as anybody can who has read FORMAT.md.
fn put(place: &Place, header: &serde_json::Value) {
    let mut rest = serde_json::to_string_pretty(header).unwrap();
    rest.truncate(rest.len() - 2);
    let sum = vault::hex(&vault::sha256(rest.as_bytes()));
    let text = format!("{rest},\n  \"checksum\": \"{sum}\"\n}}\n");
    for copy in HEADERS {
        fs::write(place.vault().join(copy), &text).unwrap();
    }
}

/// What somebody without the key does to the slots, and what is said to whoever unlocks with
/// the first slot's passphrase.
#[test]
fn slots_that_were_swapped_replayed_reordered_or_put_in_are_named_after_unlocking() {
    let place = Place::new("slots-attacked");
    let other = phrase(OTHER);
    let mut vault = create(&place.vault());
    vault.add_slot(id(2), &other).unwrap();
    let older = read_header(&place);
    drop(vault);
    let mut vault = try_way(&place, &other).unwrap();
    vault
        .replace_slot(&phrase("a new passphrase of words"))
        .unwrap();
    drop(vault);
    let foreign_place = Place::new("slots-foreign");
    drop(create(&foreign_place.vault()));
    let foreign = read_header(&foreign_place);
    let sound = read_header(&place);
    let slots = |header: &serde_json::Value| header["slots"].as_array().unwrap().clone();
    let with = |slots: Vec<serde_json::Value>| {
        let mut header = sound.clone();
        header["slots"] = slots.into();
        header
    };
    let own = slots(&sound);
    let attacks = [
        (
            "an older slot in its place",
            with(vec![own[0].clone(), slots(&older)[1].clone()]),
        ),
        (
            "the older slot beside the new",
            with(vec![
                own[0].clone(),
                own[1].clone(),
                slots(&older)[1].clone(),
            ]),
        ),
        ("another order", with(vec![own[1].clone(), own[0].clone()])),
        ("a slot left out", with(vec![own[0].clone()])),
        (
            "a slot twice",
            with(vec![own[0].clone(), own[1].clone(), own[1].clone()]),
        ),
        (
            "another vault's slot put in",
            with(vec![
                own[0].clone(),
                own[1].clone(),
                slots(&foreign)[0].clone(),
            ]),
        ),
        (
            "another vault's slot in the other's place",
            with(vec![own[0].clone(), slots(&foreign)[0].clone()]),
        ),
    ];
    for (name, header) in attacks {
        put(&place, &header);
        let found = unlock(&place.vault(), PASSPHRASE);
        assert!(
            matches!(
                found,
                Err(Error::Tampered { part: "header" } | Error::DamagedHeader)
            ),
            "{name}: {found:?}"
        );
    }
    put(&place, &sound);
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

fn read_header(place: &Place) -> serde_json::Value {
    let text = fs::read_to_string(place.vault().join("header.json")).unwrap();
    let mut header: serde_json::Value = serde_json::from_str(&text).unwrap();
    header.as_object_mut().unwrap().remove("checksum");
    header
}

#[test]
fn a_change_that_the_disk_refuses_leaves_the_way_as_it_was() {
    let place = Place::new("refused");
    let mut vault = create(&place.vault());
    let before = files(&place.vault());
    // Where the new header is to be written first, a folder is in the way.
    fs::create_dir(place.vault().join("header.json.tmp")).unwrap();
    let changed = vault.replace_slot(&phrase(OTHER));
    assert!(changed.is_err());
    fs::remove_dir(place.vault().join("header.json.tmp")).unwrap();
    drop(vault);
    assert!(files(&place.vault()) == before);
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn a_change_counts_once_the_first_copy_of_the_header_is_in_its_place() {
    let place = Place::new("half-changed");
    let mut vault = create(&place.vault());
    fs::create_dir(place.vault().join("header.copy.json.tmp")).unwrap();
    let new = phrase(OTHER);
    vault.replace_slot(&new).unwrap();
    fs::remove_dir(place.vault().join("header.copy.json.tmp")).unwrap();
    drop(vault);
    assert!(unlock(&place.vault(), PASSPHRASE).is_err());
    let vault = try_way(&place, &new).unwrap();
    assert!(vault.mend_header().unwrap());
    assert!(check_header(&place.vault()).unwrap());
}
