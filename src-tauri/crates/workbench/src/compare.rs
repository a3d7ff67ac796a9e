//! What changed between two states of an assessment, in words for a reader.

mod course;
mod said;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use domain::answer::{Answer, Observation};
use domain::assessment::{Assessment, Snapshot};
use domain::difference::DifferenceKind;
use domain::dossier::Dossier;
use domain::evidence::{Evidence, EvidenceLink};
use domain::finding::Finding;
use domain::framework::Framework;
use domain::id::AssessmentId;
use domain::organisation::{Organisation, Person, Site, System, Vendor};
use domain::request::EvidenceRequest;
use domain::score;
use serde::Deserialize;

use crate::error::Error;
use crate::open::Workbench;

/// What changed between two states of an assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Each change: the terms first, then in the order of the framework, then the evidence.
    pub differences: Vec<Difference>,
    /// The figure over provisions in the earlier state, by today's rules.
    pub before: Option<f64>,
    /// The figure over provisions in the later state.
    pub after: Option<f64>,
}

/// One change between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is a change of.
    pub what: DifferenceKind,
    /// The control's id; nothing for the assessment as a whole.
    pub control: Option<String>,
    /// The subject's name, or that of the evidence, request, term or part of an answer.
    pub name: String,
    /// What stood there; nothing when it is new.
    pub before: Option<String>,
    /// What stands there; nothing when it is gone.
    pub after: Option<String>,
}

impl Workbench {
    /// Compares a version that was made final with another one, or with the present state.
    pub fn compare(
        &mut self,
        assessment: AssessmentId,
        from: u32,
        to: Option<u32>,
    ) -> Result<Comparison, Error> {
        let present = self.dossier(assessment)?;
        let before = self.pinned(&present, from)?;
        let after = match to {
            Some(number) => Arc::new(self.pinned(&present, number)?),
            None => present,
        };
        Ok(compare(&before, &after))
    }

    /// Returns the state that a version pinned.
    fn pinned(&mut self, present: &Dossier, number: u32) -> Result<Dossier, Error> {
        let version = present.versions.iter().find(|v| v.number == number);
        let id = version.ok_or(Error::NotFound("version"))?.id.to_string();
        let snapshot: Snapshot = self.store.get(&id)?.ok_or(Error::NotFound("version"))?;
        let unreadable = |_| store::Error::Unreadable { kind: "snapshot" };
        let pinned: Pinned = serde_json::from_str(&snapshot.state).map_err(unreadable)?;
        let framework = &pinned.assessment.framework;
        let framework = self.frameworks.of(&framework.digest, &self.store)?;
        Ok(pinned.under(framework))
    }
}

/// A pinned state as it lies in the vault.
#[derive(Deserialize)]
struct Pinned {
    organisation: Organisation,
    assessment: Assessment,
    sites: Vec<Site>,
    systems: Vec<System>,
    vendors: Vec<Vendor>,
    people: Vec<Person>,
    answers: Vec<Answer>,
    observations: Vec<Observation>,
    evidence: Vec<Evidence>,
    links: Vec<EvidenceLink>,
    findings: Vec<Finding>,
    requests: Vec<EvidenceRequest>,
}

impl Pinned {
    fn under(self, framework: Arc<Framework>) -> Dossier {
        Dossier {
            framework,
            organisation: self.organisation,
            assessment: self.assessment,
            sites: self.sites,
            systems: self.systems,
            vendors: self.vendors,
            people: self.people,
            answers: self.answers,
            observations: self.observations,
            evidence: self.evidence,
            links: self.links,
            findings: self.findings,
            requests: self.requests,
            versions: Vec::new(),
        }
    }
}

/// Compares two states of one assessment.
fn compare(before: &Dossier, after: &Dossier) -> Comparison {
    let mut differences = said::terms(before, after);
    let mut of_controls = said::answers(before, after);
    of_controls.extend(course::observations(before, after));
    of_controls.extend(course::links(before, after));
    of_controls.extend(course::findings(before, after));
    of_controls.extend(course::requests(before, after));
    let controls = after.framework.controls().enumerate();
    let places: HashMap<&str, usize> = controls.map(|(at, c)| (c.id.as_str(), at)).collect();
    // The sort is stable: within a control, answers stand before what belongs to them.
    of_controls.sort_by_key(|d| {
        let control = d.control.as_deref().unwrap_or_default();
        places.get(control).copied().unwrap_or(usize::MAX)
    });
    differences.extend(of_controls);
    differences.extend(course::evidence(before, after));
    let figure = |dossier| score::standing(dossier).provisions.conformity;
    Comparison {
        differences,
        before: figure(before),
        after: figure(after),
    }
}

/// A record as it was and as it is; nothing where it is new or gone.
type Pair<'d, T> = (Option<&'d T>, Option<&'d T>);

/// Pairs what stands in two lists under the same key: those of the later state in their
/// order, then what is gone.
fn pairs<'d, T, K: Eq + Hash>(
    before: &'d [T],
    after: &'d [T],
    key: impl Fn(&T) -> K,
) -> Vec<Pair<'d, T>> {
    let mut old: HashMap<K, &T> = before.iter().map(|one| (key(one), one)).collect();
    let mut found: Vec<Pair<'d, T>> = (after.iter())
        .map(|new| (old.remove(&key(new)), Some(new)))
        .collect();
    let gone = before.iter().filter(|one| old.contains_key(&key(one)));
    found.extend(gone.map(|one| (Some(one), None)));
    found
}

/// Compares what two states say under the same names, line by line.
fn lines(
    what: DifferenceKind,
    control: Option<&str>,
    before: Vec<(String, String)>,
    after: Vec<(String, String)>,
) -> Vec<Difference> {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let (before, after) = (numbered(before), numbered(after));
    let found = pairs(&before, &after, |(place, _)| place.clone());
    let difference = |(old, new): Pair<'_, ((String, usize), String)>| {
        let ((name, _), _) = new.or(old)?;
        let (before, after) = (
            old.and_then(|(_, text)| some(text)),
            new.and_then(|(_, text)| some(text)),
        );
        (before != after).then(|| Difference {
            what,
            control: control.map(str::to_owned),
            name: name.clone(),
            before,
            after,
        })
    };
    found.into_iter().filter_map(difference).collect()
}

/// Tells lines of the same name apart by their turn.
fn numbered(lines: Vec<(String, String)>) -> Vec<((String, usize), String)> {
    let mut turns: HashMap<String, usize> = HashMap::new();
    let number = |(name, text): (String, String)| {
        let turn = turns.entry(name.clone()).or_default();
        *turn += 1;
        ((name, *turn), text)
    };
    lines.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(texts: &[&str]) -> Vec<(String, String)> {
        let texts = texts.iter();
        texts
            .map(|t| ("Approved by".to_owned(), (*t).to_owned()))
            .collect()
    }

    #[test]
    fn lines_of_the_same_name_are_compared_each_with_its_own() {
        let compare = |old: &[&str], new: &[&str]| {
            let found = lines(DifferenceKind::AnswerPart, None, named(old), named(new));
            let sides = |d: Difference| (d.before, d.after);
            found.into_iter().map(sides).collect::<Vec<_>>()
        };
        assert!(compare(&["Kim", ""], &["Kim", ""]).is_empty());
        assert!(compare(&["", "Kim"], &["", "Kim"]).is_empty());
        let changed = (Some("Kim".to_owned()), Some("Dana".to_owned()));
        assert_eq!(compare(&["", "Kim"], &["", "Dana"]), [changed]);
        assert_eq!(compare(&["Kim"], &[]), [(Some("Kim".to_owned()), None)]);
    }
}
