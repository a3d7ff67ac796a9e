import { useState } from "react";
import { flushSync } from "react-dom";
import type {
  Control,
  ControlView,
  Observation,
  Person,
  Subject,
} from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { newObservation, NEW } from "../../bridge/record";
import { useTell } from "../../bridge/queries";
import { useActions } from "../../kit/actions";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { useRemembered } from "../../kit/remembered";
import { Term } from "../../kit/Term";
import { words } from "../../words/en";
import { today } from "../../words/format";
import { FaultNote } from "../FaultNote";
import { ObservationForm } from "./ObservationForm";
import { ObservationItem } from "./ObservationItem";
import styles from "./observation.module.css";

const w = words.desk;
const ADD = "add-observation";

type Props = {
  control: Control;
  view: ControlView;
  subject: Subject;
  assessor: string;
  people: readonly Person[];
};

/** The dated facts found at a control, written down in place as they happen. */
export function Observations({ control, view, subject, assessor, people }: Props) {
  const tell = useTell();
  const announce = useAnnounce();
  // What is half written is there again when one comes back to the control.
  const [draft, setDraft] = useRemembered<Observation | null>(
    `observation ${view.assessment} ${control.id}`,
    null,
  );
  const [fault, setFault] = useState<Fault | null>(null);

  const begin = () => {
    if (draft) return;
    const followed = new Set(view.observations.map((one) => one.procedure));
    const next = control.procedures.find(({ text }) => !followed.has(text));
    setDraft({
      ...newObservation(view.assessment, control.id, subject, today()),
      method: next?.method ?? control.sufficientMethod,
      procedure: next?.text ?? "",
      by: assessor,
    });
  };
  // The form had the focus; the next observation can be begun from where it goes.
  const close = () => {
    flushSync(() => setDraft(null));
    if (document.activeElement === document.body) document.getElementById(ADD)?.focus();
  };
  const remove = async (observation: string) => {
    setFault(null);
    try {
      await tell("remove_observation", { observation });
      announce(w.removedObservation);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  useActions([
    {
      id: "observation",
      name: w.addObservation,
      keys: "O",
      group: w.group,
      changes: true,
      run: begin,
    },
  ]);

  const form = draft && (
    <ObservationForm
      key={draft.id}
      control={control}
      observations={view.observations}
      people={people}
      draft={draft}
      onChange={setDraft}
      onClose={close}
    />
  );
  return (
    <section className={styles.block} aria-label={w.observations}>
      <header className={styles.head}>
        <h2>
          <Term name="observation">{w.observations}</Term>
        </h2>
        <Button
          id={ADD}
          changes
          weight="quiet"
          edge="end"
          icon="plus"
          keys="O"
          aria-keyshortcuts="o"
          onPress={begin}
        >
          {w.addObservation}
        </Button>
      </header>
      {draft?.id === NEW && form}
      {view.observations.length === 0 && !draft && <p className={styles.quiet}>{w.noObservations}</p>}
      <ul>
        {view.observations.map((one) =>
          draft?.id === one.id ? (
            <li key={one.id}>{form}</li>
          ) : (
            <ObservationItem
              key={one.id}
              observation={one}
              about={
                view.split
                  ? (view.answers.find((row) => row.subject === one.subject)?.subjectName ?? "")
                  : ""
              }
              onEdit={() => setDraft(one)}
              onRemove={() => void remove(one.id)}
            />
          ),
        )}
      </ul>
      {fault && <FaultNote fault={fault} />}
    </section>
  );
}
