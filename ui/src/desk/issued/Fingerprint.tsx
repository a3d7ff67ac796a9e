import { CopyButton } from "../../kit/CopyButton";
import styles from "./issued.module.css";

/** A key's fingerprint in groups of four, as it is read out and compared, and copied whole. */
export function Fingerprint({ fingerprint, of }: { fingerprint: string; of: string }) {
  const groups = fingerprint.replaceAll(" ", "").match(/.{1,4}/gu) ?? [];
  return (
    <span className={styles.fingerprint}>
      <code className={styles.groups}>
        {groups.map((group, at) => (
          <span key={at}>{group} </span>
        ))}
      </code>
      <CopyButton text={groups.join(" ")} of={of} />
    </span>
  );
}
