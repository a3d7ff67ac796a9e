//! Sealed bytes: whole, cut, swapped, spliced, cancelled.

use std::fs;
use std::io::{self, Cursor, ErrorKind, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;

use vault::{Error, ObjectId, ObjectKey, Sealed, Vault};

use crate::place::{Place, create, files, open, seal};

const CHUNK: usize = 1 << 20;
const BEGIN: usize = 24;
const FRAME: usize = 12 + CHUNK + 16;

fn path(place: &Place, sealed: &Sealed) -> PathBuf {
    place.evidence().join(vault::hex(sealed.object.as_bytes()))
}

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * i % 251) as u8).collect()
}

#[test]
fn sealed_bytes_of_every_length_come_back() {
    let place = Place::new("lengths");
    let vault = create(&place.vault());
    for length in [
        0,
        1,
        15,
        CHUNK - 1,
        CHUNK,
        CHUNK + 1,
        3 * CHUNK,
        7 * CHUNK + 5,
    ] {
        let bytes = bytes(length);
        let sealed = seal(&vault, &bytes);
        assert_eq!(sealed.length, length as u64);
        assert_eq!(sealed.sha256, vault::sha256(&bytes));
        assert!(open(&vault, &sealed).unwrap() == bytes, "{length} bytes");
        let chunks = length.div_ceil(CHUNK).max(1);
        let size = fs::metadata(path(&place, &sealed)).unwrap().len();
        assert_eq!(size, (BEGIN + length + chunks * 28) as u64);
    }
}

#[test]
fn the_same_bytes_sealed_twice_share_nothing_on_the_disk() {
    let place = Place::new("twice");
    let vault = create(&place.vault());
    let (one, other) = (seal(&vault, &[7; 4096]), seal(&vault, &[7; 4096]));
    assert!(one.object != other.object && one.key.as_bytes() != other.key.as_bytes());
    let [one, other] = [one, other].map(|sealed| fs::read(path(&place, &sealed)).unwrap());
    assert!(
        one[BEGIN..]
            .chunks(16)
            .zip(other[BEGIN..].chunks(16))
            .all(|(a, b)| a != b)
    );
}

#[test]
fn a_source_that_gives_little_at_a_time_is_sealed_whole() {
    struct Slow(Cursor<Vec<u8>>, u64);
    impl Read for Slow {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.1 += 1;
            if self.1.is_multiple_of(3) {
                return Err(ErrorKind::Interrupted.into());
            }
            let most = into.len().min(70_001);
            self.0.read(&mut into[..most])
        }
    }
    let place = Place::new("slow");
    let vault = create(&place.vault());
    let plain = bytes(2 * CHUNK + 77);
    let mut source = Slow(Cursor::new(plain.clone()), 0);
    let sealed = vault
        .seal_evidence(&mut source, &mut |_| ControlFlow::Continue(()))
        .unwrap();
    assert!(open(&vault, &sealed).unwrap() == plain);
}

#[test]
fn a_source_that_fails_leaves_nothing() {
    struct Vanishing(u32);
    impl Read for Vanishing {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 < 4 {
                Ok(into.len())
            } else {
                Err(io::Error::other("gone"))
            }
        }
    }
    let place = Place::new("vanish");
    let vault = create(&place.vault());
    let found = vault.seal_evidence(&mut Vanishing(0), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(found, Err(Error::Source(_))), "{found:?}");
    assert!(files(&place.evidence()).is_empty());
}

#[test]
fn sealing_that_is_cancelled_at_any_point_leaves_nothing() {
    let place = Place::new("cancel");
    let vault = create(&place.vault());
    let plain = vec![1; 4 * CHUNK];
    for stop in 1..=4 {
        let stopped = vault.seal_evidence(&mut Cursor::new(&plain), &mut |done| {
            if done >= stop * CHUNK as u64 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
        assert!(files(&place.evidence()).is_empty(), "stopped at {stop}");
    }
}

#[test]
fn progress_grows_to_the_whole_length() {
    let place = Place::new("progress");
    let vault = create(&place.vault());
    let mut heard = Vec::new();
    vault
        .seal_evidence(&mut Cursor::new(vec![1; 2 * CHUNK + 3]), &mut |done| {
            heard.push(done as usize);
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(heard, [CHUNK, 2 * CHUNK, 2 * CHUNK + 3]);
}

#[test]
fn every_flip_in_sealed_bytes_is_seen() {
    let place = Place::new("flips");
    let vault = create(&place.vault());
    let sealed = seal(&vault, &[7; 2_000]);
    let path = path(&place, &sealed);
    let whole = fs::read(&path).unwrap();
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&path, &flipped).unwrap();
        assert!(open(&vault, &sealed).is_err(), "byte {at}");
    }
}

#[test]
fn sealed_bytes_cut_swapped_repeated_or_grown_are_seen() {
    let place = Place::new("cuts");
    let vault = create(&place.vault());
    let sealed = seal(&vault, &vec![7; 3 * CHUNK]);
    let path = path(&place, &sealed);
    let whole = fs::read(&path).unwrap();
    let second = BEGIN + FRAME;
    let mut swapped = whole.clone();
    swapped[BEGIN..BEGIN + 2 * FRAME].rotate_left(FRAME);
    let mut repeated = whole.clone();
    repeated.copy_within(BEGIN..second, second);
    let grown = [whole.as_slice(), &[0]].concat();
    let dropped = [&whole[..BEGIN], &whole[second..]].concat();
    let cuts = [0, 10, BEGIN, second, BEGIN + 2 * FRAME, whole.len() - 1];
    let altered = cuts
        .iter()
        .map(|cut| whole[..*cut].to_vec())
        .chain([swapped, repeated, grown, dropped]);
    for (case, bytes) in altered.enumerate() {
        fs::write(&path, &bytes).unwrap();
        assert!(open(&vault, &sealed).is_err(), "case {case}");
    }
    fs::write(&path, &whole).unwrap();
    assert!(open(&vault, &sealed).is_ok());
    fs::remove_file(&path).unwrap();
    assert!(open(&vault, &sealed).is_err());
}

/// Cuts the file and says the shorter length, as whoever can write rows but has not the key.
#[test]
fn a_cut_at_a_chunk_is_seen_even_when_the_length_agrees() {
    let place = Place::new("boundary");
    let vault = create(&place.vault());
    let sealed = seal(&vault, &vec![7; 3 * CHUNK]);
    let path = path(&place, &sealed);
    let whole = fs::read(&path).unwrap();
    for chunks in 1..3 {
        fs::write(&path, &whole[..BEGIN + chunks * FRAME]).unwrap();
        let length = (chunks * CHUNK) as u64;
        let shorter = read(&vault, &sealed.object, &sealed.key, length);
        assert!(shorter.is_err(), "{chunks} chunks");
    }
}

#[test]
fn chunks_and_files_of_other_objects_are_refused() {
    let place = Place::new("splice");
    let vault = create(&place.vault());
    let (one, other) = (
        seal(&vault, &vec![1; 2 * CHUNK]),
        seal(&vault, &vec![2; 2 * CHUNK]),
    );
    let [one_path, other_path] = [&one, &other].map(|sealed| path(&place, sealed));
    let (one_bytes, other_bytes) =
        (fs::read(&one_path).unwrap(), fs::read(&other_path).unwrap());
    let mut spliced = one_bytes.clone();
    spliced[BEGIN + FRAME..].copy_from_slice(&other_bytes[BEGIN + FRAME..]);
    fs::write(&one_path, &spliced).unwrap();
    assert!(open(&vault, &one).is_err());
    fs::write(&one_path, &other_bytes).unwrap();
    assert!(open(&vault, &one).is_err());
    let renamed = read(&vault, &one.object, &other.key, other.length);
    assert!(renamed.is_err(), "an object answers to its own name only");
    fs::write(&one_path, &one_bytes).unwrap();
    assert!(read(&vault, &one.object, &other.key, one.length).is_err());
    assert!(open(&vault, &one).is_ok());
}

#[test]
fn nothing_of_a_damaged_chunk_is_given_and_a_failed_reader_stays_failed() {
    let place = Place::new("given");
    let vault = create(&place.vault());
    let plain = bytes(3 * CHUNK);
    let sealed = seal(&vault, &plain);
    let path = path(&place, &sealed);
    let mut flipped = fs::read(&path).unwrap();
    flipped[BEGIN + FRAME + 500] ^= 1;
    fs::write(&path, &flipped).unwrap();
    let mut reader = vault
        .open_evidence(&sealed.object, &sealed.key, sealed.length)
        .unwrap();
    let mut given = Vec::new();
    assert!(reader.read_to_end(&mut given).is_err());
    assert!(given == plain[..CHUNK], "exactly the chunk that is whole");
    for _ in 0..3 {
        assert!(reader.read(&mut [0; 64]).is_err());
    }
}

#[test]
fn only_temporary_files_are_swept() {
    let place = Place::new("sweep");
    let vault = create(&place.vault());
    let sealed = seal(&vault, b"kept");
    let half = format!("{}.tmp", "0f".repeat(16));
    fs::write(place.evidence().join(&half), "half").unwrap();
    fs::write(place.evidence().join("letter.tmp"), "somebody's").unwrap();
    assert_eq!(vault.sweep_temporary().unwrap(), 1);
    assert!(!place.evidence().join(&half).exists());
    assert!(place.evidence().join("letter.tmp").exists());
    assert_eq!(vault.objects().unwrap(), [sealed.object]);
    assert!(open(&vault, &sealed).is_ok());
}

#[test]
fn an_object_is_set_aside_whole_and_removed_for_good() {
    let place = Place::new("aside");
    let vault = create(&place.vault());
    let (one, other) = (seal(&vault, b"one"), seal(&vault, b"other"));
    let before = fs::read(path(&place, &one)).unwrap();
    vault.set_aside(&one.object).unwrap();
    assert_eq!(vault.objects().unwrap(), [other.object]);
    let name = vault::hex(one.object.as_bytes());
    let aside = place.evidence().join("set-aside").join(name);
    assert!(fs::read(aside).unwrap() == before);
    vault.remove_object(&other.object).unwrap();
    vault.remove_object(&other.object).unwrap();
    assert!(vault.objects().unwrap().is_empty());
}

#[test]
fn names_that_no_object_has_are_not_objects() {
    let place = Place::new("strange");
    let vault = create(&place.vault());
    for name in [
        "0F".repeat(16),
        "0f".repeat(15),
        "0f".repeat(17),
        "g0".repeat(16),
    ] {
        fs::write(place.evidence().join(name), "").unwrap();
    }
    assert!(vault.objects().unwrap().is_empty());
}

fn read(
    vault: &Vault,
    object: &ObjectId,
    key: &ObjectKey,
    length: u64,
) -> Result<Vec<u8>, io::Error> {
    let mut reader = vault
        .open_evidence(object, key, length)
        .map_err(io::Error::other)?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(bytes)
}
