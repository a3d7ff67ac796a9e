//! The words around what was found, cut out of the text as it was written.

use std::ops::Range;

use store::words::{Term, Word, places, words};

/// Letters shown before what was found.
const BEFORE: usize = 48;

/// Letters shown in all.
const SHOWN: usize = 180;

/// A stretch of words, found or around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub found: bool,
}

/// What was found in one of several texts: which, and where in it.
pub(super) struct InText {
    text: usize,
    places: Vec<Range<usize>>,
}

/// Returns the words around what was found; nothing when a term is in none of the texts.
pub(super) fn snippet(texts: &[&str], terms: &[Term]) -> Option<Vec<Span>> {
    let words: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
    Some(cut_out(texts, &of_terms(&words, terms)?))
}

/// Returns the text in which most of the terms stand, and where; nothing when a term is in
/// none of the texts.
pub(super) fn of_terms(words: &[Vec<Word>], terms: &[Term]) -> Option<InText> {
    let mut in_texts: Vec<(usize, Vec<Range<usize>>)> = vec![(0, Vec::new()); words.len()];
    for term in terms {
        let mut is_there = false;
        for (words, (held, found)) in words.iter().zip(&mut in_texts) {
            let places = places(words, term);
            if !places.is_empty() {
                is_there = true;
                *held += 1;
                found.extend(places);
            }
        }
        if !is_there {
            return None;
        }
    }
    let most = in_texts.iter().map(|(held, _)| *held).max()?;
    let text = in_texts.iter().position(|(held, _)| *held == most)?;
    let (_, mut places) = in_texts.swap_remove(text);
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    Some(InText { text, places })
}

/// Cuts the words around what was found out of the text that it stands in.
pub(super) fn cut_out(texts: &[&str], found: &InText) -> Vec<Span> {
    let text = texts.get(found.text).copied().unwrap_or_default();
    let Some(first) = found.places.first() else {
        return Vec::new();
    };
    let shown = window(text, first);
    let mut spans = Vec::new();
    let mut at = shown.start;
    if at > 0 {
        push(&mut spans, "\u{2026} ", false);
    }
    for place in &found.places {
        if place.start < at {
            continue;
        }
        if place.end > shown.end {
            break;
        }
        push(
            &mut spans,
            text.get(at..place.start).unwrap_or_default(),
            false,
        );
        push(
            &mut spans,
            text.get(place.clone()).unwrap_or_default(),
            true,
        );
        at = place.end;
    }
    push(
        &mut spans,
        text.get(at..shown.end).unwrap_or_default(),
        false,
    );
    if shown.end < text.len() {
        push(&mut spans, " \u{2026}", false);
    }
    spans
}

/// Returns the stretch of a text that is shown: whole words, from a little before the first
/// place.
fn window(text: &str, first: &Range<usize>) -> Range<usize> {
    let before = text.get(..first.start).unwrap_or_default();
    let mut start = before
        .char_indices()
        .rev()
        .nth(BEFORE)
        .map_or(0, |(at, _)| at);
    if start > 0 {
        let cut = before.get(start..).unwrap_or_default();
        if let Some((at, space)) = cut.char_indices().find(|(_, c)| c.is_whitespace()) {
            start += at + space.len_utf8();
        }
    }
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.char_indices().nth(SHOWN).map(|(at, _)| start + at);
    let Some(end) = end else {
        return start..text.len();
    };
    let end = end.max(first.end);
    let after = text.get(first.end..end).unwrap_or_default();
    let space = after.char_indices().rfind(|(_, c)| c.is_whitespace());
    start..space.map_or(end, |(at, _)| first.end + at)
}

/// Adds a stretch, in one line.
fn push(spans: &mut Vec<Span>, text: &str, found: bool) {
    if text.is_empty() {
        return;
    }
    let text = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    spans.push(Span { text, found });
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::words::terms;

    fn shown(texts: &[&str], typed: &str) -> Option<String> {
        let spans = snippet(texts, &terms(typed))?;
        let mark = |span: &Span| {
            if span.found {
                format!("[{}]", span.text)
            } else {
                span.text.clone()
            }
        };
        Some(spans.iter().map(mark).collect())
    }

    #[test]
    fn found_words_are_marked_in_the_text_as_it_was_written() {
        let cases = [
            ("Access is LOGGED daily", "logg", "Access is [LOGGED] daily"),
            (
                "Zürich: the log,\nthe logs",
                "log zur",
                "[Zürich]: the [log], the [logs]",
            ),
            ("logs", "l lo log", "[logs]"),
            ("要アクセス記録", "アクセス", "要[アクセス]記録"),
        ];
        for (text, typed, expected) in cases {
            assert_eq!(shown(&[text], typed).as_deref(), Some(expected));
        }
    }

    #[test]
    fn every_term_must_stand_somewhere_and_the_text_with_most_is_shown() {
        let texts = ["Backup plan", "Kept by Dana, a backup each night"];
        assert_eq!(
            shown(&texts, "backup dana").as_deref(),
            Some("Kept by [Dana], a [backup] each night")
        );
        assert_eq!(
            shown(&texts, "plan night").as_deref(),
            Some("Backup [plan]")
        );
        assert_eq!(shown(&texts, "backup tape"), None);
    }

    #[test]
    fn of_a_long_text_whole_words_around_the_first_place_are_shown() {
        let text = format!("{} needle {}", "before ".repeat(50), "after ".repeat(90));
        let shown = shown(&[&text], "needle").unwrap();
        assert!(shown.starts_with("\u{2026} before "), "{shown}");
        assert!(shown.ends_with(" after \u{2026}"), "{shown}");
        assert!(
            shown.contains(" [needle] ") && shown.chars().count() < 200,
            "{shown}"
        );
        let one_word = "x".repeat(5_000);
        assert!(super::tests::shown(&[&one_word], "x").is_some());
    }
}
