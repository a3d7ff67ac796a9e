import { useDraft } from "../../bridge/savers";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { SaveMark } from "../SaveMark";
import { nameless } from "./faults";
import type { Kind, Named } from "./Roster";
import { sameName } from "./sameName";
import styles from "./organisation.module.css";

const w = words.organisation;

type Props<R extends Named> = {
  kind: Kind<R>;
  record: R;
  records: readonly R[];
  save: (record: R) => Promise<readonly R[]>;
  onAnother: () => void;
};

/** One record of an organisation, saved as it is written. */
export function RecordForm<R extends Named>(props: Props<R>) {
  const { kind, record, records, save, onAnother } = props;
  const draft = useDraft<R>(`${kind.title} ${record.id}`, record, async (value) => {
    if (!value.name.trim()) throw nameless();
    kind.check(value);
    await save(value);
    return new Date().toISOString();
  });
  const value = draft.value;
  const change = (part: Partial<R>, when: "now" | "soon" = "soon") =>
    draft.write({ ...value, ...part }, when);
  const same = records.find(({ id, name }) => id !== record.id && sameName(name, value.name));
  return (
    // The keys are those of the fields in it; this hears only the one that goes on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.form}
      aria-label={w.formOf(record.name)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !event.ctrlKey) return;
        event.preventDefault();
        onAnother();
      }}
    >
      <header className={styles.formHead}>
        <h2>{value.name.trim() || record.name}</h2>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </header>
      {draft.state.is === "failed" && (
        <FaultNote fault={draft.state.fault} onRetry={draft.retry} />
      )}
      <Field
        label={w.name}
        value={value.name}
        onChange={(name) => draft.write({ ...value, name }, "soon")}
        error={value.name.trim() ? undefined : w.nameMissing}
      />
      {same && (
        <Note tone="warn">
          <p>{w.sameNameHere(same.name)}</p>
        </Note>
      )}
      {kind.fields(value, change)}
      <p className={styles.quiet}>{w.another}</p>
    </section>
  );
}
