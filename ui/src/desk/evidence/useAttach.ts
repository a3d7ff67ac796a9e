import { useCallback, useEffect, useRef, useState } from "react";
import type { AttachedFile, AttachedView, Strength, Subject } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useClient, useTell } from "../../bridge/queries";

/** What files are attached to. */
export type Target = {
  assessment: string;
  /** The control; nothing is for sorting later. */
  control: string | null;
  subject: Subject;
  strength: Strength;
  /** The evidence of which they are redacted copies. */
  redacts?: string;
};

/** How files come. */
export type Way = { by: "picker" } | { by: "drop"; token: string } | { by: "paste" };

/** Work under way. */
export type Work = { task: string; file: number; files: number; done: number; total: number };

let tasks = 0;

/** Attaches files one load at a time, and tells how far it is and what became of each. */
export function useAttach(target: Target, onDone?: (view: AttachedView) => void) {
  const tell = useTell();
  const client = useClient();
  const [work, setWork] = useState<Work | null>(null);
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const busy = useRef(false);

  useEffect(
    () => client.listen("progress", (said) => setWork((was) => (was?.task === said.task ? said : was))),
    [client],
  );

  const start = async (way: Way) => {
    if (busy.current) return;
    busy.current = true;
    tasks += 1;
    const task = `attach-${tasks}`;
    setWork({ task, file: 0, files: 0, done: 0, total: 0 });
    setFault(null);
    try {
      const { redacts = null, ...place } = target;
      const view =
        way.by === "paste"
          ? await tell("attach_pasted", { ...place, task })
          : await tell("attach_files", {
              ...place,
              redacts,
              dropped: way.by === "drop" ? way.token : null,
              task,
            });
      setFiles(view.files);
      if (view.files.length > 0) onDone?.(view);
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      busy.current = false;
      setWork(null);
    }
  };

  const task = work?.task;
  const cancel = () => {
    if (task !== undefined) void tell("cancel_task", { task }).catch(() => undefined);
  };
  const forget = useCallback(() => setFiles([]), []);
  return { work, files, fault, start, cancel, forget };
}
