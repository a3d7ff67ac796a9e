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
