import type { Evidence, EvidenceLink, PreviewView } from "../src/bridge/generated/wire";
import { SAVED } from "./clinic";

/** An item of evidence with a file. */
export function item(id: string, part: Partial<Evidence> = {}): Evidence {
  return {
    id,
    assessment: "a1",
    title: `Item ${id}`,
    attachment: { id: `at-${id}`, fileName: `${id}.pdf`, length: 2048, sha256: "ab".repeat(32) },
    text: "",
    providedBy: "",
    collectedBy: "R. Ames",
    collectedOn: "2026-11-20",
    coversFrom: null,
    coversTo: null,
    documentVersion: "",
    effective: null,
    validUntil: null,
    collection: "",
    confidentiality: "client",
    phi: "no",
    added: SAVED,
    withdrawn: null,
    ...part,
  };
}

/** How an item bears on a control. */
export function linkOf(evidence: string, control: string, part: Partial<EvidenceLink> = {}): EvidenceLink {
  return {
    id: `l-${evidence}-${control}`,
    assessment: "a1",
    evidence,
    control,
    subject: "all",
    strength: "examined",
    bearing: "supports",
    remark: "",
    ...part,
  };
}

/** What a preview says when nothing else is said. */
export const noPreview: PreviewView = {
  kind: "unshown",
  pages: [],
  text: "",
  rows: [],
  total: 0,
  cut: false,
  sentence: "",
};
