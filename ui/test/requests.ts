import type { EvidenceRequest, RequestsView, Settles } from "../src/bridge/generated/wire";
import { placed } from "../src/desk/framework";
import { framework } from "./catalogue";

export const TODAY = "2026-11-26";

const controls = placed(framework).map(({ control }) => control.id);

/** Returns the id of a control by its place. */
export const controlAt = (place: number) => controls[place % controls.length] ?? "";

/** Something that is wanted. */
export function request(id: string, part: Partial<EvidenceRequest> = {}): EvidenceRequest {
  return {
    id,
    assessment: "a1",
    control: controlAt(0),
    subject: "all",
    artefact: `Artefact ${id}`,
    origin: "catalogue",
    owners: [],
    collection: "",
    state: "wanted",
    person: null,
    ask: "",
    due: null,
    reason: "",
    evidence: [],
    ...part,
  };
}

/** An evidence plan. */
export function plan(requests: EvidenceRequest[], part: Partial<RequestsView> = {}): RequestsView {
  return {
    requests,
    settles: [],
    missing: [],
    today: TODAY,
    people: [
      { id: "p1", organisation: "o1", name: "M. Reyes", role: "Security officer", contact: "" },
    ],
    ...part,
  };
}

/** An artefact that several requests name. */
export function settling(artefact: string, requests: readonly EvidenceRequest[]): Settles {
  const named = { controls: requests.map((one) => one.control), requests: requests.map((one) => one.id) };
  return { artefact, ...named };
}
