//! Who has a way into the vault, and how passphrases are judged.

use domain::member::{Member, MemberRole};
use serde::Serialize;

views! {
    /// Who has a way into the vault.
    MembersView {
        /// The members that are there, the present one first, then by name.
        members: Vec<MemberView>,
        /// Those who were removed, the last one first.
        removed: Vec<Member>,
        /// Whether a recovery code opened the vault: the present member's passphrase can then
        /// be set anew without the one before.
        by_recovery_code: bool,
        /// What was done just now, in a sentence; nothing when the list was only looked at.
        done: Option<String>,
    }
    /// A member.
    MemberView {
        /// The member.
        member: Member,
        /// Whether this is who unlocked the vault.
        is_present: bool,
        /// Whether a key file is needed beside the passphrase.
        needs_key_file: bool,
        /// The fingerprint of the signing key: SHA-256 of the public key, in groups of hex.
        fingerprint: String,
        /// Why this member cannot be removed; nothing when they can.
        stays: Option<String>,
    }
    /// A recovery code that does not count until it was typed once.
    RecoveryCodeView {
        /// Eight groups of six digits.
        groups: Vec<String>,
    }
    /// A passphrase that is offered.
    PassphraseView {
        /// Five words.
        passphrase: String,
    }
    /// How long a copied vault would withstand.
    StrengthView {
        /// 0 (none) to 4 (centuries).
        level: u8,
        /// Whether a new vault takes it.
        taken: bool,
        /// The time, as people say it: "about three weeks".
        time: String,
        /// What would make it better; nothing when it is good.
        advice: Option<String>,
    }
}

/// What the program lets the present member do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MayView {
    /// The role.
    pub role: MemberRole,
    /// Flag answers and write working notes.
    pub review: bool,
    /// Work on organisations, assessments and evidence; make backups and bundles.
    pub assess: bool,
    /// People and keys, retention, destruction, moving the vault, repairs.
    pub own: bool,
}
