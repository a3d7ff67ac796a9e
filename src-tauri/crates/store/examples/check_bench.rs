//! Checks a vault of 50 MiB with fifty thousand records, and the evidence beside it, against
//! reading and digesting as many plain bytes. Prints JSON.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use chrono::Utc;
use domain::id::AttachmentId;
use store::{Chain, Sealing, Setting, Store};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

const ROUNDS: usize = 5;
const RECORDS: usize = 50_000;
const PIECES: u128 = 8;
const PIECE: u64 = 64 << 20;

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = folder.join("bench.auscult");
    let store = filled(&place);
    let evidence = store.vault().evidence_path();
    let (mut database, mut sealed, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let (found, objects) = store.check_database().unwrap();
        database.push(milliseconds(begun));
        assert!(found.iter().all(|finding| finding.faults == 0), "{found:?}");
        let begun = Instant::now();
        let mut go_on = |_| ControlFlow::Continue(());
        let bad = store::look_at_objects(&objects, &evidence, &mut go_on).unwrap();
        sealed.push(milliseconds(begun));
        assert!(bad.is_empty());
        let begun = Instant::now();
        for entry in std::fs::read_dir(&evidence).unwrap().flatten() {
            vault::digest_file(&entry.path(), &mut go_on).unwrap();
        }
        plain.push(milliseconds(begun));
    }
    let size = place.join("vault.db").metadata().unwrap().len();
    let bytes = PIECE * u64::try_from(PIECES).unwrap();
    println!(
        "{{\"database\":{:.1},\"mebibytes\":{},\"evidence\":{:.1},\"plain\":{:.1},\
         \"evidenceMebibytes\":{}}}",
        median(database),
        size >> 20,
        median(sealed),
        median(plain),
        bytes >> 20,
    );
    drop(store);
    std::fs::remove_dir_all(folder).unwrap();
}

/// Makes a vault with records of about the length of an answer, and evidence.
fn filled(place: &Path) -> Store {
    let now = Utc::now();
    let passphrase = Passphrase::choose("correct horse battery staple".into()).unwrap();
    let vault = Vault::create(&Creation {
        folder: place,
        way: (&passphrase).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: Holder {
            program: "bench".into(),
            host: String::new(),
            process: 0,
            since: now,
        },
        now,
    })
    .unwrap();
    let (mut store, _) = Store::open(vault, Uuid::nil()).unwrap();
    let value = "A note of about the length that somebody types. ".repeat(10);
    store
        .change(Chain::Vault, now, |change| {
            for number in 0..RECORDS {
                change.put(&Setting {
                    id: format!("bench-{number}"),
                    value: value.clone(),
                })?;
            }
            Ok::<_, store::Error>(())
        })
        .unwrap();
    for number in 0..PIECES {
        // Each piece its own bytes: equal ones would be kept once.
        let byte = u8::try_from(number).unwrap();
        let mut from = std::io::repeat(byte).take(PIECE);
        let mut go_on = |_| ControlFlow::Continue(());
        let sealing = Sealing::seal(&store.vault(), &mut from, &mut go_on).unwrap();
        let id = AttachmentId(Uuid::from_u128(number + 1));
        store
            .change(Chain::Vault, now, |change| {
                change.attach(sealing, "piece", id).map(|_| ())
            })
            .unwrap();
    }
    store
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
