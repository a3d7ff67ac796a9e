//! A new key for the vault, and the ways in that it takes away.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use domain::id::AttachmentId;
use domain::organisation::Organisation;
use store::{Chain, CheckPart, Error, Freshness, Store, new_id};
use uuid::Uuid;
use vault::{KeyFile, Passphrase, RecoveryCode, RotationStep, Vault, Way, check_header};

use crate::place::{PASSPHRASE, Place, holder, now, organisation, save, seal, unlock};

const OTHER: &str = "maple otter violin drift saddle";

const STEPS: [RotationStep; 6] = [
    RotationStep::Copied,
    RotationStep::AnchorCopied,
    RotationStep::HeaderWritten,
    RotationStep::HeadersWritten,
    RotationStep::DatabaseInPlace,
    RotationStep::AnchorInPlace,
];

fn other() -> Passphrase {
    Passphrase::given(OTHER.into())
}

/// Makes a vault with two people and something of each kind in it. Returns the other's slot.
fn two_people(place: &Place) -> (Store, Uuid) {
    let mut store = place.create();
    let slot = new_id(now()).unwrap();
    store
        .change_keys(now(), |vault| vault.add_slot(slot, &other()))
        .unwrap();
    for name in ["North", "South", "East"] {
        save(&mut store, &organisation(name)).unwrap();
    }
    let sealing = seal(&store, &[7; 3000]);
    let attachment = AttachmentId(new_id(now()).unwrap());
    store
        .change(Chain::Vault, now(), |change| {
            change.attach(sealing, "file", attachment).map(|_| ())
        })
        .unwrap();
    (store, slot)
}

fn reopen(place: &Place) -> Result<Store, Error> {
    let (store, opening) = place.reopen()?;
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(opening.set_aside, 0);
    Ok(store)
}

fn opens<'a>(place: &Place, way: impl Into<Way<'a>>) -> bool {
    match Vault::unlock(&place.vault(), way, holder()) {
        Ok(_) => true,
        Err(vault::Error::WrongPassphrase | vault::Error::WrongCode) => false,
        Err(other) => panic!("{other:?}"),
    }
}

fn assert_sound(store: &Store) {
    for finding in store.check().unwrap() {
        assert_eq!(finding.faults, 0, "{finding:?}");
        if finding.part == CheckPart::Attachments {
            assert_eq!(finding.looked_at, 1);
        }
    }
    let mut names: Vec<String> = store
        .all::<Organisation>()
        .unwrap()
        .into_iter()
        .map(|o| o.name)
        .collect();
    names.sort();
    assert_eq!(names, ["East", "North", "South"]);
}

/// Returns the names of files that only a rotation makes.
fn left(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".next") || name.ends_with(".tmp"))
        .collect()
}

#[test]
fn whoever_was_removed_opens_nothing_and_all_else_is_as_it_was() {
    let place = Place::new("rotate");
    let (mut store, slot) = two_people(&place);
    assert!(store.vault().slots().unwrap().iter().any(|s| s.id == slot));
    let (before, entries) = (store.vault().database_key().unwrap(), store.head().unwrap());
    let digest = store.vault().keyed_digest("note", b"bytes").unwrap();
    let signer = store.vault().signer_pem().unwrap();
    store.rotate(&[slot], now()).unwrap();
    let after = store.vault().database_key().unwrap();
    assert!(before.keyspec() != after.keyspec() && before.salt() != after.salt());
    assert_eq!(
        store.vault().keyed_digest("note", b"bytes").unwrap(),
        digest
    );
    assert_eq!(store.vault().signer_pem().unwrap(), signer);
    assert!(store.head().unwrap().entries > entries.entries);
    assert_sound(&store);
    // The store goes on under the new key.
    let mut kept = store.all::<Organisation>().unwrap().remove(0);
    kept.remarks = "after".into();
    save(&mut store, &kept).unwrap();
    store.close().unwrap();
    assert!(!opens(&place, &other()));
    assert_eq!(left(&place.vault()), Vec::<String>::new());
    assert!(check_header(&place.vault()).unwrap());
    let store = reopen(&place).unwrap();
    assert_eq!(
        store.vault().keyed_digest("note", b"bytes").unwrap(),
        digest
    );
    assert_sound(&store);
    assert!(store.get::<Organisation>(&kept.id.to_string()).unwrap() == Some(kept));
}

#[test]
fn nobody_elses_passphrase_key_file_or_code_is_needed() {
    let place = Place::new("rotate-others");
    let (mut store, _) = two_people(&place);
    let key_file = KeyFile::make(&place.0.join("stick.key")).unwrap();
    let (third, code) = (
        Passphrase::given("a third passphrase of words".into()),
        RecoveryCode::make().unwrap(),
    );
    let both = Way::Passphrase {
        passphrase: &third,
        key_file: Some(&key_file),
    };
    store
        .change_keys(now(), |vault| {
            vault.add_slot(new_id(now()).unwrap(), both)?;
            vault.add_slot(new_id(now()).unwrap(), Way::RecoveryCode(&code))
        })
        .unwrap();
    store.rotate(&[], now()).unwrap();
    store.rotate(&[], now()).unwrap();
    store.close().unwrap();
    for way in [both, Way::RecoveryCode(&code), (&other()).into()] {
        let vault = Vault::unlock(&place.vault(), way, holder()).unwrap();
        let (store, opening) = place.open(vault).unwrap();
        assert_eq!(opening.freshness, Freshness::Fresh);
        assert_sound(&store);
        store.close().unwrap();
    }
    assert!(!opens(&place, &third), "without the key file");
}

#[test]
fn the_recovery_code_of_somebody_goes_with_them() {
    let place = Place::new("rotate-code");
    let (store, slot) = two_people(&place);
    store.close().unwrap();
    let code = RecoveryCode::make().unwrap();
    let vault = Vault::unlock(&place.vault(), &other(), holder()).unwrap();
    let (mut theirs, _) = place.open(vault).unwrap();
    theirs
        .change_keys(now(), |vault| {
            vault.add_slot(new_id(now()).unwrap(), Way::RecoveryCode(&code))
        })
        .unwrap();
    theirs.close().unwrap();
    assert!(opens(&place, Way::RecoveryCode(&code)));
    let mut store = reopen(&place).unwrap();
    store.rotate(&[slot], now()).unwrap();
    store.close().unwrap();
    assert!(!opens(&place, Way::RecoveryCode(&code)));
    assert!(!opens(&place, &other()));
}

#[test]
fn a_recovery_code_can_be_taken_away_alone() {
    let place = Place::new("rotate-code-alone");
    let (mut store, _) = two_people(&place);
    let (code, id) = (RecoveryCode::make().unwrap(), new_id(now()).unwrap());
    store
        .change_keys(now(), |vault| vault.add_slot(id, Way::RecoveryCode(&code)))
        .unwrap();
    store.rotate(&[id], now()).unwrap();
    store.close().unwrap();
    assert!(!opens(&place, Way::RecoveryCode(&code)));
    assert!(opens(&place, &other()));
    assert!(reopen(&place).is_ok());
}

#[test]
fn the_open_slot_and_one_that_is_not_there_are_not_taken_away() {
    let place = Place::new("rotate-stays");
    let (mut store, _) = two_people(&place);
    let own = store.vault().slot_id();
    let stays = store.rotate(&[own], now());
    assert!(
        matches!(stays, Err(Error::Vault(vault::Error::SlotStays))),
        "{stays:?}"
    );
    let unknown = store.rotate(&[new_id(now()).unwrap()], now());
    assert!(
        matches!(unknown, Err(Error::Vault(vault::Error::NoSuchSlot))),
        "{unknown:?}"
    );
    assert_eq!(left(&place.vault()), Vec::<String>::new());
    assert_sound(&store);
}

#[test]
fn nothing_is_rotated_while_something_else_still_uses_the_old_key() {
    let place = Place::new("rotate-busy");
    let (mut store, slot) = two_people(&place);
    let used = store.vault();
    assert!(matches!(store.rotate(&[slot], now()), Err(Error::Busy)));
    let added = store.change_keys(now(), |vault| vault.replace_slot(&other()));
    assert!(matches!(added, Err(Error::Busy)));
    drop(used);
    store.rotate(&[slot], now()).unwrap();
    assert_sound(&store);
}

#[test]
fn a_header_of_before_the_rotation_is_named_and_does_not_open_the_new_database() {
    let place = Place::new("rotate-replay");
    let (mut store, slot) = two_people(&place);
    let old = fs::read(place.vault().join("header.json")).unwrap();
    store.rotate(&[slot], now()).unwrap();
    store.close().unwrap();
    for copy in ["header.json", "header.copy.json"] {
        fs::write(place.vault().join(copy), &old).unwrap();
    }
    for passphrase in [OTHER, PASSPHRASE] {
        let way = Passphrase::given(passphrase.into());
        let found = Vault::unlock(&place.vault(), &way, holder());
        assert!(
            matches!(found, Err(vault::Error::Tampered { part }) if part.contains("header")),
            "{found:?}"
        );
    }
}

#[test]
fn a_header_of_before_a_passphrase_was_changed_is_named_even_with_its_own_anchor() {
    let place = Place::new("replay-anchor");
    let (store, _) = two_people(&place);
    store.close().unwrap();
    let keep = |name: &str| fs::read(place.vault().join(name)).unwrap();
    let (header, anchor) = (keep("header.json"), keep("anchor"));
    let mut store = reopen(&place).unwrap();
    let new = Passphrase::given("a new passphrase of words".into());
    store
        .change_keys(now(), |vault| vault.replace_slot(&new))
        .unwrap();
    store.close().unwrap();
    for copy in ["header.json", "header.copy.json"] {
        fs::write(place.vault().join(copy), &header).unwrap();
    }
    let by_anchor = unlock(&place.vault());
    assert!(
        matches!(by_anchor, Err(vault::Error::Tampered { .. })),
        "{by_anchor:?}"
    );
    fs::write(place.vault().join("anchor"), &anchor).unwrap();
    let vault = unlock(&place.vault()).unwrap();
    let by_database = place.open(vault).map(|_| ());
    assert!(
        matches!(
            by_database,
            Err(Error::Vault(vault::Error::Tampered { .. }))
        ),
        "{by_database:?}"
    );
}

#[test]
fn files_of_a_rotation_that_somebody_plants_replace_nothing() {
    let place = Place::new("rotate-planted");
    let (mut store, slot) = two_people(&place);
    store.close().unwrap();
    // An older database and anchor under the key that still counts.
    for name in ["vault.db", "anchor"] {
        fs::copy(place.vault().join(name), place.0.join(name)).unwrap();
    }
    store = reopen(&place).unwrap();
    save(&mut store, &organisation("West")).unwrap();
    store.close().unwrap();
    for name in ["vault.db", "anchor"] {
        let to = place.vault().join(format!("{name}.next"));
        fs::copy(place.0.join(name), to).unwrap();
    }
    let store = reopen(&place).unwrap();
    assert_eq!(store.all::<Organisation>().unwrap().len(), 4);
    assert_eq!(left(&place.vault()), Vec::<String>::new());
    assert!(store.vault().slots().unwrap().iter().any(|s| s.id == slot));
}

/// What a child process does: it rotates and stops dead after a step, or goes on and tells
/// each step.
#[expect(clippy::print_stdout, reason = "the parent hears it")]
fn rotate_as_child() -> bool {
    let Ok(folder) = std::env::var("AUSCULT_TEST_ROTATE") else {
        return false;
    };
    let stop = std::env::var("AUSCULT_TEST_STEP").unwrap();
    let (mut store, _) =
        Store::open(unlock(Path::new(&folder)).unwrap(), Uuid::from_u128(8)).unwrap();
    let slots = store.vault().slots().unwrap();
    let own = store.vault().slot_id();
    let gone: Vec<Uuid> = slots.iter().map(|s| s.id).filter(|id| *id != own).collect();
    println!("Begun");
    store
        .rotate_by_steps(&gone, now(), &mut |step| {
            println!("{step:?}");
            if format!("{step:?}") == stop {
                std::process::abort();
            }
        })
        .unwrap();
    println!("Done");
    true
}

fn child(place: &Place, test: &str, step: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--nocapture"])
        .env("AUSCULT_TEST_ROTATE", place.vault())
        .env("AUSCULT_TEST_STEP", step)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Opens a vault whose rotation was cut off: the old state or the new one, whole.
fn assert_old_or_new(place: &Place, was_new: Option<bool>) {
    let store = reopen(place).unwrap();
    assert_sound(&store);
    assert_eq!(left(&place.vault()), Vec::<String>::new());
    assert!(check_header(&place.vault()).unwrap());
    store.close().unwrap();
    let is_new = !opens(place, &other());
    assert!(was_new.is_none_or(|was_new| was_new == is_new));
    // Nothing that lies there opens with the way that was taken away, in the copy neither.
    if is_new {
        fs::remove_file(place.vault().join("header.json")).unwrap();
        assert!(!opens(place, &other()));
    }
    let mut store = reopen(place).unwrap();
    save(&mut store, &organisation("West")).unwrap();
    store.rotate(&[], now()).unwrap();
    store.close().unwrap();
}

/// Returns how often something is to be done: `AUSCULT_ROUNDS`, where it is said.
fn rounds(fewest: usize) -> usize {
    let said = std::env::var("AUSCULT_ROUNDS").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(fewest)
}

#[test]
fn a_rotation_that_stops_dead_after_any_step_leaves_old_or_new() {
    if rotate_as_child() {
        return;
    }
    let test = "rotate::a_rotation_that_stops_dead_after_any_step_leaves_old_or_new";
    for (number, step) in STEPS.into_iter().enumerate() {
        let place = Place::new(&format!("rotate-stop-{number}"));
        let (store, _) = two_people(&place);
        store.close().unwrap();
        let name = format!("{step:?}");
        let output = child(&place, test, &name).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(!output.status.success(), "{name}: it did not stop: {said}");
        assert!(said.contains(&name), "{name}: {said}");
        assert_old_or_new(&place, Some(number >= 2));
    }
}

#[test]
fn a_rotation_that_is_killed_at_any_moment_leaves_old_or_new() {
    if rotate_as_child() {
        return;
    }
    let test = "rotate::a_rotation_that_is_killed_at_any_moment_leaves_old_or_new";
    let steps = [
        "Begun",
        "Copied",
        "AnchorCopied",
        "HeaderWritten",
        "DatabaseInPlace",
    ];
    for round in 0..rounds(steps.len()) {
        let step = steps[round % steps.len()];
        let place = Place::new(&format!("rotate-kill-{step}"));
        let (store, _) = two_people(&place);
        store.close().unwrap();
        let mut running = child(&place, test, "never").spawn().unwrap();
        let lines = BufReader::new(running.stdout.take().unwrap()).lines();
        let heard = lines.map_while(Result::ok).any(|line| line.contains(step));
        running.kill().unwrap();
        running.wait().unwrap();
        assert!(heard, "{step}");
        assert_old_or_new(&place, None);
    }
}
