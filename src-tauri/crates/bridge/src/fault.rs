//! What went wrong, for a person.

use serde::Serialize;

/// What went wrong: a code to act on, a sentence, what to do, and a reference to quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Fault {
    /// What the page acts on.
    pub code: FaultCode,
    /// What happened and what was kept.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// A short code to quote, derived from the kind of error, never from content.
    pub reference: String,
}

/// What the page acts on. A variant stands only where a screen does something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum FaultCode {
    /// The passphrase did not open the vault.
    WrongPassphrase,
    /// The passphrase is too weak for a new vault.
    WeakPassphrase,
    /// Another program holds the vault.
    Held,
    /// No vault is open.
    Locked,
    /// Something that was sent is not right; the sentence says what.
    Input,
    /// What was asked for is not there.
    NotFound,
    /// Everything else.
    Other,
}
