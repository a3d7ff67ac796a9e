//! Commands under construction.

use domain::assessment::Assessment;
use workbench::host::Host;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::request::*;
use crate::view::*;

use super::Answered;

macro_rules! stubs {
    ($($name:ident: $request:ty => $view:ty;)*) => {$(
        #[allow(missing_docs)]
        pub fn $name(_: &Desk, _: &dyn Host, _: $request) -> Answered<$view> {
            Err(Fault::input("This is not there yet."))
        }
    )*};
}

stubs! {
    search: SearchRequest => SearchView;
    duplicate_assessment: DuplicateRequest => DuplicatedView;
    archive_assessment: ArchiveRequest => LibraryView;
    preview_terms: Assessment => TermsView;
    compare_versions: CompareRequest => CompareView;
    history: HistoryRequest => HistoryView;
    undo: HistoryRequest => UndoneView;
    redo: HistoryRequest => UndoneView;
    preview_bulk: BulkRequest => BulkView;
    answer_bulk: BulkRequest => AssessmentView;
    attach_pasted: AttachPastedRequest => AttachedView;
    preview: EvidenceRequestById => PreviewView;
    link_evidence: LinkEvidenceRequest => ShelfView;
    save_requests: SaveRequestsRequest => RequestsView;
    request_missing: AssessmentRequest => RequestsView;
}
