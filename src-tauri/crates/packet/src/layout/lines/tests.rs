//! Lines, one by one.

use super::*;

fn set(text: &str, face: Face, width: f32) -> (Shaper, Vec<Line>) {
    let mut shaper = Shaper::default();
    let lines = lines(&mut shaper, &[Run::set(text, face)], 10.0, width);
    (shaper, lines)
}

/// The lines as text, the marks of cut words as they are read.
fn broken(text: &str, face: Face, width: f32) -> Vec<String> {
    let (shaper, lines) = set(text, face, width);
    lines.iter().map(|line| drawn(&shaper, line)).collect()
}

fn drawn(shaper: &Shaper, line: &Line) -> String {
    let words = line.pieces.iter().flat_map(|piece| piece.entry.words());
    words
        .filter_map(|word| shaper.lexicon.get(word))
        .map(|word| &*word.text)
        .collect()
}

#[test]
fn no_line_is_wider_than_its_column() {
    let text = "The quick brown fox jumps over the incomprehensibilities of antidisestablishmentarianism. ";
    for width in [24.0, 60.0, 90.0, 200.0] {
        let (_, lines) = set(&text.repeat(4), Face::Regular, width);
        assert!(
            lines.iter().all(|line| line.width <= width + 0.1),
            "{width}"
        );
    }
}

#[test]
fn a_digest_breaks_anywhere_and_loses_nothing() {
    let digest = "0123456789abcdef".repeat(4);
    let (shaper, lines) = set(&digest, Face::Mono, 100.0);
    assert!(lines.len() > 1);
    let whole: String = lines.iter().map(|line| drawn(&shaper, line)).collect();
    assert_eq!(whole, digest);
}

#[test]
fn a_word_of_five_thousand_letters_has_a_place() {
    let (shaper, lines) = set(&"x".repeat(5000), Face::Regular, 80.0);
    let letters: usize = lines
        .iter()
        .map(|line| drawn(&shaper, line).matches('x').count())
        .sum();
    assert_eq!(letters, 5000);
}

#[test]
fn hebrew_is_drawn_from_the_right() {
    let (shaper, lines) = set("שלום עולם", Face::Regular, 200.0);
    let line = lines.first().expect("one line");
    assert!(line.rtl);
    assert!(
        drawn(&shaper, line).starts_with("עולם"),
        "the second word stands at the left"
    );
}

#[test]
fn numbers_inside_arabic_stay_in_order() {
    let (shaper, lines) = set("غرفة 123 هنا", Face::Regular, 300.0);
    assert!(drawn(&shaper, lines.first().expect("one line")).contains("123"));
}

#[test]
fn a_code_is_never_torn_at_its_hyphens() {
    for width in (50..120_u8).map(f32::from) {
        let (shaper, lines) = set(
            "See ABC-DE-4, FGH-IJ-2 and SP 800-66.",
            Face::Regular,
            width,
        );
        for line in &lines {
            let words = drawn(&shaper, line);
            assert!(!words.trim_end().ends_with('-'), "{words:?} at {width}");
        }
    }
}

#[test]
fn a_line_end_that_was_typed_is_kept() {
    let (_, lines) = set("one\ntwo\n\nthree", Face::Regular, 300.0);
    assert_eq!(lines.len(), 4);
}

/// The ends of lines, and the words put together again without their marks.
fn ends(text: &str, face: Face, width: f32) -> (Vec<String>, String) {
    let lines = broken(text, face, width);
    let whole = lines.concat().replace('\u{ad}', "");
    assert_eq!(
        whole.replace(' ', ""),
        text.replace(' ', ""),
        "nothing is lost at {width}"
    );
    let heads = lines.len() - 1;
    (lines.into_iter().take(heads).collect(), whole)
}

#[test]
fn a_word_that_no_line_holds_is_cut_with_a_hyphen() {
    for word in [
        "Donaudampfschifffahrtsgesellschaftskapitaen",
        "\u{dc}berwachungsgesetzgebungsverfahren",
        "\u{417}\u{434}\u{440}\u{430}\u{432}\u{441}\u{442}\u{432}\u{443}\u{439}\u{442}\u{435}\u{43f}\u{440}\u{435}\u{432}\u{44b}\u{441}\u{43e}\u{43a}\u{43e}",
        &"x".repeat(5000),
    ] {
        for width in [50.0, 71.0, 90.0] {
            let (heads, _) = ends(word, Face::Regular, width);
            assert!(!heads.is_empty());
            for head in heads {
                assert!(
                    head.ends_with('\u{ad}'),
                    "{head:?} of {word:.20} at {width}"
                );
            }
        }
    }
}

#[test]
fn an_identifier_is_cut_behind_a_sign_of_its_own() {
    for text in [
        "model_v2.1_final_candidate_retrained.dcm",
        "CLIENT_RECORD_EXPORT_TABLE_MASTER_2026",
        "2026-11-26-BACKUP-LOG-0001-CLINIC-EAST-WING",
        "/var/lib/records/data/2026/export.tar.gz",
    ] {
        let (heads, _) = ends(text, Face::Regular, 90.0);
        assert!(!heads.is_empty());
        for head in heads {
            let last = head.chars().next_back();
            assert!(
                last.is_some_and(|c| "-_./".contains(c)),
                "{head:?} of {text}"
            );
        }
    }
}

#[test]
fn an_identifier_without_a_sign_says_that_it_goes_on() {
    let text = "a8f3b2c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4";
    let (heads, _) = ends(text, Face::Regular, 90.0);
    assert!(
        heads.iter().all(|head| head.ends_with('\u{ad}')),
        "{heads:?}"
    );
    let (shaper, lines) = set(text, Face::Regular, 90.0);
    let arrow = fallback_free_width(&shaper, &lines);
    assert!(
        arrow,
        "an arrow is drawn and not a hyphen, which would be read as a part"
    );
}

/// Says whether the last word of the first line is no hyphen of the main face.
fn fallback_free_width(shaper: &Shaper, lines: &[Line]) -> bool {
    let mut other = Shaper::default();
    let hyphen = other.shape(Face::Regular, false, "-");
    let hyphen = other
        .lexicon
        .get(hyphen.first)
        .map(|word| word.glyphs[0].id);
    let last = lines[0]
        .pieces
        .last()
        .map(|piece| piece.entry.words().end - 1);
    let last = last
        .and_then(|word| shaper.lexicon.get(word))
        .expect("a word");
    Some(last.glyphs.last().expect("a glyph").id) != hyphen
}

#[test]
fn a_code_that_fits_a_line_is_never_cut() {
    for width in (50..120_u8).map(f32::from) {
        let lines = broken(
            "Row R-001 of ABC-DE-4 and 10.0.0.1 is here.",
            Face::Regular,
            width,
        );
        for code in ["R-001", "ABC-DE-4", "10.0.0.1"] {
            let there = lines.iter().any(|line| line.contains(code));
            assert!(there, "{code} in {lines:?} at {width}");
        }
    }
}

#[test]
fn hyphens_stand_between_syllables() {
    let lines = broken("internationalisation", Face::Regular, 60.0);
    assert_eq!(lines, ["internationali\u{ad}", "sation"]);
}

#[test]
fn chinese_is_broken_without_spaces_and_no_line_begins_with_a_stop() {
    let text = "\u{60a3}\u{8005}\u{8a18}\u{9304}\u{ff0c}\u{8a3a}\u{6240}\u{4fdd}\u{5b58}\u{300c}\u{516d}\u{5e74}\u{300d}\u{3002}".repeat(6);
    for width in (40..110_u8).map(f32::from) {
        let lines = broken(&text, Face::Regular, width);
        assert!(lines.len() > 4);
        for line in &lines {
            assert!(
                !line.starts_with(['\u{ff0c}', '\u{3002}', '\u{300d}']),
                "{line} at {width}"
            );
            assert!(!line.ends_with('\u{300c}'), "{line} at {width}");
        }
        assert_eq!(lines.concat(), text);
    }
}

#[test]
fn japanese_small_letters_do_not_begin_a_line() {
    let text = "\u{30c1}\u{30a7}\u{30c3}\u{30af}\u{30b7}\u{30e7}\u{30fc}".repeat(12);
    for width in (40..110_u8).map(f32::from) {
        for line in broken(&text, Face::Regular, width) {
            assert!(
                !line.starts_with(['\u{30a7}', '\u{30c3}', '\u{30e7}', '\u{30fc}']),
                "{line}"
            );
        }
    }
}

#[test]
fn a_megabyte_without_a_space_is_broken_in_order() {
    let text: String = (0..120_000)
        .map(|n| char::from(b'a' + (n % 26) as u8))
        .collect();
    let whole = broken(&text, Face::Regular, 400.0)
        .concat()
        .replace('\u{ad}', "");
    assert!(whole == text);
}
