//! The trail's entries as working papers print them.

use domain::id::OrganisationId;
use packet::part::TrailLine;
use store::{Chain, TrailFilter};

use crate::error::Error;
use crate::open::Workbench;
use crate::trail::Told;

/// Entries that are printed; whoever wants all of a longer trail exports it.
pub(super) const MOST_LINES: u32 = 2_000;

impl Workbench {
    /// Returns the last entries of an organisation's chain in words, the oldest first.
    pub(super) fn trail_lines(&mut self, of: OrganisationId) -> Result<Vec<TrailLine>, Error> {
        let filter = TrailFilter {
            chain: Some(Chain::Organisation(of)),
            ..TrailFilter::default()
        };
        let page = self.trail(&filter, 0, MOST_LINES)?;
        let lines = page.entries.into_iter().rev().map(|told| TrailLine {
            number: told.entry.place,
            at: told.entry.at,
            what: what(&told),
            who: told.who,
        });
        Ok(lines.collect())
    }
}

/// Says what an entry is about. The words of `ui/src/words/en/trail.ts`, for paper.
fn what(told: &Told) -> String {
    let (action, kind) = (told.entry.action.as_str(), told.entry.kind.as_str());
    let verb = match action {
        "add" => "Added",
        "change" => "Changed",
        "remove" => "Removed",
        "undo" => "Undid a change of",
        "redo" => "Did again a change of",
        "withdraw" => "Withdrew",
        "save-copy" => "Saved an open copy of",
        _ => {
            return match action {
                "print-packet" => "Wrote the audit packet".to_owned(),
                "print-paper" => "Printed the audit packet on paper".to_owned(),
                "print-plan" => "Wrote the evidence plan".to_owned(),
                "export-record" => "Wrote a packet of record".to_owned(),
                "export-trail" => "Saved the trail as a file".to_owned(),
                "export-bundle" => "Made a bundle for somebody else".to_owned(),
                "take-bundle" => "Took in a bundle".to_owned(),
                other => spoken(other),
            };
        }
    };
    let thing = match kind {
        "organisation" => "the organisation",
        "site" => "a site",
        "system" => "a system",
        "vendor" => "a vendor",
        "person" => "a person",
        "assessment" => "an assessment",
        "version" => "a version",
        "snapshot" => "the figures of a version",
        "answer" => "an answer",
        "working_note" => "a private note",
        "observation" => "an observation",
        "evidence" => "evidence",
        "evidence_link" => "a link to evidence",
        "evidence_request" => "a request",
        "finding" => "a finding",
        "retention" => "how long something is kept",
        "attachment" => "a sealed file",
        "packet_draft" => "what a packet consists of",
        "look" => "how documents look",
        "issue" => "an entry of the register of what was issued",
        "framework" => "a catalogue",
        other => &spoken(other).to_lowercase(),
    };
    match &told.about {
        Some(about) => format!("{verb} {thing}: {about}"),
        None => format!("{verb} {thing}"),
    }
}

/// A code that has no words, made readable.
fn spoken(code: &str) -> String {
    let text = code.replace(['-', '_'], " ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
