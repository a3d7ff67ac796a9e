//! The schema beside the catalogues says the same as the reader.

use serde_json::{Map, Value, json};

use crate::{built_in, check};

const SCHEMA: &[u8] = include_bytes!("../../../../../assets/catalogs/catalog.schema.json");

/// Holds a value to a schema, for the keywords that this schema uses.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let rules = schema.as_object().unwrap();
    for (keyword, rule) in rules {
        let holds = match keyword.as_str() {
            "description" | "title" | "$schema" | "$id" | "$defs" | "properties" => true,
            "type" => is_a(rule.as_str().unwrap(), value),
            "format" => value.as_str().is_some_and(|s| s.len() == 10),
            "const" => rule == value,
            "minLength" => value.as_str().map(|s| s.len() as u64) >= rule.as_u64(),
            "minItems" => value.as_array().map(|a| a.len() as u64) >= rule.as_u64(),
            "minimum" => value.as_f64() >= rule.as_f64(),
            "maximum" => value.as_f64() <= rule.as_f64(),
            "$ref" => {
                let target = rule.as_str().unwrap().trim_start_matches('#');
                faults(root, root.pointer(target).unwrap(), value, at, found);
                true
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults(root, rule, item, &format!("{at}[{index}]"), found);
                }
                true
            }
            "required" => {
                let names = rule.as_array().unwrap().iter();
                names
                    .map(|n| n.as_str().unwrap())
                    .all(|n| value.get(n).is_some())
            }
            "additionalProperties" => {
                let known = schema["properties"].as_object().unwrap();
                let fields = value.as_object().into_iter().flatten();
                fields.into_iter().all(|(name, _)| known.contains_key(name))
            }
            "oneOf" => {
                let matching = rule.as_array().unwrap().iter().filter(|one| {
                    let mut inner = Vec::new();
                    faults(root, one, value, at, &mut inner);
                    inner.is_empty()
                });
                matching.count() == 1
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !holds {
            found.push(format!("{at}: {keyword}"));
        }
    }
    for (name, rule) in rules
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        if let Some(field) = value.get(name) {
            faults(root, rule, field, &format!("{at}.{name}"), found);
        }
    }
}

fn is_a(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("the schema uses the type {other}, which this test does not know"),
    }
}

fn against_schema(catalogue: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_slice(SCHEMA).unwrap();
    let mut found = Vec::new();
    faults(&schema, &schema, catalogue, "catalogue", &mut found);
    found
}

#[test]
fn the_built_in_catalogue_keeps_to_the_schema() {
    let found = against_schema(&built_in());
    assert!(found.is_empty(), "{found:#?}");
}

/// Returns the pointer to each kind of object once: the deepest that holds all its fields.
fn samples(value: &Value, at: &str, seen: &mut Map<String, Value>) {
    if let Some(object) = value.as_object() {
        let kind = at.replace(|c: char| c.is_ascii_digit(), "");
        let variant = object.get("type").and_then(Value::as_str).unwrap_or("");
        let known = seen.entry(format!("{kind} {variant}")).or_insert(json!(""));
        let fields = |at: &str| {
            built_in()
                .pointer(at)
                .map_or(0, |v| v.as_object().unwrap().len())
        };
        if known == "" || fields(known.as_str().unwrap()) < object.len() {
            *known = json!(at);
        }
        for (name, field) in object {
            samples(field, &format!("{at}/{name}"), seen);
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate().take(6) {
        samples(item, &format!("{at}/{index}"), seen);
    }
}

#[test]
fn a_field_that_the_schema_requires_is_one_that_the_reader_requires() {
    let whole = built_in();
    let mut seen = Map::new();
    samples(&whole, "", &mut seen);
    assert!(seen.len() > 25, "{:?}", seen.keys());
    for at in seen.values().map(|v| v.as_str().unwrap()) {
        let names: Vec<String> = whole
            .pointer(at)
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        for name in names {
            let mut catalogue = whole.clone();
            let object = catalogue.pointer_mut(at).unwrap().as_object_mut().unwrap();
            object.remove(&name);
            let by_schema = !against_schema(&catalogue).is_empty();
            let by_reader = check(&catalogue)
                .iter()
                .any(|f| f.sentence.contains("read"));
            assert_eq!(
                by_schema, by_reader,
                "{at}/{name}: schema and reader differ"
            );
        }
    }
}

#[test]
fn a_field_that_nobody_knows_is_refused_by_both() {
    let mut catalogue = built_in();
    catalogue["sections"][0]["parts"][0]["groups"][0]["controls"][0]["colour"] = json!("green");
    assert!(!against_schema(&catalogue).is_empty());
    assert!(!check(&catalogue).is_empty());
}

#[test]
fn what_the_schema_bounds_the_reader_bounds() {
    let control = "/sections/0/parts/0/groups/0/controls/0";
    let cases = [
        (format!("{control}/severity"), json!(9)),
        (format!("{control}/citation"), json!("")),
        (format!("{control}/evidence"), json!([])),
        (format!("{control}/evidence/0/owners"), json!([])),
        (format!("{control}/procedures/0/text"), json!("")),
        ("/answers/0/value".to_owned(), json!(2)),
        ("/assurance/factors".to_owned(), json!([])),
        ("/assurance/staleFactor".to_owned(), json!(-1)),
        ("/determinationCap".to_owned(), json!(2)),
        ("/coverageFloor/below".to_owned(), json!(900)),
        ("/profile/0/options".to_owned(), json!([])),
        ("/sections/0/title".to_owned(), json!("")),
        ("/sections".to_owned(), json!([])),
        ("/facts/0/source".to_owned(), json!("")),
        ("/duties/0/why".to_owned(), json!("")),
    ];
    for (at, value) in cases {
        let mut catalogue = built_in();
        *catalogue.pointer_mut(&at).unwrap() = value;
        assert!(
            !against_schema(&catalogue).is_empty(),
            "{at} passes the schema"
        );
        assert!(!check(&catalogue).is_empty(), "{at} passes the reader");
    }
}
