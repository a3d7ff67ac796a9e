import type { DestroyedView } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Digest } from "../../kit/Digest";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import styles from "./handover.module.css";

const w = words.retention;

/** Says that an organisation is destroyed, where the certificate is, and what was not reached. */
export function DestroyedDialog({ done, onClose }: { done: DestroyedView; onClose: () => void }) {
  const { name, certificate, unreached } = done;
  return (
    <Dialog
      title={w.done(name)}
      isOpen
      onClose={onClose}
      foot={
        <Button weight="primary" onPress={onClose}>
          {words.kit.close}
        </Button>
      }
    >
      <div className={styles.stack}>
        {certificate && (
          <Note tone="good" live>
            <p>{w.certificate(certificate.name, certificate.folder)}</p>
            <Digest hex={certificate.sha256} of={words.bundle.digest} />
          </Note>
        )}
        {unreached.length > 0 && (
          <div className={styles.part}>
            <h3>{w.stays}</h3>
            <ul className={styles.listed}>
              {unreached.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}
