import { useAsk } from "../../bridge/queries";
import { IconButton } from "../../kit/Button";
import { Facts } from "../../kit/Facts";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import { Asked } from "../Asked";
import { EntryProof } from "./EntryProof";
import styles from "./trail.module.css";

const w = words.trail;

/** One entry: who did what when, and the proof. */
export function EntrySheet({ number, onClose }: { number: number; onClose: () => void }) {
  const asked = useAsk("trail_entry", { number });
  return (
    <section className={styles.sheet} aria-label={w.entry(number)}>
      <Asked of={asked} lines={6}>
        {(entry) => {
          const { row } = entry;
          return (
            <>
              <header className={styles.sheetHead}>
                <div>
                  <p className={styles.quiet}>{w.entry(row.number)}</p>
                  <h2>{w.did(row.action, row.kind)}</h2>
                </div>
                <IconButton icon="cross" label={words.kit.close} onPress={onClose} />
              </header>
              {row.clockBack && (
                <Note tone="warn" title={w.clockBack}>
                  <p>{w.clockBackWords}</p>
                </Note>
              )}
              <Facts
                of={[
                  [w.facts.at, moment(row.at)],
                  [w.facts.who, row.who],
                  [w.facts.about, row.about],
                  [w.facts.chain, row.organisation ? w.chainOf(row.organisation) : w.chainOfVault],
                  [w.facts.computer, row.here ? w.here : w.elsewhere],
                ]}
              />
              <EntryProof entry={entry} />
            </>
          );
        }}
      </Asked>
    </section>
  );
}
