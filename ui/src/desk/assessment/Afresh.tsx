import { useState, type SubmitEvent } from "react";
import type { AssessmentRow, DuplicatedView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Radios } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { today } from "../../words/format";
import { FaultNote } from "../FaultNote";
import { DayFields } from "./DayFields";
import { lackingDays, yearUpTo } from "./terms";
import styles from "./assessment.module.css";

const w = words.library.afresh;
const FORM = "start-afresh";

type Props = { row: AssessmentRow; onClose: () => void; onMade: (assessment: string) => void };

/** Starts a fresh assessment from another one. */
export function Afresh({ row, onClose, onMade }: Props) {
  const tell = useTell();
  const [title, setTitle] = useState(() => w.nextTitle(row.title, today().slice(0, 4)));
  const [days, setDays] = useState(() => ({ period: yearUpTo(today()), asOf: today() }));
  const [answers, setAnswers] = useState<"empty" | "carry">("empty");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<DuplicatedView | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!title.trim() || lackingDays(days).length > 0) return;
    setBusy(true);
    setFault(null);
    try {
      const view = await tell("duplicate_assessment", {
        assessment: row.id,
        title,
        ...days,
        carryAnswers: answers === "carry",
      });
      if (view.gone.length > 0) setMade(view);
      else onMade(view.assessment.assessment.id);
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      wide
      foot={
        made ? (
          <Button weight="primary" onPress={() => onMade(made.assessment.assessment.id)}>
            {w.open}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{words.kit.cancel}</Button>
            <Button weight="primary" type="submit" form={FORM} isBusy={busy}>
              {busy ? w.making : w.make}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <Note tone="info" live>
          <p>{w.gone(made.gone.length)}</p>
          <p>{made.gone.join(", ")}</p>
        </Note>
      ) : (
        <form
          id={FORM}
          className={styles.form}
          onSubmit={(event) => void make(event)}
          noValidate
        >
          <p>{w.words(row.title)}</p>
          <Field
            label={words.start.name}
            value={title}
            onChange={setTitle}
            error={tried && !title.trim() ? words.start.nameMissing : undefined}
          />
          <DayFields days={days} onChange={(part) => setDays((was) => ({ ...was, ...part }))} />
          <Radios
            label={w.answers}
            value={answers}
            options={[
              { id: "empty", label: w.empty },
              { id: "carry", label: w.carry, hint: w.carryHint },
            ]}
            onChange={setAnswers}
          />
        </form>
      )}
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
