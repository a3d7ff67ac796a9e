import type { ExcludedRow } from "../../bridge/generated/wire";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Some } from "../Some";
import styles from "./packet.module.css";

const w = words.packet;

/** What whoever gets the packet will not see, and why. */
export function ExcludedTab({ excluded }: { excluded: readonly ExcludedRow[] }) {
  return (
    <div className={styles.tab}>
      <h2 className={styles.label}>{w.excluded}</h2>
      {excluded.length === 0 ? (
        <Note tone="info">
          <p>{w.excludedNone}</p>
        </Note>
      ) : (
        <div className={styles.list}>
          <Some items={excluded} first={40}>
            {({ what, count, why }) => (
              <li key={what + why} className={styles.check}>
                <span className={styles.checkHead}>
                  <strong className={styles.grows}>{what}</strong>
                  <span className={styles.count}>{w.counted(count)}</span>
                </span>
                <p className={styles.hint}>{why}</p>
              </li>
            )}
          </Some>
        </div>
      )}
    </div>
  );
}
