import { useState } from "react";
import type { Evidence } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";

const w = words.evidence;
type Props = { evidence: Evidence; onClose: () => void };

/** Says that a copy lies in the clear, and asks where. Nothing leaves without this. */
export function SaveCopyDialog({ evidence, onClose }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  const [saved, setSaved] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = async () => {
    setFault(null);
    try {
      const { file } = await tell("save_copy", { evidence: evidence.id });
      if (!file) return;
      setSaved(file.name);
      announce(w.copied(file.name));
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Dialog
      title={w.copyTitle}
      isOpen
      onClose={onClose}
      foot={
        saved === null ? (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button weight="primary" icon="download" onPress={() => void save()}>
              {w.copyDo}
            </Button>
          </>
        ) : (
          <Button weight="primary" onPress={onClose}>
            {words.kit.close}
          </Button>
        )
      }
    >
      <p>
        <strong>{evidence.title}</strong>
      </p>
      {saved === null ? (
        <>
          <p>{w.copyWords}</p>
          {evidence.phi !== "no" && (
            <Note tone="warn">
              <p>{evidence.phi === "yes" ? w.copyPhi : w.copyPhiUnknown}</p>
            </Note>
          )}
        </>
      ) : (
        <Note tone="good">
          <p>{w.copied(saved)}</p>
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
