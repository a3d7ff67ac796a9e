import { useState } from "react";
import type { BundleView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { useWork } from "../../bridge/work";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { WorkBar } from "../WorkBar";
import { BundleFacts } from "./BundleFacts";
import { lacks, OpenFields, type Opening } from "./OpenFields";
import styles from "./handover.module.css";

const w = words.bundle;
const BLANK: Opening = { file: "", by: "passphrase", passphrase: "", identity: "" };

type Props = { onClose: () => void; onShow: (organisation: string) => void };

/** Opens what somebody handed over: looked at first, and taken in only then. */
export function OpenBundleDialog({ onClose, onShow }: Props) {
  const tell = useTell();
  const { run, work, cancel, cancelled, fault } = useWork();
  const [opening, setOpening] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [found, setFound] = useState<BundleView | null>(null);
  const wrong = fault?.code === "wrong-passphrase";

  const open = async (take: boolean) => {
    setTried(true);
    if (lacks(opening)) return;
    const { file, by, passphrase, identity } = opening;
    const isKey = by === "identity";
    const view = await run((task) =>
      tell("open_bundle", {
        file: file.trim(),
        passphrase: isKey ? "" : passphrase,
        identity: isKey ? identity.trim() : null,
        take,
        task,
      }),
    );
    if (view) setFound(view);
  };
  const again = () => {
    setFound(null);
    setTried(false);
    setOpening(BLANK);
  };
  const taken = found?.taken ?? null;
  const foot =
    found === null ? (
      <>
        <Button onPress={onClose}>{words.kit.cancel}</Button>
        <Button weight="primary" isBusy={work !== null} onPress={() => void open(false)}>
          {w.look}
        </Button>
      </>
    ) : taken !== null ? (
      <>
        <Button onPress={onClose}>{words.kit.close}</Button>
        <Button weight="primary" onPress={() => onShow(taken)}>
          {w.show}
        </Button>
      </>
    ) : (
      <>
        <Button onPress={again}>{w.another}</Button>
        {found.refused === null && (
          <Button weight="primary" isBusy={work !== null} onPress={() => void open(true)}>
            {w.takeDo}
          </Button>
        )}
      </>
    );
  return (
    <Dialog title={w.takeTitle} isOpen onClose={onClose} foot={foot}>
      <div className={styles.stack}>
        {found === null ? (
          <>
            <p>{w.takeIntro}</p>
            <OpenFields
              value={opening}
              onChange={setOpening}
              tried={tried}
              error={wrong ? fault.message : undefined}
            />
          </>
        ) : (
          <BundleFacts bundle={found} />
        )}
        {work && <WorkBar label={found ? w.taking : w.looking} work={work} onCancel={cancel} />}
        {cancelled && <p role="status">{w.cancelled}</p>}
        {fault && !(wrong && found === null) && <FaultNote fault={fault} />}
      </div>
    </Dialog>
  );
}
