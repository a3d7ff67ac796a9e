import { useState, type SubmitEvent, type ReactNode } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { Button } from "../../kit/Button";
import { Icon } from "../../kit/Icon";
import { Button as AriaButton } from "react-aria-components";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import styles from "./organisation.module.css";

/** Something with a name that belongs to an organisation. */
export type Named = { id: string; name: string };

type Props<R extends Named> = {
  title: string;
  add: string;
  fresh: string;
  empty: string;
  records: readonly R[];
  blank: R;
  /** What is said of a record beside its name. */
  about: (record: R) => string;
  fields: (record: R, change: (part: Partial<R>) => void, tried: boolean) => ReactNode;
  /** What keeps a record from being saved, if something does. */
  lacks: (record: R) => boolean;
  save: (record: R) => Promise<unknown>;
};

/** A list of records, each opened and edited in its place. */
export function Roster<R extends Named>(props: Props<R>) {
  const { title, add, fresh, empty, records, blank, about } = props;
  const [open, setOpen] = useState<string | null>(null);
  const editor = (record: R) => (
    <Editor
      {...props}
      record={record}
      title={record.id === blank.id ? fresh : words.organisation.edit(record.name)}
      onDone={() => setOpen(null)}
    />
  );
  return (
    <section className={styles.roster}>
      <header className={styles.rosterHead}>
        <h2>{title}</h2>
        <Button weight="quiet" icon="plus" onPress={() => setOpen(blank.id)}>
          {add}
        </Button>
      </header>
      {records.length === 0 && open !== blank.id && <p className={styles.empty}>{empty}</p>}
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            {open === record.id ? (
              editor(record)
            ) : (
              <AriaButton className={styles.record ?? ""} onPress={() => setOpen(record.id)}>
                <strong>{record.name}</strong>
                <span>{about(record)}</span>
                <Icon name="pencil" />
              </AriaButton>
            )}
          </li>
        ))}
      </ul>
      {open === blank.id && editor(blank)}
    </section>
  );
}

type EditorProps<R extends Named> = Props<R> & { record: R; onDone: () => void };

function Editor<R extends Named>(props: EditorProps<R>) {
  const { record, title, fields, lacks, save, onDone } = props;
  const [draft, setDraft] = useState(record);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (lacks(draft)) return;
    try {
      await save(draft);
      onDone();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  return (
    <form
      className={styles.editor}
      aria-label={title}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h3>{title}</h3>
      <div className={styles.fields}>
        {fields(draft, (part) => setDraft((was) => ({ ...was, ...part })), tried)}
      </div>
      {fault && <FaultNote fault={fault} />}
      <div className={styles.actions}>
        <Button onPress={onDone}>{words.kit.cancel}</Button>
        <Button type="submit" weight="primary">
          {words.kit.save}
        </Button>
      </div>
    </form>
  );
}
