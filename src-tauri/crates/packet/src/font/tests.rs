//! Words, one by one.

use super::*;

#[test]
fn every_font_of_the_program_can_be_read() {
    assert!(readable());
}

#[test]
fn a_word_is_shaped_once() {
    let mut shaper = Shaper::default();
    let one = shaper.shape(Face::Regular, false, "office");
    let two = shaper.shape(Face::Regular, false, "office");
    assert_eq!(one.first, two.first);
    assert_eq!(shaper.lexicon.words.len(), 1);
}

#[test]
fn every_script_that_is_shipped_has_its_glyphs() {
    let mut shaper = Shaper::default();
    for word in [
        "Привет",
        "Ελλάδα",
        "Nguyễn",
        "שלום",
        "مرحبا",
        "नमस्ते",
        "患者",
        "こんにちは",
        "환자",
        "☐",
        "😀",
    ] {
        shaper.shape(Face::Semibold, false, word);
    }
    assert!(
        shaper.missing.is_empty(),
        "{:?} has no glyph",
        shaper.missing
    );
    let empty = shaper
        .lexicon
        .words
        .iter()
        .flat_map(|w| w.glyphs.iter())
        .any(|g| g.id == 0);
    assert!(!empty, "an empty box would stand on the page");
}

#[test]
fn a_letter_that_no_font_has_becomes_its_code() {
    let mut shaper = Shaper::default();
    let entry = shaper.shape(Face::Regular, false, "a\u{16800}b");
    let text: String = entry
        .words()
        .filter_map(|w| shaper.lexicon.get(w))
        .map(|w| &*w.text)
        .collect();
    assert_eq!(text, "a[U+16800]b");
    assert_eq!(shaper.missing.len(), 1);
}

/// The letters of each glyph in the order drawn.
fn letters(shaper: &Shaper, entry: Entry) -> Vec<String> {
    let words = entry.words().filter_map(|word| shaper.lexicon.get(word));
    words
        .flat_map(|word| {
            word.glyphs
                .iter()
                .map(|glyph| word.letters(glyph).to_owned())
        })
        .collect()
}

#[test]
fn each_letter_of_an_arabic_ligature_has_a_glyph_in_the_order_drawn() {
    let mut shaper = Shaper::default();
    let entry = shaper.shape(
        Face::Regular,
        true,
        "\u{627}\u{644}\u{625}\u{635}\u{62f}\u{627}\u{631}",
    );
    let drawn: String = letters(&shaper, entry).concat();
    assert_eq!(
        drawn.chars().rev().collect::<String>(),
        "\u{627}\u{644}\u{625}\u{635}\u{62f}\u{627}\u{631}"
    );
    assert!(
        letters(&shaper, entry)
            .iter()
            .all(|of| of.chars().count() == 1)
    );
    assert!(!shaper.lexicon.words[0].is_complex());
}

#[test]
fn a_word_with_vowel_signs_has_its_text_beside_it() {
    let mut shaper = Shaper::default();
    for word in [
        "\u{5e9}\u{5b8}\u{5dc}\u{5d5}\u{5b9}\u{5dd}",
        "\u{643}\u{64e}\u{62a}\u{64e}\u{628}\u{64e}",
    ] {
        let entry = shaper.shape(Face::Regular, true, word);
        let shaped = shaper.lexicon.get(entry.first).unwrap();
        assert!(shaped.is_complex(), "{word}");
        assert_eq!(&*shaped.text, word);
    }
}

#[test]
fn a_letter_that_no_font_has_as_one_is_drawn_with_its_mark_apart() {
    let mut shaper = Shaper::default();
    shaper.shape(Face::Regular, false, "\u{1e8d}");
    assert!(shaper.missing.is_empty(), "{:?}", shaper.missing);
}

#[test]
fn a_name_from_the_right_keeps_its_place_in_a_line_from_the_left() {
    let mut shaper = Shaper::default();
    let line = shaper.line(
        Face::Regular,
        "by \u{5de}\u{5e9}\u{5d4} \u{5dc}\u{5d5}\u{5d9}, MD",
    );
    let texts: Vec<String> = line
        .iter()
        .flat_map(|entry| entry.words())
        .map(|word| shaper.lexicon.get(word).unwrap().text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(
        texts,
        [
            "by",
            "\u{5dc}\u{5d5}\u{5d9}",
            "\u{5de}\u{5e9}\u{5d4}",
            ", MD"
        ]
    );
    let name = letters(&shaper, line[1]).concat();
    assert!(
        name.starts_with('\u{5d9}'),
        "its last letter stands at the left"
    );
}

#[test]
fn brackets_are_mirrored_where_words_read_from_the_right() {
    let mut shaper = Shaper::default();
    let ids = |shaper: &mut Shaper, rtl, text| {
        let entry = shaper.shape(Face::Regular, rtl, text);
        let word = shaper.lexicon.get(entry.first).unwrap();
        word.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&mut shaper, true, "("), ids(&mut shaper, false, ")"));
}

#[test]
fn a_family_of_emoji_and_a_flag_are_one_glyph_or_seen_apart() {
    let mut shaper = Shaper::default();
    for (word, most) in [
        ("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", 1),
        ("\u{1f1e9}\u{1f1ea}", 1),
        ("\u{1f44b}\u{1f3fd}", 2),
        ("1\u{fe0f}\u{20e3}", 2),
    ] {
        let entry = shaper.shape(Face::Regular, false, word);
        let glyphs: usize = entry
            .words()
            .map(|word| shaper.lexicon.get(word).unwrap().glyphs.len())
            .sum();
        assert!((1..=most).contains(&glyphs), "{word} is {glyphs} glyphs");
    }
    assert!(shaper.missing.is_empty(), "{:?}", shaper.missing);
}

#[test]
fn what_stands_for_a_letter_of_a_ligature_has_no_ink() {
    struct Ink(usize);
    impl Outline for Ink {
        fn move_to(&mut self, _: f32, _: f32) {
            self.0 += 1;
        }
        fn line_to(&mut self, _: f32, _: f32) {}
        fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
        fn close(&mut self) {}
    }
    for face in [Face::Regular, Face::Bold] {
        let mut shaper = Shaper::default();
        let entry = shaper.shape(face, true, "\u{644}\u{627}");
        let word = shaper.lexicon.get(entry.first).unwrap();
        assert_eq!(word.glyphs.len(), 2);
        let empty = &word.glyphs[0];
        let mut ink = Ink(0);
        outline(word.font, empty.id, &mut ink);
        assert_eq!(ink.0, 0);
        assert_eq!((empty.advance, advance(word.font, empty.id)), (0.0, 0.0));
    }
}
