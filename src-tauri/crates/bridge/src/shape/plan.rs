//! The evidence plan, and what a bulk answer, changed terms and two versions come to.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::dossier::Dossier;
use domain::request::{self, EvidenceRequest};
use domain::terms::{TermsChange, TouchedAnswer};
use workbench::{BulkRow as Row, Comparison, Difference};

use crate::view::*;

pub(crate) fn requests(dossier: &Dossier, today: NaiveDate) -> RequestsView {
    let controls = dossier.framework.controls().enumerate();
    let places: HashMap<&str, usize> = controls.map(|(at, c)| (c.id.as_str(), at)).collect();
    let mut requests = dossier.requests.clone();
    requests.sort_by_cached_key(|r| (places.get(r.control.as_str()).copied(), r.id));
    let mut missing: Vec<String> = (request::unasked(dossier).into_iter())
        .map(|r| r.control)
        .collect();
    missing.dedup();
    RequestsView {
        settles: settles(&requests),
        requests,
        missing,
        today,
        people: dossier.people.clone(),
    }
}

/// Returns the artefacts that open requests of several controls name, whatever their spelling
/// in capitals and blanks.
fn settles(requests: &[EvidenceRequest]) -> Vec<Settles> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut found: Vec<Settles> = Vec::new();
    for request in requests.iter().filter(|r| r.course.state.is_open()) {
        let words: Vec<&str> = request.artefact.split_whitespace().collect();
        let name = words.join(" ").to_lowercase();
        let at = *places.entry(name).or_insert(found.len());
        if at == found.len() {
            found.push(Settles {
                artefact: request.artefact.clone(),
                controls: Vec::new(),
                requests: Vec::new(),
            });
        }
        if let Some(artefact) = found.get_mut(at) {
            // Requests stand in the order of their controls.
            if artefact.controls.last() != Some(&request.control) {
                artefact.controls.push(request.control.clone());
            }
            artefact.requests.push(request.id);
        }
    }
    found.retain(|artefact| artefact.controls.len() > 1);
    found
}

pub(crate) fn bulk(dossier: &Dossier, rows: Vec<Row>) -> BulkView {
    let row = |row: Row| BulkRow {
        subject_name: dossier.subject_name(row.subject),
        before: row.before.as_ref().and_then(|words| words.implementation),
        after: row.after.implementation,
        changes: row.changes(),
        control: row.control,
        subject: row.subject,
        refused: row.refused.unwrap_or_default(),
    };
    BulkView {
        rows: rows.into_iter().map(row).collect(),
    }
}

pub(crate) fn terms(dossier: &Dossier, change: TermsChange) -> TermsView {
    let row = |touched: TouchedAnswer| TermsRow {
        subject_name: dossier.subject_name(touched.subject),
        control: touched.control,
        subject: touched.subject,
        effect: touched.effect,
        implementation: touched.implementation,
    };
    TermsView {
        rows: change.touched.into_iter().map(row).collect(),
        added: change.added,
        gone: change.gone,
        before: change.before,
        after: change.after,
    }
}

pub(crate) fn comparison(comparison: Comparison) -> CompareView {
    let row = |difference: Difference| DifferenceRow {
        what: difference.what,
        control: difference.control,
        name: difference.name,
        before: difference.before,
        after: difference.after,
    };
    CompareView {
        rows: comparison.differences.into_iter().map(row).collect(),
        before: comparison.before,
        after: comparison.after,
    }
}
