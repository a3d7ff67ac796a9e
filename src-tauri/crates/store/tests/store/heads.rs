//! Signed heads, proofs, and a clock that jumps.

use chrono::TimeDelta;
use store::{BreakKind, Chain, Occasion, TrailFilter};

use crate::place::{Place, files, now, organisation, put_back, save};
use crate::trail::{trail, verified};

#[test]
fn a_head_is_signed_once_for_what_was_appended() {
    let place = Place::new("signed");
    let mut store = place.create();
    assert_eq!(
        store.sign_head(Occasion::Lock, now()).unwrap(),
        None,
        "of nothing"
    );
    save(&mut store, &organisation("Clinic")).unwrap();
    let head = store.sign_head(Occasion::Backup, now()).unwrap().unwrap();
    assert_eq!((head.head, head.previous), (store.head().unwrap(), 0));
    assert_eq!(head.signer, store.vault().signer_pem().unwrap());
    assert_eq!(
        store.sign_head(Occasion::Lock, now()).unwrap(),
        None,
        "nothing new"
    );
    store
        .change(Chain::Vault, now(), |change| {
            change.record("unlock", "vault", "vault")?;
            change
                .sign_head(Occasion::Unlock)
                .map(|signed| assert!(signed.is_some()))
        })
        .unwrap();
    let heads = store.signed_heads().unwrap();
    let occasions: Vec<&str> = heads.iter().map(|h| h.occasion.as_str()).collect();
    assert_eq!(occasions, ["backup", "unlock"]);
    assert_eq!(heads[1].previous, 1);
    let found = store.verify_trail().unwrap();
    assert_eq!((found.entries, found.signatures), (2, 2));
    assert_eq!(found.breaks, []);
}

/// The bytes are a promise to whoever checks a signature with stock commands (FORMAT.md).
#[test]
fn the_signed_bytes_of_a_head_are_lines_of_text() {
    let place = Place::new("bytes");
    let mut store = place.create();
    save(&mut store, &organisation("Clinic")).unwrap();
    let signed = store.sign_head(Occasion::Export, now()).unwrap().unwrap();
    let vault = store.vault();
    let text = String::from_utf8(signed.signed_bytes(vault.id())).unwrap();
    let expected = format!(
        "auscult signed head 1\nvault {}\nentries 1\nprevious 0\nhead {}\nroot {}\n\
         at 2026-11-24T10:00:00.000Z\noccasion export\nslot {}\n",
        vault.id(),
        store.head().unwrap().hex(),
        vault::hex(&signed.root),
        vault.slot_id(),
    );
    assert_eq!(text, expected);
    assert!(signed.is_signed(vault.id()));
    assert!(
        !signed.is_signed(uuid::Uuid::nil()),
        "it is this vault's alone"
    );
}

#[test]
fn a_signed_head_refuses_to_be_altered_by_mistake() {
    let place = Place::new("guarded");
    trail(&place);
    let connection = place.direct();
    assert!(
        connection
            .execute("UPDATE signed_head SET at = ''", [])
            .is_err()
    );
    assert!(connection.execute("DELETE FROM signed_head", []).is_err());
}

#[test]
fn a_signed_head_that_was_changed_removed_or_forged_is_named() {
    let place = Place::new("forged");
    trail(&place);
    let whole = files(&place.vault());
    let heads = place.reopen().unwrap().0.signed_heads().unwrap();
    let [first, second, last] = [0, 1, 2].map(|i| heads[i].head.entries);
    let guards = "DROP TRIGGER signed_head_is_not_altered;
                  DROP TRIGGER signed_head_is_not_removed;";
    let of_second =
        |set: &str| format!("UPDATE signed_head SET {set} WHERE entries = {second}");
    let cases = [
        (
            of_second("at = '2027-01-01T00:00:00.000Z'"),
            second,
            BreakKind::Signature,
        ),
        (
            of_second("occasion = 'backup'"),
            second,
            BreakKind::Signature,
        ),
        (
            of_second("signature = zeroblob(70)"),
            second,
            BreakKind::Signature,
        ),
        (of_second("slot = 'somebody'"), second, BreakKind::Signature),
        (
            of_second("signer = zeroblob(91)"),
            second,
            BreakKind::Signature,
        ),
        (of_second("root = randomblob(32)"), second, BreakKind::Head),
        (of_second("head = randomblob(32)"), second, BreakKind::Head),
        (
            of_second("frontier = randomblob(length(frontier))"),
            second,
            BreakKind::Head,
        ),
        (of_second("frontier = x'00'"), second, BreakKind::Head),
        (of_second("previous = 0"), second, BreakKind::Head),
        (
            of_second("entries = entries + 1"),
            second + 1,
            BreakKind::Head,
        ),
        (
            format!("DELETE FROM signed_head WHERE entries = {first}"),
            second,
            BreakKind::Head,
        ),
        (
            format!("DELETE FROM signed_head WHERE entries = {second}"),
            last,
            BreakKind::Head,
        ),
    ];
    for (sql, number, kind) in cases {
        put_back(&place.vault(), &whole);
        place.tamper(&format!("{guards} {sql}"));
        let found = verified(&place).breaks;
        let is_named = found.iter().any(|b| (b.number, b.kind) == (number, kind));
        assert!(is_named, "{sql}: {found:?}");
    }
}

#[test]
fn a_head_that_another_key_signed_in_somebodys_name_is_named() {
    let (place, stranger) = (Place::new("named"), Place::new("stranger"));
    trail(&place);
    let stranger = stranger.create();
    let mut head = place.reopen().unwrap().0.last_signed().unwrap().unwrap();
    head.signer = stranger.vault().signer_pem().unwrap();
    let id = place.reopen().unwrap().0.vault().id();
    head.signature = stranger.vault().sign(&head.signed_bytes(id)).unwrap();
    place
        .direct()
        .execute_batch(&format!(
            "DROP TRIGGER signed_head_is_not_altered;
             UPDATE signed_head SET signer = x'{}', signature = x'{}' WHERE entries = {}",
            vault::hex(&head.signer),
            vault::hex(&head.signature),
            head.head.entries
        ))
        .unwrap();
    let found = verified(&place).breaks;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, BreakKind::Signer);
    let (_, opening) = place.reopen().unwrap();
    assert_eq!(opening.breaks, found, "it is seen at unlock already");
}

#[test]
fn what_was_changed_since_the_last_signed_head_is_seen_at_unlock() {
    let place = Place::new("since");
    let entries = trail(&place);
    let mut store = place.reopen().unwrap().0;
    for name in ["Three", "Four", "Five"] {
        save(&mut store, &organisation(name)).unwrap();
    }
    store.close().unwrap();
    assert_eq!(place.reopen().unwrap().1.breaks, []);
    place.tamper(&format!(
        "DROP TRIGGER trail_is_not_altered;
         UPDATE trail SET kind = 'site' WHERE number = {}",
        entries + 2
    ));
    let (mut store, opening) = place.reopen().unwrap();
    assert_eq!(opening.breaks.len(), 1);
    assert_eq!(opening.breaks[0].number, entries + 2);
    let signed = store.sign_head(Occasion::Lock, now()).unwrap();
    assert_eq!(signed, None, "nobody signs a trail that does not follow");
}

#[test]
fn every_entry_has_a_proof_under_the_next_signed_head() {
    let place = Place::new("proofs");
    let entries = trail(&place);
    let mut store = place.reopen().unwrap().0;
    save(&mut store, &organisation("Unsigned")).unwrap();
    let heads = store.signed_heads().unwrap();
    for number in 1..=entries {
        let proven = store.proven(number).unwrap().unwrap();
        assert_eq!(proven.entry.number, number);
        let over = heads.iter().find(|h| h.head.entries >= number).unwrap();
        assert_eq!(proven.signed.as_ref(), Some(over));
        assert!(!proven.proof.is_empty());
    }
    let unsigned = store.proven(entries + 1).unwrap().unwrap();
    assert_eq!((unsigned.signed, unsigned.proof.len()), (None, 0));
    assert_eq!(store.proven(entries + 2).unwrap(), None);
    drop(store);
    place.tamper(
        "DROP TRIGGER trail_is_not_altered;
         UPDATE trail SET hash = randomblob(32) WHERE number = 5",
    );
    let proven = place.reopen().unwrap().0.proven(6).unwrap().unwrap();
    assert_eq!(
        proven.signed, None,
        "a proof that does not lead to the root is none"
    );
}

#[test]
fn a_clock_that_is_set_back_or_far_ahead_is_an_entry_and_the_order_stays() {
    let place = Place::new("clock");
    let mut store = place.create();
    let mut clinic = organisation("Clinic");
    let day = TimeDelta::days(1);
    let steps = [
        (now(), None),
        (now() - TimeDelta::seconds(90), None),
        (now() - day, Some("clock-back")),
        (now() - day + TimeDelta::minutes(5), None),
        (now() + day * 300, None),
        (now() + day * 3650, Some("clock-ahead")),
        (now() + day * 301, Some("clock-back")),
    ];
    let mut expected = Vec::new();
    for (step, (at, jump)) in steps.into_iter().enumerate() {
        clinic.remarks = format!("Step {step}");
        let chain = Chain::Organisation(clinic.id);
        store
            .change(chain, at, |change| change.put(&clinic))
            .unwrap();
        expected.extend(jump.map(|jump| (jump, true, "vault".to_owned())));
        let is_back = jump == Some("clock-back");
        let action = if step == 0 { "add" } else { "change" };
        expected.push((action, is_back, clinic.id.to_string()));
    }
    // Ten years ahead is no clock set back.
    expected[6].1 = false;
    let mut entries = store.trail(&TrailFilter::default(), 0, 200).unwrap();
    entries.reverse();
    let found: Vec<_> = entries
        .iter()
        .map(|e| (e.action.as_str(), e.clock_back, e.chain.clone()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(
        entries[2].object, "2026-11-24T09:58:30.000Z",
        "what the clock had said"
    );
    assert!(
        entries
            .windows(2)
            .all(|two| two[0].number + 1 == two[1].number)
    );
    assert_eq!(store.verify_trail().unwrap().breaks, []);
    assert!(
        store
            .check()
            .unwrap()
            .iter()
            .all(|finding| finding.faults == 0)
    );
}

#[test]
fn the_strict_anchor_is_a_choice_that_stays_and_is_recorded() {
    let place = Place::new("strict");
    let mut store = place.create();
    assert!(!store.is_strict());
    store.set_strict(true, now()).unwrap();
    save(&mut store, &organisation("Clinic")).unwrap();
    store.close().unwrap();
    let mut store = place.reopen().unwrap().0;
    assert!(store.is_strict());
    store.set_strict(false, now()).unwrap();
    store.close().unwrap();
    let store = place.reopen().unwrap().0;
    assert!(!store.is_strict());
    let settings = TrailFilter {
        chain: Some(Chain::Vault),
        ..TrailFilter::default()
    };
    assert_eq!(store.trail_count(&settings).unwrap(), 2);
}
