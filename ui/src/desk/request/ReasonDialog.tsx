import { useState } from "react";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import type { AskingProps } from "./ActDialogs";
import { inState } from "./acts";
import { Named } from "./Named";

const w = words.request;

type Props = AskingProps & { state: "refused" | "not-to-be-had" };

/** Asks why something was refused or is not to be had. */
export function ReasonDialog({ requests, state, save, fault, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const count = requests.length;
  const close = () => {
    setTried(true);
    if (!reason.trim()) return;
    void save(inState(requests, state, reason), w.changed(count, words.code.request[state]));
  };
  return (
    <Dialog
      title={state === "refused" ? w.refuseTitle(count) : w.absentTitle(count)}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={close}>
            {words.kit.save}
          </Button>
        </>
      }
    >
      <Named requests={requests} />
      <Field
        label={w.reason}
        lines={3}
        value={reason}
        onChange={setReason}
        error={tried && !reason.trim() ? w.reasonMissing : undefined}
      />
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
