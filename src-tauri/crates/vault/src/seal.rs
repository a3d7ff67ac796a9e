//! Evidence bytes sealed in chunks.
//!
//! What STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) promises: nothing can be cut,
//! swapped, repeated or moved to another object unseen. Each object has its own random key;
//! each chunk's associated data names object, position and whether it is the last.

use std::fs::{self, File};
use std::io::{self as stdio, BufReader, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;

use openssl::symm::{Cipher, Crypter, Mode};
use zeroize::Zeroizing;

use crate::error::{Error, io};
use crate::file::sync_folder;
use crate::primitive::{Key, NONCE, Sha256, TAG, hex, random, unhex};

const MAGIC: &[u8; 8] = b"AUSEVID1";
const CHUNK: usize = 1 << 20;
const TEMPORARY: &str = ".tmp";
const SET_ASIDE: &str = "set-aside";

/// The name of a sealed object: random, so that it tells nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ObjectId([u8; 16]);

impl ObjectId {
    /// Takes an id from a row.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Returns the id for a row.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    fn file_name(&self) -> String {
        hex(&self.0)
    }
}

/// The key of one sealed object. It belongs into the encrypted database: with its row the
/// bytes become unreadable.
pub struct ObjectKey(Key);

impl ObjectKey {
    /// Takes a key from a row.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Returns the key for a row.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectKey(redacted)")
    }
}

/// Bytes sealed on the disk.
#[derive(Debug)]
pub struct Sealed {
    /// The object.
    pub object: ObjectId,
    /// Its key.
    pub key: ObjectKey,
    /// Bytes of the plain text.
    pub length: u64,
    /// SHA-256 of the plain text.
    pub sha256: [u8; 32],
}

/// Seals what a reader gives into a folder.
pub(crate) fn seal(
    folder: &Path,
    from: &mut dyn Read,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Sealed, Error> {
    let object = ObjectId(random()?);
    let key = ObjectKey(Zeroizing::new(random()?));
    let temporary = folder.join(format!("{}{TEMPORARY}", object.file_name()));
    let written = write(&temporary, &object, &key, from, watch).and_then(|written| {
        fs::rename(&temporary, folder.join(object.file_name()))
            .map_err(io("putting sealed bytes in their place"))?;
        sync_folder(folder)?;
        Ok(written)
    });
    match written {
        Ok((length, sha256)) => Ok(Sealed {
            object,
            key,
            length,
            sha256,
        }),
        Err(error) => {
            let _ = fs::remove_file(&temporary);
            Err(error)
        }
    }
}

fn write(
    path: &Path,
    object: &ObjectId,
    key: &ObjectKey,
    from: &mut dyn Read,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(u64, [u8; 32]), Error> {
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(io("writing sealed bytes"))?;
    let put = |file: &mut File, bytes: &[u8]| {
        file.write_all(bytes).map_err(io("writing sealed bytes"))
    };
    put(&mut file, MAGIC)?;
    put(&mut file, &object.0)?;
    let mut digest = Sha256::new();
    let (mut length, mut index) = (0_u64, 0_u64);
    let mut chunk = Zeroizing::new(vec![0; CHUNK]);
    let mut ahead = Zeroizing::new(vec![0; CHUNK]);
    let mut filled = fill(from, &mut chunk)?;
    let mut sealed = Vec::with_capacity(NONCE + CHUNK + TAG);
    loop {
        // A chunk is the last when nothing follows, so the next is read before it is sealed.
        let next = if filled == CHUNK {
            fill(from, &mut ahead)?
        } else {
            0
        };
        let last = next == 0;
        let plain = chunk.get(..filled).unwrap_or_default();
        digest.update(plain);
        seal_chunk(key, &bound(object, index, last), plain, &mut sealed)?;
        put(&mut file, &sealed)?;
        length += filled as u64;
        index += 1;
        if watch(length).is_break() {
            return Err(Error::Cancelled);
        }
        if last {
            break;
        }
        std::mem::swap(&mut chunk, &mut ahead);
        filled = next;
    }
    file.sync_all().map_err(io("flushing sealed bytes"))?;
    Ok((length, digest.finish()))
}

/// Fills a buffer as far as the reader gives.
fn fill(from: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, Error> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == stdio::ErrorKind::Interrupted => {}
            Err(source) => {
                return Err(Error::Io {
                    action: "reading the source",
                    source,
                });
            }
        }
    }
    Ok(filled)
}

fn bound(object: &ObjectId, index: u64, last: bool) -> Vec<u8> {
    [
        MAGIC.as_slice(),
        &object.0,
        &index.to_be_bytes(),
        &[u8::from(last)],
    ]
    .concat()
}

fn seal_chunk(
    key: &ObjectKey,
    bound: &[u8],
    plain: &[u8],
    into: &mut Vec<u8>,
) -> Result<(), Error> {
    let nonce = random::<NONCE>()?;
    let mut crypter = Crypter::new(
        Cipher::aes_256_gcm(),
        Mode::Encrypt,
        key.0.as_slice(),
        Some(&nonce),
    )?;
    crypter.aad_update(bound)?;
    into.clear();
    into.extend_from_slice(&nonce);
    into.resize(NONCE + plain.len() + TAG, 0);
    let body = into.get_mut(NONCE..).unwrap_or_default();
    let mut done = crypter.update(plain, body)?;
    done += crypter.finalize(body.get_mut(done..).unwrap_or_default())?;
    crypter.get_tag(body.get_mut(done..done + TAG).unwrap_or_default())?;
    Ok(())
}

fn open_chunk(key: &ObjectKey, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    crate::primitive::open_small(&key.0, bound, sealed)
}

/// Reads sealed bytes: every chunk is authenticated before any byte of it is given.
pub struct EvidenceReader {
    file: BufReader<File>,
    object: ObjectId,
    key: ObjectKey,
    index: u64,
    left: u64,
    finished: bool,
    chunk: Zeroizing<Vec<u8>>,
    given: usize,
}

impl EvidenceReader {
    pub(crate) fn open(
        folder: &Path,
        object: &ObjectId,
        key: &ObjectKey,
        length: u64,
    ) -> Result<Self, Error> {
        let altered = || Error::Tampered {
            part: "sealed file",
        };
        let file =
            File::open(folder.join(object.file_name())).map_err(|_| Error::Tampered {
                part: "sealed file (it is missing)",
            })?;
        let mut file = BufReader::with_capacity(NONCE + CHUNK + TAG, file);
        let mut begin = [0; MAGIC.len() + 16];
        file.read_exact(&mut begin).map_err(|_| altered())?;
        if begin.as_slice() != [MAGIC.as_slice(), &object.0].concat() {
            return Err(altered());
        }
        Ok(Self {
            file,
            object: *object,
            key: ObjectKey(key.0.clone()),
            index: 0,
            left: length,
            finished: false,
            chunk: Zeroizing::new(Vec::new()),
            given: 0,
        })
    }

    fn next_chunk(&mut self) -> Result<(), Error> {
        let altered = || Error::Tampered {
            part: "sealed file",
        };
        let plain = usize::try_from(self.left.min(CHUNK as u64)).unwrap_or(CHUNK);
        let last = self.left <= CHUNK as u64;
        let mut sealed = vec![0; NONCE + plain + TAG];
        self.file.read_exact(&mut sealed).map_err(|_| altered())?;
        let bound = bound(&self.object, self.index, last);
        self.chunk = open_chunk(&self.key, &bound, &sealed).ok_or_else(altered)?;
        self.given = 0;
        self.index += 1;
        self.left -= plain as u64;
        self.finished = last;
        let mut after = [0; 1];
        if last
            && self
                .file
                .read(&mut after)
                .map_err(io("reading sealed bytes"))?
                != 0
        {
            return Err(altered());
        }
        Ok(())
    }
}

impl Read for EvidenceReader {
    fn read(&mut self, into: &mut [u8]) -> stdio::Result<usize> {
        if self.given == self.chunk.len() && !self.finished {
            self.next_chunk().map_err(stdio::Error::other)?;
        }
        let rest = self.chunk.get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        for (to, from) in into.iter_mut().zip(rest) {
            *to = *from;
        }
        self.given += count;
        Ok(count)
    }
}

/// Removes an object. What is not there is removed already.
pub(crate) fn remove(folder: &Path, object: &ObjectId) -> Result<(), Error> {
    match fs::remove_file(folder.join(object.file_name())) {
        Err(error) if error.kind() != stdio::ErrorKind::NotFound => {
            Err(io("removing sealed bytes")(error))
        }
        _ => Ok(()),
    }
}

/// Returns all objects.
pub(crate) fn objects(folder: &Path) -> Result<Vec<ObjectId>, Error> {
    let mut found = Vec::new();
    for name in names(folder)? {
        let bytes: Option<[u8; 16]> = unhex(&name).and_then(|bytes| bytes.try_into().ok());
        found.extend(bytes.map(ObjectId));
    }
    Ok(found)
}

/// Moves an object out of the way, without opening or removing it.
pub(crate) fn set_aside(folder: &Path, object: &ObjectId) -> Result<(), Error> {
    let aside = folder.join(SET_ASIDE);
    fs::create_dir_all(&aside).map_err(io("setting sealed bytes aside"))?;
    let name = object.file_name();
    fs::rename(folder.join(&name), aside.join(&name)).map_err(io("setting sealed bytes aside"))
}

/// Removes temporary files, which an interrupted sealing leaves. Returns how many.
pub(crate) fn sweep(folder: &Path) -> Result<u32, Error> {
    let mut swept = 0;
    for name in names(folder)?
        .into_iter()
        .filter(|name| name.ends_with(TEMPORARY))
    {
        fs::remove_file(folder.join(name)).map_err(io("sweeping temporary files"))?;
        swept += 1;
    }
    Ok(swept)
}

fn names(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = fs::read_dir(folder).map_err(io("listing sealed bytes"))?;
    Ok(entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect())
}
