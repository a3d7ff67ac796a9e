//! The vault's folder under attack: flipped, cut, swapped and replaced files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use vault::{
    Anchor, AnchorState, Creation, Error, Holder, ObjectKey, Passphrase, Sealed, Stretch, Vault,
};

const PASSPHRASE: &str = "correct horse battery staple";
const MARKER: &[u8] = b"a sentence that must never lie in clear";

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("auscult-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn vault(&self) -> PathBuf {
        self.0.join("Clinic.auscult")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

fn holder() -> Holder {
    Holder {
        program: "test".into(),
        host: "here".into(),
        process: 1,
        since: now(),
    }
}

fn create(folder: &Path) -> Vault {
    let passphrase = Passphrase::choose(PASSPHRASE.into()).unwrap();
    let stretch = Stretch::WEAK_FOR_TESTS;
    Vault::create(&Creation {
        folder,
        passphrase: &passphrase,
        stretch,
        holder: holder(),
        now: now(),
    })
    .unwrap()
}

fn unlock(folder: &Path, passphrase: &str) -> Result<Vault, Error> {
    Vault::unlock(folder, &Passphrase::given(passphrase.into()), holder())
}

fn seal(vault: &Vault, bytes: &[u8]) -> Sealed {
    vault
        .seal_evidence(&mut Cursor::new(bytes), &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

fn open(vault: &Vault, sealed: &Sealed) -> Result<Vec<u8>, String> {
    let key = ObjectKey::from_bytes(*sealed.key.as_bytes());
    let mut reader = vault
        .open_evidence(&sealed.object, &key, sealed.length)
        .map_err(|e| e.to_string())?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes)
}

fn object(folder: &Path) -> PathBuf {
    let mut found = fs::read_dir(folder.join("evidence")).unwrap();
    found.next().unwrap().unwrap().path()
}

#[test]
fn a_vault_opens_with_its_passphrase_and_keeps_its_keys() {
    let place = Place::new("opens");
    let vault = create(&place.vault());
    let (key, id) = (vault.database_key().unwrap().keyspec(), vault.id());
    drop(vault);
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert_eq!(vault.database_key().unwrap().keyspec(), key);
    assert_eq!(vault.id(), id);
}

#[test]
fn another_passphrase_is_a_wrong_passphrase() {
    let place = Place::new("wrong");
    drop(create(&place.vault()));
    let found = unlock(&place.vault(), "another passphrase");
    assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
}

#[test]
fn a_second_program_is_refused_and_told_who_holds_the_vault() {
    let place = Place::new("held");
    let vault = create(&place.vault());
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(matches!(found, Err(Error::Held(Some(who))) if who == holder()));
    assert_eq!(Vault::look(&place.vault()).unwrap().holder, Some(holder()));
    drop(vault);
    assert_eq!(Vault::look(&place.vault()).unwrap().holder, None);
}

#[test]
fn one_damaged_header_is_made_good_by_its_copy() {
    let place = Place::new("copy");
    drop(create(&place.vault()));
    let path = place.vault().join("header.json");
    let whole = fs::read(&path).unwrap();
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        match unlock(&place.vault(), PASSPHRASE) {
            // A flip inside the format's number reads as a newer format, which is refused.
            Ok(_) | Err(Error::NewerFormat { .. }) => {}
            other => panic!("byte {at}: {other:?}"),
        }
        assert!(
            !vault::check_header(&place.vault()).unwrap_or(false),
            "byte {at}"
        );
    }
}

#[test]
fn two_damaged_headers_are_not_called_a_wrong_passphrase() {
    let place = Place::new("both");
    drop(create(&place.vault()));
    let whole = fs::read(place.vault().join("header.json")).unwrap();
    for at in (0..whole.len()).step_by(11) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        for copy in ["header.json", "header.copy.json"] {
            fs::write(place.vault().join(copy), &bytes).unwrap();
        }
        match unlock(&place.vault(), PASSPHRASE) {
            Err(Error::DamagedHeader | Error::NewerFormat { .. }) => {}
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

#[test]
fn a_slot_from_another_vault_is_seen() {
    let place = Place::new("swap");
    drop(create(&place.vault()));
    let other = place.0.join("Other.auscult");
    drop(create(&other));
    for copy in ["header.json", "header.copy.json"] {
        fs::copy(other.join(copy), place.vault().join(copy)).unwrap();
    }
    // The header is whole and opens, but it is another vault's: its database key differs.
    let swapped = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert_eq!(swapped.id(), Vault::look(&other).unwrap().vault);
}

#[test]
fn a_newer_format_is_refused_and_not_touched() {
    let place = Place::new("newer");
    drop(create(&place.vault()));
    for copy in ["header.json", "header.copy.json"] {
        let path = place.vault().join(copy);
        let text = fs::read_to_string(&path)
            .unwrap()
            .replace("\"format\": 1", "\"format\": 2");
        fs::write(&path, text).unwrap();
    }
    let before = fs::read(place.vault().join("header.json")).unwrap();
    let found = unlock(&place.vault(), PASSPHRASE);
    assert!(
        matches!(
            found,
            Err(Error::NewerFormat {
                found: 2,
                supported: 1
            })
        ),
        "{found:?}"
    );
    assert_eq!(fs::read(place.vault().join("header.json")).unwrap(), before);
}

#[test]
fn a_folder_without_a_header_is_no_vault() {
    let place = Place::new("none");
    assert!(matches!(
        unlock(&place.0, PASSPHRASE),
        Err(Error::NotAVault)
    ));
}

#[test]
fn nothing_is_made_over_what_is_there() {
    let place = Place::new("there");
    fs::create_dir(place.vault()).unwrap();
    fs::write(place.vault().join("letter.txt"), "mine").unwrap();
    let passphrase = Passphrase::choose(PASSPHRASE.into()).unwrap();
    let folder = place.vault();
    let found = Vault::create(&Creation {
        folder: &folder,
        passphrase: &passphrase,
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: holder(),
        now: now(),
    });
    assert!(matches!(found, Err(Error::AlreadyThere)));
    assert_eq!(
        fs::read_to_string(place.vault().join("letter.txt")).unwrap(),
        "mine"
    );
}

#[test]
fn sealed_bytes_of_every_length_come_back() {
    let place = Place::new("lengths");
    let vault = create(&place.vault());
    for length in [0, 1, 15, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20] {
        let bytes: Vec<u8> = (0..length).map(|i| (i % 251) as u8).collect();
        let sealed = seal(&vault, &bytes);
        assert_eq!(sealed.length, length as u64);
        assert_eq!(sealed.sha256, vault::sha256(&bytes));
        assert!(open(&vault, &sealed).unwrap() == bytes, "{length} bytes");
    }
}

#[test]
fn every_flip_in_sealed_bytes_is_seen() {
    let place = Place::new("flips");
    let vault = create(&place.vault());
    let sealed = seal(&vault, &[7; 2_000]);
    let path = object(&place.vault());
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        fs::write(&path, &bytes).unwrap();
        assert!(open(&vault, &sealed).is_err(), "byte {at}");
    }
}

#[test]
fn sealed_bytes_cut_swapped_or_grown_are_seen() {
    let place = Place::new("cuts");
    let vault = create(&place.vault());
    let sealed = seal(&vault, &vec![7; 3 << 20]);
    let path = object(&place.vault());
    let whole = fs::read(&path).unwrap();
    let (begin, chunk) = (24, 12 + (1 << 20) + 16);
    let mut swapped = whole.clone();
    swapped[begin..begin + 2 * chunk].rotate_left(chunk);
    let mut grown = whole.clone();
    grown.push(0);
    let cuts = [
        0,
        10,
        begin,
        begin + chunk,
        begin + 2 * chunk,
        whole.len() - 1,
    ];
    let altered = cuts
        .iter()
        .map(|cut| whole[..*cut].to_vec())
        .chain([swapped, grown]);
    for (case, bytes) in altered.enumerate() {
        fs::write(&path, &bytes).unwrap();
        assert!(open(&vault, &sealed).is_err(), "case {case}");
    }
    fs::write(&path, &whole).unwrap();
    assert!(open(&vault, &sealed).is_ok());
    fs::remove_file(&path).unwrap();
    assert!(open(&vault, &sealed).is_err());
}

#[test]
fn sealing_that_is_cancelled_leaves_nothing() {
    let place = Place::new("cancel");
    let vault = create(&place.vault());
    let stopped = vault.seal_evidence(&mut Cursor::new(vec![1; 4 << 20]), &mut |_| {
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(
        fs::read_dir(place.vault().join("evidence"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn only_temporary_files_are_swept() {
    let place = Place::new("sweep");
    let vault = create(&place.vault());
    let sealed = seal(&vault, MARKER);
    fs::write(place.vault().join("evidence/00112233.tmp"), "half").unwrap();
    assert_eq!(vault.sweep_temporary().unwrap(), 1);
    assert_eq!(vault.objects().unwrap(), vec![sealed.object]);
    vault.set_aside(&sealed.object).unwrap();
    assert!(vault.objects().unwrap().is_empty());
    assert_eq!(
        fs::read_dir(place.vault().join("evidence/set-aside"))
            .unwrap()
            .count(),
        1
    );
}

#[test]
fn the_anchor_says_what_was_written_last_and_a_torn_slot_leaves_the_one_before() {
    let place = Place::new("anchor");
    let vault = create(&place.vault());
    assert_eq!(vault.read_anchor(), AnchorState::Absent);
    let [first, second] = [3, 4].map(|n| Anchor {
        entries: n,
        head: [n as u8; 32],
    });
    vault.write_anchor(&first).unwrap();
    vault.write_anchor(&second).unwrap();
    vault.sync_anchor().unwrap();
    drop(vault);
    let path = place.vault().join("anchor");
    let whole = fs::read(&path).unwrap();
    let found = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        unlock(&place.vault(), PASSPHRASE).unwrap().read_anchor()
    };
    assert_eq!(found(&whole), AnchorState::Present(second));
    let mut torn = whole.clone();
    torn[20] ^= 1;
    assert_eq!(found(&torn), AnchorState::Present(first));
    torn[512 + 20] ^= 1;
    assert_eq!(found(&torn), AnchorState::Damaged);
}

#[test]
fn neither_passphrase_nor_plain_bytes_lie_in_any_file() {
    let place = Place::new("plain");
    let vault = create(&place.vault());
    seal(&vault, &MARKER.repeat(100));
    let mut files = vec![place.vault()];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).unwrap().map(|e| e.unwrap().path()));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for secret in [MARKER, PASSPHRASE.as_bytes()] {
            assert!(
                !bytes.windows(secret.len()).any(|w| w == secret),
                "{path:?}"
            );
        }
    }
    assert!(!format!("{vault:?}").contains("key"));
}

#[test]
fn a_signature_is_verified_by_the_slots_public_key() {
    let place = Place::new("sign");
    let vault = create(&place.vault());
    let signature = vault.sign(b"a head").unwrap();
    let key = openssl::pkey::PKey::public_key_from_pem(&vault.signer_pem().unwrap()).unwrap();
    let digest = openssl::hash::MessageDigest::sha256();
    let verify = |message: &[u8]| {
        let mut verifier = openssl::sign::Verifier::new(digest, &key).unwrap();
        verifier.verify_oneshot(&signature, message).unwrap()
    };
    assert!(verify(b"a head"));
    assert!(!verify(b"another"));
}
