import { useEffect } from "react";
import type { Fault } from "../bridge/fault";
import { useClient } from "../bridge/queries";
import { useSavers, type Savers } from "../bridge/savers";

/** How often what could not be saved is tried again, and how long after. The program waits
 * three seconds in all before it locks without the page. */
const TRIES = 4;
const PAUSE = 500;

/** Saves all that is typed, again for a while where that fails; returns what failed for good. */
async function saveAll(savers: Savers): Promise<Fault[]> {
  let left = await savers.flush();
  for (let tried = 1; tried < TRIES && left.length > 0; tried += 1) {
    await new Promise((go) => setTimeout(go, PAUSE));
    left = await savers.flush();
  }
  return left;
}

/** Locks the vault when the program says that nobody is there, or that the computer is about
 * to sleep: what is typed is saved first. Nobody can be asked, so what cannot be saved is
 * counted, and the lock screen says so. */
export function useLocking(): void {
  const client = useClient();
  const savers = useSavers();
  useEffect(() => {
    let begun = false;
    return client.listen("locking", () => {
      if (begun) return;
      begun = true;
      void saveAll(savers)
        .then((left) => client.call("lock", { lost: left.length }))
        // The program locks by itself when this did not come through.
        .catch(() => undefined);
    });
  }, [client, savers]);
}
