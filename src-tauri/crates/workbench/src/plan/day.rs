//! Days as people write them, where there is one way alone to read them.

use chrono::NaiveDate;

/// Why words are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// They can be read as either of two.
    Either(NaiveDate, NaiveDate),
    /// They are the number of a day, which a program of tables lost the form of.
    Number,
    /// It lies too far away to be meant.
    Far,
    /// They are something else.
    Unreadable,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads a day; nothing when there are no words.
pub(crate) fn day(words: &str) -> Result<Option<NaiveDate>, NoDay> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return Ok(None);
    }
    // A moment is on its day (ISO 8601).
    let date = match words.split_once('t') {
        Some((date, time)) if is_time(time) => date.to_owned(),
        _ => words,
    };
    let found = read(&date)?;
    let near = NaiveDate::from_ymd_opt(2000, 1, 1)..=NaiveDate::from_ymd_opt(2099, 12, 31);
    if near.contains(&Some(found)) {
        Ok(Some(found))
    } else {
        Err(NoDay::Far)
    }
}

fn is_time(words: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    words.starts_with(is_digit) && words.chars().all(|c| is_digit(c) || ":.z+-".contains(c))
}

fn read(words: &str) -> Result<NaiveDate, NoDay> {
    if words.chars().all(|c| c.is_ascii_digit() || c == '.') {
        // Eight figures are a day without its signs; fewer are what a table counts days with.
        if words.len() == 8 && !words.contains('.') {
            return NaiveDate::parse_from_str(words, "%Y%m%d").map_err(|_| NoDay::Unreadable);
        }
        if words.parse::<f64>().is_ok() {
            return Err(NoDay::Number);
        }
    }
    let parts: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !is_weekday(part))
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return Err(NoDay::Unreadable);
    };
    let on = |year: Option<u32>, month: Option<u32>, day: Option<u32>| {
        let year = i32::try_from(year?).ok()?;
        NaiveDate::from_ymd_opt(year, month?, day?)
    };
    if let Some(year) = year(first) {
        let month = month(second).or_else(|| number(second));
        return on(Some(year), month, ordinal(third)).ok_or(NoDay::Unreadable);
    }
    let year = Some(year(third).ok_or(NoDay::Unreadable)?);
    for (name, day) in [(first, second), (second, first)] {
        if let Some(month) = month(name) {
            return on(year, Some(month), ordinal(day)).ok_or(NoDay::Unreadable);
        }
    }
    let (first, second) = (number(first), number(second));
    match (on(year, second, first), on(year, first, second)) {
        (Some(one), Some(other)) if one != other => Err(NoDay::Either(one, other)),
        (Some(day), _) | (None, Some(day)) => Ok(day),
        (None, None) => Err(NoDay::Unreadable),
    }
}

fn is_weekday(part: &str) -> bool {
    part.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(part))
}

fn month(part: &str) -> Option<u32> {
    let is_it = |name: &str| part.len() >= 3 && name.starts_with(part);
    let at = MONTHS.iter().position(|name| is_it(name))?;
    u32::try_from(at + 1).ok()
}

/// Four figures: two may be a year or a day.
fn year(part: &str) -> Option<u32> {
    (part.len() == 4).then(|| number(part)).flatten()
}

fn number(part: &str) -> Option<u32> {
    let is_plain = !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    is_plain.then(|| part.parse().ok()).flatten()
}

/// A figure that may say that it is one in a row, such as "1st".
fn ordinal(part: &str) -> Option<u32> {
    let endings = ["st", "nd", "rd", "th"];
    let bare = endings.iter().find_map(|ending| part.strip_suffix(ending));
    number(bare.unwrap_or(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_in_every_form_that_can_mean_but_one() {
        let first = on("2026-12-01");
        for words in [
            "2026-12-01",
            " 2026-12-01 ",
            "2026-12-01T10:30:00",
            "2026-12-01t00:00:00z",
            "2026/12/01",
            "2026.12.1",
            "20261201",
            "1 December 2026",
            "1 Dec 2026",
            "1. Dec. 2026",
            "December 1, 2026",
            "Dec 1st, 2026",
            "01-Dec-2026",
            "2026 Dec 1",
            "Tuesday, 1 December 2026",
            "Tue 1st Dec 2026",
        ] {
            assert_eq!(day(words), Ok(Some(first)), "{words}");
        }
        for (words, expected) in [
            ("13/12/2026", "2026-12-13"),
            ("12/13/2026", "2026-12-13"),
            ("31.12.2026", "2026-12-31"),
            ("12/12/2026", "2026-12-12"),
            ("9 Sept 2026", "2026-09-09"),
            ("Mar 3 2027", "2027-03-03"),
            ("Sat 2 May 2026", "2026-05-02"),
        ] {
            assert_eq!(day(words), Ok(Some(on(expected))), "{words}");
        }
        for nothing in ["", "  ", "\n"] {
            assert_eq!(day(nothing), Ok(None));
        }
    }

    #[test]
    fn words_that_are_no_day_or_may_be_two_are_not_read() {
        let either = NoDay::Either(on("2026-04-03"), on("2026-03-04"));
        for (words, fault) in [
            ("03/04/2026", either),
            ("3.4.2026", either),
            ("46357", NoDay::Number),
            ("46357.5", NoDay::Number),
            ("12", NoDay::Number),
            ("2026-02-30", NoDay::Unreadable),
            ("20261301", NoDay::Unreadable),
            ("01/02/26", NoDay::Unreadable),
            ("1 Dec 26", NoDay::Unreadable),
            ("32/13/2026", NoDay::Unreadable),
            ("tomorrow", NoDay::Unreadable),
            ("next week", NoDay::Unreadable),
            ("Q4 2026", NoDay::Unreadable),
            ("1 Ju 2026", NoDay::Unreadable),
            ("1 2 3 2026", NoDay::Unreadable),
            ("2026", NoDay::Number),
            ("1900-01-01", NoDay::Far),
            ("9999-12-31", NoDay::Far),
            ("2100-01-01", NoDay::Far),
            ("#REF!", NoDay::Unreadable),
            ("tuesday", NoDay::Unreadable),
            ("\u{661}/\u{661}/2026", NoDay::Unreadable),
        ] {
            assert_eq!(day(words), Err(fault), "{words}");
        }
    }
}
