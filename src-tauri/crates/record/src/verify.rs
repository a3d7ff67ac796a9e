//! Verifying a record without a vault.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

use crate::archive::{self, Archive, Member, Refusal};
use crate::content;
use crate::error::Error;
use crate::manifest::{
    FORMAT, FORMAT_VERSION, MANIFEST, Manifest, RecordFile, SIGNATURE, SIGNER, SUMS,
};
use crate::name::plain;
use crate::text;
use crate::verdict::{Difference, DifferenceKind, Verdict};

/// No manifest, and no list of sums, is larger.
const LARGEST: u64 = 64 << 20;

/// No key and no signature is larger.
const LARGEST_KEY: u64 = 1 << 14;

const NO_ARCHIVE: &str = "This is no packet of record: it is no ZIP archive.";
const NO_RECORD: &str = "This is no packet of record: it is a ZIP archive of something else.";
const NEWER: &str = "This packet of record was made by a newer version of the program. Use that \
    one, or follow VERIFY.txt in it.";

/// Says whether a file is a record as it was signed, or names what differs. Nothing is written
/// anywhere. `watch` hears how many bytes of how many are done and may stop it.
pub fn verify<R: Read + Seek>(
    mut from: R,
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Verdict, Error> {
    match archive::read(&mut from) {
        Ok(archive) => Verifying::of(&mut from, archive, watch).verdict(),
        Err(Refusal::NoArchive) => Ok(Verdict::none(NO_ARCHIVE)),
        Err(Refusal::Broken(fault)) => Ok(Verdict::judge(None, String::new(), vec![fault])),
        Err(Refusal::Io(source)) => Err(Error::Archive(source)),
    }
}

struct Verifying<'a, R> {
    from: &'a mut R,
    members: HashMap<String, Member>,
    unread: HashSet<String>,
    differences: Vec<Difference>,
    total: u64,
    done: u64,
    watch: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

impl<'a, R: Read + Seek> Verifying<'a, R> {
    fn of(
        from: &'a mut R,
        archive: Archive,
        watch: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Self {
        let total = archive.members.iter().map(|m| m.size).sum();
        let members = archive
            .members
            .into_iter()
            .map(|member| (member.name.clone(), member))
            .collect();
        Self {
            from,
            members,
            unread: archive.unread,
            differences: archive.faults,
            total,
            done: 0,
            watch,
        }
    }

    fn verdict(mut self) -> Result<Verdict, Error> {
        let has = |name: &str| self.members.contains_key(name) || self.unread.contains(name);
        if ![MANIFEST, SIGNATURE, SIGNER].iter().any(|name| has(name)) {
            return Ok(Verdict::none(NO_RECORD));
        }
        let signer = self.own(SIGNER, LARGEST_KEY)?;
        let fingerprint = signer
            .as_deref()
            .and_then(vault::fingerprint)
            .unwrap_or_default();
        let signature = self.own(SIGNATURE, LARGEST_KEY)?;
        let Some(signed) = self.own(MANIFEST, LARGEST)? else {
            return Ok(Verdict::judge(None, fingerprint, self.differences));
        };
        let said: Option<Said> = serde_json::from_slice(&signed).ok();
        match &said {
            Some(said) if said.format != FORMAT => return Ok(Verdict::none(NO_RECORD)),
            Some(said) if said.format_version > FORMAT_VERSION => {
                return Ok(Verdict::none(NEWER));
            }
            _ => {}
        }
        if let (Some(signer), Some(signature)) = (&signer, &signature)
            && !vault::is_signed_by(signer, &signed, signature)
        {
            self.differs(
                DifferenceKind::Signature,
                SIGNATURE,
                "The signature is not one that the holder of signer.pem made over this \
                 manifest.json. One of the three was changed, or somebody else signed.",
            );
        }
        let manifest: Option<Manifest> = serde_json::from_slice(&signed).ok();
        let Some(manifest) = manifest else {
            self.differs(
                DifferenceKind::Changed,
                MANIFEST,
                "The manifest cannot be read.",
            );
            return Ok(Verdict::judge(None, fingerprint, self.differences));
        };
        if signer.is_some() && manifest.signer != fingerprint {
            self.differs(
                DifferenceKind::Signature,
                SIGNER,
                "This is not the key whose fingerprint the manifest names: somebody else signed, \
                 or the key was exchanged.",
            );
        }
        self.files(&manifest)?;
        self.sums(&manifest, &signed)?;
        self.added();
        self.differences.sort_by(|a, b| a.name.cmp(&b.name));
        // The key is named by the manifest, and every record has one: once is enough.
        self.differences.dedup();
        Ok(Verdict::judge(
            Some(manifest),
            fingerprint,
            self.differences,
        ))
    }

    /// Reads one of the entries that every record has.
    fn own(&mut self, name: &str, largest: u64) -> Result<Option<Vec<u8>>, Error> {
        // The key stays: the manifest names it too.
        let member = self.members.get(name).cloned();
        if name != SIGNER {
            self.members.remove(name);
        }
        let Some(member) = member else {
            self.missing(name);
            return Ok(None);
        };
        let bytes = if member.size > largest {
            None
        } else {
            content::whole(self.from, &member, &mut |_| ControlFlow::Continue(()))?
        };
        if bytes.is_none() {
            self.differs(
                DifferenceKind::Changed,
                name,
                "Its bytes are damaged, or it is larger than that of any record.",
            );
        }
        Ok(bytes)
    }

    fn files(&mut self, manifest: &Manifest) -> Result<(), Error> {
        let mut named = HashSet::new();
        for file in &manifest.files {
            let has_sum = file.sum == RecordFile::line(&file.name, &file.sha256);
            if !named.insert(file.name.to_ascii_lowercase()) || !has_sum {
                self.differs(
                    DifferenceKind::Changed,
                    MANIFEST,
                    "The manifest contradicts itself: it names a file twice, or with two sums.",
                );
                continue;
            }
            let Some(member) = self.members.remove(&file.name) else {
                self.missing(&file.name);
                continue;
            };
            let before = self.done;
            let (total, watch) = (self.total, &mut *self.watch);
            // Nothing is unpacked that is not as long as the manifest says.
            let sha256 = if member.size == file.size {
                content::digest(self.from, &member, &mut |done| watch(before + done, total))?
            } else {
                None
            };
            self.done += member.size;
            if sha256.as_deref() != Some(file.sha256.as_str()) {
                self.differs(DifferenceKind::Changed, &file.name, &changed(file));
            }
        }
        Ok(())
    }

    fn sums(&mut self, manifest: &Manifest, signed: &[u8]) -> Result<(), Error> {
        let expected = text::sums(&manifest.files, &vault::hex(&vault::sha256(signed)));
        let found = self.own(SUMS, LARGEST)?;
        if found.is_some_and(|found| found != expected.as_bytes()) {
            self.differs(
                DifferenceKind::Changed,
                SUMS,
                "The list of sums is not the one that belongs to the manifest.",
            );
        }
        Ok(())
    }

    fn added(&mut self) {
        for name in std::mem::take(&mut self.members).into_keys() {
            self.differs(
                DifferenceKind::Added,
                &name,
                "The manifest does not name this file: it was put in later.",
            );
        }
    }

    fn missing(&mut self, name: &str) {
        // What is there and cannot be read was named already.
        if !self.unread.contains(name) {
            self.differs(
                DifferenceKind::Missing,
                name,
                "The record should have this file, and it is not there.",
            );
        }
    }

    fn differs(&mut self, kind: DifferenceKind, name: &str, sentence: &str) {
        self.differences
            .push(Difference::of(kind, plain(name), sentence));
    }
}

/// The beginning of a manifest, of whatever version.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct Said {
    format: String,
    format_version: u32,
}

fn changed(file: &RecordFile) -> String {
    match &file.true_name {
        Some(true_name) => format!(
            "These are not the bytes that were signed. The file was called {}.",
            plain(true_name)
        ),
        None => "These are not the bytes that were signed.".to_owned(),
    }
}
