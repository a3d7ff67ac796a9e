import { useState, type SubmitEvent } from "react";
import type { Control, ControlView, Method, Observation, Subject } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { newObservation, NEW } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { date, today } from "../../words/format";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import styles from "./control.module.css";

const w = words.desk;
type Props = { control: Control; view: ControlView; subject: Subject; assessor: string };

/** The dated facts found at a control. */
export function Observations({ control, view, subject, assessor }: Props) {
  const tell = useTell();
  const [open, setOpen] = useState<Observation | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const fresh = () => ({
    ...newObservation(view.assessment, control.id, subject, today()),
    method: control.sufficientMethod,
    by: assessor,
  });
  const remove = (observation: string) =>
    tell("remove_observation", { observation }).catch((r: unknown) => setFault(asFault(r)));
  return (
    <section className={styles.block} aria-label={w.observations}>
      <header className={styles.blockHead}>
        <h2>{w.observations}</h2>
        <Button weight="quiet" edge="end" icon="plus" onPress={() => setOpen(fresh())}>
          {w.addObservation}
        </Button>
      </header>
      {view.observations.length === 0 && <p className={styles.quiet}>{w.noObservations}</p>}
      <ul>
        {view.observations.map((one) => (
          <li key={one.id} className={styles.fact}>
            <p>
              <strong>{words.code.method[one.method]}</strong> · {date(one.on)}
              {one.withWhom && ` · ${one.withWhom}`}
            </p>
            {one.procedure && <p className={styles.quiet}>{one.procedure}</p>}
            <p>{one.result}</p>
            {(one.population || one.sample) && (
              <p className={styles.quiet}>
                {[one.population, one.sample].filter(Boolean).join(" → ")}
              </p>
            )}
            <p>
              <Button weight="quiet" edge="start" onPress={() => setOpen(one)}>
                {w.editObservation}
              </Button>
              <Button weight="quiet" onPress={() => void remove(one.id)}>
                {w.removeObservation}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {fault && <FaultNote fault={fault} />}
      {open && <Editor control={control} observation={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

type EditorProps = { control: Control; observation: Observation; onClose: () => void };

function Editor({ control, observation, onClose }: EditorProps) {
  const tell = useTell();
  const [draft, setDraft] = useState(observation);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const change = (part: Partial<Observation>) => setDraft((was) => ({ ...was, ...part }));
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!draft.result.trim()) return;
    try {
      await tell("save_observation", draft);
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const procedures = [
    { id: "", label: w.ownWords },
    ...control.procedures.map(({ text }) => ({ id: text, label: text })),
  ];
  const known = control.procedures.some(({ text }) => text === draft.procedure);
  return (
    <Dialog
      title={observation.id === NEW ? w.newObservation : w.editObservation}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" type="submit" form="observation">
            {words.kit.save}
          </Button>
        </>
      }
    >
      <form
        id="observation"
        className={styles.stack}
        onSubmit={(event) => void save(event)}
        noValidate
      >
        <Select
          label={w.fromCatalogue}
          value={known ? draft.procedure : ""}
          options={procedures}
          onChange={(text) => {
            const method = control.procedures.find((p) => p.text === text)?.method;
            change({ procedure: text, ...(method ? { method } : {}) });
          }}
        />
        {!known && (
          <Field
            label={w.procedure}
            value={draft.procedure}
            onChange={(procedure) => change({ procedure })}
          />
        )}
        <div className={styles.pairs}>
          <Select<Method>
            label={w.method}
            value={draft.method}
            options={options(words.code.method)}
            onChange={(method) => change({ method })}
          />
          <DateField label={w.on} value={draft.on} onChange={(on) => on && change({ on })} />
          <Field
            label={w.withWhom}
            value={draft.withWhom}
            onChange={(withWhom) => change({ withWhom })}
          />
          <Field label={w.observedBy} value={draft.by} onChange={(by) => change({ by })} />
          <Field
            label={w.population}
            hint={w.populationHint}
            value={draft.population}
            onChange={(population) => change({ population })}
          />
          <Field
            label={w.sampleLabel}
            hint={w.sampleHint}
            value={draft.sample}
            onChange={(sample) => change({ sample })}
          />
        </div>
        <Field
          label={w.result}
          lines={4}
          value={draft.result}
          onChange={(result) => change({ result })}
          error={tried && !draft.result.trim() ? w.resultMissing : undefined}
        />
        {fault && <FaultNote fault={fault} />}
      </form>
    </Dialog>
  );
}
