import { useState } from "react";
import { asFault, type Fault } from "../bridge/fault";
import type { CheckView, VaultView } from "../bridge/generated/wire";
import { useTell } from "../bridge/queries";
import { useSavers } from "../bridge/savers";
import { FaultNote } from "../desk/FaultNote";
import { Button } from "../kit/Button";
import { Note } from "../kit/Note";
import { Status } from "../kit/Status";
import { words } from "../words/en";
import styles from "./HealthPart.module.css";

const w = words.frame;

/** Looks at everything in the vault and says what was found. */
export function HealthPart({ vault }: { vault: VaultView }) {
  const tell = useTell();
  const savers = useSavers();
  const [found, setFound] = useState<CheckView | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async () => {
    setBusy(true);
    setFault(null);
    setFound(null);
    try {
      await savers.flush();
      setFound(await tell("check_vault", { task: "check" }));
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className={styles.part} aria-label={w.checkTitle}>
      <p>{w.checkWords}</p>
      <p className={styles.trail}>{w.trail(vault.entries, vault.head)}</p>
      <p>
        <Button weight="primary" isBusy={busy} onPress={() => void run()}>
          {w.checkRun}
        </Button>
      </p>
      {busy && <p role="status">{w.checking}</p>}
      {fault && <FaultNote fault={fault} />}
      {found && (
        <>
          <Note tone={found.sound ? "good" : "bad"} live>
            <p>{found.sound ? w.checkSound : w.checkUnsound}</p>
          </Note>
          <ul className={styles.lines}>
            {found.lines.map((line) => (
              <li key={line.part + line.sentence} className={styles.line}>
                <Status shade={line.sound ? "good" : "bad"} icon={line.sound ? "check" : "stop"}>
                  {line.sound ? w.checkOk : w.checkBad}
                </Status>
                <strong>{line.part}</strong>
                <span>{line.sentence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
