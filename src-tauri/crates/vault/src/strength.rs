//! How long a copied vault would withstand somebody who guesses.
//!
//! At our own window wrong tries are slowed. A copied vault knows no such limit: whoever has
//! it guesses as fast as their hardware stretches. So a passphrase is judged by the time that
//! a thousand graphics cards would take, on average, with this mode's stretch.
//!
//! The guesses are estimated from below: the passphrase is cut into the pieces that a guesser
//! would try (common passphrases, words, rows of keys, dates, repetitions), in the way that
//! takes the fewest guesses. It is an estimate of what a stranger would need; whoever knows the
//! person needs less.

use std::collections::HashMap;
use std::sync::OnceLock;

use zeroize::Zeroizing;

use crate::module::Mode;
use crate::passphrase::{COMMON, words};

/// How many cards the guesser has.
const CARDS: f64 = 1000.0;

/// More characters than this make nothing better.
const LONGEST: usize = 128;

/// Tries of one card (960 GB/s) each second. Argon2id with 256 MiB and three passes is bound by
/// memory: 0.45 thousand. PBKDF2-HMAC-SHA-512 with a million rounds is bound by its two million
/// compressions for each try: about four thousand million a second, two thousand tries. Derived
/// from published figures of such cards, not measured.
fn tries(mode: Mode) -> f64 {
    match mode {
        Mode::Standard => 450.0,
        Mode::Approved => 2000.0,
    }
}

/// A word that is none of those known here, in any language.
const WORD: f64 = 17.0;

/// A guess among what everybody uses.
const FAVOURITE: f64 = 5.0;

/// A day within a century, however it is written.
const DATE: f64 = 15.0;

/// A year that somebody remembers.
const YEAR: f64 = 7.0;

/// That something is said once more.
const AGAIN: f64 = 3.0;

/// What a piece costs beside the row it is from: where it begins and which way it goes.
const ROW: f64 = 5.0;

const ROWS: [&str; 7] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
];

/// How good a passphrase is.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// 0 (less than a day), 1 (days), 2 (months), 3 (years) or 4 (centuries).
    pub level: u8,
    /// How long a copied vault would withstand a thousand graphics cards, in seconds.
    pub seconds: f64,
}

/// Estimates how good a passphrase is with a mode's stretch.
pub fn strength(text: &str, mode: Mode) -> Strength {
    let seconds = (bits(text) - 1.0).exp2() / (CARDS * tries(mode));
    let level = [DAY, MONTH, YEAR_LONG, 100.0 * YEAR_LONG]
        .iter()
        .take_while(|least| seconds >= **least)
        .count();
    Strength {
        level: u8::try_from(level).unwrap_or(u8::MAX),
        seconds,
    }
}

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;
const WEEK: f64 = 7.0 * DAY;
const MONTH: f64 = 30.0 * DAY;
const YEAR_LONG: f64 = 365.25 * DAY;

impl Strength {
    /// Returns the time as people say it.
    pub fn time(&self) -> String {
        let steps = [
            (10_000.0 * YEAR_LONG, None, "more than ten thousand years"),
            (1000.0 * YEAR_LONG, None, "thousands of years"),
            (200.0 * YEAR_LONG, None, "centuries"),
            (2.0 * YEAR_LONG, Some(YEAR_LONG), "years"),
            (2.0 * MONTH, Some(MONTH), "months"),
            (2.0 * WEEK, Some(WEEK), "weeks"),
            (2.0 * DAY, Some(DAY), "days"),
            (2.0 * HOUR, Some(HOUR), "hours"),
            (2.0 * MINUTE, Some(MINUTE), "minutes"),
            (1.0, None, "a minute or less"),
        ];
        let step = steps.iter().find(|(least, ..)| self.seconds >= *least);
        match step {
            Some((_, Some(unit), name)) => format!("about {:.0} {name}", self.seconds / unit),
            Some((_, None, name)) => (*name).to_owned(),
            None => "less than a second".to_owned(),
        }
    }

    /// Returns what would make it better; nothing when it is good.
    pub fn advice(&self) -> Option<&'static str> {
        match self.level {
            0 | 1 => Some(
                "Take the passphrase that is offered, or four or five words that have nothing to \
                 do with each other.",
            ),
            2 => Some("One more word that has nothing to do with the others makes it good."),
            _ => None,
        }
    }
}

/// Returns the guesses that are needed at most, as a power of two.
fn bits(text: &str) -> f64 {
    let typed: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().take(LONGEST).collect());
    let small: Zeroizing<Vec<char>> = Zeroizing::new(
        typed
            .iter()
            .map(|c| c.to_lowercase().next().unwrap_or(*c))
            .collect(),
    );
    // The fewest guesses up to each place.
    let mut fewest = vec![0.0_f64];
    for end in 1..=typed.len() {
        let best = (0..end)
            .map(|begin| {
                let before = fewest.get(begin).copied().unwrap_or_default();
                before + piece(&typed, &small, begin, end)
            })
            .fold(f64::INFINITY, f64::min);
        fewest.push(best);
    }
    fewest.last().copied().unwrap_or_default()
}

/// Returns what one piece costs, in the cheapest way to guess it.
fn piece(typed: &[char], small: &[char], begin: usize, end: usize) -> f64 {
    let (Some(typed), Some(piece)) = (typed.get(begin..end), small.get(begin..end)) else {
        return f64::INFINITY;
    };
    let single = match piece {
        [one] => character(*one),
        _ => f64::INFINITY,
    };
    let capitals = capitals(typed);
    let before = small.get(..begin).unwrap_or_default();
    let ways = [
        known(piece).map(|bits| bits + capitals),
        known(&plain_letters(piece)).map(|bits| bits + capitals + 2.0),
        is_word_like(piece).then(|| unknown_word(piece) + capitals),
        is_row(piece).then(|| ROW + (piece.len() as f64).log2()),
        is_repeated(piece).then(|| character(piece[0]) + (piece.len() as f64).log2()),
        is_said_before(before, piece).then_some(AGAIN),
        number(piece),
    ];
    ways.into_iter().flatten().fold(single + capitals, f64::min)
}

/// Returns what a letter, digit or sign costs by itself.
fn character(c: char) -> f64 {
    match c {
        ' ' | '-' => 1.0,
        '0'..='9' => 3.4,
        'a'..='z' => 4.7,
        c if c.is_ascii() => 5.0,
        c if u32::from(c) < 0x2E80 => 6.0,
        _ => 10.0,
    }
}

/// Returns what it costs to guess which letters are capitals.
fn capitals(typed: &[char]) -> f64 {
    let count = typed.iter().filter(|c| c.is_uppercase()).count();
    match (typed.first().is_some_and(|c| c.is_uppercase()), count) {
        (_, 0) => 0.0,
        (true, 1) => 1.0,
        (_, count) if count == typed.len() => 1.0,
        (_, count) => (count as f64).min(6.0) + 1.0,
    }
}

/// Returns what a piece costs that is in a list: a word that we offer, or what everybody uses.
fn known(piece: &[char]) -> Option<f64> {
    static KNOWN: OnceLock<HashMap<&'static str, f64>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let words: Vec<&str> = words().collect();
        let each = (words.len() as f64).log2();
        let offered = words.iter().map(|word| (*word, each));
        let common = COMMON.iter().map(|word| (*word, FAVOURITE));
        offered.chain(common).collect()
    });
    if !(3..=16).contains(&piece.len()) {
        return None;
    }
    let text: Zeroizing<String> = Zeroizing::new(piece.iter().collect());
    known.get(text.as_str()).copied()
}

/// Puts letters where people write signs that look like them.
fn plain_letters(piece: &[char]) -> Zeroizing<Vec<char>> {
    let plain = piece.iter().map(|c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => *c,
    });
    Zeroizing::new(plain.collect())
}

/// Returns whether a piece could be a word of some language: letters only, with vowels among
/// them and never many consonants in a row.
fn is_word_like(piece: &[char]) -> bool {
    let is_vowel = |c: &char| "aeiouy".contains(*c) || !c.is_ascii();
    let mut row = 0;
    let mut longest = 0;
    for c in piece {
        row = if is_vowel(c) { 0 } else { row + 1 };
        longest = longest.max(row);
    }
    (4..=14).contains(&piece.len())
        && piece.iter().all(|c| c.is_lowercase())
        && piece.iter().any(is_vowel)
        && longest <= 4
}

/// Returns what a word costs that is in no list here.
fn unknown_word(piece: &[char]) -> f64 {
    let by_letters: f64 = piece.iter().map(|c| character(*c)).sum();
    let foreign = piece.iter().filter(|c| !c.is_ascii()).count() as f64;
    let beyond = piece.len().saturating_sub(8) as f64;
    by_letters.min(WORD + foreign + 2.0 * beyond)
}

/// Returns whether a piece is part of a row of keys or of the alphabet, either way.
fn is_row(piece: &[char]) -> bool {
    let there: Zeroizing<String> = Zeroizing::new(piece.iter().collect());
    let back: Zeroizing<String> = Zeroizing::new(piece.iter().rev().collect());
    piece.len() >= 3
        && ROWS
            .iter()
            .any(|row| row.contains(there.as_str()) || row.contains(back.as_str()))
}

fn is_repeated(piece: &[char]) -> bool {
    piece.len() >= 3 && piece.windows(2).all(|pair| pair[0] == pair[1])
}

fn is_said_before(before: &[char], piece: &[char]) -> bool {
    piece.len() >= 3 && before.windows(piece.len()).any(|window| window == piece)
}

/// Returns what a year or a date costs.
fn number(piece: &[char]) -> Option<f64> {
    let digits: Zeroizing<String> = Zeroizing::new(piece.iter().collect());
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        4 if digits.starts_with("19") || digits.starts_with("20") => Some(YEAR),
        6 | 8 => Some(DATE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line: a passphrase, and the level that it must not exceed or must reach.
    #[test]
    fn what_people_choose_is_not_called_better_than_it_is() {
        for (text, most) in [
            ("", 0),
            ("password", 0),
            ("P@ssw0rd2024", 0),
            ("qwertyuiop123", 0),
            ("aaaaaaaaaaaaaaaaaaaa", 0),
            ("abcdefghijklmnop", 0),
            ("January2025!", 0),
            ("Summer2024Summer2024", 0),
            ("24121980", 0),
            ("tigertigertigertiger", 0),
            ("maple otter", 0),
            ("maple otter violin", 1),
            ("maple otter violin drift", 3),
        ] {
            let level = strength(text, Mode::Standard).level;
            assert!(level <= most, "{text}: {level}");
        }
    }

    #[test]
    fn what_is_offered_and_what_is_random_is_called_good() {
        for text in [
            "maple-otter-violin-drift-saddle",
            "correct horse battery staple",
            "kX9$vq2Lw!Tz7#bR",
            "the password of 1931, reversed",
        ] {
            let found = strength(text, Mode::Approved);
            assert!(found.level >= 3, "{text}: {found:?}");
            assert_eq!(found.advice(), None);
        }
    }

    #[test]
    fn the_mode_that_is_guessed_at_faster_withstands_less() {
        let text = "maple otter violin drift";
        let (standard, approved) = (
            strength(text, Mode::Standard),
            strength(text, Mode::Approved),
        );
        assert!(standard.seconds > 4.0 * approved.seconds);
    }

    #[test]
    fn the_time_is_said_as_people_say_it() {
        for (seconds, said) in [
            (0.2, "less than a second"),
            (30.0, "a minute or less"),
            (300.0, "about 5 minutes"),
            (5.0 * HOUR, "about 5 hours"),
            (3.0 * DAY, "about 3 days"),
            (3.0 * WEEK, "about 3 weeks"),
            (5.0 * MONTH, "about 5 months"),
            (20.0 * YEAR_LONG, "about 20 years"),
            (500.0 * YEAR_LONG, "centuries"),
            (5000.0 * YEAR_LONG, "thousands of years"),
            (1e20, "more than ten thousand years"),
        ] {
            assert_eq!(Strength { level: 0, seconds }.time(), said);
        }
    }

    #[test]
    fn a_very_long_text_is_judged_at_once_and_never_worse_than_its_beginning() {
        let long = "maple otter violin drift saddle ".repeat(4000);
        let begun = std::time::Instant::now();
        let found = strength(&long, Mode::Standard);
        assert!(begun.elapsed().as_secs() < 5);
        assert_eq!(found.level, 4);
    }
}
