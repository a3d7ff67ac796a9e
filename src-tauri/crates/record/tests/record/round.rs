//! What is written is what was given, and verifies.

use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;

use record::{DifferenceKind, Entry, Error, Expected, FileKind, Outcome, Writer};

use crate::bench::{
    EVIDENCE, PICTURE, about, copy, on, pdf, record, record_by, signer, verify,
};
use crate::zip::Zip;

#[test]
fn a_record_is_sound_and_says_what_it_is() {
    let verdict = verify(&record());
    assert_eq!(verdict.differences, []);
    assert_eq!(verdict.outcome, Outcome::Sound);
    assert!(verdict.sentence.contains("fingerprint"));
    let manifest = verdict.manifest.unwrap();
    assert_eq!(manifest.about, about());
    let pem = signer().signer_pem().unwrap();
    assert_eq!(verdict.signer, vault::fingerprint(&pem).unwrap());
    assert_eq!(manifest.signer, verdict.signer);
    let files: Vec<(&str, Option<&str>, u64)> = manifest
        .files
        .iter()
        .map(|f| (f.name.as_str(), f.true_name.as_deref(), f.size))
        .collect();
    assert_eq!(
        files[..4],
        [
            ("packets/client.pdf", None, 14),
            (
                "evidence/001-policy-final.txt",
                Some("Policy – final.txt"),
                EVIDENCE.len() as u64
            ),
            (
                "evidence/002-screen.png",
                Some("../../screen.PNG"),
                PICTURE.len() as u64
            ),
            ("data/assessment.json", None, 3400),
        ]
    );
}

#[test]
fn another_program_reads_the_same_files_and_the_sums_are_theirs() {
    let zip = Zip::open(&record());
    let names: Vec<String> = (zip.entries.iter())
        .map(|e| String::from_utf8(e.name.clone()).unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "packets/client.pdf",
            "evidence/001-policy-final.txt",
            "evidence/002-screen.png",
            "data/assessment.json",
            "VERIFY.txt",
            "signer.pem",
            "manifest.json",
            "manifest.sig",
            "SHA256SUMS",
        ]
    );
    assert_eq!(zip.entries[1].bytes, EVIDENCE);
    assert_eq!(zip.entries[2].bytes, PICTURE);
    let sums: String = (zip.entries.iter())
        .filter(|e| !e.is("manifest.sig") && !e.is("SHA256SUMS"))
        .map(|e| {
            let name = std::str::from_utf8(&e.name).unwrap();
            format!("{}  {name}\n", vault::hex(&vault::sha256(&e.bytes)))
        })
        .collect();
    let last = zip.entries.last().unwrap();
    assert_eq!(std::str::from_utf8(&last.bytes).unwrap(), sums);
}

#[test]
fn the_page_that_says_how_to_verify_names_the_key_and_counts_the_files() {
    let mut zip = Zip::open(&record());
    let page = String::from_utf8(zip.entry("VERIFY.txt").bytes.clone()).unwrap();
    let pem = signer().signer_pem().unwrap();
    assert!(page.contains(&vault::fingerprint(&pem).unwrap()));
    assert!(page.contains("-eq 9"));
    assert!(page.contains("the time is the signer's own statement"));
    assert!(page.is_ascii());
    assert!(
        page.lines()
            .filter(|l| !l.starts_with('$'))
            .all(|l| l.len() <= 80)
    );
    // What a client calls things is in the manifest only.
    assert!(!page.contains("Three Oaks") && !page.contains("First"));
}

#[test]
fn the_same_input_gives_the_same_bytes_but_for_the_signature() {
    let fixed = |_: &[u8]| Ok(vec![1, 2, 3]);
    assert_eq!(record_by(signer(), fixed), record_by(signer(), fixed));
}

#[test]
fn evidence_that_is_not_as_its_record_says_stops_the_record_by_name() {
    let sha256 = vault::hex(&vault::sha256(EVIDENCE));
    let size = EVIDENCE.len() as u64;
    let longer = [EVIDENCE, b"!"].concat();
    let other = [&EVIDENCE[..EVIDENCE.len() - 1], b"!"].concat();
    for (what, bytes) in [
        ("longer", longer.as_slice()),
        ("shorter", &EVIDENCE[1..]),
        ("other", &other),
        ("empty", b""),
    ] {
        let mut writer = Writer::begin(Cursor::new(Vec::new()), about(), Vec::new());
        let entry = Entry {
            name: "evidence/001-policy.txt",
            kind: FileKind::Evidence,
            about: "Evidence.",
            true_name: Some("Policy.txt"),
        };
        let expected = Expected {
            size,
            sha256: &sha256,
        };
        let copied = writer.copy(&entry, &expected, &mut Cursor::new(bytes), &mut on);
        let Err(Error::Differs { name }) = copied else {
            panic!("{what}: {copied:?}")
        };
        assert_eq!(name, "Policy.txt");
    }
}

#[test]
fn what_cannot_be_read_and_who_stops_it_are_told_apart() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let entry = Entry {
        name: "evidence/001-policy.txt",
        kind: FileKind::Evidence,
        about: "Evidence.",
        true_name: Some("Policy.txt"),
    };
    let expected = Expected {
        size: 5,
        sha256: "",
    };
    let begin = || Writer::begin(Cursor::new(Vec::new()), about(), Vec::new());
    let read = begin().copy(&entry, &expected, &mut Broken, &mut on);
    assert!(matches!(read, Err(Error::Read { name, .. }) if name == "Policy.txt"));
    let mut stop = |_| ControlFlow::Break(());
    let stopped = begin().copy(&entry, &expected, &mut Cursor::new(b"bytes"), &mut stop);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    let record = record();
    let stopped = record::verify(Cursor::new(record), &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(Error::Cancelled)));
}

#[test]
fn two_entries_never_have_one_name_and_none_leads_elsewhere() {
    let mut writer = Writer::begin(Cursor::new(Vec::new()), about(), Vec::new());
    pdf(&mut writer);
    copy(&mut writer, 1, "a.txt", b"a").unwrap();
    for name in [
        "evidence/001-a.txt",
        "evidence/001-A.txt",
        "../a",
        "/a",
        "SHA256SUMS/",
    ] {
        let entry = Entry {
            name,
            kind: FileKind::Evidence,
            about: "Evidence.",
            true_name: None,
        };
        let added: Result<(), Error> = writer.add(&entry, |_| Ok(()));
        assert!(matches!(added, Err(Error::Doubled)), "{name}");
    }
}

#[test]
fn one_changed_byte_anywhere_is_seen() {
    let record = record();
    assert_eq!(verify(&record).outcome, Outcome::Sound);
    let files = |bytes: &[u8]| -> Vec<Vec<u8>> {
        let entries = Zip::open(bytes).entries;
        entries.into_iter().map(|entry| entry.bytes).collect()
    };
    let mut spare = 0;
    for at in 0..record.len() {
        let mut changed = record.clone();
        changed[at] ^= 0x20;
        let verdict = verify(&changed);
        if verdict.outcome == Outcome::Sound {
            // The last byte of what is packed has bits that mean nothing (RFC 1951).
            assert_eq!(files(&changed), files(&record), "byte {at}");
            spare += 1;
        }
        assert!(spare <= 1, "byte {at}");
        assert_eq!(
            verdict.differences.is_empty(),
            verdict.outcome != Outcome::Differs,
            "byte {at}"
        );
    }
}

#[test]
fn a_byte_changed_in_the_evidence_is_named_with_the_name_that_the_file_had() {
    let mut record = record();
    let at = record.windows(4).position(|w| w == b"poli").unwrap();
    let at = record[at..]
        .windows(EVIDENCE.len())
        .position(|w| w == EVIDENCE)
        .unwrap()
        + at;
    record[at] ^= 1;
    let verdict = verify(&record);
    let [difference] = verdict.differences.as_slice() else {
        panic!("{verdict:?}")
    };
    assert_eq!(difference.kind, DifferenceKind::Changed);
    assert_eq!(difference.name, "evidence/001-policy-final.txt");
    assert!(difference.sentence.contains("Policy – final.txt"));
}

#[test]
fn a_record_that_is_cut_anywhere_is_refused() {
    let record = record();
    for length in (0..record.len()).step_by(7) {
        let verdict = verify(&record[..length]);
        assert_ne!(verdict.outcome, Outcome::Sound, "{length} bytes");
    }
}

/// A disk with so much room. It counts what comes after it said that it is full.
struct Full<'c> {
    disk: Cursor<Vec<u8>>,
    room: usize,
    is_full: bool,
    after: &'c Cell<usize>,
}

impl io::Write for Full<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_full {
            self.after.set(self.after.get() + 1);
        }
        let end = usize::try_from(self.disk.position()).unwrap() + bytes.len();
        self.is_full |= end > self.room;
        if self.is_full {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.disk.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl io::Seek for Full<'_> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.disk.seek(to)
    }
}

#[test]
fn a_full_disk_is_told_of_once_wherever_it_ends() {
    let pem = signer().signer_pem().unwrap();
    let bytes = b"evidence ".repeat(300);
    let whole = |room: usize, after: &Cell<usize>| {
        let disk = Full {
            disk: Cursor::new(Vec::new()),
            room,
            is_full: false,
            after,
        };
        let mut writer = Writer::begin(disk, about(), pem.clone());
        copy(&mut writer, 1, "one.txt", &bytes)?;
        copy(&mut writer, 2, "two.txt", &bytes)?;
        let disk = writer.finish(|message| signer().sign(message))?;
        Ok::<usize, Error>(disk.disk.into_inner().len())
    };
    let after = Cell::new(0);
    let length = whole(usize::MAX, &after).unwrap();
    // The signature's length differs by a byte or two.
    for room in (0..length - 8).step_by(97) {
        match whole(room, &after) {
            Err(Error::Write(error)) => assert_eq!(error.kind(), io::ErrorKind::StorageFull),
            other => panic!("{room}: {other:?}"),
        }
        assert_eq!(after.get(), 0, "{room}: written to after it was full");
    }
}
