//! Looks at a trail of many entries: all of it, and what is looked at while somebody waits
//! for the vault. Prints JSON. The number of entries may be given.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::time::Instant;

use chrono::Utc;
use domain::id::OrganisationId;
use store::{Chain, Occasion, Store};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

/// How many entries are written at a time.
const AT_ONCE: usize = 10_000;

fn main() {
    let wanted = std::env::args().nth(1).and_then(|n| n.parse().ok());
    let wanted: usize = wanted.unwrap_or(1_000_000);
    let place = std::env::temp_dir().join(format!("auscult-trail-{}", std::process::id()));
    std::fs::create_dir_all(&place).unwrap();
    let folder = place.join("bench.auscult");
    let passphrase = Passphrase::choose("correct horse battery staple".into()).unwrap();
    let now = Utc::now();
    let holder = Holder {
        program: "bench".into(),
        host: String::new(),
        process: 0,
        since: now,
    };
    let vault = Vault::create(&Creation {
        folder: &folder,
        way: (&passphrase).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: holder.clone(),
        now,
    })
    .unwrap();
    let (mut store, _) = Store::open(vault, Uuid::nil()).unwrap();
    let chains: Vec<OrganisationId> = (0..20)
        .map(|_| OrganisationId(store::new_id(now).unwrap()))
        .collect();
    for piece in 0..wanted.div_ceil(AT_ONCE) {
        let chain = Chain::Organisation(chains[piece % chains.len()]);
        store
            .change(chain, now, |change| {
                for number in 0..AT_ONCE.min(wanted - piece * AT_ONCE) {
                    let object = Uuid::from_u128((piece * AT_ONCE + number) as u128);
                    change.record("change", "answer", &object.to_string())?;
                }
                Ok::<(), store::Error>(())
            })
            .unwrap();
    }
    let begun = Instant::now();
    store.sign_head(Occasion::Lock, now).unwrap().unwrap();
    let first = begun.elapsed();
    store.close().unwrap();

    let begun = Instant::now();
    let vault = Vault::unlock(&folder, &passphrase, holder).unwrap();
    let unlocked = begun.elapsed();
    let begun = Instant::now();
    let (mut store, opening) = Store::open(vault, Uuid::nil()).unwrap();
    assert!(opening.breaks.is_empty());
    store
        .change(Chain::Vault, now, |change| {
            change.record("unlock", "vault", "vault")?;
            change.sign_head(Occasion::Unlock)
        })
        .unwrap()
        .unwrap();
    let opened = begun.elapsed();
    let begun = Instant::now();
    let found = store.verify_trail().unwrap();
    let whole = begun.elapsed();
    assert_eq!((found.entries, found.breaks.len()), (wanted as u64 + 1, 0));

    let (mut reading, mut digesting) = store.begin_verifying().unwrap();
    let (mut longest, begun) = (0.0_f64, Instant::now());
    loop {
        let held = Instant::now();
        let slice = store.read_on(&mut reading).unwrap();
        longest = longest.max(held.elapsed().as_secs_f64());
        let Some(slice) = slice else { break };
        digesting.take(&slice);
    }
    assert_eq!(digesting.finish().breaks, []);
    let beside = begun.elapsed();
    println!(
        "{{\"entries\": {wanted}, \"wholeMs\": {:.0}, \"besideMs\": {:.0}, \"longestHeldMs\": {:.1}, \
         \"openAndSignMs\": {:.1}, \"vaultMs\": {:.1}, \"firstSigningMs\": {:.0}}}",
        whole.as_secs_f64() * 1000.0,
        beside.as_secs_f64() * 1000.0,
        longest * 1000.0,
        opened.as_secs_f64() * 1000.0,
        unlocked.as_secs_f64() * 1000.0,
        first.as_secs_f64() * 1000.0,
    );
    drop(store);
    std::fs::remove_dir_all(&place).unwrap();
}
