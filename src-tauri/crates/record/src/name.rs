//! Names of entries: safe on every system, and none of them a path.

/// Longer stems are cut.
const LONGEST_STEM: usize = 60;

/// Longer endings are none.
const LONGEST_ENDING: usize = 8;

/// No entry of a record has a longer name.
const LONGEST: usize = 160;

/// Returns the name of an evidence file in a record: its number, what is plain of the name
/// that it had, and its ending. The number keeps it apart from all others and from the names
/// that systems keep to themselves.
pub fn evidence_name(number: usize, true_name: &str) -> String {
    let (stem, ending) = match true_name.rsplit_once('.') {
        Some((stem, ending)) if is_ending(ending) => (stem, Some(ending)),
        _ => (true_name, None),
    };
    let mut plain = String::new();
    for c in stem.chars() {
        if plain.len() >= LONGEST_STEM {
            break;
        }
        if c.is_ascii_alphanumeric() {
            plain.push(c.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain = match plain.trim_end_matches('-') {
        "" => "file",
        plain => plain,
    };
    let ending = ending.map_or_else(String::new, |e| format!(".{}", e.to_ascii_lowercase()));
    format!("evidence/{number:03}-{plain}{ending}")
}

fn is_ending(ending: &str) -> bool {
    (1..=LONGEST_ENDING).contains(&ending.len())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Returns whether a name is one that a record's entry may have: plain letters, digits and
/// marks, parted by single strokes, no way up and none to the root.
pub(crate) fn is_safe(name: &str) -> bool {
    name.len() <= LONGEST
        && name.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        })
}

/// Returns a name out of an archive as it can be shown: cut, and without characters that
/// would change what stands around it.
pub(crate) fn shown(name: &[u8]) -> String {
    plain(&String::from_utf8_lossy(name))
}

/// Returns words out of an archive as they can be shown.
pub(crate) fn plain(words: &str) -> String {
    let mut shown: String = words
        .chars()
        .map(|c| if is_hidden(c) { '\u{fffd}' } else { c })
        .take(LONGEST)
        .collect();
    if words.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evidence_file_has_a_plain_name_with_its_number_and_ending() {
        for (true_name, name) in [
            (
                "Access policy v2.1.PDF",
                "evidence/007-access-policy-v2-1.pdf",
            ),
            ("../../etc/passwd", "evidence/007-etc-passwd"),
            (
                "C:\\Windows\\system32.dll",
                "evidence/007-c-windows-system32.dll",
            ),
            ("CON", "evidence/007-con"),
            (".bashrc", "evidence/007-file.bashrc"),
            ("invoice.pdf.exe", "evidence/007-invoice-pdf.exe"),
            (
                "Überblick – Straße.docx",
                "evidence/007-berblick-stra-e.docx",
            ),
            ("通知.png", "evidence/007-file.png"),
            ("invoice\u{202e}fdp.exe", "evidence/007-invoice-fdp.exe"),
            ("no ending.", "evidence/007-no-ending"),
            ("", "evidence/007-file"),
            ("a.verylongending", "evidence/007-a-verylongending"),
            ("-rf", "evidence/007-rf"),
        ] {
            assert_eq!(evidence_name(7, true_name), name, "{true_name:?}");
            assert!(is_safe(name));
        }
        let long = evidence_name(1234, &"x".repeat(5000));
        assert_eq!(long, format!("evidence/1234-{}", "x".repeat(60)));
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_not_safe() {
        for name in [
            "",
            "/",
            "/etc/passwd",
            "../up",
            "a/../b",
            "a//b",
            "a/",
            ".hidden",
            "a/.b",
            "a\\b",
            "C:",
            "a b",
            "naïve",
            "a\0b",
            "a\nb",
        ] {
            assert!(!is_safe(name), "{name:?}");
        }
        assert!(!is_safe(&"x".repeat(161)));
        for name in ["manifest.json", "evidence/001-a.pdf", "SHA256SUMS"] {
            assert!(is_safe(name));
        }
    }
}
