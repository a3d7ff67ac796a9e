//! Words as they are searched for: without case and accents, and where a script has no
//! spaces between words, letter by letter.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of one word beyond these are not looked at.
const LONGEST: usize = 64;

/// Bytes of one text beyond these are not looked at.
const LOOKED_AT: usize = 1 << 20;

/// Words of what was typed beyond these are not looked for.
const TERMS: usize = 12;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// How it is compared.
    pub text: String,
    /// Whether it is one letter of a script without spaces.
    pub is_letter: bool,
}

/// What is looked for: one typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A word that begins so.
    Begins(String),
    /// Letters of a script without spaces that follow one another.
    Letters(Vec<String>),
}

/// Returns the words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    let close = |begun: &mut Option<usize>, end: usize, words: &mut Vec<Word>| {
        if let Some(start) = begun.take() {
            push(words, text, start..end, false);
        }
    };
    for (at, letter) in text.char_indices() {
        if at > LOOKED_AT {
            close(&mut begun, at, &mut words);
            return words;
        }
        if stands_alone(letter) {
            close(&mut begun, at, &mut words);
            push(&mut words, text, at..at + letter.len_utf8(), true);
        } else if letter.is_alphanumeric() || is_combining_mark(letter) {
            begun = begun.or(Some(at));
        } else {
            close(&mut begun, at, &mut words);
        }
    }
    close(&mut begun, text.len(), &mut words);
    words
}

fn push(words: &mut Vec<Word>, text: &str, place: Range<usize>, is_letter: bool) {
    let folded = fold(text.get(place.clone()).unwrap_or_default());
    if !folded.is_empty() {
        words.push(Word {
            place,
            text: folded,
            is_letter,
        });
    }
}

/// Returns a word without case and without accents of Latin, Greek and Cyrillic. Marks of
/// other scripts are letters in all but name and stay.
fn fold(word: &str) -> String {
    if word.is_ascii() {
        let mut folded = word.to_ascii_lowercase();
        folded.truncate(LONGEST);
        return folded;
    }
    word.nfkd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .nfc()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric() || is_combining_mark(*letter))
        .take(LONGEST)
        .collect()
}

/// Returns whether a letter is of a script that puts no spaces between words: Chinese,
/// Japanese, Thai, Lao, Burmese, Khmer.
fn stands_alone(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0E01..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007
        | 0x3041..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x2_0000..=0x3_FFFF)
}

/// Returns what is looked for when this was typed; nothing when there is no letter in it.
pub fn terms(typed: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let mut end_of_letters = None;
    for word in words(typed) {
        if !word.is_letter {
            let term = Term::Begins(word.text);
            if !terms.contains(&term) {
                terms.push(term);
            }
            continue;
        }
        let follows = end_of_letters == Some(word.place.start);
        end_of_letters = Some(word.place.end);
        match terms.last_mut() {
            Some(Term::Letters(letters)) if follows => letters.push(word.text),
            _ => terms.push(Term::Letters(vec![word.text])),
        }
    }
    terms.truncate(TERMS);
    terms
}

/// Returns where in a text a term stands: the places of whole words.
pub fn places(words: &[Word], term: &Term) -> Vec<Range<usize>> {
    match term {
        Term::Begins(begin) => words
            .iter()
            .filter(|word| !word.is_letter && word.text.starts_with(begin.as_str()))
            .map(|word| word.place.clone())
            .collect(),
        Term::Letters(letters) => words
            .windows(letters.len().max(1))
            .filter(|window| {
                let same =
                    |(word, letter): (&Word, &String)| word.is_letter && word.text == *letter;
                let is_run = window
                    .iter()
                    .zip(window.iter().skip(1))
                    .all(|(one, next)| one.place.end == next.place.start);
                is_run && window.iter().zip(letters).all(same)
            })
            .filter_map(|window| Some(window.first()?.place.start..window.last()?.place.end))
            .collect(),
    }
}

/// Returns the words of a text as the index keeps them: letters of a script without spaces
/// two by two, so that two that follow one another are found as one.
pub(crate) fn indexed(text: &str, into: &mut String) {
    let words = words(text);
    let mut following = words.iter().skip(1);
    for word in &words {
        into.push_str(&word.text);
        let follows = |next: &&Word| {
            next.is_letter && word.is_letter && next.place.start == word.place.end
        };
        if let Some(next) = following.next().filter(follows) {
            into.push_str(&next.text);
        }
        into.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_have_no_case_and_no_accents_and_no_signs() {
        let cases: &[(&str, &[&str])] = &[
            ("Zürich, ÉCOLE; naïve", &["zurich", "ecole", "naive"]),
            (
                "role-based (RBAC) 164.312(a)",
                &["role", "based", "rbac", "164", "312", "a"],
            ),
            ("ｆｕｌｌ ﬁre", &["full", "fire"]),
            ("ДОСТУП Ёж", &["доступ", "еж"]),
            ("\"*:^()-+ AND", &["and"]),
            ("\u{301}\u{302} …", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(texts(text), *expected, "{text}");
        }
        assert_eq!(texts(&"x".repeat(500)), ["x".repeat(64)]);
    }

    #[test]
    fn where_a_script_has_no_spaces_each_letter_stands_alone() {
        assert_eq!(texts("アクセス2要"), ["ア", "ク", "セ", "ス", "2", "要"]);
        let mut kept = String::new();
        indexed("記録は Log", &mut kept);
        assert_eq!(kept, "記録 録は は log ");
        assert_eq!(
            terms("記録 Log"),
            [
                Term::Letters(vec!["記".into(), "録".into()]),
                Term::Begins("log".into())
            ]
        );
    }

    #[test]
    fn a_place_is_that_of_the_whole_word_in_the_text_as_it_was_written() {
        let text = "Die Zürcher: 記録と録";
        let of = |typed: &str| -> Vec<&str> {
            let found = places(&words(text), &terms(typed)[0]);
            found.into_iter().map(|place| &text[place]).collect()
        };
        assert_eq!(of("zur"), ["Zürcher"]);
        assert_eq!(of("録"), ["録", "録"]);
        assert_eq!(of("記録"), ["記録"]);
        assert!(of("録記").is_empty() && of("urcher").is_empty());
    }

    #[test]
    fn of_much_that_is_typed_the_first_words_count() {
        let typed: String = (0..5_000).map(|n| format!("w{n} ")).collect();
        assert_eq!(terms(&typed).len(), 12);
        assert_eq!(terms("same same same").len(), 1);
    }
}
