//! The workbook: a page that explains it, the requests twice, and what they are compared with.

use chrono::{Datelike, Timelike};
use domain::packet::PaperSize;
use domain::request::{EvidenceRequest, RequestState};
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Formula,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::column::{Column, kept};
use crate::plan::{Layout, Plan, text, written};
use crate::style::{Style, height};
use crate::{Error, about};

/// The row of hidden names, and the row of words below it.
const KEYS: u32 = 0;
const HEADER: u32 = 1;
/// The first row of requests.
const FIRST: u32 = 2;

/// Where the names of people begin on the hidden sheet, and in which column.
const PEOPLE: (u32, u16) = (4, 7);

/// Returns the plan as a workbook.
pub fn workbook(plan: &Plan<'_>) -> Result<Vec<u8>, Error> {
    let style = Style::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(plan)?);
    about::write(plan, &style, workbook.add_worksheet())?;
    for layout in Layout::ALL {
        requests(plan, layout, &style, workbook.add_worksheet())?;
    }
    compared(plan, workbook.add_worksheet())?;
    Ok(workbook.save_to_buffer()?)
}

fn properties(plan: &Plan<'_>) -> Result<DocProperties, XlsxError> {
    let now = plan.now;
    // What a year, a month or an hour is fits: the calendar says so.
    let (year, month, day) = day(now.date_naive());
    let [hour, minute, second] = [now.hour(), now.minute(), now.second()]
        .map(|part| u8::try_from(part).unwrap_or_default());
    let made = ExcelDateTime::from_ymd(year, month, day)?.and_hms(
        hour.into(),
        minute,
        f64::from(second),
    )?;
    let organisation = written(&plan.dossier.organisation.name);
    Ok(DocProperties::new()
        .set_title(format!("Evidence plan, {organisation}"))
        .set_subject(written(&plan.dossier.assessment.title))
        .set_author(written(plan.by))
        .set_creation_datetime(&made))
}

fn day(day: chrono::NaiveDate) -> (u16, u8, u8) {
    (
        u16::try_from(day.year()).unwrap_or_default(),
        u8::try_from(day.month()).unwrap_or_default(),
        u8::try_from(day.day()).unwrap_or_default(),
    )
}

fn requests(
    plan: &Plan<'_>,
    layout: Layout,
    style: &Style,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    sheet.set_name(layout.name())?;
    let requests = layout.requests(plan.dossier);
    let columns = layout.columns();
    // A sheet without requests still has a row: a filter and a list need one.
    let last = FIRST + u32::try_from(requests.len()).unwrap_or_default().max(1) - 1;
    for (at, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(at, column.width())?;
        sheet.write_string(KEYS, at, column.key())?;
        let header = if column.is_filled_in() {
            &style.header_open
        } else {
            &style.header
        };
        sheet.write_string_with_format(HEADER, at, column.header(), header)?;
        if let Some(validation) = validation(plan, *column)? {
            sheet.add_data_validation(FIRST, at, last, at, &validation)?;
        }
        if *column == Column::Row {
            sheet.set_column_hidden(at)?;
        }
    }
    for (row, request) in (FIRST..).zip(requests) {
        let texts: Vec<(String, f64)> = columns
            .iter()
            .filter(|column| **column != Column::Row)
            .map(|column| (text(*column, plan.dossier, request), column.width()))
            .collect();
        let cells = texts.iter().map(|(text, width)| (text.as_str(), *width));
        sheet.set_row_height(row, height(cells))?;
        for (at, column) in (0_u16..).zip(columns) {
            cell(plan, style, sheet, (row, at), *column, request)?;
        }
    }
    let edge = u16::try_from(columns.len()).unwrap_or_default() - 1;
    sheet.set_row_hidden(KEYS)?;
    sheet.set_row_height(HEADER, 24)?;
    sheet.autofilter(HEADER, 0, last, edge)?;
    sheet.set_freeze_panes(FIRST, 2)?;
    sheet.protect_with_options(&protection());
    sheet.set_print_area(HEADER, 0, last, edge - 1)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    page(plan, sheet);
    Ok(())
}

fn cell(
    plan: &Plan<'_>,
    style: &Style,
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: Column,
    request: &EvidenceRequest,
) -> Result<(), XlsxError> {
    let written = text(column, plan.dossier, request);
    if column == Column::Due {
        let due = request.course.due.map(day);
        return match due.map(|(year, month, day)| ExcelDateTime::from_ymd(year, month, day)) {
            Some(Ok(due)) => sheet
                .write_datetime_with_format(row, at, &due, &style.due)
                .map(|_| ()),
            // A workbook begins in 1900: an earlier day is text.
            _ => sheet
                .write_string_with_format(row, at, &written, &style.due)
                .map(|_| ()),
        };
    }
    let cell = if column.is_filled_in() {
        &style.open
    } else {
        &style.fixed
    };
    sheet.write_string_with_format(row, at, &written, cell.of(&written))?;
    Ok(())
}

/// What a column takes, where that can be said.
fn validation(plan: &Plan<'_>, column: Column) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new()
        .set_input_title(column.header())?
        .set_input_message(column.advice())?
        .set_error_title(column.header())?
        .set_error_message(column.advice())?;
    Ok(match column {
        Column::State => {
            Some(rule.allow_list_strings(&RequestState::ALL.map(RequestState::word))?)
        }
        Column::Due => {
            let (from, to) = (
                ExcelDateTime::from_ymd(2000, 1, 1)?,
                ExcelDateTime::from_ymd(2099, 12, 31)?,
            );
            Some(rule.allow_date(DataValidationRule::Between(from, to)))
        }
        Column::Whom => {
            let people = u32::try_from(plan.dossier.people.len()).unwrap_or_default();
            let (first, last) = (PEOPLE.0 + 1, PEOPLE.0 + people);
            let list = format!("={}!$H${first}:$H${last}", kept::SHEET);
            // Somebody who is not on the list may be named as well.
            (people > 0).then(|| {
                rule.allow_list_formula(Formula::new(list))
                    .show_error_message(false)
            })
        }
        Column::Reason | Column::Remark => Some(rule.allow_any_value()),
        Column::Control | Column::Wanted | Column::Why | Column::Holder | Column::Row => None,
    })
}

fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    }
}

/// Puts on each printed page whose it is and which.
pub(crate) fn page(plan: &Plan<'_>, sheet: &mut Worksheet) {
    // Letter and A4 by their numbers (ECMA-376 part 1, 18.3.1.63).
    sheet.set_paper_size(match plan.paper {
        PaperSize::Letter => 1,
        PaperSize::A4 => 9,
    });
    let organisation = line(&plan.dossier.organisation.name);
    let marking = line(&plan.dossier.assessment.engagement.marking);
    sheet.set_header(format!("&L{organisation}&R{marking}"));
    let made = plan.now.date_naive();
    sheet.set_footer(format!("&LEvidence plan of {made}&C&A&RPage &P of &N"));
    sheet.set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
}

/// Returns text as one line of a header, in which `&` begins a command.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = written(&words.join(" ")).chars().take(50).collect();
    // A figure right behind a command would be read as a size.
    let apart = if line.starts_with(|c: char| c.is_ascii_digit()) {
        " "
    } else {
        ""
    };
    format!("{apart}{}", line.replace('&', "&&"))
}

/// Writes what the requests are compared with when they come back.
fn compared(plan: &Plan<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(kept::SHEET)?.set_very_hidden(true);
    let assessment = plan.dossier.assessment.id.to_string();
    let made = plan.now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let facts = [
        (kept::MARK, kept::VERSION),
        (kept::ASSESSMENT, assessment.as_str()),
        (kept::MADE, made.as_str()),
    ];
    for (row, (name, value)) in (0_u32..).zip(facts) {
        sheet.write_string(row, 0, name)?;
        sheet.write_string(row, 1, value)?;
    }
    let columns: Vec<Column> = [Column::Row].into_iter().chain(Column::FILLED_IN).collect();
    for (at, column) in (0_u16..).zip(&columns) {
        sheet.write_string(3, at, column.key())?;
        for (row, request) in (4_u32..).zip(&plan.dossier.requests) {
            sheet.write_string(row, at, text(*column, plan.dossier, request))?;
        }
    }
    for (row, person) in (PEOPLE.0..).zip(&plan.dossier.people) {
        sheet.write_string(row, PEOPLE.1, written(&person.name))?;
    }
    sheet.protect();
    Ok(())
}
