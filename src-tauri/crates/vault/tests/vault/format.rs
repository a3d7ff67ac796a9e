//! A vault of format 1 opens for ever (FORMAT.md, "A known vault").

use std::fs;
use std::path::{Path, PathBuf};

use openssl::pkey::PKey;
use vault::{Anchor, AnchorState, ObjectId, ObjectKey, Sealed, Vault, check_header};

use crate::place::{PASSPHRASE, Place, copy, files, now, open, unlock};

const KEYSPEC: &str = "ac0deeff5725c7bd61243a0fa3d217c87cc7d4ec33d970c2858330b93bec79bd\
    91ca4f239243c270323fbbee5c06c688847d790cfd8b6647dfbfdb21ef6da697\
    364cc458240bece02761843b58bcc49a";
const DIGEST: &str = "18d1b5dceab0ff8816872f8cb39886b49c420c42428599d3a1c216ca8d920ada";
const SIGNER: &str = "-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfTNVsdh2/b5MTMZlAAJ0K8Oyh+V1
kfXwS+NchpRB+phT2EdWh8d7ymXigx3v/T+Hi82HYwXGXXLOu63bZ3HOFA==
-----END PUBLIC KEY-----
";
const OBJECT: &str = "f483a8701fbacb19943108db9214886b";
const KEY: &str = "14ff2cf464fb71bb384a1e281dac8b68a78e61c5d44a849f9dd01c7274857fda";
const EVIDENCE: &[u8] = b"The evidence of a known vault.\n";

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1")
}

fn known(place: &Place) -> Vault {
    copy(&fixture(), &place.vault());
    unlock(&place.vault(), PASSPHRASE).unwrap()
}

fn unhex<const N: usize>(text: &str) -> [u8; N] {
    std::array::from_fn(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
}

#[test]
fn the_known_vault_opens_with_its_known_ids_and_keys() {
    let place = Place::new("known");
    let vault = known(&place);
    assert!(check_header(&place.vault()).unwrap());
    assert_eq!(
        vault.id().to_string(),
        "01a20cff-7d00-73a4-a457-8626b37ec8ef"
    );
    assert_eq!(
        vault.copy_id().to_string(),
        "01a20cff-7d00-76a4-8f4a-d29bc4f36909"
    );
    assert_eq!(
        vault.slot_id().to_string(),
        "01a20cff-7d00-74d3-97da-5015340415ea"
    );
    assert_eq!(vault.database_key().unwrap().keyspec().as_str(), KEYSPEC);
    assert_eq!(vault.database_key().unwrap().salt(), unhex(&KEYSPEC[128..]));
    assert_eq!(
        vault::hex(&vault.keyed_digest("note", b"bytes").unwrap()),
        DIGEST
    );
}

#[test]
fn the_known_vaults_slot_signs_with_its_known_key() {
    let place = Place::new("known-signer");
    let vault = known(&place);
    assert_eq!(vault.signer_pem().unwrap(), SIGNER.as_bytes());
    let key = PKey::public_key_from_pem(SIGNER.as_bytes()).unwrap();
    let sha256 = openssl::hash::MessageDigest::sha256();
    let mut verifier = openssl::sign::Verifier::new(sha256, &key).unwrap();
    let signature = vault.sign(b"a head").unwrap();
    assert!(verifier.verify_oneshot(&signature, b"a head").unwrap());
}

#[test]
fn the_known_anchor_and_evidence_are_read() {
    let place = Place::new("known-bytes");
    let vault = known(&place);
    let anchor = Anchor {
        entries: 7,
        head: std::array::from_fn(|at| at as u8),
    };
    assert_eq!(vault.read_anchor(), AnchorState::Present(anchor));
    let sealed = Sealed {
        object: ObjectId::from_bytes(unhex(OBJECT)),
        key: ObjectKey::from_bytes(unhex(KEY)),
        length: EVIDENCE.len() as u64,
        sha256: vault::sha256(EVIDENCE),
    };
    assert_eq!(vault.objects().unwrap(), [sealed.object]);
    assert_eq!(open(&vault, &sealed).unwrap(), EVIDENCE);
}

#[test]
fn opening_the_known_vault_changes_nothing_but_its_lock() {
    let place = Place::new("known-still");
    drop(known(&place));
    fs::remove_file(place.vault().join("lock")).unwrap();
    let bytes = |folder: &Path| -> Vec<Vec<u8>> {
        files(folder).into_iter().map(|(_, bytes)| bytes).collect()
    };
    assert!(bytes(&place.vault()) == bytes(&fixture()));
}

/// A header that is read and written again has the layout that FORMAT.md describes.
#[test]
fn a_header_is_still_written_as_the_known_one_was() {
    let place = Place::new("known-layout");
    let mut vault = known(&place);
    let old = fs::read_to_string(fixture().join("header.json")).unwrap();
    let copy_id = vault.copy_id().to_string();
    vault.become_new_copy(now()).unwrap();
    let new = fs::read_to_string(place.vault().join("header.json")).unwrap();
    let body = |text: &str| text.split_once(",\n  \"mac\"").unwrap().0.to_owned();
    let expected = body(&old)
        .replace(&copy_id, &vault.copy_id().to_string())
        .replace("\"generation\": 1", "\"generation\": 2");
    assert_eq!(body(&new), expected);
}
