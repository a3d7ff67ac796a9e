//! Which font draws which letters: decided for each cluster of letters that belong together.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::parsed;
use crate::document::Face;

/// Letters that one font draws.
pub(super) struct Part {
    pub(super) font: u8,
    pub(super) text: String,
}

const REGULAR: [u8; 9] = [5, 7, 9, 11, 12, 13, 14, 15, 16];
const BOLD: [u8; 9] = [6, 8, 10, 11, 12, 13, 14, 15, 16];
const EMOJI: u8 = 14;

/// The font of a face.
pub(super) fn main(face: Face) -> u8 {
    match face {
        Face::Regular => 0,
        Face::Semibold => 1,
        Face::Bold => 2,
        Face::Italic => 3,
        Face::Mono => 4,
    }
}

/// Cuts text where the font changes. What no font has becomes its code in brackets.
pub(super) fn parts(face: Face, text: &str, missing: &mut BTreeSet<char>) -> Vec<Part> {
    let main = main(face);
    if text.chars().all(|letter| has(main, letter)) {
        return vec![Part {
            font: main,
            text: text.to_owned(),
        }];
    }
    let mut parts: Vec<Part> = Vec::new();
    for cluster in text.graphemes(true) {
        match font_for(face, cluster) {
            Some(font) => push(&mut parts, font, cluster),
            None => letters(face, cluster, &mut parts, missing),
        }
    }
    parts
}

/// The codes of letters, in brackets.
pub(super) fn codes(text: &str) -> String {
    text.chars()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| format!("[U+{:04X}]", u32::from(letter)))
        .collect()
}

/// Says whether a letter has no shape of its own: joiners, selectors, direction marks.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
        || letter.is_control()
}

fn push(parts: &mut Vec<Part>, font: u8, letters: &str) {
    match parts.last_mut() {
        Some(last) if last.font == font => last.text.push_str(letters),
        _ => parts.push(Part {
            font,
            text: letters.to_owned(),
        }),
    }
}

/// Draws a cluster letter by letter, when no font has all of it.
fn letters(face: Face, cluster: &str, parts: &mut Vec<Part>, missing: &mut BTreeSet<char>) {
    for letter in cluster.chars().filter(|letter| !is_unseen(*letter)) {
        let mut bytes = [0; 4];
        let alone: &str = letter.encode_utf8(&mut bytes);
        let stands_in = stand_in(letter);
        if let Some(font) = font_for(face, alone) {
            push(parts, font, alone);
        } else if let Some((font, parts_of)) = taken_apart(face, letter) {
            push(parts, font, &parts_of);
        } else if !stands_in.is_empty() {
            push(parts, main(face), stands_in);
        } else {
            missing.insert(letter);
            push(parts, main(face), &codes(alone));
        }
    }
}

/// A letter with its marks apart, where a font has them so and not as one.
fn taken_apart(face: Face, letter: char) -> Option<(u8, String)> {
    let apart: String = letter.nfd().collect();
    let font = font_for(face, &apart)?;
    Some((font, apart))
}

/// Plain letters for typographic ones that a face may lack.
fn stand_in(letter: char) -> &'static str {
    match letter {
        '\u{2010}' | '\u{2011}' | '\u{2043}' => "-",
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{2028}' | '\u{2029}' => " ",
        _ => "",
    }
}

fn font_for(face: Face, cluster: &str) -> Option<u8> {
    let main = main(face);
    let others = if matches!(face, Face::Semibold | Face::Bold) {
        BOLD
    } else {
        REGULAR
    };
    let all = |font: u8| cluster.chars().all(|letter| has(font, letter));
    if cluster
        .chars()
        .any(|letter| matches!(letter, '\u{fe0f}' | '\u{200d}'))
        && all(EMOJI)
    {
        return Some(EMOJI);
    }
    std::iter::once(main).chain(others).find(|font| all(*font))
}

fn has(font: u8, letter: char) -> bool {
    (letter.is_ascii() && !letter.is_ascii_control()) && font < 5
        || is_unseen(letter)
        || parsed(font).is_some_and(|of| of.charmap().map_unicode(letter).is_some())
}
