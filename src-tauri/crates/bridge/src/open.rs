//! The open vault between those who work with it, and the look at its trail beside them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError, Weak, mpsc};
use std::thread;

use workbench::{Digesting, Reading, Slice, Workbench};

/// How many slices of the trail are read before they are digested.
const AHEAD: usize = 2;

/// The open vault. Each takes it for as long as they need it.
#[derive(Default)]
pub(crate) struct Open(Arc<Shared>);

#[derive(Default)]
struct Shared {
    vault: Mutex<Option<Workbench>>,
    /// How many people's commands wait for it.
    waiting: AtomicUsize,
}

impl Open {
    /// Takes the vault.
    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Workbench>> {
        self.0.waiting.fetch_add(1, Ordering::SeqCst);
        let slot = self.0.vault.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
        slot
    }

    /// Returns whether a vault may be open. Waits for nobody: while somebody has it, it is.
    pub(crate) fn may_be_open(&self) -> bool {
        match self.0.vault.try_lock() {
            Ok(slot) => slot.is_some(),
            Err(TryLockError::Poisoned(slot)) => slot.into_inner().is_some(),
            Err(TryLockError::WouldBlock) => true,
        }
    }

    /// Looks at the whole trail of the vault that is open now. It takes the vault for some
    /// milliseconds at a time, lets everybody else go first, and ends with the vault.
    pub(crate) fn verify_beside(&self, (mut reading, mut digesting): (Reading, Digesting)) {
        let Some(session) = self.slot().as_ref().map(Workbench::session) else {
            return;
        };
        let shared = Arc::downgrade(&self.0);
        let (read, to_digest) = mpsc::sync_channel::<Slice>(AHEAD);
        let digesting = thread::spawn(move || {
            to_digest.iter().for_each(|slice| digesting.take(&slice));
            digesting.finish()
        });
        thread::spawn(move || {
            // What cannot be read now is told by whoever reads it next.
            while let Some(next) = with(&shared, &session, |w| w.read_on(&mut reading).ok()) {
                let Some(slice) = next else {
                    drop(read);
                    if let Ok(found) = digesting.join() {
                        with(&shared, &session, |w| {
                            w.end_verifying(found);
                            Some(())
                        });
                    }
                    return;
                };
                if read.send(slice).is_err() {
                    return;
                }
            }
        });
    }
}

/// Works with the vault when it is still the same and nobody else waits for it.
fn with<T>(
    shared: &Weak<Shared>,
    session: &Weak<()>,
    work: impl FnOnce(&mut Workbench) -> Option<T>,
) -> Option<T> {
    let shared = shared.upgrade()?;
    while shared.waiting.load(Ordering::SeqCst) > 0 {
        thread::yield_now();
    }
    let mut slot = shared.vault.lock().unwrap_or_else(PoisonError::into_inner);
    // It went with its vault, whatever is open now.
    session.upgrade()?;
    work(slot.as_mut()?)
}
