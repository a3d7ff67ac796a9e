//! Saves one record after another, in a vault and in a plain SQLite file of the same
//! durability, in turn; and lists the progress of many assessments. Prints JSON.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::time::Instant;

use chrono::Utc;
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use domain::step::{Step, StepKind};
use rusqlite::Connection;
use store::{Chain, Store};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

const ROUNDS: usize = 1_000;

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let passphrase = Passphrase::choose("correct horse battery staple".into()).unwrap();
    let now = Utc::now();
    let holder = Holder {
        program: "bench".into(),
        host: String::new(),
        process: 0,
        since: now,
    };
    let vault = Vault::create(&Creation {
        folder: &folder.join("bench.auscult"),
        way: (&passphrase).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder,
        now,
    })
    .unwrap();
    let (mut store, _) = Store::open(vault, Uuid::nil()).unwrap();
    let plain = Connection::open(folder.join("plain.db")).unwrap();
    plain
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             CREATE TABLE organisation (id TEXT PRIMARY KEY, body TEXT NOT NULL);",
        )
        .unwrap();
    let id = OrganisationId(store::new_id(now).unwrap());
    let typing = Step {
        typed_in: Some("remarks".to_owned()),
        ..Step::of(StepKind::Organisation)
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let organisation = Organisation {
            id,
            name: format!("Clinic {round}"),
            kind: String::new(),
            address: String::new(),
            contact: String::new(),
            remarks: "A note of about the length that somebody types. ".repeat(6),
        };
        let body = serde_json::to_string(&organisation).unwrap();
        let begun = Instant::now();
        plain
            .execute(
                "INSERT INTO organisation VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET body = ?2",
                [&id.to_string(), &body],
            )
            .unwrap();
        theirs.push(begun.elapsed().as_secs_f64() * 1000.0);
        let begun = Instant::now();
        store
            .change(Chain::Organisation(id), now, |change| {
                change.begin_step(id.0);
                change.put(&organisation)?;
                change.end_step(&typing)
            })
            .unwrap();
        ours.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    for times in [&mut ours, &mut theirs] {
        times.sort_by(f64::total_cmp);
    }
    let at = |times: &[f64], share: f64| times[(times.len() as f64 * share) as usize];
    println!(
        "{{\"autosave\": {{\"rounds\": {ROUNDS}, \"p50\": {:.3}, \"p99\": {:.3}, \
         \"plainP50\": {:.3}, \"plainP99\": {:.3}}}}}",
        at(&ours, 0.5),
        at(&ours, 0.99),
        at(&theirs, 0.5),
        at(&theirs, 0.99),
    );
    drop(store);
    std::fs::remove_dir_all(&folder).unwrap();
}
