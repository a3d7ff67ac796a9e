//! What each command does when all is well.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::place::*;

#[test]
fn a_vault_is_made_and_checked() {
    let place = Place::new("create");
    let made = place.run_words(&["vault", "create", "...", "--person", "Robin Ashdown"]);
    assert_eq!(
        (made.code, made.out.as_str(), made.err.as_str()),
        (0, "", "")
    );
    let lines = place.json("vault check ...");
    assert!(
        lines.iter().all(|line| line["state"] == "sound"),
        "{lines:?}"
    );
    assert_eq!(place.json("assessments ...").len(), 0);
}

#[test]
fn the_sample_is_made_by_one_command() {
    let place = Place::new("sample");
    let made = place.run("sample ...");
    assert_eq!((made.code, made.err.as_str()), (0, ""));
    let [assessment] = &place.json("assessments ...")[..] else {
        panic!("one assessment")
    };
    assert_eq!(assessment["controls"], 74);
}

#[test]
fn a_whole_assessment_is_done_from_the_command_line() {
    let (place, id) = Place::with_sample("journey");
    let answer = [
        "answer",
        "...",
        "--assessment",
        &id,
        "--control",
        "TEC-EN-3",
    ];
    let note = "A note with \u{1f3e5}, العربية and\na second line";
    let words = [
        &answer[..],
        &["--implementation", "partial", "--note", note],
    ]
    .concat();
    let answered = place.run_words(&words);
    assert_eq!(
        (answered.code, answered.err.as_str()),
        (0, ""),
        "{answered:?}"
    );
    let mut workbench = place.unlock();
    let dossier = workbench.dossier(id.parse().unwrap()).unwrap();
    let written = dossier
        .answer("TEC-EN-3", domain::answer::Subject::All)
        .unwrap();
    assert_eq!(written.words.note, note);
    workbench.close().unwrap();

    // A second word changes the answer and keeps the note.
    let words = [&answer[..], &["--implementation", "not-implemented"]].concat();
    assert_eq!(place.run_words(&words).code, 0);
    let found = place.json(&format!("findings ... --assessment {id}"));
    let gap = found.iter().find(|f| f["control"] == "TEC-EN-3").unwrap();
    assert_eq!(gap["kind"], "gap");
    let mut workbench = place.unlock();
    let dossier = workbench.dossier(id.parse().unwrap()).unwrap();
    let written = dossier
        .answer("TEC-EN-3", domain::answer::Subject::All)
        .unwrap();
    assert_eq!(written.words.note, note);
    workbench.close().unwrap();

    place.file("scan.pdf", b"%PDF-1.7 a scan");
    place.file("same.pdf", b"%PDF-1.7 a scan");
    let attach = format!("attach ... --assessment {id} --control TEC-EN-3 scan.pdf same.pdf");
    let attached = place.json(&attach);
    assert_eq!(attached[0]["outcome"], "added");
    assert_eq!(attached[1]["outcome"], "already there");
    assert_eq!(attached[0]["id"], attached[1]["id"]);
    let sha256 = vault::hex(&vault::sha256(b"%PDF-1.7 a scan"));
    assert_eq!(attached[0]["sha256"], sha256);

    for (command, file) in [("packet", "packet.pdf"), ("evidence-plan", "plan.pdf")] {
        let printed = place.run(&format!("{command} ... --assessment {id} --out {file}"));
        assert_eq!(printed.code, 0, "{printed:?}");
        let bytes = fs::read(place.0.join(file)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        assert!(printed.out.starts_with(&vault::hex(&vault::sha256(&bytes))));
    }
    let again = place.run(&format!(
        "packet ... --assessment {id} --out packet.pdf --paper a4"
    ));
    assert_eq!(again.code, 0);
    let last = again.err.lines().next_back().unwrap();
    assert_eq!(last, "A file of that name was there and was replaced.");
    let checked = place.run("vault check ...");
    assert_eq!(checked.code, 0, "{checked:?}");
}

/// README.md is the promise; the program keeps it.
#[test]
fn the_names_of_every_json_are_those_of_the_readme() {
    let (place, id) = Place::with_sample("names");
    place.file("file.txt", b"bytes");
    let out = format!("packet ... --assessment {id} --audience leadership --out short.pdf");
    assert_eq!(place.run(&out).code, 0);
    let readme = include_str!("../../README.md");
    let promised = |command: &str| -> Vec<String> {
        let begin = format!("| `{command}` | ");
        let line = readme
            .lines()
            .find_map(|line| line.strip_prefix(&begin))
            .unwrap();
        line.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    for (command, words) in [
        ("vault check", "vault check ...".to_owned()),
        ("assessments", "assessments ...".to_owned()),
        (
            "attach",
            format!("attach ... --assessment {id} --control TEC-EN-3 file.txt"),
        ),
        ("score", format!("score ... --assessment {id}")),
        ("findings", format!("findings ... --assessment {id}")),
        ("requests", format!("requests ... --assessment {id}")),
        ("issued", format!("issued ... --assessment {id}")),
        ("catalog show", "catalog show".to_owned()),
    ] {
        let rows = place.json(&words);
        assert!(!rows.is_empty(), "{command}");
        for row in &rows {
            assert_eq!(names(row), promised(command), "{command}");
            assert_eq!(names(row)[0], "id");
        }
        let set = place.run(&words);
        let header = set.out.lines().next().unwrap_or_default().to_owned();
        assert!(
            command == "catalog show" || header.starts_with("id  "),
            "{header}"
        );
    }
}

#[test]
fn a_figure_never_stands_without_what_it_is() {
    let (place, id) = Place::with_sample("figures");
    let rows = place.json(&format!("score ... --assessment {id}"));
    let disclaimer = "Readiness estimate, not a certification or legal finding";
    assert!(
        rows.iter()
            .all(|row| row["disclaimer"].as_str().unwrap().starts_with(disclaimer))
    );
    assert!(rows[0]["word"].is_string() && rows[1]["word"].is_null());
    let set = place.run(&format!("score ... --assessment {id}"));
    assert!(set.out.contains(disclaimer));
}

#[test]
fn the_passphrase_comes_from_a_file_or_from_standard_input() {
    let (place, _) = Place::with_sample("stdin");
    let words = [
        "assessments",
        "--vault",
        "demo.auscult",
        "--passphrase-file",
        "-",
        "--json",
    ];
    let mut child = place
        .command(&words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(PASSPHRASE.as_bytes())
        .unwrap();
    let ended = Ended::of(child.wait_with_output().unwrap());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let rows: Vec<Value> = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(rows.len(), 1);
}

#[test]
fn the_catalogue_is_shown_checked_and_printed_without_a_vault() {
    let place = Place::new("catalogue");
    let tree = place.run("catalog show");
    assert!(tree.out.contains("TEC-EN-3"));
    let one = place.run("catalog show TEC-EN-3");
    assert!(one.out.starts_with("TEC-EN-3 ") && one.out.contains("45 CFR"));
    let rows = place.json("catalog show TEC-EN-3");
    assert_eq!((rows.len(), names(&rows[0])[0]), (1, "id"));
    let printed = place.run("catalog print --out checklist.pdf");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert!(
        fs::read(place.0.join("checklist.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );
    place.file("good.json", catalog::BUILT_IN);
    let checked = place.run("catalog check good.json");
    assert_eq!(
        (checked.code, checked.out.trim()),
        (0, "No fault was found.")
    );
    let bad = String::from_utf8(catalog::BUILT_IN.to_vec()).unwrap();
    let bad = bad.replacen("\"id\": \"TEC-EN-3\"", "\"id\": \"TEC-EN-4\"", 1);
    place.file("bad.json", bad);
    let checked = place.run("catalog check bad.json");
    assert_eq!(checked.code, 3, "{checked:?}");
    assert!(checked.out.contains("TEC-EN-4"), "{checked:?}");
}

#[test]
fn help_is_printed_and_is_no_failure() {
    let place = Place::new("help");
    for words in ["", "help", "--help", "answer --help"] {
        let ended = place.run(words);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{words}");
        assert!(ended.out.contains("auscult vault create"));
    }
}

#[test]
fn what_was_written_is_found_compared_and_taken_back() {
    let (place, id) = Place::with_sample("look");
    let note = |text: &str| {
        let words = [
            "answer",
            "...",
            "--assessment",
            &id,
            "--control",
            "TEC-EN-3",
            "--note",
        ];
        let done = place.run_words(&[&words[..], &[text]].concat());
        assert_eq!(done.code, 0, "{done:?}");
    };
    note("A zebrafish in the server room");
    let found = place.json("search ... zebraf SERVER");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (&found[0]["kind"], &found[0]["control"]),
        (&"answer".into(), &"TEC-EN-3".into())
    );
    let snippet = found[0]["snippet"].as_str().unwrap();
    assert!(snippet.contains("zebrafish"), "{snippet}");
    let undone = place.run(&format!("undo ... --assessment {id}"));
    assert_eq!(undone.out, "Undone: answer at TEC-EN-3.\n");
    assert!(place.json("search ... zebrafish").is_empty());
    let redone = place.run(&format!("redo ... --assessment {id}"));
    assert_eq!(redone.out, "Done again: answer at TEC-EN-3.\n");
    assert_eq!(
        place
            .json(&format!("search ... --assessment {id} zebrafish"))
            .len(),
        1
    );
    let again = place.run(&format!("redo ... --assessment {id}"));
    assert_eq!(again.code, 1, "there is nothing more: {again:?}");
    assert_eq!(place.run("search ...").code, 2);
    // The sample is a draft: it has no version yet.
    let none = place.run(&format!("compare ... --assessment {id} --from 1"));
    assert_eq!(none.code, 1, "{none:?}");
    let off = place.run(&format!("compare ... --assessment {id} --from first"));
    assert_eq!(off.code, 2, "{off:?}");
}
