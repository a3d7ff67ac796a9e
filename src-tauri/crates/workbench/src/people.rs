//! Who has a way into the vault: members, their ways in, and their roles.
//!
//! The header is the truth of who gets in, the members' rows say who that is. A row is written
//! before its slot, and struck out after it: what was interrupted is put right at the next
//! unlock.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::member::{Act, Member, MemberRole};
use packet::Paper;
use packet::part::RecoverySheet;
use store::{Chain, Record};
use uuid::Uuid;
use vault::{RecoveryCode, SlotKind, Way};

use crate::error::Error;
use crate::export::Exported;
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
        let slots: Vec<Uuid> = self.vault().slots()?.iter().map(|slot| slot.id).collect();
        let mut gone: Vec<String> = Vec::new();
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
        for member in members.iter().filter(|member| member.removed.is_none()) {
            let mut right = member.clone();
            right.recovery_slot = right.recovery_slot.filter(|slot| slots.contains(slot));
            if !slots.contains(&right.slot) && right.recovery_slot.is_none() {
                right.removed = Some(now);
                gone.push(right.name.clone());
            }
            if right != *member {
                changed.push(right);
            }
        }
        if !changed.is_empty() {
            self.store.change(Chain::Vault, now, |change| {
                changed.iter().try_for_each(|member| change.put(member))
            })?;
        }
        if !gone.is_empty() {
            self.notices.push(format!(
                "The way in of {} is no longer in the vault's header. Either their removal was \
                 interrupted, or somebody took it out with another program.",
                gone.join(", ")
            ));
        }
        if !self.strangers()?.is_empty() {
            self.notices.push(
                "Somebody put a way into this vault that belongs to no member: it was not made \
                 by this program. Remove a member, or make and remove one: the vault then gets a \
                 new key, and that way in opens nothing more."
                    .to_owned(),
            );
        }
        self.find_present()
    }

    /// Returns the slots of the header that no member's row names.
    fn strangers(&self) -> Result<Vec<Uuid>, Error> {
        let members: Vec<Member> = self.store.all()?;
        let there = members.iter().filter(|member| member.removed.is_none());
        let named: Vec<Uuid> = there.flat_map(Member::slots).collect();
        let slots = self.vault().slots()?.into_iter().map(|slot| slot.id);
        Ok(slots.filter(|slot| !named.contains(slot)).collect())
    }

    /// Returns everybody who has or had a way in.
    pub fn members(&self) -> Result<Members, Error> {
        let slots = self.vault().slots()?;
        let all: Vec<Member> = self.store.all()?;
        let (mut removed, there): (Vec<Member>, Vec<Member>) =
            all.into_iter().partition(|member| member.removed.is_some());
        removed.sort_by_key(|member| std::cmp::Reverse(member.removed));
        let present = self.present.as_ref().map(|member| member.id);
        let owners = there.iter().filter(|m| m.role == MemberRole::Owner).count();
        let mut members: Vec<MemberHere> = there
            .into_iter()
            .map(|member| {
                let slot = slots.iter().find(|slot| slot.id == member.slot);
                MemberHere {
                    is_present: present == Some(member.id),
                    needs_key_file: slot
                        .is_some_and(|s| s.kind == SlotKind::PassphraseAndKeyFile),
                    fingerprint: slot.map(|s| s.fingerprint.clone()).unwrap_or_default(),
                    is_last_owner: member.role == MemberRole::Owner && owners == 1,
                    member,
                }
            })
            .collect();
        members.sort_by_cached_key(|m| (!m.is_present, m.member.name.to_lowercase()));
        let slot = Some(self.vault().slot_id());
        let by_recovery_code = self
            .present
            .as_ref()
            .is_some_and(|m| m.recovery_slot == slot);
        Ok(Members {
            members,
            removed,
            by_recovery_code,
        })
    }

    /// Gives somebody a way in. Who they are is written first, so that no way in is ever
    /// nobody's.
    pub fn add_member(
        &mut self,
        name: &str,
        role: MemberRole,
        way: &Way<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.require(Act::Own)?;
        let name = self.free_name(name, None)?;
        let slot = store::new_id(now)?;
        let member = Member {
            id: slot,
            name,
            role,
            slot,
            recovery_slot: None,
            since: now,
            removed: None,
        };
        self.put_member(&member, now)?;
        let added = self
            .store
            .change_keys(now, |vault| vault.add_slot(slot, way));
        if added.is_err() {
            let gone = Member {
                removed: Some(now),
                ..member
            };
            self.put_member(&gone, now)?;
        }
        Ok(added?)
    }

    /// Changes a member's name or role.
    pub fn save_member(
        &mut self,
        id: Uuid,
        name: &str,
        role: MemberRole,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.require(Act::Own)?;
        let name = self.free_name(name, Some(id))?;
        let member = self.member(id)?;
        if role != MemberRole::Owner && self.is_last_owner(&member)? {
            return Err(Error::input(
                "A vault needs an owner. Make somebody else an owner first.",
            ));
        }
        self.put_member(
            &Member {
                name,
                role,
                ..member
            },
            now,
        )?;
        self.find_present()
    }

    /// Takes a member's ways in away: the vault gets a new key, which is sealed to everybody
    /// else. A copy of the vault that was taken before stays readable to them.
    pub fn remove_member(&mut self, id: Uuid, now: DateTime<Utc>) -> Result<(), Error> {
        self.require(Act::Own)?;
        let member = self.member(id)?;
        if self.is_last_owner(&member)? {
            return Err(Error::input(
                "This is the only owner. Make somebody else an owner first, or destroy the \
                 vault's folder if nobody needs it any more.",
            ));
        }
        if self
            .present
            .as_ref()
            .is_some_and(|present| present.id == id)
        {
            return Err(Error::input(
                "You are the one who unlocked the vault. Let another owner remove you.",
            ));
        }
        self.rotate(member.slots(), now)?;
        self.put_member(
            &Member {
                removed: Some(now),
                recovery_slot: None,
                ..member
            },
            now,
        )
    }

    /// Changes the present member's passphrase or key file. Whoever came in by a recovery code
    /// need not know the one that was lost.
    pub fn change_passphrase(
        &mut self,
        current: &Way<'_>,
        new: &Way<'_>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let member = self.present_member()?;
        let vault = self.vault();
        if vault.slot_id() == member.slot && !vault.is_own_way(current)? {
            return Err(vault::Error::WrongPassphrase.into());
        }
        drop(vault);
        self.store
            .change_keys(now, |vault| vault.replace_slot(new))?;
        Ok(self.store.change(Chain::Vault, now, |change| {
            change.record("passphrase", Member::KIND, &member.id.to_string())
        })?)
    }

    /// Offers a recovery code. It opens nothing until it was typed once.
    pub fn make_recovery_code(&mut self) -> Result<Vec<String>, Error> {
        self.present_member()?;
        let code = RecoveryCode::make()?;
        let groups = code.groups().to_vec();
        self.offered = Some(code);
        Ok(groups)
    }

    /// Prints the code that is offered.
    pub fn print_recovery_code(
        &self,
        paper: Paper,
        path: &Path,
        now: DateTime<Utc>,
    ) -> Result<Exported, Error> {
        let member = self.present_member()?;
        let code = self.offered.as_ref().ok_or_else(nothing_offered)?;
        let vault = self.vault();
        let name = vault.folder().file_stem().unwrap_or_default();
        let sheet = RecoverySheet {
            vault: &name.to_string_lossy(),
            vault_id: &vault.id().to_string(),
            member: &member.name,
            slot: &member.id.to_string()[..8],
            groups: &code.groups(),
        };
        crate::print_recovery_sheet(&sheet, paper, path, now)
    }

    /// Makes the offered code a way in, once it was typed as it stands on paper. An earlier
    /// code stops opening the vault.
    pub fn confirm_recovery_code(
        &mut self,
        typed: &RecoveryCode,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let member = self.present_member()?;
        let offered = self.offered.as_ref().ok_or_else(nothing_offered)?;
        if *offered.groups() != *typed.groups() {
            return Err(Error::input(
                "That is another code than the one that was shown. Type the one on the sheet \
                 that you just printed or wrote down.",
            ));
        }
        if member.recovery_slot.is_some() {
            self.store
                .change_keys(now, |vault| vault.replace_slot(Way::RecoveryCode(typed)))?;
            self.store.change(Chain::Vault, now, |change| {
                change.record("recovery", Member::KIND, &member.id.to_string())
            })?;
        } else {
            self.give_recovery_slot(&member, typed, now)?;
        }
        self.offered = None;
        self.find_present()
    }

    fn give_recovery_slot(
        &mut self,
        member: &Member,
        code: &RecoveryCode,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let slot = store::new_id(now)?;
        let with_slot = Member {
            recovery_slot: Some(slot),
            ..member.clone()
        };
        self.put_member(&with_slot, now)?;
        let added = self
            .store
            .change_keys(now, |vault| vault.add_slot(slot, Way::RecoveryCode(code)));
        if added.is_err() {
            self.put_member(member, now)?;
        }
        Ok(added?)
    }

    /// Takes the present member's recovery code away.
    pub fn remove_recovery_code(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let member = self.present_member()?;
        let Some(slot) = member.recovery_slot else {
            return Err(Error::input("You have no recovery code."));
        };
        if self.vault().slot_id() == slot {
            return Err(Error::input(
                "You came in by this code. Choose a new passphrase first, lock the vault and \
                 unlock it with that.",
            ));
        }
        self.rotate(vec![slot], now)?;
        self.put_member(
            &Member {
                recovery_slot: None,
                ..member
            },
            now,
        )?;
        self.find_present()
    }

    /// Gives the vault a new key; a way in that is nobody's does not get it either.
    fn rotate(&mut self, mut gone: Vec<Uuid>, now: DateTime<Utc>) -> Result<(), Error> {
        let open = self.vault().slot_id();
        let strangers = self.strangers()?.into_iter().filter(|slot| *slot != open);
        gone.extend(
            strangers
                .filter(|slot| !gone.contains(slot))
                .collect::<Vec<_>>(),
        );
        Ok(self.store.rotate(&gone, now)?)
    }

    fn put_member(&mut self, member: &Member, now: DateTime<Utc>) -> Result<(), Error> {
        Ok(self
            .store
            .change(Chain::Vault, now, |change| change.put(member))?)
    }

    fn member(&self, id: Uuid) -> Result<Member, Error> {
        self.store
            .get::<Member>(&id.to_string())?
            .filter(|member| member.removed.is_none())
            .ok_or(Error::NotFound("member"))
    }

    fn present_member(&self) -> Result<Member, Error> {
        self.present.clone().ok_or(Error::NotFound("member"))
    }

    fn is_last_owner(&self, member: &Member) -> Result<bool, Error> {
        let all: Vec<Member> = self.store.all()?;
        let is_owner = |m: &&Member| m.role == MemberRole::Owner && m.removed.is_none();
        let other = all.iter().filter(is_owner).any(|m| m.id != member.id);
        Ok(member.role == MemberRole::Owner && !other)
    }

    /// Returns a name as it is kept; refuses one that is empty or another member's.
    fn free_name(&self, name: &str, of: Option<Uuid>) -> Result<String, Error> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Error::input(
                "Please write the name: it stands under what they do.",
            ));
        }
        let all: Vec<Member> = self.store.all()?;
        let is_taken = all.iter().any(|m| {
            m.removed.is_none()
                && Some(m.id) != of
                && m.name.to_lowercase() == name.to_lowercase()
        });
        if is_taken {
            return Err(Error::input(
                "There is a member of this name. Add a second name or initial, so that the two \
                 can be told apart in the trail.",
            ));
        }
        Ok(name.to_owned())
    }
}

fn nothing_offered() -> Error {
    Error::input("There is no recovery code to use. Make one first.")
}

/// Everybody who has or had a way in.
#[derive(Debug, Clone)]
pub struct Members {
    /// Who has one: the present member first, then by name.
    pub members: Vec<MemberHere>,
    /// Who had one, the last to go first.
    pub removed: Vec<Member>,
    /// Whether the present member came in by a recovery code.
    pub by_recovery_code: bool,
}

/// A member as the vault sees them now.
#[derive(Debug, Clone)]
pub struct MemberHere {
    /// The member.
    pub member: Member,
    /// Whether this is who unlocked the vault.
    pub is_present: bool,
    /// Whether a key file is needed beside the passphrase.
    pub needs_key_file: bool,
    /// The fingerprint of the signing key.
    pub fingerprint: String,
    /// Whether the vault would have no owner without them.
    pub is_last_owner: bool,
}
