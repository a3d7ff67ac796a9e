//! Packets that were laid out, kept for as long as the vault is open and nobody lays out two
//! others.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;
use workbench::{KeptPages, LaidPacket};

/// The one that is shown, and the one before while it is still on the screen.
const KEPT: usize = 2;

/// Packets that were laid out, the newest last, and the pages of evidence drawn for them.
#[derive(Default)]
pub(crate) struct Laid {
    packets: Mutex<Vec<(Uuid, Arc<LaidPacket>)>>,
    pages: Mutex<Arc<KeptPages>>,
}

impl Laid {
    /// Keeps a packet, unless the vault that it is of was closed meanwhile. Whoever closes one
    /// says so to `is_open` first and forgets then.
    pub(crate) fn keep(
        &self,
        token: Uuid,
        packet: Arc<LaidPacket>,
        is_open: impl FnOnce() -> bool,
    ) -> bool {
        let mut packets = self.packets();
        if !is_open() {
            return false;
        }
        packets.push((token, packet));
        let more = packets.len().saturating_sub(KEPT);
        packets.drain(..more);
        true
    }

    /// Returns a packet that is kept.
    pub(crate) fn get(&self, token: Uuid) -> Option<Arc<LaidPacket>> {
        let packets = self.packets();
        let mut known = packets.iter().filter(|(of, _)| *of == token);
        known.next().map(|(_, packet)| Arc::clone(packet))
    }

    /// Returns the pages of evidence that were drawn while this vault is open.
    pub(crate) fn drawn(&self) -> Arc<KeptPages> {
        Arc::clone(&self.pages.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Forgets all: the vault is closed. Who still draws for it keeps pages that nobody gets.
    pub(crate) fn forget(&self) {
        self.packets().clear();
        *self.pages.lock().unwrap_or_else(PoisonError::into_inner) = Arc::default();
    }

    fn packets(&self) -> MutexGuard<'_, Vec<(Uuid, Arc<LaidPacket>)>> {
        self.packets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
