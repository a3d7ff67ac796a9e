//! Approved mode with the real module, and against modules, settings and surroundings that
//! somebody meddled with.
//!
//! A process has one mode, so each case is a process of its own: this program runs itself
//! with the case as its argument. `AUSCULT_TEST_MODULE` names the folder with the module that
//! `scripts/build-fips-module.mjs` builds; the stage `approved` of `npm test` sets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program of its own: it is told where the module lies and says what failed"
)]

mod case;
mod module;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::module::Meddled;

const MODULE: &str = "AUSCULT_TEST_MODULE";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    match (words.next(), words.next()) {
        (Some(case), Some(folder)) => case::run(&case, Path::new(&folder)),
        _ => run_all(),
    }
    ExitCode::SUCCESS
}

fn run_all() {
    let module = PathBuf::from(std::env::var_os(MODULE).expect("AUSCULT_TEST_MODULE names it"));
    let meddled = Meddled::make(&module);
    let same: [(&str, &str); 0] = [];

    // The module does it all, whatever the surroundings say.
    passes("used", &module, &same);
    passes("outside", &module, &same);
    passes("other-mode", &module, &same);
    let hostile = meddled.hostile_configuration();
    let elsewhere = meddled.changed.display().to_string();
    let outside = [
        ("OPENSSL_CONF", hostile.as_str()),
        ("OPENSSL_MODULES", elsewhere.as_str()),
    ];
    passes("used", &module, &outside);
    passes("outside", &module, &outside);

    // Nothing opens, and there is no way back.
    passes("refused", &meddled.changed, &same);
    passes("refused", &meddled.cut, &same);
    passes("refused", &meddled.other_code, &same);
    passes("refused", &meddled.no_module, &same);
    passes("missing", &meddled.empty, &same);
    passes("missing", Path::new("fips"), &same);
    passes("settings", &meddled.without_settings, &same);
    passes("settings", &meddled.unchecked, &same);
    passes("another", &meddled.other_version, &same);
    passes("refused", &meddled.changed, &outside);

    // The same cases can fail: what is right for one module is wrong for another.
    fails("used", &meddled.changed);
    fails("outside", &meddled.empty);
    fails("refused", &module);
    fails("another", &module);
}

fn passes(case: &str, folder: &Path, surroundings: &[(&str, &str)]) {
    assert!(
        child(case, folder, surroundings),
        "{case} with {} and {surroundings:?}",
        folder.display()
    );
}

fn fails(case: &str, folder: &Path) {
    assert!(
        !child(case, folder, &[]),
        "{case} passed with {}, so it shows nothing",
        folder.display()
    );
}

fn child(case: &str, folder: &Path, surroundings: &[(&str, &str)]) -> bool {
    let done = Command::new(std::env::current_exe().unwrap())
        .arg(case)
        .arg(folder)
        .envs(surroundings.iter().copied())
        .output()
        .unwrap();
    if !done.status.success() {
        println!("{case}: {}", String::from_utf8_lossy(&done.stderr));
    }
    done.status.success()
}
