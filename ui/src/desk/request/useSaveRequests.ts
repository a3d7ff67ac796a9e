import { useState } from "react";
import type { EvidenceRequest } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useAsk, useTell } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";

/** Saves requests in one step, says what was done, and returns whether it was. */
export function useSaveRequests(assessment: string) {
  const tell = useTell();
  const announce = useAnnounce();
  const [fault, setFault] = useState<Fault | null>(null);
  const [said, setSaid] = useState("");
  // Right after a step there is nothing to do again: what can be was taken back.
  const steps = useAsk("history", { of: assessment });
  const isTakenBack = (steps.data?.redo ?? null) !== null;
  const save = async (requests: readonly EvidenceRequest[], sentence: string) => {
    setFault(null);
    setSaid("");
    try {
      await tell("save_requests", { assessment, requests: [...requests] });
      setSaid(sentence);
      announce(sentence);
      return true;
    } catch (reason) {
      setFault(asFault(reason));
      return false;
    }
  };
  return { save, fault, said: isTakenBack ? "" : said };
}
