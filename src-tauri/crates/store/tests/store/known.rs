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

#[test]
fn an_earlier_vault_behind_its_anchor_is_read_without_a_byte_written_until_accepted() {
    let place = Place::new("known-behind");
    copy(&fixture(), &place.vault());
    let older = files(&place.vault());
    let mut store = place.reopen().unwrap().0;
    crate::place::save(&mut store, &crate::place::organisation("Lost")).unwrap();
    store.close().unwrap();
    let anchor = std::fs::read(place.vault().join("anchor")).unwrap();
    crate::place::put_back(&place.vault(), &older);
    std::fs::write(place.vault().join("anchor"), anchor).unwrap();
    let content = |place: &Place| std::fs::read(place.database()).unwrap();
    let before = content(&place);

    let (mut store, opening) = place.reopen().unwrap();
    assert_eq!(opening.freshness, Freshness::Behind { missing: 1 });
    let known = records::records();
    let organisation = known.organisation.id;
    assert_eq!(
        store.history(organisation.0).unwrap(),
        store::History::default()
    );
    assert!(
        store.progress().is_ok(),
        "what later migrations add is there"
    );
    let mut found = 0;
    let name = known.organisation.name.as_str();
    let within = store::Within::Vault;
    let more = store.search(name, within, 50, &mut |_, _| {
        found += 1;
        Ok::<_, store::Error>(true)
    });
    assert!(more.is_ok() && found > 0);
    assert!(matches!(
        store.undo(organisation.0, crate::place::now()),
        Ok(None) | Err(store::Error::NotAccepted)
    ));
    store.close().unwrap();
    assert!(content(&place) == before, "the database is as it was");
    let log = std::fs::metadata(place.log()).map_or(0, |log| log.len());
    assert_eq!(log, 0, "and so is its log");

    let mut store = place.reopen().unwrap().0;
    store.accept(crate::place::now()).unwrap();
    crate::place::save(&mut store, &crate::place::organisation("Kept")).unwrap();
    let faults: u64 = store
        .check()
        .unwrap()
        .iter()
        .map(|found| found.faults)
        .sum();
    assert_eq!(faults, 0);
    store.close().unwrap();
    assert_eq!(place.reopen().unwrap().1.freshness, Freshness::Fresh);
}
