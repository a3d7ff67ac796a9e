// Written from the Rust of the bridge. Do not edit: npm run bindings.

import type {
  AnswerRequest,
  AnsweredView,
  Assessment,
  AssessmentRequest,
  AssessmentView,
  AttachRequest,
  AttachedView,
  CheckView,
  ChosenView,
  ControlRequest,
  ControlView,
  CreateVaultRequest,
  EvidenceLink,
  EvidenceRequest,
  EvidenceRequestById,
  ExportRequest,
  ExportedView,
  FrameworkRequest,
  FrameworkView,
  JoinRequest,
  LibraryView,
  LinkRequest,
  Nothing,
  Observation,
  ObservationRequest,
  Organisation,
  OrganisationRequest,
  OrganisationView,
  OverviewView,
  Person,
  ProfileRequest,
  ProfileView,
  RequestsView,
  ResponseRequest,
  SaveEvidenceRequest,
  SavedView,
  ShelfView,
  Site,
  StartRequest,
  StatusView,
  System,
  TaskRequest,
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
  library: { request: Nothing; view: LibraryView };
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
  control: { request: ControlRequest; view: ControlView };
  answer: { request: AnswerRequest; view: AnsweredView };
  write_working_note: { request: WorkingNoteRequest; view: SavedView };
  split_answer: { request: ControlRequest; view: AnsweredView };
  join_answers: { request: JoinRequest; view: AnsweredView };
  save_observation: { request: Observation; view: ControlView };
  remove_observation: { request: ObservationRequest; view: ControlView };
  attach_files: { request: AttachRequest; view: AttachedView };
  cancel_task: { request: TaskRequest; view: Nothing };
  save_evidence: { request: SaveEvidenceRequest; view: ShelfView };
  save_link: { request: EvidenceLink; view: AnsweredView };
  remove_link: { request: LinkRequest; view: AnsweredView };
  withdraw_evidence: { request: WithdrawRequest; view: ShelfView };
  save_copy: { request: EvidenceRequestById; view: ExportedView };
  shelf: { request: AssessmentRequest; view: ShelfView };
  requests: { request: AssessmentRequest; view: RequestsView };
  save_request: { request: EvidenceRequest; view: RequestsView };
  overview: { request: AssessmentRequest; view: OverviewView };
  save_response: { request: ResponseRequest; view: OverviewView };
  export_document: { request: ExportRequest; view: ExportedView };
  ready: { request: Nothing; view: Nothing };
  closed: { request: Nothing; view: Nothing };
  stay: { request: Nothing; view: Nothing };
};
