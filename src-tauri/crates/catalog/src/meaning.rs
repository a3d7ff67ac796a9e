//! Faults of meaning: what reads well and still cannot be right.

use std::collections::HashSet;

use domain::framework::Framework;

use crate::fault::Fault;

mod control;
mod judging;
mod profile;

/// Returns every fault of meaning.
pub(crate) fn check(framework: &Framework) -> Vec<Fault> {
    let mut faults = Vec::new();
    head(framework, &mut faults);
    ids(framework, &mut faults);
    headings(framework, &mut faults);
    judging::check(framework, &mut faults);
    profile::check(framework, &mut faults);
    provisions(framework, &mut faults);
    facts(framework, &mut faults);
    for control in framework.controls() {
        control::check(framework, control, &mut faults);
    }
    faults
}

fn head(framework: &Framework, faults: &mut Vec<Fault>) {
    let fields = [
        ("id", &framework.id),
        ("edition", &framework.edition),
        ("title", &framework.title),
        ("description", &framework.description),
        ("source", &framework.source),
        ("disclaimer", &framework.disclaimer),
    ];
    empty_texts("", &fields, faults);
    for (index, limit) in framework.limits.iter().enumerate() {
        empty_texts(&format!("limits[{index}]"), &[("text", limit)], faults);
    }
    if framework.controls().next().is_none() {
        faults.push(Fault::new("sections", "There is no control."));
    }
}

fn ids(framework: &Framework, faults: &mut Vec<Fault>) {
    let f = framework;
    doubled("controls", f.controls().map(|c| c.id.as_str()), faults);
    let citations = f.provisions.iter().map(|p| p.citation.as_str());
    doubled("provisions", citations, faults);
    doubled("classes", f.classes.iter().map(|c| c.id.as_str()), faults);
    doubled("gates", f.gates.iter().map(|g| g.id.as_str()), faults);
    doubled("duties", f.duties.iter().map(|d| d.id.as_str()), faults);
    doubled("facts", f.facts.iter().map(|d| d.id.as_str()), faults);
    doubled("profile", f.profile.iter().map(|q| q.id.as_str()), faults);
    let fields = f.decision_record.iter().map(|d| d.id.as_str());
    doubled("decisionRecord", fields, faults);
    for (name, codes) in [
        ("owners", &f.owners),
        ("collections", &f.collections),
        ("efforts", &f.efforts),
        ("designations", &f.designations),
    ] {
        doubled(name, codes.iter().map(|c| c.id.as_str()), faults);
    }
    let headings = f.sections.iter().flat_map(|s| {
        std::iter::once(s.id.as_str()).chain(s.parts.iter().flat_map(|p| {
            std::iter::once(p.id.as_str()).chain(p.groups.iter().map(|g| g.id.as_str()))
        }))
    });
    doubled("sections", headings, faults);
    let mut numbers = HashSet::new();
    for control in f.controls().filter(|c| !numbers.insert(c.number)) {
        faults.push(Fault::new(
            format!("{}.number", control.id),
            format!("Another control has the number {} already.", control.number),
        ));
    }
}

fn headings(framework: &Framework, faults: &mut Vec<Fault>) {
    let mut bare = |id: &str, title: &str, children: usize, kind: &str| {
        if title.trim().is_empty() {
            faults.push(Fault::new(
                format!("sections ({id})"),
                "The title is empty.",
            ));
        }
        if children == 0 {
            let sentence = format!("There is no {kind} under this heading.");
            faults.push(Fault::new(format!("sections ({id})"), sentence));
        }
    };
    for section in &framework.sections {
        bare(&section.id, &section.title, section.parts.len(), "part");
        for part in &section.parts {
            bare(&part.id, &part.title, part.groups.len(), "group");
            for group in &part.groups {
                bare(&group.id, &group.title, group.controls.len(), "control");
            }
        }
    }
    let groups = framework.sections.iter().flat_map(|s| &s.parts);
    for group in groups.flat_map(|p| &p.groups) {
        for control in &group.controls {
            if !control.id.starts_with(&format!("{}-", group.id)) {
                faults.push(Fault::new(
                    format!("{}.id", control.id),
                    format!(
                        "It does not begin with the id of its group, {:?}.",
                        group.id
                    ),
                ));
            }
        }
    }
}

fn provisions(framework: &Framework, faults: &mut Vec<Fault>) {
    for provision in &framework.provisions {
        let place = format!("provisions ({})", provision.citation);
        let fields = [("title", &provision.title), ("rule", &provision.rule)];
        empty_texts(&place, &fields, faults);
        let word = judging::word(&provision.designation);
        if !framework.designations.iter().any(|d| d.id == word) {
            let sentence =
                format!("The designation {word:?} is not explained in designations.");
            faults.push(Fault::new(place, sentence));
        }
    }
}

fn facts(framework: &Framework, faults: &mut Vec<Fault>) {
    for duty in &framework.duties {
        let place = format!("duties ({})", duty.id);
        let fields = [
            ("title", &duty.title),
            ("citation", &duty.citation),
            ("why", &duty.why),
        ];
        empty_texts(&place, &fields, faults);
    }
    for fact in &framework.facts {
        let place = format!("facts ({})", fact.id);
        let fields = [
            ("title", &fact.title),
            ("text", &fact.text),
            ("source", &fact.source),
        ];
        empty_texts(&place, &fields, faults);
        if fact.as_of > framework.as_of {
            let sentence = "It was checked after the day up to which the file says it was.";
            faults.push(Fault::new(place.clone(), sentence));
        }
        for control in &fact.controls {
            if framework.control(control).is_none() {
                let sentence = format!("There is no control {control:?}.");
                faults.push(Fault::new(place.clone(), sentence));
            }
        }
    }
}

/// Names every text that holds nothing but space.
fn empty_texts(place: &str, fields: &[(&str, &String)], faults: &mut Vec<Fault>) {
    for (name, text) in fields {
        if text.trim().is_empty() {
            let dot = if place.is_empty() { "" } else { "." };
            faults.push(Fault::new(format!("{place}{dot}{name}"), "It is empty."));
        }
    }
}

/// Names every id that is empty or was there before.
fn doubled<'t>(place: &str, ids: impl Iterator<Item = &'t str>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for id in ids {
        if id.trim().is_empty() {
            faults.push(Fault::new(place, "An id is empty."));
        } else if !seen.insert(id) {
            let place = format!("{place} ({id})");
            faults.push(Fault::new(place, "The id is there twice."));
        }
    }
}
