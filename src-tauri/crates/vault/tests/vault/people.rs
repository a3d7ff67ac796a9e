//! A vault of format 1 with several ways in opens for ever (FORMAT.md, "Two known vaults").
//! It was rotated once: whoever was removed opens nothing, and its trail key is the first one.

use std::fs;
use std::path::{Path, PathBuf};

use vault::{
    Anchor, AnchorState, Error, KeyFile, Passphrase, RecoveryCode, SlotKind, Vault, Way,
    check_header,
};

use crate::place::{PASSPHRASE, Place, copy, files, holder};

const SECOND: &str = "maple otter violin drift saddle";
const REMOVED: &str = "somebody who was removed since";
const CODE: &str = "692351 645238 175637 367576 127314 490512 095227 268840";
const KEYSPEC: &str = "cc34880bd29fd4755788e15779011131ca7f05dc460d90647bff1fecb69300bb\
    0155d586070aa5cd9afd8b75b8cec8e8fa5d2b19691ebcecfd762d3cbe5ee63a\
    77a392e156dacbbe81d05f79ff3630d2";
const DIGEST: &str = "d987af792a0f8296353d1b4a8d07cc84fa2fc6546619496619432403bf07dd7b";
const SLOTS: [(&str, SlotKind, &str); 3] = [
    (
        "01a21639-8c80-758a-a464-8cce33df6c56",
        SlotKind::Passphrase,
        "0e9c6de29d272aae3d6be6415b6b969667234e409dae1ef359aa7e4723177869",
    ),
    (
        "01a21700-5c00-7000-8000-000000000003",
        SlotKind::PassphraseAndKeyFile,
        "e99a1bd77b2cab11da4542867755ca5fcb891ae95129962a6aba60c2ba117fb8",
    ),
    (
        "01a21700-5c00-7000-8000-000000000004",
        SlotKind::RecoveryCode,
        "0e9c6de29d272aae3d6be6415b6b969667234e409dae1ef359aa7e4723177869",
    ),
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::given(text.into())
}

#[test]
fn the_known_vault_of_several_people_opens_by_each_kind_of_way() {
    let place = Place::new("people");
    copy(&fixtures().join("format-1-people"), &place.vault());
    let glance = Vault::look(&place.vault()).unwrap();
    assert!(glance.takes_key_file && glance.takes_recovery_code);
    let key_file = KeyFile::read(&fixtures().join("stick.key")).unwrap();
    let (own, second) = (phrase(PASSPHRASE), phrase(SECOND));
    let code = RecoveryCode::parse(CODE).unwrap();
    let both = Way::Passphrase {
        passphrase: &second,
        key_file: Some(&key_file),
    };
    let ways = [(&own).into(), both, Way::RecoveryCode(&code)];
    for (way, (slot, _, fingerprint)) in ways.into_iter().zip(SLOTS) {
        let vault = Vault::unlock(&place.vault(), way, holder()).unwrap();
        assert!(check_header(&place.vault()).unwrap());
        assert_eq!(vault.slot_id().to_string(), slot);
        let found: Vec<_> = vault
            .slots()
            .unwrap()
            .into_iter()
            .map(|s| (s.id.to_string(), s.kind, s.fingerprint))
            .collect();
        let known = SLOTS.map(|(id, kind, print)| (id.to_owned(), kind, print.to_owned()));
        assert_eq!(found, known);
        let signer = vault::fingerprint(&vault.signer_pem().unwrap()).unwrap();
        assert_eq!(signer, fingerprint);
        assert_eq!(vault.database_key().unwrap().keyspec().as_str(), KEYSPEC);
        let digest = vault.keyed_digest("note", b"bytes").unwrap();
        assert_eq!(vault::hex(&digest), DIGEST);
        let anchor = Anchor {
            entries: 3,
            head: [5; 32],
        };
        assert_eq!(vault.read_anchor(), AnchorState::Present(anchor));
    }
    let removed = Vault::unlock(&place.vault(), &phrase(REMOVED), holder());
    assert!(
        matches!(removed, Err(Error::WrongPassphrase)),
        "{removed:?}"
    );
    fs::remove_file(place.vault().join("lock")).unwrap();
    let bytes = |folder: &Path| -> Vec<Vec<u8>> {
        files(folder).into_iter().map(|(_, bytes)| bytes).collect()
    };
    assert!(bytes(&place.vault()) == bytes(&fixtures().join("format-1-people")));
}
