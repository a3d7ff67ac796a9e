import { useState } from "react";
import { Button } from "../../kit/Button";
import { Keys } from "../../kit/Keys";
import { LongText } from "../../kit/LongText";
import { Markdown } from "../../kit/Markdown";
import { words } from "../../words/en";
import { change, useNote, type AnswerDraft } from "./answerDraft";
import styles from "./answer.module.css";

const w = words.desk;

/** Where the note is written. */
export const NOTE = "answer-note";

/** The assessor's prose: written as Markdown, looked at as it will be read. */
export function NoteField({ draft }: { draft: AnswerDraft }) {
  const value = useNote(draft);
  const [reading, setReading] = useState(false);
  const turn = (
    <span className={styles.aside}>
      {!reading && <Keys keys="E" />}
      <Button
        weight="quiet"
        small
        edge="end"
        icon={reading ? "pencil" : "eye"}
        onPress={() => setReading(!reading)}
      >
        {reading ? w.noteWrite : w.notePreview}
      </Button>
    </span>
  );
  if (reading) {
    return (
      <section aria-label={w.note}>
        <div className={styles.noteHead}>
          <strong>{w.note}</strong>
          {turn}
        </div>
        <div className={styles.preview}>
          {value.trim() ? <Markdown text={value} /> : <p className={styles.reason}>{w.noteEmpty}</p>}
        </div>
      </section>
    );
  }
  return (
    <LongText
      id={NOTE}
      label={w.note}
      hint={w.noteHint}
      lines={5}
      value={value}
      onChange={(note) => change(draft, { note }, "soon")}
      shortcut="e"
      aside={turn}
    />
  );
}
