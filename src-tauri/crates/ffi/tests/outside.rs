//! An outside configuration never reaches OpenSSL, and memory is kept private.
//!
//! OpenSSL starts once per process, so each case is a process of its own: this program runs
//! itself with the case as its argument, under an `OPENSSL_CONF` that would make every fetch
//! of an algorithm fail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::{Command, ExitCode};

/// Asks for a property that no provider has.
const CONFIGURATION: &str = "openssl_conf = start
[start]
alg_section = algorithms
[algorithms]
default_properties = provided_by=nobody
";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("started-by-us") => {
            ffi::start_openssl();
            ExitCode::from(u8::from(!digests_work()))
        }
        Some("started-by-itself") => ExitCode::from(u8::from(!digests_work())),
        Some("private") => ExitCode::from(u8::from(!memory_is_private())),
        _ => {
            run_all();
            ExitCode::SUCCESS
        }
    }
}

fn run_all() {
    let configuration =
        std::env::temp_dir().join(format!("auscult-outside-{}.cnf", std::process::id()));
    std::fs::write(&configuration, CONFIGURATION).unwrap();
    let unharmed = passes("started-by-us", &configuration);
    let harmed = !passes("started-by-itself", &configuration);
    std::fs::remove_file(&configuration).unwrap();
    assert!(unharmed, "OpenSSL read an outside configuration");
    assert!(
        harmed,
        "the configuration does no harm, so the case above shows nothing"
    );
    assert!(passes("private", Path::new("")), "memory is not private");
}

fn passes(case: &str, configuration: &Path) -> bool {
    Command::new(std::env::current_exe().unwrap())
        .arg(case)
        .env("OPENSSL_CONF", configuration)
        .status()
        .unwrap()
        .success()
}

fn digests_work() -> bool {
    openssl::md::Md::fetch(None, "SHA2-256", None).is_ok()
}

#[cfg(target_os = "linux")]
fn memory_is_private() -> bool {
    let agreed = ffi::keep_memory_private();
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let dumps = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    agreed && dumps.split_whitespace().nth(4) == Some("0")
}

#[cfg(not(target_os = "linux"))]
fn memory_is_private() -> bool {
    ffi::keep_memory_private() == cfg!(unix)
}
