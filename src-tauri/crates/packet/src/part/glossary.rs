//! The words explained: those that this packet really uses.

use super::walk;
use crate::document::{Block, Run};

/// A word, how it is met in text (in small letters), and what it means.
struct Entry {
    term: &'static str,
    met: &'static [&'static str],
    meaning: &'static str,
}

const fn entry(
    term: &'static str,
    met: &'static [&'static str],
    meaning: &'static str,
) -> Entry {
    Entry { term, met, meaning }
}

/// By the alphabet.
const ENTRIES: &[Entry] = &[
    entry(
        "Addressable",
        &["addressable"],
        "How binding a specification is: assess it, then put it in place, put something \
         equivalent in its place, or record why neither is reasonable. It does not mean optional.",
    ),
    entry(
        "Assurance",
        &["assurance"],
        "How well what is said to be in place is shown by evidence, in per cent.",
    ),
    entry(
        "Business associate agreement",
        &["business associate", "baa", "baas"],
        "The contract that somebody outside must have before they handle health information for \
         the organisation.",
    ),
    entry(
        "Catalogue",
        &["catalogue"],
        "The file with the controls and the rules of judging. Its digest pins which one was used.",
    ),
    entry(
        "Checkpoint",
        &["checkpoint", "checkpoints"],
        "A copy of a model saved while it learns. It can hold as much of the data as the model \
         itself.",
    ),
    entry(
        "Conformity",
        &["conformity"],
        "What is in place of what applies, by weight, in per cent, as far as it was said.",
    ),
    entry(
        "Control",
        &["control", "controls"],
        "The smallest thing that the checklist asks for. Its id, such as the letters and number \
         before its name, stays the same over editions.",
    ),
    entry(
        "Coverage",
        &["coverage"],
        "How many of the controls that apply are resolved, in per cent.",
    ),
    entry(
        "De-identified",
        &[
            "de-identified",
            "de-identification",
            "safe harbor",
            "expert determination",
        ],
        "Said of data from which people can no longer be told, by one of the two methods that \
         the Privacy Rule names: Safe Harbor or Expert Determination.",
    ),
    entry(
        "Decision record",
        &["decision record", "decision records"],
        "What has to be written down when something else stands in for an addressable control, \
         or when it is found not reasonable.",
    ),
    entry(
        "Determination",
        &["other than satisfied", "determination", "not determined"],
        "What the assessor concludes about a control: satisfied, or other than satisfied. It \
         goes before what was said.",
    ),
    entry(
        "Differential privacy",
        &["differential privacy"],
        "A way of adding measured noise, so that one person's data hardly changes what comes \
         out.",
    ),
    entry(
        "Digest",
        &["digest", "digests", "sha-256"],
        "A short number computed from all bytes of a file (SHA-256). If one byte changes, the \
         digest changes, so equal digests mean equal files.",
    ),
    entry(
        "Drift",
        &["drift", "drifts"],
        "When a model meets data unlike those it learnt from, and grows worse without a change \
         of its own.",
    ),
    entry(
        "Embedding",
        &["embedding", "embeddings"],
        "A list of numbers that stands for a text or a picture inside a model. It can give away \
         what it was made from.",
    ),
    entry(
        "Evidence",
        &["evidence"],
        "What was examined to see whether an answer holds: a document, a setting, a log, a \
         picture, or a written reference to one.",
    ),
    entry(
        "Evidence gap",
        &["evidence gap", "evidence gaps"],
        "Something is said to be in place, and it was not shown well enough.",
    ),
    entry(
        "Exhibit",
        &["exhibit", "exhibits"],
        "Evidence whose pages are printed in this packet, each with a running number.",
    ),
    entry(
        "Finding",
        &["finding", "findings"],
        "What follows from an answer when a control is not in place, not shown, not decided in \
         full, or not known. It is no statement that a law is broken.",
    ),
    entry(
        "Fine-tuning",
        &["fine-tuning", "fine-tuned"],
        "Teaching a finished model more, with data of one's own.",
    ),
    entry(
        "Fingerprint",
        &["fingerprint"],
        "The digest of somebody's public key. Two keys never have the same one in practice, so \
         it tells whose key it is once it was compared another way.",
    ),
    entry(
        "FIPS 140-3",
        &["fips", "fips 140-3"],
        "The standard by which cryptographic modules are validated.",
    ),
    entry(
        "Gap",
        &["gap", "gaps"],
        "Something that a control asks for and that is not in place, or not in full.",
    ),
    entry(
        "Gate",
        &["gate", "gates"],
        "A rule that caps the word for readiness, whatever the figure says. It is named when it \
         is closed.",
    ),
    entry(
        "Implementation specification",
        &[
            "implementation specification",
            "specification",
            "specifications",
        ],
        "A detailed instruction below a standard of the Security Rule, either required or \
         addressable.",
    ),
    entry(
        "Inference",
        &["inference"],
        "A model at work: data go in, a score or a text comes out.",
    ),
    entry(
        "Machine learning (ML)",
        &["machine learning", "machine-learning", "ml"],
        "Software whose behaviour was learnt from data in place of being written down.",
    ),
    entry(
        "Memorisation",
        &["memorisation", "memorises", "memorised"],
        "When a model keeps pieces of the data that it learnt from, and can be made to give \
         them out.",
    ),
    entry(
        "Multi-factor authentication",
        &["multi-factor", "mfa", "second factor"],
        "Signing in with more than a password, such as a code or a key as well.",
    ),
    entry(
        "Observation",
        &["observation", "observations"],
        "A dated fact that the assessor found by examining, asking or trying.",
    ),
    entry(
        "OCR",
        &["ocr"],
        "The Office for Civil Rights, the federal office that enforces these rules.",
    ),
    entry(
        "Packet of record",
        &["packet of record"],
        "An archive of the documents, the chosen evidence and the data, with digests and a \
         signature, that proves by itself that nothing in it was changed.",
    ),
    entry(
        "PHI, ePHI",
        &["phi", "ephi", "health information"],
        "Protected health information: what says something of a person's health, care or \
         payment and of whom it says it. ePHI is the same in electronic form.",
    ),
    entry(
        "Privacy Rule, Security Rule, Breach Notification Rule",
        &["privacy rule", "security rule", "breach notification rule"],
        "The three parts of the federal rules on health information (45 CFR) that are meant here.",
    ),
    entry(
        "Provision",
        &["provision", "provisions"],
        "A line of the law, named by its citation.",
    ),
    entry(
        "Readiness estimate",
        &["readiness"],
        "What this packet gives: how ready the organisation looks by this checklist. It is \
         neither a certificate nor a legal finding.",
    ),
    entry(
        "Remedy",
        &["remedy"],
        "What can be done about a gap. It is a proposal: another remedy may do as well.",
    ),
    entry(
        "Response",
        &["response", "responses"],
        "What the organisation says to a finding: what it will do, who sees to it, and by when.",
    ),
    entry(
        "Risk analysis",
        &["risk analysis"],
        "The organisation's own look at what could happen to the health information that it \
         holds (45 CFR 164.308(a)(1)(ii)(A)). A checklist does not replace it.",
    ),
    entry(
        "Scoping profile",
        &["scoping profile"],
        "Questions about the organisation that decide which controls apply and what they weigh.",
    ),
    entry(
        "Severity",
        &["severity"],
        "How much harm a gap could do, from minor to critical, after the scoping profile.",
    ),
    entry(
        "Tokenise",
        &["tokenise", "tokenised"],
        "To put a stand-in for a name or number, so that the data no longer say whose they are.",
    ),
    entry(
        "Trail",
        &["trail"],
        "The record of every change in the vault. Each entry is chained to the one before it, \
         so that none can be changed or taken out unseen. Its last digest is its head.",
    ),
    entry(
        "Training data",
        &[
            "training data",
            "training set",
            "training sets",
            "data in training",
        ],
        "The data that a model learns from.",
    ),
    entry(
        "Vault",
        &["vault"],
        "The encrypted folder in which the assessor keeps the assessment.",
    ),
    entry(
        "Weights",
        &["weights"],
        "The numbers inside a model. What a model learnt lies in them. (A control's weight is \
         something else: how much it counts in a figure.)",
    ),
    entry(
        "Working notes",
        &["working notes"],
        "What the assessor writes for themselves. No copy for others holds them.",
    ),
];

/// Returns the words that the rest of the packet uses, explained; nothing where it uses none.
pub(super) fn glossary(rest: &[&[Block]]) -> Vec<Block> {
    let mut unmet: Vec<&Entry> = ENTRIES.iter().collect();
    for blocks in rest {
        walk::each_text(blocks, &mut |text| {
            let text = text.to_lowercase();
            unmet.retain(|entry| !entry.met.iter().any(|word| has_word(&text, word)));
        });
    }
    let met = ENTRIES
        .iter()
        .filter(|entry| unmet.iter().all(|u| u.term != entry.term));
    let terms: Vec<_> = met
        .map(|entry| (entry.term.to_owned(), vec![Run::plain(entry.meaning)]))
        .collect();
    if terms.is_empty() {
        return Vec::new();
    }
    vec![
        Block::heading(1, "Glossary", "glossary"),
        Block::text("The words of this packet, in its own sense of them."),
        Block::Terms(terms),
    ]
}

/// Returns whether a text has a word, and not only as a part of another.
fn has_word(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Tone;

    #[test]
    fn the_glossary_has_the_words_that_are_used_and_no_others() {
        let blocks = vec![
            Block::heading(1, "Findings", ""),
            Block::Paragraph(Tone::Body, vec![Run::plain("A philosophy of ePHI.")]),
        ];
        let found = glossary(&[&blocks]);
        let Some(Block::Terms(terms)) = found.last() else {
            panic!("no terms: {found:?}");
        };
        let names: Vec<&str> = terms.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Finding", "PHI, ePHI"]);
        assert!(glossary(&[&[Block::text("A philosophy.")]]).is_empty());
    }

    #[test]
    fn the_words_stand_by_the_alphabet() {
        let terms = ENTRIES
            .iter()
            .map(|e| e.term.to_lowercase().replace('-', " "));
        let terms: Vec<String> = terms.collect();
        assert!(terms.is_sorted(), "{terms:?}");
        let small = |word: &&str| word.to_lowercase() == **word;
        assert!(ENTRIES.iter().flat_map(|e| e.met).all(small));
    }
}
