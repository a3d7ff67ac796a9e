//! The trail from the command line.

use std::fs;

use serde_json::Value;

use crate::place::*;

#[test]
fn the_trail_is_verified_shown_and_exported() {
    let (place, id) = Place::with_sample("trail");
    let answer = format!("answer ... --assessment {id} --control TEC-EN-3 --note Seen");
    assert_eq!(place.run(&answer).code, 0);
    let [verified] = &place.json("trail verify ...")[..] else {
        panic!("one row")
    };
    assert_eq!(verified["state"], "sound");
    assert_eq!(verified["first"], Value::Null);
    assert!(verified["signatures"].as_u64().unwrap() >= 3);
    let said = place.run("trail verify ...").out;
    assert!(said.contains("What no such look can see"), "{said}");

    let rows = place.json("trail show ... --action unlock --take 2");
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0]["id"].as_u64() > rows[1]["id"].as_u64(),
        "newest first"
    );
    assert_eq!(rows[0]["action"], "unlock");
    let number = rows[1]["id"].as_u64().unwrap();
    let [one] = &place.json(&format!("trail show ... {number}"))[..] else {
        panic!("one row")
    };
    assert_eq!(one["id"], number);
    assert!(one["signedEntries"].as_u64().unwrap() >= number);
    assert!(!one["proof"].as_array().unwrap().is_empty());
    assert!(
        place
            .run(&format!("trail show ... {number}"))
            .out
            .contains("signedBy")
    );

    for name in ["trail.csv", "trail.json"] {
        let exported = place.run(&format!("trail export ... --out {name}"));
        assert_eq!((exported.code, exported.err.as_str()), (0, ""));
        let bytes = fs::read(place.0.join(name)).unwrap();
        assert_eq!(exported.out.trim(), vault::hex(&vault::sha256(&bytes)));
    }
    let later = place.json("trail show ... --from 2999-01-01");
    assert_eq!(later.len(), 0);
}

#[test]
fn strict_is_a_choice_that_is_said() {
    let (place, _) = Place::with_sample("strict");
    for (words, state) in [
        ("vault strict ...", "off\n"),
        ("vault strict ... on", "on\n"),
        ("vault strict ...", "on\n"),
        ("vault strict ... off", "off\n"),
    ] {
        let ended = place.run(words);
        assert_eq!(
            (ended.code, ended.out.as_str()),
            (0, state),
            "{words}: {ended:?}"
        );
    }
}

#[test]
fn words_that_are_off_are_told_before_anything_is_tried() {
    let (place, _) = Place::with_sample("trail-words");
    for words in [
        "vault strict ... perhaps",
        "trail show ... seven",
        "trail show ... --take many",
        "trail show ... --from yesterday",
        "trail show ... --organisation 7",
        "trail export ...",
    ] {
        assert_eq!(place.run(words).code, 2, "{words}");
    }
}
