import { useState } from "react";
import type { ExportedFile } from "../../bridge/generated/wire";
import { useAsk } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Digest } from "../../kit/Digest";
import { Note } from "../../kit/Note";
import { ReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { BLANK } from "../passphrase/NewPassphrase";
import { WorkBar } from "../WorkBar";
import { SealFields, type Seal } from "./SealFields";
import { useBundle } from "./useBundle";
import { waysIn } from "./ways";
import styles from "./handover.module.css";

const w = words.bundle;

type Props = { assessment: string; title: string; onClose: () => void };

/** Makes one encrypted file of an assessment for a colleague. */
export function BundleDialog({ assessment, title, onClose }: Props) {
  const mode = useAsk("status", {}, { fresh: Infinity }).data?.mode ?? "standard";
  const [seal, setSeal] = useState<Seal>({
    way: waysIn(mode)[0] ?? "own",
    written: BLANK,
    recipient: "",
  });
  const [tried, setTried] = useState(false);
  const { make, work, cancel, cancelled, file, fault, weak } = useBundle(assessment);
  const begin = () => {
    setTried(true);
    void make(seal);
  };
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      wide
      foot={
        file ? (
          <Button weight="primary" onPress={onClose}>
            {words.kit.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button weight="primary" icon="download" isBusy={work !== null} onPress={begin}>
              {w.make}
            </Button>
          </>
        )
      }
    >
      {file ? (
        <Written file={file} />
      ) : (
        <div className={styles.stack}>
          <p>{w.intro(title)}</p>
          {/* Who may hand over may write here, though the vault itself is only read. */}
          <ReadOnly value={false}>
            <SealFields mode={mode} value={seal} onChange={setSeal} tried={tried} weak={weak} />
          </ReadOnly>
          {work && <WorkBar label={w.making} work={work} onCancel={cancel} />}
          {cancelled && <p role="status">{w.cancelled}</p>}
          {fault && <FaultNote fault={fault} />}
        </div>
      )}
    </Dialog>
  );
}

function Written({ file }: { file: ExportedFile }) {
  return (
    <Note tone="good" title={w.done(file.name)} live>
      <p>{w.doneWords(file.folder)}</p>
      <Digest hex={file.sha256} of={w.digest} />
      {file.warnings.length > 0 && (
        <>
          <p>
            <strong>{w.warnings}</strong>
          </p>
          <ul>
            {file.warnings.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );
}
