import type { EvidenceRequest, RequestState } from "../../bridge/generated/wire";

/** What can be done with requests: another state, a date, a person. */
export type Act = RequestState | "due" | "person";

/** The acts in the order of their keys. */
export const ACTS: readonly { act: Act; keys: string }[] = [
  { act: "asked", keys: "1" },
  { act: "received", keys: "2" },
  { act: "accepted", keys: "3" },
  { act: "refused", keys: "4" },
  { act: "not-to-be-had", keys: "5" },
  { act: "wanted", keys: "0" },
  { act: "due", keys: "D" },
  { act: "person", keys: "P" },
];

/** What usually follows a state. */
export const following: Record<RequestState, Act | null> = {
  wanted: "asked",
  asked: "received",
  received: "accepted",
  accepted: null,
  refused: null,
  "not-to-be-had": null,
};

/** Returns whether an act asks something first. */
export function asksFirst(act: Act): act is Exclude<Act, "wanted" | "asked" | "received"> {
  return act !== "wanted" && act !== "asked" && act !== "received";
}

/** Returns the requests in another state; a reason stays only where one belongs. */
export function inState(
  requests: readonly EvidenceRequest[],
  state: RequestState,
  reason = "",
): EvidenceRequest[] {
  return requests.map((request) => ({ ...request, state, reason }));
}

/** Returns the controls that requests are for, each once. */
export function controlsOf(requests: readonly EvidenceRequest[]): string[] {
  return [...new Set(requests.map((request) => request.control))];
}
