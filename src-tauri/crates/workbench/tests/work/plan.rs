//! The evidence plan out as a workbook and back again.

mod case;
mod odd;

use chrono::NaiveDate;
use domain::answer::Subject;
use domain::id::RequestId;
use domain::packet::IssueKind;
use domain::request::{EvidenceRequest, Origin, RequestState};
use preview::{Answer, Sheet, Why};
use uuid::Uuid;
use workbench::{PlanField, PlanFormat};

use crate::place::*;

use self::case::*;

#[test]
fn a_workbook_that_nobody_touched_changes_nothing() {
    let mut case = Case::new("plan-untouched");
    let book = case.book();
    let all = case.clinic.dossier().requests.len();
    let import = case.read(book);
    assert_eq!(changes(&import), []);
    assert_eq!(import.refused, []);
    assert_eq!(import.notes, [] as [String; 0]);
    assert_eq!(import.unchanged as usize, all);
    assert_eq!(import.writes(), 0);
}

#[test]
fn what_a_client_filled_in_is_shown_applied_undone_and_changes_nothing_again() {
    let mut case = Case::new("plan-filled");
    let mut book = case.book();
    let ids: Vec<RequestId> = case.requests.iter().map(|r| r.id).collect();
    book.put(OWNER, ids[0], "State", "Received");
    book.put(CONTROL, ids[0], "Due date", "2026-12-24");
    book.put(CONTROL, ids[1], "Whom to ask", " dana   whitlock");
    book.put(OWNER, ids[2], "Whom to ask", "Jo in IT");
    book.put(OWNER, ids[2], "Remark", "Ask again\nin January");
    book.put(OWNER, ids[3], "State", "not to be had");
    book.put(CONTROL, ids[3], "Reason", "There never was one.");
    let import = case.read(book.clone());
    assert_eq!(
        changes(&import),
        [
            (PlanField::Due, "2026-12-10", "2026-12-24", false),
            (PlanField::State, "Asked", "Received", false),
            (
                PlanField::Person,
                "=HYPERLINK(\"x\")",
                "dana   whitlock",
                false
            ),
            (PlanField::Ask, "", "Jo in IT", false),
            (PlanField::Remark, "", "Ask again\nin January", false),
            (PlanField::State, "Wanted", "Not to be had", false),
            (PlanField::Reason, "", "There never was one.", false),
        ]
    );
    assert_eq!((import.refused.len(), import.writes()), (0, 4));
    let before = case.clinic.dossier();
    let after = case.apply(&import);
    let person = after.people[0].id;
    assert_eq!(case.course(ids[1]).person, Some(person));
    assert_eq!(case.course(ids[1]).ask, "");
    assert_eq!(case.course(ids[0]).due, Some(day("2026-12-24")));
    assert_eq!(case.course(ids[2]).remark, "Ask again\nin January");
    let again = case.read(book);
    assert_eq!(changes(&again), []);
    assert_eq!((again.refused.len(), again.writes()), (0, 0));
    let entries = case
        .clinic
        .workbench
        .chain_head(case.clinic.assessment)
        .unwrap()
        .entries;
    case.apply(&again);
    let still = case
        .clinic
        .workbench
        .chain_head(case.clinic.assessment)
        .unwrap()
        .entries;
    assert_eq!(entries, still, "nothing to write writes nothing");
    case.clinic
        .workbench
        .undo(case.clinic.assessment.0, later(10))
        .unwrap();
    assert_eq!(
        case.clinic.dossier().requests,
        before.requests,
        "one step takes it back"
    );
}

#[test]
fn what_was_changed_on_both_sides_is_shown_and_stays() {
    let mut case = Case::new("plan-both");
    let mut book = case.book();
    let mut here = case.requests[0].clone();
    book.put(OWNER, here.id, "Due date", "2026-12-24");
    book.put(OWNER, here.id, "State", "Received");
    here.course.due = Some(day("2027-01-15"));
    here.course.remark = "told by telephone".into();
    let id = case.clinic.assessment;
    case.clinic
        .workbench
        .save_requests(id, vec![here.clone()], later(3))
        .unwrap();
    let import = case.read(book.clone());
    assert_eq!(
        changes(&import),
        [
            (PlanField::Due, "2027-01-15", "2026-12-24", true),
            (PlanField::State, "Asked", "Received", false),
        ]
    );
    assert!(
        import.notes[0].starts_with("1 value was changed both"),
        "{:?}",
        import.notes
    );
    case.apply(&import);
    let course = case.course(here.id);
    assert_eq!(course.due, Some(day("2027-01-15")));
    assert_eq!(
        course.remark, "told by telephone",
        "what the workbook is silent on stays"
    );
    assert_eq!(course.state, RequestState::Received);
    let again = case.read(book);
    assert_eq!(again.writes(), 0, "the same file again changes nothing");
}

#[test]
fn a_reading_is_not_applied_to_requests_that_changed_since() {
    let mut case = Case::new("plan-stale");
    let mut book = case.book();
    let mut here = case.requests[0].clone();
    book.put(OWNER, here.id, "State", "Received");
    let import = case.read(book);
    here.course.state = RequestState::NotToBeHad;
    here.course.reason = "Burnt".into();
    let id = case.clinic.assessment;
    case.clinic
        .workbench
        .save_requests(id, vec![here.clone()], later(3))
        .unwrap();
    let refused = case
        .clinic
        .workbench
        .apply_plan(&import, later(4))
        .unwrap_err();
    assert!(
        refused.to_string().contains("Read the workbook again"),
        "{refused}"
    );
    assert_eq!(case.course(here.id), here.course);
}

#[test]
fn the_workbook_of_another_assessment_is_refused_whole() {
    let mut case = Case::new("plan-other");
    let mut book = case.book();
    let first = case.requests[0].id;
    let mut other = Case::new("plan-elsewhere");
    let id = other.clinic.assessment;
    let refused = other
        .clinic
        .workbench
        .read_plan(id, book.clone().answer())
        .unwrap_err();
    assert!(
        refused.to_string().contains("not in this vault"),
        "{refused}"
    );
    // Of the same vault, and with the hidden sheet or without it.
    let own = case.clinic.assessment;
    let from = workbench::Duplicate {
        from: own,
        title: "Next year".into(),
        period: domain::assessment::Period {
            from: day("2026-11-25"),
            to: day("2027-11-24"),
        },
        as_of: day("2027-11-24"),
        carry: workbench::Carry::Terms,
    };
    let next = case.clinic.workbench.duplicate(from, later(5)).unwrap();
    let next = next.assessment;
    let refused = case
        .clinic
        .workbench
        .read_plan(next, book.clone().answer())
        .unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("another assessment of this vault"),
        "{refused}"
    );
    book.put(OWNER, first, "State", "Received");
    book.sheets.retain(|sheet| sheet.name != "Auscult");
    let import = case
        .clinic
        .workbench
        .read_plan(next, book.answer())
        .unwrap();
    assert_eq!(import.writes(), 0);
    assert!(
        import.refused[0]
            .sentence
            .contains("request of another assessment")
    );
}

#[test]
fn people_of_one_name_are_not_chosen_from() {
    let mut case = Case::new("plan-names");
    for name in ["Ash Lind", "ash  lind"] {
        let mut person = new_person(case.clinic.organisation);
        person.name = name.into();
        case.clinic.workbench.save_person(person, later(1)).unwrap();
    }
    let mut book = case.book();
    book.put(OWNER, case.requests[0].id, "Whom to ask", "Ash Lind");
    let import = case.read(book);
    assert_eq!(import.writes(), 0);
    assert!(import.refused[0].sentence.contains("More than one person"));
}

#[test]
fn a_file_that_is_no_workbook_is_refused_with_what_to_do() {
    let mut case = Case::new("plan-none");
    let id = case.clinic.assessment;
    let nothing = Book {
        sheets: vec![Sheet {
            name: "Lunch".into(),
            rows: vec![],
        }],
        macros: false,
    };
    let answers = [
        Why::Empty,
        Why::Office,
        Why::Password,
        Why::Broken,
        Why::TooLarge,
        Why::TooManyCells,
        Why::Unfolds,
        Why::NoWorkbook,
        Why::TooLong,
        Why::GaveUp,
        Why::Unknown,
    ];
    let answers = answers
        .map(Answer::Unshown)
        .into_iter()
        .chain([nothing.answer()]);
    for answer in answers {
        let told = format!("{answer:?}");
        let refused = case
            .clinic
            .workbench
            .read_plan(id, answer)
            .unwrap_err()
            .to_string();
        // That nothing was changed is said once, by whoever shows the sentence.
        let says_it = refused.contains("Nothing was changed");
        assert!(refused.ends_with('.') && !says_it, "{told}: {refused}");
    }
}

#[test]
fn a_plan_of_a_thousand_requests_goes_out_and_comes_back() {
    let mut case = Case::new("plan-large");
    let template = case.requests[1].clone();
    let many = (0..1_000).map(|at| EvidenceRequest {
        id: RequestId(Uuid::nil()),
        artefact: format!("Paper {at}, {}", "long ".repeat(40)),
        subject: Subject::All,
        origin: Origin::Person,
        ..template.clone()
    });
    let id = case.clinic.assessment;
    case.clinic
        .workbench
        .save_requests(id, many.collect(), later(1))
        .unwrap();
    let mut book = case.book();
    let all = case.clinic.dossier().requests.clone();
    assert!(all.len() > 1_000);
    let due: NaiveDate = day("2027-02-01");
    for request in &all {
        book.put(CONTROL, request.id, "Due date", &due.to_string());
    }
    let import = case.read(book.clone());
    assert_eq!((import.writes(), import.refused.len()), (all.len(), 0));
    case.apply(&import);
    assert_eq!(case.read(book).writes(), 0);
}

#[test]
fn a_plan_is_the_same_bytes_twice_has_no_formula_and_stands_in_the_register() {
    let mut case = Case::new("plan-bytes");
    for format in [PlanFormat::Xlsx, PlanFormat::Ics] {
        assert_eq!(case.export(format), case.export(format), "{format:?}");
    }
    let pdf = case.export(PlanFormat::Pdf);
    assert!(pdf.starts_with(b"%PDF-"));
    let id = case.clinic.assessment;
    let issued = case.clinic.workbench.issued(None, Some(id)).unwrap();
    let kinds: Vec<IssueKind> = issued.iter().map(|issue| issue.kind).collect();
    for kind in [IssueKind::PlanPdf, IssueKind::PlanXlsx, IssueKind::PlanIcs] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    assert!(issued.iter().all(|issue| issue.to == "the clinic"));
    assert!(
        issued
            .iter()
            .all(|issue| issue.pages.is_some() == (issue.kind == IssueKind::PlanPdf))
    );
    let mut book = case.book();
    let ids: Vec<RequestId> = case.requests.iter().map(|r| r.id).collect();
    assert_eq!(book.cell(OWNER, ids[1], "Whom to ask"), "=HYPERLINK(\"x\")");
    assert_eq!(book.cell(OWNER, ids[2], "Reason"), "+ not theirs to give");
    assert_eq!(book.cell(OWNER, ids[0], "Due date"), "2026-12-10");
}

#[test]
fn a_calendar_has_an_entry_for_each_due_date_and_no_word_of_a_reason() {
    let mut case = Case::new("plan-ics");
    let mut done = case.requests[2].clone();
    done.course.due = Some(day("2026-12-31"));
    done.course.remark = "SECRET-REMARK".into();
    done.course.reason = "SECRET-REASON".into();
    done.artefact = "Policy; with, signs\nand \u{1f3e5} lines ".repeat(9);
    let id = case.clinic.assessment;
    case.clinic
        .workbench
        .save_requests(id, vec![done.clone()], later(1))
        .unwrap();
    let text = String::from_utf8(case.export(PlanFormat::Ics)).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 2);
    assert!(!text.contains("SECRET"), "{text}");
    assert!(text.lines().count() == text.matches("\r\n").count());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    for line in [
        "DTSTART;VALUE=DATE:20261210",
        "DTSTAMP:20261124T100200Z",
        "STATUS:CANCELLED",
        "STATUS:CONFIRMED",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line}\n{text}");
    }
    assert!(text.contains(&format!("UID:{}\r\n", done.id)));
}
