//! Key files: something to have beside something to know.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::error::{Error, io};
use crate::folder::lies_in_vault;
use crate::primitive::{Key, hex, random, sha256};

/// How a key file that was made here begins.
const BEGINNING: &str = "auscult key file 1\nKeep this file apart from the vault. It is needed beside the passphrase.\n";

/// Fewer bytes than this are no key.
const FEWEST: u64 = 32;

/// More bytes than this were chosen by mistake.
const MOST: u64 = 16 << 20;

/// How many digits at the end of a file that was made here check the rest.
const CHECK: usize = 16;

/// What a key file gives: the SHA-256 of its bytes.
pub struct KeyFile(Key);

/// Why a file cannot be a key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFileFault {
    /// It is not there, is no file, or cannot be read.
    Unreadable,
    /// It is empty.
    Empty,
    /// It has fewer than 32 bytes.
    TooSmall,
    /// It has more than 16 MiB.
    TooLarge,
    /// It was made as a key file and is no longer as it was made.
    Changed,
    /// It lies inside a vault: what is there changes, and who copies the vault has it.
    InVault,
    /// A file of this name is there already.
    AlreadyThere,
}

impl KeyFile {
    /// Makes a new key file: 32 random bytes as text. It is never written over another file,
    /// which may be the only way into some vault.
    pub fn make(path: &Path) -> Result<Self, Error> {
        refuse_inside_vault(path)?;
        let key = Zeroizing::new(random::<32>()?);
        let mut text =
            Zeroizing::new(String::with_capacity(BEGINNING.len() + 2 * 32 + CHECK + 2));
        text.push_str(BEGINNING);
        text.push_str(&Zeroizing::new(hex(key.as_slice())));
        text.push('\n');
        let check = check_of(&text);
        text.push_str(&check);
        text.push('\n');
        let written = write(path, text.as_bytes());
        if let Err(error) = &written
            && error.kind() != ErrorKind::AlreadyExists
        {
            let _ = std::fs::remove_file(path);
        }
        written.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Error::KeyFile(KeyFileFault::AlreadyThere),
            _ => io("writing the key file")(error),
        })?;
        Ok(Self(Zeroizing::new(sha256(text.as_bytes()))))
    }

    /// Reads a key file: one that was made here, or any other file of a sane size.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let fault = |fault| Err(Error::KeyFile(fault));
        refuse_inside_vault(path)?;
        // Asked before it is opened: to open a pipe would wait for ever.
        let length = match path.metadata() {
            Ok(metadata) if metadata.is_file() => metadata.len(),
            _ => return fault(KeyFileFault::Unreadable),
        };
        match length {
            0 => return fault(KeyFileFault::Empty),
            length if length < FEWEST => return fault(KeyFileFault::TooSmall),
            length if length > MOST => return fault(KeyFileFault::TooLarge),
            _ => {}
        }
        let room = usize::try_from(length).unwrap_or_default();
        let mut bytes = Zeroizing::new(Vec::with_capacity(room + 1));
        let read =
            File::open(path).and_then(|file| file.take(length + 1).read_to_end(&mut bytes));
        match read {
            Ok(read) if read == room => {}
            _ => return fault(KeyFileFault::Unreadable),
        }
        if was_made_here(&bytes) && !is_as_made(&bytes) {
            return fault(KeyFileFault::Changed);
        }
        Ok(Self(Zeroizing::new(sha256(&bytes))))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// The first word is enough, so that a change in the rest of the line is seen as well.
fn was_made_here(bytes: &[u8]) -> bool {
    bytes.starts_with(b"auscult key file")
}

fn is_as_made(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let cut = text
        .strip_suffix('\n')
        .and_then(|text| text.split_at_checked(text.len().checked_sub(CHECK)?));
    let Some((rest, check)) = cut else {
        return false;
    };
    let digits = rest
        .strip_prefix(BEGINNING)
        .and_then(|d| d.strip_suffix('\n'));
    digits.is_some_and(|digits| digits.len() == 64) && check_of(rest) == check
}

fn check_of(text: &str) -> String {
    let mut digits = hex(&sha256(text.as_bytes()));
    digits.truncate(CHECK);
    digits
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Refuses what lies inside a vault's folder.
fn refuse_inside_vault(path: &Path) -> Result<(), Error> {
    if lies_in_vault(path) {
        return Err(Error::KeyFile(KeyFileFault::InVault));
    }
    Ok(())
}

impl std::fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyFile(redacted)")
    }
}
