import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import { useTell } from "../bridge/queries";
import { FaultNote } from "../desk/FaultNote";
import { Button } from "../kit/Button";
import { usePlace } from "../view/place";
import { words } from "../words/en";
import styles from "./Frame.module.css";

const w = words.may;

/** Says what to do with a vault that was found older than it should be, and lets somebody who
 * works in it accept it as it is. */
export function AcceptVault({ isWorker }: { isWorker: boolean }) {
  const tell = useTell();
  const { go } = usePlace();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const accept = async () => {
    setBusy(true);
    setFault(null);
    try {
      await tell("accept_vault", {});
    } catch (reason) {
      setFault(asFault(reason));
      setBusy(false);
    }
  };
  return (
    <>
      <ol className={styles.steps}>
        {w.heldSteps.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {!isWorker && <p>{w.heldOthers}</p>}
      <p className={styles.heldActs}>
        <Button onPress={() => go({ at: "vault", part: "health" })}>{w.toBackups}</Button>
        <Button onPress={() => go({ at: "vault", part: "trail" })}>{w.toTrail}</Button>
        {isWorker && (
          <Button weight="danger" isBusy={busy} onPress={() => void accept()}>
            {words.frame.accept}
          </Button>
        )}
      </p>
      {fault && <FaultNote fault={fault} />}
    </>
  );
}
