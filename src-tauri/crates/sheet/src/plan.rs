//! What is written of a plan, as text.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::answer::Subject;
use domain::dossier::Dossier;
use domain::packet::PaperSize;
use domain::request::{EvidenceRequest, Origin};

use crate::column::Column;

/// An evidence plan that is written.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The assessment.
    pub dossier: &'a Dossier,
    /// Who makes it, and gets it back.
    pub by: &'a str,
    /// The paper that it may be printed on.
    pub paper: PaperSize,
    /// The moment at which it is made.
    pub now: DateTime<Utc>,
}

/// A sheet of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Sorted by whom to ask.
    ByOwner,
    /// Sorted by control.
    ByControl,
}

impl Layout {
    /// Both sheets, in order.
    pub const ALL: [Self; 2] = [Self::ByOwner, Self::ByControl];

    /// Returns the sheet's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::ByOwner => "By owner",
            Self::ByControl => "By control",
        }
    }

    /// Returns its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::ByOwner => &Column::BY_OWNER,
            Self::ByControl => &Column::BY_CONTROL,
        }
    }

    /// Returns the requests in the order of this sheet.
    pub(crate) fn requests(self, dossier: &Dossier) -> Vec<&EvidenceRequest> {
        let controls = dossier.framework.controls().enumerate();
        let places: HashMap<&str, usize> =
            controls.map(|(at, c)| (c.id.as_str(), at)).collect();
        let mut requests: Vec<&EvidenceRequest> = dossier.requests.iter().collect();
        let place = |r: &EvidenceRequest| {
            let at = places.get(r.control.as_str());
            (at.copied().unwrap_or(usize::MAX), r.id)
        };
        requests.sort_by_cached_key(|r| place(r));
        if self == Self::ByOwner {
            requests.sort_by_cached_key(|r| asked(dossier, r));
        }
        requests
    }
}

/// Sorts by the person to ask, then by the roles that usually have it where nobody is named.
fn asked(dossier: &Dossier, request: &EvidenceRequest) -> (bool, String) {
    let named = whom(dossier, request);
    if named.trim().is_empty() {
        (true, holder(dossier, request).to_lowercase())
    } else {
        (false, named.to_lowercase())
    }
}

/// Returns whom to ask: the person's name, or the words that were written.
pub fn whom(dossier: &Dossier, request: &EvidenceRequest) -> String {
    let person = dossier
        .people
        .iter()
        .find(|p| Some(p.id) == request.course.person);
    person.map_or_else(|| request.course.ask.clone(), |p| p.name.clone())
}

/// Returns what stands in a cell, as text; a day as ISO 8601 has it.
pub fn text(column: Column, dossier: &Dossier, request: &EvidenceRequest) -> String {
    let course = &request.course;
    written(&match column {
        Column::Whom => whom(dossier, request),
        Column::Control => request.control.clone(),
        Column::Wanted => request.artefact.clone(),
        Column::Why => why(dossier, request),
        Column::Holder => holder(dossier, request),
        Column::Due => course.due.map(|due| due.to_string()).unwrap_or_default(),
        Column::State => course.state.word().to_owned(),
        Column::Reason => course.reason.clone(),
        Column::Remark => course.remark.clone(),
        Column::Row => request.id.to_string(),
    })
}

/// The most that a cell can hold is 32,767 signs of two bytes (Microsoft's limits of Excel).
const LONGEST: usize = 32_000;

/// Returns text as a cell can hold it: without signs that XML has no place for, lines ended in
/// one way, and cut where a cell ends.
pub fn written(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut room = LONGEST;
    let mut kept = String::new();
    for c in text.trim().chars() {
        let c = if c == '\r' { '\n' } else { c };
        if (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}') {
            continue;
        }
        let Some(left) = room.checked_sub(c.len_utf16()) else {
            kept.push('…');
            break;
        };
        room = left;
        kept.push(c);
    }
    kept
}

fn why(dossier: &Dossier, request: &EvidenceRequest) -> String {
    let control = dossier.framework.control(&request.control);
    let label = control.map(|c| c.label.as_str()).unwrap_or_default();
    let mut why = match request.origin {
        Origin::Catalogue => label.to_owned(),
        Origin::Unknown => format!("Nobody knew the answer on: {label}"),
        Origin::Person => format!("Asked by the assessor on: {label}"),
    };
    if request.subject != Subject::All {
        why.push_str("\nFor: ");
        why.push_str(&dossier.subject_name(request.subject));
    }
    why
}

fn holder(dossier: &Dossier, request: &EvidenceRequest) -> String {
    let owners = &dossier.framework.owners;
    let label = |code: &String| {
        let found = owners.iter().find(|owner| owner.id == *code);
        found.map_or_else(|| code.clone(), |owner| owner.label.clone())
    };
    let labels: Vec<String> = request.owners.iter().map(label).collect();
    labels.join(" or ")
}

/// Returns how a request is collected, in words.
pub(crate) fn collection(dossier: &Dossier, request: &EvidenceRequest) -> String {
    let known = &dossier.framework.collections;
    let found = known.iter().find(|c| c.id == request.collection);
    found.map(|c| c.label.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_cannot_hold_is_left_out_and_what_is_too_long_is_cut() {
        for (text, kept) in [
            ("a\r\nb\rc\u{0}\u{7}\u{1b}d\u{ffff}", "a\nb\ncd"),
            ("  =SUM(A1) ", "=SUM(A1)"),
            ("", ""),
            (" \n ", ""),
            ("\u{1f3e5}", "\u{1f3e5}"),
        ] {
            assert_eq!(written(text), kept, "{text:?}");
        }
        let long = written(&"\u{1f3e5}".repeat(20_000));
        assert_eq!(long.encode_utf16().count(), LONGEST + 1);
        assert!(long.ends_with('…'));
        assert_eq!(written(&long), long, "written twice is written once");
    }
}
