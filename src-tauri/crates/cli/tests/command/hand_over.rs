//! Bundles, retention and the end of a client, from the command line.

use std::fs;

use crate::place::*;

const SECRET: &str = "another battery staple horse\n";

#[test]
fn a_bundle_is_made_looked_into_and_taken_into_another_vault() {
    let (place, id) = Place::with_sample("bundle");
    let other = Place::new("bundle_theirs");
    place.file("secret", SECRET);
    let made = place.run(&format!(
        "bundle make ... --assessment {id} --out handed.over --bundle-passphrase-file secret"
    ));
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let bytes = fs::read(place.0.join("handed.over")).unwrap();
    assert_eq!(made.out.trim(), vault::hex(&vault::sha256(&bytes)));

    other.file("handed.over", &bytes);
    other.file("secret", SECRET);
    let passphrase = vault::Passphrase::given(PASSPHRASE.into());
    let theirs = workbench::Workbench::create(&other.vault(), &passphrase, "Kim", &work());
    theirs.unwrap().close().unwrap();
    let words = "... --from handed.over --bundle-passphrase-file secret";
    let [looked] = &other.json(&format!("bundle look {words}"))[..] else {
        panic!("one row")
    };
    assert_eq!(
        (&looked["id"], &looked["refused"]),
        (&id.into(), &().into())
    );
    assert_eq!(other.json("assessments ...").len(), 0);
    assert_eq!(
        other.json(&format!("bundle open {words}")),
        std::slice::from_ref(looked)
    );
    assert_eq!(other.json("assessments ...").len(), 1);

    let twice = other.run(&format!("bundle open {words}"));
    assert_eq!(twice.code, 1);
    assert!(
        twice.err.contains("has the assessment already"),
        "{}",
        twice.err
    );
    let wrong = other.run("bundle look ... --from handed.over --bundle-passphrase-file pw");
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("(B3)"), "{}", wrong.err);
}

#[test]
fn a_client_is_held_released_and_destroyed_with_a_certificate() {
    let (place, _) = Place::with_sample("destroy");
    let [assessment] = &place.json("assessments ...")[..] else {
        panic!("one assessment")
    };
    let name = assessment["organisation"].as_str().unwrap();
    let run = |words: &[&str]| place.run_words(words);
    let set = |more: &[&str]| {
        let words = ["retention", "set", "...", "--organisation", name];
        let ended = run(&[&words, more].concat());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{more:?}");
    };
    let destroy = |more: &[&str]| {
        let words = [
            "destroy",
            "...",
            "--organisation",
            name,
            "--name",
            name,
            "--reason",
            "It ended.",
            "--certificate",
            "end.pdf",
        ];
        run(&[&words, more].concat())
    };
    set(&["--hold", "Case 26-114"]);
    let held = destroy(&["--early"]);
    assert_eq!(held.code, 1);
    assert!(held.err.contains("Case 26-114"), "{}", held.err);
    assert!(!place.0.join("end.pdf").exists());
    set(&["--release", "--contract-until", "2020-01-01"]);
    let shown = run(&["retention", "show", "...", "--organisation", name, "--json"]);
    assert!(shown.err.contains("164.316(b)(2)(i)"), "{}", shown.err);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&shown.out).unwrap();
    assert!(rows.iter().any(|row| row["id"] == "assessment"), "{rows:?}");
    let done = destroy(&[]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("Backups"), "{}", done.err);
    let bytes = fs::read(place.0.join("end.pdf")).unwrap();
    assert!(
        done.out.starts_with(&vault::hex(&vault::sha256(&bytes))),
        "{}",
        done.out
    );
    assert_eq!(place.json("assessments ...").len(), 0);
    let check = place.run("vault check ...");
    assert_eq!(check.code, 0, "{}", check.out);
}
