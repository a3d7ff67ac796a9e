//! The page that says what the workbook is and what to do with it.

use domain::request::RequestState;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::book::page;
use crate::plan::{Plan, written};
use crate::style::{Style, height};

/// What to do, in order.
const STEPS: [&str; 7] = [
    "Fill in the sheet \u{201c}By owner\u{201d} or the sheet \u{201c}By control\u{201d}. Both show the same requests. One is enough.",
    "Change only the yellow cells: whom to ask, due date, state, reason, remark. The rest is locked so that it finds its way back.",
    "State: choose one of the words in the list. They are explained below.",
    "Due date: write a date, such as 2026-12-31.",
    "If something is refused or is not to be had, write why under Reason.",
    "Write no patient data into this workbook. Send the evidence itself the way you agreed on with the assessor, with patient data taken out where you can.",
    "Keep the sheets and the rows, save the file as an Excel workbook (.xlsx), and send it back.",
];

/// How wide the columns are, in letters.
const NAMES: f64 = 16.0;
const WORDS: f64 = 78.0;

/// What a state means to whoever chooses it.
fn meaning(state: RequestState) -> &'static str {
    match state {
        RequestState::Wanted => "Nobody was asked yet.",
        RequestState::Asked => "Somebody was asked and is looking for it.",
        RequestState::Received => "It was sent to the assessor.",
        RequestState::Accepted => "The assessor looked at it, and it is what was wanted.",
        RequestState::Refused => "It will not be given, or is not what was wanted. Write why.",
        RequestState::NotToBeHad => "It does not exist. Write why.",
    }
}

pub(crate) fn write(
    plan: &Plan<'_>,
    style: &Style,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name("About")?;
    sheet.set_column_width(0, NAMES)?;
    sheet.set_column_width(1, WORDS)?;
    sheet.write_string_with_format(0, 0, "Evidence plan", &style.title)?;
    sheet.set_row_height(0, 30)?;
    let mut page_rows = Rows {
        sheet,
        style,
        next: 2,
    };
    for (name, value) in facts(plan) {
        page_rows.pair(name, &value)?;
    }
    page_rows.heading("How to fill it in")?;
    for (number, step) in (1..).zip(STEPS) {
        page_rows.pair(&format!("{number}."), step)?;
    }
    page_rows.heading("What the states mean")?;
    for state in RequestState::ALL {
        page_rows.pair(state.word(), meaning(state))?;
    }
    page_rows.heading("Send it back to")?;
    for name in back_to(plan) {
        page_rows.pair("", &name)?;
    }
    let last = page_rows.next - 1;
    sheet.set_print_area(0, 0, last, 1)?;
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_screen_gridlines(false);
    sheet.protect();
    page(plan, sheet);
    Ok(())
}

fn facts(plan: &Plan<'_>) -> Vec<(&'static str, String)> {
    let assessment = &plan.dossier.assessment;
    let requests = &plan.dossier.requests;
    let open = requests.iter().filter(|r| r.course.state.is_open()).count();
    let period = assessment.period;
    let facts = [
        ("Organisation", plan.dossier.organisation.name.clone()),
        ("Assessment", assessment.title.clone()),
        ("Period", format!("{} to {}", period.from, period.to)),
        ("Marking", assessment.engagement.marking.clone()),
        (
            "Requests",
            format!("{}, of which {open} are open", requests.len()),
        ),
        ("Made", format!("{} UTC", plan.now.format("%Y-%m-%d %H:%M"))),
    ];
    let is_said = |(_, value): &(&str, String)| !value.trim().is_empty();
    facts.into_iter().filter(is_said).collect()
}

/// Whoever made the plan, and the assessor where that is somebody else.
fn back_to(plan: &Plan<'_>) -> Vec<String> {
    let assessor = &plan.dossier.assessment.engagement.assessor;
    let mut names = vec![written(plan.by), written(assessor)];
    // Who assesses is often named with their firm.
    if let [by, assessor] = names.as_slice()
        && assessor.starts_with(by.as_str())
    {
        names.remove(0);
    }
    names.retain(|name| !name.is_empty());
    if names.is_empty() {
        names.push("Whoever sent it to you".to_owned());
    }
    names
}

/// Rows of the page, from top to bottom.
struct Rows<'a> {
    sheet: &'a mut Worksheet,
    style: &'a Style,
    next: u32,
}

impl Rows<'_> {
    fn heading(&mut self, heading: &str) -> Result<(), XlsxError> {
        let format = &self.style.heading;
        self.sheet
            .write_string_with_format(self.next + 1, 0, heading, format)?;
        self.next += 2;
        Ok(())
    }

    fn pair(&mut self, name: &str, value: &str) -> Result<(), XlsxError> {
        let value = written(value);
        let format = self.style.prose.of(&value);
        let high = height([(name, NAMES), (value.as_str(), WORDS)].into_iter());
        self.sheet.set_row_height(self.next, high)?;
        self.sheet
            .write_string_with_format(self.next, 0, name, &self.style.name)?;
        self.sheet
            .write_string_with_format(self.next, 1, &value, format)?;
        self.next += 1;
        Ok(())
    }
}
