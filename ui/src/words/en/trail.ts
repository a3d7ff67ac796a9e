const number = (of: number) => of.toLocaleString("en-US");
const entries = (of: number) => `${number(of)} ${of === 1 ? "entry" : "entries"}`;

/** What was done to a thing; the thing follows. */
const verbs: Readonly<Record<string, string>> = {
  add: "Added",
  change: "Changed",
  remove: "Removed",
  undo: "Undid a change of",
  redo: "Did again a change of",
  withdraw: "Withdrew",
  "save-copy": "Saved an open copy of",
};

/** What was done, where the word says all of it. */
const whole: Readonly<Record<string, string>> = {
  create: "Made the vault",
  unlock: "Unlocked the vault",
  lock: "Locked the vault",
  copy: "Opened a new copy of the vault",
  accept: "Accepted the vault as it was found",
  rotate: "Gave the vault a new key",
  move: "Moved the vault to other cryptography",
  clock: "The clock was set back",
  "clock-back": "The clock was set back",
  check: "Checked the vault",
  repair: "Repaired the vault",
  backup: "Made a backup",
  restore: "Put a backup in a new place",
  "print-packet": "Wrote a packet",
  "print-paper": "Printed a packet on paper",
  "export-record": "Wrote a packet of record",
  "print-plan": "Wrote the evidence plan",
  "export-trail": "Saved the trail as a file",
  "export-bundle": "Made a bundle for somebody else",
  "open-bundle": "Took in a bundle",
  bundle: "Made a bundle for somebody else",
  "take-bundle": "Took in a bundle",
  destroy: "Destroyed all of an organisation",
};

/** What things are, as they follow on a verb. */
const kinds: Readonly<Record<string, string>> = {
  organisation: "an organisation",
  site: "a site",
  system: "a system",
  vendor: "a vendor",
  person: "a person",
  assessment: "an assessment",
  version: "a version",
  snapshot: "the figures of a version",
  answer: "an answer",
  working_note: "a private note",
  observation: "an observation",
  evidence: "evidence",
  evidence_link: "a link to evidence",
  evidence_request: "a request",
  finding: "a finding",
  setting: "a choice of the vault",
  member: "somebody’s way in",
  retention: "how long something is kept",
  packet_draft: "what a packet consists of",
  packet_template: "a template of packets",
  look: "how documents look",
  issue: "an entry of the register",
  framework: "a catalogue",
  attachment: "a sealed file",
  vault: "the vault",
  slot: "a way into the vault",
  signed_head: "a signed head",
};

/** A code that has no words yet, made readable. */
const spoken = (code: string) => {
  const text = code.replaceAll(/[-_]/gu, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** What was done to what. */
function did(action: string, kind: string): string {
  const verb = verbs[action];
  if (verb === undefined) return whole[action] ?? spoken(action);
  return `${verb} ${kinds[kind] ?? spoken(kind).toLowerCase()}`;
}

/** What was done, whatever it was done to. */
function act(action: string): string {
  const verb = verbs[action];
  return verb === undefined ? (whole[action] ?? spoken(action)) : `${verb} …`;
}

export const trail = {
  title: "Trail",
  words:
    "What is done in this vault leaves an entry that nobody can change or take out unseen. Open one to see its proof.",
  did,
  act,
  columns: { at: "When", who: "Who", did: "What", about: "About", organisation: "Organisation" },
  ofVault: "The vault itself",
  elsewhere: "Another computer",
  here: "This computer",
  clockBack: "Clock set back",
  clockBackWords:
    "Before this entry the computer’s clock was set back. The order of the entries is right; the times around it may not be.",
  label: "Entries of the trail",
  showing: (shown: number, all: number) =>
    shown === all ? entries(all) : `${entries(shown)} of ${number(all)}`,
  group: "Trail",
  filters: "Which entries",
  organisation: "Organisation",
  person: "Person",
  action: "What was done",
  from: "From",
  to: "To",
  any: "All",
  anybody: "Everybody",
  anything: "Everything",
  daysMixed: "“To” lies before “from”.",
  noFilter: "Show everything",
  none: "No entry like that",
  noneWords: "Nothing was done that fits what is asked for above.",
  entry: (of: number) => `Entry ${number(of)}`,
  facts: {
    at: "When",
    who: "Who",
    about: "About",
    chain: "Chain",
    computer: "Computer",
    object: "Record",
    slot: "Key slot",
    device: "Computer’s id",
    copy: "Copy of the vault",
  },
  chainOf: (organisation: string) => `Of ${organisation}`,
  chainOfVault: "The vault’s own",
  proof: "Proof",
  proofWords:
    "The entry’s hash covers all that it says and the hash before it. With the hashes beside the way it leads to the root that was signed (RFC 6962).",
  hash: "Its own hash",
  previous: "Hash before it in its chain",
  before: "Digest of what stood there before",
  after: "Digest of what stood there afterwards",
  nothingBefore: "Nothing stood there before.",
  nothingAfter: "Nothing stood there afterwards.",
  digests: "Keyed digests",
  digestWords: "Only this vault’s key can make these, so that no guess of a private text can be tried against them.",
  way: (of: number) => `${number(of)} ${of === 1 ? "hash" : "hashes"} beside the way to the root`,
  noWay: "It is the only entry under its root.",
  step: (of: number) => `Hash ${of}`,
  ids: "Ids",
  signed: "Signed head",
  signedBy: (who: string, when: string) => `Signed by ${who}, ${when}`,
  signedOver: (of: number) => `Covers the first ${entries(of)}`,
  unsigned: "Nobody has signed a head that covers this entry yet. That happens when the vault is locked or unlocked, backed up, or the trail is saved.",
  neverSigned: "No head was signed yet. That happens when the vault is locked or unlocked, backed up, or the trail is saved.",
  occasion: {
    unlock: "when the vault was unlocked",
    lock: "when the vault was locked",
    export: "when something was saved as a file",
    backup: "when a backup was made",
  } as Readonly<Record<string, string>>,
  occasionElse: (code: string) => spoken(code).toLowerCase(),
  head: "Running head",
  root: "Merkle root",
  fingerprint: "Fingerprint of the signing key",
  sound: "The trail is sound",
  unsound: "The trail does not hold together",
  firstBreak: (of: number) => `See entry ${number(of)}`,
  running: "The whole trail is being verified in the background …",
  verify: "Verify again",
  verifyAction: "Verify the trail again",
  saveAction: "Save the trail as a file",
  verifying: "Verifying …",
  unseen: "What no such look can see",
  save: "Save as a file …",
  saved: (name: string) => `${name} was saved`,
  savedWords: (folder: string) => `It lies in ${folder}. It holds the entries under the filter, with their hashes.`,
  digest: "SHA-256",
} as const;
