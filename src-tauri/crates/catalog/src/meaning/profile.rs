//! The scoping profile and the decision record.

use domain::framework::{Effect, Framework, is_of};

use super::{doubled, empty_texts};
use crate::fault::Fault;

pub(super) fn check(framework: &Framework, faults: &mut Vec<Fault>) {
    for question in &framework.profile {
        let place = format!("profile ({})", question.id);
        let fields = [("question", &question.question), ("why", &question.why)];
        empty_texts(&place, &fields, faults);
        if question.options.is_empty() {
            faults.push(Fault::new(place.clone(), "The question has no options."));
        }
        let options = question.options.iter().map(|o| o.id.as_str());
        doubled(&format!("{place}.options"), options, faults);
        for option in &question.options {
            let place = format!("{place}.options ({})", option.id);
            empty_texts(&place, &[("label", &option.label)], faults);
            for effect in &option.effects {
                of_effect(framework, &place, effect, faults);
            }
        }
    }
    for field in &framework.decision_record {
        let place = format!("decisionRecord ({})", field.id);
        let fields = [("label", &field.label), ("hint", &field.hint)];
        empty_texts(&place, &fields, faults);
    }
    let cited = &framework.decision_citation;
    let known = framework.provisions.iter().any(|p| p.citation == *cited);
    if !cited.trim().is_empty() && !known {
        let sentence = format!("{cited:?} is not in the list of provisions.");
        faults.push(Fault::new("decisionCitation", sentence));
    }
    let decides = framework.classes.iter().any(|c| c.allows_decision);
    if decides && framework.decision_record.is_empty() {
        let sentence = "A class allows decisions, but the record of one has no field.";
        faults.push(Fault::new("decisionRecord", sentence));
    }
}

fn of_effect(framework: &Framework, place: &str, effect: &Effect, faults: &mut Vec<Fault>) {
    let none = &[][..];
    let (controls, provisions, duties, reason) = match effect {
        Effect::NotApplicable { controls, reason }
        | Effect::Weight {
            controls, reason, ..
        }
        | Effect::WeightSet {
            controls, reason, ..
        }
        | Effect::Remark { controls, reason } => (controls.as_slice(), none, none, reason),
        Effect::NotBinding { provisions, reason } => {
            (none, provisions.as_slice(), none, reason)
        }
        Effect::Duty { duties, reason } => (none, none, duties.as_slice(), reason),
    };
    let mut say = |sentence: String| faults.push(Fault::new(place, sentence));
    if reason.trim().is_empty() {
        say("An effect has no reason.".to_owned());
    }
    if controls.is_empty() && provisions.is_empty() && duties.is_empty() {
        say("An effect changes nothing: it names no control, provision or duty.".to_owned());
    }
    if let Effect::WeightSet { to, .. } = effect
        && !(1..=5).contains(to)
    {
        say("An effect sets a weight that is not between 1 and 5.".to_owned());
    }
    for selector in controls {
        let selects = |c: &domain::framework::Control| framework.selects(selector, &c.id);
        if !framework.controls().any(selects) {
            say(format!("{selector:?} names no control or group."));
        }
    }
    for named in provisions {
        let mut known = framework.provisions.iter();
        if !known.any(|p| is_of(&p.citation, named)) {
            say(format!("{named:?} is not in the list of provisions."));
        }
    }
    for duty in duties {
        if !framework.duties.iter().any(|d| d.id == *duty) {
            say(format!("There is no duty {duty:?}."));
        }
    }
}
