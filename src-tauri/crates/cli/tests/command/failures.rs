//! What the program says and how it ends when something is wrong. It never panics.

use std::ffi::OsString;
use std::fs;
use std::process::Stdio;

use crate::place::*;

/// Asserts that a command ends with a code, says something, and prints no result.
fn fails(place: &Place, words: &str, code: i32) -> String {
    let ended = place.run(words);
    assert_eq!(ended.code, code, "{words}: {ended:?}");
    assert_eq!(ended.out, "", "{words}");
    assert!(!ended.err.trim().is_empty(), "{words}");
    ended.err
}

#[test]
fn words_that_are_off_end_with_2_before_anything_is_tried() {
    let (place, id) = Place::with_sample("words");
    for words in [
        "no-such-command".to_owned(),
        "vault".to_owned(),
        "vault create ...".to_owned(),
        "assessments".to_owned(),
        "assessments --vault demo.auscult".to_owned(),
        "assessments ... extra".to_owned(),
        "assessments ... --passphrase secret".to_owned(),
        "assessments --vault demo.auscult --passphrase-file missing".to_owned(),
        "assessments --vault demo.auscult --passphrase-file .".to_owned(),
        "score ...".to_owned(),
        "score ... --assessment 7".to_owned(),
        format!("answer ... --assessment {id} --control TEC-EN-3"),
        format!("answer ... --assessment {id} --implementation partial"),
        format!("answer ... --assessment {id} --control TEC-EN-3 --implementation maybe"),
        format!("answer ... --assessment {id} --control TEC-EN-3 --note n --subject system:7"),
        format!("attach ... --assessment {id} --control TEC-EN-3"),
        format!("attach ... --assessment {id} --control TEC-EN-3 --strength strong pw"),
        format!("packet ... --assessment {id}"),
        format!("packet ... --assessment {id} --out x.pdf --paper a3"),
        "catalog check".to_owned(),
        "catalog check missing.json".to_owned(),
        "catalog show NO-SUCH-1".to_owned(),
        "catalog print".to_owned(),
    ] {
        let said = fails(&place, &words, 2);
        assert!(said.contains("See auscult help."), "{said}");
    }
}

#[test]
fn what_cannot_be_done_ends_with_1_and_says_what_to_do() {
    let (place, id) = Place::with_sample("cannot");
    place.file("letter.txt", b"mine");
    let nobody = "01a20cff-7d00-7000-8000-000000000001";
    for words in [
        format!("score ... --assessment {nobody}"),
        format!("answer ... --assessment {id} --control NO-SUCH-1 --note n"),
        format!(
            "answer ... --assessment {id} --control TEC-EN-3 --note n --subject system:{nobody}"
        ),
        format!("attach ... --assessment {id} --control NO-SUCH-1 letter.txt"),
        format!("packet ... --assessment {id} --out missing/x.pdf"),
        format!("packet ... --assessment {id} --out demo.auscult"),
        "sample ...".to_owned(),
        "vault create ... --person Robin".to_owned(),
        "catalog print --out missing/x.pdf".to_owned(),
    ] {
        let said = fails(&place, &words, 1);
        let sentence = said.trim();
        assert!(
            sentence.ends_with(')') && sentence.contains('.'),
            "{sentence}"
        );
        assert!(!sentence.contains("  "), "{sentence}");
    }
    assert_eq!(place.run("vault check ...").code, 0, "nothing was harmed");
}

#[test]
fn a_folder_that_is_no_whole_vault_is_told_as_what_it_is() {
    let place = Place::new("no-vault");
    let told = |place: &Place| fails(place, "assessments ...", 1);
    assert!(told(&place).contains("no vault"), "nothing there");
    place.file("demo.auscult", b"a file");
    assert!(told(&place).contains("no vault"), "a file");
    fs::remove_file(place.vault()).unwrap();
    fs::create_dir(place.vault()).unwrap();
    assert!(told(&place).contains("no vault"), "an empty folder");
    let (place, _) = Place::with_sample("parts");
    let vault = place.vault();
    let whole = fs::read(vault.join("header.json")).unwrap();
    for name in ["header.json", "header.copy.json"] {
        fs::write(vault.join(name), b"{ not json").unwrap();
    }
    assert!(told(&place).contains("header is damaged"));
    let newer = newer_header(&whole);
    for name in ["header.json", "header.copy.json"] {
        fs::write(vault.join(name), &newer).unwrap();
    }
    assert!(told(&place).contains("newer version"));
    for name in ["header.json", "header.copy.json"] {
        fs::write(vault.join(name), &whole).unwrap();
    }
    let database = fs::read(vault.join("vault.db")).unwrap();
    fs::write(vault.join("vault.db"), &database[..5000]).unwrap();
    assert!(told(&place).contains("database is damaged"));
    fs::remove_file(vault.join("vault.db")).unwrap();
    assert!(told(&place).contains("database is missing"));
    fs::write(vault.join("vault.db"), &database).unwrap();
    fs::write(vault.join("anchor"), b"").unwrap();
    let ended = place.run("assessments ...");
    assert_eq!(ended.code, 0, "it can be read");
    assert!(
        ended.err.contains("anchor is missing or damaged"),
        "{}",
        ended.err
    );
}

/// Returns a whole header of a later format, as FORMAT.md of the vault says how.
fn newer_header(header: &[u8]) -> String {
    let text = String::from_utf8(header.to_vec()).unwrap();
    let text = text.replacen("\"format\": 1", "\"format\": 2", 1);
    let (rest, _) = text.split_once(",\n  \"checksum\"").unwrap();
    let sum = vault::hex(&vault::sha256(rest.as_bytes()));
    format!("{rest},\n  \"checksum\": \"{sum}\"\n}}\n")
}

#[test]
fn a_wrong_passphrase_is_told_in_the_same_words_whatever_is_wrong_with_it() {
    let (place, _) = Place::with_sample("wrong");
    let mut told = Vec::new();
    for wrong in [
        "",
        "\n",
        "wrong",
        PASSPHRASE.to_uppercase().as_str(),
        &"x".repeat(10_000),
    ] {
        place.file("pw", wrong);
        told.push(fails(&place, "assessments ...", 1));
    }
    told.dedup();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("does not open this vault"));
    place.file("pw", [0xff, 0xfe, 0x00]);
    fails(&place, "assessments ...", 2);
}

#[test]
fn a_passphrase_that_is_too_weak_makes_no_vault() {
    let place = Place::new("weak");
    for weak in ["short", "aaaaaaaaaaaaaaaaaa", "password12345"] {
        place.file("pw", weak);
        fails(&place, "vault create ... --person Robin", 1);
        fails(&place, "sample ...", 1);
        assert!(!place.vault().exists());
    }
}

#[test]
fn a_passphrase_is_never_said_again() {
    let (place, _) = Place::with_sample("said-again");
    place.file("pw", "a secret phrase of somebody");
    let said = fails(&place, "assessments ...", 1);
    assert!(!said.contains("secret"));
    let ended = place.run("assessments --passphrase secret");
    assert!(!ended.err.contains("secret"), "{}", ended.err);
}

#[test]
fn a_vault_that_is_held_is_told_by_whom_and_since_when() {
    let (place, _) = Place::with_sample("held");
    let workbench = place.unlock();
    let said = fails(&place, "assessments ...", 1);
    assert!(
        said.contains("test on ") && said.contains("since 2026-11-24 10:00 UTC"),
        "{said}"
    );
    assert!(
        said.contains(&format!("(process {})", std::process::id())),
        "{said}"
    );
    drop(workbench);
    assert_eq!(place.run("assessments ...").code, 0);
}

#[test]
fn a_vault_that_is_held_back_is_read_refused_and_accepted() {
    let (place, id) = Place::with_sample("held-back");
    let older = fs::read(place.vault().join("vault.db")).unwrap();
    let answer = format!("answer ... --assessment {id} --control TEC-EN-3 --note later");
    assert_eq!(place.run(&answer).code, 0);
    fs::write(place.vault().join("vault.db"), older).unwrap();
    let read = place.run("assessments ...");
    assert_eq!(read.code, 0);
    assert!(read.err.contains("saves are missing"), "{}", read.err);
    let refused = place.run(&answer);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("Nothing was saved"), "{}", refused.err);
    assert_eq!(place.run("vault check ...").code, 3);
    assert_eq!(place.run("vault accept ...").code, 0);
    let again = place.run(&answer);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(place.run("vault check ...").code, 0);
    assert!(
        place
            .run("vault accept ...")
            .out
            .contains("nothing to accept")
    );
}

#[test]
fn of_several_files_those_before_the_first_that_fails_are_attached_and_told() {
    let (place, id) = Place::with_sample("several");
    place.file("one.txt", b"one");
    place.file("three.txt", b"three");
    let attach = format!("attach ... --assessment {id} --control TEC-EN-3 --json");
    let ended = place.run(&format!("{attach} one.txt two.txt three.txt"));
    assert_eq!(ended.code, 1);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["sha256"], vault::hex(&vault::sha256(b"one")));
    assert!(ended.err.contains("not attached"), "{}", ended.err);
}

#[test]
fn a_reader_who_has_read_enough_is_no_failure() {
    let place = Place::new("pipe");
    let mut child = place
        .command(&["catalog", "show"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = Ended::of(child.wait_with_output().unwrap());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_told() {
    let place = Place::new("full");
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    let output = place
        .command(&["catalog", "show"])
        .stdout(full())
        .output()
        .unwrap();
    let ended = Ended::of(output);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("could not be written"), "{}", ended.err);
    let output = place
        .command(&["no-such-command"])
        .stderr(full())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_taken_for_files_and_refused_elsewhere() {
    use std::os::unix::ffi::OsStringExt;
    let (place, id) = Place::with_sample("bytes");
    let name = OsString::from_vec(b"scan-\xff.pdf".to_vec());
    fs::write(place.0.join(&name), b"bytes").unwrap();
    let words = |last: OsString| -> Vec<OsString> {
        let words = [
            "attach",
            "...",
            "--assessment",
            &id,
            "--control",
            "TEC-EN-3",
        ];
        words
            .into_iter()
            .map(OsString::from)
            .chain([last])
            .collect()
    };
    assert_eq!(place.run_words(&words(name.clone())).code, 0);
    let mut odd: Vec<OsString> = [
        "answer",
        "...",
        "--assessment",
        &id,
        "--control",
        "TEC-EN-3",
        "--note",
    ]
    .into_iter()
    .map(OsString::from)
    .collect();
    odd.push(name);
    assert_eq!(place.run_words(&odd).code, 2);
}

#[cfg(unix)]
#[test]
fn a_vault_that_may_not_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let (place, _) = Place::with_sample("read-only");
    let set = |mode| {
        fs::set_permissions(place.vault(), fs::Permissions::from_mode(mode)).unwrap();
        fs::set_permissions(
            place.vault().join("lock"),
            fs::Permissions::from_mode(mode & 0o666),
        )
        .unwrap();
    };
    set(0o555);
    // An administrator is not held by permissions.
    let may_all = fs::write(place.vault().join("probe"), b"").is_ok();
    let ended = place.run("assessments ...");
    set(0o755);
    if may_all {
        assert_eq!(ended.code, 0, "{ended:?}");
    } else {
        assert_eq!(ended.code, 1);
        assert!(ended.err.contains("cannot be written to"), "{}", ended.err);
    }
}

/// A limit on the size of files stands in for a full disk: writing fails in the middle.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_no_more_leaves_no_half_and_loses_nothing() {
    let (place, id) = Place::with_sample("no-more");
    place.file("large.bin", vec![7; 8 << 20]);
    let program = env!("CARGO_BIN_EXE_auscult");
    let open = "--vault demo.auscult --passphrase-file pw";
    for (blocks, words) in [
        (
            6 << 10,
            format!("attach {open} --assessment {id} --control TEC-EN-3 large.bin"),
        ),
        (
            64,
            format!("packet {open} --assessment {id} --out packet.pdf"),
        ),
        (64, "catalog print --out checklist.pdf".to_owned()),
    ] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {program} {words}");
        let mut limited = std::process::Command::new("/bin/sh");
        limited
            .args(["-c", &script])
            .current_dir(&place.0)
            .stdin(Stdio::null())
            .env("HOME", place.0.join("home"))
            .env_remove("XDG_DATA_HOME");
        let ended = Ended::of(limited.output().unwrap());
        assert_eq!(ended.code, 1, "{words}: {ended:?}");
        assert!(ended.err.contains("large"), "{words}: {}", ended.err);
    }
    let left: Vec<_> = fs::read_dir(&place.0)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".part") || name.ends_with(".pdf"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    let half = fs::read_dir(place.vault().join("evidence"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some());
    assert_eq!(half.count(), 0);
    assert_eq!(place.run("vault check ...").code, 0);
}
