// Written from the Rust of the bridge. Do not edit: npm run bindings.

import type {
  AnswerRequest,
  AnsweredView,
  ArchiveRequest,
  Assessment,
  AssessmentRequest,
  AssessmentView,
  AttachPastedRequest,
  AttachRequest,
  AttachedView,
  BulkRequest,
  BulkView,
  CheckView,
  ChosenView,
  CompareRequest,
  CompareView,
  ControlRequest,
  ControlView,
  CreateVaultRequest,
  DuplicateRequest,
  DuplicatedView,
  EvidenceLink,
  EvidenceRequestById,
  ExportRequest,
  ExportedView,
  FrameworkRequest,
  FrameworkView,
  HistoryRequest,
  HistoryView,
  JoinRequest,
  LibraryView,
  LinkEvidenceRequest,
  LinkRequest,
  Nothing,
  Observation,
  ObservationRequest,
  Organisation,
  OrganisationRequest,
  OrganisationView,
  OverviewView,
  Person,
  PreviewView,
  ProfileRequest,
  ProfileView,
  RequestsView,
  ResponseRequest,
  SaveEvidenceRequest,
  SaveRequestsRequest,
  SavedView,
  SearchRequest,
  SearchView,
  Settings,
  ShelfView,
  Site,
  StartRequest,
  StatusView,
  System,
  TaskRequest,
  TermsView,
  UndoneView,
  UnlockRequest,
  Vendor,
  WithdrawRequest,
  WorkingNoteRequest,
} from "./wire";

/** Every command with its request and view. */
export type Commands = {
  status: { request: Nothing; view: StatusView };
  choose_vault: { request: Nothing; view: ChosenView };
  choose_new_vault: { request: Nothing; view: ChosenView };
  create_vault: { request: CreateVaultRequest; view: StatusView };
  open_sample: { request: Nothing; view: StatusView };
  unlock: { request: UnlockRequest; view: StatusView };
  lock: { request: Nothing; view: StatusView };
  check_vault: { request: Nothing; view: CheckView };
  accept_vault: { request: Nothing; view: StatusView };
  settings: { request: Nothing; view: Settings };
  save_settings: { request: Settings; view: Settings };
  library: { request: Nothing; view: LibraryView };
  search: { request: SearchRequest; view: SearchView };
  organisation: { request: OrganisationRequest; view: OrganisationView };
  save_organisation: { request: Organisation; view: OrganisationView };
  save_site: { request: Site; view: OrganisationView };
  save_system: { request: System; view: OrganisationView };
  save_vendor: { request: Vendor; view: OrganisationView };
  save_person: { request: Person; view: OrganisationView };
  framework: { request: FrameworkRequest; view: FrameworkView };
  profile_consequences: { request: ProfileRequest; view: ProfileView };
  start_assessment: { request: StartRequest; view: AssessmentView };
  assessment: { request: AssessmentRequest; view: AssessmentView };
  save_assessment: { request: Assessment; view: AssessmentView };
  finalise: { request: AssessmentRequest; view: AssessmentView };
  duplicate_assessment: { request: DuplicateRequest; view: DuplicatedView };
  archive_assessment: { request: ArchiveRequest; view: LibraryView };
  preview_terms: { request: Assessment; view: TermsView };
  compare_versions: { request: CompareRequest; view: CompareView };
  history: { request: HistoryRequest; view: HistoryView };
  undo: { request: HistoryRequest; view: UndoneView };
  redo: { request: HistoryRequest; view: UndoneView };
  control: { request: ControlRequest; view: ControlView };
  answer: { request: AnswerRequest; view: AnsweredView };
  write_working_note: { request: WorkingNoteRequest; view: SavedView };
  preview_bulk: { request: BulkRequest; view: BulkView };
  answer_bulk: { request: BulkRequest; view: AssessmentView };
  split_answer: { request: ControlRequest; view: AnsweredView };
  join_answers: { request: JoinRequest; view: AnsweredView };
  save_observation: { request: Observation; view: ControlView };
  remove_observation: { request: ObservationRequest; view: ControlView };
  attach_files: { request: AttachRequest; view: AttachedView };
  attach_pasted: { request: AttachPastedRequest; view: AttachedView };
  cancel_task: { request: TaskRequest; view: Nothing };
  preview: { request: EvidenceRequestById; view: PreviewView };
  link_evidence: { request: LinkEvidenceRequest; view: ShelfView };
  save_evidence: { request: SaveEvidenceRequest; view: ShelfView };
  save_link: { request: EvidenceLink; view: AnsweredView };
  remove_link: { request: LinkRequest; view: AnsweredView };
  withdraw_evidence: { request: WithdrawRequest; view: ShelfView };
  save_copy: { request: EvidenceRequestById; view: ExportedView };
  shelf: { request: AssessmentRequest; view: ShelfView };
  requests: { request: AssessmentRequest; view: RequestsView };
  save_requests: { request: SaveRequestsRequest; view: RequestsView };
  request_missing: { request: AssessmentRequest; view: RequestsView };
  overview: { request: AssessmentRequest; view: OverviewView };
  save_response: { request: ResponseRequest; view: OverviewView };
  export_document: { request: ExportRequest; view: ExportedView };
  ready: { request: Nothing; view: Nothing };
  closed: { request: Nothing; view: Nothing };
  stay: { request: Nothing; view: Nothing };
};
