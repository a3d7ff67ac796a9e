//! Writing a record.

use std::collections::HashSet;
use std::io::{self, Read, Seek, Write};
use std::ops::ControlFlow;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

use chrono::{DateTime, Datelike, Timelike, Utc};
use vault::Sha256;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, System, ZipWriter};

use crate::error::Error;
use crate::manifest::{
    About, FORMAT, FORMAT_VERSION, FileKind, INSTRUCTIONS, MANIFEST, Manifest, RecordFile,
    SIGNATURE, SIGNER, SUMS,
};
use crate::{name, text};

/// How many bytes are read at once.
const PIECE: usize = 1 << 20;

/// How many pieces are read ahead.
const AHEAD: usize = 4;

/// From here on sizes need the fields of ZIP64 (APPNOTE 4.5.3).
const LARGE: u64 = u32::MAX as u64;

/// A file that goes into a record.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Its name in the archive.
    pub name: &'a str,
    /// What it is.
    pub kind: FileKind,
    /// What it is, in words.
    pub about: &'a str,
    /// What it was called when it was taken in.
    pub true_name: Option<&'a str>,
}

/// What the bytes of an entry must be.
#[derive(Debug, Clone)]
pub struct Expected<'a> {
    /// Bytes.
    pub size: u64,
    /// SHA-256, in hex.
    pub sha256: &'a str,
}

/// A record that is being written: its files one after another, then what proves them.
pub struct Writer<W: Write + Seek> {
    zip: ZipWriter<Once<W>>,
    about: About,
    signer_pem: Vec<u8>,
    files: Vec<RecordFile>,
    names: HashSet<String>,
}

impl<W: Write + Seek> Writer<W> {
    /// Begins a record at the beginning of what it is written into, for the holder of a key.
    pub fn begin(into: W, about: About, signer_pem: Vec<u8>) -> Self {
        Self {
            zip: ZipWriter::new(Once::over(into)),
            about,
            signer_pem,
            files: Vec::new(),
            names: HashSet::new(),
        }
    }

    /// Adds a file that is made while it is written.
    pub fn add<E: From<Error>>(
        &mut self,
        entry: &Entry<'_>,
        make: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        self.start(entry.name, entry.kind, false)?;
        let mut digested = Digested::over(&mut self.zip);
        make(&mut digested)?;
        let (size, sha256) = digested.finish();
        self.named(entry, size, sha256);
        Ok(())
    }

    /// Adds a file in constant memory: what comes next is read and digested while what came
    /// before is written. `watch` hears how many of its bytes are done and may stop it. If the
    /// bytes are not as expected there is no record.
    pub fn copy(
        &mut self,
        entry: &Entry<'_>,
        expected: &Expected<'_>,
        from: &mut (dyn Read + Send),
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let called = || entry.true_name.unwrap_or(entry.name).to_owned();
        self.start(entry.name, entry.kind, expected.size >= LARGE)?;
        let zip = &mut self.zip;
        let read = thread::scope(|threads| {
            let (sender, pieces) = mpsc::sync_channel(AHEAD);
            let reading = threads.spawn(move || read_pieces(from, expected.size, &sender));
            let mut done = 0;
            // Whoever leaves early drops the pieces, and with that ends the reading.
            for piece in pieces {
                zip.write_all(&piece).map_err(Error::Write)?;
                done += piece.len() as u64;
                if watch(done).is_break() {
                    return Err(Error::Cancelled);
                }
            }
            let read = reading.join();
            read.unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
                .map_err(|source| Error::Read {
                    name: called(),
                    source,
                })
        })?;
        if read.0 != expected.size || read.1 != expected.sha256 {
            return Err(Error::Differs { name: called() });
        }
        self.named(entry, read.0, read.1);
        Ok(())
    }

    /// Ends the record: how to verify it, the key, the manifest with its signature, the sums.
    /// Returns what it was written into, at its end.
    pub fn finish(
        mut self,
        sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, vault::Error>,
    ) -> Result<W, Error> {
        let signer = vault::fingerprint(&self.signer_pem).unwrap_or_default();
        // With these two come the manifest, its signature and the sums.
        let in_all = self.files.len() + 5;
        let instructions = text::instructions(&self.about, &signer, in_all);
        self.held(
            INSTRUCTIONS,
            FileKind::Instructions,
            "How to verify this record without any special program.",
            instructions.as_bytes(),
        )?;
        let pem = std::mem::take(&mut self.signer_pem);
        self.held(
            SIGNER,
            FileKind::Signer,
            "The public key of whoever signed this record.",
            &pem,
        )?;
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            about: self.about.clone(),
            signer,
            files: std::mem::take(&mut self.files),
        };
        let mut signed =
            serde_json::to_vec_pretty(&manifest).map_err(|error| Error::Write(error.into()))?;
        signed.push(b'\n');
        let signature = sign(&signed)?;
        let sums = text::sums(&manifest.files, &vault::hex(&vault::sha256(&signed)));
        self.plain(MANIFEST, &signed)?;
        self.plain(SIGNATURE, &signature)?;
        self.plain(SUMS, sums.as_bytes())?;
        let mut once = self.zip.finish().map_err(of_zip)?;
        if once.has_failed {
            return Err(Error::Write(io::ErrorKind::WriteZero.into()));
        }
        once.flush().map_err(Error::Write)?;
        Ok(once.into)
    }

    fn held(
        &mut self,
        name: &str,
        kind: FileKind,
        about: &str,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let entry = Entry {
            name,
            kind,
            about,
            true_name: None,
        };
        self.add(&entry, |into| into.write_all(bytes).map_err(Error::Write))
    }

    /// Writes an entry that the manifest does not name.
    fn plain(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.start(name, FileKind::Instructions, false)?;
        self.zip.write_all(bytes).map_err(Error::Write)
    }

    fn start(&mut self, name: &str, kind: FileKind, large: bool) -> Result<(), Error> {
        if !name::is_safe(name) || !self.names.insert(name.to_ascii_lowercase()) {
            return Err(Error::Doubled);
        }
        // Documents and evidence are packed already, or not worth the time.
        let method = match kind {
            FileKind::Data => CompressionMethod::Deflated,
            FileKind::Packet
            | FileKind::Evidence
            | FileKind::EvidencePlan
            | FileKind::Instructions
            | FileKind::Signer => CompressionMethod::Stored,
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(moment(self.about.made_at))
            .system(System::Unix)
            .unix_permissions(0o644)
            .large_file(large);
        self.zip.start_file(name, options).map_err(of_zip)
    }

    fn named(&mut self, entry: &Entry<'_>, size: u64, sha256: String) {
        self.files.push(RecordFile {
            name: entry.name.to_owned(),
            kind: entry.kind,
            about: entry.about.to_owned(),
            true_name: entry.true_name.map(str::to_owned),
            size,
            sum: RecordFile::line(entry.name, &sha256),
            sha256,
        });
    }
}

/// Reads pieces and hands them on until there are no more, or more than expected. Returns how
/// many bytes there were, and their SHA-256.
fn read_pieces(
    mut from: &mut (dyn Read + Send),
    most: u64,
    pieces: &SyncSender<Vec<u8>>,
) -> io::Result<(u64, String)> {
    let mut digest = Sha256::new();
    let mut size = 0;
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        (&mut from).take(PIECE as u64).read_to_end(&mut piece)?;
        digest.update(&piece);
        size += piece.len() as u64;
        let is_last = piece.is_empty() || size > most;
        // Nobody takes it any more: the other side says why.
        if is_last || pieces.send(piece).is_err() {
            return Ok((size, vault::hex(&digest.finish())));
        }
    }
}

/// Returns a moment as a ZIP archive has it: without a zone, to two seconds, from 1980 on
/// (APPNOTE 4.4.6).
fn moment(at: DateTime<Utc>) -> zip::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(at.year()).unwrap_or_default();
    let [month, day] = [at.month(), at.day()].map(small);
    let [hour, minute, second] = [at.hour(), at.minute(), at.second()].map(small);
    zip::DateTime::from_date_and_time(year, month, day, hour, minute, second)
        .unwrap_or_default()
}

fn of_zip(error: zip::result::ZipError) -> Error {
    Error::Write(error.into())
}

/// Fails once. An archive that is given up is still brought to its end when it is dropped, and
/// the library would tell the terminal a second time that this went wrong: what comes after a
/// fault goes nowhere, and only its place is counted.
struct Once<W> {
    into: W,
    has_failed: bool,
    at: u64,
    end: u64,
}

impl<W> Once<W> {
    fn over(into: W) -> Self {
        Self {
            into,
            has_failed: false,
            at: 0,
            end: 0,
        }
    }

    fn heard<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        let is_fault = |error: &io::Error| error.kind() != io::ErrorKind::Interrupted;
        self.has_failed |= done.as_ref().is_err_and(is_fault);
        done
    }

    fn stands_at(&mut self, at: u64) {
        self.at = at;
        self.end = self.end.max(at);
    }
}

impl<W: Write> Write for Once<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = if self.has_failed {
            bytes.len()
        } else {
            let done = self.into.write(bytes);
            self.heard(done)?
        };
        self.stands_at(self.at + written as u64);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.has_failed {
            return Ok(());
        }
        let done = self.into.flush();
        self.heard(done)
    }
}

impl<W: Seek> Seek for Once<W> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        let at = if self.has_failed {
            let at = match to {
                io::SeekFrom::Start(at) => Some(at),
                io::SeekFrom::Current(by) => self.at.checked_add_signed(by),
                io::SeekFrom::End(by) => self.end.checked_add_signed(by),
            };
            at.ok_or(io::ErrorKind::InvalidInput)?
        } else {
            let done = self.into.seek(to);
            self.heard(done)?
        };
        self.stands_at(at);
        Ok(at)
    }
}

/// Writes, counts and digests in one go.
struct Digested<'w, W> {
    into: &'w mut W,
    size: u64,
    digest: Sha256,
}

impl<'w, W: Write> Digested<'w, W> {
    fn over(into: &'w mut W) -> Self {
        Self {
            into,
            size: 0,
            digest: Sha256::new(),
        }
    }

    fn finish(self) -> (u64, String) {
        (self.size, vault::hex(&self.digest.finish()))
    }
}

impl<W: Write> Write for Digested<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or_default());
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}
