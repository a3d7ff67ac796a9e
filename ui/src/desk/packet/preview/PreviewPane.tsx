import { Loading } from "../../../kit/State";
import { words } from "../../../words/en";
import { FaultNote } from "../../FaultNote";
import type { Laying } from "../useLaidOut";
import { PacketPreview } from "./PacketPreview";
import styles from "./preview.module.css";

const w = words.packet.preview;

/** The pages: on their way, there, or not to be laid out. Those from before stay in view. */
export function PreviewPane({ name, laying }: { name: string; laying: Laying }) {
  const { laid, fault, isBehind, again } = laying;
  return (
    <section className={styles.pane} aria-label={w.title}>
      {fault && (
        <div className={laid ? styles.remark : styles.plain}>
          <FaultNote fault={fault} title={w.failed} onRetry={again} />
          {laid && <p className={styles.count}>{w.failedKept}</p>}
        </div>
      )}
      {laid ? (
        <PacketPreview latest={laid} name={name} isBehind={isBehind} />
      ) : (
        !fault && (
          <div className={styles.plain}>
            <Loading lines={10} />
          </div>
        )
      )}
    </section>
  );
}
