import { useState } from "react";
import type { ExportedFile, PaperSize, PlanFormat } from "../../../bridge/generated/wire";
import { useTell } from "../../../bridge/queries";
import { Button } from "../../../kit/Button";
import { Radios } from "../../../kit/Choice";
import { Dialog } from "../../../kit/Dialog";
import { Field } from "../../../kit/Field";
import { useRemembered } from "../../../kit/remembered";
import { words } from "../../../words/en";
import { options } from "../../../words/options";
import { FaultNote } from "../../FaultNote";
import { Written } from "../../Written";
import { useWriting } from "../../useWriting";
import styles from "./plan.module.css";

const w = words.plan;

type Outcome = { is: "written"; file: ExportedFile } | { is: "cancelled" } | null;

/** Writes the evidence plan as a file, for somebody. */
export function PlanExportDialog({ assessment, onClose }: { assessment: string; onClose: () => void }) {
  const tell = useTell();
  const [format, setFormat] = useRemembered<PlanFormat>("plan format", "xlsx");
  const [paper, setPaper] = useRemembered<PaperSize>("paper", "letter");
  const [to, setTo] = useState("");
  const { busy, fault, write: writing } = useWriting();
  const [outcome, setOutcome] = useState<Outcome>(null);

  const write = () => {
    setOutcome(null);
    return writing(async () => {
      const { file } = await tell("export_plan", { assessment, format, paper, to: to.trim() });
      setOutcome(file ? { is: "written", file } : { is: "cancelled" });
    });
  };
  const written = outcome?.is === "written" ? outcome.file : null;
  return (
    <Dialog
      title={w.writeTitle}
      isOpen
      onClose={onClose}
      wide
      foot={
        written ? (
          <Button weight="primary" onPress={onClose}>
            {words.kit.close}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button weight="primary" icon="download" isBusy={busy} onPress={() => void write()}>
              {busy ? w.writing : w.writeDo}
            </Button>
          </>
        )
      }
    >
      {written ? (
        <Written file={written} />
      ) : (
        <div className={styles.stack}>
          <Radios<PlanFormat>
            label={w.format}
            value={format}
            options={options(w.formats, w.formatHints)}
            onChange={setFormat}
          />
          {format !== "ics" && (
            <Radios<PaperSize>
              label={w.paper}
              value={paper}
              options={options(w.papers)}
              onChange={setPaper}
              flow="line"
            />
          )}
          <Field label={w.to} hint={w.toHint} value={to} onChange={setTo} />
          <p className={styles.quiet}>{w.open}</p>
          <p role="status">{outcome?.is === "cancelled" ? w.cancelled : ""}</p>
          {fault && <FaultNote fault={fault} />}
        </div>
      )}
    </Dialog>
  );
}
