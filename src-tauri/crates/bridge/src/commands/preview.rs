//! What can be shown of evidence, and the pages of it.

use std::sync::Arc;

use ::preview::{Answer, Ask, Extent, Failure, Hint, Pixels, Size, What, Why, limit};
use domain::id::EvidenceId;
use workbench::Error;
use workbench::host::Host;

use crate::desk::Desk;
use crate::drawn::Place;
use crate::fault::{Fault, FaultCode};
use crate::request::EvidenceRequestById;
use crate::view::*;

use super::Answered;

/// Says how evidence can be shown, with its text or rows; pages come one by one.
pub fn preview(
    desk: &Desk,
    host: &dyn Host,
    request: EvidenceRequestById,
) -> Answered<PreviewView> {
    let opening = desk.drawn().opening();
    let answer = match ask(desk, host, request.evidence, What::Look)? {
        Some(answer) => answer,
        None => return Ok(nothing(PreviewKind::Reference, String::new())),
    };
    if let Answer::Picture { pixels, .. } = &answer {
        // It is drawn already: the page asks for it next.
        let page = (pixels.size().width, pixels.png());
        desk.drawn()
            .keep(opening, (request.evidence, 1, None), page);
    }
    Ok(shown(answer))
}

/// Returns a page of evidence as a PNG file, counted from 1, at a width in pixels or its
/// natural one. There is none of what is no page, and none while the vault is locked.
pub fn preview_page(
    desk: &Desk,
    host: &dyn Host,
    evidence: EvidenceId,
    number: u32,
    width: Option<u32>,
) -> Option<Arc<[u8]>> {
    let place: Place = (evidence, number, width);
    let opening = desk.drawn().opening();
    // Whatever was drawn before: evidence that is not of the open vault has no pages.
    desk.with(|w| w.evidence(evidence)).ok()?;
    let known = desk.drawn().get(&place);
    if known.is_some() {
        return known;
    }
    let what = What::Page { number, width };
    match ask(desk, host, evidence, what).ok()?? {
        Answer::Page(pixels) => {
            let page = (pixels.size().width, pixels.png());
            desk.drawn().keep(opening, place, page)
        }
        _ => None,
    }
}

fn ask(
    desk: &Desk,
    host: &dyn Host,
    evidence: EvidenceId,
    what: What,
) -> Answered<Option<Answer>> {
    let (evidence, bytes) = desk.with(|w| w.open_evidence(evidence))?;
    let (Some(attachment), Some(mut bytes)) = (evidence.attachment, bytes) else {
        return Ok(None);
    };
    let hint = Hint::of_name(&attachment.file_name);
    host.show(Ask { what, hint }, &mut bytes)
        .map(Some)
        .map_err(fault)
}

fn fault(failure: Failure) -> Fault {
    match failure {
        Failure::Source(error) => match error.downcast::<vault::Error>() {
            Ok(error) => Error::from(error).into(),
            Err(source) => Error::File {
                action: "The sealed bytes could not be read, so there is nothing to show.",
                source,
            }
            .into(),
        },
        Failure::Start(_) => Fault {
            code: FaultCode::Other,
            message:
                "The program that shows evidence could not be started. Nothing was changed."
                    .to_owned(),
            hint: "Close other programs and try again, or save a copy and open it elsewhere."
                .to_owned(),
            reference: "X2".to_owned(),
        },
    }
}

fn nothing(kind: PreviewKind, sentence: String) -> PreviewView {
    PreviewView {
        kind,
        pages: Vec::new(),
        text: String::new(),
        rows: Vec::new(),
        total: 0,
        cut: false,
        sentence,
    }
}

fn shown(answer: Answer) -> PreviewView {
    match answer {
        Answer::Picture { whole, pixels } => picture(whole, &pixels),
        Answer::Page(pixels) => picture(pixels.size(), &pixels),
        Answer::Pages { sizes, total } => {
            let cut = (sizes.len() as u64) < u64::from(total);
            let sentence = if cut {
                let (first, total) = (grouped(sizes.len() as u64), grouped(total.into()));
                format!("The first {first} of {total} pages can be turned to. {COPY}")
            } else {
                String::new()
            };
            PreviewView {
                pages: sizes.into_iter().map(page).collect(),
                total,
                cut,
                ..nothing(PreviewKind::Pages, sentence)
            }
        }
        Answer::Text {
            text,
            lines,
            extent,
        } => {
            let first = text.lines().count() as u64;
            PreviewView {
                total: lines,
                cut: extent != Extent::Whole,
                text,
                ..nothing(PreviewKind::Text, beginning(first, lines, extent))
            }
        }
        Answer::Table {
            rows,
            total,
            columns,
            extent,
            sheets,
        } => PreviewView {
            total,
            cut: extent != Extent::Whole,
            rows,
            ..nothing(PreviewKind::Table, left_out(columns, extent, sheets))
        },
        // A workbook is read whole for an evidence plan alone.
        Answer::Sheets { .. } => nothing(PreviewKind::Unshown, reason(Why::Office).to_owned()),
        Answer::Unshown(why) => nothing(PreviewKind::Unshown, reason(why).to_owned()),
    }
}

fn page(size: Size) -> PreviewPage {
    PreviewPage {
        width: size.width,
        height: size.height,
    }
}

fn picture(whole: Size, pixels: &Pixels) -> PreviewView {
    let is_smaller = whole != pixels.size();
    let sentence = if is_smaller {
        let (width, height) = (grouped(whole.width.into()), grouped(whole.height.into()));
        format!("The picture has {width} by {height} pixels and is shown smaller.")
    } else {
        String::new()
    };
    PreviewView {
        pages: vec![page(pixels.size())],
        total: 1,
        ..nothing(PreviewKind::Picture, sentence)
    }
}

const COPY: &str = "Save a copy to see all of it.";

/// Says what of a table is left out, but for the rows: a screen counts those below it.
fn left_out(columns: u32, extent: Extent, sheets: u32) -> String {
    let columns = left_out_of_a_sheet(columns, extent);
    let others = if sheets > 1 {
        let sheets = grouped(sheets.into());
        format!("This is the first of {sheets} sheets.")
    } else {
        String::new()
    };
    let sentences = [others, columns].into_iter().filter(|s| !s.is_empty());
    sentences.collect::<Vec<_>>().join(" ")
}

fn left_out_of_a_sheet(columns: u32, extent: Extent) -> String {
    let shown = limit::COLUMNS as u64;
    if u64::from(columns) > shown {
        let columns = grouped(columns.into());
        return format!("The first {shown} of {columns} columns are shown. {COPY}");
    }
    match extent {
        Extent::Whole | Extent::Beginning => String::new(),
        Extent::BeginningUncounted => {
            format!("There are more rows than could be counted. {COPY}")
        }
    }
}

fn beginning(first: u64, total: u32, extent: Extent) -> String {
    let counted = match extent {
        Extent::Whole => return String::new(),
        Extent::Beginning if u64::from(total) <= first => {
            return format!("Only the beginning is shown: its lines are long. {COPY}");
        }
        Extent::Beginning => grouped(total.into()),
        Extent::BeginningUncounted => format!("more than {}", grouped(total.into())),
    };
    format!(
        "The first {} of {counted} lines are shown. {COPY}",
        grouped(first)
    )
}

/// Writes a number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Empty => "This file is empty. It is kept as it came.",
        Why::Heic => {
            "This is a HEIC or AVIF picture, as phones take them. There is nothing here yet that \
             can show it. Save a copy to open it with another program, or attach it as a JPEG \
             as well."
        }
        Why::Office => {
            "This is a document of an office program, which cannot be shown here. Save a copy to \
             open it, or attach it as a PDF as well."
        }
        Why::Archive => {
            "These are files packed into one, which cannot be shown here. Save a copy to unpack \
             it, or attach the files in it one by one."
        }
        Why::Media => {
            "This is sound or video, which cannot be played here. Save a copy to play it."
        }
        Why::Password => {
            "This file asks for a password, so it cannot be shown here. Save a copy to open it, or \
             attach it without the password as well."
        }
        Why::Broken => {
            "The file is damaged, or it is something else than it seems. It is kept as it came. \
             Save a copy to try it with another program."
        }
        Why::TooLarge => {
            "The file has more than 256 MB, which is more than is shown here. It is kept whole. \
             Save a copy to open it."
        }
        Why::TooManyPixels => {
            "The picture has more than 200 million pixels, which is more than is shown here. It is \
             kept whole. Save a copy to open it."
        }
        Why::TooManyCells => {
            "The workbook has more cells than are shown here. It is kept whole. Save a copy to open \
             it."
        }
        Why::Unfolds => {
            "The file unfolds to far more than is looked at here, as files do that are made to \
             harm. It is kept as it came. Open a copy only where that does no harm."
        }
        Why::NoWorkbook => "This is not a workbook. It is kept as it came.",
        Why::NoPage => "There is no such page. Go back to the first one.",
        Why::TooLong => {
            "Showing this took too long, so it was stopped. The file is kept as it came. Save a \
             copy to open it with another program."
        }
        Why::GaveUp => {
            "This file is more than the preview can take, so it was stopped. The file is kept as \
             it came. Save a copy to open it with another program."
        }
        Why::Unknown => {
            "The kind of this file is not known here, so it cannot be shown. Save a copy to open \
             it with another program."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_says_how_much_of_what_it_is() {
        for (first, total, extent, sentence) in [
            (3, 3, Extent::Whole, ""),
            (
                1_000,
                1_000_000,
                Extent::Beginning,
                "The first 1,000 of 1,000,000 lines are shown. Save a copy to see all of it.",
            ),
            (
                999,
                12_345,
                Extent::BeginningUncounted,
                "The first 999 of more than 12,345 lines are shown. Save a copy to see all of it.",
            ),
            (
                2,
                2,
                Extent::Beginning,
                "Only the beginning is shown: its lines are long. Save a copy to see all of it.",
            ),
        ] {
            assert_eq!(beginning(first, total, extent), sentence);
        }
    }

    #[test]
    fn a_table_that_is_cut_at_its_right_says_how_wide_it_is() {
        assert_eq!(left_out(200, Extent::Beginning, 0), "");
        assert_eq!(
            left_out(1_400, Extent::Beginning, 1),
            "The first 200 of 1,400 columns are shown. Save a copy to see all of it."
        );
        assert_eq!(
            left_out(3, Extent::BeginningUncounted, 0),
            "There are more rows than could be counted. Save a copy to see all of it."
        );
        assert_eq!(
            left_out(200, Extent::Whole, 3),
            "This is the first of 3 sheets."
        );
    }
}
