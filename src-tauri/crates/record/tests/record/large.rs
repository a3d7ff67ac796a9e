//! Files for which the sizes of plain ZIP archives are too small.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

use record::{Entry, Expected, FileKind, Outcome, Writer};
use vault::Sha256;

use crate::bench::{about, copy, on, signer};

const PIECE: u64 = 1 << 16;

/// A file on a disk that keeps nothing but what is not zero.
#[derive(Default)]
struct Sparse {
    pieces: BTreeMap<u64, Vec<u8>>,
    at: u64,
    length: u64,
}

impl Sparse {
    /// Splits at the borders of pieces: which, from where in it, how many bytes.
    fn next(&self, room: usize) -> (u64, usize, usize) {
        let from = (self.at % PIECE) as usize;
        (self.at / PIECE, from, room.min(PIECE as usize - from))
    }
}

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (piece, from, count) = self.next(bytes.len());
        let bytes = &bytes[..count];
        if self.pieces.contains_key(&piece) || bytes.iter().any(|byte| *byte != 0) {
            let kept = (self.pieces.entry(piece)).or_insert_with(|| vec![0; PIECE as usize]);
            kept[from..from + count].copy_from_slice(bytes);
        }
        self.at += count as u64;
        self.length = self.length.max(self.at);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Read for Sparse {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.length.saturating_sub(self.at)).unwrap();
        let (piece, from, count) = self.next(into.len().min(left));
        match self.pieces.get(&piece) {
            Some(kept) => into[..count].copy_from_slice(&kept[from..from + count]),
            None => into[..count].fill(0),
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.length.saturating_add_signed(by),
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn evidence_of_more_than_four_gibibytes_goes_in_and_verifies() {
    let size = (4_u64 << 30) + 5;
    let mut digest = Sha256::new();
    let zeros = vec![0; 1 << 20];
    (0..4096).for_each(|_| digest.update(&zeros));
    digest.update(&[0; 5]);
    let sha256 = vault::hex(&digest.finish());

    let pem = signer().signer_pem().unwrap();
    let mut writer = Writer::begin(Sparse::default(), about(), pem);
    let entry = Entry {
        name: "evidence/001-disk.img",
        kind: FileKind::Evidence,
        about: "Evidence.",
        true_name: Some("disk.img"),
    };
    let expected = Expected {
        size,
        sha256: &sha256,
    };
    let mut zeros = io::repeat(0).take(size);
    writer.copy(&entry, &expected, &mut zeros, &mut on).unwrap();
    // What lies beyond four gibibytes needs the wide fields for its place.
    copy(&mut writer, 2, "after.txt", b"after").unwrap();
    let mut written = writer.finish(|message| signer().sign(message)).unwrap();
    assert!(written.length > size && written.pieces.len() < 8);

    let verdict = record::verify(&mut written, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(verdict.outcome, Outcome::Sound, "{:?}", verdict.differences);
    let mut other = ::zip::ZipArchive::new(written).unwrap();
    assert_eq!(other.by_index(0).unwrap().size(), size);
    let mut after = String::new();
    other
        .by_index(1)
        .unwrap()
        .read_to_string(&mut after)
        .unwrap();
    assert_eq!(after, "after");
}

#[test]
fn more_files_than_sixty_five_thousand_go_in_and_verify() {
    let pem = signer().signer_pem().unwrap();
    let mut writer = Writer::begin(Cursor::new(Vec::new()), about(), pem);
    for number in 1..=66_000 {
        copy(&mut writer, number, "a.txt", b"a").unwrap();
    }
    let written = writer.finish(|message| signer().sign(message)).unwrap();
    let verdict = record::verify(written, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(verdict.outcome, Outcome::Sound, "{:?}", verdict.differences);
}
