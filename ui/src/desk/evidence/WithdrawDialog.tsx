import { useState } from "react";
import type { Evidence } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";

const w = words.evidence;

/** Asks why evidence no longer counts. Nothing is erased. */
export function WithdrawDialog({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const tell = useTell();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const withdraw = async () => {
    setTried(true);
    if (!reason.trim()) return;
    try {
      await tell("withdraw_evidence", { evidence: evidence.id, reason });
      onClose();
    } catch (why) {
      setFault(asFault(why));
    }
  };
  return (
    <Dialog
      title={w.withdrawTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="danger" onPress={() => void withdraw()}>
            {w.withdrawTitle}
          </Button>
        </>
      }
    >
      <p>
        <strong>{evidence.title}</strong>
      </p>
      <p>{w.withdrawWords}</p>
      <Field
        label={w.withdrawReason}
        lines={2}
        value={reason}
        onChange={setReason}
        error={tried && !reason.trim() ? w.withdrawMissing : undefined}
      />
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
