//! A clinic whose plan went out, and the workbook as a client has it.

use std::fs;
use std::sync::Arc;

use domain::dossier::Dossier;
use domain::id::RequestId;
use domain::packet::PaperSize;
use domain::request::{EvidenceRequest, RequestCourse, RequestState};
use preview::{Answer, Ask, Hint, Sheet, SheetRow, What, decode};
use workbench::{ExportedPlan, PlanField, PlanFormat, PlanImport};

use crate::place::*;

/// A plan as sheets of text, as a client's program would have it before they fill it in.
#[derive(Clone)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    pub(super) macros: bool,
}

impl Book {
    pub(super) fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets.iter_mut().find(|s| s.name == name).unwrap()
    }

    /// Returns the cell of a request's row under a header.
    pub(super) fn cell(
        &mut self,
        sheet: &str,
        request: RequestId,
        header: &str,
    ) -> &mut String {
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

    pub(super) fn put(&mut self, sheet: &str, request: RequestId, header: &str, text: &str) {
        *self.cell(sheet, request, header) = text.to_owned();
    }

    pub(super) fn row(&mut self, sheet: &str, request: RequestId) -> &mut SheetRow {
        let id = request.to_string();
        let rows = self.sheet(sheet).rows.iter_mut();
        rows.into_iter()
            .find(|row| row.cells.contains(&id))
            .unwrap()
    }

    pub(super) fn header(&mut self, sheet: &str, words: &str) -> &mut String {
        let rows = self.sheet(sheet).rows.iter_mut();
        let mut cells = rows.flat_map(|row| row.cells.iter_mut());
        cells.find(|cell| *cell == words).unwrap()
    }

    pub(super) fn answer(self) -> Answer {
        Answer::Sheets {
            sheets: self.sheets,
            macros: self.macros,
        }
    }
}

pub(super) const OWNER: &str = "By owner";
pub(super) const CONTROL: &str = "By control";

pub(super) struct Case {
    pub(super) clinic: Clinic,
    pub(super) place: Place,
    pub(super) requests: Vec<EvidenceRequest>,
}

impl Case {
    /// A clinic whose first requests are in known states.
    pub(super) fn new(name: &str) -> Self {
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

    pub(super) fn export(&mut self, format: PlanFormat) -> Vec<u8> {
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

    pub(super) fn book(&mut self) -> Book {
        let bytes = self.export(PlanFormat::Xlsx);
        match sheets_of(&bytes) {
            Answer::Sheets { sheets, macros } => Book { sheets, macros },
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn read(&mut self, book: Book) -> PlanImport {
        let id = self.clinic.assessment;
        self.clinic.workbench.read_plan(id, book.answer()).unwrap()
    }

    pub(super) fn apply(&mut self, import: &PlanImport) -> Arc<Dossier> {
        self.clinic
            .workbench
            .apply_plan(import, later(9))
            .unwrap()
            .0
    }

    pub(super) fn course(&mut self, request: RequestId) -> RequestCourse {
        let dossier = self.clinic.dossier();
        let found = dossier.requests.iter().find(|r| r.id == request);
        found.unwrap().course.clone()
    }
}

pub(super) fn sheets_of(mut bytes: &[u8]) -> Answer {
    let (what, hint) = (What::Sheets, Hint::Nothing);
    decode(Ask { what, hint }, &mut bytes).unwrap()
}

pub(super) fn changes(import: &PlanImport) -> Vec<(PlanField, &str, &str, bool)> {
    let changes = import.changes.iter();
    changes
        .map(|c| (c.field, c.before.as_str(), c.after.as_str(), c.conflicts))
        .collect()
}
