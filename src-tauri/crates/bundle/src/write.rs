//! Writing a bundle.

use std::io::{Read, Write};
use std::ops::ControlFlow;

use domain::evidence::Attachment;
use tar::{EntryType, Header};
use vault::Sha256;

use crate::content::{Catalogue, Content, FORMAT, Manifest, Member};
use crate::error::Error;
use crate::seal::{Seal, Sealer};

/// The name of the first member.
pub(crate) const MANIFEST: &str = "bundle.json";

/// The name of the catalogue's member.
pub(crate) const CATALOGUE: &str = "catalogue.json";

/// Returns the name of an original's member.
pub(crate) fn original_name(sha256: &str) -> String {
    format!("evidence/{sha256}")
}

/// Opens the sealed bytes of an attachment.
pub type Originals<'a> = dyn FnMut(&Attachment) -> Result<Box<dyn Read>, Error> + 'a;

/// Writes a bundle: its records at once, its originals in constant memory. `about` says who
/// makes it, and when; its members are found here. `watch` hears how many bytes of originals
/// are done and may stop it; what was written until then is no bundle.
pub fn write(
    into: &mut dyn Write,
    seal: &Seal<'_>,
    about: Manifest,
    content: &Content,
    catalogue: &Catalogue,
    originals: &mut Originals<'_>,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(), Error> {
    content.check(catalogue)?;
    let records = content.members()?;
    let held = |name: &str, bytes: &[u8]| Member {
        name: name.to_owned(),
        length: bytes.len() as u64,
        sha256: vault::hex(&vault::sha256(bytes)),
    };
    let mut members = vec![held(CATALOGUE, &catalogue.0)];
    members.extend(records.iter().map(|(name, bytes)| held(name, bytes)));
    members.extend(content.originals().into_iter().map(|original| Member {
        name: original_name(&original.sha256),
        length: original.length,
        sha256: original.sha256.clone(),
    }));
    let at = u64::try_from(about.at.timestamp()).unwrap_or_default();
    let manifest = Manifest {
        format: FORMAT,
        members,
        ..about
    };
    let manifest =
        serde_json::to_vec_pretty(&manifest).map_err(|error| Error::Write(error.into()))?;
    let mut out = Packing {
        into: Sealer::begin(into, seal)?,
        at,
    };
    out.bytes(MANIFEST, &manifest)?;
    out.bytes(CATALOGUE, &catalogue.0)?;
    for (name, bytes) in &records {
        out.bytes(name, bytes)?;
    }
    let mut done = 0;
    for original in content.originals() {
        let mut from = originals(original)?;
        out.original(original, &mut *from, &mut done, watch)?;
    }
    out.zeros(1024)?;
    out.into.finish()?.flush().map_err(Error::Write)
}

struct Packing<W: Write> {
    into: Sealer<W>,
    at: u64,
}

impl<W: Write> Packing<W> {
    fn head(&mut self, name: &str, length: u64) -> Result<(), Error> {
        let mut header = Header::new_ustar();
        header.set_path(name).map_err(Error::Write)?;
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o600);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(self.at);
        header.set_size(length);
        header.set_cksum();
        self.all(header.as_bytes())
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.head(name, bytes.len() as u64)?;
        self.all(bytes)?;
        self.pad(bytes.len() as u64)
    }

    /// Packs an original. Its record says how long it is and which digest it has; if the bytes
    /// are others, there is no bundle.
    fn original(
        &mut self,
        original: &Attachment,
        from: &mut dyn Read,
        done: &mut u64,
        watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        self.head(&original_name(&original.sha256), original.length)?;
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 1 << 18];
        let mut left = original.length;
        loop {
            let read = from.read(&mut buffer).map_err(Error::Read)?;
            let bytes = buffer.get(..read).unwrap_or_default();
            left = left
                .checked_sub(read as u64)
                .ok_or(Error::EvidenceDiffers)?;
            if read == 0 {
                break;
            }
            digest.update(bytes);
            self.all(bytes)?;
            *done += read as u64;
            if watch(*done).is_break() {
                return Err(Error::Cancelled);
            }
        }
        if left > 0 || vault::hex(&digest.finish()) != original.sha256 {
            return Err(Error::EvidenceDiffers);
        }
        self.pad(original.length)
    }

    fn pad(&mut self, length: u64) -> Result<(), Error> {
        self.zeros((512 - length % 512) % 512)
    }

    fn zeros(&mut self, count: u64) -> Result<(), Error> {
        let zeros = vec![0; usize::try_from(count).unwrap_or_default()];
        self.all(&zeros)
    }

    fn all(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.into.write_all(bytes).map_err(Error::Write)
    }
}
