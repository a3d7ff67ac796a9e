import type { Evidence } from "../../bridge/generated/wire";
import { Dialog } from "../../kit/Dialog";
import { Preview } from "./preview/Preview";
import styles from "./evidence.module.css";

type Props = { evidence: Evidence; onClose: () => void };

/** A look at an item, over the screen it was opened from. */
export function PreviewDialog({ evidence, onClose }: Props) {
  return (
    <Dialog title={evidence.title} isOpen onClose={onClose} wide="whole">
      <div className={styles.whole}>
        <Preview evidence={evidence} />
      </div>
    </Dialog>
  );
}
