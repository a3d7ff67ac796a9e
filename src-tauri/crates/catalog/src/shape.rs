//! Faults of shape: each entry is read by itself, so that one fault does not hide the next.

use domain::framework::{
    AnswerWord, AssuranceRule, Band, Class, Code, Control, CoverageFloor, DatedFact,
    DecisionField, Duty, GapWording, Gate, ProfileQuestion, Provision, SeverityWord,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::fault::Fault;

/// Parses the file; the fault says line and column.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes).map_err(|error| {
        Fault::new(
            format!("line {}, column {}", error.line(), error.column()),
            "The file is not JSON from here on.",
        )
    })
}

/// What could not be read, and what the rest of the file may still name.
#[derive(Default)]
pub(crate) struct Unread {
    /// The faults.
    pub(crate) faults: Vec<Fault>,
    /// The ids of entries that were taken out.
    pub(crate) ids: Vec<String>,
}

/// Takes every entry out that cannot be read, so that the rest can be looked at.
pub(crate) fn take_out(value: &mut Value) -> Unread {
    let mut unread = Unread::default();
    unread.list::<Class>(value, "classes");
    unread.list::<AnswerWord>(value, "answers");
    unread.one::<AssuranceRule>(value, "assurance");
    unread.list::<Band>(value, "bands");
    unread.list::<Gate>(value, "gates");
    unread.one::<CoverageFloor>(value, "coverageFloor");
    unread.list::<GapWording>(value, "gapWording");
    unread.list::<ProfileQuestion>(value, "profile");
    unread.list::<DecisionField>(value, "decisionRecord");
    for codes in ["owners", "collections", "efforts", "designations"] {
        unread.list::<Code>(value, codes);
    }
    unread.list::<SeverityWord>(value, "severities");
    unread.list::<Provision>(value, "provisions");
    unread.list::<Duty>(value, "duties");
    unread.list::<DatedFact>(value, "facts");
    for (s, section) in entries(value, "sections") {
        for (p, part) in entries(section, "parts") {
            for (g, group) in entries(part, "groups") {
                let at = format!("sections[{s}].parts[{p}].groups[{g}].controls");
                unread.each::<Control>(group, "controls", &at);
            }
        }
    }
    unread
}

fn entries<'v>(
    value: &'v mut Value,
    name: &str,
) -> impl Iterator<Item = (usize, &'v mut Value)> {
    value
        .get_mut(name)
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .enumerate()
}

impl Unread {
    fn list<T: DeserializeOwned>(&mut self, value: &mut Value, name: &str) {
        self.each::<T>(value, name, name);
    }

    fn one<T: DeserializeOwned>(&mut self, value: &Value, name: &str) {
        if let Some(Err(error)) = value.get(name).map(|entry| T::deserialize(entry)) {
            let sentence = format!("It cannot be read: {error}.");
            self.faults.push(Fault::new(name, sentence));
        }
    }

    fn each<T: DeserializeOwned>(&mut self, value: &mut Value, name: &str, at: &str) {
        let Some(list) = value.get_mut(name).and_then(Value::as_array_mut) else {
            return;
        };
        let mut index = 0;
        list.retain(|entry| {
            let read = T::deserialize(entry);
            if let Err(error) = &read {
                let known = entry.get("id").or_else(|| entry.get("citation"));
                let known = known.and_then(Value::as_str);
                let place = match known {
                    Some(id) => format!("{at}[{index}] ({id})"),
                    None => format!("{at}[{index}]"),
                };
                let sentence = format!("It cannot be read: {error}.");
                self.faults.push(Fault::new(place, sentence));
                self.ids.extend(known.map(str::to_owned));
            }
            index += 1;
            read.is_ok()
        });
    }
}
