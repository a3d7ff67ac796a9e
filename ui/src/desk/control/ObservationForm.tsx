import { useEffect, useRef, useState, type SubmitEvent } from "react";
import type { Control, Method, Observation, Person } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { NEW } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Radios, Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { Keys } from "../../kit/Keys";
import { words } from "../../words/en";
import { date, today } from "../../words/format";
import { options } from "../../words/options";
import { FaultNote } from "../FaultNote";
import { named, PersonField } from "./PersonField";
import styles from "./observation.module.css";

const w = words.desk;
const OWN = "own words";

type Props = {
  control: Control;
  observations: readonly Observation[];
  people: readonly Person[];
  draft: Observation;
  onChange: (draft: Observation) => void;
  onClose: () => void;
};

/** An observation being written: what was done, when, with whom, out of how much, and what was
 * found. Ctrl+Enter saves it from anywhere. */
export function ObservationForm(props: Props) {
  const { control, observations, people, draft, onChange, onClose } = props;
  const tell = useTell();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const lacksResult = tried && !draft.result.trim();
  const change = (part: Partial<Observation>) => onChange({ ...draft, ...part });

  // It was opened to be written: the focus begins at the procedure.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input:checked")?.focus();
  }, []);

  const save = async (event?: SubmitEvent) => {
    event?.preventDefault();
    setTried(true);
    setFault(null);
    if (!draft.result.trim()) {
      form.current?.querySelector("textarea")?.focus();
      return;
    }
    try {
      await tell("save_observation", draft);
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  const known = control.procedures.find(({ text }) => text === draft.procedure);
  const procedures = [
    ...control.procedures.map(({ method, text }) => {
      const done = observations.find((one) => one.procedure === text && one.id !== draft.id);
      return {
        id: text,
        label: `${words.code.method[method]}. ${text}`,
        ...(done ? { hint: w.followed(date(done.on)) } : {}),
      };
    }),
    { id: OWN, label: w.ownProcedure },
  ];
  return (
    <form
      ref={form}
      aria-label={draft.id === NEW ? w.newObservation : w.editObservation}
      className={styles.form}
      noValidate
      onSubmit={(event) => void save(event)}
      // Before the control in it, which may take Enter for itself.
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || !event.ctrlKey) return;
        event.preventDefault();
        void save();
      }}
    >
      <Radios
        label={w.procedure}
        value={known ? known.text : OWN}
        options={procedures}
        onChange={(id) => {
          const method = control.procedures.find((p) => p.text === id)?.method;
          change({ procedure: id === OWN ? "" : id, ...(method ? { method } : {}) });
        }}
      />
      {!known && (
        <div className={styles.fields}>
          <Field
            label={w.ownWords}
            value={draft.procedure}
            onChange={(procedure) => change({ procedure })}
          />
          <Select<Method>
            label={w.method}
            value={draft.method}
            options={options(words.code.method)}
            onChange={(method) => change({ method })}
          />
        </div>
      )}
      <PersonField
        label={w.withWhom}
        value={draft.withWhom}
        suggested={named(people)}
        onChange={(withWhom) => change({ withWhom })}
      />
      <div className={styles.fields}>
        <div className={styles.when}>
          <DateField label={w.on} value={draft.on} onChange={(on) => on && change({ on })} />
          {draft.on !== today() && (
            <Button onPress={() => change({ on: today() })}>{w.now}</Button>
          )}
        </div>
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
        lines={3}
        value={draft.result}
        onChange={(result) => change({ result })}
        error={lacksResult ? w.resultMissing : undefined}
      />
      <Field label={w.observedBy} value={draft.by} onChange={(by) => change({ by })} />
      {fault && <FaultNote fault={fault} />}
      <p className={styles.foot}>
        <Button onPress={onClose}>{w.discardObservation}</Button>
        <Button weight="primary" type="submit">
          {w.saveObservation}
        </Button>
        <Keys keys="Ctrl+Enter" />
      </p>
    </form>
  );
}
