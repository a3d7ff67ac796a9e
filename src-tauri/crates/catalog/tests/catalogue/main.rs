//! The built-in catalogue is whole, every kind of fault is named with its place, and the
//! schema beside the catalogues says the same as the reader.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod built_in;
mod faults;
mod schema;

/// Returns the built-in catalogue as JSON, to be spoilt.
fn built_in() -> serde_json::Value {
    serde_json::from_slice(catalog::BUILT_IN).unwrap()
}

/// Returns the faults of a catalogue in JSON.
fn check(catalogue: &serde_json::Value) -> Vec<catalog::Fault> {
    catalog::check(&serde_json::to_vec(catalogue).unwrap())
}
