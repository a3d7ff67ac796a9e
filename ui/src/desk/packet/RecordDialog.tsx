import { useState } from "react";
import type { Audience, ExportedFile, PacketPlan } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useAsk, useClient, useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useWork } from "../../bridge/work";
import { Button } from "../../kit/Button";
import { Checkbox } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { useRemembered } from "../../kit/remembered";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { WorkBar } from "../WorkBar";
import { Written } from "../Written";
import { goingAlong, withFiles, type Originals } from "./originals";
import { AUDIENCES, weighing } from "./plan";
import { RecordOriginals } from "./RecordOriginals";
import { Stops } from "./Stops";
import type { LaidOut } from "./useLaidOut";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  assessment: string;
  plan: PacketPlan;
  laid: LaidOut | null;
  onClose: () => void;
};

/** Puts together a packet of record: an archive that proves itself. */
export function RecordDialog({ assessment, plan, laid, onClose }: Props) {
  const client = useClient();
  const tell = useTell();
  const savers = useSavers();
  const shelf = useAsk("shelf", { assessment });
  const files = withFiles(shelf.data?.evidence ?? []);
  const { work, fault: failed, cancelled, run, cancel } = useWork();
  const [audiences, setAudiences] = useState<ReadonlySet<Audience>>(new Set([plan.audience]));
  const [which, setWhich] = useState<Originals>("none");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [data, setData] = useState(plan.data);
  const [evidencePlan, setPlan] = useState(false);
  const [to, setTo] = useRemembered(`record to ${assessment}`, "");
  const [tried, setTried] = useState(false);
  const [file, setFile] = useState<ExportedFile | null>(null);
  const [unsaved, setUnsaved] = useState<Fault | null>(null);
  const stops = audiences.has(plan.audience) ? weighing(laid?.view.checks ?? [], "stop") : [];
  const lacksFiles = which === "chosen" && chosen.size === 0;

  const toggle = (audience: Audience) => {
    const next = new Set(audiences);
    if (!next.delete(audience)) next.add(audience);
    setAudiences(next);
  };
  const make = async () => {
    setTried(true);
    if (audiences.size === 0 || lacksFiles) return;
    setUnsaved(null);
    // What is still being typed belongs in it.
    const left = await savers.flush();
    if (left[0]) {
      setUnsaved(left[0]);
      return;
    }
    const done = await run(async (task) => {
      const wanted = AUDIENCES.filter((audience) => audiences.has(audience));
      const plans = await Promise.all(
        wanted.map(async (audience) =>
          audience === plan.audience
            ? plan
            : (await client.call("packet_plan", { assessment, audience })).plan,
        ),
      );
      const evidence = goingAlong(files, which, chosen, audiences).map(({ id }) => id);
      return tell("export_record", { task, assessment, plans, evidence, data, evidencePlan, to: to.trim() });
    }).catch((reason: unknown) => {
      setUnsaved(asFault(reason));
      return null;
    });
    setFile(done?.file ?? null);
  };
  const fault = unsaved ?? failed;
  return (
    <Dialog
      title={w.recordTitle}
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
            <Button
              weight={stops.length > 0 ? "danger" : "primary"}
              icon="shield"
              isBusy={work !== null}
              onPress={() => void make()}
            >
              {stops.length > 0 ? w.exportAllTheSame : w.recordDo}
            </Button>
          </>
        )
      }
    >
      {file ? (
        <>
          <Written file={file} />
          <p>{w.recordVerify}</p>
        </>
      ) : (
        <>
          <p>{w.recordWords}</p>
          <div role="group" aria-label={w.recordPackets} className={styles.choices}>
            <span className={styles.label}>{w.recordPackets}</span>
            {AUDIENCES.map((audience) => (
              <Checkbox
                key={audience}
                isSelected={audiences.has(audience)}
                onChange={() => toggle(audience)}
              >
                {w.audiences[audience]}
              </Checkbox>
            ))}
            {tried && audiences.size === 0 && (
              <p role="alert" className={styles.error}>
                {w.recordPacketsMissing}
              </p>
            )}
          </div>
          {audiences.has("working") && (
            <Note tone="private">
              <p>{w.recordWorking}</p>
            </Note>
          )}
          <RecordOriginals
            files={files}
            audiences={audiences}
            which={which}
            onWhich={setWhich}
            chosen={chosen}
            onChosen={setChosen}
            error={tried && lacksFiles ? w.recordPickMissing : undefined}
          />
          <div role="group" aria-label={w.recordBesides} className={styles.choices}>
            <span className={styles.label}>{w.recordBesides}</span>
            <Checkbox isSelected={data} onChange={setData}>
              {w.recordData}
            </Checkbox>
            <Checkbox isSelected={evidencePlan} onChange={setPlan}>
              {w.recordPlan}
            </Checkbox>
          </div>
          <Field label={w.to} hint={w.toHint} value={to} onChange={setTo} />
          <Stops stops={stops} />
          {work && <WorkBar label={w.recordMaking} work={work} onCancel={cancel} />}
          {cancelled && <p role="status">{w.recordCancelled}</p>}
          {fault && <FaultNote fault={fault} />}
        </>
      )}
    </Dialog>
  );
}
