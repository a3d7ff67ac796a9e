import { useId, useState, type RefObject } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import type { Named } from "./Roster";
import { sameName } from "./sameName";
import styles from "./organisation.module.css";

const w = words.organisation;

type Props = {
  label: string;
  add: string;
  line: RefObject<HTMLDivElement | null>;
  records: readonly Named[];
  /** Makes one of a name and shows it. */
  onAdd: (name: string) => Promise<void>;
  onShow: (id: string) => void;
};

/** A line that adds one record for each name, and warns of a name that is there. */
export function QuickAdd(props: Props) {
  return useReadOnly() ? null : <Adding {...props} />;
}

function Adding({ label, add, line, records, onAdd, onShow }: Props) {
  const announce = useAnnounce();
  const hint = useId();
  const [name, setName] = useState("");
  const [warned, setWarned] = useState<Named | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const make = async () => {
    const wanted = name.trim();
    if (!wanted) return;
    const same = records.find((one) => sameName(one.name, wanted));
    if (same && !warned) {
      setWarned(same);
      return;
    }
    setFault(null);
    try {
      await onAdd(wanted);
      setName("");
      setWarned(null);
      announce(w.added(wanted));
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <>
      <div ref={line} className={styles.quick}>
        <Field
          label={label}
          quietLabel
          placeholder={label}
          aria-describedby={hint}
          value={name}
          onChange={(next) => {
            setName(next);
            setWarned(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey) return;
            event.preventDefault();
            void make();
          }}
        />
        <Button icon="plus" isDisabled={!name.trim()} onPress={() => void make()}>
          {add}
        </Button>
      </div>
      <p id={hint} className={styles.quiet}>
        {w.addHint}
      </p>
      {warned && (
        <Note tone="warn" live>
          <p>{w.sameName(warned.name)}</p>
          <p>
            <Button
              weight="quiet"
              small
              edge="start"
              onPress={() => {
                onShow(warned.id);
                setName("");
                setWarned(null);
              }}
            >
              {w.showIt}
            </Button>
          </p>
        </Note>
      )}
      {fault && <FaultNote fault={fault} />}
    </>
  );
}
