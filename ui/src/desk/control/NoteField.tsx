import { useState } from "react";
import { Button } from "../../kit/Button";
import { Field } from "../../kit/Field";
import { Markdown } from "../../kit/Markdown";
import { words } from "../../words/en";
import styles from "./answer.module.css";

const w = words.desk;
type Props = { value: string; onChange: (note: string) => void };

/** The assessor's prose: written as Markdown, looked at as it will be read. */
export function NoteField({ value, onChange }: Props) {
  const [reading, setReading] = useState(false);
  const turn = (
    <Button weight="quiet" edge="end" icon={reading ? "pencil" : "eye"} onPress={() => setReading(!reading)}>
      {reading ? w.noteWrite : w.notePreview}
    </Button>
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
    <Field
      id="answer-note"
      label={w.note}
      hint={w.noteHint}
      lines={6}
      value={value}
      onChange={onChange}
      aside={turn}
    />
  );
}
