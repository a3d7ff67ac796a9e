import { useState } from "react";
import type { Evidence } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./evidence.module.css";

const w = words.evidence;

type Props = {
  /** The items, at least one. */
  evidence: readonly Evidence[];
  onDone?: () => void;
  onClose: () => void;
};

/** Asks why evidence no longer counts. Nothing is erased. */
export function WithdrawDialog({ evidence, onDone, onClose }: Props) {
  const tell = useTell();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  // What was withdrawn before one failed is not asked for again.
  const [left, setLeft] = useState(evidence);
  const withdraw = async () => {
    setTried(true);
    if (!reason.trim()) return;
    let rest = left;
    try {
      for (const item of left) {
        await tell("withdraw_evidence", { evidence: item.id, reason });
        rest = rest.slice(1);
      }
      onDone?.();
      onClose();
    } catch (why) {
      setLeft(rest);
      setFault(asFault(why));
    }
  };
  const title = evidence.length === 1 ? w.withdrawTitle : w.withdrawMany(evidence.length);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="danger" onPress={() => void withdraw()}>
            {title}
          </Button>
        </>
      }
    >
      <ul className={styles.named}>
        {left.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
          </li>
        ))}
      </ul>
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
