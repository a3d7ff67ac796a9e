import { useState } from "react";
import type { OverviewView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { classes } from "../../kit/classes";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { clock } from "../../words/format";
import { FaultNote } from "../FaultNote";
import styles from "./standing.module.css";

const w = words.overview;

/** Makes the assessment final, saying what is still open; and the versions so far. */
export function Finalise({ view }: { view: OverviewView }) {
  const tell = useTell();
  const savers = useSavers();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const finalise = async () => {
    setFault(null);
    try {
      const unsaved = await savers.flush();
      if (unsaved[0]) {
        setFault(unsaved[0]);
        return;
      }
      await tell("finalise", { assessment: view.assessment.id });
      setAsking(false);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <>
      {view.assessment.stage === "draft" && (
        <p>
          <Button icon="lock" onPress={() => setAsking(true)}>
            {w.finalise}
          </Button>
        </p>
      )}
      {view.versions.length > 0 && (
        <section className={classes(styles.card, styles.versions)}>
          <h2>{w.versions}</h2>
          <ul>
            {view.versions.map((version) => (
              <li key={version.id}>
                {w.versionLine(version.number, version.by, clock(version.at))}{" "}
                <code className={styles.digest}>{version.digest}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog
        title={w.finaliseTitle}
        isOpen={asking}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button onPress={() => setAsking(false)}>{words.kit.cancel}</Button>
            <Button weight="primary" onPress={() => void finalise()}>
              {w.finaliseDo}
            </Button>
          </>
        }
      >
        <p>{w.finaliseWords}</p>
        {view.owed.length > 0 && <p>{w.finaliseOwed(view.owed.length)}</p>}
        {fault && <FaultNote fault={fault} />}
      </Dialog>
    </>
  );
}
