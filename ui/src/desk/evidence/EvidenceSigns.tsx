import type { Evidence } from "../../bridge/generated/wire";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./evidence.module.css";

const w = words.evidence;

type Props = {
  evidence: Evidence;
  /** Whether assurance came from it, and whether it was lowered because it is not fresh. */
  counts?: "best" | "stale" | undefined;
};

/** What is to be known of an item at a glance. */
export function EvidenceSigns({ evidence, counts }: Props) {
  return (
    <p className={styles.signs}>
      {evidence.withdrawn && (
        <Status shade="bad" icon="cross">
          {w.withdrawn}
        </Status>
      )}
      {counts && (
        <Status shade="accent" icon="check">
          {w.best}
        </Status>
      )}
      {counts === "stale" && (
        <Status shade="warn" icon="clock">
          {w.stale}
        </Status>
      )}
      {evidence.redacts && (
        <Status shade="quiet" icon="dash">
          {w.redactedCopy}
        </Status>
      )}
      {evidence.phi === "yes" && (
        <Status shade="warn" icon="warning">
          {words.code.phi.yes}
        </Status>
      )}
    </p>
  );
}
