import { useState } from "react";
import type { Evidence, Subject } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Attach } from "./Attach";

const w = words.evidence;

/** The answer that a redacted copy is linked to besides. */
export type Place = { control: string; subject: Subject };

type Props = { evidence: Evidence; place: Place | null; onClose: () => void };

/** Attaches a redacted copy beside its sealed original. */
export function RedactDialog({ evidence, place, onClose }: Props) {
  const [done, setDone] = useState(false);
  return (
    <Dialog
      title={w.redactTitle(evidence.title)}
      isOpen
      onClose={onClose}
      wide
      foot={
        <Button weight={done ? "primary" : "plain"} onPress={onClose}>
          {done ? words.kit.close : words.kit.cancel}
        </Button>
      }
    >
      <p>{w.redactWords}</p>
      <Attach
        assessment={evidence.assessment}
        control={place?.control ?? null}
        subject={place?.subject ?? "all"}
        redacts={evidence.id}
        onDone={() => setDone(true)}
      />
      {done && (
        <Note tone="info">
          <p>{w.redactsNote}</p>
        </Note>
      )}
    </Dialog>
  );
}
