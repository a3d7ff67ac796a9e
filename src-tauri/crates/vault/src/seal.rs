//! Sealing evidence bytes, in constant memory.
//!
//! The caller's thread reads and digests; a second one seals and writes what is read. The
//! object gets its name only when all of it is on the disk.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread;

use crate::chunk::{CHUNK, ChunkCipher, Frame, MAGIC};
use crate::error::{Error, io};
use crate::file::sync_folder;
use crate::object::{ObjectId, ObjectKey, Sealed};
use crate::primitive::{Sha256, random};

/// Chunks that are read and not yet written, at most: enough that neither side waits.
const AHEAD: usize = 2;

/// Seals what a reader gives into a folder.
pub(crate) fn seal(
    folder: &Path,
    from: &mut dyn Read,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Sealed, Error> {
    let object = ObjectId::from_bytes(random()?);
    let key = ObjectKey::from_bytes(random()?);
    let temporary = object.temporary_path(folder);
    let written = write(&temporary, object, &key, from, watch).and_then(|written| {
        fs::rename(&temporary, object.path(folder))
            .map_err(io("putting sealed bytes in their place"))?;
        sync_folder(folder)?;
        Ok(written)
    });
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    let (length, sha256) = written?;
    Ok(Sealed {
        object,
        key,
        length,
        sha256,
    })
}

fn write(
    path: &Path,
    object: ObjectId,
    key: &ObjectKey,
    from: &mut dyn Read,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(u64, [u8; 32]), Error> {
    let cipher = ChunkCipher::new(object, key)?;
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(io("writing sealed bytes"))?;
    file.write_all(&[MAGIC.as_slice(), object.as_bytes()].concat())
        .map_err(io("writing sealed bytes"))?;
    thread::scope(|scope| {
        let (full, to_seal) = mpsc::sync_channel(AHEAD);
        let (empty, to_fill) = mpsc::channel();
        let sealer = scope.spawn(move || seal_all(file, cipher, &to_seal, &empty));
        let read = Reading {
            full,
            to_fill,
            frames: 0,
        }
        .read_all(from, watch);
        // The sealer's own failure is why it stopped listening, so it is told first.
        sealer.join().map_err(|_| Error::Crypto)??;
        read
    })
}

/// A chunk on its way to the disk, and whether it is the last.
type Full = (Frame, bool);

/// Seals and writes chunks until the last. When none comes any more, reading was given up
/// and the caller removes the file.
fn seal_all(
    mut file: File,
    mut cipher: ChunkCipher,
    to_seal: &Receiver<Full>,
    empty: &Sender<Frame>,
) -> Result<(), Error> {
    for (mut frame, last) in to_seal {
        cipher.seal(&mut frame, last)?;
        file.write_all(frame.sealed())
            .map_err(io("writing sealed bytes"))?;
        if last {
            return file.sync_all().map_err(io("flushing sealed bytes"));
        }
        // Nobody takes it back once reading is done.
        let _ = empty.send(frame);
    }
    Ok(())
}

/// The reading side.
struct Reading {
    full: SyncSender<Full>,
    to_fill: Receiver<Frame>,
    frames: usize,
}

impl Reading {
    fn read_all(
        mut self,
        from: &mut dyn Read,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(u64, [u8; 32]), Error> {
        let mut digest = Sha256::new();
        let mut length = 0_u64;
        let mut frame = self.empty_frame()?;
        fill(from, &mut frame)?;
        loop {
            digest.update(frame.plain());
            length += frame.length() as u64;
            // A chunk is the last when nothing follows, so the next is read before it goes.
            let mut next = None;
            if frame.length() == CHUNK {
                let mut ahead = self.empty_frame()?;
                fill(from, &mut ahead)?;
                next = Some(ahead).filter(|ahead| ahead.length() > 0);
            }
            self.full
                .send((frame, next.is_none()))
                .map_err(|_| Error::Cancelled)?;
            if watch(length).is_break() {
                return Err(Error::Cancelled);
            }
            match next {
                Some(ahead) => frame = ahead,
                None => return Ok((length, digest.finish())),
            }
        }
    }

    /// Returns a frame that is free, or a new one while there are few.
    fn empty_frame(&mut self) -> Result<Frame, Error> {
        if let Ok(frame) = self.to_fill.try_recv() {
            return Ok(frame);
        }
        if self.frames < AHEAD + 3 {
            self.frames += 1;
            return Ok(Frame::new());
        }
        self.to_fill.recv().map_err(|_| Error::Cancelled)
    }
}

/// Fills a frame as far as the reader gives.
fn fill(from: &mut dyn Read, frame: &mut Frame) -> Result<(), Error> {
    let mut filled = 0;
    while let Some(rest) = frame
        .room()
        .get_mut(filled..)
        .filter(|rest| !rest.is_empty())
    {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(source) => return Err(Error::Source(source)),
        }
    }
    frame.set_length(filled);
    Ok(())
}
