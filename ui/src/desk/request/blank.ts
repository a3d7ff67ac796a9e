import type { EvidenceRequest, Subject } from "../../bridge/generated/wire";
import { NEW } from "../../bridge/record";

/** Returns a request that somebody adds by hand. */
export function newRequest(assessment: string, control: string, subject: Subject): EvidenceRequest {
  return {
    id: NEW,
    assessment,
    control,
    subject,
    artefact: "",
    origin: "person",
    owners: [],
    collection: "",
    state: "wanted",
    person: null,
    ask: "",
    due: null,
    reason: "",
    evidence: [],
  };
}
