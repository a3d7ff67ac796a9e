import type { VaultView } from "../../bridge/generated/wire";
import { Note } from "../../kit/Note";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import styles from "./vault.module.css";

const w = words.vault;

/** What is known of a vault before it is open: its mode, the head that this computer last saw,
 * and what the last look at it noticed. */
export function VaultFacts({ vault }: { vault: VaultView }) {
  const isApproved = vault.mode === "approved";
  return (
    <>
      <p className={styles.facts}>
        <Status shade={isApproved ? "accent" : "quiet"} icon={isApproved ? "shield" : "lock"} fill>
          {isApproved ? w.modeApproved : w.modeStandard}
        </Status>
        {vault.lastHead !== null && (
          <span>
            {w.lastHead} <code>{vault.lastHead}</code>
          </span>
        )}
      </p>
      {vault.warnings.length > 0 && (
        <Note tone="warn" title={w.noticed}>
          {vault.warnings.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Note>
      )}
    </>
  );
}
