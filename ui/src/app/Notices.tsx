import type { VaultView } from "../bridge/generated/wire";
import { useMay } from "../bridge/may";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import { AcceptVault } from "./AcceptVault";
import styles from "./Frame.module.css";

const w = words.frame;

/** What is to be known about the open vault: that it is the sample, what the present member may
 * there, what the last look at it noticed, and the button that accepts a vault that was set back. */
export function Notices({ vault }: { vault: VaultView }) {
  const { because } = useMay();
  const { sample, warnings, heldBack, readOnly } = vault;
  const role = because === "reviewer" || because === "reader" ? words.may[because] : null;
  const noticed = warnings.length > 0 || heldBack;
  if (!sample && !noticed && !readOnly && role === null) return null;
  return (
    <section className={styles.notes} aria-label={w.notes}>
      {sample && <p className={styles.sample}>{w.sample}</p>}
      {role !== null && <p className={styles.role}>{role}</p>}
      {readOnly && (
        <Note tone="info" title={words.may.readOnlyTitle}>
          <p>{words.may.readOnly}</p>
        </Note>
      )}
      {noticed && (
        <Note
          tone={heldBack ? "bad" : "warn"}
          title={heldBack ? words.may.heldTitle : w.warnings}
        >
          {warnings.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {heldBack && <AcceptVault isWorker={vault.may?.assess ?? false} />}
        </Note>
      )}
    </section>
  );
}
