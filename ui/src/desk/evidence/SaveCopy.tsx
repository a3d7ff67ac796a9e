import { useState } from "react";
import type { Evidence } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { words } from "../../words/en";
import { SaveCopyDialog } from "./SaveCopyDialog";

/** The button that asks before a copy is saved. */
export function SaveCopy({ evidence }: { evidence: Evidence }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="download" onPress={() => setOpen(true)}>
        {words.evidence.copy}
      </Button>
      {open && <SaveCopyDialog evidence={evidence} onClose={() => setOpen(false)} />}
    </>
  );
}
