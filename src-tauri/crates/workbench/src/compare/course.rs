//! Observations, evidence, findings and requests, as lines that can be compared.

use std::collections::HashMap;

use domain::answer::{Observation, Subject};
use domain::difference::DifferenceKind;
use domain::dossier::Dossier;
use domain::evidence::{Confidentiality, Evidence, EvidenceLink};
use domain::finding::{Finding, FindingStanding, Response, ResponseCourse};
use domain::id::EvidenceId;
use domain::request::EvidenceRequest;
use packet::part::words;

use super::said::{date, named};
use super::{Difference, Pair, lines, pairs};

/// Compares one record of a control with its former self.
fn one<T>(
    what: DifferenceKind,
    control: &str,
    name: &str,
    (old, new): Pair<'_, T>,
    text: impl Fn(&T) -> String,
) -> Vec<Difference> {
    let line = |side: Option<&T>| {
        let text = side.map(&text);
        text.map(|text| (name.to_owned(), text))
            .into_iter()
            .collect()
    };
    lines(what, Some(control), line(old), line(new))
}

pub(super) fn observations(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let found = pairs(&before.observations, &after.observations, |o| o.id);
    let of = |(old, new): Pair<'_, Observation>| {
        let Some(observation) = new.or(old) else {
            return Vec::new();
        };
        let Observation {
            control,
            method,
            on,
            ..
        } = observation;
        let name = format!("{}, {on}", words::method(*method));
        one(
            DifferenceKind::Observation,
            control,
            &name,
            (old, new),
            |o| {
                let parts = [
                    o.result.clone(),
                    labelled("Procedure", &o.procedure),
                    labelled("With", &o.with_whom),
                    labelled("Sample", &o.sample),
                    labelled("Out of", &o.population),
                ];
                joined(parts)
            },
        )
    };
    found.into_iter().flat_map(of).collect()
}

pub(super) fn links(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let titles: HashMap<EvidenceId, &str> = (before.evidence.iter().chain(&after.evidence))
        .map(|e| (e.id, e.title.as_str()))
        .collect();
    let found = pairs(&before.links, &after.links, |l| l.id);
    let of = |(old, new): Pair<'_, EvidenceLink>| {
        let Some(link) = new.or(old) else {
            return Vec::new();
        };
        let EvidenceLink {
            control,
            evidence,
            subject,
            ..
        } = link;
        let title = titles.get(evidence).copied().unwrap_or_default();
        let name = named_for(after, *subject, title);
        one(DifferenceKind::Evidence, control, &name, (old, new), |l| {
            let strength = words::strength(l.strength);
            let bearing = words::bearing(l.bearing);
            joined([format!("{strength}, {bearing}"), l.remark.clone()])
        })
    };
    found.into_iter().flat_map(of).collect()
}

pub(super) fn findings(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let found = pairs(&before.findings, &after.findings, |f| f.id);
    let of = |(old, new): Pair<'_, Finding>| {
        let Some(finding) = new.or(old) else {
            return Vec::new();
        };
        let (control, subject) = (&finding.raised.control, finding.raised.subject);
        let kind = DifferenceKind::Finding;
        let stands = named_for(after, subject, "What follows");
        let mut found = one(kind, control, &stands, (old, new), |f| match f.standing {
            FindingStanding::Open => f.raised.wording.clone(),
            FindingStanding::Settled => String::new(),
        });
        let could = named_for(after, subject, "What could happen");
        let text = |f: &Finding| f.consequence.clone();
        found.extend(one(kind, control, &could, (old, new), text));
        let reply = named_for(after, subject, "Reply");
        let text = |f: &Finding| response(&f.response);
        found.extend(one(kind, control, &reply, (old, new), text));
        found
    };
    found.into_iter().flat_map(of).collect()
}

fn response(response: &Response) -> String {
    if response.course == ResponseCourse::None {
        return String::new();
    }
    joined([
        words::course(response.course).to_owned(),
        response.text.clone(),
        labelled("Owner", &response.owner),
        labelled("By", &date(response.due)),
        words::response_state(response.state).to_owned(),
    ])
}

pub(super) fn requests(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let titles: HashMap<EvidenceId, &str> = (before.evidence.iter().chain(&after.evidence))
        .map(|e| (e.id, e.title.as_str()))
        .collect();
    let people: HashMap<_, &str> = (before.people.iter().chain(&after.people))
        .map(|p| (p.id, p.name.as_str()))
        .collect();
    let found = pairs(&before.requests, &after.requests, |r| r.id);
    let of = |(old, new): Pair<'_, EvidenceRequest>| {
        let Some(request) = new.or(old) else {
            return Vec::new();
        };
        let name = named_for(after, request.subject, &request.artefact);
        one(
            DifferenceKind::Request,
            &request.control,
            &name,
            (old, new),
            |r| {
                let course = &r.course;
                let person = course.person.and_then(|id| people.get(&id).copied());
                let shown: Vec<&str> = (course.evidence.iter())
                    .filter_map(|id| titles.get(id).copied())
                    .collect();
                joined([
                    words::request_state(course.state).to_owned(),
                    labelled("Of", person.unwrap_or(&course.ask)),
                    labelled("By", &date(course.due)),
                    course.reason.clone(),
                    labelled("Evidence", &shown.join(", ")),
                ])
            },
        )
    };
    found.into_iter().flat_map(of).collect()
}

pub(super) fn evidence(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let found = pairs(&before.evidence, &after.evidence, |e| e.id);
    let of = |(old, new): Pair<'_, Evidence>| {
        let Some(item) = new.or(old) else {
            return Vec::new();
        };
        let side = |side: Option<&Evidence>| {
            let under = |(part, text): (String, String)| match part.as_str() {
                "" => (item.title.clone(), text),
                part => (format!("{}: {part}", item.title), text),
            };
            side.map_or_else(Vec::new, |e| described(e).into_iter().map(under).collect())
        };
        let new = match (old, new) {
            // Of what is new, its name says enough.
            (None, Some(new)) => vec![(item.title.clone(), stands(new))],
            (_, new) => side(new),
        };
        lines(DifferenceKind::Evidence, None, side(old), new)
    };
    found.into_iter().flat_map(of).collect()
}

fn stands(evidence: &Evidence) -> String {
    match &evidence.withdrawn {
        Some(withdrawal) => format!("Withdrawn: {}", withdrawal.reason),
        None => "On the shelf".to_owned(),
    }
}

fn described(evidence: &Evidence) -> Vec<(String, String)> {
    let said = &evidence.description;
    let seen_by = match said.confidentiality {
        Confidentiality::Client => "the client",
        Confidentiality::Restricted => "named people",
        Confidentiality::WorkingOnly => "the assessor only",
    };
    named([
        ("", stands(evidence)),
        ("name", evidence.title.clone()),
        ("what it shows", said.text.clone()),
        ("provided by", said.provided_by.clone()),
        ("collected by", said.collected_by.clone()),
        ("collected on", date(said.collected_on)),
        ("covers from", date(said.covers_from)),
        ("covers to", date(said.covers_to)),
        ("document version", said.document_version.clone()),
        ("in effect since", date(said.effective)),
        ("in effect until", date(said.valid_until)),
        ("who may see it", seen_by.to_owned()),
        ("health information", words::phi(said.phi).to_owned()),
    ])
}

fn named_for(dossier: &Dossier, subject: Subject, name: &str) -> String {
    match subject {
        Subject::All => name.to_owned(),
        one => format!("{}: {name}", dossier.subject_name(one)),
    }
}

fn labelled(label: &str, text: &str) -> String {
    if text.trim().is_empty() {
        String::new()
    } else {
        format!("{label}: {text}")
    }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let written: Vec<&str> = (parts.iter())
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    written.join(". ")
}
