import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { CheckView, ExportedFile, Severity } from "../../bridge/generated/wire";
import { useMay } from "../../bridge/may";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useWork } from "../../bridge/work";
import { useActions } from "../../kit/actions";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import { FaultNote } from "../FaultNote";
import { WorkBar } from "../WorkBar";
import { CheckLines, worst } from "./CheckLines";
import styles from "./health.module.css";

const w = words.health;

const verdict: Record<Severity, { tone: "good" | "info" | "warn" | "bad"; words: string }> = {
  sound: { tone: "good", words: w.sound },
  note: { tone: "info", words: w.notes },
  warning: { tone: "warn", words: w.warned },
  fault: { tone: "bad", words: w.unsound },
};

/** Looks at everything in the vault, says what was found, and mends what can be mended. */
export function CheckPart() {
  const tell = useTell();
  const savers = useSavers();
  const may = useMay();
  const work = useWork();
  const [found, setFound] = useRemembered<CheckView | null>("check", null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [repairing, setRepairing] = useState<string | null>(null);
  const [saved, setSaved] = useState<ExportedFile | null>(null);

  const look = async () => {
    setFault(null);
    setSaved(null);
    await savers.flush();
    const view = await work.run((task) => tell("check_vault", { task }));
    if (view) setFound(view);
  };
  const attempt = async (what: () => Promise<void>) => {
    setFault(null);
    try {
      await what();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const repair = async (name: string) => {
    setRepairing(name);
    await attempt(async () => setFound(await tell("repair_vault", { repair: name })));
    setRepairing(null);
  };
  const save = () => attempt(async () => setSaved((await tell("save_check", {})).file));

  useActions([
    { id: "check now", name: w.checkAction, group: w.group, run: () => void look() },
    {
      id: "save check",
      name: w.saveAction,
      group: w.group,
      isDisabled: !found,
      run: () => void save(),
    },
  ]);

  const said = found ? verdict[worst(found.lines)] : null;
  return (
    <section className={styles.part} aria-label={w.checkTitle}>
      <header className={styles.head}>
        <h2>{w.checkTitle}</h2>
        {found && !work.work && (
          <Button icon="download" onPress={() => void save()}>
            {w.save}
          </Button>
        )}
        <Button
          icon="shield"
          isBusy={work.work !== null}
          onPress={() => void look()}
        >
          {found ? w.again : w.run}
        </Button>
      </header>
      <p className={styles.intro}>{w.checkWords}</p>
      {work.work && <WorkBar label={w.checking} work={work.work} onCancel={work.cancel} />}
      {work.cancelled && <p role="status">{w.cancelled}</p>}
      {work.fault && <FaultNote fault={work.fault} onRetry={() => void look()} />}
      {fault && <FaultNote fault={fault} />}
      {saved && (
        <Note tone="good" title={w.saved(saved.name)} live>
          <p>{w.savedWords(saved.folder)}</p>
        </Note>
      )}
      {found && said && !work.work && (
        <>
          <Note tone={said.tone} live>
            <p>
              <strong>{said.words}</strong> {w.checkedAt(moment(found.at))}
            </p>
          </Note>
          <CheckLines
            lines={found.lines}
            busy={repairing}
            onRepair={may.own ? (name) => void repair(name) : null}
          />
        </>
      )}
    </section>
  );
}
