//! The due dates as entries for a calendar (RFC 5545).

use domain::request::EvidenceRequest;
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Property};

use crate::Error;
use crate::plan::{Plan, collection, whom, written};

/// No line of an entry is longer: a calendar shows the beginning.
const LONGEST: usize = 300;

/// Returns the due dates as a calendar: one entry for each request that has one. What is done
/// is cancelled, so that a calendar that took it in before lets it go.
pub fn calendar(plan: &Plan<'_>) -> Result<Vec<u8>, Error> {
    let mut calendar = Calendar::empty();
    let organisation = line(&plan.dossier.organisation.name);
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Auscult//Evidence plan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    // Other programs know a calendar's name by this one alone, and it is escaped.
    let name = format!("Evidence plan, {organisation}");
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    for request in &plan.dossier.requests {
        if let Some(event) = entry(plan, request) {
            calendar.push(event);
        }
    }
    let mut text = String::new();
    use std::fmt::Write;
    write!(text, "{calendar}")?;
    Ok(text.into_bytes())
}

fn entry(plan: &Plan<'_>, request: &EvidenceRequest) -> Option<Event> {
    let due = request.course.due?;
    let dossier = plan.dossier;
    let control = dossier.framework.control(&request.control);
    let label = control.map(|c| c.label.as_str()).unwrap_or_default();
    let mut lines = vec![format!("Control {}: {}", request.control, line(label))];
    for (name, value) in [
        ("Whom to ask", whom(dossier, request)),
        ("How", collection(dossier, request)),
    ] {
        if !value.trim().is_empty() {
            lines.push(format!("{name}: {}", line(&value)));
        }
    }
    lines.push("Please send no patient data.".to_owned());
    let (wanted, control) = (line(&request.artefact), &request.control);
    let status = if request.course.state.is_open() {
        EventStatus::Confirmed
    } else {
        EventStatus::Cancelled
    };
    // A later plan replaces an earlier one (RFC 5545, 3.8.7.4): its minutes only grow.
    let minutes = plan.now.timestamp() / 60;
    let mut event = Event::new();
    event
        .uid(&request.id.to_string())
        .timestamp(plan.now)
        .sequence(u32::try_from(minutes).unwrap_or_default())
        .summary(&format!("Evidence due: {wanted} ({control})"))
        .description(&lines.join("\n"))
        .class(Class::Private)
        // A day without an end is that day (RFC 5545, 3.6.1); an end on it would be none.
        .starts(due)
        .status(status)
        // A due day keeps nobody from anything else.
        .add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// Returns text as one short line.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = written(&words.join(" "));
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST).chain(['…']).collect()
}
