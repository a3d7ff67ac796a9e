//! Approved mode with the real module, and against modules, settings and surroundings that
//! somebody meddled with.
//!
//! A process has one mode, so each case is a process of its own: this program runs itself
//! with the case as its argument. `AUSCULT_TEST_MODULE` names the folder with the module that
//! `scripts/build-fips-module.mjs` builds; the stage `approved` of `npm test` sets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(
    clippy::disallowed_methods,
    reason = "a program of its own: it is told where the module lies"
)]

mod case;
mod module;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::module::Meddled;

const MODULE: &str = "AUSCULT_TEST_MODULE";

/// A recovery code for a child.
const CODE: &str = "AUSCULT_TEST_CODE";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    match (words.next(), words.next()) {
        (Some(case), Some(folder)) => {
            let vault = words.next().map(PathBuf::from);
            case::run(&case, Path::new(&folder), vault.as_deref());
        }
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

    // This process is in standard mode, and the child in approved mode.
    let (place, code) = case::moved_to_approved();
    passes_with("moved", &module, &place.0, &code);
    case::comes_back(&place.0, &code);

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
    let said = child(case, folder, surroundings).err();
    assert_eq!(
        said,
        None,
        "{case} with {} and {surroundings:?}",
        folder.display()
    );
}

fn passes_with(case: &str, module: &Path, vault: &Path, code: &str) {
    let mut child = program();
    child.args([case.as_ref(), module.as_os_str(), vault.as_os_str()]);
    assert_eq!(end(child.env(CODE, code)).err(), None, "{case}");
}

fn fails(case: &str, folder: &Path) {
    assert!(
        child(case, folder, &[]).is_err(),
        "{case} passed with {}, so it shows nothing",
        folder.display()
    );
}

fn child(case: &str, folder: &Path, surroundings: &[(&str, &str)]) -> Result<(), String> {
    let mut child = program();
    child.arg(case).arg(folder);
    end(child.envs(surroundings.iter().copied()))
}

fn program() -> Command {
    Command::new(std::env::current_exe().unwrap())
}

/// Runs a child to its end. A bad one says why.
fn end(child: &mut Command) -> Result<(), String> {
    let done = child.output().unwrap();
    match done.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&done.stderr).into_owned()),
    }
}
