import { useState } from "react";
import type { Evidence, Phi } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { RedactDialog, type Place } from "./RedactDialog";
import styles from "./evidence.module.css";

const w = words.evidence;

type Props = {
  evidence: Evidence;
  /** Whether a redacted copy of it is there. */
  paired: boolean;
  place: Place | null;
};

/** What matters about PHI in an item: whether somebody looked, and a redacted copy. */
export function PhiNote({ evidence, paired, place }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  if (evidence.withdrawn || evidence.redacts || evidence.phi === "no" || paired) return null;
  const unknown = evidence.phi === "unknown";
  const set = async (phi: Phi) => {
    setFault(null);
    try {
      await tell("save_evidence", { evidence: { ...evidence, phi }, control: null, strength: null });
      announce(w.phiSet(evidence.title, words.code.phi[phi]));
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Note tone="warn">
      <div className={styles.phi}>
        <p>{unknown ? w.phiUnknown : w.phiYes}</p>
        <p className={styles.phiActs}>
          {unknown && (
            <>
              <Button changes small onPress={() => void set("no")}>
                {w.phiIsNot}
              </Button>
              <Button changes small onPress={() => void set("yes")}>
                {w.phiIs}
              </Button>
            </>
          )}
          {evidence.attachment && (
            <Button changes small weight="quiet" onPress={() => setOpen(true)}>
              {w.redact}
            </Button>
          )}
        </p>
      </div>
      {fault && <FaultNote fault={fault} />}
      {open && <RedactDialog evidence={evidence} place={place} onClose={() => setOpen(false)} />}
    </Note>
  );
}
