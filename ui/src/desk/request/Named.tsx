import type { EvidenceRequest } from "../../bridge/generated/wire";
import styles from "./request.module.css";

/** How many are named before the rest is only counted. */
const MOST = 5;

/** Names what an act is done to. */
export function Named({ requests }: { requests: readonly EvidenceRequest[] }) {
  const rest = requests.length - MOST;
  return (
    <ul className={styles.named}>
      {requests.slice(0, MOST).map((request) => (
        <li key={request.id}>
          <strong>{request.artefact}</strong> <span className={styles.quiet}>{request.control}</span>
        </li>
      ))}
      {rest > 0 && <li className={styles.quiet}>{`+ ${rest.toLocaleString("en-US")}`}</li>}
    </ul>
  );
}
