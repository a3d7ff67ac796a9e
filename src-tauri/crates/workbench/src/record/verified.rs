//! Verifying a record that somebody gave, with or without a vault.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use record::Verdict;

use crate::error::Error;
use crate::open::Workbench;

/// Says whether a file is a packet of record as it was signed, or names what differs. `watch`
/// hears how many bytes of how many are done and may stop it. Nothing is written anywhere.
pub fn verify_record(
    path: &Path,
    watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Verdict, Error> {
    let not_read = |source| Error::File {
        action: "The packet of record could not be read.",
        source,
    };
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    if !std::fs::metadata(path).map_err(not_read)?.is_file() {
        return Err(Error::input(
            "Only a file can be a packet of record, not a folder or a device. If you unpacked \
             it, follow VERIFY.txt, or choose the archive.",
        ));
    }
    let file = BufReader::new(File::open(path).map_err(not_read)?);
    record::verify(file, watch).map_err(|error| match error {
        record::Error::Archive(source) => not_read(source),
        record::Error::Cancelled => Error::Cancelled,
        other => Error::Record(other),
    })
}

impl Workbench {
    /// Returns whose key a fingerprint is, where it is a member's of this vault.
    pub fn whose_key(&self, fingerprint: &str) -> Result<Option<String>, Error> {
        let mut members = self.members()?.members.into_iter();
        Ok(members
            .find(|here| !here.fingerprint.is_empty() && here.fingerprint == fingerprint)
            .map(|here| here.member.name))
    }
}
