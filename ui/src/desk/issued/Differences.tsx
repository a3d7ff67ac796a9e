import type { RecordFault, RecordDifference } from "../../bridge/generated/wire";
import type { IconName } from "../../kit/Icon";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { Some } from "../Some";
import styles from "./issued.module.css";

const w = words.verify;
const icons: Record<RecordFault, IconName> = {
  changed: "pencil",
  missing: "dash",
  added: "plus",
  signature: "stop",
  archive: "warning",
};

/** How many are shown before somebody asks for more. */
const FIRST = 20;

/** What in a packet of record is not as it was signed, name by name. */
export function Differences({ of }: { of: readonly RecordDifference[] }) {
  return (
    <section className={styles.part} aria-labelledby="record-differences">
      <h3 id="record-differences">{w.differences(of.length)}</h3>
      <div className={styles.differences}>
        <Some items={of} first={FIRST}>
          {({ name, kind, sentence }) => (
            <li key={`${kind} ${name} ${sentence}`}>
              <Status shade="bad" icon={icons[kind]}>
                {w.kinds[kind]}
              </Status>
              <span className={styles.name}>
                <strong>{name || w.whole}</strong>
                <span>{sentence}</span>
              </span>
            </li>
          )}
        </Some>
      </div>
    </section>
  );
}
