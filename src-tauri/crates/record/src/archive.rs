//! The directory of an archive, read as strictly as it is written here (PKWARE APPNOTE
//! 6.3.10): entries one after another from the first byte on, without gaps; the directory;
//! its end; nothing more. Whatever readers of ZIP archives disagree about is a fault.

use std::collections::HashSet;
use std::io::{self, Read, Seek, SeekFrom};

use crate::name;
use crate::verdict::{Difference, DifferenceKind};

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_64: &[u8] = b"PK\x06\x06";
const LOCATOR_64: &[u8] = b"PK\x06\x07";

const LOCAL_SIZE: u64 = 30;
const CENTRAL_SIZE: usize = 46;
const END_SIZE: u64 = 22;
const END_64_SIZE: u64 = 56;
const LOCATOR_SIZE: u64 = 20;

/// The extra field that holds sizes of ZIP64 (APPNOTE 4.5.3).
const EXTRA_64: u16 = 1;

/// The system whose kinds of files the directory speaks of (APPNOTE 4.4.2).
const UNIX: u16 = 3;

/// An ordinary file that its owner may write and everybody read.
const ORDINARY: u32 = 0o100_644 << 16;

/// No record has more entries.
const MOST_MEMBERS: u64 = 100_000;

/// No record has a larger directory.
const LARGEST_DIRECTORY: u64 = 32 << 20;

/// No record has more than this to unpack, all entries together.
const MOST_UNPACKED: u64 = 512 << 20;

/// An entry of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    /// Its name, which is safe.
    pub(crate) name: String,
    /// Whether it is packed (deflate, RFC 1951) or lies there as it is.
    pub(crate) is_packed: bool,
    /// CRC-32 of its bytes.
    pub(crate) crc: u32,
    /// Bytes in the archive.
    pub(crate) length: u64,
    /// Bytes of the file.
    pub(crate) size: u64,
    /// Where its bytes begin.
    pub(crate) at: u64,
}

/// What an archive holds.
#[derive(Debug)]
pub(crate) struct Archive {
    /// The entries that can be read.
    pub(crate) members: Vec<Member>,
    /// What is the matter with the archive.
    pub(crate) faults: Vec<Difference>,
    /// The names of entries that cannot be read, as they can be shown.
    pub(crate) unread: HashSet<String>,
}

/// Why a file is not read as an archive.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is none.
    NoArchive,
    /// It was one, and its directory cannot be read or not be trusted.
    Broken(Difference),
    /// The disk.
    Io(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => cut_off(),
            _ => Self::Io(error),
        }
    }
}

fn broken(sentence: &str) -> Refusal {
    Refusal::Broken(Difference::archive(sentence))
}

fn cut_off() -> Refusal {
    broken(
        "The archive does not reach its end: it was cut off, or something was put after it. Ask \
         for it again.",
    )
}

/// Reads the directory of an archive.
pub(crate) fn read<R: Read + Seek>(from: &mut R) -> Result<Archive, Refusal> {
    let length = from.seek(SeekFrom::End(0))?;
    let begin = read_at(from, 0, length.min(4))?;
    let mut faults = Vec::new();
    let Some(end) = find_end(from, length)? else {
        return Err(if begin == LOCAL {
            cut_off()
        } else {
            Refusal::NoArchive
        });
    };
    if begin != LOCAL && begin != END {
        faults.push(Difference::archive(
            "Something stands before the archive's beginning that does not belong to it.",
        ));
    }
    if end.at + END_SIZE != length || end.comment != 0 {
        faults.push(Difference::archive(
            "Something stands after the archive's end that does not belong to it.",
        ));
    }
    let directory = directory(from, &end)?;
    let bytes = read_at(from, directory.at, directory.size)?;
    let heads = heads(&bytes, directory.count)?;
    let mut archive = Archive {
        members: Vec::new(),
        faults,
        unread: HashSet::new(),
    };
    archive.take(from, heads, directory.at)?;
    Ok(archive)
}

/// The end of the directory.
struct End {
    at: u64,
    count: u64,
    size: u64,
    offset: u64,
    comment: u16,
}

/// Finds the end of the directory: the last 22 bytes, or, where something was put behind
/// them, before that.
fn find_end<R: Read + Seek>(from: &mut R, length: u64) -> Result<Option<End>, Refusal> {
    let window = length.min(END_SIZE + u64::from(u16::MAX));
    let bytes = read_at(from, length - window, window)?;
    let size = usize::try_from(END_SIZE).unwrap_or_default();
    let mut at = bytes.len();
    while at >= size {
        let record = bytes.get(at - size..at).unwrap_or_default();
        let is_one_disk = [4, 6].map(|at| u16_at(record, at)) == [0, 0]
            && u16_at(record, 8) == u16_at(record, 10);
        if record.starts_with(END) && is_one_disk {
            return Ok(Some(End {
                at: length - window + (at - size) as u64,
                count: u64::from(u16_at(record, 10)),
                size: u64::from(u32_at(record, 12)),
                offset: u64::from(u32_at(record, 16)),
                comment: u16_at(record, 20),
            }));
        }
        at -= 1;
    }
    Ok(None)
}

/// Where the directory lies.
struct Directory {
    at: u64,
    size: u64,
    count: u64,
}

fn directory<R: Read + Seek>(from: &mut R, end: &End) -> Result<Directory, Refusal> {
    let is_large = end.count == u64::from(u16::MAX)
        || [end.size, end.offset].contains(&u64::from(u32::MAX));
    let mut directory = Directory {
        at: end.offset,
        size: end.size,
        count: end.count,
    };
    let mut ends_at = end.at;
    if is_large {
        let locator_at = ends_at.checked_sub(LOCATOR_SIZE).ok_or_else(cut_off)?;
        let locator = read_at(from, locator_at, LOCATOR_SIZE)?;
        ends_at = locator_at.checked_sub(END_64_SIZE).ok_or_else(cut_off)?;
        let record = read_at(from, ends_at, END_64_SIZE)?;
        let agree = locator.starts_with(LOCATOR_64)
            && u64_at(&locator, 8) == ends_at
            && [4, 16].map(|at| u32_at(&locator, at)) == [0, 1]
            && record.starts_with(END_64)
            && u64_at(&record, 4) == END_64_SIZE - 12
            && [16, 20].map(|at| u32_at(&record, at)) == [0, 0]
            && u64_at(&record, 24) == u64_at(&record, 32);
        if !agree {
            return Err(broken(
                "The archive's directory is not where the archive says it is. It was changed, or \
                 something was put before or after it.",
            ));
        }
        directory = Directory {
            at: u64_at(&record, 48),
            size: u64_at(&record, 40),
            count: u64_at(&record, 32),
        };
    }
    if directory.size > LARGEST_DIRECTORY || directory.count > MOST_MEMBERS {
        return Err(broken(
            "The archive's directory is larger than that of any record, so it was not read.",
        ));
    }
    if directory.at.checked_add(directory.size) != Some(ends_at) {
        return Err(broken(
            "The archive's directory is not where the archive says it is. It was changed, or \
             something was put before or after it.",
        ));
    }
    Ok(directory)
}

/// An entry as the directory or its own head describes it.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    name: Vec<u8>,
    version: u16,
    flags: u16,
    method: u16,
    moment: u32,
    crc: u32,
    length: u64,
    size: u64,
}

/// What only the directory says of an entry.
struct Listed {
    head: Head,
    at: u64,
    /// Nothing but an ordinary file, without comments and fields of other programs.
    is_plain: bool,
}

fn heads(bytes: &[u8], count: u64) -> Result<Vec<Listed>, Refusal> {
    let unreadable =
        || broken("The archive's directory cannot be read. It was changed or is damaged.");
    let mut listed = Vec::new();
    let mut rest = bytes;
    for _ in 0..count {
        let (fixed, tail) = rest.split_at_checked(CENTRAL_SIZE).ok_or_else(unreadable)?;
        if !fixed.starts_with(CENTRAL) {
            return Err(unreadable());
        }
        let lengths = [28, 30, 32].map(|at| usize::from(u16_at(fixed, at)));
        let [name, extra, comment] = lengths;
        let (name, tail) = tail.split_at_checked(name).ok_or_else(unreadable)?;
        let (extra, tail) = tail.split_at_checked(extra).ok_or_else(unreadable)?;
        let (_, tail) = tail.split_at_checked(comment).ok_or_else(unreadable)?;
        rest = tail;
        let [crc, length, size] = [16, 20, 24].map(|at| u32_at(fixed, at));
        let mut large = Large::of(extra).ok_or_else(unreadable)?;
        // In this order (APPNOTE 4.5.3).
        let size = large.or(size).ok_or_else(unreadable)?;
        let length = large.or(length).ok_or_else(unreadable)?;
        let at = large.or(u32_at(fixed, 42)).ok_or_else(unreadable)?;
        listed.push(Listed {
            is_plain: large.is_spent()
                && comment == 0
                && [34, 36].map(|at| u16_at(fixed, at)) == [0, 0]
                && u16_at(fixed, 4) == UNIX << 8 | u16_at(fixed, 6)
                && u32_at(fixed, 38) == ORDINARY,
            at,
            head: Head {
                name: name.to_vec(),
                version: u16_at(fixed, 6),
                flags: u16_at(fixed, 8),
                method: u16_at(fixed, 10),
                moment: u32_at(fixed, 12),
                crc,
                length,
                size,
            },
        });
    }
    rest.is_empty().then_some(listed).ok_or_else(unreadable)
}

/// The sizes of an extra field of ZIP64, given one after another.
struct Large<'a> {
    rest: &'a [u8],
    is_strange: bool,
}

impl<'a> Large<'a> {
    /// Finds the field; nothing where fields cannot be told apart.
    fn of(mut extra: &'a [u8]) -> Option<Self> {
        let mut found = Self {
            rest: &[],
            is_strange: false,
        };
        while !extra.is_empty() {
            let (head, tail) = extra.split_at_checked(4)?;
            let (field, tail) = tail.split_at_checked(usize::from(u16_at(head, 2)))?;
            extra = tail;
            if u16_at(head, 0) == EXTRA_64 && found.rest.is_empty() {
                found.rest = field;
            } else {
                found.is_strange = true;
            }
        }
        Some(found)
    }

    /// Returns a size, from the field where the place for it is full.
    fn or(&mut self, size: u32) -> Option<u64> {
        if size != u32::MAX || self.rest.is_empty() {
            return Some(u64::from(size));
        }
        let (field, rest) = self.rest.split_at_checked(8)?;
        self.rest = rest;
        Some(u64_at(field, 0))
    }

    /// Whether there is nothing else in the extra fields.
    fn is_spent(&self) -> bool {
        self.rest.is_empty() && !self.is_strange
    }
}

impl Archive {
    /// Takes the entries whose own heads say what the directory says, and which lie one after
    /// another from the first byte to the directory.
    fn take<R: Read + Seek>(
        &mut self,
        from: &mut R,
        mut listed: Vec<Listed>,
        end: u64,
    ) -> Result<(), Refusal> {
        listed.sort_by_key(|one| one.at);
        let mut names = HashSet::new();
        let mut unpacked = 0_u64;
        let mut expected = 0;
        for one in listed {
            let shown = name::shown(&one.head.name);
            let place = if one.at < expected {
                Err(OVERLAPS)
            } else {
                place(from, &one.head, one.at, end)?
            };
            if one.head.method == 8 {
                unpacked = unpacked.saturating_add(one.head.size);
            }
            let is_new = names.insert(one.head.name.to_ascii_lowercase());
            let fault = match place {
                Err(fault) => Some(fault),
                Ok(_) if one.at > expected => Some(GAP),
                Ok(place) if !place.agrees => Some(DISAGREES),
                Ok(_) => fault_of(&one, is_new, unpacked),
            };
            let (at, ends_at) = place.map_or((0, expected), |p| (p.at, p.ends_at));
            expected = ends_at;
            if let Some(sentence) = fault {
                self.faults.push(Difference::of(
                    DifferenceKind::Archive,
                    shown.clone(),
                    sentence,
                ));
                self.unread.insert(shown);
            } else {
                self.members.push(Member {
                    name: shown,
                    is_packed: one.head.method == 8,
                    crc: one.head.crc,
                    length: one.head.length,
                    size: one.head.size,
                    at,
                });
            }
        }
        if expected != end && self.faults.is_empty() {
            self.faults.push(Difference::archive(
                "Between the last file and the directory lies something that belongs to neither.",
            ));
        }
        Ok(())
    }
}

/// Where an entry lies.
#[derive(Clone, Copy)]
struct Place {
    /// Where its bytes begin.
    at: u64,
    /// Where they end.
    ends_at: u64,
    /// Whether its own head says what the directory says.
    agrees: bool,
}

/// Looks where an entry lies, or says what is the matter.
fn place<R: Read + Seek>(
    from: &mut R,
    listed: &Head,
    begins_at: u64,
    end: u64,
) -> Result<Result<Place, &'static str>, Refusal> {
    let Some(room) = end
        .checked_sub(begins_at)
        .filter(|room| *room >= LOCAL_SIZE)
    else {
        return Ok(Err(BEYOND));
    };
    let fixed = read_at(from, begins_at, LOCAL_SIZE)?;
    let [name, extra] = [26, 28].map(|at| u64::from(u16_at(&fixed, at)));
    let head = LOCAL_SIZE + name + extra;
    if !fixed.starts_with(LOCAL) || room.checked_sub(head).is_none_or(|r| r < listed.length) {
        return Ok(Err(BEYOND));
    }
    let name = read_at(from, begins_at + LOCAL_SIZE, name)?;
    let extra = read_at(from, begins_at + head - extra, extra)?;
    let agrees = local(&fixed, name, &extra).is_some_and(|local| local == *listed);
    let at = begins_at + head;
    Ok(Ok(Place {
        at,
        ends_at: at + listed.length,
        agrees,
    }))
}

/// Reads an entry's own head; nothing where it has other fields than its directory can have.
fn local(fixed: &[u8], name: Vec<u8>, extra: &[u8]) -> Option<Head> {
    let mut large = Large::of(extra)?;
    let (size, length) = (large.or(u32_at(fixed, 22))?, large.or(u32_at(fixed, 18))?);
    large.is_spent().then(|| Head {
        name,
        version: u16_at(fixed, 4),
        flags: u16_at(fixed, 6),
        method: u16_at(fixed, 8),
        moment: u32_at(fixed, 10),
        crc: u32_at(fixed, 14),
        length,
        size,
    })
}

const OVERLAPS: &str =
    "It lies over another file of the archive, which no honest archive does. It was not read.";
const GAP: &str = "Before it lies something in the archive that belongs to no file.";
const BEYOND: &str =
    "It does not lie where the archive says, or reaches beyond its directory. It was not read.";
const DISAGREES: &str =
    "The archive's directory says one thing of it and its own head another. It was not read.";
const DOUBLED: &str =
    "The archive has two files of this name, and programs disagree on which one counts.";
const UNSAFE: &str =
    "Its name leads out of the folder, or is none that a record gives. It was not read.";
const REPACKED: &str = "It was put in by another program than the one that makes records. Was \
    the archive packed anew? Ask for the file as it was sent, or unpack it and follow VERIFY.txt.";
const BOMB: &str =
    "Unpacked it would be larger than anything in a record. It was not unpacked.";

fn fault_of(one: &Listed, is_new: bool, unpacked: u64) -> Option<&'static str> {
    let Head {
        name,
        flags,
        method,
        length,
        size,
        ..
    } = &one.head;
    let is_safe = std::str::from_utf8(name).is_ok_and(name::is_safe);
    if !is_safe {
        Some(UNSAFE)
    } else if !is_new {
        Some(DOUBLED)
    } else if !one.is_plain || *flags != 0 || ![0, 8].contains(method) {
        Some(REPACKED)
    } else if *method == 0 && length != size {
        Some(DISAGREES)
    } else if *method == 8 && unpacked > MOST_UNPACKED {
        Some(BOMB)
    } else {
        None
    }
}

fn read_at<R: Read + Seek>(from: &mut R, at: u64, length: u64) -> Result<Vec<u8>, Refusal> {
    from.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(cut_off())
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    number(bytes, at).map_or(0, u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    number(bytes, at).map_or(0, u32::from_le_bytes)
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    number(bytes, at).map_or(0, u64::from_le_bytes)
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}
