//! The few words this program takes.

use std::ffi::OsString;
use std::path::PathBuf;

const USAGE: &str = "auscult-desktop [--vault FOLDER]\n\n\
    Opens the workbench. With --vault it asks for the passphrase of that vault first.\n\
    The command line tool is called auscult.";

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The window.
    Window(Start),
    /// Words on standard output.
    Words(String),
}

/// How the window begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Start {
    /// The vault whose passphrase is asked for first.
    pub(crate) vault: Option<PathBuf>,
}

/// Reads the words after the program's name.
pub(crate) fn parse(mut words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let mut start = Start::default();
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--vault") => {
                let folder = words.next().ok_or("--vault needs a folder after it.")?;
                // The lock screen names the vault, whatever folder a task later works in.
                start.vault = Some(std::path::absolute(&folder).unwrap_or(folder.into()));
            }
            Some("--help" | "-h") => return Ok(Asked::Words(USAGE.to_owned())),
            Some("--version" | "-V") => {
                let version = env!("CARGO_PKG_VERSION");
                return Ok(Asked::Words(format!("auscult-desktop {version}")));
            }
            _ => return Err(format!("{word:?} is not known here.\n\n{USAGE}")),
        }
    }
    Ok(Asked::Window(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<Asked, String> {
        parse(words.iter().map(OsString::from))
    }

    #[test]
    fn without_words_the_window_opens() {
        assert_eq!(asked(&[]), Ok(Asked::Window(Start::default())));
    }

    #[test]
    fn a_vault_is_named_by_its_whole_path() {
        let Ok(Asked::Window(start)) = asked(&["--vault", "demo.auscult"]) else {
            panic!("a window was asked for");
        };
        let vault = start.vault.unwrap();
        assert!(vault.is_absolute() && vault.ends_with("demo.auscult"));
    }

    #[test]
    fn unknown_words_are_refused_with_the_usage() {
        assert!(
            asked(&["--network"])
                .unwrap_err()
                .contains("--vault FOLDER")
        );
        assert!(asked(&["--vault"]).unwrap_err().contains("needs a folder"));
    }
}
