import type { VaultView } from "../bridge/generated/wire";
import { Note } from "../kit/Note";
import { words } from "../words/en";
import { AcceptVault } from "./AcceptVault";
import styles from "./Frame.module.css";

const w = words.frame;

/** What is to be known about the open vault: that it is the sample, what the last look at it
 * noticed, and the button that accepts a vault that was set back. */
export function Notices({ vault }: { vault: VaultView }) {
  const noticed = vault.warnings.length > 0 || vault.heldBack;
  if (!vault.sample && !noticed) return null;
  return (
    <section className={styles.notes} aria-label={w.notes}>
      {vault.sample && <p className={styles.sample}>{w.sample}</p>}
      {noticed && (
        <Note tone="warn" title={w.warnings}>
          {vault.warnings.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {vault.heldBack && <AcceptVault />}
        </Note>
      )}
    </section>
  );
}
