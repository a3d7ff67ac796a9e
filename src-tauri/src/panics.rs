//! What happens when the program itself is wrong.

use std::io::Write;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use bridge::Desk;
use bridge::view::LockedBecause;
use tauri::{AppHandle, Manager};

use crate::locking;

/// How long the vault may take to be closed: the thread that fell may hold it, and lets go
/// only after the hook.
const PATIENCE: Duration = Duration::from_secs(5);

/// The same when the window's own thread fell. It holds no vault, and takes the process along.
const PATIENCE_OF_WINDOW: Duration = Duration::from_secs(3);

/// From now on a panic tells its place and nothing of what was worked on, the vault is
/// closed, and the program begins anew on its lock screen: what was interrupted is not to be
/// built upon. With no vault open it goes on, so that no fault repeats itself for ever: each
/// turn needs somebody who unlocks.
pub(crate) fn lock_on_panic(app: &AppHandle) {
    let app = app.clone();
    let of_window = thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(|at| format!(" at {}:{}", at.file(), at.line()));
        let place = place.unwrap_or_default();
        let _ = writeln!(std::io::stderr(), "Auscult met a fault of its own{place}.");
        if !app.state::<Arc<Desk>>().is_open() {
            return;
        }
        let lock = |app: &AppHandle, patience| -> ! {
            locking::close(app, patience);
            let folder = app.state::<Arc<Desk>>().asked();
            locking::locked(app, folder, Some(LockedBecause::Fault), 0)
        };
        if thread::current().id() == of_window {
            lock(&app, PATIENCE_OF_WINDOW);
        }
        let app = app.clone();
        thread::spawn(move || lock(&app, PATIENCE));
    }));
}
