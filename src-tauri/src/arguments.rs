//! The few words this program takes, and those by which it begins anew.

use std::ffi::OsString;
use std::path::PathBuf;

use bridge::view::LockedBecause;
use vault::Mode;

use crate::window::Place;

const USAGE: &str = "auscult-desktop [--vault FOLDER] [--approved]\n\n\
    Opens the workbench. With --vault it asks for the passphrase of that vault first.\n\
    With --approved it works with the FIPS module alone, or opens nothing.\n\
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
    /// Which cryptography this process is for.
    pub(crate) mode: Mode,
    /// Whether another process of this program was replaced by this one.
    pub(crate) is_anew: bool,
    /// Why the process before this one locked the vault, when nobody asked for it.
    pub(crate) because: Option<LockedBecause>,
    /// How many pieces of text that process could not save.
    pub(crate) lost: u32,
    /// Where the window of that process was.
    pub(crate) place: Option<Place>,
}

// The words that a process says to the one that comes after it; no person says them.
const ANEW: &str = "--anew";
const BECAUSE: &str = "--locked-because";
const LOST: &str = "--not-saved";
const PLACE: &str = "--window";

/// Why a vault was locked, each with its word.
const REASONS: [(&str, LockedBecause); 4] = [
    ("idle", LockedBecause::Idle),
    ("sleep", LockedBecause::Sleep),
    ("session", LockedBecause::Session),
    ("fault", LockedBecause::Fault),
];

impl Start {
    /// Returns the words after the program's name by which it begins like this.
    pub(crate) fn words(&self) -> Vec<OsString> {
        let mut words: Vec<OsString> = Vec::new();
        if let Some(vault) = &self.vault {
            words.extend(["--vault".into(), vault.into()]);
        }
        if self.mode == Mode::Approved {
            words.push("--approved".into());
        }
        if self.is_anew {
            words.push(ANEW.into());
        }
        if let Some((word, _)) = REASONS.iter().find(|(_, one)| Some(*one) == self.because) {
            words.extend([BECAUSE.into(), (*word).into()]);
        }
        if self.lost > 0 {
            words.extend([LOST.into(), self.lost.to_string().into()]);
        }
        if let Some(place) = self.place {
            words.extend([PLACE.into(), place.to_string().into()]);
        }
        words
    }
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
            Some("--approved") => start.mode = Mode::Approved,
            // Words of this program's own: one that is not understood changes nothing.
            Some(ANEW) => start.is_anew = true,
            Some(BECAUSE) => {
                let said = words.next().unwrap_or_default();
                let reason = REASONS.iter().find(|(word, _)| said == *word);
                start.because = reason.map(|(_, reason)| *reason);
            }
            Some(LOST) => start.lost = own(words.next()).unwrap_or_default(),
            Some(PLACE) => start.place = own(words.next()),
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

fn own<T: std::str::FromStr>(word: Option<OsString>) -> Option<T> {
    word?.to_str()?.parse().ok()
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

    #[test]
    fn what_a_process_says_to_the_next_one_is_understood() {
        let mut starts = vec![
            Start::default(),
            Start {
                vault: Some("/desk/a b.auscult".into()),
                mode: Mode::Approved,
                is_anew: true,
                because: None,
                lost: 2,
                place: Some(Place {
                    left: -40,
                    top: 20,
                    width: 1280,
                    height: 832,
                    is_whole: true,
                }),
            },
        ];
        starts.extend(REASONS.map(|(_, reason)| Start {
            because: Some(reason),
            ..Start::default()
        }));
        for start in starts {
            let words = start.words();
            assert_eq!(parse(words.into_iter()), Ok(Asked::Window(start)));
        }
    }

    #[test]
    fn a_word_of_its_own_that_is_not_understood_changes_nothing() {
        for words in [
            [BECAUSE, "boredom"],
            [LOST, "many"],
            [PLACE, "1,2,3"],
            [PLACE, "0,0,1,4294967296,part"],
        ] {
            assert_eq!(asked(&words), Ok(Asked::Window(Start::default())));
        }
        assert_eq!(asked(&[PLACE]), Ok(Asked::Window(Start::default())));
    }
}
