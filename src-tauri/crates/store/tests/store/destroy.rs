//! The end of one organisation: all of it goes, and nothing of another's.

use domain::assessment::Assessment;
use domain::evidence::{Attachment, Evidence};
use domain::id::{AssessmentId, AttachmentId, EvidenceId, OrganisationId};
use domain::note::WorkingNote;
use domain::organisation::Organisation;
use domain::retention::Retention;
use domain::step::{Step, StepKind};
use serde_json::json;
use store::{Chain, Error, Store, Within};

use crate::place::{Place, now, organisation, save, seal};

fn assessment(of: &Organisation) -> Assessment {
    serde_json::from_value(json!({
        "id": AssessmentId(store::new_id(now()).unwrap()), "organisation": of.id,
        "title": "First", "framework": { "id": "f", "edition": "1", "digest": "" },
        "period": { "from": "2026-01-01", "to": "2026-06-30" }, "asOf": "2026-06-30",
        "scope": {}, "engagement": { "kind": "independent" }, "stage": "draft", "version": 1,
        "started": now(),
    }))
    .unwrap()
}

fn evidence(of: AssessmentId, attachment: Attachment) -> Evidence {
    serde_json::from_value(json!({
        "id": EvidenceId(store::new_id(now()).unwrap()), "assessment": of,
        "title": "Quarterly letter", "attachment": attachment, "added": now(),
    }))
    .unwrap()
}

/// Attaches bytes to an assessment as a step that can be undone.
fn attach(store: &mut Store, of: &Assessment, bytes: &[u8]) -> AttachmentId {
    let sealing = seal(store, bytes);
    let id = AttachmentId(store::new_id(now()).unwrap());
    store
        .change(Chain::Organisation(of.organisation), now(), |change| {
            change.begin_step(of.id.0);
            let (attachment, _) = change.attach(sealing, "letter.pdf", id)?;
            let id = attachment.id;
            change.put(&evidence(of.id, attachment))?;
            change.end_step(&Step::of(StepKind::Evidence))?;
            Ok::<_, Error>(id)
        })
        .unwrap()
}

/// An organisation with an assessment, a note, a legal hold and a step.
fn client(store: &mut Store, name: &str) -> (Organisation, Assessment) {
    let client = organisation(name);
    save(store, &client).unwrap();
    let assessment = assessment(&client);
    let note: WorkingNote = serde_json::from_value(json!({
        "id": store::new_id(now()).unwrap(), "assessment": assessment.id, "control": "A",
        "subject": "all", "text": format!("{name} whispers"),
    }))
    .unwrap();
    let retention = Retention {
        hold: true,
        ..Retention::unsaid(client.id)
    };
    store
        .change(Chain::Organisation(client.id), now(), |change| {
            change.put(&assessment)?;
            change.put(&retention)?;
            change.begin_step(assessment.id.0);
            change.put(&note)?;
            change.end_step(&Step::of(StepKind::Answer))
        })
        .unwrap();
    (client, assessment)
}

fn destroy(store: &mut Store, id: OrganisationId) -> store::Belongings {
    store
        .change(Chain::Organisation(id), now(), |change| {
            let went = change.destroy(id)?;
            change.record("destroy", "organisation", &id.to_string())?;
            Ok::<_, Error>(went)
        })
        .unwrap()
}

fn finds(store: &mut Store, typed: &str) -> usize {
    let mut count = 0;
    let more = store.search(typed, Within::Vault, 100, &mut |_, _| {
        count += 1;
        Ok::<_, Error>(true)
    });
    assert!(!more.unwrap());
    count
}

fn is_sound(store: &Store) -> bool {
    store.check().unwrap().iter().all(|found| found.faults == 0)
}

#[test]
fn all_of_one_organisation_goes_and_nothing_of_another_not_even_in_the_trail() {
    let place = Place::new("destroy");
    let mut store = place.create();
    let (gone, of_gone) = client(&mut store, "Greenbriar");
    let (stays, of_stays) = client(&mut store, "Hollins");
    let own = attach(&mut store, &of_gone, b"only Greenbriar's");
    let shared = attach(&mut store, &of_gone, b"a letter that both have");
    assert_eq!(
        attach(&mut store, &of_stays, b"a letter that both have"),
        shared
    );
    let others = attach(&mut store, &of_stays, b"only Hollins's");
    // A file whose evidence was undone is still sealed: it goes as well.
    let undone = attach(&mut store, &of_gone, b"attached by mistake");
    store.undo(of_gone.id.0, now()).unwrap();
    assert!(finds(&mut store, "Greenbriar") > 0);
    let heads = |store: &Store| {
        [Chain::Organisation(stays.id), Chain::Vault].map(|c| store.chain_head(c).unwrap())
    };
    let before = heads(&store);
    let own_before = store.chain_head(Chain::Organisation(gone.id)).unwrap();
    let told = store.belongings(gone.id).unwrap();

    let went = destroy(&mut store, gone.id);
    assert_eq!(went, told, "what was told before is what went");
    assert_eq!(heads(&store), before, "no other chain was touched");
    let own_after = store.chain_head(Chain::Organisation(gone.id)).unwrap();
    assert!(
        own_after.entries > own_before.entries,
        "its own chain goes on"
    );
    assert!(store.verify_trail().unwrap().breaks.is_empty());

    let kinds: Vec<_> = went.records.clone();
    assert!(
        kinds.contains(&("assessment", 1)) && kinds.contains(&("retention", 1)),
        "{kinds:?}"
    );
    assert_eq!(went.files.len(), 3);
    let is_shared: Vec<bool> = went.files.iter().map(|file| file.is_shared).collect();
    assert_eq!(is_shared.iter().filter(|shared| **shared).count(), 1);
    for (id, is_there) in [
        (own, false),
        (undone, false),
        (shared, true),
        (others, true),
    ] {
        assert_eq!(store.sealed_object(id).unwrap().is_some(), is_there);
    }
    let left = store.belongings(gone.id).unwrap();
    assert_eq!(left.records, []);
    assert!(store.history(of_gone.id.0).unwrap().undo.is_none());
    assert!(store.history(of_stays.id.0).unwrap().undo.is_some());
    assert_eq!(finds(&mut store, "Greenbriar"), 0);
    assert!(finds(&mut store, "Hollins") > 0);

    for file in went.files.iter().filter(|file| !file.is_shared) {
        store.vault().remove_object(&file.object).unwrap();
    }
    store.rotate(&[], now()).unwrap();
    assert!(is_sound(&store), "{:?}", store.check());
    assert_eq!(store.vault().objects().unwrap().len(), 2);
    drop(store);
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.set_aside, 0);
    assert!(is_sound(&store));
    assert_eq!(store.all::<Organisation>().unwrap(), [stays]);
}

#[test]
fn what_a_program_that_fell_left_undone_is_found_where_it_was_set_aside() {
    let place = Place::new("destroy_falls");
    let mut store = place.create();
    let (gone, assessment) = client(&mut store, "Greenbriar");
    attach(&mut store, &assessment, b"sealed");
    let went = destroy(&mut store, gone.id);
    // Nothing was removed from the disk yet.
    drop(store);
    let (store, opening) = place.reopen().unwrap();
    assert_eq!(opening.set_aside, 1);
    let aside = place.vault().join("evidence/set-aside");
    assert_eq!(std::fs::read_dir(&aside).unwrap().count(), 1);
    for file in &went.files {
        store.vault().remove_object(&file.object).unwrap();
    }
    assert_eq!(std::fs::read_dir(&aside).unwrap().count(), 0);
}
