//! The window of the workbench: the only crate that knows Tauri.
//!
//! It lends the page nothing but the commands of the bridge. Read first [`commands`] (one
//! handler made from the one list), then [`window`] (what the page may not do) and [`host`]
//! (clock, folder, file picker, clipboard, events). [`sandbox`] comes before everything else.
//!
//! # Invariants
//!
//! - On Linux no socket but a local one can be made, by this process or by any that the web
//!   view starts: the kernel refuses it, see [`sandbox`].
//! - The page goes nowhere, opens nothing, loads nothing that is not built in, and leaves
//!   nothing on the disk.
//! - Paths chosen or dropped stay on this side; the page gets names and tokens.
//! - Evidence is decoded by this program started once more, which by then may nothing: see
//!   [`decoder`]. The page gets its pages by [`pages`], while the vault is open.
//! - The vault is locked by replacing the process: see [`anew`], and [`locking`] for when
//!   that happens by itself.
//! - A window closes after the page has given up its last keystroke and the vault is closed.
//! - The feature `driving` loosens all this for tests that drive the page; no release has it.
#![forbid(unsafe_code)]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod anew;
mod arguments;
mod clipboard;
mod closing;
mod commands;
mod decoder;
mod dialogs;
mod disk;
#[cfg(feature = "driving")]
mod driving;
mod dropped;
mod host;
mod idle;
mod locking;
mod logind;
mod pages;
mod panics;
mod printing;
mod protections;
mod sandbox;
mod window;

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use arguments::{Asked, Start};
use bridge::Desk;
use bridge::view::LockedView;
use host::Desktop;
use tauri::{Manager, RunEvent};

fn main() -> ExitCode {
    // Before all else: this process has bytes before it that nobody trusts, and gives up more.
    if std::env::args_os()
        .nth(1)
        .is_some_and(|word| word == decoder::WORD)
    {
        return decoder::run();
    }
    let mut start = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Asked::Window(start)) => start,
        Ok(Asked::Words(words)) => {
            let _ = writeln!(std::io::stdout(), "{words}");
            return ExitCode::SUCCESS;
        }
        Err(sentence) => {
            say(&sentence);
            return ExitCode::from(2);
        }
    };
    if let Err(sentence) = sandbox::enter(start.is_anew) {
        say(&sentence);
        return ExitCode::FAILURE;
    }
    // Where the system refuses, the vault is no less sealed; the window says what is left.
    let _ = vault::keep_memory_private();
    if let Some(needs) = start.vault.as_deref().and_then(vault::needs) {
        start.mode = match start.mode {
            vault::Mode::Standard => needs,
            vault::Mode::Approved => vault::Mode::Approved,
        };
    }
    // Before any cryptography. Where the module fails no vault opens, and the window says why.
    let _ = workbench::crypto::enter(start.mode, &host::own_folder());
    match run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("The window could not be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

fn run(start: Start) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .invoke_handler(commands::handle)
        .register_asynchronous_uri_scheme_protocol(pages::SCHEME, pages::on_request)
        .on_window_event(|window, event| {
            closing::on_event(window, event);
            dropped::on_event(window, event);
        })
        .setup(move |app| {
            let desk = Desk::new(start.vault, host::work);
            desk.locked_before((start.because.is_some() || start.lost > 0).then_some(
                LockedView {
                    because: start.because,
                    lost: start.lost,
                },
            ));
            app.manage(Arc::new(desk));
            app.manage(Arc::new(Desktop::new(app.handle().clone(), start.mode)));
            panics::lock_on_panic(app.handle());
            pages::draw(app.handle());
            window::open(app.handle(), start.place)?;
            idle::watch(app.handle());
            logind::watch(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            // Whatever way led here, what was said is on the disk before the process ends.
            let _ = app.state::<Arc<Desk>>().close();
        }
    });
    Ok(())
}
