//! The header: format, vault, copy, slots. Written twice, both of the current generation.

use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::derive::{HEADER, derive};
use crate::error::{Error, io};
use crate::file::replace;
use crate::primitive::{Key, hex, hmac, is_equal, sha256, unhex};
use crate::slot::Slot;
use crate::stretch::Stretch;

/// The format that this program writes and the newest it reads.
pub(crate) const FORMAT: u32 = 1;

/// The two copies of the header.
pub(crate) const COPIES: [&str; 2] = ["header.json", "header.copy.json"];

/// No header of this format is larger; a larger file is not read.
const LARGEST: u64 = 1 << 20;

/// The header of a vault. Bytes are in hex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Header {
    pub(crate) format: u32,
    pub(crate) vault: Uuid,
    pub(crate) copy: Uuid,
    pub(crate) generation: u64,
    pub(crate) stretch: Stretch,
    pub(crate) salt: String,
    pub(crate) slots: Vec<Slot>,
    pub(crate) mac: String,
    pub(crate) checksum: String,
}

/// What is read before the format is known.
#[derive(Deserialize)]
struct Beginning {
    format: u32,
}

impl Header {
    /// Puts code and checksum on the header.
    pub(crate) fn finish(&mut self, vault_key: &Key) -> Result<(), Error> {
        self.mac = hex(&self.code(vault_key)?);
        self.checksum = self.expected_checksum()?;
        Ok(())
    }

    /// Returns whether the header is what the holder of the vault key wrote.
    pub(crate) fn is_authentic(&self, vault_key: &Key) -> Result<bool, Error> {
        let code = self.code(vault_key)?;
        Ok(unhex(&self.mac).is_some_and(|mac| is_equal(&mac, &code)))
    }

    fn code(&self, vault_key: &Key) -> Result<[u8; 32], Error> {
        let key = derive(vault_key.as_slice(), self.vault.as_bytes(), HEADER)?;
        let plain = Self {
            mac: String::new(),
            checksum: String::new(),
            ..self.clone()
        };
        hmac(&key, &plain.bytes()?)
    }

    fn expected_checksum(&self) -> Result<String, Error> {
        let plain = Self {
            checksum: String::new(),
            ..self.clone()
        };
        Ok(hex(&sha256(&plain.bytes()?)))
    }

    fn bytes(&self) -> Result<Vec<u8>, Error> {
        serde_json::to_vec_pretty(self).map_err(|_| Error::DamagedHeader)
    }

    fn is_whole(&self) -> bool {
        self.expected_checksum()
            .is_ok_and(|sum| is_equal(sum.as_bytes(), self.checksum.as_bytes()))
            && self.slots.iter().all(Slot::is_whole)
    }

    /// Writes both copies.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        let bytes = self.bytes()?;
        for copy in COPIES {
            replace(folder, copy, &bytes)?;
        }
        Ok(())
    }
}

/// Reads the header: the newest copy that is whole.
pub(crate) fn read(folder: &Path) -> Result<Header, Error> {
    let found = copies(folder)?;
    found
        .into_iter()
        .flatten()
        .max_by_key(|header| header.generation)
        .ok_or(Error::DamagedHeader)
}

/// Returns whether both copies of the header are whole and equal.
pub fn check_header(folder: &Path) -> Result<bool, Error> {
    let [first, second] = copies(folder)?;
    Ok(first.is_some() && first == second)
}

fn copies(folder: &Path) -> Result<[Option<Header>; 2], Error> {
    if !COPIES.iter().any(|copy| folder.join(copy).is_file()) {
        return Err(Error::NotAVault);
    }
    let [first, second] = COPIES.map(|copy| read_copy(&folder.join(copy)));
    Ok([first?, second?])
}

/// Reads one copy; nothing when it is damaged or missing. A newer format is told before
/// anything else is believed.
fn read_copy(path: &Path) -> Result<Option<Header>, Error> {
    let Ok(metadata) = path.metadata() else {
        return Ok(None);
    };
    if metadata.len() > LARGEST {
        return Ok(None);
    }
    let bytes = std::fs::read(path).map_err(io("reading the header"))?;
    let Ok(beginning) = serde_json::from_slice::<Beginning>(&bytes) else {
        return Ok(None);
    };
    if beginning.format > FORMAT {
        return Err(Error::NewerFormat {
            found: beginning.format,
            supported: FORMAT,
        });
    }
    let header: Option<Header> = serde_json::from_slice(&bytes).ok();
    Ok(header.filter(Header::is_whole))
}
