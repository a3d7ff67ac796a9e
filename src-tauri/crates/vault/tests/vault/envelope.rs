//! Envelopes: what is sealed comes back whole, or not at all.

use std::io::{Read, Write};

use vault::{ENVELOPE_MAGIC, EnvelopeReader, EnvelopeWriter, Error, Passphrase, Stretch};

const CHUNK: usize = 1 << 20;

fn passphrase() -> Passphrase {
    Passphrase::given("correct horse battery staple".to_owned())
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut writer =
        EnvelopeWriter::begin(Vec::new(), &passphrase(), Stretch::WEAK_FOR_TESTS).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap()
}

/// Opens an envelope to its end.
fn open(sealed: &[u8]) -> Result<Vec<u8>, Refused> {
    let mut reader = EnvelopeReader::open(sealed, &passphrase()).map_err(Refused::Begin)?;
    let mut plain = Vec::new();
    match reader.read_to_end(&mut plain) {
        Ok(_) => Ok(plain),
        Err(_) => {
            let again = reader.read(&mut [0; 16]);
            assert!(again.is_err(), "what failed once must not go on");
            Err(Refused::Read)
        }
    }
}

#[derive(Debug)]
enum Refused {
    Begin(Error),
    Read,
}

#[test]
fn what_was_sealed_comes_back_at_every_length_around_a_chunk() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5] {
        let plain: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
        assert_eq!(open(&sealed(&plain)).unwrap(), plain, "{length}");
    }
}

#[test]
fn no_two_envelopes_of_the_same_bytes_are_alike() {
    let (one, other) = (sealed(b"the same"), sealed(b"the same"));
    let header = 8 + 4 + 200;
    assert_ne!(one[header..], other[header..]);
}

#[test]
fn another_passphrase_is_told_apart_from_an_altered_envelope() {
    let envelope = sealed(b"secret");
    let other = Passphrase::given("correct horse battery stable".to_owned());
    let refused = EnvelopeReader::open(envelope.as_slice(), &other).err();
    assert!(
        matches!(refused, Some(Error::WrongPassphrase)),
        "{refused:?}"
    );
}

#[test]
fn a_bit_flipped_anywhere_is_noticed() {
    let envelope = sealed(&[7; 300]);
    for at in 0..envelope.len() {
        let mut flipped = envelope.clone();
        flipped[at] ^= 1 << (at % 8);
        assert!(open(&flipped).is_err(), "byte {at}");
    }
}

#[test]
fn an_envelope_cut_anywhere_or_with_something_after_it_is_refused() {
    let envelope = sealed(&vec![9; CHUNK + 40]);
    let begin = envelope.len() - (CHUNK + 40) - 2 * 28;
    let cuts = (0..begin + 60).step_by(7).chain([
        begin + 28 + CHUNK,
        begin + CHUNK + 28 + 28,
        envelope.len() - 1,
    ]);
    for cut in cuts {
        assert!(open(&envelope[..cut]).is_err(), "cut at {cut}");
    }
    for more in [1, 16, 28, 100] {
        let longer = [envelope.as_slice(), &vec![0; more]].concat();
        assert!(open(&longer).is_err(), "{more} more");
    }
}

#[test]
fn chunks_swapped_repeated_or_of_another_envelope_are_refused() {
    let plain: Vec<u8> = (0..3 * CHUNK).map(|at| (at / CHUNK) as u8).collect();
    let (envelope, other) = (sealed(&plain), sealed(&plain));
    let begin = envelope.len() - 3 * (CHUNK + 28);
    let chunk = |of: &[u8], n: usize| of[begin + n * (CHUNK + 28)..][..CHUNK + 28].to_vec();
    let with = |chunks: [Vec<u8>; 3]| [envelope[..begin].to_vec(), chunks.concat()].concat();
    let of = |n| chunk(&envelope, n);
    assert!(open(&with([of(0), of(1), of(2)])).is_ok());
    assert!(open(&with([of(1), of(0), of(2)])).is_err());
    assert!(open(&with([of(0), of(0), of(2)])).is_err());
    assert!(open(&with([of(0), chunk(&other, 1), of(2)])).is_err());
    let spliced = [other[..begin].to_vec(), envelope[begin..].to_vec()].concat();
    assert!(open(&spliced).is_err());
}

/// An envelope with this header.
fn with_header(header: &str) -> Vec<u8> {
    let length = u32::try_from(header.len()).unwrap().to_be_bytes();
    [
        ENVELOPE_MAGIC.as_slice(),
        &length,
        header.as_bytes(),
        &[0; 200],
    ]
    .concat()
}

#[test]
fn a_hostile_header_is_refused_before_any_work() {
    let (id, salt) = ("00".repeat(16), "00".repeat(32));
    let header = |format: &str, stretch: &str| {
        format!(r#"{{"format":{format},"id":"{id}","salt":"{salt}","stretch":{stretch}}}"#)
    };
    let argon = |memory: &str, passes: &str| {
        format!(r#"{{"kind":"argon2id","memoryKib":{memory},"passes":{passes},"lanes":1}}"#)
    };
    for hostile in [
        header("1", &argon("67108864", "3")),
        header("1", &argon("8192", "4294967295")),
        header("1", &argon("0", "1")),
        header("1", r#"{"kind":"none"}"#),
        header("1", "{}"),
        header("1", &argon("8192", "1")).replace("\"id\"", "\"name\""),
        header("1", &argon("8192", "1")).replace(&salt, "00"),
        "[".repeat(4096),
        String::new(),
    ] {
        assert!(open(&with_header(&hostile)).is_err(), "{hostile}");
    }
    let newer = open(&with_header(&header("2", "{}")));
    assert!(
        matches!(
            newer,
            Err(Refused::Begin(Error::NewerFormat { found: 2, .. }))
        ),
        "{newer:?}"
    );
    let mut endless = ENVELOPE_MAGIC.to_vec();
    endless.extend_from_slice(&u32::MAX.to_be_bytes());
    assert!(open(&endless).is_err());
}
