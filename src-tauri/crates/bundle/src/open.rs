//! Reading a bundle that somebody else made.

use std::collections::HashSet;
use std::io::{self, Read};

use vault::Sha256;
use zeroize::Zeroizing;

use crate::archive::Archive;
use crate::content::{Catalogue, Content, Manifest, Member, RECORDS};
use crate::error::Error;
use crate::seal::Unsealed;
use crate::write::{CATALOGUE, MANIFEST, original_name};

/// No manifest is longer.
const LONGEST_MANIFEST: u64 = 32 << 20;

/// The catalogue and the records together are no longer: they are held in memory.
const LONGEST_RECORDS: u64 = 256 << 20;

/// What opens a bundle.
#[derive(Default)]
pub struct Key {
    /// The passphrase; empty when it is sealed to a recipient.
    pub passphrase: Zeroizing<String>,
    /// The text of the file with the age identity.
    pub identity: Option<Zeroizing<String>>,
}

/// A bundle whose records were read and belong together. Its originals come after, in order.
pub struct Bundle<R: Read> {
    /// Who made it and when.
    pub manifest: Manifest,
    /// Its records.
    pub content: Content,
    /// The text of its catalogue.
    pub catalogue: Catalogue,
    archive: Archive<Unsealed<R>>,
    originals: Vec<Member>,
    given: usize,
}

impl<R: Read> Bundle<R> {
    /// Opens a bundle of a length and reads all of it but the originals.
    pub fn open(from: R, length: u64, key: &Key) -> Result<Self, Error> {
        let mut archive = Archive::new(Unsealed::open(from, key)?);
        let head = archive.next()?.ok_or(Error::Malformed("it is empty"))?;
        if head.name != MANIFEST {
            return Err(Error::Malformed("its list of members does not come first"));
        }
        if head.length > LONGEST_MANIFEST.min(length) {
            return Err(Error::Malformed("its list of members is too long"));
        }
        let manifest = Manifest::read(&whole(&mut archive, head.length)?)?;
        let originals = check_members(&manifest, length)?;
        let mut held = Vec::new();
        for member in manifest.members.iter().take(1 + RECORDS.len()) {
            expect(&mut archive, member)?;
            let bytes = whole(&mut archive, member.length)?;
            if vault::hex(&vault::sha256(&bytes)) != member.sha256 {
                return Err(Error::Malformed("a member differs from the list"));
            }
            held.push(bytes);
        }
        let catalogue = Catalogue(held.remove(0));
        let content = Content::read(&held)?;
        content.check(&catalogue)?;
        check_originals(&content, &originals)?;
        Ok(Self {
            manifest,
            content,
            catalogue,
            archive,
            originals,
            given: 0,
        })
    }

    /// Returns the next original, by its SHA-256 in hex, with what reads it: to be read to its
    /// end, where its digest is compared. Nothing more means that the bundle ended as it
    /// should.
    pub fn next_original(&mut self) -> Result<Option<(String, OriginalReader<'_, R>)>, Error> {
        let Some(member) = self.originals.get(self.given).cloned() else {
            return match self.archive.next()? {
                None => Ok(None),
                Some(_) => Err(Error::Malformed("it holds more than its list names")),
            };
        };
        self.given += 1;
        expect(&mut self.archive, &member)?;
        let reader = OriginalReader {
            archive: &mut self.archive,
            left: member.length,
            digest: Some(Sha256::new()),
            sha256: member.sha256.clone(),
        };
        Ok(Some((member.sha256, reader)))
    }

    /// Reads all that is left and compares every digest, without keeping anything.
    pub fn read_to_end(&mut self) -> Result<(), Error> {
        while let Some((_, mut original)) = self.next_original()? {
            io::copy(&mut original, &mut io::sink()).map_err(Error::of_reading)?;
        }
        Ok(())
    }
}

/// Refuses a list with names of another shape or order, twice, or with more bytes than the
/// file has: nothing in a bundle is compressed. Returns the originals.
fn check_members(manifest: &Manifest, length: u64) -> Result<Vec<Member>, Error> {
    let fixed = [CATALOGUE].into_iter().chain(RECORDS.iter().copied());
    let mut names = manifest.members.iter().map(|member| member.name.as_str());
    if !fixed.into_iter().all(|name| names.next() == Some(name)) {
        return Err(Error::Malformed("a member lacks, or is out of its order"));
    }
    let total = |members: &[Member]| {
        let lengths = members.iter().map(|member| member.length);
        lengths.fold(0_u64, u64::saturating_add)
    };
    let (records, originals) = manifest
        .members
        .split_at_checked(1 + RECORDS.len())
        .ok_or(Error::Malformed("a member lacks, or is out of its order"))?;
    if total(&manifest.members) > length || total(records) > LONGEST_RECORDS {
        return Err(Error::Malformed("its list names more bytes than it has"));
    }
    let mut seen = HashSet::new();
    let is_sound = |member: &Member| {
        let digits = member.sha256.as_bytes();
        let is_hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        digits.len() == 64
            && digits.iter().all(is_hex)
            && member.name == original_name(&member.sha256)
    };
    let sound = originals
        .iter()
        .all(|member| is_sound(member) && seen.insert(member.sha256.as_str()));
    if !sound {
        return Err(Error::Malformed("a member's name is not one of a bundle"));
    }
    Ok(originals.to_vec())
}

/// Each original belongs to evidence, and each evidence with an attachment has its original.
fn check_originals(content: &Content, members: &[Member]) -> Result<(), Error> {
    let wanted: HashSet<(&str, u64)> = content
        .evidence
        .iter()
        .filter_map(|evidence| evidence.attachment.as_ref())
        .map(|attachment| (attachment.sha256.as_str(), attachment.length))
        .collect();
    let here: HashSet<(&str, u64)> = members
        .iter()
        .map(|member| (member.sha256.as_str(), member.length))
        .collect();
    if wanted == here {
        Ok(())
    } else {
        Err(Error::Malformed("evidence and its originals do not agree"))
    }
}

/// The next member must be this one.
fn expect<R: Read>(archive: &mut Archive<R>, member: &Member) -> Result<(), Error> {
    let head = archive
        .next()?
        .ok_or(Error::Malformed("it holds less than its list names"))?;
    if head.name != member.name || head.length != member.length {
        return Err(Error::Malformed(
            "a member is not the one that its list names",
        ));
    }
    Ok(())
}

fn whole<R: Read>(archive: &mut Archive<R>, length: u64) -> Result<Vec<u8>, Error> {
    let length =
        usize::try_from(length).map_err(|_| Error::Malformed("a member is too long"))?;
    let mut bytes = vec![0; length];
    let mut filled = 0;
    while filled < length {
        filled += archive.read(bytes.get_mut(filled..).unwrap_or_default())?;
    }
    Ok(bytes)
}

/// Reads one original. What does not have its digest fails before its end is reached.
pub struct OriginalReader<'b, R: Read> {
    archive: &'b mut Archive<Unsealed<R>>,
    left: u64,
    digest: Option<Sha256>,
    sha256: String,
}

impl<R: Read> Read for OriginalReader<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left > 0 {
            let read = self.archive.read(into).map_err(io::Error::other)?;
            let bytes = into.get(..read).unwrap_or_default();
            if let Some(digest) = &mut self.digest {
                digest.update(bytes);
            }
            self.left -= read as u64;
            return Ok(read);
        }
        let agrees = match self.digest.take() {
            Some(digest) => vault::hex(&digest.finish()) == self.sha256,
            None => true,
        };
        if agrees {
            Ok(0)
        } else {
            Err(io::Error::other(Error::Malformed(
                "evidence does not have the digest that its record names",
            )))
        }
    }
}
