import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { FaultNote } from "../desk/FaultNote";
import { useActions } from "../kit/actions";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { words } from "../words/en";
import { useLocking } from "./useLocking";

const w = words.frame;

/** Locks the vault, and asks first when something is not saved. */
export function LockButton() {
  const tell = useTell();
  const savers = useSavers();
  useLocking();
  const [unsaved, setUnsaved] = useState<Fault | null>(null);
  const [locking, setLocking] = useState(false);

  const lock = async (anyway: "ask" | "anyway") => {
    setLocking(true);
    const left = await savers.flush();
    try {
      if (left[0] && anyway === "ask") {
        setUnsaved(left[0]);
        return;
      }
      setUnsaved(null);
      await tell("lock", { lost: 0 });
      savers.clear();
    } catch (reason) {
      setUnsaved(asFault(reason));
    } finally {
      setLocking(false);
    }
  };
  useActions([
    {
      id: "lock",
      name: w.lockVault,
      keys: "Ctrl+L",
      group: words.palette.everywhere,
      run: () => void lock("ask"),
      overDialogs: true,
    },
  ]);

  return (
    <>
      <Button
        icon="lock"
        aria-keyshortcuts="Control+L"
        isBusy={locking}
        onPress={() => void lock("ask")}
      >
        {locking ? w.locking : w.lock}
      </Button>
      <Dialog
        title={w.closingTitle}
        role="alertdialog"
        isOpen={unsaved !== null}
        onClose={() => setUnsaved(null)}
        foot={
          <>
            <Button weight="danger" onPress={() => void lock("anyway")}>
              {w.lockAnyway}
            </Button>
            <Button weight="primary" onPress={() => setUnsaved(null)}>
              {w.stay}
            </Button>
          </>
        }
      >
        <p>{w.lockWords}</p>
        {unsaved && <FaultNote fault={unsaved} />}
      </Dialog>
    </>
  );
}
