//! Begins the program anew, with everything of the old one gone.
//!
//! Memory that held keys and text cannot be trusted to be wiped, least of all a web view's.
//! So the process is replaced: the kernel gives back every page of it, its web processes and
//! decoders are ended first, and the fresh one knows a folder and a few words, see
//! [`crate::arguments`].

use std::io::Write;
use std::sync::mpsc;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::arguments::Start;
use crate::window::{self, MAIN};

/// How long the window may take to say where it is. One that hangs is not waited for.
const PATIENCE: Duration = Duration::from_millis(250);

/// Replaces this process by a fresh one. The vault is closed by now, and never comes back.
pub(crate) fn begin(app: &AppHandle, mut start: Start) -> ! {
    start.place = place(app);
    start.is_anew = true;
    let told = replace(&start);
    // Rather no program than one that was to forget and did not.
    let _ = writeln!(std::io::stderr(), "Auscult could not begin anew: {told}");
    std::process::exit(1)
}

/// Asks where the window is.
fn place(app: &AppHandle) -> Option<window::Place> {
    let (tell, told) = mpsc::channel();
    let app = app.clone();
    // The answer comes from the window's own thread, which may be at work.
    std::thread::spawn(move || {
        let window = app.get_webview_window(MAIN);
        let _ = tell.send(window.and_then(|window| window::place(&window)));
    });
    told.recv_timeout(PATIENCE).ok().flatten()
}

/// Comes back only when it failed.
#[cfg(unix)]
fn replace(start: &Start) -> std::io::Error {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    ffi::end_children();
    ffi::hand_nothing_on();
    #[cfg(feature = "driving")]
    if crate::driving::tell_anew(&start.words()) {
        std::process::exit(0);
    }
    let mut told = std::io::Error::from(std::io::ErrorKind::NotFound);
    // By its name, so that it goes on under it; and where its file was replaced by a newer
    // one meanwhile, by what Linux keeps of the one that runs.
    let this = std::env::current_exe();
    for program in this.into_iter().chain(["/proc/self/exe".into()]) {
        told = Command::new(program).args(start.words()).exec();
    }
    told
}

/// Starts the fresh process beside this one, which ends.
#[cfg(not(unix))]
fn replace(start: &Start) -> std::io::Error {
    use std::process::Command;

    let this = std::env::current_exe();
    match this.and_then(|this| Command::new(this).args(start.words()).spawn()) {
        Ok(_) => std::process::exit(0),
        Err(error) => error,
    }
}
