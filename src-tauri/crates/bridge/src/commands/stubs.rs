//! Commands whose part is not built yet: each is taken out by who builds it.
#![allow(missing_docs)]

use workbench::host::Host;

use super::Answered;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

macro_rules! stubs {
    ($($name:ident: $request:ty => $view:ty,)*) => {$(
        pub fn $name(_: &Desk, _: &dyn Host, _: $request) -> Answered<$view> {
            Err(Fault::input("This is not there yet."))
        }
    )*};
}

stubs! {
    export_record: RecordRequest => ExportedView,
    verify_record: TaskRequest => VerifiedView,
    export_plan: ExportPlanRequest => ExportedView,
    read_plan: AssessmentRequest => PlanImportView,
    apply_plan: ApplyPlanRequest => RequestsView,
}
