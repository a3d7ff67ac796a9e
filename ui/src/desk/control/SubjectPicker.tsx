import { useMemo, useState } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { AnswerRow, ControlView, Subject } from "../../bridge/generated/wire";
import { useActions } from "../../kit/actions";
import { Checkbox } from "../../kit/Choice";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { SearchField } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { Keys } from "../../kit/Keys";
import { Meter } from "../../kit/Meter";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { StateMark, WordMark } from "../marks";
import styles from "./subject.module.css";

const w = words.desk;

/** Up to how many subjects stand side by side; more stand in a list. */
const FEW = 6;

type Props = { view: ControlView; subject: Subject; onSubject: (subject: Subject) => void };

/** Whom a split control is answered for, how far that is, and which one is open. */
export function SubjectPicker({ view, subject, onSubject }: Props) {
  const rows = view.answers;
  const step = (by: 1 | -1) => {
    const here = rows.findIndex((row) => row.subject === subject);
    const next = rows[(here + by + rows.length) % rows.length];
    if (next) onSubject(next.subject);
  };
  useActions([
    { id: "next-subject", name: w.nextSubject, keys: "]", group: w.group, run: () => step(1) },
    { id: "previous-subject", name: w.previousSubject, keys: "[", group: w.group, run: () => step(-1) },
  ]);
  const answered = rows.filter((row) => row.words.implementation !== null).length;
  const done = w.progress(answered, rows.length);
  return (
    <section aria-label={w.subjects} className={styles.subjects}>
      <p className={styles.head}>
        <strong>{w.subjects}</strong>
        <span className={styles.done}>
          {done}
          <Meter label={w.subjects} value={answered} total={rows.length} text={done} slim />
        </span>
        <span className={styles.quiet}>{w.lowest}</span>
        <span className={styles.keys}>
          <Keys keys="[" />
          <Keys keys="]" />
        </span>
      </p>
      {rows.length <= FEW ? (
        <Few rows={rows} subject={subject} onSubject={onSubject} />
      ) : (
        <Many rows={rows} subject={subject} onSubject={onSubject} />
      )}
    </section>
  );
}

type ListProps = { rows: readonly AnswerRow[]; subject: Subject; onSubject: (subject: Subject) => void };

function Few({ rows, subject, onSubject }: ListProps) {
  return (
    <RadioGroup value={subject} onChange={onSubject} orientation="horizontal">
      <Label className="visually-hidden">{w.subjects}</Label>
      <div className={styles.few}>
        {rows.map((row) => (
          <RadioField key={row.subject} value={row.subject}>
            <RadioButton className={styles.one ?? ""}>
              <span>{row.subjectName}</span>
              {row.words.implementation === null ? (
                <WordMark word={null} />
              ) : (
                <StateMark state={row.state} />
              )}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

const columns: Column<AnswerRow>[] = [
  {
    id: "name",
    title: w.subjectColumns.name,
    width: "minmax(8rem, 1fr)",
    cell: (row) => (
      <>
        <span className={styles.name}>{row.subjectName}</span>
        {row.words.flagged && (
          <span className={styles.flag}>
            <Icon name="flag" />
            <span className="visually-hidden">{w.flagged}</span>
          </span>
        )}
      </>
    ),
  },
  {
    id: "answer",
    title: w.subjectColumns.answer,
    width: "10rem",
    cell: (row) => <WordMark word={row.words.implementation} />,
  },
];

const subjectOf = (row: AnswerRow) => row.subject;
const nameOf = (row: AnswerRow) => row.subjectName;

function Many({ rows, subject, onSubject }: ListProps) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return rows.filter(
      (row) =>
        row.subjectName.toLowerCase().includes(wanted) &&
        (!open || row.words.implementation === null || row.subject === subject),
    );
  }, [rows, text, open, subject]);
  return (
    <>
      <div className={styles.narrow}>
        <SearchField label={w.subjectFilter} value={text} onChange={setText} />
        <Checkbox looks isSelected={open} onChange={setOpen}>
          {w.openOnly}
        </Checkbox>
      </div>
      <div className={styles.many}>
        <DataGrid
          label={w.subjects}
          rows={shown}
          columns={columns}
          rowKey={subjectOf}
          rowText={nameOf}
          onOpen={(row) => onSubject(row.subject)}
          selected={subject}
          typeAhead="off"
          summary={w.subjectsShowing(shown.length, rows.length)}
          empty={<Empty icon="search" title={w.noSubject} />}
        />
      </div>
    </>
  );
}
