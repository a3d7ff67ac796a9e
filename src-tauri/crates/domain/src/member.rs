//! Who has a way into the vault, and what the program lets each do there.
//!
//! A role is the program's policy and no cryptography: every key slot opens the same vault
//! key. What is each member's own is the signing key, which is sealed in their slot.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the program lets a member do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum MemberRole {
    /// Everything: people and keys, backups, moving and destroying as well.
    Owner,
    /// All work on organisations and assessments, and backups.
    Assessor,
    /// Reads everything; flags answers and writes working notes.
    Reviewer,
    /// Reads everything.
    Reader,
}

/// What somebody wants to do, as far as roles tell it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Reads, searches, looks at the trail and at what a packet would be.
    Read,
    /// Flags an answer or writes a working note.
    Review,
    /// Works on organisations, assessments and evidence; makes backups and bundles; issues
    /// packets, records and evidence plans, which the register keeps.
    Assess,
    /// People and keys, retention, destruction, moving the vault, repairs.
    Own,
}

impl MemberRole {
    /// Returns whether the program lets a member of this role do something.
    pub fn may(self, act: Act) -> bool {
        match act {
            Act::Read => true,
            Act::Review => self != Self::Reader,
            Act::Assess => matches!(self, Self::Owner | Self::Assessor),
            Act::Own => self == Self::Owner,
        }
    }
}

/// Somebody with a way into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Member {
    /// Which.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub id: Uuid,
    /// The name that stands under what they do.
    pub name: String,
    /// What the program lets them do.
    pub role: MemberRole,
    /// The key slot that their passphrase opens.
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub slot: Uuid,
    /// The key slot that their recovery code opens, once the code was tried.
    #[cfg_attr(feature = "bindings", ts(type = "string | null"))]
    pub recovery_slot: Option<Uuid>,
    /// Since when they are a member.
    pub since: DateTime<Utc>,
    /// When they were removed; their name stays under what they did.
    pub removed: Option<DateTime<Utc>>,
}

impl Member {
    /// Returns the slots that open for this member.
    pub fn slots(&self) -> Vec<Uuid> {
        [Some(self.slot), self.recovery_slot]
            .into_iter()
            .flatten()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_what_the_one_below_it_may() {
        let roles = [
            MemberRole::Reader,
            MemberRole::Reviewer,
            MemberRole::Assessor,
            MemberRole::Owner,
        ];
        let acts = [Act::Read, Act::Review, Act::Assess, Act::Own];
        for (rank, role) in roles.into_iter().enumerate() {
            let may = acts.map(|act| role.may(act));
            assert_eq!(may, [true, rank > 0, rank > 1, rank > 2], "{role:?}");
        }
    }
}
