//! The evidence plan as a file, and what a filled-in one would change.

use ::preview::{Ask, Failure, Hint, What};
use uuid::Uuid;
use workbench::host::{Host, Question};
use workbench::{Error, ExportedPlan, PlanImport, open_plan, shown_name};

use crate::desk::Desk;
use crate::fault::{Fault, FaultCode};
use crate::request::*;
use crate::shape;
use crate::view::*;

use super::Answered;

/// Writes the evidence plan where the person wants it.
pub fn export_plan(
    desk: &Desk,
    host: &dyn Host,
    request: ExportPlanRequest,
) -> Answered<ExportedView> {
    let format = match request.format {
        PlanFormat::Pdf => workbench::PlanFormat::Pdf,
        PlanFormat::Xlsx => workbench::PlanFormat::Xlsx,
        PlanFormat::Ics => workbench::PlanFormat::Ics,
    };
    let name = desk.with(|w| {
        w.check_issuing()?;
        w.plan_name(request.assessment, format)
    })?;
    let Some(path) = host.choose(Question::Save { name }).into_iter().next() else {
        return Ok(ExportedView { file: None });
    };
    let plan = ExportedPlan {
        assessment: request.assessment,
        format,
        paper: request.paper,
        to: &request.to,
    };
    let done = desk.with(|w| w.export_plan(plan, &path, host.now()))?;
    let file = shape::exported_file(&path, done.pages, done.sha256, done.warnings);
    Ok(ExportedView { file: Some(file) })
}

/// Reads an evidence plan that came back, and says what it would change.
pub fn read_plan(
    desk: &Desk,
    host: &dyn Host,
    request: AssessmentRequest,
) -> Answered<PlanImportView> {
    // Whoever may not change requests need not look for a file.
    desk.with(|w| w.check_planning(request.assessment))?;
    let Some(path) = host.choose(Question::Plan).into_iter().next() else {
        return Ok(view(
            None,
            Uuid::nil(),
            &PlanImport::nothing(request.assessment),
        ));
    };
    let mut file = open_plan(&path)?;
    let (what, hint) = (What::Sheets, Hint::Nothing);
    // The decoder works beside the vault, which is free meanwhile.
    let answer = host.show(Ask { what, hint }, &mut file).map_err(fault)?;
    let import = desk.with(|w| w.read_plan(request.assessment, answer))?;
    let token = Uuid::from_bytes(::vault::random().map_err(Error::from)?);
    let view = view(Some(shown_name(&path)), token, &import);
    *desk.plan() = Some((token, import));
    Ok(view)
}

/// Writes what the evidence plan that was read last changes.
pub fn apply_plan(
    desk: &Desk,
    host: &dyn Host,
    request: ApplyPlanRequest,
) -> Answered<RequestsView> {
    let read = desk.plan().take();
    let Some((_, import)) = read.filter(|(token, _)| *token == request.token) else {
        return Err(Fault::input(
            "What was read of the workbook is not known any more, so nothing was changed. Read it \
             again.",
        ));
    };
    let (dossier, _) = desk.with(|w| w.apply_plan(&import, host.now()))?;
    Ok(shape::requests(&dossier, host.today()))
}

fn fault(failure: Failure) -> Fault {
    match failure {
        Failure::Source(source) => Error::File {
            action: "The workbook could not be read to its end. Nothing was changed.",
            source,
        }
        .into(),
        Failure::Start(_) => Fault {
            code: FaultCode::Other,
            message:
                "The program that reads workbooks could not be started. Nothing was changed."
                    .to_owned(),
            hint: "Close other programs and try again.".to_owned(),
            reference: "X3".to_owned(),
        },
    }
}

fn view(file: Option<String>, token: Uuid, import: &PlanImport) -> PlanImportView {
    let field = |field| match field {
        workbench::PlanField::State => PlanField::State,
        workbench::PlanField::Person => PlanField::Person,
        workbench::PlanField::Ask => PlanField::Ask,
        workbench::PlanField::Due => PlanField::Due,
        workbench::PlanField::Reason => PlanField::Reason,
        workbench::PlanField::Remark => PlanField::Remark,
    };
    let change = |change: &workbench::PlanChange| PlanChange {
        request: change.request,
        control: change.control.clone(),
        artefact: change.artefact.clone(),
        field: field(change.field),
        before: change.before.clone(),
        after: change.after.clone(),
        conflicts: change.conflicts,
    };
    let refusal = |refusal: &workbench::Refusal| PlanRefusal {
        row: refusal.row.clone(),
        sentence: refusal.sentence.clone(),
    };
    PlanImportView {
        file,
        token,
        changes: import.changes.iter().map(change).collect(),
        refused: import.refused.iter().map(refusal).collect(),
        unchanged: import.unchanged,
        notes: import.notes.clone(),
    }
}
