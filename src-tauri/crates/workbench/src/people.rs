//! Who has a way into the vault: members, their ways in, and their roles.
//!
//! The header is the truth of who gets in, the members' rows say who that is. A row is written
//! before its slot, and struck out after it: what was interrupted is put right at the next
//! unlock.

use chrono::{DateTime, Utc};
use domain::member::{Member, MemberRole};
use store::Chain;

use crate::error::Error;
use crate::open::Workbench;

impl Workbench {
    /// Returns who unlocked the vault.
    pub fn present(&self) -> Option<&Member> {
        self.present.as_ref()
    }

    /// Finds who unlocked the vault. One that was made before there were members has one owner.
    pub(crate) fn find_present(&mut self) -> Result<(), Error> {
        let slot = self.vault().slot_id();
        let members: Vec<Member> = self.store.all()?;
        let opens = |m: &Member| m.slot == slot || m.recovery_slot == Some(slot);
        let known = members
            .iter()
            .filter(|m| m.removed.is_none())
            .find(|m| opens(m));
        self.present = match known {
            Some(member) => Some(member.clone()),
            None if members.is_empty() => Some(Member {
                id: slot,
                name: self.person.clone(),
                role: MemberRole::Owner,
                slot,
                recovery_slot: None,
                since: DateTime::UNIX_EPOCH,
                removed: None,
            }),
            None => None,
        };
        if let Some(member) = &self.present {
            self.person.clone_from(&member.name);
        }
        Ok(())
    }

    /// Brings the members' rows in line with the header, and writes the first owner's.
    pub(crate) fn know_members(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let members: Vec<Member> = self.store.all()?;
        let mut changed: Vec<Member> = Vec::new();
        if members.is_empty() {
            let slot = self.vault().slot_id();
            changed.push(Member {
                id: slot,
                name: self.person.clone(),
                role: MemberRole::Owner,
                slot,
                recovery_slot: None,
                since: now,
                removed: None,
            });
        }
        if !changed.is_empty() {
            self.store.change(Chain::Vault, now, |change| {
                changed.iter().try_for_each(|member| change.put(member))
            })?;
        }
        self.find_present()
    }
}
