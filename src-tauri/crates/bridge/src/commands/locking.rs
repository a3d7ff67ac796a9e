//! Locking, secrets on the clipboard, and what keeps the program to itself.

use workbench::host::Host;

use crate::Nothing;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

use super::{Answered, status};

/// Closes the open vault. The program around ends then and begins anew on the lock screen,
/// where it can; elsewhere the answer is how things stand.
pub fn lock(desk: &Desk, host: &dyn Host, request: LockRequest) -> Answered<StatusView> {
    desk.lock(host.now())?;
    host.locked(desk.asked().as_deref(), request.lost);
    status(desk, host, Nothing {})
}

/// Puts a secret on the clipboard for a while.
pub fn copy_secret(_: &Desk, host: &dyn Host, request: CopySecretRequest) -> Answered<Nothing> {
    if host.copy_secret(request.secret) {
        return Ok(Nothing {});
    }
    Err(Fault::input(
        "The clipboard cannot be used safely here, so nothing was copied. Write it down instead.",
    ))
}

/// Tells what keeps the program to itself, as it is in force now.
pub fn protections(_: &Desk, host: &dyn Host, _: Nothing) -> Answered<ProtectionsView> {
    let lines = host.protections().into_iter();
    Ok(ProtectionsView {
        lines: lines
            .map(|one| Protection {
                name: one.name.to_owned(),
                active: one.active,
                sentence: one.sentence,
            })
            .collect(),
    })
}
