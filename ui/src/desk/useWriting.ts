import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import { useSavers } from "../bridge/savers";

/** Writes something that leaves the vault: what is still being typed is saved first, for it
 * belongs into it. Tells whether it is under way and what went wrong. */
export function useWriting() {
  const savers = useSavers();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const write = async (work: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      const unsaved = await savers.flush();
      if (unsaved[0]) {
        setFault(unsaved[0]);
        return;
      }
      await work();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, write };
}
