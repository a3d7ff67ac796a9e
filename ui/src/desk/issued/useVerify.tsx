import { useState, type ReactNode } from "react";
import { useActions } from "../../kit/actions";
import { words } from "../../words/en";
import { VerifyDialog } from "./VerifyDialog";

const w = words.verify;

/** Returns how a packet of record is looked at: what opens the dialog, and the dialog. It is an
 * action of the screen too. */
export function useVerify(): { open: () => void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useActions([{ id: "verify record", name: w.action, group: w.group, run: open }]);
  return { open, dialog: isOpen ? <VerifyDialog onClose={() => setOpen(false)} /> : null };
}
