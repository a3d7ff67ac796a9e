import type { LockedView } from "../../bridge/generated/wire";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import styles from "./vault.module.css";

const w = words.locking;

/** Says why a vault was locked without being asked, and what that cost. */
export function WhyLocked({ locked }: { locked: LockedView }) {
  const { because, lost } = locked;
  if (lost > 0) {
    return (
      <div className={styles.why}>
        <Note tone="warn" title={because ? w.title[because] : w.title.lost} live>
          <p>{w.lost(lost)}</p>
        </Note>
      </div>
    );
  }
  if (!because) return null;
  return (
    <div className={styles.why}>
      <Note tone={because === "fault" ? "warn" : "info"} title={w.title[because]} live>
        <p>{because === "fault" ? w.fault : w.saved}</p>
      </Note>
    </div>
  );
}
