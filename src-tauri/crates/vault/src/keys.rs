//! An open vault's slots: looking at them, adding one, changing how one is opened.

use openssl::pkey::PKey;
use uuid::Uuid;

use crate::error::Error;
use crate::header::{self, Header, MOST_SLOTS};
use crate::open::Vault;
use crate::primitive::{hex, sha256, unhex};
use crate::slot::{self, Slot};
use crate::stretch::Stretch;
use crate::way::{Secret, SlotGlance, SlotKind, Way};

impl Vault {
    /// Returns the slots, in the order in which they were made.
    pub fn slots(&self) -> Result<Vec<SlotGlance>, Error> {
        self.written.header.slots.iter().map(glance).collect()
    }

    /// Returns how often the header was changed, counted from 1.
    pub fn generation(&self) -> u64 {
        self.written.header.generation
    }

    /// Returns the work that one try of a passphrase costs here.
    pub fn stretch(&self) -> Stretch {
        self.written.header.stretch
    }

    /// Returns whether this opens the slot that is open now.
    pub fn is_own_way<'a>(&self, way: impl Into<Way<'a>>) -> Result<bool, Error> {
        let way = way.into();
        let own = self.slot(self.slot)?;
        if own.kind() != way.kind() {
            return Ok(false);
        }
        let opened = own.open(self.id(), &self.secret(way)?)?;
        Ok(opened.is_some())
    }

    /// Adds a slot of a new id. A passphrase is somebody's own way in, with keys of its own;
    /// a recovery code is a second way of who opened the vault, and signs with their key.
    pub fn add_slot<'a>(&mut self, id: Uuid, way: impl Into<Way<'a>>) -> Result<(), Error> {
        let way = way.into();
        let slots = &self.written.header.slots;
        if slots.len() >= MOST_SLOTS || slots.iter().any(|slot| slot.id == id) {
            return Err(Error::NoRoomForSlot);
        }
        let secret = self.secret(way)?;
        let signing = match way.kind() {
            SlotKind::RecoveryCode => self.signing.clone(),
            SlotKind::Passphrase | SlotKind::PassphraseAndKeyFile => slot::generate()?,
        };
        let slot = Slot::make(self.id(), id, &secret, &self.vault_key, &signing)?;
        let mut slots = slots.clone();
        slots.push(slot);
        self.rewrite(slots)
    }

    /// Changes how the present person's slot is opened: a new passphrase or key file, or a new
    /// recovery code in place of theirs. The slot keeps its id and its signing key.
    ///
    /// Whoever opened the vault by a recovery code gives their own slot a passphrase so.
    pub fn replace_slot<'a>(&mut self, way: impl Into<Way<'a>>) -> Result<(), Error> {
        let way = way.into();
        let signer = hex(&self.signing.public_key_to_der()?);
        let by_code = way.kind() == SlotKind::RecoveryCode;
        let is_it = |slot: &Slot| {
            slot.signing_key() == signer && (slot.kind() == SlotKind::RecoveryCode) == by_code
        };
        let mut slots = self.written.header.slots.clone();
        let own = slots.iter_mut().find(|slot| is_it(slot));
        let own = own.ok_or(Error::NoSuchSlot)?;
        let secret = self.secret(way)?;
        // A new agreement key: whoever has the old way and an old header holds the old one.
        *own = Slot::make(self.id(), own.id, &secret, &self.vault_key, &self.signing)?;
        self.rewrite(slots)
    }

    fn secret(&self, way: Way<'_>) -> Result<Secret, Error> {
        let header = &self.written.header;
        let salt = unhex(&header.salt).ok_or(Error::DamagedHeader)?;
        way.secret(header.stretch, &salt)
    }

    fn slot(&self, id: Uuid) -> Result<&Slot, Error> {
        let mut slots = self.written.header.slots.iter();
        slots.find(|slot| slot.id == id).ok_or(Error::NoSuchSlot)
    }

    /// Writes the header with other slots.
    fn rewrite(&mut self, slots: Vec<Slot>) -> Result<(), Error> {
        let header = Header {
            generation: self.written.header.generation + 1,
            slots,
            ..self.written.header.clone()
        };
        self.put_header(header)
    }

    /// Writes a header of the next generation and lets the anchor follow.
    pub(crate) fn put_header(&mut self, header: Header) -> Result<(), Error> {
        let written = header.finish(&self.vault_key)?;
        if let Err(error) = written.write(&self.folder) {
            // Where the first copy is in its place the change counts, whatever came after.
            let newest = header::read(&self.folder).ok();
            if newest.is_none_or(|newest| newest != written) {
                return Err(error);
            }
        }
        self.anchor().follow(written.header.generation);
        self.written = written;
        Ok(())
    }
}

fn glance(slot: &Slot) -> Result<SlotGlance, Error> {
    let damaged = || Error::Tampered { part: "key slot" };
    let der = unhex(slot.signing_key()).ok_or_else(damaged)?;
    let key = PKey::public_key_from_der(&der).map_err(|_| damaged())?;
    Ok(SlotGlance {
        id: slot.id,
        kind: slot.kind(),
        fingerprint: hex(&sha256(&der)),
        signer_pem: key.public_key_to_pem()?,
    })
}
