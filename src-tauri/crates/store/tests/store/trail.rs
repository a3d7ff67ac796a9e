//! The trail under attack by somebody who has the key: whatever is changed, deleted, put in
//! another order or slipped in is named at its number.

use std::collections::BTreeSet;

use store::{BreakKind, Chain, Occasion, TrailFilter, Verification};

use crate::place::{Place, files, now, organisation, put_back, save};

/// Changes past the guards of the trail.
const UNGUARDED: &str = "
    DROP TRIGGER IF EXISTS trail_is_not_altered; DROP TRIGGER IF EXISTS trail_is_not_shortened;
    DROP TRIGGER IF EXISTS signed_head_is_not_altered;
    DROP TRIGGER IF EXISTS signed_head_is_not_removed;";

/// Makes a vault whose trail has three chains and a signed head after every tenth entry.
pub(crate) fn trail(place: &Place) -> u64 {
    let mut store = place.create();
    let clients = [organisation("One"), organisation("Two")];
    for number in 0..30 {
        let mut client = clients[number % 2].clone();
        client.remarks = format!("Remark {number}");
        save(&mut store, &client).unwrap();
        if number % 3 == 0 {
            store
                .change(Chain::Vault, now(), |change| {
                    change.record("look", "vault", "vault")
                })
                .unwrap();
        }
        if number % 10 == 9 {
            assert!(store.sign_head(Occasion::Export, now()).unwrap().is_some());
        }
    }
    let entries = store.head().unwrap().entries;
    store.close().unwrap();
    entries
}

pub(crate) fn verified(place: &Place) -> Verification {
    place.reopen().unwrap().0.verify_trail().unwrap()
}

/// Runs statements past the guards on a vault as it was, and returns what a look then finds.
fn attacked(place: &Place, whole: &[(std::path::PathBuf, Vec<u8>)], sql: &str) -> Verification {
    put_back(&place.vault(), whole);
    place.tamper(&format!("{UNGUARDED} {sql}"));
    verified(place)
}

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Returns an attack on a trail of so many entries, and the number that must be named.
fn attack(seed: u64, entries: u64) -> (String, u64) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    dice.below(2);
    let number = 1 + dice.below(entries - 1);
    let edits = [
        "chain = 'vault ', place = place",
        "place = place + 1000",
        "at = '2026-11-24T10:00:00.001Z'",
        "who = '00000000-0000-7000-8000-000000000000'",
        "device = lower(device) || '0'",
        "copy = ''",
        "action = 'look away'",
        "kind = 'site'",
        "object = object || 'x'",
        "before = randomblob(32)",
        "after = x''",
        "previous = randomblob(32)",
        "hash = randomblob(32)",
        "head = randomblob(32)",
        "encoding = 2",
    ];
    let shifted = |by: &str, from: u64| {
        format!(
            "UPDATE trail SET number = -number WHERE number >= {from};
             UPDATE trail SET number = -number {by} WHERE number < 0;"
        )
    };
    let sql = match seed % 5 {
        0 => {
            let edit = edits[dice.below(edits.len() as u64) as usize];
            format!("UPDATE trail SET {edit} WHERE number = {number};")
        }
        1 => format!("DELETE FROM trail WHERE number = {number};"),
        2 => format!(
            "DELETE FROM trail WHERE number = {number}; {}",
            shifted("- 1", number + 1)
        ),
        3 => format!(
            "UPDATE trail SET number = -1 WHERE number = {number};
             UPDATE trail SET number = {number} WHERE number = {0};
             UPDATE trail SET number = {0} WHERE number = -1;",
            number + 1
        ),
        _ => format!(
            "{} INSERT INTO trail SELECT {number}, encoding, 'of nobody', 1, at, who, device,
             copy, action, kind, 'slipped in', before, after, zeroblob(32), hash, head
             FROM trail WHERE number = {};",
            shifted("+ 1", number),
            number + 1
        ),
    };
    (sql, number)
}

#[test]
fn seeded_attacks_with_the_key_are_named_each_at_its_number() {
    let place = Place::new("attacks");
    let entries = trail(&place);
    let whole = files(&place.vault());
    assert_eq!(verified(&place).breaks, [], "the whole trail holds");
    let rounds = std::env::var("AUSCULT_ROUNDS");
    let rounds = rounds.ok().and_then(|rounds| rounds.parse().ok());
    for seed in 1..=rounds.unwrap_or(50) {
        let (sql, number) = attack(seed, entries);
        let found = attacked(&place, &whole, &sql);
        let first = found.breaks.first();
        assert_eq!(first.map(|b| b.number), Some(number), "seed {seed}: {sql}");
        let kind = if seed % 5 == 1 {
            BreakKind::Missing
        } else {
            BreakKind::Entry
        };
        assert_eq!(first.map(|b| b.kind), Some(kind), "seed {seed}: {sql}");
    }
}

#[test]
fn of_several_faults_each_is_named() {
    let place = Place::new("several");
    trail(&place);
    let whole = files(&place.vault());
    let found = attacked(
        &place,
        &whole,
        "UPDATE trail SET action = 'x' WHERE number IN (3, 12, 13, 30);
         DELETE FROM trail WHERE number IN (20, 21);",
    );
    let named: BTreeSet<u64> = found.breaks.iter().map(|b| b.number).collect();
    for number in [3, 12, 13, 20, 21, 30] {
        assert!(named.contains(&number), "{number} is in {named:?}");
    }
    assert!(!named.contains(&5), "what follows well is not named");
}

#[test]
fn entries_that_are_cut_off_at_the_end_are_missed_by_the_head_that_was_signed_over_them() {
    let place = Place::new("cut-off");
    let entries = trail(&place);
    let whole = files(&place.vault());
    let found = attacked(&place, &whole, "DELETE FROM trail WHERE number > 35;");
    assert_eq!(found.breaks.len(), 1, "{found:?}");
    assert_eq!(found.breaks[0].number, entries);
    assert_eq!(found.breaks[0].kind, BreakKind::Head);
}

/// Writes the whole chain anew from an entry on, as FORMAT.md says how: it follows again.
fn rewrite(place: &Place, from: u64, action: &str) {
    use rusqlite::params;
    let connection = place.direct();
    connection.execute_batch(UNGUARDED).unwrap();
    connection
        .execute(
            "UPDATE trail SET action = ?2 WHERE number = ?1",
            params![i64::try_from(from).unwrap(), action],
        )
        .unwrap();
    let mut ends = std::collections::HashMap::<String, Vec<u8>>::new();
    let mut head = vec![0; 32];
    type Row = (i64, [String; 5], i64, [String; 3], [Option<Vec<u8>>; 2]);
    let rows: Vec<Row> = connection
        .prepare("SELECT * FROM trail ORDER BY number")
        .unwrap()
        .query_map([], |row| {
            let text = |name: &str| row.get::<_, String>(name);
            Ok((
                row.get("number")?,
                [
                    text("chain")?,
                    text("at")?,
                    text("who")?,
                    text("device")?,
                    text("copy")?,
                ],
                row.get("place")?,
                [text("action")?, text("kind")?, text("object")?],
                [row.get("before")?, row.get("after")?],
            ))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (number, five, place, three, digests) in rows {
        let previous = ends.get(&five[0]).cloned().unwrap_or(vec![0; 32]);
        let mut bytes = vec![0];
        bytes.extend(&previous);
        bytes.push(1);
        let mut field = |content: &[u8]| {
            bytes.extend((content.len() as u64).to_be_bytes());
            bytes.extend(content);
        };
        five.iter().for_each(|text| field(text.as_bytes()));
        field(&place.to_be_bytes());
        three.iter().for_each(|text| field(text.as_bytes()));
        digests
            .iter()
            .for_each(|digest| field(digest.as_deref().unwrap_or_default()));
        let hash = vault::sha256(&bytes).to_vec();
        head = vault::sha256(&[vec![1], head, hash.clone()].concat()).to_vec();
        connection
            .execute(
                "UPDATE trail SET previous = ?2, hash = ?3, head = ?4 WHERE number = ?1",
                params![number, previous, hash, head],
            )
            .unwrap();
        ends.insert(five[0].clone(), hash);
    }
}

#[test]
fn a_trail_that_was_rewritten_whole_follows_and_is_still_not_the_one_that_was_signed() {
    let place = Place::new("rewritten");
    trail(&place);
    let before = verified(&place);
    rewrite(&place, 17, "change");
    assert_eq!(
        verified(&place),
        before,
        "rewriting what stood there changes nothing"
    );
    rewrite(&place, 17, "look away");
    let found = verified(&place);
    assert_eq!(
        found.breaks.len(),
        2,
        "each of the heads behind it: {found:?}"
    );
    assert!(found.breaks.iter().all(|b| b.kind == BreakKind::Head));
    assert!(found.breaks[0].number >= 17);
}

#[test]
fn a_reader_in_slices_finds_what_the_look_at_the_whole_finds() {
    let place = Place::new("slices");
    trail(&place);
    for sql in ["", "UPDATE trail SET kind = 'x' WHERE number = 7"] {
        place.tamper(&format!("{UNGUARDED} {sql}"));
        let (store, _) = place.reopen().unwrap();
        let (mut reading, mut digesting) = store.begin_verifying().unwrap();
        while let Some(slice) = store.read_on(&mut reading).unwrap() {
            digesting.take(&slice);
        }
        assert_eq!(digesting.finish(), store.verify_trail().unwrap());
    }
}

#[test]
fn what_is_looked_for_is_found_newest_first() {
    let place = Place::new("list");
    let entries = trail(&place);
    let (store, _) = place.reopen().unwrap();
    let all = TrailFilter::default();
    assert_eq!(store.trail_count(&all).unwrap(), entries);
    let page = store.trail(&all, 2, 5).unwrap();
    let numbers: Vec<u64> = page.iter().map(|entry| entry.number).collect();
    let newest = entries - 2;
    assert_eq!(numbers, (newest - 4..=newest).rev().collect::<Vec<_>>());
    let looks = TrailFilter {
        action: Some("look".into()),
        chain: Some(Chain::Vault),
        ..all.clone()
    };
    assert_eq!(store.trail_count(&looks).unwrap(), 10);
    let slot = store.vault().slot_id().to_string();
    assert_eq!(store.met_after(0).unwrap().len(), 3, "add, change, look");
    assert!(
        store
            .met_after(0)
            .unwrap()
            .iter()
            .all(|(who, _)| *who == slot)
    );
    let later = TrailFilter {
        from: Some(now() + chrono::TimeDelta::seconds(1)),
        ..all
    };
    assert_eq!(store.trail_count(&later).unwrap(), 0);
}

#[test]
fn a_chain_shows_nothing_of_another() {
    let place = Place::new("chains");
    trail(&place);
    let (store, _) = place.reopen().unwrap();
    let clients: Vec<domain::organisation::Organisation> = store.all().unwrap();
    for client in &clients {
        let only = TrailFilter {
            chain: Some(Chain::Organisation(client.id)),
            ..TrailFilter::default()
        };
        let entries = store.trail(&only, 0, 200).unwrap();
        assert_eq!(entries.len(), 15);
        assert!(entries.iter().all(|e| e.object == client.id.to_string()));
    }
}
