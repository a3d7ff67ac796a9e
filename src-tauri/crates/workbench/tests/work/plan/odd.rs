//! What a client may do to a workbook, and what must come of it.

use domain::id::RequestId;
use preview::{Sheet, SheetRow};
use uuid::Uuid;
use workbench::PlanField;

use super::case::*;

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
