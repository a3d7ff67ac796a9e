//! Closing without losing a keystroke.
//!
//! The page is asked first (`closing`): it sends what is not saved yet, then the command
//! `closed`, which closes the vault and ends the window. A page that does not answer in
//! time is not waited for: the vault is closed from here, behind whatever it still writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bridge::Desk;
use tauri::{AppHandle, Emitter, Manager, Window, WindowEvent};

use crate::host::Desktop;
use crate::window::MAIN;

/// How long a page may take to give up its last keystroke. Saving takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where closing has come to.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    begun: AtomicBool,
}

impl Closing {
    /// Begins closing; true the first time.
    fn begin(&self) -> bool {
        !self.begun.swap(true, Ordering::AcqRel)
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
    if host.closing().begin() {
        let _ = window.emit_to(MAIN, "closing", ());
        let app = window.app_handle().clone();
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            let _ = app.state::<Arc<Desk>>().close();
            end(&app);
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
        assert!(closing.begin());
        assert!(!closing.begin());
    }
}
