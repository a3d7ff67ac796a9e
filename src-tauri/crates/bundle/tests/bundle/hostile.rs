//! Bundles that somebody made or changed to do harm: each is refused, and for what it is.

use std::io::Write;

use bundle::{Error, Manifest, Member, Seal};
use domain::evidence::Attachment;
use domain::id::*;
use tar::{EntryType, Header};
use uuid::Uuid;
use vault::{EnvelopeWriter, Stretch};

use crate::bench::*;

/// A member as it stands in an archive.
#[derive(Clone)]
struct Entry {
    name: String,
    kind: EntryType,
    /// The length that the header names, if another than the true one.
    says: Option<u64>,
    bytes: Vec<u8>,
}

/// An archive as it is put together, sound until something is changed.
struct Crafted {
    manifest: Manifest,
    entries: Vec<Entry>,
    after: Vec<u8>,
}

impl Crafted {
    fn of(sample: &Sample) -> Self {
        let archive = opened(&sample.own());
        let mut entries = Vec::new();
        let mut rest = tar::Archive::new(archive.as_slice());
        for entry in rest.entries().unwrap() {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().to_str().unwrap().to_owned();
            let mut bytes = Vec::new();
            std::io::copy(&mut entry, &mut bytes).unwrap();
            entries.push(Entry {
                name,
                kind: EntryType::Regular,
                says: None,
                bytes,
            });
        }
        let manifest = serde_json::from_slice(&entries.remove(0).bytes).unwrap();
        Self {
            manifest,
            entries,
            after: vec![0; 1024],
        }
    }

    /// Replaces a member's bytes, and what the list says of it.
    fn replace(&mut self, name: &str, bytes: &[u8]) {
        let member = self.manifest.members.iter_mut().find(|m| m.name == name);
        let member = member.unwrap();
        member.length = bytes.len() as u64;
        member.sha256 = sha256(bytes);
        let entry = self.entries.iter_mut().find(|e| e.name == name).unwrap();
        entry.bytes = bytes.to_vec();
    }

    fn sealed(&self) -> Vec<u8> {
        let manifest = serde_json::to_vec(&self.manifest).unwrap();
        self.sealed_with(&manifest)
    }

    fn sealed_with(&self, manifest: &[u8]) -> Vec<u8> {
        let first = Entry {
            name: "bundle.json".to_owned(),
            kind: EntryType::Regular,
            says: None,
            bytes: manifest.to_vec(),
        };
        let mut archive = Vec::new();
        for entry in [&first].into_iter().chain(&self.entries) {
            let mut header = Header::new_ustar();
            let name = entry.name.as_bytes();
            header.as_mut_bytes()[..name.len()].copy_from_slice(name);
            header.set_entry_type(entry.kind);
            header.set_size(entry.says.unwrap_or(entry.bytes.len() as u64));
            header.set_cksum();
            archive.extend_from_slice(header.as_bytes());
            archive.extend_from_slice(&entry.bytes);
            archive.resize(archive.len().next_multiple_of(512), 0);
        }
        archive.extend_from_slice(&self.after);
        sealed(&archive)
    }
}

fn sealed(archive: &[u8]) -> Vec<u8> {
    let into = Vec::new();
    let mut writer =
        EnvelopeWriter::begin(into, &own_passphrase(), Stretch::WEAK_FOR_TESTS).unwrap();
    writer.write_all(archive).unwrap();
    writer.finish().unwrap()
}

/// The archive inside a bundle in the own format.
fn opened(bytes: &[u8]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut reader = vault::EnvelopeReader::open(bytes, &own_passphrase()).unwrap();
    std::io::copy(&mut reader, &mut archive).unwrap();
    archive
}

fn refusal(bytes: &[u8]) -> String {
    match read(bytes, &key()) {
        Ok(_) => "taken".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_is_crafted_without_a_change_is_taken() {
    assert_eq!(refusal(&Crafted::of(&sample()).sealed()), "taken");
    // Stock tar pads an archive to a multiple of 10240 bytes.
    let mut padded = Crafted::of(&sample());
    padded.after = vec![0; 10240];
    assert_eq!(refusal(&padded.sealed()), "taken");
}

/// One line for each: its name, what is done to a sound archive, and the refusal.
#[test]
fn each_hostile_archive_is_refused_for_what_it_is() {
    type Change = fn(&mut Crafted);
    let table: &[(&str, Change, &str)] = &[
        (
            "newer",
            |c| c.manifest.format = 2,
            "format 2, this program knows up to 1",
        ),
        (
            "format_zero",
            |c| c.manifest.format = 0,
            "its format has no such number",
        ),
        (
            "member_lacks",
            |c| drop(c.entries.remove(3)),
            "not the one that its list names",
        ),
        (
            "member_lacks_at_the_end",
            |c| drop(c.entries.pop()),
            "less than its list names",
        ),
        (
            "member_not_listed",
            |c| {
                let more = c.entries[0].clone();
                c.entries.push(more);
            },
            "more than its list names",
        ),
        (
            "name_twice",
            |c| {
                let (entry, member) = (c.entries[16].clone(), c.manifest.members[16].clone());
                c.entries.push(entry);
                c.manifest.members.push(member);
            },
            "not one of a bundle",
        ),
        (
            "order",
            |c| c.entries.swap(1, 2),
            "not the one that its list names",
        ),
        (
            "order_in_the_list",
            |c| {
                c.entries.swap(1, 2);
                c.manifest.members.swap(1, 2);
            },
            "out of its order",
        ),
        (
            "list_is_empty",
            |c| c.manifest.members.clear(),
            "out of its order",
        ),
        (
            "path_up",
            |c| rename(c, "../../evil"),
            "not one of a bundle",
        ),
        (
            "path_absolute",
            |c| rename(c, "/etc/passwd"),
            "not one of a bundle",
        ),
        (
            "path_of_windows",
            |c| rename(c, "C:\\evil"),
            "not one of a bundle",
        ),
        (
            "path_inside",
            |c| rename(c, "evidence/../bundle.json"),
            "not one of a bundle",
        ),
        (
            "header_has_another_name",
            |c| c.entries[16].name = "../evil".to_owned(),
            "not the one",
        ),
        (
            "link",
            |c| c.entries[16].kind = EntryType::Symlink,
            "not a plain file",
        ),
        (
            "hard_link",
            |c| c.entries[16].kind = EntryType::Link,
            "not a plain file",
        ),
        (
            "folder",
            |c| c.entries[16].kind = EntryType::Directory,
            "not a plain file",
        ),
        (
            "device",
            |c| c.entries[16].kind = EntryType::Block,
            "not a plain file",
        ),
        (
            "long_name",
            |c| c.entries[16].kind = EntryType::GNULongName,
            "not a plain file",
        ),
        (
            "sparse",
            |c| c.entries[16].kind = EntryType::GNUSparse,
            "not a plain file",
        ),
        (
            "extended_header",
            |c| c.entries[16].kind = EntryType::XHeader,
            "not a plain file",
        ),
        (
            "length_lies_in_the_header",
            |c| c.entries[16].says = Some(5),
            "not the one",
        ),
        (
            "length_lies_in_both",
            |c| {
                c.entries[16].says = Some(5);
                c.manifest.members[16].length = 5;
            },
            "do not agree",
        ),
        (
            "bomb",
            |c| c.manifest.members[16].length = 1 << 50,
            "more bytes than it has",
        ),
        (
            "bomb_of_many",
            |c| {
                c.manifest
                    .members
                    .iter_mut()
                    .for_each(|m| m.length = u64::MAX);
            },
            "more bytes than it has",
        ),
        (
            "bomb_in_the_header",
            |c| c.entries[16].says = Some(1 << 60),
            "not the one",
        ),
        (
            "records_differ",
            |c| c.entries[6].bytes.push(b' '),
            "not the one",
        ),
        (
            "records_differ_by_a_bit",
            |c| c.entries[1].bytes[9] ^= 1,
            "a member differs from the list",
        ),
        (
            "original_differs_by_a_bit",
            |c| {
                let original = c.entries.iter_mut().find(|e| e.bytes.len() == 800_000);
                original.unwrap().bytes[7] ^= 1;
            },
            "digest that its record names",
        ),
        (
            "text_after_the_end",
            |c| c.after.extend(b"more"),
            "follows its end",
        ),
        (
            "one_empty_block",
            |c| c.after.truncate(512),
            "ends in the middle",
        ),
        ("no_end", |c| c.after.clear(), "ends in the middle"),
        (
            "records_are_no_records",
            |c| c.replace("records/answer.json", b"{}"),
            "its answer records cannot be read",
        ),
        (
            "records_nest_without_end",
            |c| c.replace("records/answer.json", &b"[".repeat(100_000)),
            "its answer records cannot be read",
        ),
        (
            "records_are_no_text",
            |c| c.replace("records/site.json", b"[\"\xff\"]"),
            "its site records cannot be read",
        ),
        (
            "catalogue_is_another",
            |c| c.replace("catalogue.json", b"{}"),
            "not the one that the assessment names",
        ),
    ];
    assert!(table.len() > 30);
    for (name, change, says) in table {
        let mut crafted = Crafted::of(&sample());
        change(&mut crafted);
        let refused = refusal(&crafted.sealed());
        assert!(refused.contains(says), "{name}: {refused}");
    }
}

/// Gives an original another name, in the list as well.
fn rename(crafted: &mut Crafted, name: &str) {
    crafted.entries[16].name = name.to_owned();
    crafted.manifest.members[16].name = name.to_owned();
}

#[test]
fn a_list_that_cannot_be_read_is_refused() {
    let crafted = Crafted::of(&sample());
    for manifest in [
        b"".as_slice(),
        b"null",
        b"{\"format\": 1}",
        b"{\"format\": 1, \"format\": 1}",
        &b"[".repeat(1 << 20),
        b"{\"format\": -1}",
    ] {
        let refused = refusal(&crafted.sealed_with(manifest));
        assert!(
            refused.contains("list of members cannot be read"),
            "{refused}"
        );
    }
    let newer = br#"{"format": 9, "whatever": [1, 2], "sealedOtherwise": true}"#;
    assert!(refusal(&crafted.sealed_with(newer)).contains("format 9"));
}

/// One line for each: records that do not belong together, written as they are.
#[test]
fn records_that_do_not_belong_together_are_neither_written_nor_taken() {
    type Change = fn(&mut Sample);
    let table: &[(&str, Change, &str)] = &[
        (
            "answer_of_another_assessment",
            |s| s.content.answers[0].assessment = AssessmentId(Uuid::from_u128(99)),
            "another assessment",
        ),
        (
            "note_of_another_assessment",
            |s| s.content.working_notes[0].assessment = AssessmentId(Uuid::from_u128(99)),
            "another assessment",
        ),
        (
            "site_of_another_organisation",
            |s| s.content.sites[0].organisation = OrganisationId(Uuid::from_u128(99)),
            "another assessment or organisation",
        ),
        (
            "assessment_of_another_organisation",
            |s| s.content.assessment.organisation = OrganisationId(Uuid::from_u128(99)),
            "another assessment or organisation",
        ),
        (
            "site_twice",
            |s| {
                let site = s.content.sites[0].clone();
                s.content.sites.push(site);
            },
            "twice",
        ),
        (
            "control_answered_twice",
            |s| {
                let mut answer = s.content.answers[0].clone();
                answer.id = AnswerId(Uuid::from_u128(98));
                s.content.answers.push(answer);
            },
            "twice",
        ),
        (
            "version_without_its_state",
            |s| s.content.snapshots.clear(),
            "a final version",
        ),
        (
            "state_without_a_version",
            |s| s.content.versions.clear(),
            "a final version",
        ),
        (
            "state_that_was_not_pinned",
            |s| s.content.snapshots[0].state.push(' '),
            "a final version",
        ),
    ];
    for (name, change, says) in table {
        let mut changed = sample();
        change(&mut changed);
        let passphrase = own_passphrase();
        let seal = Seal::Own(&passphrase, Stretch::WEAK_FOR_TESTS);
        let unwritten = changed.write(&seal).unwrap_err().to_string();
        assert!(unwritten.contains(says), "{name}: {unwritten}");
        let refused = refusal(&crafted_with(&changed).sealed());
        assert!(refused.contains(says), "{name}: {refused}");
    }
    let mut unlisted = sample();
    unlisted.content.evidence[0].attachment = Some(Attachment {
        id: AttachmentId(Uuid::from_u128(97)),
        file_name: "x".to_owned(),
        length: 1,
        sha256: "00".repeat(32),
    });
    let refused = refusal(&crafted_with(&unlisted).sealed());
    assert!(refused.contains("do not agree"), "{refused}");
}

/// A sound archive whose records are those of a sample that need not be sound.
fn crafted_with(changed: &Sample) -> Crafted {
    let mut crafted = Crafted::of(&sample());
    let content = &changed.content;
    let json = |value: serde_json::Result<Vec<u8>>| value.unwrap();
    for (name, bytes) in [
        ("site", json(serde_json::to_vec(&content.sites))),
        ("assessment", json(serde_json::to_vec(&content.assessment))),
        ("version", json(serde_json::to_vec(&content.versions))),
        ("snapshot", json(serde_json::to_vec(&content.snapshots))),
        ("answer", json(serde_json::to_vec(&content.answers))),
        (
            "working_note",
            json(serde_json::to_vec(&content.working_notes)),
        ),
        ("evidence", json(serde_json::to_vec(&content.evidence))),
    ] {
        crafted.replace(&format!("records/{name}.json"), &bytes);
    }
    crafted
}

#[test]
fn a_bit_flipped_or_a_piece_cut_off_is_noticed_in_both_formats() {
    let identity = age::x25519::Identity::generate();
    let recipient = identity.to_public().to_string();
    let mut small = sample();
    small.content.evidence.clear();
    small.originals.clear();
    let text = age::secrecy::ExposeSecret::expose_secret(&identity.to_string()).to_owned();
    let age_key = bundle::Key {
        identity: Some(text.into()),
        ..bundle::Key::default()
    };
    let age = small.write(&Seal::AgeRecipient(&recipient)).unwrap();
    for (bytes, key) in [(small.own(), key()), (age, age_key)] {
        assert!(read(&bytes, &key).is_ok());
        // Each bit of the header, and bits all over the rest.
        let places = (0..400).chain((400..bytes.len()).step_by(211));
        for at in places.chain([bytes.len() - 1]) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            assert!(read(&flipped, &key).is_err(), "byte {at}");
        }
        for cut in (0..bytes.len()).step_by(307).chain([bytes.len() - 1]) {
            assert!(read(&bytes[..cut], &key).is_err(), "cut at {cut}");
        }
        let longer = [bytes.as_slice(), b"\0"].concat();
        assert!(read(&longer, &key).is_err(), "a byte more");
    }
}

#[test]
fn files_that_are_no_bundle_or_ask_for_too_much_are_told_apart() {
    let age_header = |stanza: &str| format!("age-encryption.org/v1\n{stanza}\n--- AAAA\n");
    let salt = "AAAAAAAAAAAAAAAAAAAAAA";
    let body = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let endless = format!("age-encryption.org/v1\n{}", "-> X25519 A\n".repeat(10_000));
    for (name, bytes, says) in [
        ("empty", String::new(), "no bundle"),
        ("text", "hello".to_owned(), "no bundle"),
        ("age_without_end", endless, "no bundle"),
        (
            "age_of_another_version",
            "age-encryption.org/v2\n--- x".to_owned(),
            "no bundle",
        ),
        (
            "armor",
            "-----BEGIN AGE ENCRYPTED FILE-----".to_owned(),
            "no bundle",
        ),
        ("age_garbage", age_header("-> "), "altered or is not whole"),
        (
            "scrypt_that_takes_a_terabyte",
            scrypt_file(salt, "30", body),
            "too much work",
        ),
    ] {
        let refused = refusal(bytes.as_bytes());
        assert!(refused.contains(says), "{name}: {refused}");
    }
    assert!(matches!(
        read(b"AUSENVLP\xff\xff\xff\xff", &key()),
        Err(Error::Altered)
    ));
}

/// An age file with an scrypt stanza, as far as it is looked at before the work.
fn scrypt_file(salt: &str, work: &str, body: &str) -> String {
    let code = "A".repeat(43);
    format!(
        "age-encryption.org/v1\n-> scrypt {salt} {work}\n{body}\n--- {code}\n{}",
        "x".repeat(16)
    )
}

#[test]
fn members_are_named_as_their_list_says() {
    let crafted = Crafted::of(&sample());
    let names: Vec<&str> = crafted.manifest.members.iter().map(|m| &*m.name).collect();
    let Member { name, sha256, .. } = &crafted.manifest.members[16];
    assert_eq!(names[0], "catalogue.json");
    assert_eq!(names[1], "records/organisation.json");
    assert_eq!(*name, format!("evidence/{sha256}"));
}
