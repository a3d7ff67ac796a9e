import { useState } from "react";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useWork } from "../../bridge/work";
import type { Fault } from "../../bridge/fault";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { PlaceField } from "../PlaceField";
import { WorkBar } from "../WorkBar";
import styles from "./health.module.css";

const w = words.health;

type Props = {
  /** The backup, where it was chosen already. */
  from: string | null;
  /** Whether a vault is open, which is locked then. */
  isOpenVault?: boolean;
  onClose: () => void;
  /** Hears that the restored vault waits for its passphrase. */
  onRestored?: () => void;
};

/** Puts a backup in a new place; afterwards that vault asks for its passphrase. */
export function RestoreDialog({ from: given, isOpenVault, onClose, onRestored }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const work = useWork();
  const [from, setFrom] = useState(given ?? "");
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const [unsaved, setUnsaved] = useState<Fault | null>(null);
  const isSame = from.trim() !== "" && from.trim() === to.trim();
  const restore = async () => {
    setTried(true);
    setUnsaved(null);
    if (!from.trim() || !to.trim() || isSame) return;
    const left = await savers.flush();
    if (left[0]) {
      setUnsaved(left[0]);
      return;
    }
    const done = await work.run((task) =>
      tell("restore_vault", { from: from.trim(), to: to.trim(), task }),
    );
    if (!done) return;
    savers.clear();
    onClose();
    onRestored?.();
  };
  const toFault = isSame ? w.samePlace : tried && !to.trim() ? w.toMissing : undefined;
  return (
    <Dialog
      title={w.restoreTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" isBusy={work.work !== null} onPress={() => void restore()}>
            {work.work ? w.restoring : w.restoreDo}
          </Button>
        </>
      }
    >
      <p>{w.restoreWords}</p>
      <div className={styles.stack}>
        <PlaceField
          label={w.from}
          hint={w.fromHint}
          by="choose_vault"
          value={from}
          onChange={setFrom}
          error={tried && !from.trim() ? w.fromMissing : undefined}
        />
        <PlaceField
          label={w.to}
          hint={w.toHint}
          by="choose_new_vault"
          value={to}
          onChange={setTo}
          error={toFault}
        />
      </div>
      {isOpenVault && <p>{w.restoreAfter}</p>}
      {work.work && <WorkBar label={w.restoring} work={work.work} onCancel={work.cancel} />}
      {work.cancelled && <p role="status">{w.cancelled}</p>}
      {unsaved && <FaultNote fault={unsaved} />}
      {work.fault && <FaultNote fault={work.fault} />}
    </Dialog>
  );
}
