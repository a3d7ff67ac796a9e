//! Making, unlocking and holding a vault's folder.

use std::fs;

use vault::{Error, Holder, Vault};

use crate::place::{
    PASSPHRASE, Place, copy, create, files, holder, now, seal, try_create, unlock,
};

#[test]
fn a_vault_opens_with_its_passphrase_and_keeps_its_keys_and_ids() {
    let place = Place::new("opens");
    let vault = create(&place.vault());
    let of = |vault: &Vault| {
        let key = vault.database_key().unwrap();
        let digest = vault.keyed_digest("purpose", b"bytes").unwrap();
        let ids = [vault.id(), vault.copy_id(), vault.slot_id()];
        (
            key.keyspec(),
            key.salt(),
            digest,
            ids,
            vault.signer_pem().unwrap(),
        )
    };
    let made = of(&vault);
    drop(vault);
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert!(of(&vault) == made);
    assert_eq!(vault.folder(), place.vault());
    assert_eq!(vault.database_path(), place.vault().join("vault.db"));
}

#[test]
fn the_ids_of_a_new_vault_are_of_its_moment_and_differ() {
    let place = Place::new("ids");
    let vault = create(&place.vault());
    let ids = [vault.id(), vault.copy_id(), vault.slot_id()];
    for id in ids {
        assert_eq!(id.get_version_num(), 7, "RFC 9562");
        let (seconds, _) = id.get_timestamp().unwrap().to_unix();
        assert_eq!(i64::try_from(seconds).unwrap(), now().timestamp());
    }
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
}

#[test]
fn two_vaults_of_one_passphrase_share_no_key() {
    let place = Place::new("share");
    let (one, other) = (
        create(&place.vault()),
        create(&place.0.join("Other.auscult")),
    );
    let spec = |vault: &Vault| vault.database_key().unwrap().keyspec();
    assert!(spec(&one) != spec(&other));
    assert!(one.keyed_digest("p", b"b").unwrap() != other.keyed_digest("p", b"b").unwrap());
}

#[test]
fn the_database_key_has_160_digits_and_ends_with_its_salt() {
    let place = Place::new("spec");
    let key = create(&place.vault()).database_key().unwrap();
    assert_eq!(key.keyspec().len(), 160);
    assert!(key.keyspec().ends_with(&vault::hex(&key.salt())));
}

#[test]
fn digests_differ_by_purpose() {
    let place = Place::new("purpose");
    let vault = create(&place.vault());
    let digest = |purpose: &str, bytes: &[u8]| vault.keyed_digest(purpose, bytes).unwrap();
    assert!(digest("note", b"text") != digest("finding", b"text"));
    assert!(digest("note", b"text") != digest("not", b"etext"));
    assert_eq!(digest("note", b"text"), digest("note", b"text"));
}

#[test]
fn another_passphrase_is_a_wrong_passphrase() {
    let place = Place::new("wrong");
    drop(create(&place.vault()));
    for passphrase in [
        "another passphrase",
        "",
        "correct horse battery stapl",
        "\u{0}",
    ] {
        let found = unlock(&place.vault(), passphrase);
        assert!(matches!(found, Err(Error::WrongPassphrase)), "{found:?}");
    }
}

#[test]
fn a_passphrase_typed_on_another_system_opens_the_vault() {
    let place = Place::new("nfc");
    drop(try_create(&place.vault(), "caf\u{e9} au lait, deux sucres").unwrap());
    assert!(unlock(&place.vault(), "cafe\u{301} au lait, deux sucres").is_ok());
}

#[test]
fn a_weak_passphrase_makes_no_vault() {
    let place = Place::new("weak");
    let found = try_create(&place.vault(), "short");
    assert!(matches!(found, Err(Error::WeakPassphrase(_))), "{found:?}");
    assert!(!place.vault().exists());
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
fn a_lock_that_a_crash_left_behind_holds_nobody_off() {
    let place = Place::new("crash");
    drop(create(&place.vault()));
    let dead = Holder {
        process: u32::MAX,
        ..holder()
    };
    let text = serde_json::to_vec(&dead).unwrap();
    fs::write(place.vault().join("lock"), text).unwrap();
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
    fs::write(place.vault().join("lock"), b"\xff not json").unwrap();
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn a_wrong_passphrase_leaves_the_vault_free() {
    let place = Place::new("free");
    drop(create(&place.vault()));
    assert!(unlock(&place.vault(), "another passphrase").is_err());
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn a_look_tells_ids_and_format_without_the_key() {
    let place = Place::new("look");
    let vault = create(&place.vault());
    let glance = Vault::look(&place.vault()).unwrap();
    assert_eq!((glance.vault, glance.copy), (vault.id(), vault.copy_id()));
    assert_eq!(glance.format, 1);
}

#[test]
fn nothing_is_made_over_what_is_there() {
    let place = Place::new("there");
    fs::create_dir(place.vault()).unwrap();
    fs::write(place.vault().join("letter.txt"), "mine").unwrap();
    let file = place.0.join("File.auscult");
    fs::write(&file, "mine").unwrap();
    let before = files(&place.0);
    for folder in [place.vault(), file] {
        let found = try_create(&folder, PASSPHRASE);
        assert!(matches!(found, Err(Error::AlreadyThere)), "{found:?}");
    }
    assert!(files(&place.0) == before);
}

#[test]
fn a_vault_is_made_in_an_empty_folder() {
    let place = Place::new("empty");
    fs::create_dir(place.vault()).unwrap();
    drop(create(&place.vault()));
    assert!(unlock(&place.vault(), PASSPHRASE).is_ok());
}

#[test]
fn a_vault_that_cannot_be_made_leaves_nothing() {
    let place = Place::new("nothing");
    let found = try_create(&place.0.join("missing/Clinic.auscult"), PASSPHRASE);
    assert!(matches!(found, Err(Error::Unreachable)), "{found:?}");
    assert_eq!(fs::read_dir(&place.0).unwrap().count(), 0);
}

#[test]
fn making_a_vault_leaves_nothing_beside_it() {
    let place = Place::new("beside");
    drop(create(&place.vault()));
    let names: Vec<_> = fs::read_dir(&place.0)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(names, [place.vault()]);
    let mut names: Vec<_> = files(&place.vault())
        .into_iter()
        .map(|(path, _)| path.file_name().unwrap().to_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["anchor", "header.copy.json", "header.json", "lock"]);
}

#[test]
fn a_folder_that_is_no_vault_is_said_to_be_none_and_not_touched() {
    let place = Place::new("none");
    for folder in [place.0.clone(), place.0.join("missing")] {
        let found = unlock(&folder, PASSPHRASE);
        assert!(matches!(found, Err(Error::NotAVault)), "{found:?}");
    }
    assert_eq!(fs::read_dir(&place.0).unwrap().count(), 0);
}

#[test]
fn a_vault_that_is_taken_away_while_open_is_out_of_reach() {
    let place = Place::new("away");
    let vault = create(&place.vault());
    let sealed = seal(&vault, b"bytes");
    fs::remove_dir_all(place.vault()).unwrap();
    assert!(matches!(vault.objects(), Err(Error::Unreachable)));
    assert!(matches!(
        vault.set_aside(&sealed.object),
        Err(Error::Unreachable)
    ));
    let again = vault.seal_evidence(&mut &b"bytes"[..], &mut |_| {
        std::ops::ControlFlow::Continue(())
    });
    assert!(matches!(again, Err(Error::Unreachable)), "{again:?}");
}

#[test]
fn a_copied_vault_opens_and_can_be_given_an_id_of_its_own() {
    let place = Place::new("copied");
    let vault = create(&place.vault());
    let (id, first) = (vault.id(), vault.copy_id());
    drop(vault);
    let other = place.0.join("Copy.auscult");
    copy(&place.vault(), &other);
    let mut copied = unlock(&other, PASSPHRASE).unwrap();
    assert_eq!((copied.id(), copied.copy_id()), (id, first));
    copied.become_new_copy(now()).unwrap();
    let second = copied.copy_id();
    drop(copied);
    let copied = unlock(&other, PASSPHRASE).unwrap();
    assert_eq!((copied.id(), copied.copy_id()), (id, second));
    assert!(second != first);
    assert!(vault::check_header(&other).unwrap());
}

#[test]
fn a_copy_without_its_empty_folder_for_evidence_opens_and_takes_evidence() {
    let place = Place::new("no-evidence");
    drop(create(&place.vault()));
    fs::remove_dir(place.evidence()).unwrap();
    let vault = unlock(&place.vault(), PASSPHRASE).unwrap();
    assert!(vault.objects().unwrap().is_empty());
    seal(&vault, b"bytes");
    assert_eq!(vault.objects().unwrap().len(), 1);
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

#[test]
fn neither_passphrase_nor_keys_nor_plain_bytes_lie_in_any_file() {
    let place = Place::new("plain");
    let vault = create(&place.vault());
    let marker = b"a sentence that must never lie in clear".as_slice();
    let sealed = seal(&vault, &marker.repeat(100));
    let key = vault.database_key().unwrap().keyspec();
    let digest = vault::hex(&sealed.sha256);
    let secrets = [
        marker,
        PASSPHRASE.as_bytes(),
        sealed.key.as_bytes(),
        &sealed.sha256,
        key[..64].as_bytes(),
        digest.as_bytes(),
    ];
    for (path, bytes) in files(&place.vault()) {
        for secret in secrets {
            let is_there = bytes.windows(secret.len()).any(|window| window == secret);
            assert!(!is_there, "{path:?}");
        }
    }
}

#[test]
fn what_is_printed_for_programmers_tells_no_secret() {
    let place = Place::new("debug");
    let vault = create(&place.vault());
    let sealed = seal(&vault, b"bytes");
    let shown = format!("{vault:?} {sealed:?}");
    let key = vault::hex(sealed.key.as_bytes());
    assert!(!shown.contains(&key) && !shown.contains(&format!("{:?}", sealed.key.as_bytes())));
    assert!(shown.contains("ObjectKey(redacted)"));
    assert_eq!(
        format!("{vault:?}"),
        format!("Vault {{ id: {}, .. }}", vault.id())
    );
}

#[test]
fn a_vault_may_be_used_from_several_threads() {
    fn may<T: Send + Sync>() {}
    may::<Vault>();
}

/// Nothing here waits: a pipe that nobody writes to would keep whoever reads it for ever.
#[cfg(unix)]
#[test]
fn a_pipe_among_the_files_to_be_copied_is_refused_and_leaves_nothing() {
    let place = Place::new("copied-pipe");
    let (from, to) = (place.0.join("from"), place.0.join("to"));
    for folder in [&from, &to] {
        fs::create_dir(folder).unwrap();
    }
    let pipe = std::process::Command::new("mkfifo")
        .arg(from.join("a"))
        .status();
    assert!(pipe.unwrap().success());
    let copied = vault::copy_file(
        &from,
        &to,
        "a",
        &mut |_| std::ops::ControlFlow::Continue(()),
    );
    assert!(matches!(copied, Err(vault::Error::Source(_))), "{copied:?}");
    assert_eq!(fs::read_dir(&to).unwrap().count(), 0);
}
