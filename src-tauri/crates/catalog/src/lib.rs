//! Reads a catalogue file into a [`Framework`] and names every fault in one.
//!
//! [`read`] gives a framework or all faults at once; [`check`] gives the faults alone.
//! Faults of shape are found on the file's JSON, faults of meaning on the typed framework.
//!
//! # Invariants
//!
//! - Bytes in, values out: nothing here opens a file.
//! - No rule knows the name of a framework, the id of a control or how many there are.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

use domain::framework::Framework;

mod fault;
mod meaning;
mod shape;

pub use fault::{Error, Fault};

/// The catalogue built into the program.
pub const BUILT_IN: &[u8] = include_bytes!("../../../../assets/catalogs/hipaa-ml-2026.11.json");

/// The name of the built-in catalogue's file.
pub const BUILT_IN_NAME: &str = "hipaa-ml-2026.11.json";

/// Reads a catalogue. A faulty one is refused with all its faults.
pub fn read(bytes: &[u8]) -> Result<Framework, Error> {
    let mut value = shape::parse(bytes).map_err(|fault| Error(vec![fault]))?;
    let shape::Unread { mut faults, ids } = shape::take_out(&mut value);
    match serde_json::from_value::<Framework>(value) {
        Ok(framework) => {
            let told = !faults.is_empty();
            let of_meaning = meaning::check(&framework).into_iter();
            faults.extend(of_meaning.filter(|fault| !(told && follows(fault, &ids))));
            if faults.is_empty() {
                Ok(framework)
            } else {
                Err(Error(faults))
            }
        }
        Err(error) => {
            if faults.is_empty() {
                let sentence = format!("It cannot be read: {error}.");
                faults.push(Fault::new("catalogue", sentence));
            }
            Err(Error(faults))
        }
    }
}

/// Returns whether a fault only follows from entries that were taken out: it names one of
/// them, or misses what one of them would have been.
fn follows(fault: &Fault, taken_out: &[String]) -> bool {
    taken_out
        .iter()
        .any(|id| fault.sentence.contains(&format!("{id:?}")))
        || fault.sentence.starts_with("There is no entry for")
        || fault.sentence.starts_with("There is no control")
}

/// Returns every fault of a catalogue; none when it is sound.
pub fn check(bytes: &[u8]) -> Vec<Fault> {
    read(bytes).err().map(|error| error.0).unwrap_or_default()
}
