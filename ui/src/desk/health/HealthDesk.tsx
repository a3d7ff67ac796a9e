import type { VaultView } from "../../bridge/generated/wire";
import { words } from "../../words/en";
import { Backups } from "./Backups";
import { CheckPart } from "./CheckPart";
import styles from "./health.module.css";

/** Whether the vault is sound, and where its backups are. */
export function HealthDesk({ vault }: { vault: VaultView }) {
  return (
    <div className={styles.desk}>
      <Backups />
      <CheckPart />
      <p className={styles.trail}>{words.frame.trail(vault.entries, vault.head)}</p>
    </div>
  );
}
