//! The evidence plan out as a workbook and back again: what a client may do to it, and what
//! comes of that.

use std::fs;

use chrono::NaiveDate;
use domain::answer::Subject;
use domain::dossier::Dossier;
use domain::id::RequestId;
use domain::packet::{IssueKind, PaperSize};
use domain::request::{EvidenceRequest, Origin, RequestCourse, RequestState};
use preview::{Answer, Ask, Hint, Sheet, SheetRow, What, Why, decode};
use uuid::Uuid;
use workbench::{ExportedPlan, PlanField, PlanFormat, PlanImport};

use crate::place::*;

/// A plan as sheets of text, as a client's program would have it before they fill it in.
#[derive(Clone)]
struct Book {
    sheets: Vec<Sheet>,
    macros: bool,
}

impl Book {
    fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets.iter_mut().find(|s| s.name == name).unwrap()
    }

    /// Returns the cell of a request's row under a header.
    fn cell(&mut self, sheet: &str, request: RequestId, header: &str) -> &mut String {
        let sheet = self.sheet(sheet);
        let at = |row: &SheetRow, words: &str| row.cells.iter().position(|cell| cell == words);
        let column = sheet.rows.iter().find_map(|row| at(row, header)).unwrap();
        let id = request.to_string();
        let row = sheet.rows.iter_mut().find(|row| row.cells.contains(&id));
        let row = row.unwrap();
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        &mut row.cells[column]
    }

    fn put(&mut self, sheet: &str, request: RequestId, header: &str, text: &str) {
        *self.cell(sheet, request, header) = text.to_owned();
    }

    fn row(&mut self, sheet: &str, request: RequestId) -> &mut SheetRow {
        let id = request.to_string();
        let rows = self.sheet(sheet).rows.iter_mut();
        rows.into_iter()
            .find(|row| row.cells.contains(&id))
            .unwrap()
    }

    fn header(&mut self, sheet: &str, words: &str) -> &mut String {
        let rows = self.sheet(sheet).rows.iter_mut();
        let mut cells = rows.flat_map(|row| row.cells.iter_mut());
        cells.find(|cell| *cell == words).unwrap()
    }

    fn answer(self) -> Answer {
        Answer::Sheets {
            sheets: self.sheets,
            macros: self.macros,
        }
    }
}

const OWNER: &str = "By owner";
const CONTROL: &str = "By control";

struct Case {
    clinic: Clinic,
    place: Place,
    requests: Vec<EvidenceRequest>,
}

impl Case {
    /// A clinic whose first requests are in known states.
    fn new(name: &str) -> Self {
        let place = Place::in_memory(name);
        let mut clinic = Clinic::new(&place);
        let person = clinic.dossier().people[0].id;
        let mut requests: Vec<EvidenceRequest> =
            clinic.dossier().requests.iter().take(4).cloned().collect();
        requests[0].course.person = Some(person);
        requests[0].course.state = RequestState::Asked;
        requests[0].course.due = Some(day("2026-12-10"));
        requests[1].course.ask = "=HYPERLINK(\"x\")".into();
        requests[2].course.state = RequestState::Refused;
        requests[2].course.reason = "+ not theirs to give".into();
        let id = clinic.assessment;
        clinic
            .workbench
            .save_requests(id, requests.clone(), later(1))
            .unwrap();
        Self {
            clinic,
            place,
            requests,
        }
    }

    fn export(&mut self, format: PlanFormat) -> Vec<u8> {
        let path = self.place.0.join("plan");
        let plan = ExportedPlan {
            assessment: self.clinic.assessment,
            format,
            paper: PaperSize::Letter,
            to: "the clinic",
        };
        self.clinic
            .workbench
            .export_plan(plan, &path, later(2))
            .unwrap();
        fs::read(path).unwrap()
    }

    fn book(&mut self) -> Book {
        let bytes = self.export(PlanFormat::Xlsx);
        match sheets_of(&bytes) {
            Answer::Sheets { sheets, macros } => Book { sheets, macros },
            other => panic!("{other:?}"),
        }
    }

    fn read(&mut self, book: Book) -> PlanImport {
        let id = self.clinic.assessment;
        self.clinic.workbench.read_plan(id, book.answer()).unwrap()
    }

    fn apply(&mut self, import: &PlanImport) -> std::sync::Arc<Dossier> {
        self.clinic
            .workbench
            .apply_plan(import, later(9))
            .unwrap()
            .0
    }

    fn course(&mut self, request: RequestId) -> RequestCourse {
        let dossier = self.clinic.dossier();
        let found = dossier.requests.iter().find(|r| r.id == request);
        found.unwrap().course.clone()
    }
}

fn sheets_of(mut bytes: &[u8]) -> Answer {
    let (what, hint) = (What::Sheets, Hint::Nothing);
    decode(Ask { what, hint }, &mut bytes).unwrap()
}

fn changes(import: &PlanImport) -> Vec<(PlanField, &str, &str, bool)> {
    let changes = import.changes.iter();
    changes
        .map(|c| (c.field, c.before.as_str(), c.after.as_str(), c.conflicts))
        .collect()
}

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

/// Does something to a workbook and says what must come of it: the changes, a part of each
/// refusal, and a part of a note.
type Odd = (
    &'static str,
    fn(&mut Book, &[RequestId]),
    &'static [(PlanField, &'static str)],
    &'static [&'static str],
    &'static [&'static str],
);

const ODD: &[Odd] = &[
    (
        "columns that were renamed are found by their hidden names",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            *book.header(OWNER, "State") = "Status".into();
        },
        &[(PlanField::State, "Received")],
        &[],
        &["called \u{201c}Status\u{201d}"],
    ),
    (
        "a column without words above it too",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            *book.header(OWNER, "State") = String::new();
        },
        &[(PlanField::State, "Received")],
        &[],
        &["has no words above it"],
    ),
    (
        "columns whose hidden names are gone are found by their words",
        |book, ids| {
            for name in [OWNER, CONTROL] {
                book.sheet(name).rows.remove(0);
            }
            book.put(OWNER, ids[0], "State", "Received");
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
    (
        "a column that is gone is said to be",
        |book, _| {
            book.header(OWNER, "Due date").clear();
            book.header(OWNER, "auscult:due").clear();
        },
        &[],
        &[],
        &["no column \u{201c}Due date\u{201d}"],
    ),
    (
        "two columns of one name are not chosen from",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            *book.header(OWNER, "Reason") = "state".into();
        },
        &[],
        &["Two columns are called \u{201c}State\u{201d}"],
        &["\u{201c}Reason\u{201d} is called"],
    ),
    (
        "without ids no row is read",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            book.header(OWNER, "Row id").clear();
            book.header(OWNER, "auscult:row").clear();
        },
        &[],
        &["\u{201c}Row id\u{201d} is missing"],
        &[],
    ),
    (
        "columns that were moved are found",
        |book, ids| {
            book.put(CONTROL, ids[0], "State", "Received");
            for row in &mut book.sheet(CONTROL).rows {
                row.cells.resize(10, String::new());
                row.cells.reverse();
                row.cells.insert(0, String::new());
            }
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
    (
        "rows that were moved are found",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            book.sheet(OWNER).rows[2..].reverse();
            let rows = &mut book.sheet(OWNER).rows;
            for (at, row) in rows.iter_mut().enumerate() {
                row.number = u32::try_from(at).unwrap() + 1;
            }
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
    (
        "a doubled row that says the same is one row",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            let mut twin = book.row(OWNER, ids[0]).clone();
            twin.number = 9_000;
            book.sheet(OWNER).rows.push(twin);
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
    (
        "doubled rows that differ are refused",
        |book, ids| {
            let mut twin = book.row(OWNER, ids[0]).clone();
            twin.number = 9_000;
            book.sheet(OWNER).rows.push(twin);
            book.put(OWNER, ids[0], "State", "Received");
        },
        &[],
        &["row 9000"],
        &[],
    ),
    (
        "an id that nobody knows",
        |book, ids| {
            let id = Uuid::from_u128(77).to_string();
            *book.cell(OWNER, ids[0], "Row id") = id;
        },
        &[],
        &["No request of this assessment"],
        &[],
    ),
    (
        "an id that was changed",
        |book, ids| {
            *book.cell(OWNER, ids[0], "Row id") = "three".into();
        },
        &[],
        &["id was changed"],
        &[],
    ),
    (
        "a row that somebody added",
        |book, _| {
            let cells = vec!["Jo".into(), String::new(), "Another policy".into()];
            book.sheet(OWNER).rows.push(SheetRow { number: 900, cells });
        },
        &[],
        &["somebody added it"],
        &[],
    ),
    (
        "a day as text that may be two",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "03/04/2027");
        },
        &[],
        &["2027-04-03 or as 2027-03-04"],
        &[],
    ),
    (
        "a day as text that means one",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "24 December 2026");
        },
        &[(PlanField::Due, "2026-12-24")],
        &[],
        &[],
    ),
    (
        "the same day written otherwise",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "10 Dec 2026");
        },
        &[],
        &[],
        &[],
    ),
    (
        "a day that lost its form",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "46366");
        },
        &[],
        &["number without the form"],
        &[],
    ),
    (
        "a day that is none",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "soon");
        },
        &[],
        &["\u{201c}soon\u{201d} is no date"],
        &[],
    ),
    (
        "a day that was emptied is no day any more",
        |book, ids| {
            book.put(OWNER, ids[0], "Due date", "");
        },
        &[(PlanField::Due, "")],
        &[],
        &[],
    ),
    (
        "a word that is no state",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "done");
        },
        &[],
        &["\u{201c}done\u{201d} is no state"],
        &[],
    ),
    (
        "a state that was emptied",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "");
        },
        &[],
        &["The state was emptied"],
        &[],
    ),
    (
        "a value that a formula could not work out",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "#REF!");
        },
        &[],
        &["is no state"],
        &[],
    ),
    (
        "refused without a reason",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Refused");
            book.put(OWNER, ids[0], "Remark", "We will not");
        },
        &[(PlanField::Remark, "We will not")],
        &["needs a reason"],
        &[],
    ),
    (
        "a reason emptied under what needs one",
        |book, ids| {
            book.put(OWNER, ids[2], "Reason", "");
        },
        &[],
        &["The reason was emptied"],
        &[],
    ),
    (
        "accepted by whoever fills it in",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Accepted");
        },
        &[(PlanField::State, "Accepted")],
        &[],
        &["for the assessor to say"],
    ),
    (
        "two sheets that say different things",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            book.put(CONTROL, ids[0], "State", "Wanted");
        },
        &[],
        &["The two sheets say different things"],
        &[],
    ),
    (
        "two sheets that say the same new thing",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            book.put(CONTROL, ids[0], "State", "received");
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
    (
        "words of the catalogue that were changed",
        |book, ids| {
            book.put(OWNER, ids[0], "What is wanted", "Something easier");
            book.put(OWNER, ids[0], "State", "Received");
        },
        &[(PlanField::State, "Received")],
        &[],
        &["in 1 row: By owner, row"],
    ),
    (
        "rows that were taken out",
        |book, ids| {
            for name in [OWNER, CONTROL] {
                let id = ids[0].to_string();
                book.sheet(name).rows.retain(|row| !row.cells.contains(&id));
            }
        },
        &[],
        &[],
        &["1 request is not in the workbook any more"],
    ),
    (
        "a sheet that was taken out",
        |book, ids| {
            book.sheets.retain(|sheet| sheet.name != CONTROL);
            book.put(OWNER, ids[0], "State", "Received");
        },
        &[(PlanField::State, "Received")],
        &[],
        &["no sheet \u{201c}By control\u{201d}"],
    ),
    (
        "a sheet that was renamed",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            book.sheet(OWNER).name = "Ours".into();
        },
        &[(PlanField::State, "Received")],
        &[],
        &["no sheet \u{201c}By owner\u{201d}"],
    ),
    (
        "a sheet that was put beside",
        |book, _| {
            let cells = vec!["lunch".into()];
            let rows = vec![SheetRow { number: 1, cells }];
            book.sheets.push(Sheet {
                name: "Menu".into(),
                rows,
            });
        },
        &[],
        &[],
        &["\u{201c}Menu\u{201d} is not of the evidence plan"],
    ),
    (
        "macros",
        |book, _| book.macros = true,
        &[],
        &[],
        &["Macros lie in the workbook"],
    ),
    (
        "a hidden sheet that is gone",
        |book, ids| {
            book.sheets.retain(|sheet| sheet.name != "Auscult");
            book.put(OWNER, ids[0], "State", "Received");
            book.put(CONTROL, ids[0], "State", "Received");
        },
        &[(PlanField::State, "Received")],
        &[],
        &["hidden sheet"],
    ),
    (
        "words that a program would work out stay words",
        |book, ids| {
            book.put(OWNER, ids[0], "Remark", "=1+1");
            book.put(OWNER, ids[1], "Remark", "@SUM(A1)");
        },
        &[(PlanField::Remark, "=1+1"), (PlanField::Remark, "@SUM(A1)")],
        &[],
        &[],
    ),
    (
        "a header that was put on top again",
        |book, ids| {
            book.put(OWNER, ids[0], "State", "Received");
            let rows = &mut book.sheet(OWNER).rows;
            let cells = vec!["Our own title".into(), "State of things".into()];
            rows.insert(0, SheetRow { number: 1, cells });
            for (at, row) in rows.iter_mut().enumerate() {
                row.number = u32::try_from(at).unwrap() + 1;
            }
        },
        &[(PlanField::State, "Received")],
        &[],
        &[],
    ),
];

#[test]
fn whatever_was_done_to_a_workbook_is_read_or_refused_by_name() {
    let mut case = Case::new("plan-odd");
    let book = case.book();
    let ids: Vec<RequestId> = case.requests.iter().map(|r| r.id).collect();
    let mut wrong = Vec::new();
    for (name, odd, expected, refused, notes) in ODD {
        let mut book = book.clone();
        odd(&mut book, &ids);
        let import = case.read(book);
        let found: Vec<_> = import
            .changes
            .iter()
            .map(|c| (c.field, c.after.as_str()))
            .collect();
        let told: Vec<String> = (import.refused.iter())
            .map(|r| format!("{}: {}", r.row, r.sentence))
            .collect();
        let holds = |all: &[String], parts: &[&str]| {
            all.len() == parts.len()
                && all.iter().zip(parts).all(|(all, part)| all.contains(part))
        };
        if found != *expected || !holds(&told, refused) || !holds(&import.notes, notes) {
            wrong.push(format!(
                "{name}\n  {found:?}\n  {told:?}\n  {:?}",
                import.notes
            ));
        }
        for sentence in import
            .refused
            .iter()
            .map(|r| &r.sentence)
            .chain(&import.notes)
        {
            assert!(
                sentence.ends_with('.') && !sentence.contains("  "),
                "{name}: {sentence}"
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
        assert!(
            refused.contains("Nothing was changed."),
            "{told}: {refused}"
        );
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
