//! An archive made by hand, in which everything can be wrong.

use std::io::{Cursor, Read, Write};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use vault::Vault;

/// An entry, and what is said of it in its own head and in the directory.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) name: Vec<u8>,
    pub(crate) local_name: Option<Vec<u8>>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) packed: Option<Vec<u8>>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    pub(crate) attributes: u32,
    pub(crate) extra: Vec<u8>,
    pub(crate) comment: Vec<u8>,
    /// Put before its own head.
    pub(crate) before: Vec<u8>,
    /// What the directory says in place of the truth.
    pub(crate) said_size: Option<u32>,
    /// What both say.
    pub(crate) both_size: Option<u32>,
    pub(crate) said_crc: Option<u32>,
    pub(crate) said_at: Option<u32>,
    /// Sizes in fields of ZIP64.
    pub(crate) large: bool,
}

impl Raw {
    pub(crate) fn plain(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            local_name: None,
            bytes: bytes.to_vec(),
            packed: None,
            method: 0,
            flags: 0,
            attributes: 0o100_644 << 16,
            extra: Vec::new(),
            comment: Vec::new(),
            before: Vec::new(),
            said_size: None,
            both_size: None,
            said_crc: None,
            said_at: None,
            large: false,
        }
    }

    pub(crate) fn deflated(name: &str, bytes: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        Self {
            packed: Some(encoder.finish().unwrap()),
            method: 8,
            ..Self::plain(name, bytes)
        }
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name.as_bytes()
    }

    fn crc(&self) -> u32 {
        let mut crc = flate2::Crc::new();
        crc.update(&self.bytes);
        crc.sum()
    }
}

/// An archive as a list of entries.
#[derive(Clone)]
pub(crate) struct Zip {
    pub(crate) entries: Vec<Raw>,
    pub(crate) comment: Vec<u8>,
    /// Put between the last entry and the directory.
    pub(crate) before_directory: Vec<u8>,
    pub(crate) said_count: Option<u16>,
    /// An end of ZIP64, and where its locator says that it lies.
    pub(crate) end_64: Option<i64>,
}

impl Zip {
    pub(crate) fn of(entries: Vec<Raw>) -> Self {
        Self {
            entries,
            comment: Vec::new(),
            before_directory: Vec::new(),
            said_count: None,
            end_64: None,
        }
    }

    /// Takes a record apart with another reader than the one that is looked at.
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut entries = Vec::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            entries.push(Raw::plain(&file.name().unwrap(), &bytes));
        }
        Self::of(entries)
    }

    pub(crate) fn entry(&mut self, name: &str) -> &mut Raw {
        self.entries.iter_mut().find(|e| e.is(name)).unwrap()
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.entries.retain(|e| !e.is(name));
        self
    }

    pub(crate) fn with(mut self, entry: Raw) -> Self {
        self.entries.push(entry);
        self
    }

    /// Changes the manifest, and signs it anew as somebody.
    pub(crate) fn signed(mut self, by: &Vault, change: impl FnOnce(String) -> String) -> Self {
        let manifest = self.entry("manifest.json");
        let text = String::from_utf8(manifest.bytes.clone()).unwrap();
        let new = change(text).into_bytes();
        manifest.bytes.clone_from(&new);
        self.entry("manifest.sig").bytes = by.sign(&new).unwrap();
        let sums = self.entry("SHA256SUMS");
        let text = String::from_utf8(sums.bytes.clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.pop();
        let last = format!("{}  manifest.json", vault::hex(&vault::sha256(&new)));
        lines.push(&last);
        sums.bytes = format!("{}\n", lines.join("\n")).into_bytes();
        self
    }

    /// Puts the archive together.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut directory = Vec::new();
        for entry in &self.entries {
            out.extend(&entry.before);
            let at = u32::try_from(out.len()).unwrap();
            let stored = entry.packed.as_ref().unwrap_or(&entry.bytes);
            let length = u32::try_from(stored.len()).unwrap();
            let size = entry
                .both_size
                .unwrap_or_else(|| u32::try_from(entry.bytes.len()).unwrap());
            let large = |size: u32| {
                let sizes = [u64::from(size), u64::from(length)].map(u64::to_le_bytes);
                [[1, 0, 16, 0].as_slice(), &sizes.concat()].concat()
            };
            let said = |number: u32| if entry.large { u32::MAX } else { number };
            let local_name = entry.local_name.as_ref().unwrap_or(&entry.name);
            let mut extra = entry.extra.clone();
            if entry.large {
                extra.extend(large(size));
            }
            out.extend(b"PK\x03\x04");
            words(&mut out, &[20, entry.flags, entry.method, 0, 0x21]);
            longs(&mut out, &[entry.crc(), said(length), said(size)]);
            words(&mut out, &[local_name.len() as u16, extra.len() as u16]);
            out.extend(local_name);
            out.extend(&extra);
            out.extend(stored);

            let size = entry.said_size.unwrap_or(size);
            let mut extra = entry.extra.clone();
            if entry.large {
                extra.extend(large(size));
            }
            directory.extend(b"PK\x01\x02");
            words(
                &mut directory,
                &[0x314, 20, entry.flags, entry.method, 0, 0x21],
            );
            let crc = entry.said_crc.unwrap_or_else(|| entry.crc());
            longs(&mut directory, &[crc, said(length), said(size)]);
            let lengths = [&entry.name, &extra, &entry.comment].map(|b| b.len() as u16);
            words(&mut directory, &lengths);
            words(&mut directory, &[0, 0]);
            longs(
                &mut directory,
                &[entry.attributes, entry.said_at.unwrap_or(at)],
            );
            directory.extend(&entry.name);
            directory.extend(&extra);
            directory.extend(&entry.comment);
        }
        out.extend(&self.before_directory);
        let at = out.len();
        let count = self.said_count.unwrap_or(self.entries.len() as u16);
        out.extend(&directory);
        let small = u32::try_from(directory.len()).unwrap();
        let (mut said_count, mut said) = (count, [small, at as u32]);
        if let Some(shift) = self.end_64 {
            let end_at = out.len() as u64;
            out.extend(b"PK\x06\x06");
            out.extend(44_u64.to_le_bytes());
            words(&mut out, &[45, 45]);
            longs(&mut out, &[0, 0]);
            for number in [
                u64::from(count),
                u64::from(count),
                u64::from(small),
                at as u64,
            ] {
                out.extend(number.to_le_bytes());
            }
            out.extend(b"PK\x06\x07");
            longs(&mut out, &[0]);
            out.extend(end_at.wrapping_add_signed(shift).to_le_bytes());
            longs(&mut out, &[1]);
            (said_count, said) = (u16::MAX, [u32::MAX; 2]);
        }
        out.extend(b"PK\x05\x06");
        words(&mut out, &[0, 0, said_count, said_count]);
        longs(&mut out, &said);
        words(&mut out, &[self.comment.len() as u16]);
        out.extend(&self.comment);
        out
    }
}

fn words(out: &mut Vec<u8>, words: &[u16]) {
    words.iter().for_each(|word| out.extend(word.to_le_bytes()));
}

fn longs(out: &mut Vec<u8>, longs: &[u32]) {
    longs.iter().for_each(|long| out.extend(long.to_le_bytes()));
}
