import type { Evidence } from "../../bridge/generated/wire";
import { NEW } from "../../bridge/record";

/** Returns an empty written reference: evidence without a file. */
export function newReference(assessment: string, today: string, by: string): Evidence {
  return {
    id: NEW,
    assessment,
    title: "",
    attachment: null,
    text: "",
    providedBy: "",
    collectedBy: by,
    collectedOn: today,
    coversFrom: null,
    coversTo: null,
    documentVersion: "",
    effective: null,
    validUntil: null,
    collection: "",
    confidentiality: "client",
    phi: "unknown",
    added: new Date().toISOString(),
    withdrawn: null,
  };
}
