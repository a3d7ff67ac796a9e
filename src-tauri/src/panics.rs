//! What happens when the program itself is wrong.

use std::io::Write;
use std::sync::Arc;

use bridge::Desk;

/// From now on a panic tells its place and nothing of what was worked on, and the vault is
/// closed: what it interrupted is not to be built upon.
pub(crate) fn close_the_vault_on_panic(desk: &Arc<Desk>) {
    let desk = Arc::clone(desk);
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(|at| format!(" at {}:{}", at.file(), at.line()));
        let place = place.unwrap_or_default();
        let _ = writeln!(std::io::stderr(), "Auscult met a fault of its own{place}.");
        // The thread that fell may hold the vault: it lets go only after this hook.
        let desk = Arc::clone(&desk);
        std::thread::spawn(move || {
            let _ = desk.close();
        });
    }));
}
