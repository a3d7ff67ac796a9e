import { CopyButton } from "./CopyButton";
import styles from "./Digest.module.css";

/** How many digits stand together. */
const GROUP = 8;

/** A long hexadecimal number in groups that can be compared by eye, and copied whole. */
export function Digest({ hex, of }: { hex: string; of: string }) {
  const groups = Array.from({ length: Math.ceil(hex.length / GROUP) }, (_, at) =>
    hex.slice(at * GROUP, (at + 1) * GROUP),
  );
  return (
    <span className={styles.digest}>
      <code className={styles.groups}>
        {groups.map((group, at) => (
          <span key={at}>{group} </span>
        ))}
      </code>
      <CopyButton text={hex} of={of} />
    </span>
  );
}
