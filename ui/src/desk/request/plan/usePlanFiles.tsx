import { useState, type ReactNode } from "react";
import { useAsk } from "../../../bridge/queries";
import { useActions } from "../../../kit/actions";
import { useAnnounce } from "../../../kit/Announcer";
import { words } from "../../../words/en";
import { PlanExportDialog } from "./PlanExportDialog";
import { PlanImportDialog } from "./PlanImportDialog";

const w = words.plan;

type PlanFiles = {
  write: () => void;
  read: () => void;
  /** What was applied, until it is taken back; empty before. */
  said: string;
  /** The dialog that is open. */
  dialog: ReactNode;
};

/** Returns how the evidence plan leaves as a file, and how it is read back. */
export function usePlanFiles(assessment: string): PlanFiles {
  const announce = useAnnounce();
  const [open, setOpen] = useState<"write" | "read" | null>(null);
  const [said, setSaid] = useState("");
  // Right after a step there is nothing to do again: what can be was taken back.
  const steps = useAsk("history", { of: assessment });
  const isTakenBack = (steps.data?.redo ?? null) !== null;
  const write = () => setOpen("write");
  const read = () => {
    setSaid("");
    setOpen("read");
  };
  const close = () => setOpen(null);
  const group = words.request.title;
  useActions([
    { id: "plan.write", name: w.writeAction, group, changes: true, run: write },
    { id: "plan.read", name: w.readAction, group, changes: true, run: read },
  ]);
  const applied = (sentence: string) => {
    setSaid(sentence);
    announce(sentence);
    close();
  };
  const dialog =
    open === "write" ? (
      <PlanExportDialog assessment={assessment} onClose={close} />
    ) : open === "read" ? (
      <PlanImportDialog assessment={assessment} onClose={close} onApplied={applied} />
    ) : null;
  return { write, read, said: isTakenBack ? "" : said, dialog };
}
