//! Numbers that look as if they named a patient (45 CFR 164.514(b)(2)(i)), in what leaves.
//!
//! A look, not a proof: it knows shapes, and words that stand before numbers. It never repeats
//! what it found, only where.

/// What a number looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Shape {
    /// A social security number.
    SocialSecurity,
    /// A medical record number.
    MedicalRecord,
    /// A date of birth.
    Birth,
    /// A telephone number.
    Telephone,
}

impl Shape {
    /// All of them, the gravest first.
    pub(super) const ALL: [Self; 4] = [
        Self::SocialSecurity,
        Self::MedicalRecord,
        Self::Birth,
        Self::Telephone,
    ];
}

/// How many letters after a word like "MRN" its number may begin.
const NEAR: usize = 24;

/// Returns what in a text looks as if it named a patient, in order.
pub(super) fn shapes(text: &str) -> Vec<Shape> {
    let mut found = Vec::new();
    let letters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let begins = before.is_none_or(|c| !c.is_alphanumeric());
        if !begins {
            at += 1;
            continue;
        }
        if letter.is_ascii_digit() || matches!(letter, '(' | '+') {
            let rest = letters.get(at..).unwrap_or_default();
            if let Some((shape, length)) = number(rest, before) {
                found.push(shape);
                at += length;
                continue;
            }
        } else if letter.is_alphabetic() {
            let rest = letters.get(at..).unwrap_or_default();
            if let Some((shape, length)) = named(rest) {
                found.push(shape);
                at += length;
                continue;
            }
        }
        at += 1;
    }
    found
}

/// Reads a number that is known by its own shape.
fn number(rest: &[char], before: Option<&char>) -> Option<(Shape, usize)> {
    // Digits that hang on others by a hyphen, a dot or a slash are a longer number's.
    if before.is_some_and(|c| matches!(c, '-' | '.' | '/' | ':' | '_')) {
        return None;
    }
    for (pattern, shape) in [
        ("###-##-####", Shape::SocialSecurity),
        ("(###) ###-####", Shape::Telephone),
        ("(###)###-####", Shape::Telephone),
        ("+1 ### ### ####", Shape::Telephone),
        ("+1-###-###-####", Shape::Telephone),
        ("+1 (###) ###-####", Shape::Telephone),
        ("1-###-###-####", Shape::Telephone),
        ("###-###-####", Shape::Telephone),
        ("###.###.####", Shape::Telephone),
    ] {
        let Some(length) = matches(rest, pattern) else {
            continue;
        };
        if shape == Shape::SocialSecurity && !is_social_security(rest) {
            continue;
        }
        return Some((shape, length));
    }
    None
}

/// Returns how long a pattern is where it stands at the beginning and ends there.
fn matches(rest: &[char], pattern: &str) -> Option<usize> {
    let mut length = 0;
    for wanted in pattern.chars() {
        let found = rest.get(length)?;
        let is_it = match wanted {
            '#' => found.is_ascii_digit(),
            '-' => matches!(found, '-' | '\u{2010}'..='\u{2013}'),
            ' ' => matches!(found, ' ' | '\u{a0}' | '\u{202f}'),
            other => *found == other,
        };
        if !is_it {
            return None;
        }
        length += 1;
    }
    let after = rest.get(length);
    let goes_on = after.is_some_and(|c| c.is_alphanumeric())
        || (after.is_some_and(|c| matches!(c, '-' | '.' | '/' | ':'))
            && rest.get(length + 1).is_some_and(|c| c.is_alphanumeric()));
    (!goes_on).then_some(length)
}

/// Returns whether such a number was ever given out: the area is neither 000, 666 nor above
/// 899, the group not 00, the serial not 0000 (20 CFR 422.103 and the agency's rule of 2011).
fn is_social_security(rest: &[char]) -> bool {
    let digits: String = rest
        .iter()
        .take(11)
        .filter(|c| c.is_ascii_digit())
        .collect();
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    let (area, group, serial) = (part(0, 3), part(3, 5), part(5, 9));
    !matches!(area, "000" | "666")
        && !area.starts_with('9')
        && group != "00"
        && serial != "0000"
}

/// Reads a word that says what the number after it is.
fn named(rest: &[char]) -> Option<(Shape, usize)> {
    const WORDS: [(&str, Shape); 11] = [
        ("social security number", Shape::SocialSecurity),
        ("ssn", Shape::SocialSecurity),
        ("medical record number", Shape::MedicalRecord),
        ("medical record no", Shape::MedicalRecord),
        ("patient number", Shape::MedicalRecord),
        ("patient no", Shape::MedicalRecord),
        ("patient id", Shape::MedicalRecord),
        ("mrn", Shape::MedicalRecord),
        ("date of birth", Shape::Birth),
        ("dob", Shape::Birth),
        ("born", Shape::Birth),
    ];
    for (word, shape) in WORDS {
        let length = word.chars().count();
        let stands = word.chars().zip(rest).all(|(wanted, found)| {
            let found = if matches!(found, '\n' | '\u{a0}') {
                ' '
            } else {
                *found
            };
            found.eq_ignore_ascii_case(&wanted)
        });
        let ends =
            rest.len() >= length && rest.get(length).is_none_or(|c| !c.is_alphanumeric());
        if !stands || !ends {
            continue;
        }
        let near = rest.get(length..).unwrap_or_default();
        if let Some(at) = follows(near, shape) {
            return Some((shape, length + at));
        }
    }
    None
}

/// Returns where the number after such a word ends.
fn follows(near: &[char], shape: Shape) -> Option<usize> {
    let first = near.iter().take(NEAR).position(char::is_ascii_digit)?;
    // A sentence that ended in between is about something else.
    let between = near.get(..first)?;
    if between
        .windows(2)
        .any(|two| matches!(two, ['.', ' ' | '\n']))
    {
        return None;
    }
    let is_of_it = |c: &&char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ');
    let run: Vec<char> = near
        .get(first..)?
        .iter()
        .take_while(is_of_it)
        .copied()
        .collect();
    let digits = run
        .iter()
        .take_while(|c| **c != ' ')
        .filter(|c| c.is_ascii_digit())
        .count();
    let is_number = match shape {
        Shape::SocialSecurity => run.iter().filter(|c| c.is_ascii_digit()).count() >= 9,
        Shape::MedicalRecord => digits >= 5,
        // A year alone names nobody; a day does.
        Shape::Birth => (6..=8).contains(&digits) && run.len() > digits,
        Shape::Telephone => false,
    };
    is_number.then_some(first + run.len())
}

#[cfg(test)]
mod tests {
    use super::{Shape, shapes};

    #[test]
    fn numbers_that_could_name_a_patient_are_known_by_their_shape() {
        for (text, found) in [
            ("SSN on file: 219-09-9999.", vec![Shape::SocialSecurity]),
            ("219\u{2011}09\u{2011}9999", vec![Shape::SocialSecurity]),
            (
                "Call (512) 555-0123 or 512.555.0199",
                vec![Shape::Telephone; 2],
            ),
            ("+1 512 555 0123", vec![Shape::Telephone]),
            ("MRN 0048213", vec![Shape::MedicalRecord]),
            ("mrn: #48213", vec![Shape::MedicalRecord]),
            ("Patient ID\n00482137", vec![Shape::MedicalRecord]),
            ("DOB 03/14/1962", vec![Shape::Birth]),
            ("date of birth is 1962-03-14", vec![Shape::Birth]),
        ] {
            assert_eq!(shapes(text), found, "{text}");
        }
    }

    #[test]
    fn what_every_packet_holds_is_not_taken_for_a_patients_number() {
        for text in [
            "",
            "2026-11-24 to 2026-12-31",
            "01937f6e-0000-7000-8000-000000000001",
            "0b5563aa219-09-9999ff",
            "45 CFR 164.308(a)(1)(ii)(A)",
            "000-12-3456, 666-12-3456, 987-65-4321, 123-00-4567, 123-45-0000",
            "version 1.2.3, 10.0.0.1, 192.168.100.2000",
            "MRN is on the screen. 48213 rows were counted",
            "an MRN of a test patient",
            "the clinic was born in 1962",
            "mrnx 482135, ssnake 123456789",
            "1-219-09-9999-1",
        ] {
            assert_eq!(shapes(text), [], "{text}");
        }
    }
}
