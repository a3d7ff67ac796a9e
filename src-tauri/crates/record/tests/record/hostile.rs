//! Everything that can be wrong with a record, each named.

use record::{DifferenceKind, Outcome};

use DifferenceKind::{Added, Archive, Changed, Missing, Signature};

use crate::bench::{EVIDENCE, record, signer, stranger, verify};
use crate::zip::{Raw, Zip};

const POLICY: &str = "evidence/001-policy-final.txt";
const SCREEN: &str = "evidence/002-screen.png";
const DATA: &str = "data/assessment.json";

type Row = (
    &'static str,
    fn(Zip) -> Zip,
    &'static [(DifferenceKind, &'static str)],
);

/// What is done to a sound record, and what is said of it then.
const ROWS: &[Row] = &[
    ("nothing", |zip| zip, &[]),
    (
        "a file has other bytes, and sums that fit them",
        |mut zip| {
            zip.entry(POLICY).bytes[3] ^= 1;
            zip
        },
        &[(Changed, POLICY)],
    ),
    (
        "a file is one byte longer",
        |mut zip| {
            zip.entry(POLICY).bytes.push(b'\n');
            zip
        },
        &[(Changed, POLICY)],
    ),
    (
        "a file and the list of sums are changed together",
        |mut zip| {
            let new = b"another policy".to_vec();
            let sums = String::from_utf8(zip.entry("SHA256SUMS").bytes.clone()).unwrap();
            let [old, new_sum] = [EVIDENCE, &new].map(|b| vault::hex(&vault::sha256(b)));
            zip.entry("SHA256SUMS").bytes = sums.replace(&old, &new_sum).into_bytes();
            zip.entry(POLICY).bytes = new;
            zip
        },
        &[(Changed, "SHA256SUMS"), (Changed, POLICY)],
    ),
    (
        "a file is missing",
        |zip| zip.without(SCREEN),
        &[(Missing, SCREEN)],
    ),
    (
        "a file was added",
        |zip| zip.with(Raw::plain("evidence/003-more.txt", b"more")),
        &[(Added, "evidence/003-more.txt")],
    ),
    (
        "a file has another name",
        |mut zip| {
            zip.entry(SCREEN).name = b"evidence/002-other.png".to_vec();
            zip
        },
        &[(Added, "evidence/002-other.png"), (Missing, SCREEN)],
    ),
    (
        "two files are exchanged",
        |mut zip| {
            let policy = zip.entry(POLICY).bytes.clone();
            let screen = std::mem::replace(&mut zip.entry(SCREEN).bytes, policy);
            zip.entry(POLICY).bytes = screen;
            zip
        },
        &[(Changed, POLICY), (Changed, SCREEN)],
    ),
    (
        "the manifest says another version",
        |mut zip| {
            let manifest = zip.entry("manifest.json");
            let text = String::from_utf8(manifest.bytes.clone()).unwrap();
            manifest.bytes = text
                .replace("\"version\": 2", "\"version\": 3")
                .into_bytes();
            zip
        },
        &[(Changed, "SHA256SUMS"), (Signature, "manifest.sig")],
    ),
    (
        "the manifest cannot be read",
        |mut zip| {
            zip.entry("manifest.json").bytes = b"{ not JSON".to_vec();
            zip
        },
        &[(Signature, "manifest.sig"), (Changed, "manifest.json")],
    ),
    (
        "the manifest names a file twice",
        |zip| {
            zip.signed(signer(), |text| {
                let at = text.find("    {\n      \"name\": \"evidence/001").unwrap();
                let end = text[at..].find("    },\n").unwrap() + at + 7;
                format!("{}{}{}", &text[..end], &text[at..end], &text[end..])
            })
        },
        &[(Changed, "SHA256SUMS"), (Changed, "manifest.json")],
    ),
    (
        "the manifest names a file that was never there",
        |zip| zip.signed(signer(), |text| text.replace("002-screen", "002-scream")),
        &[
            (Changed, "SHA256SUMS"),
            (Missing, "evidence/002-scream.png"),
            (Added, SCREEN),
        ],
    ),
    (
        "somebody else signed, and the key is the old one",
        |zip| zip.signed(stranger(), |text| text.replace("R. Vega", "M. Dean")),
        &[(Signature, "manifest.sig")],
    ),
    (
        "somebody else signed and put their key in",
        |mut zip| {
            zip = zip.signed(stranger(), |text| text);
            zip.entry("signer.pem").bytes = stranger().signer_pem().unwrap();
            zip
        },
        &[(Signature, "signer.pem"), (Changed, "signer.pem")],
    ),
    (
        "the key is none",
        |mut zip| {
            zip.entry("signer.pem").bytes = b"no key".to_vec();
            zip
        },
        &[
            (Signature, "manifest.sig"),
            (Signature, "signer.pem"),
            (Changed, "signer.pem"),
        ],
    ),
    (
        "the signature is empty",
        |mut zip| {
            zip.entry("manifest.sig").bytes.clear();
            zip
        },
        &[(Signature, "manifest.sig")],
    ),
    (
        "the signature is missing",
        |zip| zip.without("manifest.sig"),
        &[(Missing, "manifest.sig")],
    ),
    (
        "the key is missing",
        |zip| zip.without("signer.pem"),
        &[(Missing, "signer.pem")],
    ),
    (
        "the manifest is missing",
        |zip| zip.without("manifest.json"),
        &[(Missing, "manifest.json")],
    ),
    (
        "the list of sums is missing",
        |zip| zip.without("SHA256SUMS"),
        &[(Missing, "SHA256SUMS")],
    ),
    (
        "how to verify says something else",
        |mut zip| {
            zip.entry("VERIFY.txt").bytes = b"All is well.".to_vec();
            zip
        },
        &[(Changed, "VERIFY.txt")],
    ),
    (
        "a name leads up",
        |zip| zip.with(Raw::plain("../../.bashrc", b"evil")),
        &[(Archive, "../../.bashrc")],
    ),
    (
        "a name begins at the root",
        |zip| zip.with(Raw::plain("/etc/cron.d/evil", b"evil")),
        &[(Archive, "/etc/cron.d/evil")],
    ),
    (
        "a name leads up on Windows",
        |zip| zip.with(Raw::plain("..\\evil.exe", b"evil")),
        &[(Archive, "..\\evil.exe")],
    ),
    (
        "a name turns the reading direction",
        |zip| zip.with(Raw::plain("evidence/\u{202e}fdp.exe", b"evil")),
        &[(Archive, "evidence/\u{fffd}fdp.exe")],
    ),
    (
        "a folder of its own was put in",
        |zip| zip.with(Raw::plain("evidence/", b"")),
        &[(Archive, "evidence/")],
    ),
    (
        "a name is there twice, the second with other bytes",
        |zip| zip.with(Raw::plain(POLICY, b"other")),
        &[(Archive, POLICY)],
    ),
    (
        "a name is there twice but for the case",
        |zip| zip.with(Raw::plain("Manifest.JSON", b"{}")),
        &[(Archive, "Manifest.JSON")],
    ),
    (
        "the archive has a comment",
        |mut zip| {
            zip.comment = b"look here".to_vec();
            zip
        },
        &[(Archive, "")],
    ),
    (
        "a file has a comment",
        |mut zip| {
            zip.entry(POLICY).comment = b"look here".to_vec();
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "bytes lie before the first file",
        |mut zip| {
            zip.entries[0].before = b"#!/bin/sh\n".to_vec();
            zip
        },
        &[(Archive, ""), (Archive, "packets/client.pdf")],
    ),
    (
        "bytes lie between two files",
        |mut zip| {
            zip.entry(SCREEN).before = b"hidden".to_vec();
            zip
        },
        &[(Archive, SCREEN)],
    ),
    (
        "bytes lie before the directory",
        |mut zip| {
            zip.before_directory = b"hidden".to_vec();
            zip
        },
        &[(Archive, "")],
    ),
    (
        "two files share their bytes",
        |zip| {
            zip.with(Raw {
                said_at: Some(0),
                ..Raw::plain("packets/other.pdf", b"")
            })
        },
        &[(Archive, "packets/other.pdf")],
    ),
    (
        "a file lies beyond the directory",
        |zip| {
            zip.with(Raw {
                said_at: Some(0x7fff_ffff),
                ..Raw::plain("packets/other.pdf", b"")
            })
        },
        &[(Archive, "packets/other.pdf")],
    ),
    (
        "the directory names a file otherwise than its own head",
        |mut zip| {
            zip.entry(POLICY).local_name = Some(b"evidence/001-policy-venal.txt".to_vec());
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "the directory has another size",
        |mut zip| {
            zip.entry(SCREEN).said_size = Some(4);
            zip
        },
        &[(Archive, SCREEN)],
    ),
    (
        "the directory has another check sum",
        |mut zip| {
            zip.entry(SCREEN).said_crc = Some(4);
            zip
        },
        &[(Archive, SCREEN)],
    ),
    (
        "the directory has too many entries",
        |mut zip| {
            zip.said_count = Some(200);
            zip
        },
        &[(Archive, "")],
    ),
    (
        "the directory has too few entries",
        |mut zip| {
            zip.said_count = Some(3);
            zip
        },
        &[(Archive, "")],
    ),
    (
        "a file is encrypted",
        |mut zip| {
            zip.entry(POLICY).flags = 1;
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "a file's sizes follow its bytes",
        |mut zip| {
            zip.entry(POLICY).flags = 8;
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "a file is packed in a way that no record is",
        |mut zip| {
            zip.entry(POLICY).method = 14;
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "a file is a link",
        |mut zip| {
            zip.entry(POLICY).attributes = 0o120_777 << 16;
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "a file has a second name",
        |mut zip| {
            zip.entry(POLICY).extra = [&[0x75, 0x70, 5, 0][..], b"\x01evil"].concat();
            zip
        },
        &[(Archive, POLICY)],
    ),
    (
        "a field of a file does not fit",
        |mut zip| {
            zip.entry(POLICY).extra = vec![0x75, 0x70, 200, 0];
            zip
        },
        &[(Archive, "")],
    ),
    (
        "a file unpacks to more than the directory says",
        |zip| {
            let bomb = Raw {
                both_size: Some(3400),
                ..Raw::deflated(DATA, &vec![0; 200 << 20])
            };
            zip.without(DATA).with(bomb)
        },
        &[(Changed, DATA)],
    ),
    (
        "a file unpacks to more than any record has",
        |zip| {
            zip.with(Raw {
                both_size: Some(0xffff_fffe),
                ..Raw::deflated("evidence/003-bomb.txt", &vec![0; 1 << 20])
            })
        },
        &[(Archive, "evidence/003-bomb.txt")],
    ),
    (
        "the sizes of small files are in fields for large ones",
        |mut zip| {
            zip.entry(SCREEN).large = true;
            zip.end_64 = Some(0);
            zip
        },
        &[],
    ),
    (
        "the end of a large archive is not where it says",
        |mut zip| {
            zip.end_64 = Some(-40);
            zip
        },
        &[(Archive, "")],
    ),
    (
        "bytes lie behind what a file unpacks to",
        |mut zip| {
            let bytes = zip.entry(DATA).bytes.clone();
            let mut raw = Raw::deflated(DATA, &bytes);
            raw.packed.as_mut().unwrap().extend(b"hidden");
            zip.without(DATA).with(raw)
        },
        &[(Changed, DATA)],
    ),
    (
        "what is packed is damaged",
        |mut zip| {
            let bytes = zip.entry(DATA).bytes.clone();
            let mut raw = Raw::deflated(DATA, &bytes);
            raw.packed.as_mut().unwrap()[0] = 0xff;
            zip.without(DATA).with(raw)
        },
        &[(Changed, DATA)],
    ),
];

#[test]
fn whatever_is_wrong_with_a_record_is_named() {
    let sound = record();
    for (what, change, expected) in ROWS {
        let verdict = verify(&change(Zip::open(&sound)).bytes());
        let found: Vec<(DifferenceKind, &str)> = verdict
            .differences
            .iter()
            .map(|d| (d.kind, d.name.as_str()))
            .collect();
        assert_eq!(found, *expected, "{what}: {:#?}", verdict.differences);
        let outcome = match expected {
            [] => Outcome::Sound,
            _ => Outcome::Differs,
        };
        assert_eq!(verdict.outcome, outcome, "{what}");
        for difference in verdict.differences {
            assert!(difference.sentence.ends_with('.'), "{what}");
        }
    }
}

#[test]
fn what_stands_before_or_after_the_archive_is_said() {
    let sound = record();
    for (what, bytes, words) in [
        (
            "after",
            [sound.as_slice(), b"more"].concat(),
            "after the archive's end",
        ),
        (
            "before",
            [b"more", sound.as_slice()].concat(),
            "put before or after it",
        ),
    ] {
        let verdict = verify(&bytes);
        assert_eq!(verdict.outcome, Outcome::Differs, "{what}");
        let sentences: Vec<&str> = verdict
            .differences
            .iter()
            .map(|d| d.sentence.as_str())
            .collect();
        assert!(sentences.iter().any(|s| s.contains(words)), "{sentences:?}");
    }
}

#[test]
fn what_is_no_record_is_called_none() {
    let newer = Zip::open(&record()).signed(signer(), |text| {
        text.replace("\"formatVersion\": 1", "\"formatVersion\": 2")
    });
    let other = Zip::open(&record()).signed(signer(), |text| {
        text.replace("auscult-record", "other-record")
    });
    let empty = Zip::of(Vec::new());
    let archive = Zip::of(vec![Raw::plain("holiday.txt", b"sun")]);
    for (what, bytes, words) in [
        ("nothing", Vec::new(), "no ZIP archive"),
        (
            "a letter",
            b"Dear auditor, see below.".to_vec(),
            "no ZIP archive",
        ),
        (
            "a PDF",
            b"%PDF-1.7 and so on, long enough".to_vec(),
            "no ZIP archive",
        ),
        ("an empty archive", empty.bytes(), "something else"),
        ("another archive", archive.bytes(), "something else"),
        ("another format", other.bytes(), "something else"),
        ("a newer format", newer.bytes(), "newer version"),
    ] {
        let verdict = verify(&bytes);
        assert_eq!(verdict.outcome, Outcome::NotARecord, "{what}");
        assert!(
            verdict.sentence.contains(words),
            "{what}: {}",
            verdict.sentence
        );
    }
}

#[test]
fn sizes_that_no_disk_has_are_no_matter() {
    let most = format!("\"size\": {}", u64::MAX);
    let sizes = |text: String| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for line in &mut lines {
            if line.trim_start().starts_with("\"size\": ") {
                *line = format!("{most},");
            }
        }
        lines.join("\n") + "\n"
    };
    let verdict = verify(&Zip::open(&record()).signed(signer(), sizes).bytes());
    assert_eq!(verdict.outcome, Outcome::Differs);
    let facts = verdict.manifest.unwrap().facts();
    assert!(
        facts
            .iter()
            .any(|(_, said)| said.contains(&u64::MAX.to_string()))
    );
}
