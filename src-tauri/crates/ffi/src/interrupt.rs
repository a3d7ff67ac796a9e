//! Being asked to stop, by whoever sits at the terminal or by the system.

#[cfg(unix)]
use std::ffi::c_int;
use std::sync::atomic::{AtomicBool, Ordering};

static IS_ASKED: AtomicBool = AtomicBool::new(false);

/// Lets the next wish to stop be heard rather than end the process, so that what is half done
/// can be cleared away. The one after it ends the process as ever.
#[cfg(unix)]
pub fn hear_interrupts() {
    for wish in [libc::SIGINT, libc::SIGTERM, libc::SIGHUP] {
        let hear = hear as extern "C" fn(c_int) as libc::sighandler_t;
        // SAFETY: the function lives as long as the program and does only what a handler may do
        // (signal-safety(7)).
        let before = unsafe { libc::signal(wish, hear) };
        if before == libc::SIG_IGN {
            // SAFETY: as above; whoever started this process wants the wish passed over.
            unsafe { libc::signal(wish, libc::SIG_IGN) };
        }
    }
}

/// Lets wishes to stop be heard; here they end the process.
#[cfg(not(unix))]
pub fn hear_interrupts() {}

/// Returns whether the process was asked to stop since it listens.
pub fn is_interrupted() -> bool {
    IS_ASKED.load(Ordering::Relaxed)
}

#[cfg(unix)]
extern "C" fn hear(wish: c_int) {
    IS_ASKED.store(true, Ordering::Relaxed);
    // SAFETY: signal may be called in a handler (signal-safety(7)), and takes plain numbers.
    unsafe { libc::signal(wish, libc::SIG_DFL) };
}
