import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import styles from "./assessment.module.css";

const w = words.start;
type Said = { statement: string; leftOut: string };
type Props = { said: Said; onChange: (part: Partial<Said>) => void };

/** Where the boundary of the assessment runs, in words. */
export function BoundaryFields({ said, onChange }: Props) {
  return (
    <div className={styles.fields}>
      <Field
        label={w.statement}
        hint={w.statementHint}
        lines={3}
        value={said.statement}
        onChange={(statement) => onChange({ statement })}
      />
      <Field
        label={w.leftOut}
        lines={3}
        value={said.leftOut}
        onChange={(leftOut) => onChange({ leftOut })}
      />
    </div>
  );
}
