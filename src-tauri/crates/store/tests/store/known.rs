//! A vault of format 1 with rows in it opens for ever, with all of them.

use std::path::{Path, PathBuf};

use store::Freshness;

use crate::place::{Place, create, files};
use crate::records;

pub(crate) fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1")
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, bytes).unwrap();
    }
}

/// A vault of a later format is a second fixture beside this one, never a new one in its
/// place. `AUSCULT_WRITE_FIXTURE=1` writes it where none is.
#[test]
fn the_known_vault_opens_with_every_row_and_its_attachment() {
    if std::env::var_os("AUSCULT_WRITE_FIXTURE").is_some() && !fixture().exists() {
        let place = Place::new("fixture");
        std::fs::create_dir_all(fixture().parent().unwrap()).unwrap();
        let (mut store, _) = place.open(create(&fixture())).unwrap();
        records::write(&mut store);
        store.close().unwrap();
        std::fs::remove_file(fixture().join("lock")).unwrap();
    }
    let place = Place::new("known");
    copy(&fixture(), &place.vault());
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Fresh);
    assert_eq!(opening.set_aside, 0);
    let mut known = records::records();
    let evidence: Vec<domain::evidence::Evidence> = store.all().unwrap();
    known
        .evidence
        .attachment
        .clone_from(&evidence[0].attachment);
    let attachment = known.evidence.attachment.as_ref().unwrap();
    assert_eq!(attachment.file_name, "people.csv");
    assert_eq!(
        attachment.sha256,
        vault::hex(&vault::sha256(records::BYTES))
    );
    records::assert_read(&store, &known);
    assert_eq!(
        store.head().unwrap().hex(),
        "fa9b1bcc5b198403b2ec2bf270ba81195745c57f101da71bbf2def9315ed60f9",
        "the trail's encoding is part of the format"
    );
    let found = store.check().unwrap();
    assert!(found.iter().all(|finding| finding.faults == 0), "{found:?}");
}
