import type { Protection } from "../../bridge/generated/wire";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./program.module.css";

const w = words.program;

/** What keeps the program to itself: each with whether it is in force now, and what it does. */
export function Protections({ lines }: { lines: readonly Protection[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map(({ name, active, sentence }) => (
        <li key={name} className={styles.line}>
          <Status shade={active ? "good" : "warn"} icon={active ? "check" : "warning"}>
            {active ? w.active : w.inactive}
          </Status>
          <strong>{name}</strong>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
