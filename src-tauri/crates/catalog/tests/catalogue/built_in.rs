//! What the built-in catalogue must hold.

use std::collections::{BTreeMap, HashSet};

use catalog::{BUILT_IN, check, read};
use domain::framework::{Effect, Framework};

fn framework() -> Framework {
    read(BUILT_IN).unwrap()
}

#[test]
fn it_has_no_fault() {
    let faults = check(BUILT_IN);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn it_has_every_section_group_and_control() {
    let framework = framework();
    let parts = framework.sections.iter().flat_map(|s| &s.parts);
    let groups = parts.clone().flat_map(|p| &p.groups);
    assert_eq!(
        (
            framework.sections.len(),
            parts.count(),
            groups.clone().count(),
            framework.controls().count()
        ),
        (6, 9, 18, 74)
    );
    let per_group: Vec<(&str, usize)> =
        groups.map(|g| (g.id.as_str(), g.controls.len())).collect();
    let expected = [
        ("ADM-SO", 3),
        ("ADM-AC", 5),
        ("ADM-WT", 4),
        ("ADM-BA", 4),
        ("PHY-FA", 4),
        ("PHY-WS", 4),
        ("TEC-EN", 5),
        ("TEC-AS", 4),
        ("TEC-MS", 5),
        ("TEC-NW", 4),
        ("DAT-MN", 4),
        ("DAT-DI", 4),
        ("DAT-LC", 4),
        ("DAT-BF", 4),
        ("INC-BR", 4),
        ("INC-MI", 4),
        ("AUD-DS", 4),
        ("AUD-CA", 4),
    ];
    assert_eq!(per_group, expected);
    let numbers: Vec<u32> = framework.controls().map(|c| c.number).collect();
    assert_eq!(numbers, (1..=74).collect::<Vec<u32>>());
}

#[test]
fn fifty_controls_rest_on_a_provision_and_twenty_four_are_good_practice() {
    let framework = framework();
    let mut classes = BTreeMap::new();
    for control in framework.controls() {
        *classes.entry(control.class.as_str()).or_insert(0) += 1;
    }
    let expected = [
        ("ADD", 11),
        ("GP", 24),
        ("PRIV", 11),
        ("REQ", 24),
        ("STD", 4),
    ];
    assert_eq!(classes, BTreeMap::from(expected));
}

#[test]
fn nine_security_rule_provisions_are_outside_it_and_its_facts_say_so() {
    let framework = framework();
    let spoken: HashSet<&str> = framework
        .controls()
        .flat_map(|c| c.provisions.iter().map(|p| p.citation.as_str()))
        .collect();
    let silent: Vec<&str> = framework
        .provisions
        .iter()
        .filter(|p| p.rule == "Security Rule" && !spoken.contains(p.citation.as_str()))
        .map(|p| p.citation.as_str())
        .collect();
    let outside = [
        "164.308(a)(1)(ii)(C)",
        "164.308(a)(3)(i)",
        "164.308(a)(3)(ii)(A)",
        "164.308(a)(3)(ii)(B)",
        "164.308(a)(3)(ii)(C)",
        "164.308(a)(4)(ii)(A)",
        "164.310(a)(2)(i)",
        "164.312(a)(2)(ii)",
        "164.316(b)(2)(ii)",
    ];
    assert_eq!(silent, outside);
    let fact = framework.facts.iter().find(|f| f.id == "checklist");
    let text = &fact.unwrap().text;
    assert!(text.contains("Nine Security Rule provisions are outside it"));
}

/// Splits a citation into its section number and its paragraphs, so that it can be ordered
/// as the code of regulations orders it.
fn place(citation: &str) -> (u32, Vec<u32>) {
    let (section, rest) = citation.split_at(citation.find('(').unwrap_or(citation.len()));
    let roman = |s: &str| ["i", "ii", "iii", "iv", "v"].iter().position(|r| *r == s);
    let paragraphs = rest
        .split(['(', ')'])
        .filter(|s| !s.is_empty())
        .enumerate()
        .map(|(depth, s)| match (depth, roman(s), s.parse::<u32>()) {
            (_, _, Ok(number)) => number,
            (2, Some(index), _) => index as u32 + 1,
            _ => u32::from(s.as_bytes()[0]),
        });
    let number = section.rsplit('.').next().unwrap().parse().unwrap();
    (number, paragraphs.collect())
}

#[test]
fn the_provisions_stand_in_the_order_of_the_law() {
    let framework = framework();
    let own = framework.provisions.iter().map(|p| p.citation.as_str());
    let own: Vec<&str> = own.filter(|c| c.starts_with("164.")).collect();
    let mut sorted = own.clone();
    sorted.sort_by_key(|c| place(c));
    assert_eq!(own, sorted);
}

#[test]
fn a_duty_outside_the_controls_is_shown_by_a_profile_effect() {
    let framework = framework();
    let ids: HashSet<&str> = framework.controls().map(|c| c.id.as_str()).collect();
    let mut shown = HashSet::new();
    for question in &framework.profile {
        for effect in question.options.iter().flat_map(|o| &o.effects) {
            if let Effect::Duty { duties, .. } = effect {
                shown.extend(duties.iter().map(String::as_str));
            }
        }
    }
    assert!(shown.len() >= 9, "{shown:?}");
    assert!(shown.is_disjoint(&ids));
}

#[test]
fn no_text_speaks_of_non_compliance() {
    let text = String::from_utf8(BUILT_IN.to_vec()).unwrap().to_lowercase();
    for word in ["non-compliance", "noncompliance", "non-compliant"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn the_corrections_of_the_source_checklist_are_made() {
    let framework = framework();
    let says = |id: &str, words: &[&str]| {
        let fact = framework.facts.iter().find(|f| f.id == id);
        let text = &fact.unwrap_or_else(|| panic!("there is no fact {id}")).text;
        for word in words {
            assert!(text.contains(word), "{id} does not say {word:?}: {text}");
        }
    };
    says(
        "fips",
        &["Use FIPS 140-3", "21 September 2026", "Historical"],
    );
    says("penalty-1", &["$145 to $73,011", "28 January 2026"]);
    says("penalty-4", &["$2,190,294"]);
    says("frequency", &["periodic evaluation"]);
    says("reach", &["business associates", "directly liable"]);
    says("means", &["not named in HIPAA"]);
    says("sharing", &["documented determination"]);
    says(
        "risk-analysis",
        &["gap checklist in place of a risk analysis"],
    );
    says("addressable", &["record why neither is reasonable"]);
    let analysis = framework.control("AUD-CA-1").unwrap();
    assert!(analysis.citation.contains("is not a risk analysis"));
}

#[test]
fn no_two_controls_share_a_text() {
    let framework = framework();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for control in framework.controls() {
        let own = [
            &control.label,
            &control.text,
            &control.question,
            &control.citation,
            &control.ml_failure,
            &control.finding_when,
            &control.remedy,
        ];
        let steps = control.procedures.iter().map(|p| &p.text);
        let wanted = control.evidence.iter().map(|a| &a.artefact);
        for text in own.into_iter().chain(steps).chain(wanted) {
            let other = seen.insert(text, &control.id).unwrap_or(&control.id);
            assert_eq!(other, control.id, "both say {text:?}");
        }
    }
}

#[test]
fn every_control_is_written_in_full_sentences() {
    for control in framework().controls() {
        let prose = [
            &control.text,
            &control.citation,
            &control.ml_failure,
            &control.finding_when,
            &control.remedy,
        ];
        let steps = control.procedures.iter().map(|p| &p.text);
        for text in prose.into_iter().chain(steps) {
            let first = text.chars().next().unwrap();
            let begins = first.is_uppercase() || first.is_ascii_digit() || first == '"';
            assert!(begins && text.ends_with('.'), "{}: {text}", control.id);
        }
        let asks = control.question.contains('?');
        assert!(asks, "{} asks nothing: {}", control.id, control.question);
    }
}

/// Returns the grade of school by the formula of Flesch and Kincaid, with syllables counted
/// as groups of vowels.
fn grade(text: &str) -> f64 {
    let sentences = text.matches(['.', '?', '!']).count().max(1) as f64;
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let syllables: usize = words
        .iter()
        .map(|word| {
            let silent = word.ends_with('e') && !word.ends_with("le");
            let word = if silent {
                &word[..word.len() - 1]
            } else {
                word
            };
            let groups = word
                .split(|c| !"aeiouy".contains(c))
                .filter(|g| !g.is_empty());
            groups.count().max(1)
        })
        .sum();
    let count = words.len() as f64;
    0.39 * count / sentences + 11.8 * syllables as f64 / count - 15.59
}

#[test]
fn the_questions_can_be_read_in_grade_eight() {
    for control in framework().controls() {
        let grade = grade(&control.question);
        assert!(grade < 9.0, "{} is of grade {grade:.1}", control.id);
    }
}
