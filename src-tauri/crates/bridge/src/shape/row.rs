//! Controls as lines of a list.

use std::collections::{HashMap, HashSet};

use domain::answer::Subject;
use domain::dossier::Dossier;
use domain::finding::FindingStanding;
use domain::lookup::Lookup;
use domain::score::ItemStanding;

use crate::view::ControlRow;

/// Returns the controls that stand so, in the same order.
pub(crate) fn control_rows<'i>(
    dossier: &Dossier,
    items: impl IntoIterator<Item = &'i ItemStanding>,
) -> Vec<ControlRow> {
    let counted = Counted::of(dossier);
    let items = items.into_iter();
    items.map(|item| counted.row(item)).collect()
}

/// What belongs to each control, counted once for all of them.
struct Counted<'d> {
    lookup: Lookup<'d>,
    open_requests: HashMap<&'d str, u32>,
    worst: HashMap<&'d str, u8>,
    split: HashSet<&'d str>,
}

impl<'d> Counted<'d> {
    fn of(dossier: &'d Dossier) -> Self {
        let mut open_requests: HashMap<&str, u32> = HashMap::new();
        for request in dossier.requests.iter().filter(|r| r.course.state.is_open()) {
            *open_requests.entry(&request.control).or_default() += 1;
        }
        let mut worst: HashMap<&str, u8> = HashMap::new();
        let findings = dossier.findings.iter();
        for finding in findings.filter(|f| f.standing == FindingStanding::Open) {
            let severity = worst.entry(&finding.raised.control).or_default();
            *severity = finding.raised.severity.max(*severity);
        }
        let answers = dossier.answers.iter();
        Self {
            lookup: Lookup::of(dossier),
            open_requests,
            worst,
            split: answers
                .filter(|a| a.subject != Subject::All)
                .map(|a| a.control.as_str())
                .collect(),
        }
    }

    fn row(&self, item: &ItemStanding) -> ControlRow {
        let control = item.control.as_str();
        let answers = item
            .rows
            .iter()
            .map(|row| self.lookup.answer(control, row.subject));
        let answered = answers
            .clone()
            .all(|a| a.is_some_and(|a| a.words.implementation.is_some()));
        let mut words = answers.flatten().map(|a| &a.words);
        let mut said = Vec::new();
        for word in words.clone().filter_map(|w| w.implementation) {
            if !said.contains(&word) {
                said.push(word);
            }
        }
        let evidence: HashSet<_> = self.lookup.evidence(control).map(|(_, e)| e.id).collect();
        ControlRow {
            control: control.to_owned(),
            state: item.state,
            answered,
            words: said,
            value: item.value,
            assurance: item.assurance,
            flagged: words.clone().any(|w| w.flagged),
            noted: words.any(|w| !w.note.trim().is_empty()),
            evidence: u32::try_from(evidence.len()).unwrap_or(u32::MAX),
            open_requests: self.open_requests.get(control).copied().unwrap_or_default(),
            split: self.split.contains(control),
            finding: self.worst.get(control).copied(),
        }
    }
}
