import { Button } from "../../kit/Button";
import { Progress } from "../../kit/Meter";
import { words } from "../../words/en";
import type { Work } from "./useAttach";
import styles from "./attach.module.css";

const w = words.evidence;

/** Files being sealed: how far it is, and how to stop. */
export function AttachWork({ work, onCancel }: { work: Work; onCancel: () => void }) {
  // Sealing thousands of bytes says nothing; which file of how many does.
  const many = work.files > 1;
  return (
    <div className={styles.work}>
      <span role="status">
        {work.files > 0 ? w.attaching(work.file, work.files) : w.attachingStart}
      </span>
      <Progress
        label={w.attachingStart}
        value={many ? work.file - 1 + share(work) : work.done}
        total={many ? work.files : work.total}
      />
      <Button weight="quiet" onPress={onCancel}>
        {w.cancel}
      </Button>
    </div>
  );
}

function share({ done, total }: Work): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}
