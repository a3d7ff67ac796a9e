//! Closing without losing a keystroke.
//!
//! The page is asked first (`closing`): it sends what is not saved yet, then the command
//! `closed`, which closes the vault and ends the window, or `stay` when something could not
//! be saved and the person decides. A page that does neither in time is not waited for, but
//! what it has sent is: a busy disk may keep the last word waiting for a while. Files that are
//! being attached are given up at once, since they are what keeps a disk busy.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use bridge::Desk;
use tauri::{AppHandle, Emitter, Manager, Window, WindowEvent};

use crate::host::Desktop;
use crate::window::MAIN;

/// How long a page may take to give up its last keystroke. Saving takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long what the page has sent may take to be done after that.
const DISK: Duration = Duration::from_secs(30);

/// How long what was sent may take before the process is replaced.
const SETTLING: Duration = Duration::from_millis(500);

/// The commands that were sent and are not done yet.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    count: Mutex<usize>,
    done: Condvar,
}

impl Sent {
    /// Counts a command until what is returned is dropped.
    pub(crate) fn begin(self: &Arc<Self>) -> Doing {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        Doing(Arc::clone(self))
    }

    /// Leaves a command out of the count until what is returned is dropped: it waits for a
    /// person, and nobody waits for it.
    pub(crate) fn aside(self: &Arc<Self>) -> Aside {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        self.done.notify_all();
        Aside(Arc::clone(self))
    }

    /// Returns whether something is being done.
    pub(crate) fn is_busy(&self) -> bool {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) > 0
    }

    /// Waits a moment until nothing but one command is being done: the one that asks.
    pub(crate) fn settle(&self) {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = self
            .done
            .wait_timeout_while(count, SETTLING, |count| *count > 1);
    }

    /// Waits until all is done, or so long.
    fn wait(&self, most: Duration) {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = self
            .done
            .wait_timeout_while(count, most, |count| *count > 0);
    }
}

/// A command that is being done.
#[derive(Debug)]
pub(crate) struct Doing(Arc<Sent>);

impl Drop for Doing {
    fn drop(&mut self) {
        *self.0.count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.done.notify_all();
    }
}

/// A command that waits for a person.
#[derive(Debug)]
pub(crate) struct Aside(Arc<Sent>);

impl Drop for Aside {
    fn drop(&mut self) {
        *self.0.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    }
}

/// Where closing has come to: even while nothing closes, odd while the page is asked. Each
/// turn has a number of its own, so that one that ended with `stay` ends no later one.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    turn: AtomicU64,
}

impl Closing {
    /// Begins closing. Returns its turn, or nothing when it had begun.
    fn begin(&self) -> Option<u64> {
        let now = self.turn.load(Ordering::Acquire);
        let begins = now.is_multiple_of(2)
            && self
                .turn
                .compare_exchange(now, now + 1, Ordering::AcqRel, Ordering::Acquire)
                .is_ok();
        begins.then_some(now + 1)
    }

    /// Ends closing: the window stays, and may be asked to close again.
    pub(crate) fn stay(&self) {
        let now = self.turn.load(Ordering::Acquire);
        if !now.is_multiple_of(2) {
            let _ =
                self.turn
                    .compare_exchange(now, now + 1, Ordering::AcqRel, Ordering::Acquire);
        }
    }

    /// Returns whether this turn still goes on.
    fn goes_on(&self, turn: u64) -> bool {
        self.turn.load(Ordering::Acquire) == turn
    }
}

pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    let host = window.state::<Arc<Desktop>>();
    // A page that never came up has nothing to give up.
    if !host.is_ready() {
        return;
    }
    api.prevent_close();
    if let Some(turn) = host.closing().begin() {
        window.state::<Arc<Desk>>().cancel_all();
        let _ = window.emit_to(MAIN, "closing", ());
        let app = window.app_handle().clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            app.state::<Arc<Desktop>>().sent().wait(DISK);
            if app.state::<Arc<Desktop>>().closing().goes_on(turn) {
                let _ = app.state::<Arc<Desk>>().close();
                end(&app);
            }
        });
    }
}

/// Ends the window, and the program with it.
pub(crate) fn end(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.destroy();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_begins_once_however_often_it_is_asked_for() {
        let closing = Closing::default();
        assert!(closing.begin().is_some());
        assert!(closing.begin().is_none());
    }

    #[test]
    fn a_window_that_stayed_is_not_ended_by_the_turn_before_and_can_be_closed_again() {
        let closing = Closing::default();
        let first = closing.begin().unwrap();
        closing.stay();
        assert!(!closing.goes_on(first));
        let second = closing.begin().unwrap();
        assert!(!closing.goes_on(first) && closing.goes_on(second));
    }

    #[test]
    fn what_was_sent_is_waited_for_until_it_is_done() {
        let sent = Arc::new(Sent::default());
        let (first, second) = (sent.begin(), sent.begin());
        drop(first);
        let waiting = {
            let sent = Arc::clone(&sent);
            std::thread::spawn(move || sent.wait(Duration::from_secs(600)))
        };
        assert!(!waiting.is_finished());
        drop(second);
        waiting.join().unwrap();
        sent.wait(Duration::from_secs(600));
    }

    #[test]
    fn a_command_that_waits_for_a_person_keeps_nobody_waiting() {
        let sent = Arc::new(Sent::default());
        let asking = sent.begin();
        assert!(sent.is_busy());
        let aside = sent.aside();
        assert!(!sent.is_busy());
        sent.wait(Duration::from_secs(600));
        drop(aside);
        assert!(sent.is_busy());
        drop(asking);
        assert!(!sent.is_busy());
    }

    #[test]
    fn staying_while_nothing_closes_changes_nothing() {
        let closing = Closing::default();
        closing.stay();
        assert!(closing.begin().is_some());
    }
}
