import { useState } from "react";
import type { AnswerRow, Control, ControlView, Subject } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { Button } from "../../kit/Button";
import { Radios } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { Tabs } from "../../kit/Tabs";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { StateMark } from "../marks";
import styles from "./control.module.css";

const w = words.desk;

type Props = {
  control: Control;
  view: ControlView;
  subject: Subject;
  onSubject: (subject: Subject) => void;
  children: React.ReactNode;
};

/** The answers of a control by subject; splitting one answer, and joining them again. */
export function Subjects({ control, view, subject, onSubject, children }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const [joining, setJoining] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const name = { assessment: view.assessment, control: control.id };

  const split = async () => {
    setFault(null);
    try {
      await savers.flush();
      await tell("split_answer", name);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };

  return (
    <>
      {view.split ? (
        <section aria-label={w.subjects}>
          <p className={styles.subjectsHead}>
            <span className={styles.quiet}>{w.lowest}</span>
            <Button weight="quiet" edge="end" icon="merge" onPress={() => setJoining(true)}>
              {w.join}
            </Button>
          </p>
          <Tabs
            label={w.subjects}
            value={subject}
            onChange={onSubject}
            tabs={view.answers.map((row) => ({ id: row.subject, label: <Label row={row} /> }))}
          >
            {children}
          </Tabs>
        </section>
      ) : (
        <>
          {children}
          {view.canSplit && (
            <p>
              <Button weight="quiet" edge="start" icon="branch" onPress={() => void split()}>
                {w.splitBy[control.askedPer]}
              </Button>
            </p>
          )}
        </>
      )}
      {fault && <FaultNote fault={fault} />}
      {joining && <Join view={view} onClose={() => setJoining(false)} />}
    </>
  );
}

function Label({ row }: { row: AnswerRow }) {
  return (
    <span className={styles.subjectTab}>
      {row.subjectName}
      <StateMark state={row.state} />
    </span>
  );
}

function Join({ view, onClose }: { view: ControlView; onClose: () => void }) {
  const tell = useTell();
  const savers = useSavers();
  const [keep, setKeep] = useState(view.answers[0]?.subject ?? "all");
  const [fault, setFault] = useState<Fault | null>(null);
  const said = (row: AnswerRow) => {
    const word = row.words.implementation;
    const note = row.words.note.trim().slice(0, 140);
    return [word ? words.code.implementation[word] : words.kit.nothing, note]
      .filter(Boolean)
      .join(" · ");
  };
  const join = async () => {
    try {
      await savers.flush();
      await tell("join_answers", { assessment: view.assessment, control: view.control, keep });
      onClose();
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <Dialog
      title={w.joinTitle}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="primary" onPress={() => void join()}>
            {w.joinDo}
          </Button>
        </>
      }
    >
      <p>{w.joinWords}</p>
      <Radios
        label={w.joinKeep}
        value={keep}
        options={view.answers.map((row) => ({
          id: row.subject,
          label: row.subjectName,
          hint: said(row),
        }))}
        onChange={setKeep}
      />
      {fault && <FaultNote fault={fault} />}
    </Dialog>
  );
}
