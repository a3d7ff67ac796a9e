import { words } from "../../words/en";
import { Fingerprint } from "./Fingerprint";
import styles from "./issued.module.css";

const w = words.issued;

/** The fingerprint by which recipients tell what this person issued, and what it is for. */
export function OwnFingerprint({ fingerprint }: { fingerprint: string }) {
  return (
    <div className={styles.own}>
      <div className={styles.ownHead}>
        <h3>{w.fingerprint}</h3>
        <p className={styles.quiet}>{w.fingerprintWords}</p>
      </div>
      <Fingerprint of={w.fingerprint} fingerprint={fingerprint} />
    </div>
  );
}
