//! One control with all that hangs on it.

use domain::framework::{Control, Framework, Role};

use super::doubled;
use crate::fault::Fault;

pub(super) fn check(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
    let mut say = |field: &str, sentence: String| {
        faults.push(Fault::new(format!("{}.{field}", control.id), sentence));
    };
    let texts = [
        ("label", &control.label),
        ("text", &control.text),
        ("question", &control.question),
        ("citation", &control.citation),
        ("mlFailure", &control.ml_failure),
        ("findingWhen", &control.finding_when),
        ("remedy", &control.remedy),
    ];
    for (field, text) in texts {
        if text.trim().is_empty() {
            say(field, "It is empty.".to_owned());
        }
    }
    if !(1..=5).contains(&control.severity) {
        say("severity", "It is not between 1 and 5.".to_owned());
    }
    if !framework.efforts.iter().any(|e| e.id == control.effort) {
        let sentence = format!("There is no effort {:?}.", control.effort);
        say("effort", sentence);
    }
    if control.procedures.is_empty() {
        say("procedures", "There is none.".to_owned());
    }
    for (index, procedure) in control.procedures.iter().enumerate() {
        if procedure.text.trim().is_empty() {
            say(&format!("procedures[{index}]"), "It is empty.".to_owned());
        }
    }
    for (index, reference) in control.references.iter().enumerate() {
        if reference.text.trim().is_empty() {
            say(&format!("references[{index}]"), "It is empty.".to_owned());
        }
    }
    let rests = control.provisions.iter().any(|p| p.role != Role::Supports);
    match framework.class(&control.class) {
        None => say("class", format!("There is no class {:?}.", control.class)),
        Some(class) if class.rests_on_provision && !rests => say(
            "provisions",
            "The class rests on law, but no provision has role is or means.".to_owned(),
        ),
        Some(class) if !class.rests_on_provision && rests => say(
            "provisions",
            "The class does not rest on law, but a provision has role is or means.".to_owned(),
        ),
        Some(_) => {}
    }
    let qualifiers = control.qualifiers.iter().map(|q| q.id.as_str());
    doubled(&format!("{}.qualifiers", control.id), qualifiers, faults);
    of_provisions(framework, control, faults);
    of_evidence(framework, control, faults);
}

fn of_provisions(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
    for (index, link) in control.provisions.iter().enumerate() {
        let place = format!("{}.provisions[{index}]", control.id);
        let cited = &link.citation;
        let known = framework.provisions.iter().find(|p| p.citation == *cited);
        let before = control.provisions.iter().take(index);
        let sentence = match known {
            _ if cited.trim().is_empty() => {
                "A role stands there without a provision.".to_owned()
            }
            None => format!("{cited:?} is not in the list of provisions."),
            Some(known) if known.designation != link.designation => {
                format!("The designation of {cited:?} differs from the list.")
            }
            Some(_) if before.clone().any(|other| other.citation == *cited) => {
                format!("{cited:?} is there twice.")
            }
            Some(_) => continue,
        };
        faults.push(Fault::new(place, sentence));
    }
}

fn of_evidence(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
    if control.evidence.is_empty() {
        let place = format!("{}.evidence", control.id);
        faults.push(Fault::new(place, "It is empty."));
    }
    for (index, artefact) in control.evidence.iter().enumerate() {
        let place = format!("{}.evidence[{index}]", control.id);
        let mut say = |sentence: String| faults.push(Fault::new(place.clone(), sentence));
        if artefact.artefact.trim().is_empty() {
            say("The artefact has no words.".to_owned());
        }
        if artefact.owners.is_empty() {
            say("Nobody is named who has it.".to_owned());
        }
        for owner in &artefact.owners {
            if !framework.owners.iter().any(|o| o.id == *owner) {
                say(format!("There is no owner {owner:?}."));
            }
        }
        let code = &artefact.collection;
        if !framework.collections.iter().any(|c| c.id == *code) {
            say(format!("There is no collection {code:?}."));
        }
    }
}
