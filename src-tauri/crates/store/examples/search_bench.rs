//! Searches a vault with a million notes for two words, as they are typed. Prints JSON.
//!
//! The rows are written past the trail, which the index does not need to be made anew, so
//! that the vault is there in seconds.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement")]

use std::time::Instant;

use chrono::Utc;
use domain::note::WorkingNote;
use rusqlite::{Connection, params};
use store::words::{places, terms, words};
use store::{Error, Searched, Store, Within, new_id};
use uuid::Uuid;
use vault::{Creation, Holder, Passphrase, Stretch, Vault};

const NOTES: usize = 1_000_000;
const ROUNDS: usize = 400;

/// Words that notes are made of; a few are in most notes, most in a few, as in any language.
const SYLLABLES: [&str; 40] = [
    "ac", "cess", "con", "trol", "pol", "icy", "en", "crypt", "log", "aud", "it", "back", "up",
    "re", "view", "mod", "el", "tra", "in", "ing", "da", "ta", "ven", "dor", "key", "man",
    "age", "risk", "sys", "tem", "us", "er", "pass", "ment", "is", "not", "sec", "ure", "net",
    "work",
];

/// A row of numbers that looks random and is the same each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Returns a place in a list: the first ones are a thousand times as frequent.
    fn place(&mut self, length: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((length as f64).powf(share) as usize - 1).min(length - 1)
    }
}

fn main() {
    let folder = std::env::temp_dir().join(format!("auscult-search-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let place = folder.join("bench.auscult");
    let passphrase = || Passphrase::choose("correct horse battery staple".into()).unwrap();
    let now = Utc::now();
    let holder = || Holder {
        program: "bench".into(),
        host: String::new(),
        process: 0,
        since: now,
    };
    let vault = Vault::create(&Creation {
        folder: &place,
        way: (&passphrase()).into(),
        stretch: Stretch::WEAK_FOR_TESTS,
        holder: holder(),
        now,
    })
    .unwrap();
    let key = vault.database_key().unwrap();
    let database = vault.database_path();
    let store = Store::open(vault, Uuid::nil()).unwrap().0;
    store.close().unwrap();

    let vocabulary: Vec<String> = (0..20_000).map(word).collect();
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let begun = Instant::now();
    let direct = Connection::open(database).unwrap();
    direct
        .execute_batch(&format!(
            "PRAGMA key = \"x'{}'\"; PRAGMA cache_size = -65536; PRAGMA locking_mode = EXCLUSIVE; \
             PRAGMA synchronous = OFF;",
            key.keyspec().as_str()
        ))
        .unwrap();
    write(&direct, &vocabulary, &mut dice);
    drop(direct);
    let written = begun.elapsed().as_secs_f64();

    let vault = Vault::unlock(&place, &passphrase(), holder()).unwrap();
    let mut store = Store::open(vault, Uuid::nil()).unwrap().0;
    let begun = Instant::now();
    search(&mut store, "nothing");
    let indexed = begun.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let mut typed = |shortest: usize| {
            let word = &vocabulary[dice.place(vocabulary.len())];
            let letters = shortest + dice.next() as usize % word.len();
            word.chars().take(letters).collect::<String>()
        };
        let typed = format!("{} {}", typed(3), typed(1));
        let begun = Instant::now();
        search(&mut store, &typed);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[(times.len() as f64 * share) as usize];
    println!(
        "{{\"search\": {{\"notes\": {NOTES}, \"rounds\": {ROUNDS}, \"p50\": {:.3}, \"p95\": {:.3}, \
         \"worst\": {:.3}, \"secondsToWrite\": {written:.1}, \"secondsToIndex\": {indexed:.1}}}}}",
        at(0.5),
        at(0.95),
        at(1.0 - 1.0 / ROUNDS as f64),
    );
    drop(store);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Searches as the workbench does: each record that was found is read and looked through.
fn search(store: &mut Store, typed: &str) {
    let looked_for = terms(typed);
    let taken = store.search(typed, Within::Vault, 8, &mut |store, found| {
        let note: WorkingNote = store.get(&found.id.to_string())?.unwrap();
        let texts = note.texts();
        Ok::<_, Error>(looked_for.iter().all(|term| {
            texts
                .iter()
                .any(|text| !places(&words(text), term).is_empty())
        }))
    });
    taken.unwrap();
}

fn word(number: usize) -> String {
    let (mut word, mut left) = (String::new(), number + SYLLABLES.len());
    while left > 0 {
        word.push_str(SYLLABLES[left % SYLLABLES.len()]);
        left /= SYLLABLES.len();
    }
    word
}

/// Writes the notes of a thousand assessments, each of about the length that somebody types.
fn write(connection: &Connection, vocabulary: &[String], dice: &mut Dice) {
    let now = Utc::now();
    connection.execute_batch("BEGIN").unwrap();
    let mut insert = connection
        .prepare(
            "INSERT INTO working_note (id, assessment, body, digest) VALUES (?1, ?2, ?3, zeroblob(32))",
        )
        .unwrap();
    let mut assessment = String::new();
    for number in 0..NOTES {
        if number % 1_000 == 0 {
            assessment = new_id(now).unwrap().to_string();
        }
        let mut note = String::new();
        for _ in 0..6 + dice.next() % 16 {
            note.push_str(&vocabulary[dice.place(vocabulary.len())]);
            note.push(' ');
        }
        let id = new_id(now).unwrap().to_string();
        let body = format!(
            r#"{{"id":"{id}","assessment":"{assessment}","control":"C-{}","subject":"all","text":"{note}"}}"#,
            number % 1_000
        );
        insert.execute(params![id, assessment, body]).unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
}
