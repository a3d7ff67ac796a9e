//! Gives a vault of 50 MiB a new key, against copying and flushing as many bytes; and changes a
//! passphrase, against the stretch that it costs at least. Prints JSON.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::fs::File;
use std::io::copy;
use std::path::Path;
use std::time::Instant;

use chrono::Utc;
use store::{Chain, Setting, Store};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

const ROUNDS: usize = 5;
const SIZE: usize = 50 << 20;

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-keys-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = folder.join("bench.auscult");
    let mut store = filled(&place);
    let (mut rotation, mut plain) = (Vec::new(), Vec::new());
    let (mut change, mut stretch) = (Vec::new(), Vec::new());
    let passphrase = passphrase();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let mut to = File::create(folder.join("plain")).unwrap();
        copy(&mut File::open(place.join("vault.db")).unwrap(), &mut to).unwrap();
        to.sync_all().unwrap();
        plain.push(milliseconds(begun));
        let begun = Instant::now();
        store.rotate(&[], Utc::now()).unwrap();
        rotation.push(milliseconds(begun));
        let begun = Instant::now();
        assert!(store.vault().is_own_way(&passphrase).unwrap());
        stretch.push(milliseconds(begun));
        let begun = Instant::now();
        store
            .change_keys(Utc::now(), |vault| vault.replace_slot(&passphrase))
            .unwrap();
        change.push(milliseconds(begun));
    }
    let size = place.join("vault.db").metadata().unwrap().len();
    println!(
        "{{\"rotation\":{:.1},\"plainCopy\":{:.1},\"change\":{:.1},\"stretch\":{:.1},\"mebibytes\":{}}}",
        median(rotation),
        median(plain),
        median(change),
        median(stretch),
        size >> 20,
    );
    drop(store);
    std::fs::remove_dir_all(folder).unwrap();
}

fn passphrase() -> Passphrase {
    Passphrase::choose("correct horse battery staple".into()).unwrap()
}

/// Makes a vault with the standard stretch and so many bytes of records in it.
fn filled(place: &Path) -> Store {
    let now = Utc::now();
    let vault = Vault::create(&Creation {
        folder: place,
        way: (&passphrase()).into(),
        stretch: Stretch::STANDARD,
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
    let value = "A note of about the length that somebody types. ".repeat(200);
    store
        .change(Chain::Vault, now, |change| {
            for number in 0..SIZE / value.len() {
                change.put(&Setting {
                    id: format!("bench-{number}"),
                    value: value.clone(),
                })?;
            }
            Ok::<_, store::Error>(())
        })
        .unwrap();
    store
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
