//! The encrypted container: keys, sealing and the file format. `FORMAT.md` describes every
//! byte.
//!
//! Read first [`Vault`] (an unlocked folder), [`Way`] (what somebody brings to open it) and
//! [`Sealed`] (evidence bytes on the disk). A passphrase is stretched once per vault (Argon2id,
//! RFC 9106; PBKDF2, NIST SP 800-132, in approved mode); with a slot's id, and a key file where
//! one is needed, that yields the key which opens the slot's two private keys. A recovery code
//! does so without a stretch. One of the private keys opens the random vault key, from which
//! every other key is derived by purpose (HKDF, RFC 5869).
//!
//! # Invariants
//!
//! - Bytes only: nothing here knows what an assessment is, and nothing here speaks SQL.
//! - All cryptography is OpenSSL's, the one that SQLCipher links, which never reads an
//!   outside configuration. A process has one [`Mode`]: in approved mode the FIPS provider
//!   serves all of it, or nothing opens.
//! - The header holds no name of a person.
//! - A wrong passphrase costs the same time and gets the same words whatever is wrong; a
//!   damaged header or slot is told apart by plain checksums. All slots are tried after one
//!   stretch.
//! - Nobody signs as another: each person's signing key is sealed in their own slot.
//! - A way in that was taken away opens nothing that is written from then on: a [`Rotation`]
//!   gives the vault a new key. After a crash the old one counts or the new one, never neither.
//! - A key or passphrase has no `Display`, a redacted `Debug`, and is wiped when dropped.
//! - A nonce is never repeated under a key: each is random, and each key seals little.
//! - Either all of a file is in its place or none: what is written is written beside it,
//!   flushed and renamed. A vault that was taken away while open is never begun anew.
//! - What cannot be seen from inside the folder is not claimed: an older copy of the whole
//!   folder opens. Who remembers the trail's head elsewhere can tell.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod anchor;
mod chunk;
mod code;
mod copy;
mod derive;
mod envelope;
mod error;
mod file;
mod folder;
mod header;
mod key_file;
mod keys;
mod lock;
mod module;
mod moving;
mod object;
mod open;
mod passphrase;
mod primitive;
mod reader;
mod rotation;
mod seal;
mod served;
mod signature;
mod slot;
mod strength;
mod stretch;
mod way;

pub use anchor::{Anchor, AnchorState};
pub use code::{CodeFault, RecoveryCode};
pub use copy::{Copied, copy_file, digest_file};
pub use derive::DatabaseKey;
pub use envelope::{ENVELOPE_MAGIC, EnvelopeReader, EnvelopeWriter};
pub use error::Error;
pub use ffi::{hear_interrupts, is_interrupted, keep_memory_private};
pub use folder::lies_in_vault;
pub use header::check_header;
pub use key_file::{KeyFile, KeyFileFault};
pub use lock::{Access, Holder};
pub use module::{
    Mode, ModuleFault, ModuleWords, ask_module, enter, find_module, mode, module_fault, needs,
    providers,
};
pub use object::{ObjectId, ObjectKey, Sealed};
pub use open::{
    Creation, Glance, HeaderCopy, Vault, make_evidence_folder, names_beside_database,
};
pub use passphrase::{Passphrase, Weakness};
pub use primitive::{Sha256, hex, random, sha256};
pub use reader::EvidenceReader;
pub use rotation::{Rotation, RotationStep};
pub use served::{Served, refused, served};
pub use signature::{fingerprint, is_signed_by};
pub use strength::{Strength, strength};
pub use stretch::Stretch;
pub use way::{SlotGlance, SlotKind, Way};
