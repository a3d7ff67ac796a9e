// What the workbench would tell in states that are slow or rare to bring about: pictures and axe
// look at how the window shows them.

/** A recovery code, as one is made. */
export const CODE = ["000011", "110000", "720885", "451902", "000000", "123453", "654324", "333333"];

/** A name that a narrow window has to break. */
export const LONG_NAME = "Margarethe-Elisabeth von der Hohenstaufenberg-Lindqvist";

/** What a vault says of itself before it is open. */
export function status(part, mode) {
  const vault = {
    name: "Work",
    folder: "/home/somebody/Clients/Work.auscult",
    person: "",
    entries: 0,
    head: "",
    sample: false,
    warnings: [],
    heldBack: false,
    readOnly: false,
    may: null,
    mode: "standard",
    takesKeyFile: false,
    takesRecoveryCode: false,
    lastHead: null,
    backup: null,
    waitSeconds: 0,
    ...part,
  };
  return { state: "locked", vault, recent: [], sampleReady: true, version: "0", mode, locked: null };
}

/** The four facts of approved mode. */
export const facts = [
  { name: "Module", value: "OpenSSL FIPS Provider 3.1.2", sentence: "As the module names itself." },
  {
    name: "Certificate",
    value: "CMVP 4985, until March 10, 2030",
    sentence: "It covers builds by the procedure of the security policy. This program cannot tell how a module was built.",
  },
  { name: "Self-test", value: "Passed at 09:31", sentence: "The module tests itself when it is loaded." },
  { name: "This system", value: "Unknown", sentence: "Whether it is on the tested list is not known." },
];

/** What is wrong in failed mode. */
export const failed = [
  { name: "Module", value: "Not loaded", sentence: "There is no fips.so in the folder of the module." },
];

/** What does the cryptography. */
export function crypto(part) {
  return {
    mode: "standard",
    claim: "Standard mode makes no claim about FIPS 140-3.",
    facts: [],
    algorithms: [
      { name: "AES-256-GCM", purpose: "Sealing evidence and keys", provider: "default" },
      { name: "Argon2id", purpose: "Stretching passphrases", provider: "default" },
    ],
    refused: [],
    providers: ["default"],
    approvedAvailable: false,
    moduleFolder: "/usr/lib/auscult/fips",
    ...part,
  };
}

const since = "2026-11-25T09:30:00Z";
const fingerprint = "9f31 c2d4 0a1b 7e55 ".repeat(4).trim();

function member(id, name, role, part = {}) {
  const { recoverySlot = null, ...view } = part;
  return {
    member: { id, name, role, slot: id, recoverySlot, since, removed: null },
    isPresent: false,
    needsKeyFile: false,
    fingerprint,
    stays: null,
    ...view,
  };
}

/** Several people with a way in, and one who had one. */
export const members = {
  members: [
    member("1", "Ines Okafor", "owner", { isPresent: true, recoverySlot: "2", stays: "A vault keeps one owner at least." }),
    member("3", LONG_NAME, "assessor", { needsKeyFile: true }),
    member("4", "M. Reyes", "reviewer", { recoverySlot: "5" }),
  ],
  removed: [{ ...member("6", "T. Lindholm", "reader").member, removed: since }],
  byRecoveryCode: false,
  done: null,
};

const issue = (id, part) => ({
  id,
  organisation: "1",
  assessment: "1",
  kind: "packet",
  audience: "client",
  version: 1,
  draft: true,
  sha256: "9f31c2d40a1b7e55".repeat(4),
  pages: 84,
  to: "",
  at: since,
  by: "Robin Ashdown",
  signer: fingerprint.replaceAll(" ", ""),
  head: "0a1b7e559f31c2d4".repeat(4),
  entries: 212,
  ...part,
});

/** A register with one entry of each kind. */
export const issued = {
  issues: [
    issue("6", { kind: "record", audience: null, pages: null, to: "Office for Civil Rights" }),
    issue("5", { to: "Mira at the clinic" }),
    issue("4", { audience: "leadership", pages: 3, to: `${LONG_NAME}, by hand` }),
    issue("3", { kind: "print", audience: "working", sha256: "" }),
    issue("2", { kind: "plan-xlsx", audience: null, pages: null, to: "Mira at the clinic" }),
    issue("1", { kind: "plan-ics", audience: null, pages: null }),
  ],
  fingerprint,
};

const wanted = (request, artefact, control, field, before, after, conflicts = false) => ({
  request,
  artefact,
  control,
  field,
  before,
  after,
  conflicts,
});
const came = { file: "Larkspur evidence plan, filled in.xlsx", token: "t", changes: [], refused: [], unchanged: 0, notes: [] };

/** What a filled-in evidence plan would change: some of everything. */
export const planFound = {
  ...came,
  changes: [
    wanted("1", "Risk analysis of the last year", "ADM-RM-1", "state", "Asked", "Received"),
    wanted("1", "Risk analysis of the last year", "ADM-RM-1", "due", "2026-12-01", "2027-01-29"),
    wanted("2", "List of who may see training data, with the reason for each", "ADM-AC-2", "state", "Wanted", "Not to be had"),
    wanted("2", "List of who may see training data, with the reason for each", "ADM-AC-2", "reason", "", "The vendor keeps it, and its contract lets it give the list to nobody before the audit of March. We asked twice in writing."),
    wanted("3", "Test of the restore", "ADM-CP-2", "person", "Mateo Lindqvist", LONG_NAME, true),
    wanted("3", "Test of the restore", "ADM-CP-2", "remark", "", "=HYPERLINK(\"x\") stays text"),
  ],
  refused: [
    { row: "By control, row 9", sentence: "The state “Done” is none of the six. Choose one from the list." },
    { row: "By owner, row 31", sentence: "This row has no row id. It was added by hand; ask for it here instead." },
  ],
  unchanged: 41,
  notes: ["A column that is not known was left alone: Mood."],
};

/** More changes than anybody reads. */
export const planHuge = {
  ...came,
  changes: Array.from({ length: 3000 }, (_, at) => wanted(`${at}`, `Policy number ${at + 1}`, "ADM-SO-1", "state", "Asked", "Received")),
};

/** A plan that says what is so already. */
export const planSame = { ...came, unchanged: 43 };

/** A plan of which nothing can be taken. */
export const planRefused = { ...came, refused: planFound.refused };

/** A packet of record that is as it was signed. */
export const verified = {
  file: "larkspur-record.zip",
  verdict: "sound",
  sentence: "All 14 files are as the manifest says, and the manifest is as it was signed.",
  facts: [
    ["Organisation", "Larkspur Family Health"],
    ["Assessment", "Safeguards of machine-learning systems"],
    ["Version", "1, draft"],
    ["Signed on", "2026-11-26 08:12 UTC"],
    ["Made by", "Auscult 0.1.0, standard mode"],
  ],
  differences: [],
  signer: fingerprint,
  signerKnown: null,
};

/** A packet of record in which everything is wrong. */
export const differs = {
  ...verified,
  verdict: "differs",
  sentence: "5 things are not as they were signed. Do not rely on this file.",
  differences: [
    { name: "packet-client.pdf", kind: "changed", sentence: "Its bytes are others than the manifest says." },
    { name: "evidence/014-account-export.csv", kind: "missing", sentence: "The manifest names it, and it is not there." },
    { name: "evidence/015-note.txt", kind: "added", sentence: "The manifest does not name it." },
    { name: "manifest.sig", kind: "signature", sentence: "The signature does not belong to this manifest and this key." },
    { name: "", kind: "archive", sentence: "There are bytes after its end." },
  ],
};

/** A file that is no packet of record. */
export const noRecord = {
  ...verified,
  file: "holiday.zip",
  verdict: "not-a-record",
  sentence: "There is no manifest in it.",
  facts: [],
  signer: "",
};
