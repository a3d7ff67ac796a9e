import { useState } from "react";
import type { EvidenceRequest } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { asksFirst, inState, type Act } from "./acts";
import { useSaveRequests } from "./useSaveRequests";

const w = words.request;

/** An act that asks something first, with what it is done to. */
export type Asking = { act: Exclude<Act, "wanted" | "asked" | "received">; requests: readonly EvidenceRequest[] };

/** Does an act to requests at once, or opens its question. */
export function useActs(assessment: string) {
  const { save, fault, said } = useSaveRequests(assessment);
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = (what: Act, requests: readonly EvidenceRequest[]) => {
    if (requests.length === 0) return;
    if (asksFirst(what)) setAsking({ act: what, requests });
    else void save(inState(requests, what), w.changed(requests.length, words.code.request[what]));
  };
  return { act, asking, close: () => setAsking(null), save, fault, said };
}
