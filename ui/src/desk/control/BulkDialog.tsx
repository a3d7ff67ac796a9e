import { useDeferredValue, useState } from "react";
import type { AssessmentView, Framework } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useAsk, useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Radios } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { FaultNote } from "../FaultNote";
import { bulkRequest, nothingChosen, setsSomething, type BulkChoice } from "./bulk";
import { BulkFields } from "./BulkFields";
import { BulkPreview } from "./BulkPreview";
import type { Spot } from "./listing";
import styles from "./dialog.module.css";

const w = words.desk;

/** Some controls that can be answered together, and what they are. */
export type BulkSet = { id: string; label: string; controls: readonly string[] };

type Props = {
  framework: Framework;
  file: AssessmentView;
  places: readonly Spot[];
  /** The likeliest first. */
  sets: readonly BulkSet[];
  onClose: () => void;
};

type Step = { is: "choosing" } | { is: "busy" } | { is: "done"; count: number } | { is: "undone" };

/** Answers several controls alike: what is set, what would change, and a way back. */
export function BulkDialog({ framework, file, places, sets, onClose }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [set, setSet] = useState(sets[0]?.id ?? "");
  const [choice, setChoice] = useState(nothingChosen);
  const [step, setStep] = useState<Step>({ is: "choosing" });
  const [fault, setFault] = useState<Fault | null>(null);
  const assessment = file.assessment.id;
  const controls = sets.find((one) => one.id === set)?.controls ?? [];
  const chosen = useDeferredValue(choice);
  const something = setsSomething(chosen);
  const asked = useAsk("preview_bulk", bulkRequest(assessment, controls, chosen), {
    enabled: something && step.is === "choosing",
    keep: true,
  });
  const count = something ? (asked.data?.rows.filter((row) => row.changes).length ?? 0) : 0;

  const run = async (work: () => Promise<Step>) => {
    setFault(null);
    setStep({ is: "busy" });
    try {
      setStep(await work());
    } catch (reason) {
      setFault(asFault(reason));
      setStep({ is: "choosing" });
    }
  };
  const apply = () =>
    run(async () => {
      await savers.flush();
      await tell("answer_bulk", bulkRequest(assessment, controls, choice));
      return { is: "done", count };
    });
  const undo = () =>
    run(async () => {
      await tell("undo", { of: assessment });
      return { is: "undone" };
    });

  const change = (part: Partial<BulkChoice>) => setChoice((was) => ({ ...was, ...part }));
  const over = step.is === "done" || step.is === "undone";
  return (
    <Dialog
      title={w.bulkTitle}
      isOpen
      onClose={onClose}
      wide={over ? false : "most"}
      foot={
        over ? (
          <>
            {step.is === "done" && <Button onPress={() => void undo()}>{w.undo}</Button>}
            <Button weight="primary" onPress={onClose}>
              {words.kit.close}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button
              weight="primary"
              isDisabled={count === 0}
              isBusy={step.is === "busy"}
              onPress={() => void apply()}
            >
              {w.bulkDo(count)}
            </Button>
          </>
        )
      }
    >
      {fault && <FaultNote fault={fault} />}
      {step.is === "done" && (
        <Note tone="good" live title={w.bulkDone(step.count)}>
          <p>{w.bulkDoneWords}</p>
        </Note>
      )}
      {step.is === "undone" && <Note tone="info" live title={w.undone} />}
      {!over && (
        <div className={styles.bulk}>
          <div className={styles.stack}>
            {sets.length > 1 && (
              <Radios label={w.bulkFor} value={set} options={sets} onChange={setSet} />
            )}
            <BulkFields
              framework={framework}
              people={file.people}
              choice={choice}
              onChange={change}
            />
          </div>
          <section aria-label={w.bulkPreview} className={styles.preview}>
            {something ? (
              <Asked of={asked} lines={8}>
                {(view) => <BulkPreview view={view} places={places} />}
              </Asked>
            ) : (
              <p className={styles.hint}>{w.bulkNothing}</p>
            )}
          </section>
        </div>
      )}
    </Dialog>
  );
}
