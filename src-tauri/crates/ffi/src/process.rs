//! What a process does before it is replaced by a fresh one: its children end, and nothing
//! that is open here is handed on.

#[cfg(unix)]
use std::ffi::c_int;

/// Ends every process that this one started, with all that those started, and collects them.
///
/// For a process that is about to be replaced: its program would not know them any more.
#[cfg(target_os = "linux")]
pub fn end_children() {
    let own = std::process::id();
    let mut family = vec![own];
    let mut known = 0;
    let parents = parents();
    while let Some(parent) = family.get(known).copied() {
        family.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == parent)
                .map(|(id, _)| *id),
        );
        known += 1;
    }
    for id in family
        .iter()
        .skip(1)
        .filter_map(|id| c_int::try_from(*id).ok())
    {
        // SAFETY: kill takes plain numbers (kill(2)); these are descendants of this process.
        unsafe { libc::kill(id, libc::SIGKILL) };
    }
    for _ in 0..PATIENCE {
        // SAFETY: a null pointer stands for "no status wanted" (waitpid(2)).
        while unsafe { libc::waitpid(-1, std::ptr::null_mut(), libc::WNOHANG) } > 0 {}
        if !self::parents().iter().any(|(_, parent)| *parent == own) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}

/// Ends every process that this one started; here those end with their connection to it.
#[cfg(not(target_os = "linux"))]
pub fn end_children() {}

/// How often is looked whether the children are gone.
#[cfg(target_os = "linux")]
const PATIENCE: u32 = 500;

/// Returns each process with its parent.
#[cfg(target_os = "linux")]
fn parents() -> Vec<(u32, u32)> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| {
        let id = entry.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name before it stands in brackets and may hold anything, brackets too.
        let (_, rest) = stat.rsplit_once(')')?;
        Some((id, rest.split_whitespace().nth(1)?.parse().ok()?))
    })
    .collect()
}

/// Lets nothing that is open here be open in the program that replaces this one, but for the
/// three standard streams.
#[cfg(unix)]
pub fn hand_nothing_on() {
    let open = std::fs::read_dir("/dev/fd").into_iter().flatten().flatten();
    let open = open.filter_map(|entry| entry.file_name().to_str()?.parse::<c_int>().ok());
    for one in open.collect::<Vec<_>>().into_iter().filter(|one| *one > 2) {
        // SAFETY: fcntl with F_SETFD takes a number; one that is closed by now is refused.
        unsafe { libc::fcntl(one, libc::F_SETFD, libc::FD_CLOEXEC) };
    }
}

/// Lets nothing that is open here be open in another program; here nothing ever is.
#[cfg(not(unix))]
pub fn hand_nothing_on() {}
