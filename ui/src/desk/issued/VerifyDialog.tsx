import { useState } from "react";
import type { VerifiedView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useWork } from "../../bridge/work";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { WorkBar } from "../WorkBar";
import { Verified } from "./Verified";
import styles from "./issued.module.css";

const w = words.verify;

/** Looks at a packet of record: whether it is as it was signed, and by whose key. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const tell = useTell();
  const { run, work, cancel, cancelled, fault } = useWork();
  const [found, setFound] = useState<VerifiedView | null>(null);
  const isThere = found !== null && found.file !== null;
  const leave = () => {
    cancel();
    onClose();
  };
  const check = async () => {
    setFound(null);
    const view = await run((task) => tell("verify_record", { task }));
    if (view) setFound(view);
  };
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={leave}
      wide
      foot={
        <>
          <Button onPress={leave}>{words.kit.close}</Button>
          <Button
            weight={isThere ? "plain" : "primary"}
            icon="file"
            isBusy={work !== null}
            onPress={() => void check()}
          >
            {isThere ? w.another : w.choose}
          </Button>
        </>
      }
    >
      {isThere ? (
        <Verified view={found} />
      ) : (
        <div className={styles.stack}>
          <p>{w.intro}</p>
          {work && <WorkBar label={w.checking} work={work} onCancel={cancel} />}
          <p role="status">{cancelled ? w.cancelled : found ? w.noneChosen : ""}</p>
          {fault && <FaultNote fault={fault} />}
        </div>
      )}
    </Dialog>
  );
}
