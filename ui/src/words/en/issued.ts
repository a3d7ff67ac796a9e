const number = (of: number) => of.toLocaleString("en-US");
const count = (of: number, one: string, many: string) => `${number(of)} ${of === 1 ? one : many}`;

/** The register of what left the vault. */
export const issued = {
  title: "What was issued",
  words: "What left for others: what it was, to whom it went, and the digest by which it can be known again.",
  showing: (of: number) => count(of, "entry", "entries"),
  none: "Nothing was issued yet",
  noneWords: "Packets, packets of record and evidence plans are entered here when they are written or printed. What you write into “to whom it goes” is kept with them.",
  columns: { at: "When", what: "What", of: "Assessment", to: "To whom", version: "Version", digest: "SHA-256" },
  kinds: {
    packet: "Packet",
    print: "Packet, on paper",
    record: "Packet of record",
    "plan-pdf": "Evidence plan, PDF",
    "plan-xlsx": "Evidence plan, workbook",
    "plan-ics": "Evidence plan, calendar",
  },
  audiences: { leadership: "for leadership", client: "for the client", working: "working papers" },
  what: (kind: string, audience: string | null) => (audience === null ? kind : `${kind}, ${audience}`),
  version: (of: number, isDraft: boolean) => (isDraft ? `${number(of)}, draft` : number(of)),
  toNobody: "Not said",
  noDigest: "No file",
  noDigestWords: "It was printed on paper: there is no file to compare.",
  open: (what: string) => `${what}: the entry`,
  close: "Close the entry",
  facts: {
    assessment: "Assessment",
    version: "Version",
    pages: "Pages",
    to: "To whom",
    at: "When",
    by: "By whom",
    digest: "SHA-256",
    signer: "Fingerprint of their key",
    trail: "Trail before it",
  },
  trail: (entries: number, head: string) => `${count(entries, "entry", "entries")}, head ${head}`,
  gone: "An assessment that is no longer here",
  fingerprint: "Your fingerprint",
  fingerprintWords:
    "It stands in every packet that you issue. Give it to your recipients by another way than the packet takes, such as by phone or on a letter: only by comparing the two can they tell that a packet is yours.",
} as const;

/** Looking at a packet of record that somebody has. */
export const verify = {
  open: "Check a packet of record …",
  action: "Check a packet of record",
  group: "What was issued",
  title: "Check a packet of record",
  intro:
    "A packet of record is a ZIP file that carries its own proof. Nothing is taken from it into a vault, and nothing in it is opened.",
  choose: "Choose the file …",
  another: "Check another …",
  checking: "Looking at every byte …",
  noneChosen: "No file was chosen.",
  cancelled: "Stopped before all of it was looked at, so nothing can be said about it.",
  verdicts: {
    sound: "It is as it was signed",
    differs: "It is not as it was signed",
    "not-a-record": "This is not a packet of record",
  },
  file: "File",
  facts: "What it says of itself",
  factsSound: "Covered by the signature. That they are true is what its signer says.",
  factsDiffer: "Take none of this for sure: something in the file is not as it was signed.",
  signer: "Who signed it",
  signerKnown: (name: string) => `This is the key of ${name}, as this vault knows it.`,
  signerUnknown: "No key of this vault. Whose it is cannot be told here.",
  signerDiffers: "The key that the file names. Whoever changed the file may have put it there.",
  fingerprint: "Fingerprint",
  proves: "What this proves",
  provesWords:
    "That nothing in the file changed since the holder of this key signed it. Not who that is: compare the fingerprint with one that you were given another way, such as by phone or on a letter. The time in it is the signer’s own statement.",
  differences: (of: number) => count(of, "thing differs", "things differ"),
  kinds: {
    changed: "Changed",
    missing: "Missing",
    added: "Added",
    signature: "Signature",
    archive: "Archive",
  },
  whole: "The file as a whole",
  notARecordWords: "Ask whoever sent it for the file as it left them, and check that one.",
  wayHint: "Somebody gave you one: see whether it is as it was signed. No vault is needed.",
} as const;
