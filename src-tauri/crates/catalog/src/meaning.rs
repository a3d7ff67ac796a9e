//! Faults of meaning: what reads well and still cannot be right.

use std::collections::HashSet;

use domain::framework::{Control, Effect, Framework, GateRule, Role};

use crate::fault::Fault;

/// Returns every fault of meaning.
pub(crate) fn check(framework: &Framework) -> Vec<Fault> {
    let mut faults = Vec::new();
    texts(framework, &mut faults);
    ids(framework, &mut faults);
    rules(framework, &mut faults);
    gates(framework, &mut faults);
    profile(framework, &mut faults);
    for control in framework.controls() {
        of_control(framework, control, &mut faults);
    }
    faults
}

fn texts(framework: &Framework, faults: &mut Vec<Fault>) {
    let fields = [
        ("id", &framework.id),
        ("edition", &framework.edition),
        ("title", &framework.title),
        ("source", &framework.source),
        ("disclaimer", &framework.disclaimer),
    ];
    for (name, text) in fields {
        if text.trim().is_empty() {
            faults.push(Fault::new(name, "It is empty."));
        }
    }
    if framework.controls().next().is_none() {
        faults.push(Fault::new("sections", "There is no control."));
    }
}

fn ids(framework: &Framework, faults: &mut Vec<Fault>) {
    doubled(
        "controls",
        framework.controls().map(|c| c.id.as_str()),
        faults,
    );
    doubled(
        "provisions",
        framework.provisions.iter().map(|p| p.citation.as_str()),
        faults,
    );
    doubled(
        "classes",
        framework.classes.iter().map(|c| c.id.as_str()),
        faults,
    );
    doubled(
        "owners",
        framework.owners.iter().map(|c| c.id.as_str()),
        faults,
    );
    doubled(
        "collections",
        framework.collections.iter().map(|c| c.id.as_str()),
        faults,
    );
    doubled(
        "efforts",
        framework.efforts.iter().map(|c| c.id.as_str()),
        faults,
    );
    doubled(
        "duties",
        framework.duties.iter().map(|d| d.id.as_str()),
        faults,
    );
    doubled(
        "profile",
        framework.profile.iter().map(|q| q.id.as_str()),
        faults,
    );
    doubled(
        "decisionRecord",
        framework.decision_record.iter().map(|f| f.id.as_str()),
        faults,
    );
    let headings = framework.sections.iter().flat_map(|s| {
        std::iter::once(s.id.as_str()).chain(s.parts.iter().flat_map(|p| {
            std::iter::once(p.id.as_str()).chain(p.groups.iter().map(|g| g.id.as_str()))
        }))
    });
    doubled("sections", headings, faults);
}

fn doubled<'t>(place: &str, ids: impl Iterator<Item = &'t str>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for id in ids {
        if id.trim().is_empty() {
            faults.push(Fault::new(place, "An id is empty."));
        } else if !seen.insert(id) {
            faults.push(Fault::new(
                format!("{place} ({id})"),
                "The id is there twice.",
            ));
        }
    }
}

fn rules(framework: &Framework, faults: &mut Vec<Fault>) {
    let share = |x: f64| (0.0..=1.0).contains(&x);
    for class in framework
        .classes
        .iter()
        .filter(|c| c.weight.is_nan() || c.weight <= 0.0)
    {
        faults.push(Fault::new(
            format!("classes ({})", class.id),
            "The weight is not above 0.",
        ));
    }
    for answer in framework.answers.iter().filter(|a| !share(a.value)) {
        faults.push(Fault::new(
            format!("answers ({})", answer.label),
            "The value is not between 0 and 1.",
        ));
    }
    let rule = &framework.assurance;
    if !rule
        .factors
        .iter()
        .chain([&rule.stale_factor, &rule.gap_below])
        .all(|f| share(*f))
    {
        faults.push(Fault::new("assurance", "A factor is not between 0 and 1."));
    }
    let falling = framework.bands.is_sorted_by(|a, b| a.at_least > b.at_least);
    let reaches_zero = framework.bands.last().is_some_and(|b| b.at_least <= 0.0);
    if !falling || !reaches_zero {
        faults.push(Fault::new(
            "bands",
            "They must fall from best to worst and end at 0.",
        ));
    }
}

fn gates(framework: &Framework, faults: &mut Vec<Fault>) {
    for gate in &framework.gates {
        let mut say = |sentence: String| {
            faults.push(Fault::new(format!("gates ({})", gate.id), sentence));
        };
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
            GateRule::Class { .. }
            | GateRule::RoleIs { .. }
            | GateRule::AssuranceBelow { .. } => {}
        }
    }
}

fn profile(framework: &Framework, faults: &mut Vec<Fault>) {
    for question in &framework.profile {
        if question.options.is_empty() {
            let place = format!("profile ({})", question.id);
            faults.push(Fault::new(place, "The question has no options."));
        }
        for option in &question.options {
            let place = format!("profile ({}).options ({})", question.id, option.id);
            for effect in &option.effects {
                of_effect(framework, &place, effect, faults);
            }
        }
    }
}

fn of_effect(framework: &Framework, place: &str, effect: &Effect, faults: &mut Vec<Fault>) {
    let (controls, duties, reason) = match effect {
        Effect::NotApplicable { controls, reason }
        | Effect::Weight {
            controls, reason, ..
        }
        | Effect::WeightSet {
            controls, reason, ..
        }
        | Effect::Remark { controls, reason } => (controls.as_slice(), &[][..], reason),
        Effect::Duty { duties, reason } => (&[][..], duties.as_slice(), reason),
    };
    if reason.trim().is_empty() {
        faults.push(Fault::new(place, "An effect has no reason."));
    }
    for selector in controls {
        if !framework
            .controls()
            .any(|c| framework.selects(selector, &c.id))
        {
            faults.push(Fault::new(
                place,
                format!("{selector:?} names no control or group."),
            ));
        }
    }
    for duty in duties {
        if !framework.duties.iter().any(|d| d.id == *duty) {
            faults.push(Fault::new(place, format!("There is no duty {duty:?}.")));
        }
    }
}

fn of_control(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
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
    let Some(class) = framework.class(&control.class) else {
        say("class", format!("There is no class {:?}.", control.class));
        return;
    };
    if !(1..=5).contains(&control.severity) {
        say("severity", "It is not between 1 and 5.".to_owned());
    }
    if !framework.efforts.iter().any(|e| e.id == control.effort) {
        say(
            "effort",
            format!("There is no effort {:?}.", control.effort),
        );
    }
    if control.procedures.is_empty() {
        say("procedures", "There is none.".to_owned());
    }
    let rests = control.provisions.iter().any(|p| p.role != Role::Supports);
    if class.rests_on_provision && !rests {
        say(
            "provisions",
            "The class rests on law, but no provision has role is or means.".into(),
        );
    }
    of_provisions(framework, control, faults);
    of_evidence(framework, control, faults);
}

fn of_provisions(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
    for (index, link) in control.provisions.iter().enumerate() {
        let place = format!("{}.provisions[{index}]", control.id);
        let known = framework
            .provisions
            .iter()
            .find(|p| p.citation == link.citation);
        match known {
            _ if link.citation.trim().is_empty() => {
                faults.push(Fault::new(
                    place,
                    "A role stands there without a provision.",
                ));
            }
            None => {
                let sentence = format!("{:?} is not in the list of provisions.", link.citation);
                faults.push(Fault::new(place, sentence));
            }
            Some(known) if known.designation != link.designation => {
                let sentence = format!(
                    "The designation of {:?} differs from the list.",
                    link.citation
                );
                faults.push(Fault::new(place, sentence));
            }
            Some(_) => {}
        }
    }
}

fn of_evidence(framework: &Framework, control: &Control, faults: &mut Vec<Fault>) {
    if control.evidence.is_empty() {
        faults.push(Fault::new(
            format!("{}.evidence", control.id),
            "It is empty.",
        ));
    }
    for (index, artefact) in control.evidence.iter().enumerate() {
        let place = format!("{}.evidence[{index}]", control.id);
        if artefact.artefact.trim().is_empty() {
            faults.push(Fault::new(place.clone(), "The artefact has no words."));
        }
        for owner in &artefact.owners {
            if !framework.owners.iter().any(|o| o.id == *owner) {
                faults.push(Fault::new(
                    place.clone(),
                    format!("There is no owner {owner:?}."),
                ));
            }
        }
        if !framework
            .collections
            .iter()
            .any(|c| c.id == artefact.collection)
        {
            let sentence = format!("There is no collection {:?}.", artefact.collection);
            faults.push(Fault::new(place, sentence));
        }
    }
}
