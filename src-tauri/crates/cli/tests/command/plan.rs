//! The evidence plan as a file, and a workbook that came back.

use std::fs;

use crate::place::*;

#[test]
fn a_plan_is_written_in_three_forms_and_a_workbook_is_read_back() {
    let (place, id) = Place::with_sample("plan");
    for (format, begins) in [
        ("pdf", b"%PDF-".as_slice()),
        ("xlsx", b"PK\x03\x04".as_slice()),
        ("ics", b"BEGIN:VCALENDAR\r\n".as_slice()),
    ] {
        let out = place.0.join(format!("plan.{format}"));
        let words =
            format!("evidence-plan ... --assessment {id} --format {format} --to Clinic");
        let mut words: Vec<&str> = words.split(' ').collect();
        let name = out.to_str().unwrap();
        words.extend(["--out", name]);
        let made = place.run_words(&words);
        assert_eq!((made.code, made.err.as_str()), (0, ""), "{format}");
        assert!(fs::read(&out).unwrap().starts_with(begins), "{format}");
        let has_pages = made.out.trim_end().ends_with(" pages");
        assert_eq!(has_pages, format == "pdf", "{}", made.out);
    }
    let book = place.0.join("plan.xlsx");
    let read = |words: &[&str]| {
        let start = ["evidence-plan", "import", book.to_str().unwrap(), "..."];
        place.run_words(&[&start[..], &["--assessment", &id], words].concat())
    };
    let said = read(&[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.ends_with("Nothing is to be changed.\n"),
        "{}",
        said.out
    );
    let json: serde_json::Value =
        serde_json::from_str(&read(&["--apply", "--json"]).out).unwrap();
    assert_eq!(json["changes"], serde_json::json!([]));
    assert_eq!(json["applied"], 0);
    fs::write(&book, "State;Due date\n").unwrap();
    let refused = read(&["--apply"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("not an Excel workbook"),
        "{}",
        refused.err
    );
}

#[test]
fn words_of_a_plan_that_are_off_are_told() {
    let place = Place::new("plan-words");
    let id = "01a216e6-9005-77f2-8dab-22cea0327096";
    for words in [
        format!("evidence-plan import ... --assessment {id}"),
        "evidence-plan import plan.xlsx ...".to_owned(),
        format!("evidence-plan ... --assessment {id} --out plan --format docx"),
        format!("evidence-plan ... --assessment {id} --out plan --apply"),
        format!("evidence-plan import one two ... --assessment {id}"),
    ] {
        let done = place.run(&words);
        assert_eq!(done.code, 2, "{words}: {}", done.err);
    }
}
