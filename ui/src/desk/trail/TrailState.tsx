import { useState } from "react";
import type { SignedHeadView, TrailCheckView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { SignedHead } from "./SignedHead";
import styles from "./trail.module.css";

const w = words.trail;

type Props = {
  verified: TrailCheckView | null;
  signed: SignedHeadView | null;
  onEntry: (number: number) => void;
};

/** Whether the trail holds together, since when somebody vouches for it, and what no look at it
 * can see. */
export function TrailState({ verified, signed, onEntry }: Props) {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const verify = async () => {
    setBusy(true);
    setFault(null);
    try {
      await tell("verify_trail", {});
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  useActions([
    { id: "verify trail", name: w.verifyAction, group: w.group, run: () => void verify() },
  ]);
  const broken = verified?.firstBreak ?? null;
  const again = (
    <span className={styles.acts}>
      {broken !== null && (
        <Button onPress={() => onEntry(broken)}>{w.firstBreak(broken)}</Button>
      )}
      <Button weight="quiet" edge="end" isBusy={busy} onPress={() => void verify()}>
        {busy ? w.verifying : w.verify}
      </Button>
    </span>
  );
  return (
    <div className={styles.state}>
      {verified ? (
        <Note
          tone={verified.sound ? "good" : "bad"}
          title={verified.sound ? w.sound : w.unsound}
          live
        >
          <div className={styles.verdict}>
            <p>{verified.sentence}</p>
            {again}
          </div>
        </Note>
      ) : (
        <Note tone="info" live>
          <p>{w.running}</p>
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
      <div className={styles.folds}>
        <Fold title={w.signed} level={2}>
          {signed ? <SignedHead head={signed} /> : <p>{w.neverSigned}</p>}
        </Fold>
        {verified && verified.unseen.length > 0 && (
          <Fold title={w.unseen} level={2}>
            <ul className={styles.unseen}>
              {verified.unseen.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Fold>
        )}
      </div>
    </div>
  );
}
