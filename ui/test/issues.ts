import type { Issue, VerifiedView } from "../src/bridge/generated/wire";
import { SAVED } from "./clinic";

/** The fingerprint of whoever works here, as it is read out. */
export const OWN = "9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55";

/** An entry of the register. */
export function entry(id: string, part: Partial<Issue> = {}): Issue {
  return {
    id,
    organisation: "o1",
    assessment: "a1",
    kind: "packet",
    audience: "client",
    version: 1,
    draft: true,
    sha256: "9f31c2d4".repeat(8),
    pages: null,
    to: "",
    at: SAVED,
    by: "R. Ames",
    signer: OWN.replaceAll(" ", ""),
    head: "ab".repeat(32),
    entries: 212,
    ...part,
  };
}

/** What a packet of record turned out to be. */
export function verified(part: Partial<VerifiedView> = {}): VerifiedView {
  return {
    file: "record.zip",
    verdict: "sound",
    sentence: "All 12 files are as they were signed.",
    facts: [["Organisation", "Harbour Clinic"]],
    differences: [],
    signer: OWN,
    signerKnown: null,
    ...part,
  };
}
