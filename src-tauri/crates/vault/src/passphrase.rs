//! Passphrases.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::module::{self, Mode};
use crate::primitive::random;
use crate::strength::strength;

/// The fewest different characters of a new passphrase.
const FEWEST_DIFFERENT: usize = 6;

/// What every guesser tries first, longer before shorter.
pub(crate) const COMMON: &[&str] = &[
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

/// The words that an offered passphrase is made of: short, plain, in lower case.
const WORDS: &str = include_str!("words.txt");

/// How many words an offered passphrase has: 58 bits, more than ten thousand years for a
/// thousand graphics cards with the standard stretch.
const OFFERED: usize = 5;

/// A passphrase in Unicode form NFC, so that the same letters typed on another system are
/// the same passphrase.
pub struct Passphrase(Zeroizing<String>);

/// Why a passphrase is too weak for a new vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// It has too few characters.
    Short {
        /// How many it needs.
        fewest: usize,
    },
    /// It repeats a few characters.
    Monotonous,
    /// It is among those that everybody tries.
    Common,
    /// A copied vault would withstand a thousand graphics cards for less than a day.
    Guessable,
}

impl Passphrase {
    /// Takes a passphrase for a new vault; weak ones are refused.
    pub fn choose(text: String) -> Result<Self, Error> {
        let chosen = Self::given(text);
        chosen.check_for(module::mode().unwrap_or_default())?;
        Ok(chosen)
    }

    /// Offers a passphrase: five words out of the project's own list, with hyphens between.
    pub fn suggest() -> Result<Zeroizing<String>, Error> {
        let words: Vec<&str> = words().collect();
        let mut text = Zeroizing::new(String::with_capacity(OFFERED * 9));
        for place in 0..OFFERED {
            if place > 0 {
                text.push('-');
            }
            text.push_str(words.get(below(words.len())?).copied().unwrap_or_default());
        }
        Ok(text)
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

    /// Refuses a passphrase that is too weak for a mode.
    pub(crate) fn check_for(&self, mode: Mode) -> Result<(), Error> {
        self.weakness(mode)
            .map_or(Ok(()), |weakness| Err(Error::WeakPassphrase(weakness)))
    }

    fn weakness(&self, mode: Mode) -> Option<Weakness> {
        let fewest = mode.fewest_characters();
        let small = Zeroizing::new(self.0.to_lowercase());
        let letters: HashSet<char> = small.chars().collect();
        if self.0.chars().count() < fewest {
            Some(Weakness::Short { fewest })
        } else if letters.len() < FEWEST_DIFFERENT {
            Some(Weakness::Monotonous)
        } else if own_length(&small) < FEWEST_OWN {
            Some(Weakness::Common)
        } else if strength(&self.0, mode).level == 0 {
            Some(Weakness::Guessable)
        } else {
            None
        }
    }
}

/// Returns the words that passphrases are offered from.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.lines()
}

/// Returns a random number below another, each as likely as any other: what would make the
/// lower ones likelier is thrown away.
fn below(count: usize) -> Result<usize, Error> {
    let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    let whole = u32::MAX - u32::MAX % count;
    loop {
        let number = u32::from_be_bytes(random()?);
        if number < whole {
            return Ok(usize::try_from(number % count).unwrap_or_default());
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
            ("short", Weakness::Short { fewest: 12 }),
            ("aaaaaaaaaaaaaaaa", Weakness::Monotonous),
            ("abcabcabcabcabc", Weakness::Monotonous),
            ("Password123456", Weakness::Common),
            ("qwertyuiop12345", Weakness::Common),
            ("passwordpassword", Weakness::Common),
            ("margarethe1984", Weakness::Guessable),
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
    fn a_passphrase_for_approved_mode_is_longer() {
        let chosen = Passphrase::given("kX9$vq2Lw!Tz".into());
        assert_eq!(chosen.weakness(Mode::Standard), None);
        let short = Some(Weakness::Short { fewest: 14 });
        assert_eq!(chosen.weakness(Mode::Approved), short);
    }

    #[test]
    fn the_words_are_plain_short_and_each_its_own() {
        let words: Vec<&str> = words().collect();
        let different: HashSet<&&str> = words.iter().collect();
        assert!(words.len() >= 2048, "{}", words.len());
        assert_eq!(different.len(), words.len());
        assert!(words.is_sorted());
        for word in words {
            let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(is_plain && (3..=8).contains(&word.len()), "{word:?}");
        }
    }

    #[test]
    fn what_is_offered_is_five_words_never_the_same_and_taken() {
        let mut seen = HashSet::new();
        for _ in 0..200 {
            let offered = Passphrase::suggest().unwrap();
            let known: HashSet<&str> = words().collect();
            let parts: Vec<&str> = offered.split('-').collect();
            assert_eq!(parts.len(), 5);
            assert!(parts.iter().all(|word| known.contains(word)), "{parts:?}");
            let chosen = Passphrase::given(offered.to_string());
            assert_eq!(chosen.weakness(Mode::Approved), None, "{parts:?}");
            assert_eq!(strength(&offered, Mode::Standard).level, 4);
            seen.insert(offered.to_string());
        }
        assert_eq!(seen.len(), 200);
    }

    #[test]
    fn every_number_below_is_as_likely_as_another() {
        let mut counts = [0_u32; 5];
        for _ in 0..5000 {
            counts[below(5).unwrap()] += 1;
        }
        // Six standard deviations: a fair generator misses this once in a hundred million.
        assert!(
            counts.iter().all(|count| count.abs_diff(1000) < 170),
            "{counts:?}"
        );
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
