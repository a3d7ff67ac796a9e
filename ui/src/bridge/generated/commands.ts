// Written from the Rust of the bridge. Do not edit: npm run bindings.

import type {
  AddMemberRequest,
  AnswerRequest,
  AnsweredView,
  ApplyPlanRequest,
  ArchiveRequest,
  Assessment,
  AssessmentRequest,
  AssessmentView,
  AttachPastedRequest,
  AttachRequest,
  AttachedView,
  BackupRequest,
  BackupsView,
  BulkRequest,
  BulkView,
  BundleRequest,
  BundleView,
  ChangePassphraseRequest,
  CheckView,
  ChosenView,
  CompareRequest,
  CompareView,
  ControlRequest,
  ControlView,
  CopySecretRequest,
  CreateVaultRequest,
  CryptoView,
  DestroyRequest,
  DestroyedView,
  DuplicateRequest,
  DuplicatedView,
  EvidenceLink,
  EvidenceRequestById,
  ExportPacketRequest,
  ExportPlanRequest,
  ExportRequest,
  ExportedView,
  FolderRequest,
  FrameworkRequest,
  FrameworkView,
  HistoryRequest,
  HistoryView,
  IssuedRequest,
  IssuedView,
  JoinRequest,
  LaidOutView,
  LayOutRequest,
  LibraryView,
  LinkEvidenceRequest,
  LinkRequest,
  LockRequest,
  LookRequest,
  LookView,
  MemberRequest,
  MembersView,
  ModeRequest,
  MoveRequest,
  Nothing,
  Observation,
  ObservationRequest,
  OpenBundleRequest,
  Organisation,
  OrganisationRequest,
  OrganisationView,
  OverviewView,
  PacketFindsView,
  PacketPageRequest,
  PacketPageView,
  PacketPlanView,
  PacketRequest,
  PacketTemplate,
  PassphraseView,
  Person,
  PlanImportView,
  PreviewView,
  PrintedView,
  ProfileRequest,
  ProfileView,
  ProtectionsView,
  RateRequest,
  RecordRequest,
  RecoveryCodeRequest,
  RecoveryCodeView,
  RepairRequest,
  RequestsView,
  ResponseRequest,
  RestoreRequest,
  RetentionRequest,
  RetentionView,
  SaveEvidenceRequest,
  SaveLookRequest,
  SaveMemberRequest,
  SavePacketPlanRequest,
  SaveRequestsRequest,
  SavedView,
  SearchPacketRequest,
  SearchRequest,
  SearchView,
  Settings,
  ShelfView,
  Site,
  StartRequest,
  StatusView,
  StrengthView,
  System,
  TaskRequest,
  TemplateRequest,
  TemplatesView,
  TermsView,
  TrailCheckView,
  TrailEntryRequest,
  TrailEntryView,
  TrailRequest,
  TrailView,
  UndoneView,
  UnlockRequest,
  Vendor,
  VerifiedView,
  WithdrawRequest,
  WorkingNoteRequest,
} from "./wire";

/** Every command with its request and view. */
export type Commands = {
  status: { request: Nothing; view: StatusView };
  choose_vault: { request: Nothing; view: ChosenView };
  choose_new_vault: { request: Nothing; view: ChosenView };
  ask_for_vault: { request: FolderRequest; view: StatusView };
  create_vault: { request: CreateVaultRequest; view: StatusView };
  open_sample: { request: Nothing; view: StatusView };
  unlock: { request: UnlockRequest; view: StatusView };
  lock: { request: LockRequest; view: StatusView };
  accept_vault: { request: Nothing; view: StatusView };
  begin_anew: { request: ModeRequest; view: Nothing };
  crypto: { request: Nothing; view: CryptoView };
  move_vault: { request: MoveRequest; view: StatusView };
  protections: { request: Nothing; view: ProtectionsView };
  choose_key_file: { request: Nothing; view: ChosenView };
  make_key_file: { request: Nothing; view: ChosenView };
  suggest_passphrase: { request: Nothing; view: PassphraseView };
  rate_passphrase: { request: RateRequest; view: StrengthView };
  copy_secret: { request: CopySecretRequest; view: Nothing };
  members: { request: Nothing; view: MembersView };
  add_member: { request: AddMemberRequest; view: MembersView };
  save_member: { request: SaveMemberRequest; view: MembersView };
  remove_member: { request: MemberRequest; view: MembersView };
  change_passphrase: { request: ChangePassphraseRequest; view: MembersView };
  make_recovery_code: { request: Nothing; view: RecoveryCodeView };
  print_recovery_code: { request: Nothing; view: ExportedView };
  confirm_recovery_code: { request: RecoveryCodeRequest; view: MembersView };
  remove_recovery_code: { request: Nothing; view: MembersView };
  trail: { request: TrailRequest; view: TrailView };
  trail_entry: { request: TrailEntryRequest; view: TrailEntryView };
  verify_trail: { request: Nothing; view: TrailCheckView };
  export_trail: { request: TrailRequest; view: ExportedView };
  check_vault: { request: TaskRequest; view: CheckView };
  repair_vault: { request: RepairRequest; view: CheckView };
  save_check: { request: Nothing; view: ExportedView };
  backups: { request: Nothing; view: BackupsView };
  choose_backup_place: { request: Nothing; view: ChosenView };
  back_up: { request: BackupRequest; view: BackupsView };
  restore_vault: { request: RestoreRequest; view: StatusView };
  export_bundle: { request: BundleRequest; view: ExportedView };
  choose_bundle: { request: Nothing; view: ChosenView };
  choose_identity: { request: Nothing; view: ChosenView };
  open_bundle: { request: OpenBundleRequest; view: BundleView };
  retention: { request: OrganisationRequest; view: RetentionView };
  save_retention: { request: RetentionRequest; view: RetentionView };
  destroy_organisation: { request: DestroyRequest; view: DestroyedView };
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
  packet_plan: { request: PacketRequest; view: PacketPlanView };
  save_packet_plan: { request: SavePacketPlanRequest; view: PacketPlanView };
  save_template: { request: PacketTemplate; view: TemplatesView };
  remove_template: { request: TemplateRequest; view: TemplatesView };
  lay_out_packet: { request: LayOutRequest; view: LaidOutView };
  packet_page: { request: PacketPageRequest; view: PacketPageView };
  search_packet: { request: SearchPacketRequest; view: PacketFindsView };
  export_packet: { request: ExportPacketRequest; view: ExportedView };
  print_packet: { request: ExportPacketRequest; view: PrintedView };
  export_record: { request: RecordRequest; view: ExportedView };
  verify_record: { request: TaskRequest; view: VerifiedView };
  issued: { request: IssuedRequest; view: IssuedView };
  look: { request: LookRequest; view: LookView };
  save_look: { request: SaveLookRequest; view: LookView };
  choose_logo: { request: LookRequest; view: LookView };
  remove_logo: { request: LookRequest; view: LookView };
  export_plan: { request: ExportPlanRequest; view: ExportedView };
  read_plan: { request: AssessmentRequest; view: PlanImportView };
  apply_plan: { request: ApplyPlanRequest; view: RequestsView };
  export_document: { request: ExportRequest; view: ExportedView };
  ready: { request: Nothing; view: Nothing };
  closed: { request: Nothing; view: Nothing };
  stay: { request: Nothing; view: Nothing };
};
