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

/// Returns the faults of every entry that cannot be read.
pub(crate) fn check(value: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    list::<Class>(value, "classes", &mut faults);
    list::<AnswerWord>(value, "answers", &mut faults);
    one::<AssuranceRule>(value, "assurance", &mut faults);
    list::<Band>(value, "bands", &mut faults);
    list::<Gate>(value, "gates", &mut faults);
    one::<CoverageFloor>(value, "coverageFloor", &mut faults);
    list::<GapWording>(value, "gapWording", &mut faults);
    list::<ProfileQuestion>(value, "profile", &mut faults);
    list::<DecisionField>(value, "decisionRecord", &mut faults);
    for codes in ["owners", "collections", "efforts", "designations"] {
        list::<Code>(value, codes, &mut faults);
    }
    list::<SeverityWord>(value, "severities", &mut faults);
    list::<Provision>(value, "provisions", &mut faults);
    list::<Duty>(value, "duties", &mut faults);
    list::<DatedFact>(value, "facts", &mut faults);
    for (s, section) in entries(value, "sections") {
        for (p, part) in entries(section, "parts") {
            for (g, group) in entries(part, "groups") {
                let at = format!("sections[{s}].parts[{p}].groups[{g}].controls");
                each::<Control>(group, "controls", &at, &mut faults);
            }
        }
    }
    faults
}

fn entries<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = (usize, &'v Value)> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate()
}

fn list<T: DeserializeOwned>(value: &Value, name: &str, faults: &mut Vec<Fault>) {
    each::<T>(value, name, name, faults);
}

fn one<T: DeserializeOwned>(value: &Value, name: &str, faults: &mut Vec<Fault>) {
    if let Some(Err(error)) = value.get(name).map(|entry| T::deserialize(entry)) {
        faults.push(Fault::new(name, format!("It cannot be read: {error}.")));
    }
}

fn each<T: DeserializeOwned>(value: &Value, name: &str, at: &str, faults: &mut Vec<Fault>) {
    for (index, entry) in entries(value, name) {
        if let Err(error) = T::deserialize(entry) {
            let known = entry
                .get("id")
                .or_else(|| entry.get("citation"))
                .and_then(Value::as_str);
            let place = match known {
                Some(id) => format!("{at}[{index}] ({id})"),
                None => format!("{at}[{index}]"),
            };
            faults.push(Fault::new(place, format!("It cannot be read: {error}.")));
        }
    }
}
