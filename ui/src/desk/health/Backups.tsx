import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { BackupRow, BackupsView } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { useAsk, useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useWork } from "../../bridge/work";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { FaultNote } from "../FaultNote";
import { WorkBar } from "../WorkBar";
import { BackupList } from "./BackupList";
import { RestoreDialog } from "./RestoreDialog";
import styles from "./health.module.css";

const w = words.health;

/** The vault's backups: the last one, how to make one, and how to get one back. */
export function Backups() {
  const asked = useAsk("backups", {});
  const may = useMay();
  const { work, made, fault, make } = useMake();
  const [restoring, setRestoring] = useState<{ from: string | null } | null>(null);
  const restore = () => setRestoring({ from: null });
  useActions([
    {
      id: "back up",
      name: w.makeAction,
      group: w.group,
      isDisabled: !may.hand,
      run: () => void make(),
    },
    { id: "restore", name: w.restoreAction, group: w.group, run: restore },
  ]);
  return (
    <section className={styles.part} aria-label={w.backups}>
      <header className={styles.head}>
        <h2>{w.backups}</h2>
        <Button onPress={restore}>{w.restore}</Button>
        {may.hand && (
          <Button
            weight={asked.data?.isOverdue ? "primary" : "plain"}
            icon="copy"
            isBusy={work.work !== null}
            onPress={() => void make()}
          >
            {w.make}
          </Button>
        )}
      </header>
      <p className={styles.intro}>{w.backupWords}</p>
      {work.work && <WorkBar label={w.making} work={work.work} onCancel={work.cancel} />}
      {work.cancelled && <p role="status">{w.cancelled}</p>}
      {(fault ?? work.fault) && <FaultNote fault={(fault ?? work.fault) as Fault} />}
      <Asked of={asked} lines={4}>
        {(view) => (
          <>
            {made?.backups[0] ? (
              <Made backup={made.backups[0]} warnings={made.warnings} />
            ) : (
              <LastBackup view={view} />
            )}
            <BackupList
              backups={view.backups}
              onRestore={(from) => setRestoring({ from })}
            />
          </>
        )}
      </Asked>
      {restoring && (
        <RestoreDialog from={restoring.from} isOpenVault onClose={() => setRestoring(null)} />
      )}
    </section>
  );
}

/** Makes a backup where the person says, and returns how far that is and what came of it. */
function useMake() {
  const tell = useTell();
  const savers = useSavers();
  const work = useWork();
  const [made, setMade] = useState<BackupsView | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const make = async () => {
    setFault(null);
    setMade(null);
    try {
      const { folder } = await tell("choose_backup_place", {});
      if (folder === null) return;
      // What is still being typed belongs in it.
      const unsaved = await savers.flush();
      if (unsaved[0]) {
        setFault(unsaved[0]);
        return;
      }
      const view = await work.run((task) => tell("back_up", { folder, task }));
      setMade(view);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return { work, made, fault, make };
}

function Made({ backup, warnings }: { backup: BackupRow; warnings: readonly string[] }) {
  const { verified, copied, objects } = backup;
  const isGood = verified && warnings.length === 0;
  return (
    <Note tone={isGood ? "good" : "warn"} live>
      <p>{verified ? w.made(copied, objects) : w.madeUnverified}</p>
      {warnings.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}

function LastBackup({ view }: { view: BackupsView }) {
  if (!view.isOverdue) return <p>{view.sentence}</p>;
  return (
    <Note tone="warn" title={w.overdue}>
      <p>
        {view.sentence} {w.overdueWords}
      </p>
    </Note>
  );
}
