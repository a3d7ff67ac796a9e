import { useState } from "react";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { words } from "../../words/en";
import { date, today } from "../../words/format";
import { FaultNote } from "../FaultNote";
import type { AskingProps } from "./ActDialogs";
import { daysAfter } from "./arrange";
import { Named } from "./Named";
import styles from "./request.module.css";

const w = words.request;
const soon = { week: 7, fortnight: 14, month: 30 } as const;

/** Asks by when, for all of them at once. */
export function DueDialog({ requests, save, fault, onClose }: AskingProps) {
  const first = requests[0]?.due ?? null;
  const [due, setDue] = useState(requests.every((r) => r.due === first) ? first : null);
  const count = requests.length;
  const set = (day: string | null) =>
    void save(
      requests.map((request) => ({ ...request, due: day })),
      day ? w.dated(count, date(day)) : w.undated(count),
    );
  return (
    <Dialog
      title={w.dueTitle(count)}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button onPress={() => set(null)}>{w.dueNone}</Button>
          <Button weight="primary" isDisabled={due === null} onPress={() => set(due)}>
            {words.kit.save}
          </Button>
        </>
      }
    >
      <Named requests={requests} />
      <div className={styles.soon}>
        <DateField label={w.due} value={due} onChange={setDue} />
        {(Object.keys(soon) as (keyof typeof soon)[]).map((name) => (
          <Button key={name} onPress={() => setDue(daysAfter(today(), soon[name]))}>
            {w.dueIn[name]}
          </Button>
        ))}
      </div>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
