//! The bytes of an entry, read in pieces and never further than the directory says.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use vault::Sha256;

use crate::archive::Member;
use crate::error::Error;

/// How many bytes are read at once.
const PIECE: usize = 1 << 18;

/// Digests an entry in constant memory; nothing when its bytes are not as the directory says.
/// `watch` hears how many bytes are done and may stop it.
pub(crate) fn digest<R: Read + Seek>(
    from: &mut R,
    member: &Member,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<String>, Error> {
    let mut sha256 = Sha256::new();
    let is_sound = go_through(from, member, watch, &mut |bytes| sha256.update(bytes))?;
    Ok(is_sound.then(|| vault::hex(&sha256.finish())))
}

/// Reads an entry into memory; nothing when its bytes are not as the directory says.
pub(crate) fn whole<R: Read + Seek>(
    from: &mut R,
    member: &Member,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<Vec<u8>>, Error> {
    let mut whole = Vec::new();
    let is_sound = go_through(from, member, watch, &mut |bytes| {
        whole.extend_from_slice(bytes);
    })?;
    Ok(is_sound.then_some(whole))
}

fn go_through<R: Read + Seek>(
    from: &mut R,
    member: &Member,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    take: &mut dyn FnMut(&[u8]),
) -> Result<bool, Error> {
    from.seek(SeekFrom::Start(member.at))
        .map_err(Error::Archive)?;
    let mut raw = from.take(member.length);
    if member.is_packed {
        let mut unpacking = DeflateDecoder::new(raw);
        // What lies behind the end of what is packed would be hidden from everybody.
        Ok(is_sound(&mut unpacking, member, watch, take)?
            && unpacking.total_in() == member.length)
    } else {
        is_sound(&mut raw, member, watch, take)
    }
}

fn is_sound(
    reader: &mut dyn Read,
    member: &Member,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    take: &mut dyn FnMut(&[u8]),
) -> Result<bool, Error> {
    let mut crc = Crc::new();
    let mut done = 0;
    let mut buffer = vec![0; PIECE];
    loop {
        let read = match reader.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if is_packed_badly(&error) => return Ok(false),
            read => read.map_err(Error::Archive)?,
        };
        let bytes = buffer.get(..read).unwrap_or_default();
        done += read as u64;
        if done > member.size {
            return Ok(false);
        }
        if read == 0 {
            return Ok(done == member.size && crc.sum() == member.crc);
        }
        crc.update(bytes);
        take(bytes);
        if watch(done).is_break() {
            return Err(Error::Cancelled);
        }
    }
}

fn is_packed_badly(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
    )
}
