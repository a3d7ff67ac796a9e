import { useState } from "react";
import type { DestroyedView, RetentionView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Checkbox } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./handover.module.css";

const w = words.retention;
/** How many assessments are named before the rest is counted. */
const NAMED = 8;

type Props = {
  view: RetentionView;
  onClose: () => void;
  onDestroyed: (done: DestroyedView) => void;
};

/** Asks, in words that say what is lost, whether all of an organisation shall be destroyed. */
export function DestroyDialog({ view, onClose, onDestroyed }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const [early, setEarly] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const isNamed = name.trim() === view.name.trim();
  const isReady = isNamed && reason.trim() !== "" && (view.early === null || early);

  const destroy = async () => {
    setTried(true);
    setKept(false);
    setFault(null);
    if (!isReady) return;
    setBusy(true);
    try {
      await savers.flush();
      const { organisation } = view;
      const done = await tell("destroy_organisation", { organisation, name, reason, early });
      if (done.certificate === null) setKept(true);
      else onDestroyed(done);
    } catch (why) {
      setFault(asFault(why));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={w.dialog(view.name)}
      role="alertdialog"
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="danger" isBusy={busy} onPress={() => void destroy()}>
            {busy ? w.destroying : w.destroyDo}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Goes view={view} />
        <div className={styles.part}>
          <h3>{w.stays}</h3>
          <ul className={styles.listed}>
            {w.unreached.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        {view.early !== null && (
          <Note tone="warn">
            <Checkbox isSelected={early} onChange={setEarly}>
              {view.early}
            </Checkbox>
            {tried && !early && <p role="alert">{w.earlyMissing}</p>}
          </Note>
        )}
        <Field
          label={w.name}
          hint={w.nameHint(view.name)}
          value={name}
          onChange={setName}
          error={tried && !isNamed ? w.nameWrong : undefined}
        />
        <Field
          label={w.reason}
          hint={w.reasonHint}
          lines={2}
          value={reason}
          onChange={setReason}
          error={tried && !reason.trim() ? w.reasonMissing : undefined}
        />
        <p className={styles.quiet}>{w.certificateFirst}</p>
        {kept && (
          <Note tone="info" live>
            <p>{w.nothingDestroyed}</p>
          </Note>
        )}
        {fault && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}

function Goes({ view }: { view: RetentionView }) {
  const assessments = view.rows.filter(({ kind }) => kind === "assessment");
  const documents = view.rows.length - assessments.length;
  return (
    <div className={styles.part}>
      <h3>{w.goes}</h3>
      <ul className={styles.listed}>
        {assessments.slice(0, NAMED).map(({ name, created }, at) => (
          <li key={`${name} ${created} ${at}`}>{name}</li>
        ))}
        {assessments.length > NAMED && <li>{w.more(assessments.length - NAMED)}</li>}
        <li>{w.documents(documents)}</li>
        <li>{w.records}</li>
      </ul>
    </div>
  );
}
