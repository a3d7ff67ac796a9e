//! What a look at the trail found, in sentences, and what none can find.

use store::{Break, BreakKind, Verification};

/// How many places are named in a sentence.
const NAMED: usize = 5;

/// What no look at the trail can see.
pub const UNSEEN: [&str; 4] = [
    "An older copy of the whole folder looks whole on a computer that never saw a newer one. \
     Computers that did remember it, and printed packets carry the head they were made at.",
    "Who has a way in, and can change the database by other means than this program, can \
     rewrite what nobody has signed since, and what nobody but they has signed. An exported \
     trail, a printed packet or somebody else's signature shows it.",
    "Entries carry the time of the computer that wrote them, right or wrong. Their order does \
     not depend on it.",
    "Of a person who was removed, the vault keeps the public key beside what they signed and \
     nowhere else. That one hand signed all of it is shown; whose hand it was, an exported \
     trail from that time shows.",
];

/// Says what was found.
pub fn said(found: &Verification) -> String {
    if found.breaks.is_empty() {
        return format!(
            "{} from those before, and {}.",
            match found.entries {
                1 => "The one entry follows".to_owned(),
                entries => format!("All {entries} entries follow"),
            },
            match found.signatures {
                0 => "nobody has signed yet".to_owned(),
                1 => "the one signature is right".to_owned(),
                more => format!("all {more} signatures are right"),
            }
        );
    }
    let mut sentences: Vec<String> = found.breaks.iter().take(NAMED).map(place).collect();
    if let Some(more) = found
        .breaks
        .len()
        .checked_sub(NAMED)
        .filter(|more| *more > 0)
    {
        sentences.push(match more {
            1 => "There is one more place.".to_owned(),
            more => format!("There are {more} more places."),
        });
    }
    sentences.push(
        "Copy the whole folder before anything else, then compare with a backup or an exported \
         trail."
            .to_owned(),
    );
    sentences.join(" ")
}

/// Says where the trail does not hold.
pub(crate) fn place(at: &Break) -> String {
    let number = at.number;
    match at.kind {
        BreakKind::Entry => format!("Entry {number} does not follow from those before it."),
        BreakKind::Missing => format!("Entry {number} is missing."),
        BreakKind::Head => {
            format!("The head that was signed over {number} entries is not that of this trail.")
        }
        BreakKind::Signature => {
            format!("The signature under the head over {number} entries is not right.")
        }
        BreakKind::Signer => format!(
            "The head over {number} entries was signed with another key than that of its slot."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_break_is_named_and_many_are_counted() {
        let kinds = [
            BreakKind::Entry,
            BreakKind::Missing,
            BreakKind::Head,
            BreakKind::Signature,
            BreakKind::Signer,
        ];
        let breaks = (0..7).map(|at: u64| Break {
            number: 100 + at,
            kind: kinds[usize::try_from(at).unwrap() % kinds.len()],
        });
        let said = said(&Verification {
            breaks: breaks.collect(),
            ..Verification::default()
        });
        for number in 100..105 {
            assert!(said.contains(&number.to_string()), "{said}");
        }
        assert!(said.contains("2 more places"), "{said}");
    }

    #[test]
    fn a_whole_trail_is_said_to_be_whole_with_how_much_was_looked_at() {
        let found = |entries, signatures| {
            said(&Verification {
                entries,
                signatures,
                breaks: Vec::new(),
            })
        };
        assert_eq!(
            found(1, 0),
            "The one entry follows from those before, and nobody has signed yet."
        );
        assert_eq!(
            found(12, 3),
            "All 12 entries follow from those before, and all 3 signatures are right."
        );
    }
}
