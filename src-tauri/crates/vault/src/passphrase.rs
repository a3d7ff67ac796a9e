//! Passphrases.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::Error;

/// The fewest characters of a new passphrase.
const FEWEST: usize = 12;

/// The fewest different characters of a new passphrase.
const FEWEST_DIFFERENT: usize = 6;

/// What every guesser tries first, longer before shorter.
const COMMON: &[&str] = &[
    "passphrase",
    "1234567890",
    "qwertyuiop",
    "passwort",
    "password",
    "passw0rd",
    "iloveyou",
    "1q2w3e4r",
    "changeme",
    "letmein",
    "welcome",
    "auscult",
    "qwerty",
    "asdfgh",
    "zxcvbn",
    "abcdef",
    "abc123",
    "123456",
    "admin",
];

/// The fewest characters that a new passphrase has beside what is common.
const FEWEST_OWN: usize = 8;

/// A passphrase in Unicode form NFC, so that the same letters typed on another system are
/// the same passphrase.
pub struct Passphrase(Zeroizing<String>);

/// Why a passphrase is too weak for a new vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// It has fewer than twelve characters.
    Short,
    /// It repeats a few characters.
    Monotonous,
    /// It is among those that everybody tries.
    Common,
}

impl Passphrase {
    /// Takes a passphrase for a new vault; weak ones are refused.
    pub fn choose(text: String) -> Result<Self, Error> {
        let chosen = Self::given(text);
        match chosen.weakness() {
            Some(weakness) => Err(Error::WeakPassphrase(weakness)),
            None => Ok(chosen),
        }
    }

    /// Takes whatever was typed to unlock.
    pub fn given(text: String) -> Self {
        let text = Zeroizing::new(text);
        // Room for the longest form (UAX 15: three times in UTF-8), so that growing leaves
        // no copies behind in memory.
        let mut composed = Zeroizing::new(String::with_capacity(3 * text.len()));
        composed.extend(text.nfc());
        Self(composed)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    fn weakness(&self) -> Option<Weakness> {
        let small = Zeroizing::new(self.0.to_lowercase());
        let letters: HashSet<char> = small.chars().collect();
        if self.0.chars().count() < FEWEST {
            Some(Weakness::Short)
        } else if letters.len() < FEWEST_DIFFERENT {
            Some(Weakness::Monotonous)
        } else if own_length(&small) < FEWEST_OWN {
            Some(Weakness::Common)
        } else {
            None
        }
    }
}

/// Returns how many characters are left beside what is common.
fn own_length(text: &str) -> usize {
    let mut own = Zeroizing::new(text.to_owned());
    for common in COMMON {
        own = Zeroizing::new(own.replace(common, ""));
    }
    own.chars().count()
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_passphrases_are_refused_with_their_weakness() {
        for (text, weakness) in [
            ("short", Weakness::Short),
            ("aaaaaaaaaaaaaaaa", Weakness::Monotonous),
            ("abcabcabcabcabc", Weakness::Monotonous),
            ("Password123456", Weakness::Common),
            ("qwertyuiop12345", Weakness::Common),
            ("passwordpassword", Weakness::Common),
        ] {
            match Passphrase::choose(text.to_owned()) {
                Err(Error::WeakPassphrase(found)) => assert_eq!(found, weakness, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in [
            "correct horse battery",
            "the password of 1931, reversed",
            "Übergrößenträger",
        ] {
            assert!(Passphrase::choose(text.to_owned()).is_ok(), "{text}");
        }
    }

    #[test]
    fn the_same_letters_composed_and_decomposed_are_one_passphrase() {
        let composed = Passphrase::given("caf\u{e9} au lait".to_owned());
        let decomposed = Passphrase::given("cafe\u{301} au lait".to_owned());
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
    }

    #[test]
    fn a_passphrase_is_not_printed() {
        let shown = format!(
            "{:?}",
            Passphrase::given("correct horse battery".to_owned())
        );
        assert!(!shown.contains("horse"));
    }
}
