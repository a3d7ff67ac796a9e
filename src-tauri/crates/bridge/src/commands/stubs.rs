//! Commands whose part is not built yet: each is taken out by who builds it.
#![allow(missing_docs)]

use domain::packet::PacketTemplate;
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
    packet_plan: PacketRequest => PacketPlanView,
    save_packet_plan: SavePacketPlanRequest => PacketPlanView,
    save_template: PacketTemplate => TemplatesView,
    remove_template: TemplateRequest => TemplatesView,
    lay_out_packet: LayOutRequest => LaidOutView,
    packet_page: PacketPageRequest => PacketPageView,
    search_packet: SearchPacketRequest => PacketFindsView,
    export_packet: ExportPacketRequest => ExportedView,
    print_packet: ExportPacketRequest => PrintedView,
    export_record: RecordRequest => ExportedView,
    verify_record: TaskRequest => VerifiedView,
    issued: IssuedRequest => IssuedView,
    look: LookRequest => LookView,
    save_look: SaveLookRequest => LookView,
    choose_logo: LookRequest => LookView,
    remove_logo: LookRequest => LookView,
    export_plan: ExportPlanRequest => ExportedView,
    read_plan: AssessmentRequest => PlanImportView,
    apply_plan: ApplyPlanRequest => RequestsView,
}
