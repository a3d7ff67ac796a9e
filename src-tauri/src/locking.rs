//! Locking when nobody asks for it: nobody touched the window for a while, the computer goes
//! to sleep, or the session was locked.
//!
//! The page is told first (`locking`): it saves what is typed and calls `lock`, which closes
//! the vault and lets the process be replaced, see [`crate::anew`]. A page that does not do
//! so in time is not waited for.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use bridge::Desk;
use bridge::view::LockedBecause;
use tauri::{AppHandle, Emitter, Manager};

use crate::anew;
use crate::arguments::Start;
use crate::host::Desktop;
use crate::window::MAIN;

/// How long a page may take to save its last keystroke and call `lock`. A computer that goes
/// to sleep waits five seconds for all programs together (logind's `InhibitDelayMaxSec`).
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the vault may take to be closed after that while the computer waits for it.
/// Whatever is cut off then was not shown as saved, and the next opening puts it back.
const CLOSING: Duration = Duration::from_millis(1200);

/// The same while nothing waits for it.
const CLOSING_IN_PEACE: Duration = Duration::from_secs(30);

/// Whether the vault is being locked, and why.
#[derive(Debug, Default)]
pub(crate) struct Locking {
    begun: AtomicBool,
    because: Mutex<Option<LockedBecause>>,
}

impl Locking {
    /// Begins locking for a reason. False when it had begun.
    fn begin(&self, because: LockedBecause) -> bool {
        if self.begun.swap(true, Ordering::AcqRel) {
            return false;
        }
        *self.lock() = Some(because);
        true
    }

    fn because(&self) -> Option<LockedBecause> {
        *self.lock()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<LockedBecause>> {
        self.because.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Locks an open vault, whatever becomes of the page.
pub(crate) fn begin(app: &AppHandle, because: LockedBecause) {
    let (desk, host) = (app.state::<Arc<Desk>>(), app.state::<Arc<Desktop>>());
    if !desk.is_open() || !host.locking().begin(because) {
        return;
    }
    let app = app.clone();
    std::thread::spawn(move || {
        let _ = app.emit_to(MAIN, "locking", ());
        // The process is replaced meanwhile when all goes well.
        std::thread::sleep(PATIENCE);
        let patience = match because {
            LockedBecause::Idle | LockedBecause::Fault => CLOSING_IN_PEACE,
            LockedBecause::Sleep | LockedBecause::Session => CLOSING,
        };
        close(&app, patience);
        let folder = app.state::<Arc<Desk>>().asked();
        locked(&app, folder, None, 0);
    });
}

/// Closes the vault, or goes on when that takes too long.
pub(crate) fn close(app: &AppHandle, patience: Duration) {
    let (tell, told) = mpsc::channel();
    let app = app.clone();
    std::thread::spawn(move || {
        let _ = app.state::<Arc<Desk>>().close();
        let _ = tell.send(());
    });
    let _ = told.recv_timeout(patience);
}

/// Replaces this process, whose vault was closed, by a fresh one on the lock screen of a
/// folder.
pub(crate) fn locked(
    app: &AppHandle,
    folder: Option<PathBuf>,
    because: Option<LockedBecause>,
    lost: u32,
) -> ! {
    let host = app.state::<Arc<Desktop>>();
    host.sent().settle();
    let start = Start {
        vault: folder,
        mode: host.mode(),
        because: because.or_else(|| host.locking().because()),
        lost,
        ..Start::default()
    };
    anew::begin(app, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locking_begins_once_and_knows_its_first_reason() {
        let locking = Locking::default();
        assert!(locking.begin(LockedBecause::Idle));
        assert!(!locking.begin(LockedBecause::Sleep));
        assert_eq!(locking.because(), Some(LockedBecause::Idle));
    }
}
