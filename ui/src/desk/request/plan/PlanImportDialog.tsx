import { useState } from "react";
import type { PlanImportView } from "../../../bridge/generated/wire";
import { asFault, type Fault } from "../../../bridge/fault";
import { useTell } from "../../../bridge/queries";
import { useSavers } from "../../../bridge/savers";
import { Button } from "../../../kit/Button";
import { Dialog } from "../../../kit/Dialog";
import { words } from "../../../words/en";
import { FaultNote } from "../../FaultNote";
import { PlanFound } from "./PlanFound";
import { applying, byRequest } from "./planned";
import styles from "./plan.module.css";

const w = words.plan;

type Props = {
  assessment: string;
  onClose: () => void;
  /** Is told how much was applied, in words. */
  onApplied: (sentence: string) => void;
};

/** Reads a filled-in evidence plan: what it would change is seen first, and applied only then. */
export function PlanImportDialog({ assessment, onClose, onApplied }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [found, setFound] = useState<PlanImportView | null>(null);
  const [busy, setBusy] = useState<"reading" | "applying" | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const isChosen = found !== null && found.file !== null;

  const attempt = async (what: "reading" | "applying", work: () => Promise<void>) => {
    setBusy(what);
    setFault(null);
    try {
      // What is still being typed here is what the file is compared with.
      const unsaved = await savers.flush();
      if (unsaved[0]) setFault(unsaved[0]);
      else await work();
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(null);
    }
  };
  const read = () => {
    void attempt("reading", async () => {
      setFound(null);
      setFound(await tell("read_plan", { assessment }));
    });
  };
  const apply = ({ token, changes }: PlanImportView) => {
    void attempt("applying", async () => {
      await tell("apply_plan", { token });
      const applied = applying(changes);
      onApplied(w.applied(applied.length, byRequest(applied).length));
    });
  };
  const changes = isChosen ? applying(found.changes).length : 0;
  return (
    <Dialog
      title={w.readTitle}
      isOpen
      onClose={onClose}
      wide={isChosen && found.changes.length > 0 ? "most" : true}
      foot={
        <>
          <Button onPress={onClose}>
            {!isChosen ? words.kit.cancel : changes > 0 ? w.leave : words.kit.close}
          </Button>
          <Button
            weight={isChosen ? "plain" : "primary"}
            icon="file"
            isBusy={busy === "reading"}
            onPress={read}
          >
            {busy === "reading" ? w.reading : isChosen ? w.another : w.choose}
          </Button>
          {isChosen && changes > 0 && (
            <Button
              changes
              weight="primary"
              isBusy={busy === "applying"}
              onPress={() => apply(found)}
            >
              {busy === "applying" ? w.applying : w.apply(changes)}
            </Button>
          )}
        </>
      }
    >
      {isChosen ? (
        <PlanFound view={found} />
      ) : (
        <div className={styles.stack}>
          <p>{w.readWords}</p>
          <p className={styles.quiet}>{w.readSafe}</p>
          <p role="status">{found ? w.noneChosen : ""}</p>
        </div>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
