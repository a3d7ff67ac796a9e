import { useEffect, useRef, useState } from "react";
import type { Events } from "./client";
import { asFault, type Fault } from "./fault";
import { useClient } from "./queries";

/** How far a task is. */
export type Work = Events["progress"];

let tasks = 0;

/** Long work that tells how far it is and can be cancelled: one task at a time. */
export type Working = {
  /** How far it is; nothing while nothing is under way. */
  work: Work | null;
  /** Why the last task failed. */
  fault: Fault | null;
  /** Whether the last task was cancelled by the person. */
  cancelled: boolean;
  /** Does it under a name of its own, and returns what came of it; nothing when it failed. */
  run: <T>(task: (name: string) => Promise<T>) => Promise<T | null>;
  cancel: () => void;
};

/** Returns how to do long work, and how far it is. */
export function useWork(): Working {
  const client = useClient();
  const [work, setWork] = useState<Work | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const wish = useRef(false);
  const running = useRef(false);
  const wished = () => wish.current;

  useEffect(
    () => client.listen("progress", (said) => setWork((was) => (was?.task === said.task ? said : was))),
    [client],
  );

  const run = async <T>(task: (name: string) => Promise<T>): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    wish.current = false;
    tasks += 1;
    const name = `work-${tasks}`;
    setWork({ task: name, file: 0, files: 0, done: 0, total: 0 });
    setFault(null);
    setCancelled(false);
    try {
      return await task(name);
    } catch (reason) {
      // What a person wanted is no failure.
      if (wished()) setCancelled(true);
      else setFault(asFault(reason));
      return null;
    } finally {
      running.current = false;
      setWork(null);
    }
  };

  const cancel = () => {
    if (!work) return;
    wish.current = true;
    void client.call("cancel_task", { task: work.task }).catch(() => undefined);
  };
  return { work, fault, cancelled, run, cancel };
}
