//! Moving a vault between the modes.
//!
//! The stretch is that of the whole vault, so every passphrase slot has to be stretched anew,
//! which takes its passphrase: a vault moves while only one slot has one. Recovery codes are
//! not stretched and stay. To approved mode the stretch changes at once, since PBKDF2 is in
//! both modes. Argon2id is not in the module: to standard mode the header says where the vault
//! goes, and the first unlocking there, with the passphrase, changes the stretch.
//!
//! Keys stay what they are: the vault key until a rotation, signing keys for good. Those that
//! were made in standard mode were not made by the module.

use crate::error::Error;
use crate::header::{Header, SALT};
use crate::lock::Access;
use crate::module::{Mode, mode};
use crate::open::Vault;
use crate::primitive::{hex, random};
use crate::slot::Slot;
use crate::stretch::Stretch;
use crate::way::{SlotKind, Way};

impl Vault {
    /// Returns the mode that this vault asks for.
    pub fn mode(&self) -> Mode {
        self.written.header.mode()
    }

    /// Moves the vault to a mode. The way is that of who opened it, by passphrase: it is
    /// stretched anew. Afterwards only a process of that mode opens the vault.
    pub fn move_to<'a>(&mut self, to: Mode, way: impl Into<Way<'a>>) -> Result<(), Error> {
        let way = way.into();
        if self.access() == Access::Read {
            return Err(Error::ReadOnly);
        }
        let Way::Passphrase { passphrase, .. } = way else {
            return Err(Error::WrongPassphrase);
        };
        if !self.is_own_way(way)? {
            return Err(Error::WrongPassphrase);
        }
        if !self.is_only_passphrase() {
            return Err(Error::OthersHavePassphrases);
        }
        match to {
            Mode::Approved => {
                passphrase.check_for(to)?;
                self.restretch(Stretch::APPROVED, way)
            }
            Mode::Standard => self.put_header(Header {
                generation: self.generation() + 1,
                mode: Some(Mode::Standard),
                ..self.written.header.clone()
            }),
        }
    }

    /// Ends a move to standard mode. Where that cannot be written now, another unlocking does
    /// it: the vault opens either way.
    pub(crate) fn end_move(&mut self, way: Way<'_>) -> Result<(), Error> {
        let header = &self.written.header;
        let is_under_way = header.mode == Some(Mode::Standard)
            && header.stretch.mode() == Mode::Approved
            && mode() == Some(Mode::Standard);
        let by_passphrase = matches!(way, Way::Passphrase { .. });
        if is_under_way && by_passphrase && self.is_only_passphrase() {
            match self.restretch(Stretch::STANDARD, way) {
                Err(Error::FullDisk | Error::ReadOnly | Error::Io { .. }) => {}
                done => return done,
            }
        }
        Ok(())
    }

    fn is_only_passphrase(&self) -> bool {
        let slots = &self.written.header.slots;
        slots
            .iter()
            .all(|slot| slot.id == self.slot || slot.kind() == SlotKind::RecoveryCode)
    }

    /// Stretches the open slot's way anew, with a new salt.
    fn restretch(&mut self, stretch: Stretch, way: Way<'_>) -> Result<(), Error> {
        let salt = random::<SALT>()?;
        let secret = way.secret(stretch, &salt)?;
        let mut header = Header {
            generation: self.generation() + 1,
            mode: None,
            stretch,
            salt: hex(&salt),
            ..self.written.header.clone()
        };
        for slot in header.slots.iter_mut().filter(|slot| slot.id == self.slot) {
            *slot = Slot::make(self.id(), slot.id, &secret, &self.vault_key, &self.signing)?;
        }
        self.put_header(header)
    }
}
