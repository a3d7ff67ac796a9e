//! The header: format, vault, copy, slots. Written twice, both of the current generation.
//!
//! It is JSON, so that people can read it, but its code and its checksum stand over exact
//! bytes: the code over all before its own line, the checksum over all before its own line.
//! The checksum's line is the last in every format there will ever be, so that a damaged
//! file is never taken for a newer one.

use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::derive::{HEADER, derive};
use crate::error::Error;
use crate::file::replace;
use crate::folder::expect_files;
use crate::module::Mode;
use crate::primitive::{Key, hex, hmac, is_equal, sha256, unhex};
use crate::slot::Slot;
use crate::stretch::Stretch;

/// The format that this program writes and the newest it reads.
pub(crate) const FORMAT: u32 = 1;

/// The two copies of the header.
pub(crate) const COPIES: [&str; 2] = ["header.json", "header.copy.json"];

/// What else every vault's folder holds: with these and no header it was a vault.
const REMAINS: [&str; 2] = ["anchor", "evidence"];

/// A header is not changed more often than this: a larger number was made up.
const LAST_GENERATION: u64 = 1 << 48;

/// No header of this format is larger; a larger file is not read.
pub(crate) const LARGEST: u64 = 1 << 20;

/// No header of this format has more slots.
pub(crate) const MOST_SLOTS: usize = 64;

/// Bytes of salt for the stretch.
pub(crate) const SALT: usize = 32;

const MAC: &str = ",\n  \"mac\": \"";
const CHECKSUM: &str = ",\n  \"checksum\": \"";
const END: &str = "\"\n}\n";

/// The header of a vault. Bytes are in hex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Header {
    pub(crate) format: u32,
    pub(crate) vault: Uuid,
    pub(crate) copy: Uuid,
    pub(crate) generation: u64,
    /// The mode that the vault goes to, where its stretch does not say so yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) mode: Option<Mode>,
    pub(crate) stretch: Stretch,
    pub(crate) salt: String,
    /// The key of the trail's digests, sealed, once the vault key is not the first any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) trail_key: Option<String>,
    pub(crate) slots: Vec<Slot>,
}

/// A header as it lies in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) header: Header,
    text: String,
}

/// What is read before the format is known.
#[derive(Deserialize)]
struct Beginning {
    format: u32,
}

impl Header {
    /// Returns the mode that the vault asks for.
    pub(crate) fn mode(&self) -> Mode {
        self.mode.unwrap_or_else(|| self.stretch.mode())
    }

    /// Puts code and checksum on the header.
    pub(crate) fn finish(self, vault_key: &Key) -> Result<Written, Error> {
        let mut text = serde_json::to_string_pretty(&self).map_err(|_| Error::DamagedHeader)?;
        // The closing brace comes after the two lines that stand over what is before them.
        text.truncate(text.len().saturating_sub("\n}".len()));
        let code = hex(&self.code(vault_key, &text)?);
        text.push_str(&format!("{MAC}{code}\""));
        let sum = hex(&sha256(text.as_bytes()));
        text.push_str(&format!("{CHECKSUM}{sum}{END}"));
        Ok(Written { header: self, text })
    }

    fn code(&self, vault_key: &Key, text: &str) -> Result<[u8; 32], Error> {
        let key = derive(vault_key.as_slice(), self.vault.as_bytes(), HEADER)?;
        hmac(&key, text.as_bytes())
    }
}

impl Written {
    /// Returns whether the header is what the holder of the vault key wrote.
    pub(crate) fn is_authentic(&self, vault_key: &Key) -> Result<bool, Error> {
        let Some((rest, _)) = cut(&self.text, CHECKSUM, END) else {
            return Ok(false);
        };
        let Some((signed, mac)) = cut(rest, MAC, "\"") else {
            return Ok(false);
        };
        let code = self.header.code(vault_key, signed)?;
        Ok(unhex(mac).is_some_and(|mac| is_equal(&mac, &code)))
    }

    /// Writes both copies.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Error> {
        for copy in COPIES {
            self.write_copy(folder, copy)?;
        }
        Ok(())
    }

    /// Writes one copy.
    pub(crate) fn write_copy(&self, folder: &Path, copy: &str) -> Result<(), Error> {
        replace(folder, copy, self.text.as_bytes())
    }
}

/// Cuts a line of 64 digits off the end.
fn cut<'t>(text: &'t str, before: &str, after: &str) -> Option<(&'t str, &'t str)> {
    let rest = text.strip_suffix(after)?;
    let (rest, digits) = rest.split_at_checked(rest.len().checked_sub(64)?)?;
    Some((rest.strip_suffix(before)?, digits))
}

/// Reads the header: the newest copy that is whole.
pub(crate) fn read(folder: &Path) -> Result<Written, Error> {
    copies(folder)?
        .into_iter()
        .flatten()
        .max_by_key(|written| written.header.generation)
        .ok_or(Error::DamagedHeader)
}

/// Reads every copy that is whole, the newest first, and equal ones once. Anybody can write
/// one that is whole and says that it is the newest; only opening it tells.
pub(crate) fn newest_first(folder: &Path) -> Result<Vec<Written>, Error> {
    let mut found: Vec<Written> = copies(folder)?.into_iter().flatten().collect();
    found.sort_by_key(|written| std::cmp::Reverse(written.header.generation));
    found.dedup();
    if found.is_empty() {
        return Err(Error::DamagedHeader);
    }
    Ok(found)
}

/// Returns whether both copies of the header are whole and equal.
///
/// One copy opens the vault as well as two; [`Vault::mend_header`](crate::Vault::mend_header)
/// makes them two again.
pub fn check_header(folder: &Path) -> Result<bool, Error> {
    let [first, second] = copies(folder)?;
    Ok(first.is_some() && first == second)
}

pub(crate) fn copies(folder: &Path) -> Result<[Option<Written>; 2], Error> {
    expect_files(folder)?;
    let is_there = |name: &&str| folder.join(name).exists();
    if !COPIES.iter().any(&is_there) {
        let was_a_vault = REMAINS.iter().all(is_there);
        return Err(if was_a_vault {
            Error::DamagedHeader
        } else {
            Error::NotAVault
        });
    }
    let [first, second] = COPIES.map(|copy| read_copy(&folder.join(copy)));
    Ok([first?, second?])
}

/// Reads one copy; nothing when it is damaged or missing. A newer format is believed only
/// from a file that is whole.
fn read_copy(path: &Path) -> Result<Option<Written>, Error> {
    let Ok(metadata) = path.metadata() else {
        return Ok(None);
    };
    if !metadata.is_file() || metadata.len() > LARGEST {
        return Ok(None);
    }
    // What the disk no longer reads is as damaged as what it reads wrongly.
    let text = std::fs::read_to_string(path).ok();
    let Some(text) = text.filter(|text| is_whole(text)) else {
        return Ok(None);
    };
    match serde_json::from_str::<Beginning>(&text) {
        Ok(Beginning { format }) if format > FORMAT => Err(Error::NewerFormat {
            found: format,
            supported: FORMAT,
        }),
        Ok(Beginning { format: FORMAT }) => Ok(parse(text)),
        _ => Ok(None),
    }
}

fn is_whole(text: &str) -> bool {
    cut(text, CHECKSUM, END).is_some_and(|(summed, sum)| hex(&sha256(summed.as_bytes())) == sum)
}

fn parse(text: String) -> Option<Written> {
    let (rest, _) = cut(&text, CHECKSUM, END)?;
    let (signed, _) = cut(rest, MAC, "\"")?;
    let header: Header = serde_json::from_str(&format!("{signed}\n}}")).ok()?;
    let is_whole = unhex(&header.salt).is_some_and(|salt| salt.len() == SALT)
        && (1..=MOST_SLOTS).contains(&header.slots.len())
        && (1..=LAST_GENERATION).contains(&header.generation)
        && header.slots.iter().all(Slot::is_whole)
        && has_own_ids(&header.slots);
    is_whole.then_some(Written { header, text })
}

fn has_own_ids(slots: &[Slot]) -> bool {
    let mut ids: Vec<Uuid> = slots.iter().map(|slot| slot.id).collect();
    ids.sort_unstable();
    ids.windows(2).all(|pair| pair[0] != pair[1])
}
