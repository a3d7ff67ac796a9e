//! The rules of judging: weights, values, factors, bands, gates and wording.

use domain::answer::Implementation;
use domain::evidence::Strength;
use domain::framework::{Framework, GateRule, Method, Role};

use super::empty_texts;
use crate::fault::Fault;

const ANSWERS: [Implementation; 8] = [
    Implementation::Implemented,
    Implementation::Partial,
    Implementation::Planned,
    Implementation::Alternative,
    Implementation::NotReasonable,
    Implementation::NotImplemented,
    Implementation::NotApplicable,
    Implementation::Unknown,
];
const STRENGTHS: [Strength; 4] = [
    Strength::Stated,
    Strength::Examined,
    Strength::Tested,
    Strength::Observed,
];
const METHODS: [Method; 3] = [Method::Examine, Method::Interview, Method::Test];
const ROLES: [Role; 3] = [Role::Is, Role::Means, Role::Supports];

pub(super) fn check(framework: &Framework, faults: &mut Vec<Fault>) {
    classes(framework, faults);
    answers(framework, faults);
    assurance(framework, faults);
    bands(framework, faults);
    gates(framework, faults);
    wording(framework, faults);
    severities(framework, faults);
}

/// Returns the word by which a value is written in the file.
pub(super) fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// Names every value that must stand in a list exactly once.
fn once<T: PartialEq + serde::Serialize>(
    place: &str,
    wanted: &[T],
    listed: &[T],
    faults: &mut Vec<Fault>,
) {
    for value in wanted {
        let sentence = match listed.iter().filter(|l| *l == value).count() {
            1 => continue,
            0 => format!("There is no entry for {:?}.", word(value)),
            _ => format!("There is more than one entry for {:?}.", word(value)),
        };
        faults.push(Fault::new(place, sentence));
    }
}

fn is_share(x: f64) -> bool {
    (0.0..=1.0).contains(&x)
}

fn classes(framework: &Framework, faults: &mut Vec<Fault>) {
    for class in &framework.classes {
        let place = format!("classes ({})", class.id);
        let fields = [("label", &class.label), ("meaning", &class.meaning)];
        empty_texts(&place, &fields, faults);
        if class.weight.is_nan() || class.weight <= 0.0 {
            faults.push(Fault::new(place, "The weight is not above 0."));
        }
    }
}

fn answers(framework: &Framework, faults: &mut Vec<Fault>) {
    let listed: Vec<Implementation> = framework.answers.iter().map(|a| a.id).collect();
    once("answers", &ANSWERS, &listed, faults);
    for answer in &framework.answers {
        let place = format!("answers ({})", word(&answer.id));
        let fields = [("label", &answer.label), ("meaning", &answer.meaning)];
        empty_texts(&place, &fields, faults);
        if !is_share(answer.value) {
            faults.push(Fault::new(place, "The value is not between 0 and 1."));
        }
    }
    if !is_share(framework.determination_cap) {
        let sentence = "It is not between 0 and 1.";
        faults.push(Fault::new("determinationCap", sentence));
    }
}

fn assurance(framework: &Framework, faults: &mut Vec<Fault>) {
    let rule = &framework.assurance;
    let ranked: Vec<Strength> = rule.ranks.iter().map(|r| r.strength).collect();
    once("assurance.ranks", &STRENGTHS, &ranked, faults);
    let asked: Vec<Method> = rule.sufficient.iter().map(|m| m.method).collect();
    once("assurance.sufficient", &METHODS, &asked, faults);
    if rule.factors.is_empty() {
        faults.push(Fault::new("assurance.factors", "It is empty."));
    }
    let others = [&rule.stale_factor, &rule.gap_below];
    if !rule.factors.iter().chain(others).all(|f| is_share(*f)) {
        let sentence = "A factor is not between 0 and 1.";
        faults.push(Fault::new("assurance", sentence));
    }
}

fn bands(framework: &Framework, faults: &mut Vec<Fault>) {
    for (index, band) in framework.bands.iter().enumerate() {
        let place = format!("bands[{index}]");
        empty_texts(&place, &[("word", &band.word)], faults);
    }
    let falling = framework.bands.is_sorted_by(|a, b| a.at_least > b.at_least);
    let reaches_zero = framework.bands.last().is_some_and(|b| b.at_least <= 0.0);
    if !falling || !reaches_zero {
        let sentence = "They must fall from best to worst and end at 0.";
        faults.push(Fault::new("bands", sentence));
    }
    let floor = &framework.coverage_floor;
    empty_texts("coverageFloor", &[("prefix", &floor.prefix)], faults);
    if !(0.0..=100.0).contains(&floor.below) {
        let sentence = "It is not between 0 and 100.";
        faults.push(Fault::new("coverageFloor.below", sentence));
    }
}

fn gates(framework: &Framework, faults: &mut Vec<Fault>) {
    for gate in &framework.gates {
        let mut say = |sentence: String| {
            faults.push(Fault::new(format!("gates ({})", gate.id), sentence));
        };
        if gate.title.trim().is_empty() {
            say("The title is empty.".to_owned());
        }
        if !framework.bands.iter().any(|b| b.word == gate.cap) {
            say(format!("The cap {:?} is no word of the bands.", gate.cap));
        }
        match &gate.when {
            GateRule::Control {
                control,
                qualifiers,
                ..
            } => match framework.control(control) {
                None => say(format!("There is no control {control:?}.")),
                Some(found) => {
                    for qualifier in qualifiers {
                        if !found.qualifiers.iter().any(|q| q.id == *qualifier) {
                            say(format!("{control} has no qualifier {qualifier:?}."));
                        }
                    }
                }
            },
            GateRule::Class { class, .. } if framework.class(class).is_none() => {
                say(format!("There is no class {class:?}."));
            }
            GateRule::AssuranceBelow { percent } if !(0.0..=100.0).contains(percent) => {
                say("The per cent are not between 0 and 100.".to_owned());
            }
            GateRule::Class { .. }
            | GateRule::RoleIs { .. }
            | GateRule::AssuranceBelow { .. } => {}
        }
    }
}

fn wording(framework: &Framework, faults: &mut Vec<Fault>) {
    let listed: Vec<Role> = framework.gap_wording.iter().map(|w| w.role).collect();
    once("gapWording", &ROLES, &listed, faults);
    for wording in &framework.gap_wording {
        let place = format!("gapWording ({})", word(&wording.role));
        let names_it = wording.wording.contains("{provision}");
        if wording.wording.trim().is_empty() {
            faults.push(Fault::new(place, "The wording is empty."));
        } else if wording.role != Role::Supports && !names_it {
            let sentence = "The wording does not name the {provision}.";
            faults.push(Fault::new(place, sentence));
        }
    }
}

fn severities(framework: &Framework, faults: &mut Vec<Fault>) {
    let listed: Vec<u8> = framework.severities.iter().map(|s| s.weight).collect();
    once("severities", &[1, 2, 3, 4, 5], &listed, faults);
    for severity in &framework.severities {
        let place = format!("severities ({})", severity.weight);
        empty_texts(&place, &[("label", &severity.label)], faults);
    }
}
