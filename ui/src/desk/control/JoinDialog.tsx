import { useMemo, useState } from "react";
import type { AnswerRow, ControlView } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { DataGrid, type Column } from "../../kit/DataGrid/DataGrid";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { Icon } from "../../kit/Icon";
import { Empty } from "../../kit/State";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { WordMark } from "../marks";
import { join } from "./joined";
import styles from "./dialog.module.css";

const w = words.desk;
const MOST_NAMES = 5;

const columns: Column<AnswerRow>[] = [
  {
    id: "name",
    title: w.subjectColumns.name,
    width: "minmax(8rem, 14rem)",
    cell: (row) => <span className={styles.cut}>{row.subjectName}</span>,
  },
  {
    id: "answer",
    title: w.subjectColumns.answer,
    width: "9rem",
    cell: (row) => <WordMark word={row.words.implementation} />,
  },
  {
    id: "note",
    title: w.note,
    width: "minmax(8rem, 1fr)",
    cell: (row) => (
      <span className={styles.cut}>
        {row.workingNote && (
          <>
            <Icon name="lock" />
            <span className="visually-hidden">{w.joinWorking}</span>{" "}
          </>
        )}
        {row.words.note.slice(0, 160)}
      </span>
    ),
  },
];

type Props = { view: ControlView; start: string; onClose: () => void };

/** Joins split answers: shows what each says, and what becomes of it. */
export function JoinDialog({ view, start, onClose }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [keep, setKeep] = useState(start);
  const [fault, setFault] = useState<Fault | null>(null);
  const after = useMemo(() => join(view.answers, keep), [view.answers, keep]);
  const run = async () => {
    try {
      await savers.flush();
      await tell("join_answers", { assessment: view.assessment, control: view.control, keep });
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  const names = after.losing.slice(0, MOST_NAMES).join(", ");
  return (
    <Dialog
      title={w.joinTitle}
      isOpen
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={() => void run()}>
            {w.joinDo}
          </Button>
        </>
      }
    >
      <p>{w.joinWords}</p>
      <div className={styles.rows}>
        <DataGrid
          label={w.joinKeep}
          rows={view.answers}
          columns={columns}
          rowKey={subjectOf}
          rowText={nameOf}
          onOpen={(row) => setKeep(row.subject)}
          selected={keep}
          summary={w.subjectsShowing(view.answers.length, view.answers.length)}
          empty={<Empty icon="search" title={w.noSubject} />}
        />
      </div>
      <section aria-label={w.joinAfter} className={styles.after}>
        <h3>{w.joinAfter}</h3>
        <p className={styles.line}>
          <span>{w.joinWord}</span> <WordMark word={after.word} />
        </p>
        <div className={styles.pair}>
          <Field label={w.joinNote} hint={w.joinNoteHint} lines={4} value={after.note} isReadOnly placeholder={w.joinEmpty} />
          <Field label={w.joinWorking} lines={4} value={after.working} isReadOnly placeholder={w.joinEmpty} />
        </div>
        <h3>{w.joinGone}</h3>
        <div role="status">
          {after.gone.length === 0 && after.losing.length === 0 && <p>{w.joinGoneNone}</p>}
          {after.gone.length > 0 && (
            <p>{w.joinGoneWords(after.gone.map(({ word, count }) => w.counts(words.code.implementation[word], count)).join(", "))}</p>
          )}
          {after.losing.length > 0 && (
            <p>
              {w.joinGoneFields(
                after.losing.length > MOST_NAMES ? w.andMore(names, after.losing.length - MOST_NAMES) : names,
              )}
            </p>
          )}
        </div>
      </section>
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}

const subjectOf = (row: AnswerRow) => row.subject;
const nameOf = (row: AnswerRow) => row.subjectName;
