import type {
  AnswerRow,
  AnswerWords,
  AssessmentRow,
  AssessmentView,
  Control,
  ControlRow,
  ControlView,
  Figures,
  LibraryView,
  OverviewView,
  Standing,
  StatusView,
} from "../src/bridge/generated/wire";
import { blank } from "../src/desk/organisation/blank";
import { placed } from "../src/desk/framework";
import { framework } from "./catalogue";

export const SAVED = "2026-11-25T09:30:00Z";

/** The words of an answer nobody has given yet. */
export const noWords: AnswerWords = {
  implementation: null,
  determination: null,
  note: "",
  qualifiers: [],
  decision: {},
  exclusionReason: "",
  exclusionApprover: "",
  planOwner: "",
  planDue: null,
  whoWouldKnow: "",
  flagged: false,
};

export const noVault: StatusView = {
  state: "no-vault",
  vault: null,
  recent: [],
  sampleReady: true,
  version: "0.1.0",
  mode: "standard",
  locked: null,
};

export const openVault: StatusView = {
  ...noVault,
  state: "unlocked",
  vault: {
    name: "Work",
    folder: "/home/somebody/Work.auscult",
    person: "R. Ames",
    entries: 12,
    head: "9f31c2d4",
    sample: false,
    warnings: [],
    heldBack: false,
    readOnly: false,
    may: { role: "owner", review: true, assess: true, own: true },
    mode: "standard",
    takesKeyFile: false,
    takesRecoveryCode: false,
    lastHead: null,
    backup: null,
    waitSeconds: 0,
  },
};

const organisation = {
  id: "o1",
  name: "Harbour Clinic",
  kind: "Outpatient clinic",
  address: "",
  contact: "",
  remarks: "",
};

export const listed: AssessmentRow = {
  id: "a1",
  organisation: organisation.id,
  organisationName: organisation.name,
  title: "Annual review",
  edition: "2026.11",
  stage: "draft",
  version: 1,
  asOf: "2026-11-25",
  started: SAVED,
  answered: 0,
  controls: 74,
  flagged: 0,
  findings: 0,
  changed: SAVED,
  archived: false,
};

export const library: LibraryView = { organisations: [organisation], assessments: [listed] };

const figures: Figures = {
  conformity: 40,
  assurance: 20,
  coverage: 10,
  items: 74,
  applicable: 74,
  resolved: 7,
};

export function controlRow(control: Control): ControlRow {
  return {
    control: control.id,
    state: "unresolved",
    answered: false,
    words: [],
    value: 0,
    assurance: 0,
    flagged: false,
    noted: false,
    evidence: 0,
    openRequests: 0,
    split: false,
    finding: null,
  };
}

export const standing: Standing = {
  provisions: figures,
  all: figures,
  sections: framework.sections.map(({ id, title }) => ({ section: id, title, figures })),
  items: [],
  band: "Developing",
  word: "Developing",
  gates: [],
  disclaimer: framework.disclaimer,
};

export const assessment: AssessmentView = {
  assessment: {
    id: "a1",
    organisation: organisation.id,
    title: "Annual review",
    framework: { id: framework.id, edition: framework.edition, digest: "d1" },
    period: { from: "2025-11-25", to: "2026-11-25" },
    asOf: "2026-11-25",
    scope: { statement: "", leftOut: "", sites: [], systems: [], vendors: [] },
    engagement: {
      requestedBy: "",
      kind: "self-assessment",
      assessor: "R. Ames",
      qualifications: "",
      independence: "",
      marking: "",
      agreement: blank.agreement,
    },
    profile: [],
    stage: "draft",
    version: 1,
    started: SAVED,
    archived: false,
  },
  organisation,
  sites: [],
  systems: [],
  vendors: [],
  people: [],
  rows: placed(framework).map(({ control }) => controlRow(control)),
  standing,
  versions: [],
};

export const overview: OverviewView = {
  assessment: assessment.assessment,
  standing,
  findings: [],
  provisions: [],
  owed: [],
  versions: [],
};

export function answerRow(words: Partial<AnswerWords> = {}): AnswerRow {
  return {
    subject: "all",
    subjectName: "All",
    words: { ...noWords, ...words },
    assessor: "",
    changed: null,
    state: "unresolved",
    missing: [],
    workingNote: "",
  };
}

export function controlView(control: Control, row: AnswerRow = answerRow()): ControlView {
  return {
    assessment: "a1",
    control: control.id,
    answers: [row],
    split: false,
    canSplit: false,
    observations: [],
    evidence: [],
    requests: [],
    findings: [],
    consequences: [],
    standing: {
      control: control.id,
      state: "unresolved",
      value: 0,
      assurance: 0,
      severity: control.severity,
      classWeight: 1,
      restsOnProvision: true,
      rows: [],
    },
  };
}
