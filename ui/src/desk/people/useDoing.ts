import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";

/** Work of a dialog: whether it is under way, and what kept it from being done. */
export function useDoing() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, attempt };
}
