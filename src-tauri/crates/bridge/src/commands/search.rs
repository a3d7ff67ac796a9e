//! Finding anything.

use workbench::host::Host;

use crate::desk::Desk;
use crate::request::*;
use crate::view::*;

use super::Answered;

/// Searches the vault, or one assessment.
pub fn search(desk: &Desk, _: &dyn Host, request: SearchRequest) -> Answered<SearchView> {
    let found = desk.with(|w| w.search(&request.text, request.assessment))?;
    Ok(SearchView {
        finds: found.finds.into_iter().map(shown).collect(),
        more: found.more,
    })
}

fn shown(find: workbench::Find) -> Find {
    Find {
        kind: find.kind,
        id: find.id,
        organisation: find.organisation,
        organisation_name: find.organisation_name,
        assessment: find.assessment,
        assessment_title: find.assessment_title,
        control: find.control,
        subject: find.subject,
        title: find.title,
        snippet: find
            .snippet
            .into_iter()
            .map(|span| FindSpan {
                text: span.text,
                found: span.found,
            })
            .collect(),
    }
}
